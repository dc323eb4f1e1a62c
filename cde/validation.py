"""From marked YAML to a typed record, with every fault at once and none of them raised."""

from __future__ import annotations

import re
import typing
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from cde.model.fields import Ref, Text
from cde.model.words import Words
from cde.problem import Problem, nearest
from cde.yaml_nodes import Marked

M = TypeVar("M", bound=BaseModel)
W = TypeVar("W")

Where = tuple[str | int, ...]
"""A place within a record: keys and positions."""

_TYPES = {
    "string": ("ข้อความ", "a text"),
    "int": ("จำนวนเต็ม", "a whole number"),
    "float": ("ตัวเลข", "a number"),
    "bool": ("true หรือ false", "true or false"),
    "list": ("รายการ", "a list"),
    "dict": ("ชุดของช่อง", "a set of keys"),
    "model": ("ชุดของช่อง", "a set of keys"),
}


@dataclass(frozen=True)
class Entry(Generic[M]):
    """A valid record together with the YAML it was read from."""

    data: M
    marked: Marked


def validate(marked: Marked, model: type[M], words: Words) -> tuple[Entry[M] | None, list[Problem]]:
    """Check one record against its model. `words` are the vocabularies of closed lists."""
    try:
        record = model.model_validate(marked.data, context=words)
    except ValidationError as error:
        details = _told_once(error.errors(include_url=False), marked)
        return None, [_problem(detail, marked, model) for detail in details]
    strange = list(_strange_languages(record, words.languages))
    return (None, [_unknown_key(marked, model, where) for where in strange]) if strange else (Entry(record, marked), [])


def _strange_languages(record: BaseModel, languages: Container[str]) -> Iterator[Where]:
    """Places of keys beside `th` and `en` that name no language of the site."""
    for where, text in _within(record, Text):
        yield from ((*where, code) for code in text.further if code not in languages)


def _unknown_key(marked: Marked, model: type[BaseModel], where: Where) -> Problem:
    allowed, key = _keys_at(model, where[:-1]), str(where[-1])
    near = nearest(key, allowed)
    return marked.problem("unknown-key", where, on_key=True, suggestion=near, key=key, allowed=", ".join(allowed))


def _told_once(details: list[ErrorDetails], marked: Marked) -> Iterator[ErrorDetails]:
    """A union faults a wrong value once for each of its types: keep the first at each place."""
    seen: set[tuple[str | int, ...]] = set()
    for detail in details:
        where = marked.known(detail["loc"])
        of_a_union = len(where) < len(detail["loc"]) and detail["type"] != "missing"
        if of_a_union and where in seen:
            continue
        seen.add(where)
        yield detail


def _problem(detail: ErrorDetails, marked: Marked, model: type[BaseModel]) -> Problem:
    where, kind, context = detail["loc"], detail["type"], detail.get("ctx", {})
    given = detail["input"]
    named = where if kind == "missing" else marked.known(where)
    key = next((part for part in reversed(named) if isinstance(part, str)), marked.path)
    if kind == "extra_forbidden":
        return _unknown_key(marked, model, where)
    if kind == "missing":
        return marked.problem("missing-key", where[:-1], key=key)
    if kind in ("literal_error", "unknown_word"):
        allowed = context["allowed"] if kind == "unknown_word" else re.findall(r"'([^']+)'", context["expected"])
        return marked.problem(
            "unknown-word",
            where,
            suggestion=nearest(str(given), allowed),
            key=key,
            given=given,
            allowed=", ".join(allowed),
        )
    if kind in ("id_form", "date_format", "buddhist_era"):
        return marked.problem(kind.replace("_", "-"), where, **context)
    base = kind.removesuffix("_type").split("_")[0]
    if kind.endswith("_type") and base in _TYPES:
        th, en = _TYPES[base]
        words = shown(given)
        return marked.problem(
            "wrong-type",
            where,
            key=key,
            expected_th=th,
            expected_en=en,
            given_th=words["th"],
            given_en=words["en"],
        )
    return marked.problem(
        "out-of-range", where, key=key, detail_th=_thai(kind, context, detail["msg"]), detail_en=detail["msg"]
    )


