"""Where terms are used in a text, what links them, and what `cde check` says of them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from cde.checks import terms
from cde.loading import load
from cde.model.fields import Text
from cde.model.registry import Term
from cde.search.passages import passages_of
from cde.termbase import TermBase, partners
from cde.termlinks import link_terms
from tests import minirepo


def term(name: str, th: str, en: str, **more: object) -> Term:
    definition = Text(th="ความหมาย", en="Meaning")
    return Term.model_validate(
        {"id": name, "th": th, "en": en, "definition": definition, "topic": "law", "th_form": "seen"} | more
    )


TERMS = [
    term("plan", "แผน", "Plan", not_in=["แผนที่", "plan B"]),
    term("local-plan", "แผนพัฒนาท้องถิ่น", "Local development plan"),
    term("municipality", "เทศบาล", "Municipality"),
    term("town", "เทศบาลเมือง", "Town municipality", abbr_th="ทม.", avoid=["เทศบาลบ้าน"]),
    term("cohort", "รุ่น", "Cohort", not_in=["วัยรุ่น"]),
    term("clerk", "ปลัดเทศบาล", "Municipal clerk", not_in=["สำนักปลัดเทศบาล"]),
    term("bangkok", "กรุงเทพมหานคร", "Bangkok", abbr_th="กทม."),
    term("office", "สำนักงานส่งเสริม วิจัยและนวัตกรรม", "R&D Office", abbr_en="RDO"),
    term("action", "การวิจัย", "Action research", abbr_en="AR", also=["งานวิจัย", "smart city", "SPVs"]),
    term("water", "น้ำ", "Water"),
    term("act", "การ", "Act"),
]
THAI, ENGLISH = TermBase(TERMS, "th"), TermBase(TERMS, "en")


def found(base: TermBase, text: str) -> list[str]:
    """Every good use as `id:words`."""
    return [f"{use.term.id}:{text[use.start : use.end]}" for use in base.uses(text) if use.form.kind == "good"]


@pytest.mark.parametrize(
    ("text", "uses"),
    [
        ("ในแผนของเทศบาล", ["plan:แผน", "municipality:เทศบาล"]),
        ("แผนพัฒนาท้องถิ่น", ["local-plan:แผนพัฒนาท้องถิ่น"]),
        ("แผนพัฒนาเมือง", ["plan:แผน"]),
        ("ดูแผนที่เทศบาลเมือง", ["town:เทศบาลเมือง"]),
        ("วัยรุ่นของรุ่นที่ 1", ["cohort:รุ่น"]),
        ("สำนักปลัดเทศบาล ปลัดเทศบาล", ["clerk:ปลัดเทศบาล"]),
        ("ทม. และ กทม. กับ ทม.น่าน", ["town:ทม.", "bangkok:กทม.", "town:ทม."]),
        ("ของทม. ก.ทม.", []),
        ("เทศบาลา เทศบาล์ เทศบาละ เทศบาลำ เทศบาลี่", []),
        ("แแผน เแผน", []),
        ("การ์ด การะ", []),
        ("น้ำ นํ้า น้ำา น้ำ้", ["water:น้ำ"]),
        ("โครงการวิจัย", ["action:การวิจัย"]),
        ("สำนักงานส่งเสริม\nวิจัยและนวัตกรรม", ["office:สำนักงานส่งเสริม\nวิจัยและนวัตกรรม"]),
        ("เทศ\u200bบาล", ["municipality:เทศ\u200bบาล"]),
        ("งาน RDO ของ rdo กับxRDO", ["office:RDO"]),
        ("Plan Bangkok", []),
    ],
)
def test_uses_in_thai(text: str, uses: list[str]):
    assert found(THAI, text) == uses


@pytest.mark.parametrize(
    ("text", "uses"),
    [
        ("PLANS and a Local\n development   plan.", ["plan:PLANS", "local-plan:Local\n development   plan"]),
        ("Town municipalities, a municipality's", ["town:Town municipalities", "municipality:municipality"]),
        ("planet, replan, plan-b, non-plan, a.plan, plan@x.org", []),
        ("plan B or plan C", ["plan:plan"]),
        ("R&amp;D Offices", ["office:R&amp;D Offices"]),
        ("AR, ARs, ar, Ar, QAR", ["action:AR", "action:ARs"]),
        ("smart-city work of SPVs, spvs", ["action:smart-city", "action:SPVs"]),
        ("İ plan", ["plan:plan"]),
        ("Action research", ["action:Action research"]),
        ("เทศบาล", []),
    ],
)
def test_uses_in_english(text: str, uses: list[str]):
    assert found(ENGLISH, text) == uses


def test_a_form_to_avoid_hides_the_term_within_it():
    assert [use.form.kind for use in THAI.uses("เทศบาลบ้าน เทศบาล")] == ["avoid", "good"]


def test_a_mention_may_lie_within_a_longer_term():
    assert ENGLISH.mentioned("A town municipality has plan B") == {"town", "municipality"}


CLUSTERS = st.lists(
    st.sampled_from(
        ["แผน", "ที่", "เทศบาล", "เมือง", "รุ่น", "วัย", "ะ", "า", "ำ", "่", "เ", "น้ำ", "การ", " ", "ทม.", "ก", "\u200b"]
    ),
    max_size=12,
).map("".join)
FOLLOWING = re.compile("[\u0e30-\u0e3a\u0e45\u0e47-\u0e4e]")


@given(CLUSTERS)
def test_a_use_never_cuts_a_cluster_nor_overlaps(text: str):
    past = 0
    for use in THAI.uses(text):
        assert past <= use.start < use.end
        past = use.end
        assert not FOLLOWING.match(text, use.start) and not FOLLOWING.match(text, use.end)
        assert use.start == 0 or text[use.start - 1] not in "เแโใไ" or text[use.start] in "เแโใไ"


# Links in a page


def linked(html: str, base: TermBase = THAI) -> str:
    """The page with each link as `[words]`."""
    page = link_terms(html, base, "../glossary/")[0]
    return re.sub(r'<a class="term"[^>]*>(.*?)</a>', r"[\1]", page, flags=re.DOTALL)


def test_a_link_names_its_entry_and_its_note():
    page, used = link_terms("<p>ในแผน</p>", THAI, "../a&b/")
    assert page == '<p>ใน<a class="term" href="../a&amp;b/#plan" aria-describedby="term-plan">แผน</a></p>'
    assert [term.id for term in used] == ["plan"]


@pytest.mark.parametrize(
    "expected",
    [
        "[แผน]<h2>แผน</h2><p>[แผน] แผน</p><h3>ก</h3>แผน<H2>ข</H2>[แผน]",
        "<p><b>แผน</b><i>ที่</i> [แผน]</p>",
        "<p>แผ<b>น</b> <i><b>[แผน]</b></i>ก</p>",
        "<p>แผน<b>า</b> [แผน]</p>",
        "<p>[แผน]<br>ที่</p>",
        "<li>[แผน]</li><li>ที่</li>",
        '<sup class="cite"><a>แผน</a></sup>[แผน]',
        "<code>แผน</code><kbd>แผน<b>แผน</b></kbd>[แผน]",
        "<div data-search-exclude><p>แผน</p></div>[แผน]",
        '<div class="a page-head"><div>แผน</div>แผน</div>[แผน]',
        '<p lang="en">RDO</p><p lang=th>[RDO]</p>',
        "<!-- แผน > --><script>a<b แผน</script><p title='>แผน'>[แผน]",
        "<img alt='แผน'><input><svg><path/>แผน</svg>[แผน]",
        "<b><a>แผน</b>แผน</a>[แผน]</p></div>",
        "a < b [แผน] <3 &lt;แผน",
        "<details class='choice'><summary>ก</summary>แผน</details>",
        "<table><tr><th>แผน</th><td>[แผน]</td></tr></table>",
        "เทศบาลบ้าน",
    ],
)
def test_where_links_stand(expected: str):
    assert linked(re.sub(r"[\[\]]", "", expected)) == expected


MARKUP = ["<p>", "</p>", "<b>", "</b>", "<br/>", "<!--", "-->", "<script>", "</script>", "<svg>", "</svg>", "</div>"]
MARKUP += ["<a href='x'>", "</a>", "<h2 id=a>", "</h2>", '<div class="card">', '<p title="', "</"]
MARKUP += ["<", ">", '"', "'", "&", "&amp;", "\n"]
PIECES = st.lists(st.sampled_from(["แผน", "ที่", "า", "plan", *MARKUP]), max_size=25).map("".join)


@given(PIECES | st.text(alphabet="แผนาp lan<>/&;='\"!-", max_size=40))
def test_without_its_links_a_page_is_what_it_was(html: str):
    page, used = link_terms(html, THAI, "/g/")
    assert re.sub(r'<a class="term" [^>]*>(แผน)</a>', r"\1", page) == html
    assert bool(used) == ('class="term"' in page)


@given(PIECES)
def test_search_reads_the_same_words(html: str):
    assume(html.count('"') % 2 == 0)  # Markdown closes its quotes: a link within an open one would close it
    assert passages_of(link_terms(html, THAI, "/g/")[0], "") == passages_of(html, "")


def test_partners_of_a_term_are_named_in_every_other_language_once():
    assert partners(TERMS[3], "th", ["th", "en", "lo"]) == [("en", "Town municipality")]
    assert partners(TERMS[3], "en", ["th", "en"]) == [("th", "เทศบาลเมือง (ทม.)")]
    assert partners(TERMS[3], "en", ["en"]) == []


# What `cde check` says

TH, EN = "curriculum/bcg/waste/index.th.md", "curriculum/bcg/waste/index.en.md"


def told(root: Path, thai: str = "", english: str = "", **changes: str) -> list[str]:
    """The problems of the mini repository with words put into the section `frame` of both pages."""
    files = minirepo.files()
    files[TH] = minirepo.edited(files[TH], {"ข้อความของ frame [@news]": f"{thai} [@news]"})
    files[EN] = minirepo.edited(files[EN], {"text of frame [@news]": f"{english} [@news]"})
    files["data/glossary.yml"] = minirepo.edited(files["data/glossary.yml"], changes)
    problems = terms.check(load(minirepo.make(root, files))[0])
    return [f"{found.kind.code} {Path(found.path).name}:{found.line}:{found.column}" for found in problems]


@pytest.mark.parametrize(
    "thai",
    [
        "`เศรษฐกิจวงกลม`",
        "[ก](https://a.example/เศรษฐกิจวงกลม)",
        "[ก][เศรษฐกิจวงกลม]",
        "<!-- เศรษฐกิจวงกลม -->",
        '<b title="เศรษฐกิจวงกลม">ก</b>',
        "https://a.example/เศรษฐกิจวงกลม",
        "เศรษฐกิจวงกลมา",
    ],
)
def test_a_form_to_avoid_is_looked_for_in_prose_only(thai: str, tmp_path: Path):
    assert told(tmp_path, thai) == []


def test_a_form_to_avoid_is_told_once_a_section(tmp_path: Path):
    twice = "ก **เศรษฐกิจวงกลม** เศรษฐกิจวงกลม\n\n## ข {#extra}\n\nเศรษฐกิจ**วงกลม**"
    english = "a\n\n## b {#extra}\n\nc"
    assert told(tmp_path, twice, english) == ["CDE602 index.th.md:14:5", "CDE602 index.th.md:18:1"]


def test_an_unconfirmed_term_is_not_enforced(tmp_path: Path):
    assert told(tmp_path, "เศรษฐกิจวงกลม เศรษฐกิจหมุนเวียน", **{"th_form: seen": "th_form: unconfirmed"}) == []


@pytest.mark.parametrize(
    ("english", "changes"),
    [
        ("Circular Economies", {}),
        ("the CE", {}),
        ("a **circular** economy", {}),
        ("a round one", {"avoid: [เศรษฐกิจวงกลม]": "also: [round one]"}),
    ],
)
def test_a_partner_may_be_written_in_several_ways(english: str, changes: dict[str, str], tmp_path: Path):
    assert told(tmp_path, "เศรษฐกิจหมุนเวียน", english, **changes) == []


@pytest.mark.parametrize("english", ["ce", "`circular economy`", "circular", "noncircular economy"])
def test_what_is_no_partner(english: str, tmp_path: Path):
    assert told(tmp_path, "เศรษฐกิจหมุนเวียน เศรษฐกิจหมุนเวียน", english) == ["CDE604 index.en.md:12:1"]


def test_a_page_in_one_language_lacks_no_partner(tmp_path: Path):
    front = "---\ntitle: ก\nsummary: ข\nother_title: Extra\ntranslation: {state: original}\n---\n"
    files = {"docs/extra.th.md": front + "เศรษฐกิจหมุนเวียน\n"}
    assert list(terms.check(load(minirepo.make(tmp_path, files))[0])) == []


def test_every_form_of_the_real_glossary_is_found_where_it_stands_alone():
    glossary = [entry.data for entry in load(minirepo.ROOT)[0].terms.values()]
    for language in ("th", "en"):
        base = TermBase(glossary, language)
        for entry in glossary:
            name = entry.name(language)
            assert [(use.term.id, use.end - use.start) for use in base.uses(name)] == [(entry.id, len(name))]
