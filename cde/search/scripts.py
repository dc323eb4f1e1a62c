"""The scripts of the search as readers download them: the modules of each step joined into one file, and minified.

Many small modules are good to read and bad to download: a phone would wait for each level of imports. Each file
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

STEPS = ("engine.js", "sharded.js", "vocabulary.js", "chips.js", "suggestions.js")
"""Entry modules in the order in which a reader may need them. What an earlier one brings, a later one takes from it."""
WORKER = "worker.js"

_IMPORT = re.compile(r'^import \{([^}]*)\} from "\./([\w-]+\.js)";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async )?(?:const|function|class) (\w+))", re.MULTILINE)


def scripts_of(folder: Path) -> dict[str, bytes]:
    """The files by their names."""
    sources = {path.name: path.read_text("utf-8") for path in sorted(folder.glob("*.js"))}
    home: dict[str, str] = {}
    for step in STEPS:
        home |= {name: step for name in _needed(step, sources) if name not in home}
    files = {step: _joined(step, sources, home) for step in STEPS} | {WORKER: sources[WORKER]}
    return {name: _small(text).encode("utf-8") for name, text in files.items()}


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


def _joined(step: str, sources: Mapping[str, str], home: Mapping[str, str]) -> str:
    """The file of a step. Its modules share one function, where the minifier may shorten every name."""
    inside = [name for name in _needed(step, sources) if home[name] == step]
    imports: dict[str, set[str]] = {}
    for name in inside:
        for names, other in _IMPORT.findall(sources[name]):
            if home[other] != step:
                imports.setdefault(home[other], set()).update(_names(names))
    given = set(_EXPORT.findall(sources[step]))
    for name, text in sources.items():
        if home.get(name, step) != step:
            given |= {each for names, other in _IMPORT.findall(text) if home[other] == step for each in _names(names)}
    head = [f'import {{ {", ".join(sorted(names))} }} from "./{other}";' for other, names in sorted(imports.items())]
    body = [_EXPORT.sub("", _IMPORT.sub("", sources[name])) for name in inside]
    if left := next(
        (line for text in body for line in text.splitlines() if line.startswith(("import ", "export "))), None
    ):
        raise ValueError(f"{step}: this line of its modules is in no form that joining knows: {left}")
    names = "{ " + ", ".join(sorted(given)) + " }"
    return "\n".join([*head, f"export const {names} = (() => {{", *body, f"return {names};", "})();"])


def _names(text: str) -> list[str]:
    return [name.strip() for name in text.split(",") if name.strip()]


def _small(text: str) -> str:
    return str(minify.string("application/javascript", text)) if minify else text
