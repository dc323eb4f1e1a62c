"""Front matter: what a Markdown file says of itself."""

from __future__ import annotations

from typing import Literal

from cde.model.fields import Record, labelled


class Translation(Record):
    """Whether this text is the original or follows the other language."""

    state: Literal["original", "human", "machine"] = labelled("สถานะ", "State")
    of: str | None = labelled("ลายนิ้วมือของต้นฉบับ", "Fingerprint of what it follows", default=None)


class Front(Record):
    """Front matter of a page whose title stands in `module.yml` or `case.yml`."""

    translation: Translation = labelled("การแปล", "Translation")


class TitledFront(Front):
    """Front matter of a page of `docs/`, and of the curriculum's overview pages."""

    title: str = labelled("ชื่อหน้า", "Title", min_length=1)
    summary: str = labelled("สรุปหนึ่งประโยค", "Summary in one sentence", min_length=1)
    other_title: str | None = labelled("ชื่อในอีกภาษา", "Title in the other language", default=None)
    aliases: list[str] = labelled("คำค้นอื่น", "Other words to find it by", default_factory=list)
