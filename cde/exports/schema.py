"""JSON Schemas and the data dictionary, both made from the one model of a case."""

from __future__ import annotations

import typing
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from cde.exports.cases import LEFT_OUT
from cde.exports.edition import VERSION, Edition
from cde.model.case import Case
from cde.model.fields import Text, Word
from cde.model.words import Words
from cde.validation import metadata

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def case_schema(edition: Edition) -> dict[str, Any]:
    """The shape of one case in `cases.json`."""
    schema = Case.model_json_schema(by_alias=True, mode="serialization")
    _close_lists(schema, edition.library.words)
    for name in LEFT_OUT:
        schema["properties"].pop(name)
    required = [name for name in schema["properties"] if name not in LEFT_OUT]
    addresses = {"type": "object", "additionalProperties": {"type": "string", "format": "uri"}}
    schema["properties"]["url"] = {"title": "Addresses of its pages by language", **addresses}
    schema["required"] = [*required, "url"]
    return {"$schema": DIALECT, "$id": edition.file("case.schema.json"), "version": VERSION, **schema}


def cases_schema(edition: Edition) -> dict[str, Any]:
    """The shape of `cases.json`."""
    text = {"type": "string"}
    names = {"type": "object", "additionalProperties": text}
    return {
        "$schema": DIALECT,
        "$id": edition.file("cases.schema.json"),
        "title": "Cases",
        "type": "object",
        "properties": {
            "$schema": text,
            "name": names,
            "version": text,
            "licence": {"type": "string", "format": "uri"},
            "attribution": text,
            "cases": {"type": "array", "items": {"$ref": edition.file("case.schema.json")}},
        },
        "required": ["version", "licence", "cases"],
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
