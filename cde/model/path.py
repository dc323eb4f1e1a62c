"""A learning path: a short reasoned route through modules and cases, in `data/paths.yml`."""

from __future__ import annotations

from typing import Annotated

from cde.model.fields import Id, Record, Ref, Text, Word, labelled


class PathStep(Record):
    """A module or a case of the route, and why it stands there."""

    module: Annotated[str, Ref("module")] | None = labelled("หน่วยการเรียนรู้", "Module", default=None)
    case: Annotated[str, Ref("case")] | None = labelled("กรณีศึกษา", "Case", default=None)
    why: Text = labelled("เหตุผล", "Reason")


class LearningPath(Record):
    """A route for a role or for a decision. Routes of the bases are computed, not written."""

    id: Id = labelled("รหัส", "Id")
    kind: Annotated[str, Word("path_kind")] = labelled("ชนิดเส้นทาง", "Kind")
    title: Text = labelled("ชื่อเส้นทาง", "Title")
    summary: Text = labelled("สรุปหนึ่งประโยค", "Summary in one sentence")
    result: Text = labelled("จบแล้วตัดสินใจอะไรได้", "What can be decided afterwards")
    steps: list[PathStep] = labelled("ขั้น", "Steps", min_length=3, max_length=10)
