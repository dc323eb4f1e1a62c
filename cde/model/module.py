"""A module of the curriculum: `module.yml`. Its knowledge check, worksheet and session have modules of their own."""

from __future__ import annotations

from typing import Annotated, Literal

from cde.model.fields import Id, Record, Ref, Review, Text, Word, labelled

Status = Literal["draft", "review", "published"]


class Minutes(Record):
    """Minutes of reading, of doing and of discussing: this project's own estimate."""

    read: int = labelled("อ่าน (นาที)", "Reading (minutes)", ge=0, le=600)
    do: int = labelled("ลงมือทำ (นาที)", "Doing (minutes)", ge=0, le=600)
    discuss: int = labelled("อภิปราย (นาที)", "Discussing (minutes)", ge=0, le=600)

    @property
    def total(self) -> int:
        """All minutes together."""
        return self.read + self.do + self.discuss


class Outcome(Record):
    """What a learner can do afterwards: begins with a verb that can be observed."""

    id: Id = labelled("รหัส", "Id")
    text: Text = labelled("ผลลัพธ์การเรียนรู้", "Learning outcome")


class Prerequisite(Record):
    """A module to learn first, with the reason. Its kind says whether this one can be followed without it."""

    module: Annotated[str, Ref("module")] = labelled("หน่วยที่ควรเรียนก่อน", "Module to learn first")
    kind: Annotated[str, Word("prerequisite")] = labelled("ชนิด", "Kind")
    why: Text = labelled("เหตุผล", "Reason")


class LinkedCase(Record):
    """A case that teaches an outcome of the module, with the reason."""

    case: Annotated[str, Ref("case")] = labelled("กรณีศึกษา", "Case")
    outcome: Id = labelled("ผลลัพธ์การเรียนรู้ที่ใช้", "Outcome it serves")
    why: Text = labelled("เหตุผล", "Reason")


class Lecture(Record):
    """Lecture notes; the text stands in `lectures/<id>.th.md` and `.en.md`."""

    id: Id = labelled("รหัส (ชื่อแฟ้ม)", "Id (file name)")
    title: Text = labelled("ชื่อ", "Title")
    summary: Text = labelled("สรุปหนึ่งประโยค", "Summary in one sentence")
    outcomes: list[Id] = labelled("ผลลัพธ์การเรียนรู้ที่ใช้", "Outcomes served", min_length=1)
    minutes: int = labelled("เวลา (นาที)", "Minutes", ge=1, le=240)


class Module(Record):
    """`module.yml`: everything about a module that does not depend on the language."""

    id: Id = labelled("รหัส (ชื่อโฟลเดอร์)", "Id (folder name)")
    group: Annotated[str, Ref("base")] = labelled("กลุ่ม", "Group")
    order: int = labelled("ลำดับในกลุ่ม", "Place in the group", ge=1, le=99)
    status: Status = labelled("สถานะ", "Status")
    level: Annotated[str, Word("module_level")] = labelled("ระดับ", "Level")
    audience: list[Annotated[str, Word("audience")]] = labelled("ผู้เรียน", "Audience", min_length=1)
    minutes: Minutes = labelled("เวลา", "Time")
    hours: int = labelled("ชั่วโมงเรียนทั้งหน่วยในหลักสูตรที่เสนอ", "Contact hours in the proposed course", ge=1, le=120)
    title: Text = labelled("ชื่อหน่วย", "Title")
    summary: Text = labelled("สรุปหนึ่งประโยค", "Summary in one sentence")
    question: Text = labelled("คำถามนำ", "Guiding question")
    deliverable: Text = labelled("ผลงานของทีม", "What the team makes")
    outcomes: list[Outcome] = labelled("ผลลัพธ์การเรียนรู้", "Outcomes", min_length=3, max_length=5)
    requires: list[Prerequisite] = labelled("ควรเรียนก่อน", "Prerequisites")
    key_points: list[Text] = labelled("ประเด็นสำคัญ", "Key points", min_length=3, max_length=6)
    terms: list[Annotated[str, Ref("term")]] = labelled("คำศัพท์", "Terms")
    aliases: list[str] = labelled("คำค้นอื่น", "Other words to find it by", default_factory=list)
    cases: list[LinkedCase] = labelled("กรณีศึกษา", "Cases")
    lectures: list[Lecture] = labelled("บันทึกบรรยาย", "Lecture notes", min_length=1, max_length=3)
    reviewed: Review | None = labelled("ตรวจทานแล้ว", "Reviewed")