def shown(value: Any) -> dict[str, str]:
    """A wrong value as a person wrote it, in both languages."""
    if isinstance(value, list):
        return {"th": "รายการ", "en": "a list"}
    if isinstance(value, dict):
        return {"th": "ชุดของช่อง", "en": "a set of keys"}
    if value is None:
        return {"th": "ค่าว่าง", "en": "empty"}
    return {"th": f"«{value}»", "en": f"“{value}”"}


def _thai(kind: str, context: Mapping[str, Any], message: str) -> str:
    limits = {
        "too_short": "ต้องมีอย่างน้อย {min_length} รายการ",
        "too_long": "มีได้ไม่เกิน {max_length} รายการ",
        "string_too_short": "ต้องยาวอย่างน้อย {min_length} ตัวอักษร",
        "string_too_long": "ยาวได้ไม่เกิน {max_length} ตัวอักษร",
        "greater_than_equal": "ต้องไม่น้อยกว่า {ge}",
        "less_than_equal": "ต้องไม่เกิน {le}",
        "string_pattern_mismatch": "ต้องตรงรูปแบบ {pattern}",
    }
    return limits[kind].format_map(context) if kind in limits else message


def _keys_at(model: type[BaseModel], where: Where) -> list[str]:
    """The keys that a model takes at a place within it."""
    for part in where:
        if isinstance(part, int):
            continue
        field = next((f for n, f in model.model_fields.items() if part in (n, f.alias)), None)
        inner = _model_in(field.annotation) if field else None
        if inner is None:
            continue
        model = inner
    return [field.alias or name for name, field in model.model_fields.items()]


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for argument in typing.get_args(annotation):
        found = _model_in(argument)
        if found:
            return found
    return None


def references(record: BaseModel) -> Iterator[tuple[Where, str, str]]:
    """Every field of a record marked with `Ref`: its place, the kind of record it names, the name."""
    for name, field in type(record).model_fields.items():
        value = getattr(record, name)
        marks = [mark for mark in field.metadata if isinstance(mark, Ref)]
        yield from _references(value, field.annotation, marks, (field.alias or name,))


def _references(value: Any, annotation: Any, marks: list[Ref], where: Where) -> Iterator[tuple[Where, str, str]]:
    arguments = typing.get_args(annotation)
    if isinstance(value, BaseModel):
        for inner, target, name in references(value):
            yield where + inner, target, name
    elif isinstance(value, list):
        element = arguments[0] if arguments else None
        for position, item in enumerate(value):
            yield from _references(item, element, [], (*where, position))
    elif isinstance(value, str):
        marks = marks + [mark for mark in metadata(annotation) if isinstance(mark, Ref)]
        if marks:
            yield where, marks[0].target, value


def metadata(annotation: Any) -> Iterator[Any]:
    """What `Annotated` says of a type, also within `X | None`."""
    yield from getattr(annotation, "__metadata__", ())
    for argument in typing.get_args(annotation):
        if argument is not annotation:
            yield from metadata(argument) if not isinstance(argument, (Ref, str)) else ()


def texts(record: BaseModel) -> Iterator[tuple[Where, str]]:
    """Every text of a record and of the records within it, with its place."""
    yield from _within(record, str)


def translated(record: BaseModel) -> Iterator[tuple[Where, Text]]:
    """Every text in several languages of a record and of the records within it, with its place."""
    yield from _within(record, Text)


def _within(value: Any, wanted: type[W], where: Where = ()) -> Iterator[tuple[Where, W]]:
    if isinstance(value, wanted):
        yield where, value
    elif isinstance(value, BaseModel):
        for name, field in type(value).model_fields.items():
            yield from _within(getattr(value, name), wanted, (*where, field.alias or name))
        for name, text in (value.model_extra or {}).items():
            yield from _within(text, wanted, (*where, name))
    elif isinstance(value, list):
        for position, item in enumerate(value):
            yield from _within(item, wanted, (*where, position))
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _within(item, wanted, (*where, key))
