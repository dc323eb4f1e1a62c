"""A page's HTML, cut into passages at its headings."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from cde.search.passages import LONGEST, passages_of


def cut(html: str, title: str = "หน้า") -> list[tuple[str, str, str]]:
    return [(found.anchor, found.title, found.text) for found in passages_of(html, title)]


def text_of(html: str) -> str:
    """The text of a page that is one passage."""
    [(_, _, text)] = cut(html)
    return text


def test_the_head_comes_first_under_the_pages_own_title():
    html = "<h1>ชื่อ</h1><p>นำ</p><h2 id='a'>หนึ่ง</h2><p>ข้อความ</p><h3 id='b'>สอง</h3><p>อีก</p>"
    assert cut(html, "ชื่อหน้า") == [("", "ชื่อหน้า", "นำ"), ("a", "หนึ่ง", "ข้อความ"), ("b", "สอง", "อีก")]


def test_a_section_is_found_by_the_id_around_its_heading():
    html = "<section id='a'><div><h2>หนึ่ง</h2></div><p>ก</p></section><section id='b'><h2>สอง</h2><p>ข</p></section>"
    assert cut(html)[1:] == [("a", "หนึ่ง", "ก"), ("b", "สอง", "ข")]


def test_a_heading_without_an_id_or_with_one_used_before_is_text():
    assert cut("<h2>หนึ่ง</h2><p>ก</p>") == [("", "หน้า", "หนึ่ง ก")]
    html = "<section id='a'><h2>หนึ่ง</h2><p>ก</p><h3>ย่อย</h3><p>ข</p></section>"
    assert cut(html)[1:] == [("a", "หนึ่ง", "ก ย่อย ข")]
    assert cut("<div id='page'><h2>หนึ่ง</h2><p>ก</p></div>") == [("", "หน้า", "หนึ่ง ก")]


@pytest.mark.parametrize("tag", ["script", "style", "svg", "template", "noscript"])
def test_what_is_no_text_is_left_out(tag: str):
    assert text_of(f"<p>ก</p><{tag}>no</{tag}><p>ข</p>") == "ก ข"


def test_marks_of_citations_and_of_links_are_left_out():
    assert text_of('<p>ก<sup class="cite"><a href="#r">1</a></sup>ข <span class="x cite y">2</span>ค</p>') == "กข ค"
    html = '<h2 id="a">หนึ่ง<a class="headerlink" href="#a">#</a></h2><p>ก</p>'
    assert cut(html)[1:] == [("a", "หนึ่ง", "ก")]


def test_what_is_excluded_is_left_out():
    assert text_of("<p>ก</p><div data-search-exclude><p>no</p><div>no</div></div><p>ข</p>") == "ก ข"
    html = "<h2 id='a' data-search-exclude>no</h2><p>no</p><h2 id='b'>สอง</h2><p>ข</p>"
    assert cut(html)[1:] == [("b", "สอง", "ข")]
    html = "<section id='a' data-search-exclude><h2>no</h2><p>no</p></section><h2 id='b'>สอง</h2><p>ข</p>"
    assert cut(html)[1:] == [("b", "สอง", "ข")]


def test_a_section_without_text_is_dropped_and_a_page_never_is():
    assert cut("<h2 id='a'>หนึ่ง</h2><h2 id='b'>สอง</h2><p>ข</p>") == [("", "หน้า", ""), ("b", "สอง", "ข")]
    assert cut("") == [("", "หน้า", "")]


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ('ตาม<span lang="th">พ.ร.บ.</span><b>เทศ</b>บาล', "ตามพ.ร.บ.เทศบาล"),
        ("เทศ<wbr>บาล", "เทศบาล"),
        ("<p>หนึ่ง</p><p>สอง</p>", "หนึ่ง สอง"),
        ("<ul><li>หนึ่ง<li>สอง</ul>", "หนึ่ง สอง"),
        ("<table><tr><td>หนึ่ง</td><td>สอง</td></tr></table>", "หนึ่ง สอง"),
        ("หนึ่ง<br>สอง<br/>สาม", "หนึ่ง สอง สาม"),
        ('หนึ่ง<img src="a" alt="b">สอง', "หนึ่ง สอง"),
        ("a &amp; b &lt;c&gt; &#3585;&nbsp;ข", "a & b <c> ก ข"),
        ("หนึ่ง\n\n   สอง", "หนึ่ง สอง"),
    ],
)
def test_spaces_stand_where_a_reader_sees_a_gap(html: str, text: str):
    assert text_of(html) == text


def test_a_title_may_hold_markup():
    assert cut("<h2 id='a'><em>เมือง</em><code>x</code> &amp; y</h2><p>ก</p>")[1:] == [("a", "เมืองx & y", "ก")]


@pytest.mark.parametrize(
    ("html", "passages"),
    [
        ("<p>ก</div></p></b>ข", [("", "หน้า", "ก ข")]),
        ("<div><p>ก<h2 id=a>หนึ่ง</h2>ข", [("", "หน้า", "ก"), ("a", "หนึ่ง", "ข")]),
        ("<div class=cite>no<p>no</div>ก", [("", "หน้า", "ก")]),
        ("<h2 id=a>หนึ่ง", [("", "หน้า", "")]),
        ("ก < ข", [("", "หน้า", "ก < ข")]),
        ("ก <", [("", "หน้า", "ก <")]),
        ("ก<!-- no -->ข<!DOCTYPE html>", [("", "หน้า", "กข")]),
        ("<h2 id>หนึ่ง</h2>ก", [("", "หน้า", "หนึ่ง ก")]),
    ],
)
def test_malformed_html_loses_no_text(html: str, passages: list[tuple[str, str, str]]):
    assert cut(html) == passages


PIECES = ["<p>", "</p>", "<div>", "</div>", "<h2 id='a'>", "<h3 id='b'>", "</h2>", "</h3>", "<b>", "</b>", "<br>"]
PIECES += ["<section id='c'>", "</section>", "<", ">", "&", "&amp;", "<!--", "-->", "<ul><li>", "</ul>", "</h1>", " "]


@given(st.lists(st.sampled_from(PIECES) | st.text("กขค ab", min_size=1, max_size=5), max_size=30))
@settings(deadline=None)
def test_any_html_gives_passages(pieces: list[str]):
    found = passages_of("".join(pieces), "หน้า")
    assert found[0].anchor == ""
    assert found[0].title == "หน้า"
    anchors = [passage.anchor for passage in found]
    assert anchors == sorted(anchors, key=anchors.index), "passages of one section stand together"
    for passage in found:
        assert passage.text == " ".join(passage.text.split())
        assert passage.text or not passage.anchor


def long_text(words: list[str]) -> list[str]:
    return [passage.text for passage in passages_of(f"<p>{' '.join(words)}</p>", "หน้า")]


@given(st.lists(st.integers(1, 400), min_size=1, max_size=60))
@example([400] * 9 + [391])
@settings(deadline=None)
def test_a_long_section_is_cut_at_spaces(lengths: list[int]):
    words = ["ก" * length for length in lengths]
    pieces = long_text(words)
    assert " ".join(pieces) == " ".join(words)
    assert all(len(piece) <= LONGEST for piece in pieces), [len(piece) for piece in pieces]


def test_pieces_of_a_long_section_are_of_about_one_length_and_keep_its_name():
    words = ["เทศบาล"] * 1000
    pieces = [len(piece) for piece in long_text(words)]
    assert len(pieces) == 4
    assert min(pieces) > 0.8 * max(pieces)
    found = passages_of(f"<h2 id='a'>หนึ่ง</h2><p>{' '.join(words)}</p>", "หน้า")[1:]
    assert {(passage.anchor, passage.title) for passage in found} == {("a", "หนึ่ง")}


def test_thai_without_any_space_is_cut_between_clusters():
    for lead in range(6):
        pieces = long_text(["ก" * lead + "ที่นี่เก่าน้ำ" * 400])
        assert "".join(pieces) == "ก" * lead + "ที่นี่เก่าน้ำ" * 400
        for before, after in pairwise(pieces):
            assert not re.match("[ะ-ฺๅ็-๎]", after), f"cut before {after[:3]}"
            assert before[-1] not in "เแโใไ", f"cut after {before[-3:]}"
