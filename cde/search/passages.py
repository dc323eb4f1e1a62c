"""A page's HTML, cut into passages at its headings: what a search result can point to."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html.parser import HTMLParser

LONGEST = 2000
"""Characters of a passage: a longer section becomes several, so that an excerpt and a score mean one place."""

_HEADINGS = {"h1", "h2", "h3", "h4"}
_SKIPPED = {"script", "style", "svg", "template", "noscript"}
_SKIPPED_CLASSES = {"headerlink", "cite"}
_VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
_INLINE = {"a", "abbr", "b", "cite", "code", "em", "i", "mark", "small", "span", "strong", "sub", "sup", "u", "wbr"}
_LEADING = "เแโใไ"
_FOLLOWING = {chr(code) for code in (*range(0x0E30, 0x0E3B), *range(0x0E45, 0x0E4F))}
"""Thai signs that a line never begins with."""


@dataclass(frozen=True)
class Passage:
    """A section of a page. `anchor` is its id, or "" for what stands before the first heading that has one."""

    anchor: str
    title: str
    text: str


def passages_of(html: str, title: str) -> list[Passage]:
    """The passages of a page's content, the page's head first and under the page's own title.

    Left out: scripts, pictures, marks of citations, and every element (with a heading: its section) that carries
    `data-search-exclude`, as in Material's own search. A heading counts where it, or an element around it, has an id.
    """
    reader = _Reader()
    reader.feed(html)
    reader.close()
    sections = [_Section("", [title], reader.sections[0].text), *reader.sections[1:]]
    return [passage for section in sections if not section.excluded for passage in section.passages()]


def squeeze(parts: list[str]) -> str:
    """Pieces of text as one line."""
    return re.sub(r"\s+", " ", "".join(parts)).strip()


class _Section:
    def __init__(self, anchor: str, title: list[str], text: list[str], *, excluded: bool = False) -> None:
        self.anchor, self.title, self.text, self.excluded = anchor, title, text, excluded

    def passages(self) -> list[Passage]:
        title, text = squeeze(self.title), squeeze(self.text)
        if self.anchor and not text:
            return []
        return [Passage(self.anchor, title, piece) for piece in _pieces(text)]


def _pieces(text: str) -> list[str]:
    """The text in pieces of at most LONGEST characters, of about the same length, cut at spaces where there are any."""
    pieces = []
    while len(text) > LONGEST:
        aim = len(text) // -(-len(text) // LONGEST)
        cut = text.rfind(" ", aim // 2, aim)
        cut = cut if cut > 0 else _edge(text, aim)
        pieces.append(text[:cut].strip())
        text = text[cut:].strip()
    return [*pieces, text]


def _edge(text: str, at: int) -> int:
    """The last place up to `at` that is not inside a cluster of Thai."""
    place = at
    while place > 1 and (text[place] in _FOLLOWING or text[place - 1] in _LEADING):
        place -= 1
    return place if place > 1 else at


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[tuple[str, str]] = []  # open elements: tag and id
        self.sections = [_Section("", [], [])]
        self.skipping = 0  # depth at which a skipped element was opened, counted from 1
        self.heading = 0  # the same for the heading being read
        self.anchors: set[str] = {""}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = dict(attrs)
        excluded = "data-search-exclude" in attributes
        if tag not in _INLINE:
            self.handle_data(" ")
        if tag in _VOID:
            return
        self.open.append((tag, attributes.get("id") or ""))
        if self.skipping:
            return
        if tag in _HEADINGS and self._starts_section(tag, excluded=excluded):
            self.heading = len(self.open)
        elif tag in _SKIPPED or excluded or _SKIPPED_CLASSES & set((attributes.get("class") or "").split()):
            self.skipping = len(self.open)

    def _starts_section(self, tag: str, *, excluded: bool) -> bool:
        """Begin a section at a heading with an id of its own or the nearest one around it; the page's title is none."""
        if tag == "h1":
            self.skipping = len(self.open)
            return False
        anchor = next((name for _, name in reversed(self.open) if name), "")
        if anchor in self.anchors or anchor == "page":
            return False
        self.anchors.add(anchor)
        self.sections.append(_Section(anchor, [], [], excluded=excluded))
        return True

    def handle_endtag(self, tag: str) -> None:
        if tag not in _INLINE:
            self.handle_data(" ")
        depth = next((n for n in range(len(self.open), 0, -1) if self.open[n - 1][0] == tag), 0)
        if depth:
            del self.open[depth - 1 :]
            self.skipping = self.skipping if self.skipping < depth else 0
            self.heading = self.heading if self.heading < depth else 0

    def handle_data(self, data: str) -> None:
        if self.skipping:
            return
        section = self.sections[-1]
        (section.title if self.heading else section.text).append(data)
