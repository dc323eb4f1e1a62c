"""The index as the build makes it: passages of pages, names, files of both kinds, and scripts that read them."""

from __future__ import annotations

import base64
import gzip
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from cde.checking import check_repository
from cde.library import Library
from cde.search import files as index_files
from cde.search import scripts, shards
from cde.search.entry import Entry, Names
from cde.search.files import as_json, digest, make_index
from cde.search.grams import grams
from cde.search.names import labels_of, names_of, terms_of
from cde.search.passages import LONGEST, Passage, passages_of
from cde.search.suggestions import suggestions_of
from tests import minirepo
from tests.search.harness import MODULES, ROOT, page_at, served

LABELS: dict[str, dict[str, str]] = {name: {} for name in ("base", "province", "language")}
LABELS["kind"] = {"page": "หน้า", "case": "กรณีศึกษา"}


def cut(html: str, title: str = "หน้า") -> list[tuple[str, str, str]]:
    return [(found.anchor, found.title, found.text) for found in passages_of(html, title)]


def text_of(html: str) -> str:
    """The text of a page that is one passage."""
    [(_, _, text)] = cut(html)
    return text


# Passages


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


# Entries of the real curriculum's text, for what follows


def entry(url: str, title: str, *sections: tuple[str, str, str], **names: Any) -> Entry:
    return Entry(url, title, [Passage(*section) for section in sections], Names(**names))


def curriculum(language: str) -> list[Entry]:
    """Modules and lectures, their Markdown read roughly."""
    found = []
    for path in sorted((ROOT / "curriculum").rglob(f"*.{language}.md")):
        body = re.sub(r"\A---\n.*?\n---\n", "", path.read_text("utf-8"), flags=re.DOTALL)
        head, *rest = re.split(r"^## ", body, flags=re.MULTILINE)
        title = path.parent.name if path.name.startswith("index") else path.name.split(".")[0]
        sections = [("", title.replace("-", " "), " ".join(head.split()))]
        for number, section in enumerate(rest):
            name, _, text = section.partition("\n")
            sections.append((f"s{number}", re.sub(r" *\{.*\}", "", name), " ".join(text.split())))
        url = path.relative_to(ROOT).as_posix().removesuffix(f".{language}.md")
        found.append(entry(f"{url}/", title.replace("-", " "), *sections, kind="page", bases=(url.split("/")[1],)))
    return found


SMALL = [
    entry("b/", "ขยะ", ("", "ขยะ", "ชั่งก่อนทิ้ง"), ("x", "แยกขยะ", "Households sort waste"), kind="case", province="55"),
    entry("a/", "น้ำ", ("", "น้ำ", "บำบัดน้ำเสีย"), bases=("bcg", "digital"), others=("Water", "คลอง")),
    entry("c/", "ว่าง", ("", "ว่าง", "")),
]


def contents(entries: list[Entry], transport: str) -> dict[str, Any]:
    """Every file of an index, read, by its name in the index's folder."""
    index = make_index(entries, "th", LABELS, transport)
    folder = index.address.rsplit("/", 1)[0] if transport == "sharded" else "search"
    return {path.removeprefix(f"{folder}/"): json.loads(data) for path, data in index.files.items()}


# The whole index in one file


def test_an_embedded_index_is_one_file_of_rows():
    index = make_index(SMALL, "th", LABELS)
    assert index.transport == "embedded"
    assert list(index.files) == [index.address]
    assert re.fullmatch(r"search/th-[0-9a-f]{8}\.json", index.address)
    assert json.loads(index.files[index.address]) == {
        "language": "th",
        "labels": LABELS,
        "pages": [
            ["a/", "น้ำ", "Water คลอง", "page", ["bcg", "digital"], ""],
            ["b/", "ขยะ", "", "case", [], "55"],
            ["c/", "ว่าง", "", "page", [], ""],
        ],
        "passages": [
            [0, "", "น้ำ", "บำบัดน้ำเสีย"],
            [1, "", "ขยะ", "ชั่งก่อนทิ้ง"],
            [1, "x", "แยกขยะ", "Households sort waste"],
            [2, "", "ว่าง", ""],
        ],
    }


def test_a_page_is_found_by_its_summary_too():
    assert Entry("a/", "A", [], Names(("B",)), "C").others == "B C"
    assert Entry("a/", "A", [], Names(), "C").others == "C"


@pytest.mark.parametrize("transport", ["embedded", "sharded"])
def test_thai_is_written_as_itself(transport: str):
    index = make_index(SMALL, "th", LABELS, transport)
    whole = b"".join(index.files.values())
    assert "ชั่งก่อนทิ้ง".encode() in whole
    assert b"\\u0e" not in whole
    assert as_json({"ก": [1, "ข"]}) == '{"ก":[1,"ข"]}'.encode()


