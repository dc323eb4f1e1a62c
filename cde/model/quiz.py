"""The knowledge check of a module: `quiz.yml`."""

from __future__ import annotations

from typing import Literal

from cde.model.fields import Id, Record, Text, labelled

Kind = Literal["single", "multiple", "order", "match", "number"]


class Choice(Record):
    """One answer to choose, or one step to put in order, with its own explanation."""

    text: Text = labelled("คำตอบ", "Answer")
    correct: bool = labelled("ถูก", "Correct", default=False)
    why: Text = labelled("คำอธิบาย", "Explanation")


class Pair(Record):
    """Two things that belong together, and why; the choices of a matching question are the partners of all pairs."""

    text: Text = labelled("สิ่งที่ให้จับคู่", "What is to be matched")
    partner: Text = labelled("คู่ของสิ่งนั้น", "What belongs to it")
    why: Text = labelled("คำอธิบาย", "Explanation")


class Slip(Record):
    """A wrong figure that a known mistake leads to."""

    value: float = labelled("ค่าที่ได้จากความพลาด", "Value of the mistake")
    why: Text = labelled("คำอธิบาย", "Explanation")


class Figure(Record):
    """The right answer of a question about a number, in a unit, and what to say of other answers."""

    value: float = labelled("ค่าที่ถูก", "Right value")
    tolerance: float = labelled("คลาดเคลื่อนได้ (บวกลบ)", "Tolerance (plus or minus)", ge=0, default=0)
    unit: Text = labelled("หน่วย", "Unit")
    why: Text = labelled("คำอธิบายคำตอบที่ถูก", "Why it is right")
    slips: list[Slip] = labelled("ค่าที่มักคิดผิด", "Frequent mistakes", min_length=1, max_length=5)
    otherwise: Text = labelled("คำแนะนำเมื่อได้ค่าอื่น", "What to say of any other value")


class Question(Record):
    """A question that checks one outcome; the same id in both languages.

    `choices` belong to single, multiple and order (there: in the right order), `pairs` to match, `figure` to number.
    """

    id: Id = labelled("รหัส", "Id")
    outcome: Id = labelled("ผลลัพธ์การเรียนรู้ที่วัด", "Outcome it checks")
    kind: Kind = labelled("แบบคำถาม", "Kind")
    prompt: Text = labelled("คำถาม", "Question")
    choices: list[Choice] = labelled("คำตอบ", "Choices", max_length=6, default_factory=list)
    pairs: list[Pair] = labelled("คู่", "Pairs", max_length=6, default_factory=list)
    figure: Figure | None = labelled("ตัวเลข", "Figure", default=None)


class Quiz(Record):
    """`quiz.yml`: the knowledge check of a module."""

    questions: list[Question] = labelled("คำถาม", "Questions", min_length=4, max_length=8)
