"""YAML as nodes that remember where they stood, so that every fault can name its line and column."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import yaml

from cde.problem import Problem

Location = Sequence[str | int]
"""A path into a record: keys and list positions, such as ("claims", 2, "year")."""


_Base: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # libyaml is about ten times faster


class _Loader(_Base):  # type: ignore[misc]
    """A safe loader that reads plain words as YAML 1.2 does: `on` and `no` are words, dates stay text."""


_Loader.yaml_implicit_resolvers = {}
for _tag, _pattern, _first in (
    ("null", r"(?:~|null|Null|NULL|)$", ["~", "n", "N", ""]),
    ("bool", r"(?:true|True|false|False)$", list("tTfF")),
    ("int", r"[-+]?(?:0|[1-9][0-9]*)$", list("-+0123456789")),
    ("float", r"[-+]?[0-9]+\.[0-9]+(?:[eE][-+]?[0-9]+)?$", list("-+0123456789")),
    ("merge", r"<<$", ["<"]),
):
    _Loader.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(_pattern), _first)


@dataclass(frozen=True)
class Marked:
    """A piece of YAML: its plain data, and the node that knows where each part stood.

    `first_line` is the line of the file, counted from 1, on which the YAML text began.
    """

    path: str
    data: Any
    node: yaml.Node | None
    first_line: int = 1

    def at(self, location: Location = (), *, on_key: bool = False) -> tuple[int, int]:
        """Line and column, from 1, of the deepest known part of a location; `on_key`: of its key, not its value."""
        node, mark = self.node, None
        for part in location:
            step = _step(node, part)
            if step is None:
                break
            key_node, node = step
            mark = key_node.start_mark if on_key and key_node is not None else node.start_mark
        if mark is None:
            mark = node.start_mark if node is not None else None
        if mark is None:
            return self.first_line, 1
        return mark.line + self.first_line, mark.column + 1

    def problem(
        self,
        name: str,
        location: Location = (),
        *,
        on_key: bool = False,
        suggestion: str | None = None,
        **values: Any,
    ) -> Problem:
        """A Problem at a location of this piece."""
        line, column = self.at(location, on_key=on_key)
        return Problem(self.path, line, column, name, values, suggestion)

    def part(self, position: str | int) -> Marked:
        """One entry of a mapping or list, with its own place."""
        step = _step(self.node, position)
        return Marked(self.path, self.data[position], step[1] if step else None, self.first_line)


def _step(node: yaml.Node | None, part: str | int) -> tuple[yaml.Node | None, yaml.Node] | None:
    if isinstance(node, yaml.MappingNode):
        for key_node, value_node in node.value:
            if key_node.value == str(part):
                return key_node, value_node
    elif isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
        return None, node.value[part]
    return None


def parse(path: str, text: str, first_line: int = 1) -> tuple[Marked | None, list[Problem]]:
    """Read one YAML text. Faults of syntax and doubled keys come back as problems; the former leave no data."""
    loader = _Loader(text)
    try:
        node = loader.get_single_node()
        data = loader.construct_document(node) if node is not None else None
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + first_line, mark.column + 1) if mark else (first_line, 1)
        return None, [Problem(path, line, column, "yaml-syntax", {"detail": error.problem or error.context})]
    except yaml.YAMLError as error:
        return None, [Problem(path, first_line, 1, "yaml-syntax", {"detail": str(error).splitlines()[0]})]
    finally:
        loader.dispose()
    doubled = [
        Problem(
            path,
            key.start_mark.line + first_line,
            key.start_mark.column + 1,
            "duplicate-key",
            {"key": key.value, "first": first.start_mark.line + first_line},
        )
        for first, key in _doubled_keys(node)
    ]
    return Marked(path, data, node, first_line), doubled


def _doubled_keys(node: yaml.Node | None) -> Iterator[tuple[yaml.Node, yaml.Node]]:
    if isinstance(node, yaml.MappingNode):
        seen: dict[str, yaml.Node] = {}
        for key, value in node.value:
            if key.value in seen:
                yield seen[key.value], key
            seen.setdefault(key.value, key)
            yield from _doubled_keys(value)
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _doubled_keys(item)
