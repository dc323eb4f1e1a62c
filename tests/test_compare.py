"""Cases side by side: what is compared, from where, and what happens when an address or a page is not there."""

from __future__ import annotations

from pathlib import Path

from cde.loading import load
from tests.conftest import DESK, PHONE

LIBRARY = load(Path(__file__).resolve().parents[1])[0]
TWO = "?case=rayong-biogas&case=phitsanulok-3r"


def opened(visitor, where: str, count: int = 2, **settings):
    page = visitor.open(where, **settings)
    page.locator(f'.compare__table[data-count="{count}"]').wait_for()
    return page


def test_each_topic_stands_side_by_side(visitor):
    page = opened(visitor, f"en/case-studies/compare/{TWO}")
    titles = [LIBRARY.cases[name].data.title["en"] for name in ("rayong-biogas", "phitsanulok-3r")]
    for part in ("facts", "money", "claims", "partners", "did-not-work", "lessons"):
        cells = page.locator(f'[data-part="{part}"] article')
        assert [cell.locator("h3").first.inner_text() for cell in cells.all()] == titles
        assert all(len(text) > 100 for text in cells.all_inner_texts()), part
    rows = page.locator('[data-part="claims"] article').first.locator("tbody tr")
    assert rows.count() == len(LIBRARY.cases["rayong-biogas"].data.printable_claims)
    assert page.locator(".compare__told").inner_text() == "2 cases side by side"
    assert visitor.complaints == []
    assert visitor.elsewhere == []


def test_a_reference_leads_to_the_page_that_has_it(visitor):
    page = opened(visitor, f"case-studies/compare/{TWO}")
    address = (
        page.locator('[data-part="money"] article:has(.cite)').first.locator(".cite a").first.get_attribute("href")
    )
    assert "/case-studies/" in address
    assert "#ref-" in address


def test_cases_are_added_and_taken_out_and_the_address_follows(visitor):
    page = opened(visitor, f"en/case-studies/compare/{TWO}")
    page.locator("#compare-add").select_option("mae-hia-digital")
    page.locator('.compare__table[data-count="3"]').wait_for()
    assert page.url.endswith(f"{TWO}&case=mae-hia-digital")
    page.locator(".compare__remove").first.click()
    page.locator('.compare__table[data-count="2"]').wait_for()
    assert page.url.endswith("?case=phitsanulok-3r&case=mae-hia-digital")
    page.go_back()
    page.locator('.compare__table[data-count="3"]').wait_for()


def test_a_case_that_does_not_exist_is_left_out_with_a_word(visitor):
    page = opened(visitor, f"en/case-studies/compare/{TWO}&case=atlantis")
    assert page.locator(".compare__told").inner_text().startswith(LIBRARY.say("compare-unknown", "en"))
    assert len(page.locator('[data-part="facts"] article').all()) == 2


def test_at_most_four_are_compared(visitor):
    names = list(LIBRARY.cases)[:6]
    page = opened(visitor, "case-studies/compare/?" + "&".join(f"case={name}" for name in names), 4)
    assert page.locator(".compare__told").inner_text().startswith(LIBRARY.say("compare-unknown", "th"))
    assert not page.locator(".compare__form").is_visible()


def test_a_page_that_cannot_be_fetched_says_so_and_the_others_stand(visitor):
    page = visitor.open("en/case-studies/compare/")
    page.route("**/phitsanulok-3r/", lambda route: route.abort())
    page.locator("#compare-add").select_option("rayong-biogas")
    page.locator("#compare-add").select_option("phitsanulok-3r")
    page.locator('.compare__table[data-count="2"]').wait_for()
    cells = page.locator('[data-part="money"] article').all_inner_texts()
    assert LIBRARY.say("compare-failed", "en") in cells[1]
    assert LIBRARY.say("compare-failed", "en") not in cells[0]


def test_without_a_script_the_cases_are_listed(visitor):
    page = visitor.open("case-studies/compare/", java_script_enabled=False)
    assert len(page.locator(".compare__all a").all()) == len(LIBRARY.published_cases())


def test_a_phone_scrolls_within_a_topic_only(visitor):
    for size in (PHONE, DESK):
        page = opened(visitor, f"case-studies/compare/{TWO}&case=mae-hia-digital", 3, viewport=size)
        assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]


def test_the_ledger_is_sorted_by_a_heading(visitor):
    page = visitor.open("en/case-studies/money/")
    page.locator('th[data-sort="amount"] button').click()
    order = page.locator(".ledger__table td.figure").evaluate_all("cells => cells.map((cell) => cell.dataset.order)")
    assert order == sorted(order)
    page.locator('th[data-sort="amount"] button').click()
    assert page.locator('th[data-sort="amount"]').get_attribute("aria-sort") == "descending"
    assert len(order) == len(page.locator(".money-chart__dot").all()) + sum(
        claim.unit != "baht"
        for case in LIBRARY.published_cases()
        for claim in case.data.printable_claims
        if claim.is_money
    )
    assert visitor.complaints == []
