"""How a page is cited: in Thai, in English, and for reference managers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cde.citing import cite_page

TITLES = {"th": "น่านชั่งขยะ", "en": "Nan weighs 100% of its waste & water_costs"}
ADDRESSES = {"th": "https://example.org/case-studies/nan/", "en": "https://example.org/en/case-studies/nan/"}


def say(key: str, language: str) -> str:
    return {"th": "คลังความรู้", "en": "The Library"}[language]


@pytest.mark.parametrize(
    ("day", "thai", "english"),
    [
        ("2026-11-30", "คลังความรู้. (2569). น่านชั่งขยะ. ", "The Library. (2026). Nan weighs 100% of its waste"),
        (None, "คลังความรู้. (ม.ป.ป.). ", "The Library. (n.d.). "),
    ],
)
def test_a_page_is_cited_in_each_era(day: str | None, thai: str, english: str):
    lines = cite_page("nan", TITLES, ADDRESSES, day, say, "th").lines
    assert lines["th"].startswith(thai)
    assert lines["en"].startswith(english)
    assert lines["th"].endswith(f"{ADDRESSES['th']} (CC BY 4.0)")
    assert lines["en"].endswith(f"{ADDRESSES['en']} (CC BY 4.0)")


def test_bibtex_escapes_what_tex_would_obey():
    told = cite_page("en-nan", TITLES, ADDRESSES, "2026-11-30", say, "en").bibtex
    assert told.startswith("@misc{en-nan,\n  author = {{The Library}},")
    assert r"title = {{Nan weighs 100\% of its waste \& water\_costs}}" in told
    assert "year = {2026}" in told
    assert told.endswith("language = {en}\n}")


def test_a_page_of_one_language_is_cited_at_its_own_address():
    lines = cite_page("nan", TITLES, {"th": ADDRESSES["th"]}, None, say, "th").lines
    assert ADDRESSES["th"] in lines["en"]


@given(st.text())
def test_braces_of_bibtex_always_close(title: str):
    told = cite_page("a", {"th": title, "en": title}, ADDRESSES, None, say, "en").bibtex
    depth = 0
    for place, sign in enumerate(told):
        if sign in "{}" and told[place - 1] != "\\":
            depth += 1 if sign == "{" else -1
        assert depth >= 0
    assert depth == 0
