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

Doubled = tuple[yaml.Node, yaml.Node]
"""Two nodes of the same key in one mapping."""


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

_TAGS = {f"tag:yaml.org,2002:{name}" for name in ("map", "seq", "str", "null", "bool", "int", "float", "merge")}


@dataclass(frozen=True)
class Marked:
    """A piece of YAML: its plain data, and the node that knows where each part stood.

    `text` is the whole YAML text, `first_line` the line of the file, counted from 1, on which it began.
    """

    path: str
    data: Any
    node: yaml.Node | None
    text: str
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
        return _place(self.text, mark, self.first_line)

    def known(self, location: Location) -> tuple[str | int, ...]:
        """The part of a location that this piece really has: unions add names of types to it."""
        node, found = self.node, []
        for part in location:
            step = _step(node, part)
            if step is None:
                break
            found.append(part)
            node = step[1]
        return tuple(found)

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
        return Marked(self.path, self.data[position], step[1] if step else None, self.text, self.first_line)


def _step(node: yaml.Node | None, part: str | int) -> tuple[yaml.Node | None, yaml.Node] | None:
    if isinstance(node, yaml.MappingNode):
        for key_node, value_node in reversed(node.value):  # the last of two is the one that counts
            if key_node.value == str(part):
                return key_node, value_node
    elif isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
        return None, node.value[part]
    return None


def _place(text: str, mark: yaml.Mark | None, first_line: int) -> tuple[int, int]:
    """Line and column of a mark as editors count them: YAML also ends lines with characters of old typesetting."""
    if mark is None:
        return first_line, 1
    start = text.rfind("\n", 0, mark.index) + 1
    return text.count("\n", 0, mark.index) + first_line, mark.index - start + 1


def parse(path: str, text: str, first_line: int = 1) -> tuple[Marked | None, list[Problem]]:
    """Read one YAML text. Faults of syntax and doubled keys come back as problems; the former leave no data."""
    loader = _Loader(text)
    node = None
    try:
        node = loader.get_single_node()
        doubled = list(_doubled_keys(node, set()))
        data = loader.construct_document(node) if node is not None else None
    except yaml.MarkedYAMLError as error:
        line, column = _place(text, error.problem_mark or error.context_mark, first_line)
        return None, [Problem(path, line, column, "yaml-syntax", {"detail": error.problem or error.context})]
    except (yaml.YAMLError, ValueError, TypeError, KeyError, AttributeError) as error:
        # A tag such as !!int before something else: PyYAML names no place.
        detail = str(error).splitlines()[0] if str(error) else type(error).__name__
        return None, [Problem(path, first_line, 1, "yaml-syntax", {"detail": detail})]
    finally:
        loader.dispose()
    problems = []
    for first, key in doubled:
        line, column = _place(text, key.start_mark, first_line)
        first_at = _place(text, first.start_mark, first_line)[0]
        problems.append(Problem(path, line, column, "duplicate-key", {"key": key.value, "first": first_at}))
    return Marked(path, data, node, text, first_line), problems


def _doubled_keys(node: yaml.Node | None, above: set[int], seen: set[int] | None = None) -> Iterator[Doubled]:
    """Pairs of equal keys in one mapping, each mapping once. Strange tags and circles are faults of syntax."""
    seen = set() if seen is None else seen
    if node is not None and node.tag not in _TAGS:
        raise yaml.MarkedYAMLError(problem=f"the tag {node.tag}", problem_mark=node.start_mark)
    if isinstance(node, yaml.CollectionNode):
        if id(node) in above:
            raise yaml.MarkedYAMLError(problem="a record holds itself", problem_mark=node.start_mark)
        if id(node) in seen:
            return
        seen.add(id(node))
        inner = above | {id(node)}
        if isinstance(node, yaml.MappingNode):
            keys: dict[str, yaml.Node] = {}
            for key, value in node.value:
                if isinstance(key.value, str):
                    if key.value in keys:
                        yield keys[key.value], key
                    keys.setdefault(key.value, key)
                yield from _doubled_keys(value, inner, seen)
        else:
            for item in node.value:
                yield from _doubled_keys(item, inner, seen)
