"""What each kind of page holds, without its HTML: data of the page compared with `tests/golden/*.json`.

After a change that is meant, write the golden files anew and read the difference before you commit it:

    UPDATE_GOLDEN=1 python -m pytest tests/test_compose.py && git diff tests/golden
"""

from __future__ import annotations

import html
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from cde import layout
from cde.checking import check_repository
from cde.compose import Composed, compose
from cde.fragments import Fragments, cite, inline
from cde.generated import generated_files
from cde.library import Library
from tests import minirepo
from tests.minirepo import FRONT

GOLDEN = Path(__file__).parent / "golden"
ABOUT = "---\ntitle: เกี่ยวกับ\nother_title: About\nsummary: ใคร\ntranslation: {state: original}\n---\n## เรา {#us}\n"
PAGES = {
    "module": "curriculum/bcg/waste/index.md",
    "lecture": "curriculum/bcg/waste/lectures/scale.md",
    "facilitator": "curriculum/bcg/waste/facilitator.md",
    "case": "case_studies/nan/index.md",
    "base": "curriculum/bcg/index.md",
    "home": "docs/index.md",
    "glossary": "docs/glossary.md",
    "sources": "docs/sources.md",
    "cases": "case_studies/index.md",
    "facet": "case_studies/by/base/digital.md",
    "compare": "case_studies/compare.md",
    "money": "case_studies/money.md",
    "open-data": "docs/open-data.md",
    "kit": "curriculum/bcg/waste/kit.md",
    "slides": "curriculum/bcg/waste/slides.md",
    "paths": "docs/paths/index.md",
    "path": "docs/paths/cut.md",
    "progress": "docs/progress.md",
    "proposal": "docs/proposal.md",
    "coverage": "docs/coverage.md",
    "translation": "docs/translation.md",
    "missing": "docs/about.md",
}


class Site:
    """A repository whose pages can be composed."""

    def __init__(self, root: Path, files: Mapping[str, str | None]) -> None:
        self.library, problems = check_repository(minirepo.make(root, files))
        self.errors = [problem for problem in problems if problem.severity == "error"]
        self.fragments = Fragments(self.library, minirepo.ROOT / "overrides/fragments")

    def page(self, document: str, language: str) -> Composed:
        here = language

        def link(document: str, language: str | None = None) -> str:
            return f"/{language or here}/{document}"

        return compose(self.library, self.fragments, document, language, link)

    def pages(self) -> Iterator[Composed]:
        """Every page in every language."""
        made = (layout.document_of(path) for path in generated_files(self.library))
        documents = dict.fromkeys([*(page.page.document for page in self.library.pages.values()), *made])
        for document in documents:
            for language in self.library.languages:
                yield self.page(document, language)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    return Site(tmp_path_factory.mktemp("mini"), {"docs/about.th.md": ABOUT, "data/paths.yml": minirepo.PATHS})


def words(markup: str) -> str:
    """HTML as its words."""
    return " ".join(html.unescape(re.sub("<[^>]*>", " ", markup)).split())


def references(page: Composed, library: Library) -> list[tuple[int, str]]:
    """Number and key of each reference, in order."""
    keys = {html.escape(entry.data.title): key for key, entry in library.sources.items()}
    found = re.findall(r'<li id="ref-(\d+)"[^>]*>\s*<(?:a|span)[^>]*>(.*?)</', page.markdown)
    return [(int(number), keys[title]) for number, title in found]


def claims(page: Composed) -> list[list[str]]:
    """The cells of each row of the table of claims."""
    rows = re.findall(r'<tr id="claim-.*?</tr>', page.markdown, re.DOTALL)
    return [[words(cell) for cell in re.findall("<td.*?</td>", row, re.DOTALL)] for row in rows]


