"""Read the repository into a Library. Every fault becomes a Problem; a faulty record is left out, the rest stays."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel

from cde import documents, layout, provincemap
from cde.generated import BY_KIND, GENERATED
from cde.library import CaseFolder, Library, LoadedPage, ModuleFolder
from cde.model.case import Case
from cde.model.cohort import Cohort
from cde.model.fields import Text
from cde.model.language import Language
from cde.model.module import Module
from cde.model.page import Front, TitledFront
from cde.model.path import LearningPath
from cde.model.quiz import Quiz
from cde.model.registry import Base, Fact, Organisation, Province, Source, Term
from cde.model.session import Session
from cde.model.words import LISTS, Words
from cde.model.worksheet import Worksheet
from cde.problem import Problem, nearest
from cde.validation import Entry, shown, validate
from cde.yaml_nodes import Marked

M = TypeVar("M", bound=BaseModel)

TITLED = ("home", "page", "curriculum")
"""Kinds of page whose title stands in their own front matter."""


class _Reader:
    """Reads files of one repository and gathers the problems met on the way."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.words = Words({})
        self.problems: list[Problem] = []
        self.faulty: dict[str, set[str]] = {}

    def yaml(self, path: str) -> Marked | None:
        """One YAML file, or None after a fault or where it does not exist."""
        if not (self.root / path).is_file():
            return None
        marked, problems = documents.read_yaml(self.root, path)
        self.problems += problems
        return marked

    def record(self, marked: Marked, model: type[M], name: object = None) -> Entry[M] | None:
        """One record, or None after a fault; then its name is kept, so that who names it is not faulted too."""
        entry, problems = validate(marked, model, self.words)
        self.problems += problems
        if entry is None and name is not None:
            self.faulty.setdefault(model.__name__.lower(), set()).add(str(name))
        return entry

    def file(self, path: str, model: type[M], name: str) -> Entry[M] | None:
        """A file that must be there and holds one record, called `name`."""
        if not (self.root / path).exists():
            self.problems.append(Problem(path, 1, 1, "missing-file", {"file": path}))
        marked = self.yaml(path)
        if marked is None:
            self.faulty.setdefault(model.__name__.lower(), set()).add(name)
            return None
        return self.record(marked, model, name)

    def listed(self, path: str, model: type[M], key: str) -> dict[str, Entry[M]]:
        """A file that holds a list of records, by one of their fields."""
        marked = self.yaml(path)
        if marked is None or marked.data is None:
            return {}
        return self.keyed(self.parts(marked), model, key)

    def parts(self, marked: Marked) -> list[Marked]:
        """The entries of a list; a fault where the file holds none."""
        if not isinstance(marked.data, list):
            self.problems.append(_not_a("list", marked))
            return []
        return [marked.part(position) for position in range(len(marked.data))]

    def keyed(self, parts: Iterable[Marked], model: type[M], key: str) -> dict[str, Entry[M]]:
        """Records by one of their fields; a second record of the same name is a fault."""
        found: dict[str, Entry[M]] = {}
        for part in parts:
            given = part.data.get(key) if isinstance(part.data, dict) else None
            entry = self.record(part, model, given)
            if entry is None:
                continue
            name = str(getattr(entry.data, key))
            if name in found:
                first = found[name].marked
                other = f"{first.path}:{first.at()[0]}"
                self.problems.append(part.problem("duplicate-id", (key,), given=name, other=other))
            else:
                found[name] = entry
        return found

    def mapped(self, path: str, model: type[M]) -> dict[str, Entry[M]]:
        """A file that holds records by name."""
        marked = self.yaml(path)
        if marked is None or marked.data is None:
            return {}
        if not isinstance(marked.data, dict):
            self.problems.append(_not_a("set of keys", marked))
            return {}
        entries = {str(name): self.record(marked.part(name), model, name) for name in marked.data}
        return {name: entry for name, entry in entries.items() if entry}


