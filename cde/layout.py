"""Where a document lives: the three rooms of Markdown, their addresses and their languages.

One rule everywhere: a document is named by its path in the repository, with "/" as separator.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

LANGUAGES = ("th", "en")
"""The languages in which every record is complete. `data/languages/` may add further ones to the site."""

ROOMS = {"docs": "", "curriculum": "curriculum", "case_studies": "case-studies"}
"""Each room of Markdown and the address it has on the site."""

MEDIA = {".png", ".jpg", ".jpeg", ".webp", ".svg", ".pdf", ".csv"}
"""Files beside the Markdown that are copied to the site."""

_LANGUAGE = re.compile(r"\.(?P<language>[a-z]{2})(?=\.md$)")


def is_language(code: str) -> bool:
    """True for what can be a language's code: two small letters of ISO 639-1."""
    return bool(re.fullmatch("[a-z]{2}", code))


def language_of(path: str) -> str | None:
    """`a/index.th.md` -> `th`; None where the name carries no language."""
    found = _LANGUAGE.search(path)
    return found["language"] if found else None


def document_of(path: str) -> str:
    """`a/index.th.md` -> `a/index.md`: the document, whatever its language."""
    return _LANGUAGE.sub("", path)


def in_language(document: str, language: str) -> str:
    """`a/index.md`, `th` -> `a/index.th.md`."""
    return document_of(document).removesuffix(".md") + f".{language}.md"


def is_hidden(path: str) -> bool:
    """True for what never becomes a page: a name that begins with "." or "_", and every README."""
    parts = PurePosixPath(path).parts
    return any(part.startswith((".", "_")) for part in parts) or parts[-1].startswith("README")


def room_files(root: Path, room: str) -> Iterator[str]:
    """Pages and media of one room, as repository paths in a stable order."""
    for path in sorted((root / room).rglob("*")):
        name = path.relative_to(root).as_posix()
        if path.is_file() and not is_hidden(name) and (path.suffix == ".md" or path.suffix in MEDIA):
            yield name


def site_path(path: str) -> str:
    """`case_studies/nan/index.th.md` -> `case-studies/nan/index.th.md`: the path below the site's root."""
    room, _, rest = path.partition("/")
    address = ROOMS[room]
    return f"{address}/{rest}" if address else rest


def address_of(document: str, language: str, first: str) -> str:
    """Where a document stands below the site's root: `en/case-studies/nan/`; the `first` language has no folder."""
    path = site_path(document).removesuffix(".md").removesuffix("index")
    below = f"{path}/" if path and not path.endswith("/") else path
    return below if language == first else f"{language}/{below}"


@dataclass(frozen=True)
class Place:
    """What a document is, told by its path alone. `kind` names the page model.

    Kinds: home, page, path, curriculum, base, module, lecture, facilitator, kit, slides, case, facet, unknown.
    """

    kind: str
    group: str = ""
    module: str = ""
    lecture: str = ""
    case: str = ""
    facet: str = ""
    value: str = ""

    @property
    def folder(self) -> str:
        """The folder of the module or case that the document belongs to."""
        return f"case_studies/{self.case}" if self.case else f"curriculum/{self.group}/{self.module}"


def place_of(document: str) -> Place:
    """`curriculum/bcg/waste/lectures/weigh.md` -> a lecture of the module `waste`."""
    match PurePosixPath(document).parts:
        case ("docs", "index.md"):
            return Place("home")
        case ("docs", "paths", name) if name != "index.md":
            return Place("path", value=name.removesuffix(".md"))
        case ("docs", *_):
            return Place("page")
        case ("curriculum", "index.md"):
            return Place("curriculum")
        case ("curriculum", group, "index.md"):
            return Place("base", group)
        case ("curriculum", group, module, "index.md"):
            return Place("module", group, module)
        case ("curriculum", group, module, ("facilitator.md" | "kit.md" | "slides.md") as name):
            return Place(name.removesuffix(".md"), group, module)
        case ("curriculum", group, module, "lectures", name):
            return Place("lecture", group, module, lecture=name.removesuffix(".md"))
        case ("case_studies", case, "index.md"):
            return Place("case", case=case)
        case ("case_studies", "by", facet, value):
            return Place("facet", facet=facet, value=value.removesuffix(".md"))
    return Place("unknown")