# Which kind of index


def test_a_large_index_is_sharded_by_pages(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(index_files, "LARGEST_EMBEDDED_PAGES", 3)
    assert make_index(SMALL, "th", LABELS).transport == "embedded"
    assert make_index([*SMALL, entry("d/", "D", ("", "D", ""))], "th", LABELS).transport == "sharded"


def test_a_large_index_is_sharded_by_bytes(monkeypatch: pytest.MonkeyPatch):
    size = len(gzip.compress(next(iter(make_index(SMALL, "th", LABELS).files.values()))))
    monkeypatch.setattr(index_files, "LARGEST_EMBEDDED_BYTES", size)
    assert make_index(SMALL, "th", LABELS).transport == "embedded"
    monkeypatch.setattr(index_files, "LARGEST_EMBEDDED_BYTES", size - 1)
    assert make_index(SMALL, "th", LABELS).transport == "sharded"


def test_the_kind_can_be_chosen():
    for kind in ("embedded", "sharded"):
        assert make_index(SMALL, "th", LABELS, kind).transport == kind


# The index in many files


def decoded(text: str) -> tuple[int, dict[int, int]]:
    """A list of postings: frequency, and the level of each part."""
    shortened, _, rest = text.rpartition(":")
    levels, part = {}, -1
    for step, level in re.findall("([0-9a-z]*)([A-O])", rest):
        part += int(step, 36) if step else 1
        levels[part] = ord(level) - ord("A")
    return int(shortened) if shortened else len(levels), levels


def postings(found: Mapping[str, Any]) -> dict[str, tuple[int, dict[int, int]]]:
    """Of every term, wherever it is."""
    shards_of_terms = [shard for name, shard in found.items() if name.startswith("shard/")]
    return {term: decoded(text) for shard in shards_of_terms for term, text in shard.items()}


@pytest.fixture(scope="module")
def large() -> dict[str, Any]:
    return contents(curriculum("th"), "sharded")


def test_the_first_file_tells_parts_shards_and_facets():
    first = contents(SMALL, "sharded")["index.json"]
    assert first["parts"] == [1, 1, 1]
    assert first["shards"] >= 1
    bases, provinces = ["bcg digital", "", ""], ["", "55", ""]
    assert first["facets"] == {"kind": ["page", "case", "page"], "base": bases, "province": provinces}
    assert (first["language"], first["labels"]) == ("th", LABELS)


def test_each_terms_list_names_the_parts_that_hold_it(large: dict[str, Any]):
    found = postings(large)
    parts = [large[f"part/{number}.json"] for number in range(sum(large["index.json"]["parts"]))]
    assert len(parts) > 30
    holds: dict[str, set[int]] = {}
    for number, (page, passages) in enumerate(parts):
        texts = [page[1], *(text for _, title, text in passages for text in (title, text))]
        texts += [page[2]] * (passages[0][0] == "")
        for term in {term for text in texts for term in grams(text)}:
            holds.setdefault(term, set()).add(number)
    assert found.keys() == holds.keys()
    wrong = {term: (levels.keys(), holds[term]) for term, (_, levels) in found.items() if levels.keys() != holds[term]}
    assert not wrong
    assert all(frequency == len(levels) for frequency, levels in found.values())


def test_parts_are_whole_passages_in_order_and_none_is_lost(large: dict[str, Any]):
    entries = sorted(curriculum("th"), key=lambda entry: entry.url)
    numbers = iter(range(10_000))
    for entry, count in zip(entries, large["index.json"]["parts"], strict=True):
        parts = [large[f"part/{next(numbers)}.json"] for _ in range(count)]
        assert all(row == entry.row() for row, _ in parts)
        assert [Passage(*passage) for _, passages in parts for passage in passages] == entry.passages
        sizes = [[len(title) + len(text) for _, title, text in passages] for _, passages in parts]
        assert all(sum(size) <= shards.PART or len(size) == 1 for size in sizes), sizes


def test_every_shard_is_small_and_every_term_in_the_right_one(large: dict[str, Any]):
    count = large["index.json"]["shards"]
    assert {name for name in large if name.startswith("shard/")} == {f"shard/{number}.json" for number in range(count)}
    for number in range(count):
        shard = large[f"shard/{number}.json"]
        assert all(shards.shard_of(term, count) == number for term in shard)
    sizes = sorted(len(as_json(large[f"shard/{number}.json"])) for number in range(count))
    assert sizes[count // 2] < 2 * shards.SHARD


def test_a_term_weighs_more_where_it_says_more():
    entries = [
        entry("a/", "ก", ("", "ก", "เมือง waste")),
        entry("b/", "ข", ("", "ข", "เมือง waste waste waste waste")),
        entry("c/", "waste", ("", "waste", "เมือง")),
        entry("d/", "ง", ("", "ง", "เมือง")),
    ]
    _, levels = postings(contents(entries, "sharded"))["=wast"]
    assert levels.keys() == {0, 1, 2}
    assert levels[0] < levels[1] <= levels[2]


def test_a_very_long_list_keeps_its_frequency_and_the_heaviest_parts():
    heavy = {7, 77, 277}
    entries = [entry(f"{n:03}/", "ก", ("", "ก", "waste " * (20 if n in heavy else 1) + f"word{n}")) for n in range(300)]
    frequency, levels = postings(contents(entries, "sharded"))["=wast"]
    assert frequency == 300
    assert len(levels) == shards.LONGEST_LIST
    assert heavy <= levels.keys()
    assert min(levels[part] for part in heavy) > max(level for part, level in levels.items() if part not in heavy)


@given(st.integers(0, 10**9))
def test_steps_are_read_as_they_were_written(number: int):
    assert int(shards.base36(number), 36) == number


def test_the_vocabulary_denies_nothing_that_stands_somewhere(large: dict[str, Any]):
    data = large["vocabulary.json"]
    bits = base64.b64decode(data["bits"])
    triples = {
        term
        for name, part in large.items()
        if name.startswith("part/")
        for text in (part[0][1], *(text for _, title, text in part[1] for text in (title, text)))
        for term in grams(text)
        if term.count("|") == 2
    }
    assert len(triples) > 1000
    for triple in triples:
        assert all(bits[bit >> 3] >> (bit & 7) & 1 for bit in shards.bloom_bits(triple, data["size"])), triple
    assert set("".join(triples)) - {"|"} <= set(data["letters"])
    assert data["words"] == sorted(set(data["words"]))
    assert sum(byte.bit_count() for byte in bits) < 0.6 * data["size"], "too full to deny anything"


def test_an_index_of_no_pages_can_be_made():
    for transport in (None, "embedded", "sharded"):
        assert make_index([], "th", LABELS, transport).files


def test_a_page_without_passages_has_no_part():
    found = contents([*SMALL, entry("d/", "D")], "sharded")
    assert found["index.json"]["parts"] == [1, 1, 1, 0]


# The same again

PRINT_DIGESTS = """
from tests.test_search_index import LABELS, curriculum
from cde.search.files import digest, make_index
for kind in ("embedded", "sharded"):
    index = make_index(curriculum("th")[:9], "th", LABELS, kind)
    print(index.address, digest(*index.files.values()), len(index.files))
"""


def test_the_same_pages_give_the_same_bytes():
    """In another process sets have another order."""
    other = subprocess.run(
        [sys.executable, "-c", PRINT_DIGESTS],
        env={"PYTHONHASHSEED": "543", "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=True,
    ).stdout
    for kind in ("embedded", "sharded"):
        index = make_index(curriculum("th")[:9], "th", LABELS, kind)
        assert f"{index.address} {digest(*index.files.values())} {len(index.files)}\n" in other


@pytest.mark.parametrize("transport", ["embedded", "sharded"])
def test_the_order_in_which_pages_are_built_does_not_matter(transport: str):
    assert make_index(SMALL, "th", LABELS, transport) == make_index(SMALL[::-1], "th", LABELS, transport)


@pytest.mark.parametrize("transport", ["embedded", "sharded"])
def test_another_text_gives_another_address(transport: str):
    other = [*SMALL[:2], entry("c/", "ว่าง", ("", "ว่าง", "!"))]
    assert make_index(SMALL, "th", LABELS, transport).address != make_index(other, "th", LABELS, transport).address


def test_a_digest_knows_where_one_file_ends_and_the_next_begins():
    assert digest(b"ab", b"c") != digest(b"a", b"bc")
    assert re.fullmatch("[0-9a-f]{8}", digest())


# Names


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    aliases = {
        f"{minirepo.MODULE}/module.yml": minirepo.MODULE_YML + "aliases: [garbage, ถังขยะ]\n",
        f"{minirepo.CASE}/case.yml": minirepo.CASE_YML + "aliases: [Nan scales]\n",
        "docs/about.th.md": "---\ntitle: เกี่ยวกับ\nother_title: About\nsummary: ใคร\naliases: [ติดต่อ]\n"
        "translation: {state: original}\n---\n## เรา {#us}\n",
    }
    found, problems = check_repository(minirepo.make(tmp_path_factory.mktemp("mini"), aliases))
    assert not [problem for problem in problems if problem.severity == "error"]
    return found


def test_a_module_is_found_by_its_other_title_its_base_its_terms_and_aliases(library: Library):
    names = names_of(library, f"{minirepo.MODULE}/index.md", "th")
    assert names == Names(("Waste", "BCG", "circular economy", "CE", "garbage", "ถังขยะ"), "module", ("bcg",))
    others = names_of(library, f"{minirepo.MODULE}/index.md", "en").others
    assert others[:3] == ("ขยะ", "บีซีจี", "เศรษฐกิจหมุนเวียน")
    assert {"garbage", "ถังขยะ"} <= set(others)


def test_a_case_is_found_by_its_town_its_province_and_its_bases(library: Library):
    names = names_of(library, f"{minirepo.CASE}/index.md", "th")
    others = ("Nan weighs its waste", "Nan Municipality", "Nan", "BCG", "Digital", "Nan scales")
    assert names == Names(others, "case", ("bcg", "digital"), "55")
    assert "น่าน" in names_of(library, f"{minirepo.CASE}/index.md", "en").others


@pytest.mark.parametrize(
    ("document", "kind", "bases"),
    [
        (f"{minirepo.MODULE}/lectures/scale.md", "lecture", ("bcg",)),
        (f"{minirepo.MODULE}/facilitator.md", "facilitator", ("bcg",)),
        ("curriculum/bcg/index.md", "page", ("bcg",)),
        ("docs/glossary.md", "term", ()),
        ("docs/sources.md", "source", ()),
        ("docs/index.md", "page", ()),
        ("docs/about.md", "page", ()),
    ],
)
def test_every_page_has_a_kind_and_names_in_the_other_language(
    library: Library, document: str, kind: str, bases: tuple[str, ...]
):
    names = names_of(library, document, "th")
    assert (names.kind, names.bases, names.province) == (kind, bases, "")
    assert names.others
    assert len(set(names.others)) == len(names.others)
    assert all(isinstance(name, str) and name for name in names.others)


def test_a_page_of_one_language_is_found_by_its_title_in_the_other(library: Library):
    assert names_of(library, "docs/about.md", "th").others == ("About", "ติดต่อ")


def test_every_value_of_a_filter_has_a_name(library: Library):
    for language, province, base in (("th", "น่าน", "บีซีจี"), ("en", "Nan", "BCG")):
        labels = labels_of(library, language)
        assert labels["province"]["55"] == province
        assert labels["base"]["bcg"] == base
        assert set(labels["language"]) == {"th", "en"}
        kinds = {names_of(library, document, language).kind for document in ("docs/index.md", "docs/sources.md")}
        assert kinds | {"module", "lecture", "facilitator", "case", "term"} == set(labels["kind"])
        assert all(word for words in labels.values() for word in words.values())


def test_terms_are_offered_in_both_languages_the_readers_first(library: Library):
    assert list(terms_of(library, "th"))[:3] == [
        ("เศรษฐกิจหมุนเวียน", "th"),
        ("circular economy", "en"),
        ("CE", "en"),
    ]
    assert next(terms_of(library, "en")) == ("circular economy", "en")


def test_suggestions_are_terms_then_pages():
    entries = [
        entry("glossary/", "คำศัพท์", kind="term"),
        entry("m/", "หน่วย", kind="module"),
        entry("c/", "กรณี", kind="case"),
    ]
    assert suggestions_of(entries, [("ขยะ", "th"), ("waste", "en")], "th") == [
        ["ขยะ", "th"],
        ["waste", "en"],
        ["หน่วย", "th"],
        ["กรณี", "th"],
        ["คำศัพท์", "th"],
    ]
    many = [entry(f"{n}/", f"{n}", kind="case") for n in range(5000)]
    assert len(suggestions_of(many, [], "th")) < 5000, "a file that a phone can bear"


# The scripts


@pytest.fixture(params=["minified", "only joined"])
def joined(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> dict[str, bytes]:
    """The scripts as readers get them, with and without the minifier."""
    if request.param == "only joined":
        monkeypatch.setattr(scripts, "minify", None)
    elif vars(scripts)["minify"] is None:
        pytest.skip("there is no minifier for this machine")
    return scripts.scripts_of(ROOT / MODULES.strip("/"))


def test_scripts_ask_only_for_each_other(joined: dict[str, bytes]):
    assert {"worker.js", "engine.js", "sharded.js", "vocabulary.js", "suggestions.js"} <= joined.keys()
    for name, text in joined.items():
        code = re.sub(r"/\*.*?\*/|//[^\n]*", "", text.decode(), flags=re.DOTALL)
        asked = set(re.findall(r"""["']\./([\w-]+\.js)["']""", code))
        assert asked <= joined.keys() - {name}, f"{name} asks for {asked}"
    first = joined["worker.js"] + joined["engine.js"]
    assert len(gzip.compress(first)) < 20_000, "what the first search of a small site downloads"


def test_without_the_minifier_scripts_are_larger_and_the_same(monkeypatch: pytest.MonkeyPatch):
    small = scripts.scripts_of(ROOT / MODULES.strip("/"))
    assert small == scripts.scripts_of(ROOT / MODULES.strip("/"))
    monkeypatch.setattr(scripts, "minify", None)
    assert scripts.scripts_of(ROOT / MODULES.strip("/")).keys() == small.keys()


QUERIES = {
    "th": ["เศรษฐกิจหมุนเวียน", "สมดุลมวล", "พ.ร.บ. เทศบาล", "2565", "ขยะมูนฝอย", "เศรษฐกิตหมุนเวียน"],
    "en": ["waste balance", "special purpose vehicle", "municipalty", "heritege mapping"],
}
"""Words as they stand there, and the last two of each language misspelt."""

ASK = """async ([folder, manifest, queries]) => {
  const { Engine } = await import(`/${folder}/engine.js`);
  const answers = {};
  let last, engine;
  for (const [language, list] of Object.entries(queries)) {
    for (const typed of list) {
      const { transport } = manifest.languages[language];
      // A large index waits for a pause in typing, but never at first.
      if (typed === list[0] || transport === "sharded") {
        engine = new Engine(manifest, language, new URL("/", location), (data) => (last = data));
      }
      await engine.ask(typed);
      const { timing, channel, ...answer } = last;
      answers[typed] = answer;
    }
  }
  return answers;
}"""

Answers = dict[str, dict[str, Any]]


@dataclass
class Shelf:
    """A folder with both kinds of index of the curriculum, and the modules as they stand."""

    chromium: Any
    root: Path
    manifests: dict[str, Any]

    def put(self, found: Mapping[str, bytes]) -> None:
        for path, data in found.items():
            (self.root / path).parent.mkdir(parents=True, exist_ok=True)
            (self.root / path).write_bytes(data)

    def answers(self, scripts: str, transport: str) -> Answers:
        """What the scripts in a folder answer to all queries."""
        with served(self.root) as address, page_at(self.chromium, f"{address}/") as page:
            found: Answers = page.evaluate(ASK, [scripts, self.manifests[transport], QUERIES])
        return found


@pytest.fixture(scope="module")
def shelf(chromium: Any, tmp_path_factory: pytest.TempPathFactory) -> Shelf:
    shelf = Shelf(chromium, tmp_path_factory.mktemp("shelf"), {"embedded": {}, "sharded": {}})
    shutil.copytree(ROOT / MODULES.strip("/"), shelf.root / "modules")
    shelf.put({"index.html": b"<!DOCTYPE html><title>shelf</title>"})
    for language in QUERIES:
        entries = curriculum(language)[::3]
        offered = f"search/{language}-s.json"
        shelf.put({offered: as_json(suggestions_of(entries, [], language))})
        for transport, languages in shelf.manifests.items():
            index = make_index(entries, language, LABELS, transport)
            shelf.put(index.files)
            languages.setdefault("languages", {})[language] = index.manifest | {"suggestions": offered}
    return shelf


@pytest.fixture(scope="module")
def by_modules(shelf: Shelf) -> dict[str, Answers]:
    """What the modules answer, by the kind of index."""
    return {transport: shelf.answers("modules", transport) for transport in shelf.manifests}


def places(answer: dict[str, Any]) -> list[str]:
    return [items[0]["location"].split("#")[0] for items in answer["items"]]


@pytest.mark.browser
def test_joined_scripts_answer_like_the_modules(shelf: Shelf, joined: dict[str, bytes], by_modules: dict[str, Answers]):
    shelf.put({f"joined/{name}": text for name, text in joined.items()})
    for transport, expected in by_modules.items():
        answers = shelf.answers("joined", transport)
        assert [typed for typed, answer in answers.items() if not answer["items"]] == []
        assert all(answer["state"] == "ok" and answer["complete"] for answer in answers.values())
        assert answers == expected


@pytest.mark.browser
def test_both_kinds_of_index_find_the_same(by_modules: dict[str, Answers]):
    whole, parts = by_modules["embedded"], by_modules["sharded"]
    for typed in whole:
        assert places(whole[typed])[0] in places(parts[typed])[:3], typed
