"""What a Markdown text is made of."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cde.prose import (
    headings,
    markers,
    pictures_without_text,
    replace_markers,
    sections,
    uncited_figures,
    without_details,
)

TEXT = """\
Before every section.

## แนวคิด {#idea}

One.

### Detail

## Method {#method .wide}

```
## Not a heading {#code}
<!-- quiz -->
![](code.png)
```

Two.
"""


def test_headings_have_line_level_title_and_id():
    assert [(found.line, found.level, found.title, found.id) for found in headings(TEXT)] == [
        (3, 2, "แนวคิด", "idea"),
        (7, 3, "Detail", None),
        (9, 2, "Method", "method"),
    ]


@pytest.mark.parametrize("line", ["a # b", " # indented", "\\# escaped", "`# code`", "no heading"])
def test_what_is_no_heading(line):
    assert headings(line) == []


@pytest.mark.parametrize(
    ("text", "level", "title"),
    [("#น่าน", 1, "น่าน"), ("##No space {#a}", 2, "No space"), ("Nan\n===", 1, "Nan"), ("Nan {#a}\n---", 2, "Nan")],
)
def test_every_heading_that_markdown_makes_is_seen(text, level, title):
    """Python-Markdown asks for no space after `#`, and takes an underlined line."""
    assert [(found.level, found.title) for found in headings(text)] == [(level, title)]


def test_a_section_reaches_to_the_next_one():
    found = sections(TEXT)
    assert [section.heading.id for section in found] == ["idea", "method"]
    assert found[0].text == "\nOne.\n\n### Detail\n"
    assert found[1].text.endswith("```\n\nTwo.\n")


@pytest.mark.parametrize("text", ["", "สวัสดี\n", "# Title\n\n### Detail\n"])
def test_a_text_may_have_no_section(text):
    assert sections(text) == []


LINES = st.sampled_from(["## A {#a}", "## ข {#b}", "### c", "# t", "text 20", "", "```", "~~~", "<!-- quiz -->"])


@given(st.lists(LINES, max_size=12), st.lists(LINES, max_size=12))
def test_sections_never_lose_a_line(before, after):
    lines = [*before, "", "## Middle {#middle}", *after]
    found = sections("\n".join(lines))
    rebuilt = lines[: found[0].heading.line - 1] if found else lines  # no section: a fence around it all
    for section in found:
        rebuilt += [lines[section.heading.line - 1], *section.text.split("\n")]
    assert [line for line in rebuilt if line] == [line for line in lines if line]


@given(st.lists(LINES, max_size=15))
def test_a_heading_stands_on_the_line_it_names(lines):
    for found in headings("\n".join(lines)):
        assert lines[found.line - 1].startswith("#" * found.level)
        assert found.title in lines[found.line - 1]


def test_a_marker_stands_on_a_line_of_its_own():
    text = "<!-- quiz -->\nwords <!-- claims -->\n <!-- partners -->\n<!-- Note to editors -->\n<!-- figures -->  \n"
    assert list(markers(text)) == [(1, "quiz"), (5, "figures")]
    assert list(markers(TEXT)) == []


def test_known_markers_are_filled_and_others_stay():
    assert replace_markers("a\n<!-- quiz -->\n<!-- claims -->\n", {"quiz": "Q\\1"}) == "a\nQ\\1\n<!-- claims -->\n"


def test_a_marker_shown_as_code_is_not_filled():
    assert replace_markers(TEXT, {"quiz": "Q"}) == TEXT


def test_pictures_need_words():
    text = "![](a.png) ![map](b.png)\n\n![ ](c.png)\n`![](d.png)`\n[](e.md)\n"
    assert list(pictures_without_text(text)) == [1, 3]
    assert list(pictures_without_text(TEXT)) == []


def figures(text: str) -> list[str]:
    return [sentence for _, sentence in uncited_figures(text)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Nan has 20,000 people",
        "ขยะวันละ 20 ตัน",
        "ขยะ ๒๐ ตัน",
        "A rise of 5%",
        "งบ 3 ล้านบาท",
        "In 2017 it began",
        "1.5 km",
    ],
)
def test_a_figure_needs_a_citation(sentence):
    assert figures(sentence) == [sentence]
    assert figures(f"{sentence} [@news]") == []


@pytest.mark.parametrize(
    "text",
    [
        "Step 12 takes 30 minutes and 3 questions",
        "ข้อ 12 ใช้เวลา 30 นาที",
        "ISO 37120 and SDG 11",
        "12. the twelfth of a list",
        "[a page](../2020/index.md){#from-2020}",
        '<div data-rows="12">',
        "`20 GB` of code",
        "## In 2020 {#then}",
        "| --- | :---: |",
        "5 towns, 7 bins",
        "ไม่มีตัวเลข",
    ],
)
def test_what_is_no_figure(text):
    assert figures(text) == []


def test_a_citation_covers_its_own_sentence_only():
    assert figures("It had 20 bins. The town bought 30 more [@news].") == ["It had 20 bins."]
    assert figures("The town bought 30 [@news]. It had 20 before.") == ["It had 20 before."]


def test_in_thai_a_citation_covers_back_to_the_one_before():
    assert figures("มี 20 ถัง ซื้อเพิ่ม 30 ถัง [@news] ปลายปีมี 50 ถัง [@mirror]") == []
    assert figures("มี 20 ถัง [@news] ปลายปีมี 50 ถัง") == ["ปลายปีมี 50 ถัง"]


def test_a_figure_is_told_with_its_line():
    assert list(uncited_figures("คำ\n\nมี 20 ถัง\n\nIn 2020 [@news]\nIn 2021")) == [(3, "มี 20 ถัง"), (6, "In 2021")]


WORDS = st.lists(st.sampled_from(["เมือง", "ขยะ", "ของเรา", "town", "waste", "ถัง", "5"]), max_size=5).map(" ".join)
FIGURES = st.sampled_from(["20", "1,200", "3.5", "5 ล้านบาท", "7%", "๒๕๖๕"])


@given(WORDS, FIGURES, WORDS, st.sampled_from(["", "[@news]", "[@a; @b]"]), WORDS)
def test_a_figure_is_told_exactly_where_no_citation_follows(before, figure, between, citation, after):
    block = f"{before} {figure} {between} {citation} {after}"
    assert bool(figures(block)) == (citation == "")


@given(WORDS, st.sampled_from(["", "[@news]"]), WORDS)
def test_without_a_figure_nothing_is_told(before, citation, after):
    assert figures(f"{before} {citation} {after}") == []


LABELS = ("สมมติ", "invented")


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("ขยะวันละ 20 ตัน (สมมติ)", []),
        ("Invented figures:\n\n| Waste | 20 tonnes |\n|---|---|\n| Cost | 3 million |", []),
        ("Invented figures:\n\n- 20 tonnes\n- 300 homes", []),
        ("Invented figures: 20 tonnes.\n\nNan weighs 30 tonnes.", ["Nan weighs 30 tonnes."]),
        ("| Invented | 20 tonnes |\n\nA rise of 15%", ["A rise of 15%"]),
        ("### Invented\n\n| Waste | 20 tonnes |", ["| Waste | 20 tonnes |"]),
    ],
)
def test_figures_that_are_called_invented_need_no_source(text: str, left: list[str]):
    assert [sentence for _, sentence in uncited_figures(text, LABELS)] == left


def test_what_opens_on_demand_is_left_out_with_all_that_is_within():
    nested = "<details>\nhint\n  <details>\n  inner\n  </details>\nstill hint\n</details>"
    text = f"before\n{nested}\nafter\n<details>x</details>\nend"
    assert without_details(text) == "before\nafter\nend"
