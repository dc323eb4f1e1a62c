"""One page as the search knows it, before it is written into an index."""

from __future__ import annotations

from dataclasses import dataclass, field

from cde.search.passages import Passage


@dataclass(frozen=True)
class Names:
    """What else a reader may call a page, and by what she may filter it."""

    others: tuple[str, ...] = ()
    """Its names in the other language and words that editors added: searched, never shown."""
    kind: str = "page"
    bases: tuple[str, ...] = ()
    province: str = ""


@dataclass(frozen=True)
class Entry:
    """A page of one language."""

    url: str
    """From the root of the site."""
    title: str
    passages: list[Passage]
    names: Names = field(default_factory=Names)
    summary: str = ""

    @property
    def others(self) -> str:
        """What the page is found by beside its own words: its other names, and its summary once more."""
        return " ".join(filter(None, (*self.names.others, self.summary)))

    def row(self) -> list[object]:
        """The page as the browser reads it: address, title, other names, kind, bases, province."""
        names = self.names
        return [self.url, self.title, self.others, names.kind, list(names.bases), names.province]
