"""Which page a person means: a file, a document, a folder, or an address on the site."""

from __future__ import annotations

from cde import layout
from cde.library import Library
from cde.problem import nearest


class UnknownPage(Exception):
    """No page is called so; `near` is the name most like it."""

    def __init__(self, given: str, near: str | None) -> None:
        super().__init__(given)
        self.given, self.near = given, near


def address_of(library: Library, document: str, language: str) -> str:
    """`docs/teach.md`, `en` -> `/en/teach/`."""
    path = "/" + layout.site_path(document).removesuffix(".md").removesuffix("index").rstrip("/")
    root = "" if language == next(iter(library.languages)) else f"/{language}"
    return f"{root}{path}/".replace("//", "/")


def find_page(library: Library, given: str) -> tuple[str, str | None]:
    """The document that is meant, and its language where that was said. Raises UnknownPage.

    `docs/teach.en.md`, `docs/teach.md`, `curriculum/bcg/waste`, `waste` and `/en/teach/` are understood; an address
    of the first language means the document.
    """
    names: dict[str, tuple[str, str | None]] = {}
    first = next(iter(library.languages))
    for loaded in library.pages.values():
        document = loaded.page.document
        names[document] = (document, None)
        names[document.removesuffix("/index.md")] = (document, None)
        if document.endswith("/index.md"):
            names.setdefault(document.split("/")[-2], (document, None))
        for language in library.languages:
            names[layout.in_language(document, language)] = (document, language)
            address = address_of(library, document, language).strip("/")
            names[address] = (document, None if language == first else language)
    wanted = given.replace("\\", "/").removeprefix("./").strip("/")
    if wanted not in names:
        raise UnknownPage(given, nearest(wanted, names))
    return names[wanted]