def data_of(page: Composed, library: Library) -> dict[str, Any]:
    """What a page holds, as plain data."""
    places = re.finditer(r'^## .*\{#(.+?)\}|<(?:h2|h3|article)\b[^>]*\bid="(.+?)"', page.markdown, re.MULTILINE)
    return {
        "title": page.title,
        "summary": page.summary,
        "kind": page.kind,
        "group": page.group,
        "language": page.language,
        "missing": page.missing,
        "translation": page.state.made,
        "sections": [found[1] or found[2] for found in places],
        "outcomes": re.findall(r'id="outcome-(.+?)"', page.markdown),
        "questions": re.findall(r'id="question-(.+?)"', page.markdown),
        "claims": claims(page),
        "references": references(page, library),
    }


@pytest.mark.parametrize("name", PAGES)
def test_golden(name: str, site: Site):
    data = [data_of(site.page(PAGES[name], language), site.library) for language in site.library.languages]
    text = json.dumps(data, ensure_ascii=False, indent=2) + "\n"
    file = GOLDEN / f"{name}.json"
    if os.environ.get("UPDATE_GOLDEN"):
        file.write_text(text, "utf-8")
    assert json.loads(text) == json.loads(file.read_text("utf-8"))


def test_every_golden_file_has_its_page():
    assert {file.stem for file in GOLDEN.glob("*.json")} == set(PAGES)


def test_markers_are_filled_and_citations_numbered_on_every_page(site):
    assert site.errors == []
    for page in site.pages():
        assert "<!--" not in page.markdown
        assert "[@" not in page.markdown


def test_every_mark_leads_to_a_reference_and_back(site):
    for page in site.pages():
        marks = re.findall(r'id="cite-(\d+)-(\d+)" href="#ref-(\d+)"', page.markdown)
        assert all(number == target for number, _, target in marks)
        back = re.findall(r'href="#cite-(\d+)-(\d+)"', page.markdown)
        assert sorted(back) == sorted((number, count) for number, count, _ in marks)


def test_no_id_stands_twice_on_a_page(site):
    for page in site.pages():
        ids = re.findall(r'\{#([^}\s]+)|\bid="([^"]+)"', page.markdown)
        assert sorted({*ids}) == sorted(ids), page.title


# What is untrusted stays words


def hostile(text: str) -> str:
    """The YAML of records with markup in every title, name and text."""
    return re.sub(r'(\b(?:th|en|title|publisher): )([^,{}"\n]+)', r'\1"\2 <script>&x</script>"', text)


def test_everything_a_record_says_is_escaped(tmp_path: Path):
    names = ("data/bases.yml", "data/provinces.yml", "data/sources.yml", "data/glossary.yml")
    folders = ("module.yml", "quiz.yml", "worksheet.yml", "session.yml")
    paths = [*names, *(f"{minirepo.MODULE}/{name}" for name in folders), f"{minirepo.CASE}/case.yml"]
    site = Site(
        tmp_path,
        {path: hostile(minirepo.files()[path]) for path in paths} | {"data/paths.yml": hostile(minirepo.PATHS)},
    )
    assert site.errors == []
    for page in site.pages():
        assert "<script" not in page.markdown
        assert not re.search(r"&(?![a-z]+;|#\d+;)", page.markdown)
    module = site.page(PAGES["module"], "en").markdown
    for said in ("Waste", "Weigh waste", "Draw to see", "The scale", "Where", "circular economy", "Waste &amp; water"):
        assert f"{said} &lt;script&gt;&amp;x&lt;/script&gt;" in module


SITE = f"""
INHERIT: {minirepo.ROOT / "mkdocs.yml"}
nav: [docs/index.md, curriculum/]
watch: []
hooks: [{", ".join(str(path) for path in sorted(minirepo.ROOT.glob("hooks/*.py")))}]
"""


