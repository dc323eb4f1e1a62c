"""Front matter: what a Markdown file says of itself."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import StringConstraints

from cde.model.fields import Record, Review, labelled

Fingerprint = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{6}(?:-[0-9a-f]{6}){3}$")]
"""What `cde.fingerprint` makes of a section."""


class Translation(Record):
    """Whether this text is the original, or which text it follows, section by section, and who said so."""

    state: Literal["original", "human", "machine"] = labelled("สถานะ", "State")
    reviewed: Review | None = labelled("ตรวจคำแปลแล้ว", "Translation reviewed", default=None)
    missing: list[str] = labelled("หัวข้อที่ยังไม่แปล", "Sections not translated yet", default_factory=list)
    of: dict[str, Fingerprint] = labelled("ลายนิ้วมือของต้นฉบับ", "Fingerprints of what it follows", default_factory=dict)


class Front(Record):
    """Front matter of a page whose title stands in `module.yml` or `case.yml`."""

    translation: Translation = labelled("การแปล", "Translation")


class TitledFront(Front):
    """Front matter of a page of `docs/`, and of the curriculum's overview pages."""

    title: str = labelled("ชื่อหน้า", "Title", min_length=1)
    summary: str = labelled("สรุปหนึ่งประโยค", "Summary in one sentence", min_length=1)
    other_title: str | None = labelled("ชื่อในอีกภาษา", "Title in the other language", default=None)
    aliases: list[str] = labelled("คำค้นอื่น", "Other words to find it by", default_factory=list)
