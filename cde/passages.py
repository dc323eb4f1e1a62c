"""Mark Thai words on pages of another language, so that screen readers, fonts and line breaks treat them as Thai."""

from __future__ import annotations

import re

_TAG = re.compile(r"(<[^>]*>)")
_THAI = re.compile(r"[\u0e00-\u0e7f]+(?:[\s\d.,()/–-]+[\u0e00-\u0e7f]+)*")
_OPEN = re.compile(r'<([a-z][a-z0-9]*)\b[^>]*\blang="th"', re.IGNORECASE)


_UNREAD = re.compile(r"(<(script|style|template|textarea|select)\b.*?</\2>)", re.DOTALL | re.IGNORECASE)
_BODY = re.compile(r"<body\b[^>]*>", re.IGNORECASE)


def mark_thai_around(page: str, language: str) -> str:
    """A whole page with its Thai words marked around its text too: names in menus that have no other language yet.

    What no reader reads as text, such as scripts, and the head are left alone.
    """
    body = _BODY.search(page)
    if language == "th" or not body:
        return page
    pieces = _UNREAD.split(page[body.end() :])
    del pieces[2::3]  # the names of the elements left alone
    pieces[::2] = [mark_thai(piece, language) for piece in pieces[::2]]
    return page[: body.end()] + "".join(pieces)


def mark_thai(html: str, language: str) -> str:
    """The HTML of a page with each run of Thai in `<span lang="th">`; a Thai page comes back unchanged.

    Text that already stands in an element with `lang="th"` is left as it is.
    """
    if language == "th":
        return html
    pieces, inside, depth = [], "", 0
    for piece in _TAG.split(html):
        if inside:
            depth += _nesting(piece, inside)
            inside = inside if depth else ""
        elif opened := _OPEN.match(piece):
            inside, depth = opened[1].lower(), 1
        elif not piece.startswith("<"):
            piece = _THAI.sub(lambda run: f'<span lang="th">{run[0]}</span>', piece)
        pieces.append(piece)
    return "".join(pieces)


def _nesting(piece: str, name: str) -> int:
    """How a tag changes the depth within an element of a name."""
    if re.match(rf"</{name}\b", piece, re.IGNORECASE):
        return -1
    return 1 if re.match(rf"<{name}\b(?![^>]*/>)", piece, re.IGNORECASE) else 0
