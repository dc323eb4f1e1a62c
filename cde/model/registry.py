"""The registries in `data/`: bases, provinces, terms, sources, facts, organisations."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from cde.model.fields import Date, Id, PartialText, Record, Ref, Review, Text, Word, labelled


class Base(Record):
    """A group of the curriculum; only the four `official` ones are bases named by the programme."""

    id: Id = labelled("รหัส", "Id")
    official: bool = labelled("ชื่อทางการ", "Official name")
    title: Text = labelled("ชื่อ", "Title")
    short: Text = labelled("ชื่อสั้น", "Short name")
    question: Text = labelled("คำถามของฐาน", "Its question")


class Province(Record):
    """One of the 77 provinces, by its two-digit code of the Department of Provincial Administration."""

    code: str = labelled("รหัสจังหวัด", "Code", pattern=r"^[1-9]\d$")
    name: Text = labelled("ชื่อ", "Name")
    region: Annotated[str, Word("region")] = labelled("ภาค", "Region")


class Term(Record):
    """A term in both languages, its definition, its other forms, and the forms to avoid."""

    id: Id = labelled("รหัส", "Id")
    th: str = labelled("คำไทย", "Thai term")
    en: str = labelled("คำอังกฤษ", "English term")
    abbr_th: str | None = labelled("ตัวย่อไทย", "Thai abbreviation", default=None)
    abbr_en: str | None = labelled("ตัวย่ออังกฤษ", "English abbreviation", default=None)
    others: dict[str, str] = labelled("คำในภาษาอื่น", "Names in further languages", default_factory=dict)
    definition: Text = labelled("ความหมาย", "Definition")
    topic: str = labelled("หมวด", "Topic")
    th_form: Literal["seen", "unconfirmed"] = labelled("สถานะคำไทย", "State of the Thai form")
    avoid: list[str] = labelled("คำที่ควรเลี่ยง", "Forms to avoid", default_factory=list)
    also: list[str] = labelled("คำอื่นที่ใช้ได้", "Other good forms", default_factory=list)
    not_in: list[str] = labelled("คำยาวที่มีคำนี้แต่ไม่ใช่คำนี้", "Longer words that are not it", default_factory=list)

    def name(self, language: str) -> str:
        """The term in one language; in Thai where a further language has no name for it."""
        return {"th": self.th, "en": self.en, **self.others}.get(language, self.th)

    def abbreviation(self, language: str) -> str | None:
        """Its abbreviation in one language; further languages have none."""
        return {"th": self.abbr_th, "en": self.abbr_en}.get(language)


class Checked(Record):
    """Who opened a source's link, and when."""

    by: str = labelled("ผู้เปิดตรวจ", "Checked by")
    on: Date = labelled("วันที่", "On")


class Source(Record):
    """Something published that pages cite."""

    title: str = labelled("ชื่อเรื่อง", "Title")
    publisher: str = labelled("ผู้เผยแพร่", "Publisher")
    date: Date | None = labelled("วันที่เผยแพร่", "Date")
    language: str = labelled("ภาษา", "Language", pattern=r"^[a-z]{2}$")
    kind: Annotated[str, Word("source_kind")] = labelled("ชนิด", "Kind")
    url: Annotated[str, Field(pattern=r"^https?://\S+$")] | None = labelled("ที่อยู่เว็บ", "Address")
    link: bool = labelled("ใส่ลิงก์", "Print the link", default=True)
    checked: Literal[False] | Checked = labelled("มีคนเปิดลิงก์แล้ว", "Opened by a person")

    @property
    def linked(self) -> bool:
        """True where readers get a link: an address is known, and it is not that of a copy."""
        return self.link and self.url is not None


class Fact(Record):
    """A statement with one source, cited in prose as [@id]."""

    id: Id = labelled("รหัส", "Id")
    text: PartialText = labelled("ข้อความ", "Statement")
    term_th: str | None = labelled("คำไทยในแหล่งที่มา", "Thai words of the source", default=None)
    cohort: int | str | None = labelled("รุ่น", "Cohort", default=None)
    date: Date | None = labelled("วันที่ของเหตุการณ์", "Date of the event", default=None)
    print: Literal["ok", "attribute", "check"] = labelled("การพิมพ์", "Print rule")
    source: Annotated[str, Ref("source")] | None = labelled("แหล่งที่มา", "Source")
    reviewed: Review | None = labelled("ตรวจทานแล้ว", "Reviewed")

    @property
    def printable(self) -> bool:
        """False for a fact that nobody has checked against its source."""
        return self.print != "check" or self.reviewed is not None


class Organisation(Record):
    """An organisation of the programme."""

    id: Id = labelled("รหัส", "Id")
    name: Text = labelled("ชื่อ", "Name")
    abbr: PartialText | None = labelled("ตัวย่อ", "Abbreviation", default=None)
    role: Text = labelled("บทบาท", "Role")
    facts: list[Annotated[str, Ref("fact")]] = labelled("ข้อเท็จจริง", "Facts", min_length=1)
