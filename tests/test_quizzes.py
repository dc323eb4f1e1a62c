"""Questions as a browser meets them: versions that change with what is asked, and orders that tell nothing."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from cde.model.quiz import Question
from cde.quizzes import mixed, version

QUESTION: dict[str, Any] = {
    "id": "price",
    "outcome": "cost",
    "kind": "single",
    "prompt": {"th": "ตันละเท่าใด", "en": "How much a tonne?"},
    "choices": [
        {"text": {"th": "10", "en": "10"}, "correct": True, "why": {"th": "ถูก", "en": "Right"}},
        {"text": {"th": "20", "en": "20"}, "why": {"th": "ไม่", "en": "No"}},
    ],
}


def changed(**fields: object) -> Question:
    return Question.model_validate(QUESTION | fields)


def test_a_better_explanation_or_translation_asks_nothing_new():
    same = changed(prompt={"th": "ตันละเท่าใด", "en": "What does a tonne cost?"})
    assert version(same) == version(changed())
    explained = [choice | {"why": {"th": "อธิบายใหม่", "en": "Told anew"}} for choice in QUESTION["choices"]]
    assert version(changed(choices=explained)) == version(changed())


def test_other_words_or_another_right_answer_make_a_new_question():
    first = version(changed())
    assert version(changed(prompt={"th": "กิโลกรัมละเท่าใด", "en": "How much a tonne?"})) != first
    turned = [choice | {"correct": not choice.get("correct", False)} for choice in QUESTION["choices"]]
    assert version(changed(choices=turned)) != first
    assert version(changed(choices=QUESTION["choices"][::-1])) != first, "answers are remembered by their place"


@given(name=st.from_regex(r"[a-z]{1,9}(-[a-z]{1,9})?", fullmatch=True), count=st.integers(2, 6))
def test_a_mixed_order_holds_everything_once_and_is_never_the_right_one(name: str, count: int):
    found = mixed(changed(id=name), count)
    assert sorted(found) == list(range(count))
    assert found != list(range(count))
    assert found == mixed(changed(id=name), count), "both languages and every build show the same order"


def test_another_unit_makes_a_new_question():
    figure = {
        "value": 5,
        "unit": {"th": "บาท", "en": "baht"},
        "why": {"th": "ก", "en": "a"},
        "slips": [{"value": 6, "why": {"th": "ข", "en": "b"}}],
        "otherwise": {"th": "ค", "en": "c"},
    }
    number = changed(kind="number", choices=[], figure=figure)
    other = changed(kind="number", choices=[], figure=figure | {"unit": {"th": "ล้านบาท", "en": "million baht"}})
    assert version(number) != version(other)
