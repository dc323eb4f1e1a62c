"""axe-core finds no fault on the kinds of pages and in the open search, on a phone in light and on a desk in dark."""

from __future__ import annotations

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
)
SEARCHES = (
    "?q=ขยะเปียก",
    "en/?q=municipal+company",
    "?q=เทศบาล&kind=case",
    "en/?q=city&base=finance",
    "?q=กกกฟฟฟหห",
    "en/?q=zzqqxx",
)
WINDOWS = {"phone-light": (PHONE, "light"), "desk-dark": (DESK, "dark")}
"""Each size and each scheme once: what depends on the one does not depend on the other."""

MENU = {"landmark-unique"}
"""Material's menu repeats the name of a group for the list inside it (moderate)."""


def faults(page, but: frozenset[str] | set[str] = frozenset()) -> list[str]:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    found = axe.run(page).response["violations"]
    return [
        f"{fault['id']}: {fault['help']}: {fault['nodes'][0]['html'][:120]}"
        for fault in found
        if fault["id"] not in but
    ]


@pytest.mark.parametrize("window", WINDOWS)
@pytest.mark.parametrize("where", PAGES)
def test_a_page(visitor, where: str, window: str):
    size, scheme = WINDOWS[window]
    page = visitor.open(where, viewport=size, color_scheme=scheme)
    assert faults(page, MENU) == []


@pytest.mark.parametrize(("where", "window"), [(w, list(WINDOWS)[n % 2]) for n, w in enumerate(SEARCHES)])
def test_the_open_search(visitor, where: str, window: str):
    size, scheme = WINDOWS[window]
    page = visitor.open(where, viewport=size, color_scheme=scheme)
    page.wait_for_function(
        "document.querySelector('[data-search=live]').textContent.trim() !== ''"
    )  # it told a screen reader what it found
    assert faults(page) == []
