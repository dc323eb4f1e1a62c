"""Questions as a browser meets them: a version that changes with what is asked, and an order that tells nothing."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from cde.model.quiz import Question

ORIGINAL = "th"
"""The language whose words decide whether a question is still the same: the one that all others follow."""

LENGTH = 8
"""Hexadecimal digits of a version: enough to tell a few thousand questions apart."""


def version(question: Question) -> str:
    """A short name of what is asked and of what is right, equal in every language.

    An answer that a browser remembers counts only for the version that it was given to. Explanations do not count:
    a better one does not ask anything new.
    """
    asked: dict[str, Any] = {
        "kind": question.kind,
        "prompt": question.prompt[ORIGINAL],
        "choices": [[choice.text[ORIGINAL], choice.correct] for choice in question.choices],
        "pairs": [[pair.text[ORIGINAL], pair.partner[ORIGINAL]] for pair in question.pairs],
    }
    if question.figure:
        figure = question.figure
        asked["figure"] = [figure.value, figure.tolerance, figure.unit[ORIGINAL]]
    return _digest(json.dumps(asked, ensure_ascii=False, sort_keys=True))[:LENGTH]


def mixed(question: Question, count: int) -> list[int]:
    """The positions 0 to `count` − 1 in an order of their own for each question, never the right one."""
    found = sorted(range(count), key=lambda position: _digest(f"{question.id} {position}"))
    return found if found != list(range(count)) else [*found[1:], found[0]]


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
