"""The classroom session of a module: `session.yml`, from which the run sheet, the cards and the slides are made."""

from __future__ import annotations

from typing import Annotated

from cde.model.fields import Id, Record, Text, Word, labelled


class Slide(Record):
    """One slide: a heading and a few short lines that can be read from the last row."""

    title: Text = labelled("หัวสไลด์", "Heading")
    lines: list[Text] = labelled("บรรทัด", "Lines", min_length=1, max_length=6)


class Step(Record):
    """A stretch of the session: what the room does, for how long, with what, and what is shown meanwhile."""

    id: Id = labelled("รหัส", "Id")
    kind: Annotated[str, Word("session_step")] = labelled("ชนิดกิจกรรม", "Kind")
    minutes: int = labelled("เวลา (นาที)", "Minutes", ge=1, le=240)
    title: Text = labelled("ชื่อช่วง", "Title")
    what: Text = labelled("ทำอะไร", "What happens")
    who: Text | None = labelled("ใครทำ", "Who", default=None)
    needs: Text | None = labelled("ของที่ใช้", "Needs", default=None)
    slides: list[Slide] = labelled("สไลด์", "Slides", max_length=6, default_factory=list)


class Card(Record):
    """One card to cut out."""

    id: Id = labelled("รหัส", "Id")
    title: Text = labelled("หัวบัตร", "Heading")
    text: Text = labelled("ข้อความ", "Text")


class CardSet(Record):
    """Cards that belong together: a set for each person, for each table, or one for the room."""

    id: Id = labelled("รหัส", "Id")
    title: Text = labelled("ชื่อชุดบัตร", "Title")
    use: Text = labelled("ใช้อย่างไร", "How they are used")
    each: Annotated[str, Word("card_set")] = labelled("จำนวนชุด", "A set for each")
    cards: list[Card] = labelled("บัตร", "Cards", min_length=2, max_length=40)


class Session(Record):
    """`session.yml`: a session for a number of people at tables; minutes are this project's own estimate."""

    people: int = labelled("จำนวนคน", "People", ge=4, le=200)
    tables: int = labelled("จำนวนโต๊ะ", "Tables", ge=1, le=40)
    steps: list[Step] = labelled("ช่วงเวลา", "Steps", min_length=3, max_length=20)
    cards: list[CardSet] = labelled("ชุดบัตร", "Sets of cards", max_length=4)

    def minutes(self, *kinds: str) -> int:
        """Minutes of the steps of some kinds, or of all."""
        return sum(step.minutes for step in self.steps if not kinds or step.kind in kinds)
