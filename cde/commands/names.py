"""What people call a page: its file, its document, its folder, its address on the site."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

from cde import layout
from cde.commands.refusal import Refusal
from cde.compose import describe
from cde.generated import generated_page
from cde.library import Library
from cde.problem import nearest


@dataclass(frozen=True)
class Named:
    """A document, and the language that its name told, if it did."""

    document: str
    language: str | None = None


def documents(library: Library) -> list[str]:
    """Every document that has a file, also one that could not be read."""
    files = [path for room in layout.ROOMS for path in layout.room_files(library.root, room)]
    written = [layout.document_of(path) for path in files if layout.language_of(path) in library.languages]
    return [
        name for name in dict.fromkeys(written) if layout.place_of(name).kind != "unknown" and not generated_page(name)
    ]


def address(library: Library, document: str, language: str) -> str:
    """The address of a page on the site: `docs/teach.md`, `en` -> `/en/teach/`."""
    return "/" + layout.address_of(document, language, next(iter(library.languages), language))


def title(library: Library, document: str, language: str) -> str:
    """The title of a page; its document's path where the record that holds it could not be read."""
    try:
        return describe(library, document, language)[0]
    except (KeyError, IndexError):
        return document


def find(library: Library, given: str) -> list[Named]:
    """The pages that a person means; of a folder all, its own page first.

    Raises:
        Refusal: no page is called so.
    """
    known = documents(library)
    names = {name: [Named(name)] for name in known}
    for name in known:
        for language in library.languages:
            named = [Named(name, language)]
            names |= {layout.in_language(name, language): named, address(library, name, language): named}
    for spelling in _spellings(library.root, given):
        if spelling in names:
            return names[spelling]
        inside = [Named(name) for name in known if spelling and name.startswith(f"{spelling}/")]
        if inside:
            return sorted(inside, key=lambda named: named.document != f"{spelling}/index.md")
        if made := generated_page(layout.document_of(spelling)):
            raise Refusal(
                f"{given} ไม่มีคำแปล ระบบสร้างหน้านี้จากข้อมูลทุกภาษา แก้ที่ {made.edit}",
                f"{given} has no translation: it is made from data, in every language. Mend {made.edit}.",
            )
    near = nearest(_spellings(library.root, given)[0], names)
    raise Refusal(
        f"ไม่พบหน้า {given}" + (f" หมายถึง {near} ใช่หรือไม่" if near else "") + " บอกชื่อแฟ้ม โฟลเดอร์ หรือที่อยู่บนเว็บไซต์",
        f"There is no page {given}."
        + (f" Did you mean {near}?" if near else "")
        + " Name its file, folder or address.",
    )


def _spellings(root: Path, given: str) -> list[str]:
    """A name as the repository may know it: a path from here or from its root, then an address."""
    if "://" in given:
        parts = PurePosixPath(unquote(urlsplit(given).path)).parts[1:]
        return [_slashed(parts), _slashed(parts[1:])]  # the site may lie in a folder of its host
    return list(dict.fromkeys(_paths(root, given)))


def _paths(root: Path, given: str) -> Iterator[str]:
    plain = given.replace("\\", "/")
    here = Path(plain).resolve()
    if here.exists() and here.is_relative_to(root.resolve()):
        yield here.relative_to(root.resolve()).as_posix()
    if not plain.startswith("/"):
        yield PurePosixPath(plain).as_posix()
    yield _slashed(PurePosixPath(plain.partition("#")[0]).parts)


def _slashed(parts: tuple[str, ...]) -> str:
    return "/" + "".join(f"{part}/" for part in parts if part != "/")
