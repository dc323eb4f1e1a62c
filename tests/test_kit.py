"""The session kit: clock times, copies, slides and their plain-text twin."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cde import kit
from cde.checking import check_repository
from cde.library import ModuleFolder
from cde.loading import load
from tests import minirepo

ROOT = Path(__file__).resolve().parents[1]
LIBRARY = load(ROOT)[0]
HALF_DAY = 180
"""Minutes of a half day, its break included."""


@pytest.fixture
def waste(tmp_path: Path) -> ModuleFolder:
    return check_repository(minirepo.make(tmp_path, minirepo.files()))[0].modules["waste"]


def test_steps_follow_each_other(waste: ModuleFolder):
    assert waste.session
    found = [(each.step.id, each.begins, each.ends) for each in kit.timed(waste.session.data)]
    assert found == [("open", 0, 5), ("rest", 5, 20), ("weigh", 20, 40)]
    assert [kit.clock(begins) for _, begins, _ in found] == ["09:00", "09:05", "09:20"]
    assert kit.clock(20, 13 * 60 + 45) == "14:05"


@given(st.integers(0, 3000), st.integers(0, 1439))
def test_a_clock_is_always_a_time_of_day(minutes: int, start: int):
    assert re.fullmatch(r"([01]\d|2[0-3]):[0-5]\d", kit.clock(minutes, start))


def test_copies_follow_the_room(waste: ModuleFolder):
    assert waste.session
    session, bags = waste.session.data, waste.session.data.cards[0]
    assert kit.copies(bags, session) == 8
    assert kit.copies(bags.model_copy(update={"each": "person"}), session) == 40
    assert kit.copies(bags.model_copy(update={"each": "room"}), session) == 1


def test_slides_and_their_twin_say_the_same(waste: ModuleFolder):
    slides = kit.deck(waste, "en", lambda key: key)
    assert [slide.kind for slide in slides] == ["title", "outcomes", *["step"] * 3, *["question"] * 4, "points"]
    text = kit.as_text(slides, "Waste")
    assert f"[{len(slides)}/{len(slides)}]" in text
    for slide in slides:
        assert kit.plain(slide.title) in text
        for line in slide.lines:
            assert kit.plain(line) in text
    assert "[@" not in text and "**" not in text
    assert "09:20–09:40 · Weighing" in text


def test_a_qr_code_is_a_named_picture_that_leads_to_the_address():
    svg = kit.qr("https://example.org/curriculum/a/b/", 'Waste & "water"')
    assert svg.startswith('<svg role="img" aria-label="Waste &amp; &quot;water&quot;"')
    assert "<path" in svg
    assert svg != kit.qr("https://example.org/curriculum/a/c/", 'Waste & "water"')


@pytest.mark.parametrize("name", sorted(LIBRARY.modules))
def test_every_session_of_the_site_fits_half_a_day_with_a_break(name: str):
    session = LIBRARY.modules[name].session
    assert session
    data = session.data
    assert (data.people, data.tables) == (40, 8)
    assert data.minutes() <= HALF_DAY
    assert data.minutes("break") >= 10
    assert sum(len(step.slides) for step in data.steps) >= 6
    assert data.cards, "a room of forty needs something in its hands"
