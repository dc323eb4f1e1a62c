"""Links from the words of a page to the entries of the glossary: the first use of each term in a section."""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from cde.model.registry import Term
from cde.termbase import TermBase

KINDS = {"module", "lecture", "facilitator", "case", "page", "curriculum", "base"}
"""Kinds of page whose words get links."""

_TOKEN = re.compile(
    r"(<!--.*?(?:-->|\Z)"
    r"|<(script|style|textarea|title|template)\b.*?(?:</\2\s*>|\Z)"
    r"|</?[a-zA-Z](?:[^\"'>]++|\"[^\"]*+\"|'[^']*+')*+>"
    r"|<[a-zA-Z/!?][^>]*>?)",
    re.DOTALL,
)
"""A comment, an element whose text is no HTML (and its name), a tag, or what looks like a tag and is none."""

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9-]*)")
_ATTRIBUTE = re.compile(
    r"\s(class|lang|data-search-exclude)\b(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+)))?", re.IGNORECASE
)
_VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
_PHRASE = {
    "a",
    "abbr",
    "b",
    "bdi",
    "cite",
    "del",
    "em",
    "i",
    "ins",
    "mark",
    "q",
    "s",
    "small",
    "span",
    "strong",
    "u",
    "wbr",
}
"""Elements that do not end a word."""

_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6", "th", "dt", "caption", "figcaption"}
_CONTROLS = {"a", "button", "summary", "label", "legend", "select", "option", "output", "nav"}
_NO_PROSE = {"code", "pre", "kbd", "samp", "svg", "math", "object", "iframe"}
_LEFT = _HEADINGS | _CONTROLS | _NO_PROSE
_LEFT_CLASSES = {"page-head", "card", "cards", "choice", "references", "cite", "chip", "claim-kind", "level"}
_LEFT_CLASSES |= {"worksheet__title", "worksheet__label"}
"""Elements and classes whose text gets no links."""


class _Tag(NamedTuple):
    """What a tag does: its element, whether it ends it, whether words cross it, whether what follows gets no links."""

    name: str
    closes: bool
    phrase: bool
    left: bool


@lru_cache(maxsize=10_000)
def _tag(token: str, language: str) -> _Tag | None:
    found = _TAG.match(token)
    if not found:
        return None
    name, attributes = found[2].lower(), token[found.end() :]
    values = {attribute.lower(): a or b or c for attribute, a, b, c in _ATTRIBUTE.findall(attributes)}
    excluded = "data-search-exclude" in values or values.get("lang", language) != language
    left = name in _LEFT or excluded or not _LEFT_CLASSES.isdisjoint(values.get("class", "").split())
    return _Tag(name, bool(found[1]), name in _PHRASE, left)


class _Text(NamedTuple):
    """A piece of text between two tags."""

    place: int
    section: int
    linkable: bool


_BETWEEN = _Text(-1, 0, False)
"""Stands between runs. A run is text that only phrase elements divide: it is read as one, since words cross tags."""


def _texts(parts: list[str], language: str) -> list[_Text]:
    """The texts of a page in the order of reading, runs without a place for a link left out.

    `parts` are texts, tokens and names of raw elements in turn. An end tag closes the last element of its name and no
    other: what is left open stays so, and gets no links where it gets none.
    """
    texts: list[_Text] = []
    run: list[_Text] = []
    opened: list[_Tag] = []
    left = section = 0
    linkable = False  # somewhere in the run
    for place in range(0, len(parts), 3):
        if parts[place]:
            run.append(_Text(place, section, not left))
            linkable = linkable or not left
        tag, raw = (_tag(parts[place + 1], language), parts[place + 2]) if place + 1 < len(parts) else (_END, None)
        if tag is None:
            continue
        if run and not tag.phrase:
            texts += [*run, _BETWEEN] if linkable else []
            run, linkable = [], False
        if tag.closes:
            last = len(opened) - 1
            while last >= 0 and opened[last].name != tag.name:
                last -= 1
            left -= last >= 0 and opened.pop(last).left
        elif tag.name not in _VOID and not raw:
            opened.append(tag)
            left += tag.left
            section += tag.name == "h2"
    return texts


_END = _Tag("", closes=True, phrase=False, left=False)


def link_terms(page: str, base: TermBase, glossary: str) -> tuple[str, list[Term]]:
    """The HTML of a page with the first use of each term in a section as a link, and the terms that are linked.

    A section reaches from one h2 to the next. `glossary` is the address of the page of all terms. Nothing else of the
    HTML changes, however it is formed.
    """
    parts = _TOKEN.split(page)
    texts = _texts(parts, base.language)
    read = ["\0" if text is _BETWEEN else parts[text.place] for text in texts]
    ends = list(accumulate(map(len, read)))
    used: dict[str, Term] = {}
    linked: set[tuple[int, str]] = set()
    links: dict[int, list[tuple[int, int, str]]] = {}
    for use in base.uses("".join(read)):
        number = bisect_right(ends, use.start)
        text, name = texts[number], use.term.id
        if use.form.kind != "good" or use.end > ends[number] or not text.linkable or (text.section, name) in linked:
            continue
        linked.add((text.section, name))
        used[name] = use.term
        start = ends[number] - len(read[number])
        links.setdefault(text.place, []).append((use.start - start, use.end - start, name))
    address = html.escape(glossary)
    for place, found in links.items():
        words = parts[place]
        for start, end, name in reversed(found):
            link = f'<a class="term" href="{address}#{name}" aria-describedby="term-{name}">{words[start:end]}</a>'
            words = words[:start] + link + words[end:]
        parts[place] = words
    return "".join(part for number, part in enumerate(parts) if number % 3 < 2), list(used.values())
