"""The types that records are made of: text in both languages, ids, dates, closed words, references."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any, TypeVar

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationInfo,
    model_validator,
)
from pydantic_core import PydanticCustomError

T = TypeVar("T")

BUDDHIST_ERA = 543
"""Years between the Buddhist era as counted in Thailand since 1941 and the Christian era."""

FIRST_BUDDHIST_YEAR = 2400
"""A year from here on is taken as one of the Buddhist era (1857 C.E.): no record is dated so far ahead."""


class Record(BaseModel):
    """Base of every record: unknown keys are errors, and nothing changes after reading."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


def labelled(th: str, en: str, **options: Any) -> Any:
    """A field with its Thai and English name, used by forms, schemas and guides."""
    return Field(title=en, json_schema_extra={"title_th": th}, **options)


Written = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]


class Text(Record):
    """A text in both languages, and perhaps in further ones of the site under their codes."""

    model_config = ConfigDict(extra="allow", frozen=True, strict=True)
    __pydantic_extra__: dict[str, Written] = Field(init=False)

    th: Written = labelled("ไทย", "Thai")
    en: Written = labelled("อังกฤษ", "English")

    def __getitem__(self, language: str) -> str:
        """The text in a language; in Thai where a further language has none."""
        text: str = getattr(self, language, self.th)
        return text

    def has(self, language: str) -> bool:
        """True where the text has been written in a language."""
        return hasattr(self, language)

    @property
    def further(self) -> list[str]:
        """Codes beside `th` and `en`."""
        return list(self.model_extra or ())


class PartialText(Record):
    """A text of which one language may still be missing."""

    th: str | None = labelled("ไทย", "Thai", default=None)
    en: str | None = labelled("อังกฤษ", "English", default=None)

    @model_validator(mode="after")
    def _one_at_least(self) -> PartialText:
        if not (self.th or self.en):
            raise PydanticCustomError("missing", "one language is needed")
        return self


def _id(value: Any) -> Any:
    if isinstance(value, str) and not re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", value):
        raise PydanticCustomError("id_form", "bad id", {"given": value})
    return value


Id = Annotated[str, BeforeValidator(_id)]
"""A short ASCII name that becomes part of an address and never changes."""


def _common(year: int) -> int:
    """A year that may be of the Buddhist era as one of the Christian era."""
    return year - BUDDHIST_ERA if year >= FIRST_BUDDHIST_YEAR else year


def _date(value: Any) -> Any:
    """A date given as text: year, year-month or year-month-day, a range of years, or an approximate year."""
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    if not isinstance(value, str):
        return value
    found = re.fullmatch(r"([0-9]{4})(?:-([0-9]{2}))?(?:-([0-9]{2}))?|([0-9]{4})(?:/([0-9]{4})|~)", value)
    if not found:
        raise PydanticCustomError("date_format", "not a date", {"given": value})
    years = [int(year) for year in (found[1], found[4], found[5]) if year]
    if max(years) >= FIRST_BUDDHIST_YEAR:
        common = re.sub(r"[0-9]{4}", lambda year: str(_common(int(year[0]))), value)
        raise PydanticCustomError("buddhist_era", "Buddhist era", {"given": value, "common": common})
    try:
        datetime.date(years[0], int(found[2] or 1), int(found[3] or 1))
        if years != sorted(years):
            raise ValueError("a range runs forward")
    except ValueError:
        raise PydanticCustomError("date_format", "not a date", {"given": value}) from None
    return value


Date = Annotated[str, BeforeValidator(_date)]
"""`2022`, `2022-09`, `2022-09-02`, `2020/2021` or `2015~` (about), kept as text: what is unknown stays so.

The last two are written as in the Extended Date/Time Format (ISO 8601-2).
"""


def _day(value: Any) -> Any:
    """A whole date, without which nothing can be put in order."""
    found = _date(value)
    if isinstance(found, str) and not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", found):
        raise PydanticCustomError("date_format", "not a day", {"given": value})
    return found


Day = Annotated[str, BeforeValidator(_day)]
"""`2026-11-30`: a date of which the day is known."""


def _year(value: Any) -> Any:
    if isinstance(value, int) and not isinstance(value, bool) and value >= FIRST_BUDDHIST_YEAR:
        raise PydanticCustomError("buddhist_era", "Buddhist era", {"given": value, "common": value - BUDDHIST_ERA})
    return value


Year = Annotated[int, BeforeValidator(_year), Field(ge=1200, le=2200)]
"""A year of the Christian era."""


@dataclass(frozen=True)
class Word:
    """Marks a field whose value comes from a closed list of `data/vocabularies.yml`."""

    vocabulary: str

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> Any:
        """Check the word against the vocabularies given as validation context."""
        from pydantic_core import core_schema

        def check(value: str, info: ValidationInfo) -> str:
            words: Mapping[str, Mapping[str, Any]] = info.context or {}
            allowed = words.get(self.vocabulary)
            if allowed is None:
                return value  # the list itself is faulty, and told as such
            if value not in allowed:
                raise PydanticCustomError("unknown_word", "unknown word", {"given": value, "allowed": list(allowed)})
            return value

        return core_schema.with_info_after_validator_function(check, handler(source))

    def __get_pydantic_json_schema__(self, schema: Any, handler: Any) -> Any:
        """Name the list, so that a JSON Schema can hold its words."""
        return {**handler(schema), "vocabulary": self.vocabulary}


@dataclass(frozen=True)
class Ref:
    """Marks a field that names another record of the library, such as `Ref("module")`."""

    target: str


class Review(Record):
    """Who read a record against its sources, and when. Only a person's word sets it."""

    by: Written = labelled("ผู้ตรวจทาน (ตำแหน่งหรือชื่อบน GitHub)", "Reviewer (office or GitHub name)")
    on: Date = labelled("วันที่ตรวจ", "Day of the review")
