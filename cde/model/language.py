"""A language of the site: `data/languages/<code>.yml`. A third one is added by its files alone."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field
from pydantic_core import PydanticCustomError

from cde.model.fields import Record, Written, labelled

Era = Literal["be", "ce"]
"""A count of years: the Buddhist era, or the Christian one."""


class Gaps:
    """Marks a pattern, such as `ราว {}`: each of its gaps stands in it once, for what is filled in."""

    def __init__(self, *gaps: str) -> None:
        self.gaps = gaps

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> Any:
        """Fault a pattern that lacks a gap or has it twice."""
        from pydantic_core import core_schema

        def check(pattern: str) -> str:
            for gap in self.gaps:
                if pattern.count(gap) != 1:
                    raise PydanticCustomError("string_pattern_mismatch", "Should hold {pattern} once", {"pattern": gap})
            return pattern

        return core_schema.no_info_after_validator_function(check, handler(source))


Around = Annotated[str, Gaps("{}")]
Amount = Annotated[str, Gaps("{number}", "{unit}")]
Numerals = Annotated[str, Field(min_length=10, max_length=10)]


class Years(Record):
    """A year of each era, where a reader must be told which one."""

    be: Around = labelled("ปี พ.ศ.", "A year of the Buddhist era")
    ce: Around = labelled("ปี ค.ศ.", "A year of the Christian era")


class Formats(Record):
    """How a language writes years, dates and figures. Everything in braces is filled in."""

    era: Era = labelled("ศักราชที่ใช้", "The era it counts in")
    years: Years = labelled("ปีตามศักราช", "A year of each era")
    both_eras: Annotated[str, Gaps("{own}", "{other}")] = labelled("ปีทั้งสองศักราช", "A year in both eras")
    about_year: Around = labelled("ราวปี", "An approximate year")
    months: list[Written] = labelled("ชื่อเดือน", "Months", min_length=12, max_length=12)
    date: Annotated[str, Gaps("{day}", "{month}", "{year}")] = labelled("วันที่", "A day")
    month: Annotated[str, Gaps("{month}", "{year}")] = labelled("เดือนและปี", "A month")
    range: Annotated[str, Gaps("{first}", "{last}")] = labelled("ช่วง", "A range")
    decimal: Written = labelled("จุดทศนิยม", "Decimal sign")
    thousands: str = labelled("เครื่องหมายคั่นหลักพัน", "Sign between thousands")
    numerals: dict[str, Numerals] = labelled("ตัวเลขแบบอื่น", "Other numerals, 0 to 9", default_factory=dict)
    amount: Amount = labelled("จำนวนกับหน่วย", "A number with its unit")
    one: dict[str, str] = labelled("หน่วยของจำนวนหนึ่ง", "Units of one", default_factory=dict)
    scales: dict[int, Amount] = labelled("หน่วยของเงินจำนวนมาก", "Words for large sums of money, by size")
    percent: Around = labelled("ร้อยละ", "A percentage")
    about: Around = labelled("ประมาณ", "About an amount")
    over: Around = labelled("กว่า", "Over an amount")
    nearly: Around = labelled("เกือบ", "Nearly an amount")


class Language(Record):
    """One language: what it is called, how it writes figures, and, of a further one, its words."""

    order: int = labelled("ลำดับ", "Order", ge=1)
    name: str = labelled("ชื่อภาษาในภาษานั้น", "Name in itself", min_length=1)
    locale: str = labelled("รหัสภาษาและประเทศ", "Language and territory", pattern=r"^[a-z]{2}_[A-Z]{2}$")
    script: str = labelled("อักษร", "Script, as Unicode names it", pattern=r"^[A-Z][a-z]+$")
    spaced: bool = labelled("เว้นวรรคระหว่างคำ", "Spaces between words", default=True)
    calls: dict[str, str] = labelled("ชื่อภาษาอื่นในภาษานี้", "What it calls the languages")
    invented: list[str] = labelled("คำที่บอกว่าตัวเลขแต่งขึ้น", "Words that call a figure invented", default_factory=list)
    according: list[str] = labelled("คำบอกที่มาของข้อความ", "Words that name a speaker", min_length=1)
    formats: Formats = labelled("รูปแบบวันที่และตัวเลข", "Formats")
    interface: dict[str, str] = labelled("คำของเว็บไซต์", "Words of data/interface.yml", default_factory=dict)
    vocabularies: dict[str, dict[str, str]] = labelled(
        "คำของรายการปิด", "Words of data/vocabularies.yml", default_factory=dict
    )

    def called(self, code: str, other: Language) -> str:
        """What this language calls another one, whose code is given; its own name where nothing is said."""
        return self.calls.get(code, other.name)
