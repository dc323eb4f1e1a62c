"""The page models: which sections each kind of page must have, and which markers it may hold.

A marker is an HTML comment on a line of its own, such as `<!-- quiz -->`: the site puts generated content there, and
GitHub shows nothing.
"""

from __future__ import annotations

SECTIONS = {
    "module": ("brief", "idea", "frame", "method", "worked-case", "exercise", "check", "worksheet", "monday"),
    "lecture": ("discuss", "reading"),
    "facilitator": ("plan", "tables", "pitfalls", "answers", "bring"),
    "case": (
        "context",
        "challenge",
        "decision",
        "solution",
        "partners",
        "money",
        "results",
        "did-not-work",
        "later",
        "lessons",
        "transfer",
        "questions",
    ),
}

SHORT_CASE = ("context", "solution", "money", "results", "did-not-work", "questions")
"""What a case must have whose sources do not carry more: one that is not called full."""

MARKERS = {
    "home": ("doors", "bases", "figures", "cases"),
    "page": ("cohorts", "organisations", "figures"),
    "curriculum": ("bases", "modules"),
    "base": ("modules", "cases", "terms"),
    "module": ("quiz", "worksheet"),
    "facilitator": ("session", "cards"),
    "case": ("claims", "partners"),
}

TEACHING_SECTIONS = {"exercise", "check", "worksheet", "monday", "discuss", "transfer", "questions"}
"""Sections whose figures belong to teaching: invented data, minutes, numbers of steps."""

WHOLE = {"facet", "path", "paths", "slides", "progress", "proposal", "coverage"}
"""Kinds of generated pages that are HTML throughout: there are hundreds of them, so Markdown is spared."""

UNSEARCHED = {"facet", "facilitator", "kit", "slides"}
"""Kinds of pages outside the learners' search: they list other pages, or speak to facilitators."""
