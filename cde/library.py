"""The Library: every record of the repository, typed, in both languages, with the links between them.

It knows nothing of MkDocs or of the language being built, and never changes after reading.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from cde import layout
from cde.documents import Page
from cde.history import History
from cde.model.case import Case, LinkedModule, RelatedCase
from cde.model.cohort import Cohort
from cde.model.fields import Text
from cde.model.language import Language
from cde.model.module import Lecture, LinkedCase, Module, Prerequisite
from cde.model.page import Front, TitledFront
from cde.model.path import LearningPath, PathStep
from cde.model.quiz import Quiz
from cde.model.registry import Base, Fact, Organisation, Province, Source, Term
from cde.model.session import Session
from cde.model.words import Words
from cde.model.worksheet import Worksheet
from cde.provincemap import ProvinceMap
from cde.validation import Entry


@dataclass(frozen=True)
class ModuleFolder:
    """A module with the data files of its folder."""

    path: str
    record: Entry[Module]
    quiz: Entry[Quiz] | None = None
    worksheet: Entry[Worksheet] | None = None
    session: Entry[Session] | None = None

    @property
    def data(self) -> Module:
        """What `module.yml` says."""
        return self.record.data

    @property
    def document(self) -> str:
        """The path of the module's own page, without language."""
        return f"{self.path}/index.md"

    def lecture(self, name: str) -> Lecture | None:
        """The lecture with an id."""
        return next((lecture for lecture in self.data.lectures if lecture.id == name), None)


@dataclass(frozen=True)
class CaseFolder:
    """A case with its place in the repository."""

    path: str
    record: Entry[Case]

    @property
    def data(self) -> Case:
        """What `case.yml` says."""
        return self.record.data

    @property
    def document(self) -> str:
        """The path of the case's page, without language."""
        return f"{self.path}/index.md"


Link = LinkedModule | LinkedCase | Prerequisite | RelatedCase | PathStep
"""Every kind of field that names a module or a case."""

F = TypeVar("F", ModuleFolder, CaseFolder, ModuleFolder | CaseFolder)


@dataclass(frozen=True)
class LoadedPage:
    """A Markdown file with its checked front matter."""

    page: Page
    front: Front

    @property
    def title(self) -> str | None:
        """The title, where the file carries it itself."""
        return self.front.title if isinstance(self.front, TitledFront) else None


