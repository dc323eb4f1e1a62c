"""A translation with what its reader must know, at the section itself: as Markdown, and within composed pages."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from cde.notices import with_notices
from cde.translation import PageState, Part
from tests import minirepo
from tests.minirepo import CASE, MODULE, edited, recorded
from tests.test_compose import Site, words

FILES = minirepo.files()
ORIGINAL = """คำนำ

## หนึ่ง {#one}

ก

## สอง *สาม* {#two}

<!-- quiz -->

### ย่อย {#two-below}

```
## ไม่ใช่หัวข้อ {#none}
<!-- claims -->
```

## สี่ {#four}

ง
"""
TRANSLATION = "Intro\n\n## One {#one}\n\nA\n\n## Four {#four}\n\nD\n"


def told(body: str, *parts: Part, original: str = ORIGINAL) -> str:
    """The Markdown of a translation, each notice as `!id state`."""
    state = PageState("docs/a.md", "en", "stale", "th", parts)
    return with_notices(body, original, state, lambda part: f"!{part.id} {part.state}")


@pytest.mark.parametrize("state", ["in-step", "unrecorded"])
def test_a_translation_that_follows_stays_as_it_is(state: str):
    parts = [Part(name, name, state) for name in ("head", "one", "four")]  # type: ignore[arg-type]
    assert told(TRANSLATION, *parts) == TRANSLATION


def test_a_stale_section_has_its_notice_below_its_heading():
    assert told(TRANSLATION, Part("four", "สี่", "stale")) == TRANSLATION.replace(
        "## Four {#four}\n\nD", "## Four {#four}\n\n!four stale\n\n\nD"
    )


def test_a_stale_head_is_told_by_the_state_of_the_page_alone():
    assert told(TRANSLATION, Part("head", "", "stale")) == TRANSLATION


def test_a_heading_that_is_underlined_keeps_its_line():
    body = TRANSLATION.replace("## Four {#four}", "Four {#four}\n----")
    assert "Four {#four}\n----\n\n!four stale\n" in told(body, Part("four", "สี่", "stale"))


def test_a_section_that_is_missing_stands_in_the_order_of_the_original_with_what_its_records_tell():
    text = told(TRANSLATION, Part("two", "สอง *สาม*", "missing"))
    assert re.findall(r"^## .*", text, re.MULTILINE) == [
        "## One {#one}",
        '## <span lang="th">สอง *สาม*</span> {#two}',
        "## Four {#four}",
    ]
    stub = text.split("{#two}")[1].split("## Four")[0]
    assert stub.split() == ["!two", "missing", "<div><span", 'id="two-below"></span></div>', "<!--", "quiz", "-->"]
    assert text.startswith("Intro\n") and text.endswith("D\n")


def test_what_the_original_does_not_have_comes_last():
    body = TRANSLATION.replace("## One", "## Own {#own}\n\nO\n\n## One")
    assert re.findall("{#(.*)}", told(body, Part("two", "สอง", "missing"))) == ["one", "two", "four", "own"]


# Composed pages


LECTURE = f"{MODULE}/lectures/scale"
Make = Callable[..., Site]


@pytest.fixture
def site(tmp_path: Path) -> Make:
    return lambda *layers: Site(tmp_path, {path: text for layer in layers for path, text in layer.items()})


def changed(path: str, changes: dict[str, str], files: dict[str, str] = FILES) -> dict[str, str]:
    return {path: edited(files[path], changes)}


def notes(markdown: str) -> dict[str, str]:
    """The note of each section that has one, with the link in it."""
    found = re.split(r"^## .*?\{#([a-z-]+)\}$", markdown, flags=re.MULTILINE)
    sections = dict(zip(found[1::2], found[2::2], strict=True))
    listed = {name: re.search(r'<p class="section-note".*?</p>', text, re.DOTALL) for name, text in sections.items()}
    return {name: note[0] for name, note in listed.items() if note}


def test_a_reader_is_told_at_the_section_in_what_it_fell_behind(site: Make):
    made = site(
        recorded(FILES, f"{LECTURE}.en.md"),
        changed(f"{LECTURE}.th.md", {"ข้อความของ discuss [@news]": "ข้อความใหม่ 12 ข้อของ discuss [@town-report]"}),
    )
    shown = notes(made.page(f"{LECTURE}.md", "en").markdown)
    assert list(shown) == ["discuss"]
    assert words(shown["discuss"]).startswith("The Thai original of this section has changed since (words, figures")
    assert "links" not in words(shown["discuss"])
    assert f'href="/th/{LECTURE}.md#discuss" hreflang="th"' in shown["discuss"]
    assert notes(made.page(f"{LECTURE}.md", "th").markdown) == {}


def test_a_new_section_of_the_original_is_told_as_new(site: Make):
    added = {f"{LECTURE}.{code}.md": f"## {word} {{#new}}\n\n{word}\n" for code, word in (("th", "ใหม่"), ("en", "New"))}
    now = recorded(FILES, f"{LECTURE}.en.md")
    thai, english = f"{LECTURE}.th.md", f"{LECTURE}.en.md"
    made = site({thai: FILES[thai] + added[thai], english: now[english] + added[english]})
    assert "(a new section)" in words(notes(made.page(f"{LECTURE}.md", "en").markdown)["new"])


def test_a_translation_may_be_thai(site: Make):
    turned = {
        f"{LECTURE}.th.md": FILES[f"{LECTURE}.th.md"].replace("original", "human"),
        f"{LECTURE}.en.md": FILES[f"{LECTURE}.en.md"].replace("machine", "original"),
    }
    made = site(
        turned,
        recorded({**FILES, **turned}, f"{LECTURE}.th.md"),
        changed(f"{LECTURE}.en.md", {"text of use": "words of use"}, {**FILES, **turned}),
    )
    shown = notes(made.page(f"{LECTURE}.md", "th").markdown)
    assert list(shown) == ["use"]
    assert words(shown["use"]).startswith("ต้นฉบับภาษาอังกฤษของหัวข้อนี้")
    assert f'href="/en/{LECTURE}.md#use" hreflang="en"' in shown["use"]


@pytest.mark.parametrize(
    ("stem", "name", "cut", "data"),
    [
        (f"{MODULE}/index", "check", "## Section check {#check}\n\n<!-- quiz -->\n\n", "Question on-weigh"),
        (f"{CASE}/index", "results", "## Section results {#results}\n\n<!-- claims -->\n\n", "Weighed waste"),
    ],
)
def test_a_section_that_is_missing_still_shows_what_its_records_tell_in_the_readers_language(
    site: Make, stem: str, name: str, cut: str, data: str
):
    missing = {cut: "", "state: machine": f"state: machine, missing: [{name}]"}
    page = site(changed(f"{stem}.en.md", missing)).page(f"{stem}.md", "en")
    sections = re.findall(r"^## .*\{#([a-z-]+)\}$", page.markdown, re.MULTILINE)
    assert [section for section in sections if section != "references"] == minirepo.SECTIONS[stem].split()
    assert f'## <span lang="th">หัวข้อ {name}</span> {{#{name}}}' in page.markdown
    assert list(notes(page.markdown)) == [name]
    assert f'href="/th/{stem}.md#{name}"' in notes(page.markdown)[name]
    assert data in page.markdown.split(f"{{#{name}}}")[1].split("\n## ")[0]
    assert (page.state.state, page.missing) == ("partial", False)


def test_headings_within_code_are_neither_sections_nor_places_for_notes(site: Make):
    code = "```\n## Not a section {#use}\n```\n\n"
    files = recorded(FILES, f"{LECTURE}.en.md")
    made = site(
        changed(f"{LECTURE}.en.md", {"## Section use {#use}\n": f"{code}## Section use {{#use}}\n"}, files),
        changed(f"{LECTURE}.th.md", {"ข้อความของ use": "ข้อความใหม่ของ use"}),
    )
    page = made.page(f"{LECTURE}.md", "en").markdown
    assert code in page
    assert page.count("section-note") == 1
    assert page.index("section-note") > page.index("## Section use {#use}")
