"""A language of the site: `data/languages/<code>.yml`. A third one is added by its files alone."""

from __future__ import annotations

from cde.model.fields import Record, labelled


class Formats(Record):
    """How a language writes dates and figures; `{}` is filled in."""

    era: int = labelled("จำนวนปีที่บวกจาก ค.ศ.", "Years added to those of the Christian era")
    year: str = labelled("ปี", "A year", pattern=r"\{\}")
    months: list[str] = labelled("ชื่อเดือน", "Months", min_length=12, max_length=12)
    about_year: str = labelled("ราวปี", "An approximate year", pattern=r"\{\}")
    about: str = labelled("ประมาณ", "About an amount", pattern=r"\{\}")
    over: str = labelled("กว่า", "Over an amount", pattern=r"\{\}")
    nearly: str = labelled("เกือบ", "Nearly an amount", pattern=r"\{\}")
    scales: dict[int, str] = labelled("หน่วยของจำนวนใหญ่", "Words for large numbers, by size")


class Language(Record):
    """One language: what it is called, how it writes figures, and, of a further one, its words."""

    order: int = labelled("ลำดับ", "Order", ge=1)
    name: str = labelled("ชื่อภาษาในภาษานั้น", "Name in itself", min_length=1)
    locale: str = labelled("รหัสภาษาและประเทศ", "Language and territory", pattern=r"^[a-z]{2}_[A-Z]{2}$")
    calls: dict[str, str] = labelled("ชื่อภาษาอื่นในภาษานี้", "What it calls the languages")
    according: list[str] = labelled("คำบอกที่มาของข้อความ", "Words that name a speaker", min_length=1)
    formats: Formats = labelled("รูปแบบวันที่และตัวเลข", "Formats")
    interface: dict[str, str] = labelled("คำของเว็บไซต์", "Words of data/interface.yml", default_factory=dict)
    vocabularies: dict[str, dict[str, str]] = labelled(
        "คำของรายการปิด", "Words of data/vocabularies.yml", default_factory=dict
    )

    def called(self, code: str, other: Language) -> str:
        """What this language calls another one, whose code is given; its own name where nothing is said."""
        return self.calls.get(code, other.name)
