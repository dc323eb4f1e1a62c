"""Fingerprints: what a text says, short enough to be written down beside its translation.

A fingerprint has four parts, one for each kind of change that a reader may have to know of: the words, the figures, the
sources cited, the links and pictures. So a translation that has fallen behind can tell in what, without any history.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata

from cde import citations

KINDS = ("words", "figures", "sources", "links")
"""The kinds of change, in the order of a fingerprint's parts."""

_MARK = re.compile(
    rf"""(?P<citation>{citations.CITATION.pattern})
    | (?P<inline>\]\()\s*(?:<(?P<angled>[^<>\n]*)>|(?P<plain>(?:[^()\s<]|\([^()\s]*\))*))
        (?P<title>\s+(?:"[^"\n]*"|'[^'\n]*'))?\s*\)
    | (?P<name>\b(?:href|src|srcset|poster)\s*=\s*)(?P<quote>["'])(?P<value>.*?)(?P=quote)
    | (?P<label>^[ ]{{0,3}}\[[^\]@\n]+\]:)[ \t]*<?(?P<target>[^\s<>]+)>?
    | (?P<attributes>\{{:?\s*[.\#][^{{}}\n]*\}})
    | (?P<bare>https?://[^\s<>"'()\[\]]*[^\s<>"'()\[\].,;:!?])""",
    re.MULTILINE | re.VERBOSE,
)
"""Citations; addresses of links and pictures, in Markdown, HTML or below the text; ids and classes; bare addresses."""

_KEPT = ("inline", "title", "name", "label")
_ADDRESSES = ("angled", "plain", "value", "target", "attributes", "bare")
"""Groups of `_MARK`: what stays among the words, what is told as a link."""

_LANGUAGE = re.compile(r"\.[a-z]{2}(?=\.md\b)")
_FIGURE = re.compile(r"\d+(?:[.,]\d+)*")
_THOUSANDS = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?")
_INVISIBLE = re.compile("[\u200b\u200c\u200d\u2060\ufeff\u00ad]")
_BESIDE_THAI = re.compile("(?<=[\u0e00-\u0e7f]) | (?=[\u0e00-\u0e7f])")


def fingerprint(text: str) -> str:
    """The fingerprint of a piece of Markdown or of plain text: four parts of 24 bits each.

    How many spaces and line breaks there are does not count, nor whether there are any beside a Thai letter; nor do
    invisible characters, Thai or Arabic digits, the signs between thousands, the order of keys within one citation, and
    the language in a link to a page. All else does: a figure is what its digits say, so `2.10` is not `2.1`.
    """
    text = unicodedata.normalize("NFC", _INVISIBLE.sub("", text))
    words, sources, links = _taken_apart(text)
    figures = " ".join(_figure(found) for found in _FIGURE.findall(words))
    words = _BESIDE_THAI.sub("", " ".join(_FIGURE.sub("0", words).split()))
    return "-".join(_digest(part) for part in (words, figures, sources, links))


def _taken_apart(text: str) -> tuple[str, str, str]:
    """Words with their figures, sources and links; what stands in code is always words.

    A citation goes with the spaces before it. Citations that touch are one, whose keys are sorted.
    """
    words, sources, links = [""], list[list[str]](), list[str]()
    position, cited = 0, -1
    for found in _MARK.finditer(citations.blank_code(text)):
        before, position = text[position : found.start()], found.end()
        if not found["citation"]:
            words += [before, *(text[slice(*found.span(name))] for name in _KEPT if found[name])]
            links.append(next((_LANGUAGE.sub("", found[name]) for name in _ADDRESSES if found[name]), ""))
            continue
        keys = re.findall(r"@([^\s;\]]+)", found[0])
        if cited == found.start() - len(before) and not before.strip():
            sources[-1] += keys
        else:
            words.append(before.rstrip())
            sources.append(keys)
        cited = position
    words.append(text[position:])
    return "".join(words), "; ".join(" ".join(sorted(keys)) for keys in sources), " ".join(links)


def _figure(written: str) -> str:
    """A figure in Arabic digits, without the signs between thousands."""
    digits = re.sub(r"\d", lambda digit: str(unicodedata.digit(digit[0])), written)
    return digits.replace(",", "") if _THOUSANDS.fullmatch(digits) else digits


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:6]


def changes(before: str, after: str) -> tuple[str, ...]:
    """The kinds in which two fingerprints differ."""
    pairs = zip(KINDS, before.split("-"), after.split("-"), strict=True)
    return tuple(kind for kind, old, new in pairs if old != new)
