"""axe-core finds no fault on the kinds of pages and in the open search, on a phone and a desk, light and dark."""

from __future__ import annotations

from typing import Any

import pytest

from tests.conftest import DESK, PHONE

PAGES = (
    "",
    "en/",
    "curriculum/digital/city-data-platform/",
    "en/case-studies/khon-kaen-transit-spv/",
    "case-studies/",
    "en/case-studies/?view=table&base=bcg",
    "case-studies/compare/?case=rayong-biogas&case=phitsanulok-3r",
    "en/case-studies/money/",
    "case-studies/by/region/north/",
    "en/open-data/",
    "glossary/",
    "en/site-map/",
    "translation/",
    "en/how-we-check/",
    "curriculum/bcg/",
    "en/curriculum/bcg/municipal-carbon/",
    "curriculum/bcg/municipal-carbon/lectures/target-reduction-credit/",
    "en/curriculum/bcg/municipal-carbon/facilitator/",
    "curriculum/bcg/municipal-carbon/kit/",
    "en/curriculum/bcg/municipal-carbon/slides/",
    "paths/",
    "en/paths/cut-waste/",
    "progress/",
    "en/proposal/",
    "coverage/",
)
SEARCHES = (
    "?q=ขยะเปียก",
    "en/?q=municipal+company",
    "?q=เทศบาล&kind=case",
    "en/?q=city&base=finance",
    "?q=กกกฟฟฟหห",
    "en/?q=zzqqxx",
)
WINDOWS = pytest.mark.parametrize(("size", "scheme"), [(PHONE, "light"), (DESK, "dark")], ids=["phone", "desk"])
"""Both sizes; the page is opened in one scheme, and its colours are looked at in the other too."""

TURNED = """(scheme) => {
  document.body.dataset.mdColorScheme = scheme === "dark" ? "default" : "slate";
  return new Promise((done) => setTimeout(done, 300));
}"""
"""Turns the colours as Material's switch does, and waits until what fades has faded."""

WHOLE_FAULTS: dict[str, Any] = {"resultTypes": ["violations"]}
"""All faults whole; of what is sound or cannot be told, axe then does not describe every element, which takes long."""

COLOUR: dict[str, Any] = {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}}
"""Of the rules that axe applies by itself, those of its category of colour; no other one depends on the scheme."""

MENU = {"landmark-unique"}
"""Material's menu repeats the name of a group for the list inside it (moderate)."""


def faults(page, but: frozenset[str] | set[str] = frozenset(), options: dict[str, Any] | None = None) -> list[str]:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    found = axe.run(page, options=WHOLE_FAULTS | (options or {})).response["violations"]
    return [
        f"{fault['id']}: {fault['help']}: {fault['nodes'][0]['html'][:120]}"
        for fault in found
        if fault["id"] not in but
    ]


def faults_of_both(page, scheme: str, but: frozenset[str] | set[str] = frozenset()) -> list[str]:
    """Faults of a page in the scheme that it was opened in, and of its colours in the other one."""
    found = faults(page, but)
    before = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.evaluate(TURNED, scheme)
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") != before, "the colours did not turn"
    return found + faults(page, but, COLOUR)


@WINDOWS
@pytest.mark.parametrize("where", PAGES)
def test_a_page(visitor, where: str, size, scheme: str):
    page = visitor.open(where, viewport=size, color_scheme=scheme)
    assert faults_of_both(page, scheme, MENU) == []


@WINDOWS
@pytest.mark.parametrize("where", SEARCHES)
def test_the_open_search(visitor, where: str, size, scheme: str):
    page = visitor.open(where, viewport=size, color_scheme=scheme)
    page.wait_for_function(
        "document.querySelector('[data-search=live]').textContent.trim() !== ''"
    )  # it told a screen reader what it found
    assert faults_of_both(page, scheme) == []


def test_a_fault_of_colour_alone_is_seen_in_the_scheme_that_the_page_was_not_opened_in(visitor):
    page = visitor.open("en/how-we-check/", viewport=PHONE, color_scheme="light")
    style = "[data-md-color-scheme=slate] .page p { color: #333 }"
    page.evaluate(
        "(text) => document.head.append(Object.assign(document.createElement('style'), { textContent: text }))", style
    )
    assert faults(page, MENU) == []
    assert any(fault.startswith("color-contrast") for fault in faults_of_both(page, "light", MENU))
