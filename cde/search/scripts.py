"""The scripts of the search as readers download them: the modules of each step joined into one file, and minified.

Eighteen small modules are good to read and bad to download: a phone would wait for each level of imports. Each file
made here works like the module of the same name, which works as it stands, too.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

try:
    import minify
except ImportError:  # no wheel for this machine: larger files that do the same
    minify = None

STEPS = ("engine.js", "sharded.js", "vocabulary.js", "suggestions.js")
"""Entry modules in the order in which a reader may need them. What an earlier one brings, a later one takes from it."""
WORKER = "worker.js"

_IMPORT = re.compile(r'^import (\{[^}]*\}) from "\./([\w-]+\.js)";\n', re.MULTILINE)


def scripts_of(folder: Path) -> dict[str, bytes]:
    """The files by their names."""
    sources = {path.name: path.read_text("utf-8") for path in sorted(folder.glob("*.js"))}
    home: dict[str, str] = {}
    files = {WORKER: sources[WORKER]}
    for step in STEPS:
        names = [name for name in _needed(step, sources) if name not in home]
        home |= dict.fromkeys(names, step)
        files[step] = "\n".join(_without_imports(sources[name], step, home) for name in names)
    return {name: _small(text).encode("utf-8") for name, text in files.items()}


def _small(text: str) -> str:
    return str(minify.string("application/javascript", text)) if minify else text


def _needed(name: str, sources: Mapping[str, str]) -> list[str]:
    """A module after all that it imports."""
    order: list[str] = []

    def visit(name: str) -> None:
        for _, other in _IMPORT.findall(sources[name]):
            visit(other)
        if name not in order:
            order.append(name)

    visit(name)
    return order


def _without_imports(text: str, step: str, home: Mapping[str, str]) -> str:
    """A module's text for the file of a step: what the same file brings need not be imported."""

    def replace(found: re.Match[str]) -> str:
        other = home[found[2]]
        return "" if other == step else f'import {found[1]} from "./{other}";\n'

    return _IMPORT.sub(replace, text)