def _not_a(what: str, marked: Marked, key: str = "") -> Problem:
    thai = {"list": "รายการ", "set of keys": "ชุดของช่อง"}[what]
    given = shown(marked.data)
    return marked.problem(
        "wrong-type",
        key=key or marked.path,
        expected_th=thai,
        expected_en=f"a {what}",
        given_th=given["th"],
        given_en=given["en"],
    )


def load(root: Path) -> tuple[Library, list[Problem]]:
    """The Library of a repository, and every fault that reading it met."""
    reader = _Reader(root)
    languages = _languages(reader)
    lists, strings = _words(reader), _strings(reader)
    for code, entry in languages.items():
        if code not in layout.LANGUAGES:
            strings = _translated(reader, entry, strings, code, ("interface",))
            for name, words in lists.items():
                lists[name] = _translated(reader, entry, words, code, ("vocabularies", name))
    reader.words = Words(lists, dict.fromkeys([*languages, *layout.LANGUAGES]))
    library = Library(
        root=root,
        words=reader.words,
        strings=strings,
        languages={code: entry.data for code, entry in languages.items()},
        bases=reader.listed("data/bases.yml", Base, "id"),
        provinces=reader.listed("data/provinces.yml", Province, "code"),
        terms=reader.listed("data/glossary.yml", Term, "id"),
        sources=reader.mapped("data/sources.yml", Source),
        facts=_facts(reader),
        organisations=reader.listed("data/organisations.yml", Organisation, "id"),
        cohorts=reader.listed("data/cohorts.yml", Cohort, "number"),
        paths=reader.listed("data/paths.yml", LearningPath, "id"),
        map=provincemap.read(root),
    )
    library = replace(library, modules=_modules(reader), cases=_cases(reader), pages=_pages(reader))
    return replace(library, faulty=reader.faulty), reader.problems


def _languages(reader: _Reader) -> dict[str, Entry[Language]]:
    """The languages of the site in their order; those in which every record is complete must be there."""
    folder = "data/languages"
    paths = {path.stem: f"{folder}/{path.name}" for path in sorted((reader.root / folder).glob("*.yml"))}
    paths |= {code: f"{folder}/{code}.yml" for code in layout.LANGUAGES}
    found: dict[str, Entry[Language]] = {}
    for code, path in paths.items():
        if not layout.is_language(code):
            reader.problems.append(Problem(path, 1, 1, "file-name", {"file": path.rsplit("/", 1)[1]}))
        elif entry := reader.file(path, Language, code):
            found[code] = entry
    return dict(sorted(found.items(), key=lambda item: item[1].data.order))


def _translated(
    reader: _Reader, entry: Entry[Language], texts: Mapping[str, Text], code: str, where: tuple[str, ...]
) -> dict[str, Text]:
    """Texts with the words that the file of a further language has for them; a fault for each that it lacks."""
    words: Any = entry.data.model_dump()
    for key in where:
        words = words.get(key, {})
    lacking = [key for key in texts if key not in words]
    reader.problems += [entry.marked.problem("missing-key", where, key=key) for key in lacking]
    for key in words:
        if key not in texts:
            near = nearest(key, texts)
            values = {"key": key, "allowed": near or "…"}
            reader.problems.append(
                entry.marked.problem("unknown-key", (*where, key), on_key=True, suggestion=near, **values)
            )
    return {key: text.model_copy(update={code: words[key]}) if key in words else text for key, text in texts.items()}


def _strings(reader: _Reader) -> dict[str, Text]:
    strings = reader.mapped("data/interface.yml", Text)
    reader.faulty["string"] = reader.faulty.pop("text", set())
    return {name: entry.data for name, entry in strings.items()}


