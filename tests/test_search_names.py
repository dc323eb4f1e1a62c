"""What readers may call a page, by what they filter it, and what is offered while they type."""

from __future__ import annotations

import pytest

from cde.checking import check_repository
from cde.library import Library
from cde.search.entry import Names
from cde.search.names import labels_of, names_of, terms_of
from cde.search.suggestions import suggestions_of
from tests import minirepo
from tests.search.entries import entry


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
        assert kinds | {"module", "lecture", "case", "term"} == set(labels["kind"])
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
