"""JSON Schemas and the data dictionary, both made from the models that content is checked with."""

from __future__ import annotations

import typing
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from cde.exports.cases import LEFT_OUT
from cde.exports.edition import VERSION, Edition
from cde.exports.modules import LEFT_OUT as MODULE_LEFT_OUT
from cde.model.case import Case
from cde.model.fields import Text, Word
from cde.model.module import Module
from cde.model.quiz import Quiz
from cde.model.registry import Base
from cde.model.session import Session
from cde.model.words import Words
from cde.model.worksheet import Worksheet
from cde.validation import metadata

NAMES = {"type": "object", "additionalProperties": {"type": "string"}}
ADDRESSES = {"type": "object", "additionalProperties": {"type": "string", "format": "uri"}}
DIALECT = "https://json-schema.org/draft/2020-12/schema"


def case_schema(edition: Edition) -> dict[str, Any]:
    """The shape of one case in `cases.json`."""
    return _record(edition, Case, "case.schema.json", LEFT_OUT)


def module_schema(edition: Edition) -> dict[str, Any]:
    """The shape of one module in `modules.json`: its record with its questions, worksheet and session."""
    schema = _record(edition, Module, "module.schema.json", MODULE_LEFT_OUT)
    definitions = schema["$defs"]
    definitions["Lecture"]["properties"]["url"] = ADDRESSES
    definitions["Lecture"]["required"].append("url")
    for name, model in (("questions", Quiz), ("worksheet", Worksheet), ("session", Session)):
        part = model.model_json_schema(by_alias=True, mode="serialization")
        _close_lists(part, edition.library.words)
        definitions |= part.pop("$defs")
        if name == "questions":
            definitions["Question"]["properties"]["version"] = {"type": "string", "pattern": "^[0-9a-f]{8}$"}
            definitions["Question"]["required"].append("version")
            schema["properties"][name] = part["properties"][name]
        else:
            definitions[model.__name__] = part
            reference = {"$ref": f"#/$defs/{model.__name__}"}
            schema["properties"][name] = {"anyOf": [reference, {"type": "null"}]}
        schema["required"].append(name)
    return schema


def cases_schema(edition: Edition) -> dict[str, Any]:
    """The shape of `cases.json`."""
    return _file(edition, "cases", "case.schema.json", {})


def modules_schema(edition: Edition) -> dict[str, Any]:
    """The shape of `modules.json`."""
    base = Base.model_json_schema(by_alias=True, mode="serialization")
    more = {"proposal": NAMES, "groups": {"type": "array", "items": {"$ref": "#/$defs/Base"}}}
    schema = _file(edition, "modules", "module.schema.json", more)
    definitions = base.pop("$defs")
    return schema | {"$defs": {**definitions, "Base": base}}


def _record(edition: Edition, model: type[BaseModel], name: str, left_out: set[str]) -> dict[str, Any]:
    schema = model.model_json_schema(by_alias=True, mode="serialization")
    _close_lists(schema, edition.library.words)
    for key in left_out:
        schema["properties"].pop(key)
    schema["required"] = [*schema["properties"], "url"]
    schema["properties"]["url"] = {"title": "Addresses of its pages by language", **ADDRESSES}
    return {"$schema": DIALECT, "$id": edition.file(name), "version": VERSION, **schema}


def _file(edition: Edition, listed: str, item: str, more: dict[str, Any]) -> dict[str, Any]:
    text = {"type": "string"}
    return {
        "$schema": DIALECT,
        "$id": edition.file(f"{listed}.schema.json"),
        "title": listed.capitalize(),
        "type": "object",
        "properties": {
            "$schema": text,
            "name": NAMES,
            "version": text,
            "licence": {"type": "string", "format": "uri"},
            "attribution": text,
            **more,
            listed: {"type": "array", "items": {"$ref": edition.file(item)}},
        },
        "required": ["version", "licence", listed],
        "additionalProperties": False,
    }


def _close_lists(schema: Any, words: Words) -> None:
    """Give each field of a closed list the words of that list."""
    if isinstance(schema, dict):
        vocabulary = schema.pop("vocabulary", None)
        if vocabulary in words:
            schema["enum"] = list(words[vocabulary])
        for value in schema.values():
            _close_lists(value, words)
    elif isinstance(schema, list):
        for value in schema:
            _close_lists(value, words)


@dataclass(frozen=True)
class Entry:
    """One field of the data dictionary: its path, its names, its type, and the list that its words come from."""

    path: str
    title: Text
    kind: str  # text | texts | number | whole | yes | record
    listed: bool
    nullable: bool
    vocabulary: str | None


KINDS = {str: "text", int: "whole", float: "number", bool: "yes"}


def dictionary(model: type[BaseModel] = Case, before: str = "") -> list[Entry]:
    """Every field of a case and of the records within it, in the order of the model."""
    found: list[Entry] = []
    for name, field in model.model_fields.items():
        path = before + (field.alias or name)
        if path in LEFT_OUT:
            continue
        extra = field.json_schema_extra
        thai = extra.get("title_th") if isinstance(extra, dict) else None
        title = Text(th=str(thai or field.title or path), en=str(field.title or path))
        types = list(_types(field.annotation))
        marks = [*field.metadata, *metadata(field.annotation)]
        vocabulary = next((mark.vocabulary for mark in marks if isinstance(mark, Word)), None)
        inner = next((each for each in types if isinstance(each, type) and issubclass(each, BaseModel)), None)
        known = next((KINDS[each] for each in (float, int, str, bool) if each in types), "text")
        listed, nullable = list in types, type(None) in types
        kind = "texts" if inner is Text else "record" if inner else known
        found.append(Entry(path, title, kind, listed, nullable, vocabulary))
        if inner and inner is not Text:
            found += dictionary(inner, f"{path}[]." if listed else f"{path}.")
    return found


def _types(annotation: Any) -> typing.Iterator[Any]:
    """The types that an annotation is made of."""
    origin = typing.get_origin(annotation)
    if origin in (None, list):
        yield origin or annotation
    for argument in typing.get_args(annotation):
        if not isinstance(argument, str):
            yield from _types(argument)
