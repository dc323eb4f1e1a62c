"""A Problem: one located fault in the content, told in Thai and English with its reason and its cure."""

from __future__ import annotations

import difflib
import functools
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from importlib import resources
from typing import Any, Literal

import yaml

Severity = Literal["error", "warning", "note"]


@dataclass(frozen=True)
class Code:
    """One kind of problem, as written in `codes.yml`: its words in both languages."""

    code: str
    name: str
    severity: Severity
    message: dict[str, str]
    reason: dict[str, str]
    cure: dict[str, str]


@functools.cache
def codes() -> dict[str, Code]:
    """Every kind of problem by its name. The codes themselves (CDE101 …) never change their meaning."""
    text = resources.files("cde").joinpath("codes.yml").read_text("utf-8")
    return {entry["name"]: Code(code=code, **entry) for code, entry in yaml.load(text, yaml.SafeLoader).items()}


@dataclass(frozen=True, order=True)
class Problem:
    """A fault at `path:line:column` (both counted from 1). `values` fill the words of its code."""

    path: str
    line: int
    column: int
    name: str
    values: dict[str, Any] = field(default_factory=dict, compare=False)
    suggestion: str | None = field(default=None, compare=False)

    @property
    def kind(self) -> Code:
        """The code of this problem."""
        return codes()[self.name]

    @property
    def severity(self) -> Severity:
        """`error` refuses a build; `warning` and `note` only inform."""
        return self.kind.severity

    def words(self, language: str) -> dict[str, str]:
        """Message, reason and cure in one language (`th` or `en`), with "did you mean" in the message."""
        kind = self.kind
        message = kind.message[language].format_map(self.values)
        if self.suggestion:
            hint = {"th": " หมายถึง «{}» ใช่หรือไม่", "en": "; did you mean “{}”?"}[language]
            message += hint.format(self.suggestion)
        return {
            "message": message,
            "reason": kind.reason[language].format_map(self.values),
            "cure": kind.cure[language].format_map(self.values),
        }

    def __str__(self) -> str:
        """The whole problem in both languages, first line `path:line:column CODE message`."""
        th, en = self.words("th"), self.words("en")
        return (
            f"{self.path}:{self.line}:{self.column} {self.kind.code} {en['message']}\n"
            f"    {en['reason']} {en['cure']}\n"
            f"    {th['message']}\n"
            f"    {th['reason']} {th['cure']}"
        )

    def as_dict(self) -> dict[str, Any]:
        """The problem as plain data, for `--format json`."""
        return {
            "path": self.path,
            "line": self.line,
            "column": self.column,
            "code": self.kind.code,
            "name": self.name,
            "severity": self.severity,
            "th": self.words("th"),
            "en": self.words("en"),
        }


def nearest(word: str, choices: Iterable[str]) -> str | None:
    """The choice most like a mistyped word, or None where nothing comes close."""
    found = difflib.get_close_matches(str(word), list(choices), n=1, cutoff=0.6)
    return found[0] if found else None


def as_text(problems: Sequence[Problem]) -> str:
    """Every problem in both languages, and a closing count."""
    counts = {level: sum(p.severity == level for p in problems) for level in ("error", "warning", "note")}
    lines = [str(problem) for problem in problems]
    lines.append("{error} error(s), {warning} warning(s), {note} note(s)".format_map(counts))
    return "\n".join(lines)


def as_json(problems: Sequence[Problem]) -> str:
    """A JSON array of problems, for other programs."""
    return json.dumps([problem.as_dict() for problem in problems], ensure_ascii=False, indent=2)


def as_github(problems: Sequence[Problem]) -> str:
    """GitHub's workflow commands, so that a pull request shows each problem at its line.

    Format: https://docs.github.com/actions/reference/workflow-commands-for-github-actions
    """
    level = {"error": "error", "warning": "warning", "note": "notice"}

    def escape(text: str) -> str:
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")

    def escape_value(text: str) -> str:
        return escape(text).replace(":", "%3A").replace(",", "%2C")

    lines = []
    for problem in problems:
        th, en = problem.words("th"), problem.words("en")
        body = f"{en['message']} {en['cure']}\n{th['message']} {th['cure']}"
        lines.append(
            f"::{level[problem.severity]} file={escape_value(problem.path)},line={problem.line},col={problem.column},"
            f"title={problem.kind.code}::{escape(body)}"
        )
    return "\n".join(lines)