def test_no_template_of_the_site_lets_markup_of_a_record_through(tmp_path: Path):
    """MkDocs's templates escape nothing of themselves: menu, title, foot and previews are ours to look after."""
    evil = "Waste <img src=x> &lt;/title&gt;&lt;script&gt;x()&lt;/script&gt;"
    changes = {"en: Waste}": f'en: "{evil}"}}', "reviewed: null": 'reviewed: {by: "<img src=y>", on: 2026-01-02}'}
    module = minirepo.edited(minirepo.MODULE_YML, changes)
    root = minirepo.make(tmp_path, {"mkdocs.yml": SITE, f"{minirepo.MODULE}/module.yml": module})
    (root / "overrides").symlink_to(minirepo.ROOT / "overrides")
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--quiet"],
        cwd=root,
        env=os.environ | {"PYTHONPATH": str(minirepo.ROOT), "NO_MKDOCS_2_WARNING": "true"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    page = (root / "site/en/curriculum/bcg/waste/index.html").read_text("utf-8")
    assert "&lt;img src=x&gt;" in page
    assert re.findall("<img src=[xy]>|<script>x", page) == []


def test_a_line_of_a_record_keeps_bold_and_citations_only():
    assert inline("**Weigh** <b>&</b> [@news]") == "<strong>Weigh</strong> &lt;b&gt;&amp;&lt;/b&gt; [@news]"
    assert cite(["a", "b"]) == "[@a; @b]"
    assert cite([]) == ""


# What the reader must be told


def test_a_claim_to_attribute_says_according_to(site):
    rows = {row[0] for row in claims(site.page(PAGES["case"], "en"))}
    assert any("According to the source: The budget" in row for row in rows)
    assert sum("According to the source" in row for row in rows) == 1
    assert any("ตามแหล่งที่มา: งบของโครงการ" in row[0] for row in claims(site.page(PAGES["case"], "th")))


def test_a_claim_that_waits_for_a_check_never_appears(site):
    shown = "".join(page.markdown for page in site.pages())
    assert "Weighed waste" in shown
    assert "Not yet checked" not in shown
    assert "รอการตรวจ" not in shown


@pytest.mark.parametrize("name", ["case", "sources"])
def test_a_source_without_link_has_no_address(name: str, site: Site):
    page = site.page(PAGES[name], "en").markdown
    assert 'href="https://daily.example/waste"' in page
    assert "Copy of a study" in page
    assert "copy.example" not in page


def test_a_source_says_whether_a_person_has_opened_it(site):
    page = site.page(PAGES["case"], "en").markdown
    entries = {key: words(entry) for key, entry in re.findall(r'(<li id="ref-.*?lang="\w+".*?>)(.*?)</li>', page, re.S)}
    told = "\n".join(entries.values())
    assert re.search("รายงานของเทศบาล.* link opened by a person on 5 January 2024", told)
    assert re.search("Waste & water.* link not yet opened by a person", told)
    assert re.search("Copy of a study.* no link", told)


def test_a_page_that_is_not_written_says_so_and_leads_to_the_other_language(site):
    page = site.page(PAGES["missing"], "en")
    assert (page.title, page.missing, page.show_review) == ("About", True, False)
    assert "This page has not been written in English yet." in page.markdown
    assert 'href="/th/docs/about.md" hreflang="th"' in page.markdown


def test_drafts_and_reviews_reach_the_template(tmp_path: Path):
    changes = {"status: published": "status: draft", "reviewed: null": "reviewed: {by: clerk, on: 2026-01-02}"}
    module = minirepo.edited(minirepo.MODULE_YML, changes)
    page = Site(tmp_path, {f"{minirepo.MODULE}/module.yml": module}).page(PAGES["module"], "en")
    assert page.draft
    assert page.reviewed is not None
    assert (page.reviewed.by, page.state.made) == ("clerk", "machine")


# What passes the check can be shown


@pytest.mark.parametrize(
    "files",
    [
        pytest.param({"docs/index.th.md": FRONT["th"] + "no section\n"}, id="no-title"),
        pytest.param(
            {f"curriculum/heritage/index.{language}.md": front + "## A {#a}\n" for language, front in FRONT.items()},
            id="page-of-an-unknown-group",
        ),
        pytest.param(
            {"data/facts/bcg.yml": minirepo.FACTS.replace("town-report", "null", 1)},
            id="cited-fact-without-source",
        ),
    ],
)
def test_a_repository_is_refused_or_every_page_is_made(files: dict[str, str | None], tmp_path: Path):
    site = Site(tmp_path, files)
    assert site.errors or all("[@" not in page.markdown for page in site.pages())
