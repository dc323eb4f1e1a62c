"""The team worksheet of a module: `worksheet.yml`."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from cde.model.fields import Id, Record, Text, Word, labelled


class Column(Record):
    """A column of a table to fill in."""

    id: Id = labelled("รหัส", "Id")
    label: Text = labelled("หัวตาราง", "Heading")


class WorksheetField(Record):
    """One thing to fill in. `part` says where it stands in the draft proposal; without it, among the working papers."""

    id: Id = labelled("รหัส", "Id")
    label: Text = labelled("คำถาม", "Label")
    help: Text = labelled("คำแนะนำ", "Help")
    kind: Literal["text", "long", "number", "date", "table"] = labelled("ชนิด", "Kind")
    part: Annotated[str, Word("proposal_part")] | None = labelled(
        "ส่วนของร่างข้อเสนอ", "Part of the proposal", default=None
    )
    columns: list[Column] = labelled("หัวตาราง", "Columns", default_factory=list)
    rows: Annotated[int, Field(ge=1, le=30)] = labelled("จำนวนแถว", "Rows", default=1)


class Worksheet(Record):
    """`worksheet.yml`: what a team fills in together."""

    title: Text = labelled("ชื่อใบงาน", "Title")
    purpose: Text = labelled("ทีมจะได้อะไร", "What the team will have")
    minutes: int = labelled("เวลา (นาที)", "Minutes", ge=1, le=600)
    fields: list[WorksheetField] = labelled("ช่องให้เติม", "Fields", min_length=1)