def _words(reader: _Reader) -> dict[str, dict[str, Text]]:
    path = "data/vocabularies.yml"
    marked = reader.yaml(path)
    if marked is None:
        if not (reader.root / path).exists():
            reader.problems.append(Problem(path, 1, 1, "missing-file", {"file": path}))
        return {}
    if not isinstance(marked.data, dict):
        reader.problems.append(_not_a("set of keys", marked))
        return {}
    lists: dict[str, dict[str, Text]] = {}
    for name in marked.data:
        words = marked.part(name)
        if not isinstance(words.data, dict):
            reader.problems.append(_not_a("set of keys", words, str(name)))
            continue
        entries = {word: reader.record(words.part(word), Text) for word in words.data}
        lists[str(name)] = {str(word): entry.data for word, entry in entries.items() if entry}
    reader.problems += [marked.problem("missing-key", key=name) for name in LISTS if name not in marked.data]
    return lists


def _facts(reader: _Reader) -> dict[str, Entry[Fact]]:
    parts: list[Marked] = []
    for path in sorted((reader.root / "data/facts").glob("*.yml")):
        marked = reader.yaml(path.relative_to(reader.root).as_posix())
        if marked is not None and marked.data is not None:
            parts += reader.parts(marked)
    return reader.keyed(parts, Fact, "id")


def _folders(reader: _Reader, room: str, depth: int) -> list[str]:
    """Folders of a room at a depth, none of them hidden."""
    pattern = "/".join("*" * depth)
    paths = sorted((reader.root / room).glob(pattern))
    names = [path.relative_to(reader.root).as_posix() for path in paths if path.is_dir()]
    return [name for name in names if not layout.is_hidden(name)]


def _modules(reader: _Reader) -> dict[str, ModuleFolder]:
    found: dict[str, ModuleFolder] = {}
    for folder in _folders(reader, "curriculum", 2):
        name = folder.rsplit("/", 1)[1]
        entry = reader.file(f"{folder}/module.yml", Module, name)
        quiz = reader.file(f"{folder}/quiz.yml", Quiz, name)
        worksheet = reader.file(f"{folder}/worksheet.yml", Worksheet, name)
        session = reader.file(f"{folder}/session.yml", Session, name)
        if entry is None:
            continue
        _same_name(reader, entry.marked, entry.data.id, name, "id")
        _same_name(reader, entry.marked, entry.data.group, folder.split("/")[1], "group")
        if name in found:
            reader.problems.append(entry.marked.problem("duplicate-id", ("id",), given=name, other=found[name].path))
            continue
        found[name] = ModuleFolder(folder, entry, quiz, worksheet, session)
    return found


def _cases(reader: _Reader) -> dict[str, CaseFolder]:
    found = {}
    for folder in _folders(reader, "case_studies", 1):
        name = folder.rsplit("/", 1)[1]
        entry = reader.file(f"{folder}/case.yml", Case, name)
        if entry is None:
            continue
        _same_name(reader, entry.marked, entry.data.id, name, "id")
        found[name] = CaseFolder(folder, entry)
    return found


def _same_name(reader: _Reader, marked: Marked, given: str, folder: str, key: str) -> None:
    if given != folder:
        reader.problems.append(marked.problem("id-not-folder", (key,), given=given, folder=folder))


def _pages(reader: _Reader) -> dict[str, LoadedPage]:
    found = {}
    for room in layout.ROOMS:
        for path in layout.room_files(reader.root, room):
            if not path.endswith(".md"):
                continue
            document = layout.document_of(path)
            kind = layout.place_of(document).kind
            if (
                kind == "unknown"
                or kind in BY_KIND
                or document in GENERATED
                or layout.language_of(path) not in reader.words.languages
            ):
                reader.problems.append(Problem(path, 1, 1, "file-name", {"file": path.rsplit("/", 1)[1]}))
                continue
            page, problems = documents.read_page(reader.root, path)
            reader.problems += problems
            if page is None:
                continue
            front = reader.record(page.front, TitledFront if kind in TITLED else Front)
            if front:
                found[path] = LoadedPage(page, front.data)
    return found
