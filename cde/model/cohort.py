"""Cohorts of the programme and their teams, as far as published sources tell: `data/cohorts.yml`."""

from __future__ import annotations

from typing import Annotated

from cde.model.case import Partner
from cde.model.fields import Date, Id, Record, Ref, Text, Word, labelled

Facts = list[Annotated[str, Ref("fact")]]


class Event(Record):
    """Something dated that a source tells of a cohort."""

    date: Date = labelled("วันที่", "Date")
    text: Text = labelled("เหตุการณ์", "What happened")
    facts: Facts = labelled("ข้อเท็จจริง", "Facts", min_length=1)


class Consent(Record):
    """A person's word that her name may stand here: when it was given, and where it is kept."""

    on: Date = labelled("วันที่ให้ความยินยอม", "Given on")
    kept: str = labelled("เก็บไว้ที่ใด", "Where it is kept", min_length=1)


class Person(Record):
    """Somebody of a team, by office. A name stands only with consent or a public source."""

    office: Text = labelled("ตำแหน่ง", "Office")
    name: Text | None = labelled("ชื่อ", "Name", default=None)
    consent: Consent | None = labelled("ความยินยอม", "Consent", default=None)
    facts: Facts = labelled("ข้อเท็จจริง", "Facts", default_factory=list)

    @property
    def may_be_named(self) -> bool:
        """True where nothing forbids the name."""
        return self.name is None or self.consent is not None or bool(self.facts)


class Grant(Record):
    """What is told of a team's research grant. The sum stands only where a source tells it."""

    text: Text = labelled("ที่รู้เรื่องทุน", "What is known of the grant")
    baht: int | None = labelled("จำนวนเงิน (บาท)", "Sum (baht)", default=None, ge=0)
    facts: Facts = labelled("ข้อเท็จจริง", "Facts", min_length=1)


class Output(Record):
    """Something that a team made."""

    kind: Annotated[str, Word("team_output")] = labelled("ชนิดผลงาน", "Kind")
    text: Text = labelled("ผลงาน", "Output")
    facts: Facts = labelled("ข้อเท็จจริง", "Facts", min_length=1)


class Town(Record):
    """A municipality of a team; its kind is null where the source does not tell it."""

    name: Text = labelled("ชื่อเทศบาล", "Name")
    kind: Annotated[str, Word("municipality_kind")] | None = labelled("ประเภท", "Kind")


class Team(Record):
    """A team of a cohort. What no source tells is null or empty; the page says so once for all teams."""

    id: Id = labelled("รหัส", "Id")
    municipalities: list[Town] = labelled("เทศบาล", "Municipalities", min_length=1)
    province: Annotated[str, Ref("province")] | None = labelled("จังหวัด", "Province")
    base: Annotated[str, Ref("base")] | None = labelled("ฐานวิจัย", "Research base", default=None)
    question: Text | None = labelled("คำถามวิจัย", "Research question", default=None)
    known: Text = labelled("ที่แหล่งข้อมูลบอก", "What sources tell")
    facts: Facts = labelled("ข้อเท็จจริง", "Facts", min_length=1)
    partners: list[Partner] = labelled("ภาคี", "Partners", default_factory=list)
    grant: Grant | None = labelled("ทุนวิจัย", "Research grant", default=None)
    outputs: list[Output] = labelled("ผลงาน", "Outputs", default_factory=list)
    case: Annotated[str, Ref("case")] | None = labelled("กรณีศึกษาจากงานของทีม", "Case made of its work", default=None)
    people: list[Person] = labelled("คน", "People", default_factory=list)


class Cohort(Record):
    """A cohort of the programme, as far as sources go."""

    number: int = labelled("รุ่นที่", "Number", ge=1)
    events: list[Event] = labelled("ลำดับเหตุการณ์", "Timeline", min_length=1)
    teams: list[Team] = labelled("ทีมที่มีแหล่งข้อมูลกล่าวถึง", "Teams that sources name", default_factory=list)
    unknown: list[Text] = labelled("สิ่งที่ยังไม่รู้", "What is not known")