@dataclass(frozen=True)
class Library:
    """Everything that pages are made from. Mappings keep the order in which readers should meet things."""

    root: Path
    words: Words = field(default_factory=lambda: Words({}))
    strings: Mapping[str, Text] = field(default_factory=dict)
    languages: Mapping[str, Language] = field(default_factory=dict)
    """The languages of the site by code; the first is the one at the root address."""
    bases: Mapping[str, Entry[Base]] = field(default_factory=dict)
    provinces: Mapping[str, Entry[Province]] = field(default_factory=dict)
    terms: Mapping[str, Entry[Term]] = field(default_factory=dict)
    sources: Mapping[str, Entry[Source]] = field(default_factory=dict)
    facts: Mapping[str, Entry[Fact]] = field(default_factory=dict)
    organisations: Mapping[str, Entry[Organisation]] = field(default_factory=dict)
    cohorts: Mapping[str, Entry[Cohort]] = field(default_factory=dict)
    paths: Mapping[str, Entry[LearningPath]] = field(default_factory=dict)
    modules: Mapping[str, ModuleFolder] = field(default_factory=dict)
    cases: Mapping[str, CaseFolder] = field(default_factory=dict)
    pages: Mapping[str, LoadedPage] = field(default_factory=dict)
    map: ProvinceMap | None = None
    """The outlines of the provinces; None for a site without a map."""
    history: History = field(default_factory=History)
    faulty: Mapping[str, Set[str]] = field(default_factory=dict)
    """Names of records that are there but could not be read, by kind: to name one is no fault of its own."""

    def names(self, target: str) -> set[str]:
        """What a reference of a kind (`module`, `case`, `term`, …) may name."""
        readable: Mapping[str, object] = {
            "module": self.modules,
            "case": self.cases,
            "term": self.terms,
            "base": self.bases,
            "province": self.provinces,
            "source": self.sources,
            "fact": self.facts,
            "string": self.strings,
        }[target]
        return {*readable, *self.faulty.get(target, ())}

    def say(self, key: str, language: str) -> str:
        """A word of the interface; the key itself where it is missing, which `cde check` tells."""
        return self.strings[key][language] if key in self.strings else key

    @property
    def can_speak(self) -> bool:
        """False where the file of a language that every page needs could not be read: then no page can be made."""
        return all(language in self.languages for language in layout.LANGUAGES)

    def language_name(self, code: str, language: str) -> str:
        """What a language calls another one, or itself; the code of one whose file could not be read."""
        if language not in self.languages or code not in self.languages:
            return code
        return self.languages[language].called(code, self.languages[code])

    def published(self, links: Iterable[Link]) -> list[Any]:
        """Of the links of a record, those whose module or case is published."""
        return [
            link
            for link in links
            if not self._is_draft(getattr(link, "module", "") or "", getattr(link, "case", "") or "")
        ]

    def _is_draft(self, module: str, case: str) -> bool:
        folder = self.modules.get(module) or self.cases.get(case)
        return folder is not None and folder.data.status != "published"

    def page(self, document: str, language: str) -> LoadedPage | None:
        """The page of a document in a language, if it has been written."""
        return self.pages.get(layout.in_language(document, language))

    def languages_of(self, document: str) -> list[str]:
        """Languages in which a document has been written, the site's first language first."""
        return [language for language in self.languages if self.page(document, language)]

    def documents(self, room: str) -> list[str]:
        """The documents of a room, in whatever language they have been written."""
        found = dict.fromkeys(loaded.page.document for loaded in self.pages.values())
        return [document for document in found if document.startswith(f"{room}/")]

    def read_in(self, document: str, language: str) -> str:
        """The language in which a reader finds a document: her own, or else that of the original."""
        written = self.languages_of(document)
        if language in written or not written:
            return language
        pages = {code: self.page(document, code) for code in written}
        originals = [code for code, page in pages.items() if page and page.front.translation.state == "original"]
        return next(iter(originals), written[0])

    def written_in(self, folders: Iterable[F], language: str) -> list[F]:
        """Of some modules or cases, those whose own page has been written in a language."""
        return [folder for folder in folders if self.page(folder.document, language)]

    def modules_of(self, group: str) -> list[ModuleFolder]:
        """Published modules of a group, in teaching order."""
        found = [m for m in self.modules.values() if m.data.group == group and m.data.status == "published"]
        return sorted(found, key=lambda module: module.data.order)

    def cases_of(self, base: str) -> list[CaseFolder]:
        """Published cases of a base; those that have it as their main base first."""
        found = [c for c in self.published_cases() if base in c.data.bases]
        return sorted(found, key=lambda case: case.data.bases.index(base))

    def published_cases(self) -> list[CaseFolder]:
        """Every published case."""
        return [case for case in self.cases.values() if case.data.status == "published"]

    def region_of(self, case: CaseFolder) -> str | None:
        """The region of a case; None for one of several provinces."""
        return self.provinces[case.data.province].data.region if case.data.province else None

    def is_draft(self, document: str) -> bool:
        """True for a page of a module or case that is not published yet."""
        place = layout.place_of(document)
        return self._is_draft(place.module, place.case)

    def published_modules(self) -> list[ModuleFolder]:
        """Every published module, by group and order."""
        return [module for base in self.bases for module in self.modules_of(base)]

    def reviewed(self) -> list[ModuleFolder | CaseFolder]:
        """Published modules and cases that a person has reviewed."""
        both: list[ModuleFolder | CaseFolder] = [*self.published_modules(), *self.published_cases()]
        return [folder for folder in both if folder.data.reviewed]

    def modules_using(self, term: str) -> list[ModuleFolder]:
        """Published modules that name a term."""
        return [module for module in self.published_modules() if term in module.data.terms]

    def terms_of(self, topic: str) -> list[Entry[Term]]:
        """Terms of a topic."""
        return [term for term in self.terms.values() if term.data.topic == topic]

    def sources_of(self, kind: str) -> dict[str, Source]:
        """Sources of a kind, by key."""
        return {key: entry.data for key, entry in self.sources.items() if entry.data.kind == kind}

    def sources_checked(self) -> list[str]:
        """Keys of sources that a person has opened."""
        return [key for key, entry in self.sources.items() if entry.data.checked]
