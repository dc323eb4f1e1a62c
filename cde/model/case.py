"""A municipal case: `case.yml`, with its claims as data."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Literal

from pydantic import Field

from cde.model.fields import Date, Id, Record, Ref, Review, Text, Word, Year, labelled

Status = Literal["draft", "review", "published"]
PrintRule = Literal["ok", "attribute", "check"]
SourceKey = Annotated[str, Ref("source")]


class Municipality(Record):
    """A municipality of the case."""

    name: Text = labelled("ชื่อเทศบาล", "Name")
    kind: Annotated[str, Word("municipality_kind")] = labelled("ประเภท", "Kind")


class Population(Record):
    """Inhabitants, with the year they were counted and where that stands."""

    value: int = labelled("จำนวนคน", "People", ge=0)
    year: Year | None = labelled("ปี ค.ศ.", "Year")
    source: SourceKey = labelled("แหล่งที่มา", "Source")


class Period(Record):
    """Years of the work, C.E.; null where not known."""

    start: Year | None = labelled("เริ่ม (ปี ค.ศ.)", "From (year)", alias="from")
    to: Year | None = labelled("สิ้นสุด (ปี ค.ศ.)", "To (year)")


class Claim(Record):
    """One statement with its figure and its sources. `value` is in `unit`; money in whole baht.

    `approximate` is true where the source says "about", or the word with which it bounds the figure.
    """

    id: Id = labelled("รหัส", "Id")
    kind: Annotated[str, Word("claim_kind")] = labelled("ชนิด", "Kind")
    text: Text = labelled("ข้อความ", "Text")
    value: float | int | None = labelled("ค่า", "Value")
    value_to: float | int | None = labelled("ค่าปลายช่วง", "Upper end of a range", default=None)
    approximate: bool | Literal["over", "nearly"] = labelled("เป็นค่าประมาณ", "Approximate", default=False)
    unit: Annotated[str, Word("unit")] | None = labelled("หน่วย", "Unit")
    year: Year | None = labelled("ปี ค.ศ.", "Year")
    level: Annotated[str, Word("evidence_level")] = labelled("ระดับหลักฐาน", "Evidence level")
    print: PrintRule = labelled("การพิมพ์", "Print rule")
    sources: list[SourceKey] = labelled("แหล่งที่มา", "Sources")

    @property
    def printable(self) -> bool:
        """False for what an editor must still check."""
        return self.print != "check"

    def names_its_speaker(self, language: str, words: Iterable[str]) -> bool:
        """True where the text itself says whose word it is, by one of these words ("ตาม…", "according to …")."""
        text = self.text[language].lower()
        return any(word.lower() in text for word in words)


class Highlight(Record):
    """A figure for the first screen, under a short label."""

    claim: Id = labelled("ข้ออ้าง", "Claim")
    label: Text = labelled("ป้าย", "Label")


class Conflict(Record):
    """Claims about one thing that disagree; they stand side by side, dated, never merged."""

    about: Text = labelled("เรื่อง", "About")
    claims: list[Id] = labelled("ข้ออ้าง", "Claims", min_length=2)


class Partner(Record):
    """Someone who took part; role null where it is not known."""

    name: Text = labelled("ชื่อ", "Name")
    sector: Annotated[str, Word("sector")] = labelled("ภาค", "Sector")
    role: Text | None = labelled("บทบาท", "Role", default=None)


class LinkedModule(Record):
    """A module that the case helps to teach, with the reason."""

    module: Annotated[str, Ref("module")] = labelled("หน่วยการเรียนรู้", "Module")
    why: Text = labelled("เหตุผล", "Reason")


class Case(Record):
    """`case.yml`: everything about a case that does not depend on the language."""

    id: Id = labelled("รหัส (ชื่อโฟลเดอร์)", "Id (folder name)")
    status: Status = labelled("สถานะ", "Status")
    strength: Annotated[str, Word("strength")] = labelled("ความครบถ้วน", "Strength")
    title: Text = labelled("ชื่อ", "Title")
    summary: Text = labelled("สิ่งที่ทำ ในหนึ่งประโยค", "What they did, in one sentence")
    why: Text = labelled("ทำไมนายกเทศมนตรีควรสนใจ", "Why a mayor should care")
    brief: list[Text] = labelled("สรุปห้าบรรทัด", "Five-line summary", min_length=1, max_length=5)
    municipalities: list[Municipality] = labelled("เทศบาล", "Municipalities", min_length=1)
    province: Annotated[str, Ref("province")] = labelled("จังหวัด (รหัส)", "Province (code)")
    coordinates: Annotated[list[float], Field(min_length=2, max_length=2)] | None = labelled(
        "พิกัด [ละติจูด, ลองจิจูด]", "Coordinates [latitude, longitude]"
    )
    coordinates_note: Text | None = labelled("หมายเหตุพิกัด", "Note on coordinates", default=None)
    population: Population | None = labelled("ประชากร", "Population")
    period: Period = labelled("ช่วงเวลา", "Period")
    stage: Annotated[str, Word("stage")] | None = labelled("สถานะโครงการ", "Stage")
    bases: list[Annotated[str, Ref("base")]] = labelled("ฐานวิจัย", "Bases", min_length=1)
    aliases: list[str] = labelled("คำค้นอื่น", "Other words to find it by", default_factory=list)
    instruments: list[Annotated[str, Word("instrument")]] = labelled("เครื่องมือการเงิน", "Instruments")
    sdgs: list[Annotated[int, Field(ge=1, le=17)]] = labelled("SDG (ความเห็นของโครงการ)", "SDGs (our judgement)")
    highlights: list[Highlight] = labelled("ตัวเลขเด่น", "Highlights", max_length=3)
    claims: list[Claim] = labelled("ข้ออ้าง", "Claims", min_length=1)
    conflicts: list[Conflict] = labelled("ตัวเลขที่ขัดกัน", "Conflicts")
    partners: list[Partner] = labelled("ภาคี", "Partners")
    modules: list[LinkedModule] = labelled("หน่วยการเรียนรู้", "Modules")
    last_checked: Date | None = labelled("ตรวจแหล่งที่มาล่าสุด", "Sources last checked")
    reviewed: Review | None = labelled("ตรวจทานแล้ว", "Reviewed")

    @property
    def printable_claims(self) -> list[Claim]:
        """Claims that readers may see."""
        return [claim for claim in self.claims if claim.printable]

    @property
    def cited_sources(self) -> list[str]:
        """Keys of the sources of the printable claims, each once."""
        return list(dict.fromkeys(key for claim in self.printable_claims for key in claim.sources))

    def claim(self, name: str) -> Claim | None:
        """The claim with an id."""
        return next((claim for claim in self.claims if claim.id == name), None)
