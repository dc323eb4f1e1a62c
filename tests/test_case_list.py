"""The list of cases in a browser: filters, counts, address, order, map and choice; and the same without a script."""

from __future__ import annotations

from pathlib import Path

import pytest

from cde.facets import FACETS, cases_with, counts
from cde.loading import load
from tests.conftest import DESK, PHONE

ROOT = Path(__file__).resolve().parents[1]
LIBRARY = load(ROOT)[0]
CASES = LIBRARY.published_cases()
ROWS = ".cases tbody tr:not([hidden])"
BOX = '.facet input[name="{}"][value="{}"]'


def shown(page) -> set[str]:
    return set(page.locator(ROWS).evaluate_all("rows => rows.map((row) => row.dataset.case)"))


def ids(facet: str, value: str) -> set[str]:
    return {case.data.id for case in cases_with(LIBRARY, facet, value)}


def told(page) -> str:
    return page.locator(".browse__count").inner_text()


def choose(page, facet: str, value: str) -> None:
    page.locator(".browse__more").evaluate("more => { more.open = true }")
    page.locator(f'.facet[data-facet="{facet}"]').evaluate("facet => { facet.open = true }")
    page.locator(BOX.format(facet, value)).check()


def test_all_cases_are_there_and_counted_by_every_facet(visitor):
    page = visitor.open("case-studies/")
    assert shown(page) == {case.data.id for case in CASES}
    for facet in FACETS.values():
        listed = page.locator(f'.facet[data-facet="{facet.name}"] li').evaluate_all(
            """items => items.map((item) => [
              item.querySelector('input').value, Number(item.querySelector('.count').textContent)])"""
        )
        assert [tuple(item) for item in listed] == counts(LIBRARY, facet, "th", CASES), facet.name
    assert visitor.complaints == []
    assert visitor.elsewhere == []


def test_values_of_one_facet_add_and_facets_narrow(visitor):
    page = visitor.open("en/case-studies/")
    choose(page, "region", "north")
    assert shown(page) == ids("region", "north")
    choose(page, "region", "south")
    both = ids("region", "north") | ids("region", "south")
    assert shown(page) == both
    choose(page, "base", "bcg")
    assert shown(page) == both & ids("base", "bcg")
    assert told(page) == f"{len(both & ids('base', 'bcg'))} of {len(CASES)} cases"
    assert page.url.endswith("?base=bcg&region=north&region=south")


def test_a_count_tells_what_choosing_it_would_show(visitor):
    page = visitor.open("case-studies/?base=finance")
    count = page.locator('.facet[data-facet="region"] li:has(input[value="south"]) .count')
    promised = int(count.text_content())
    choose(page, "region", "south")
    assert len(shown(page)) == promised
    other = page.locator('.facet[data-facet="base"] li:has(input[value="digital"]) .count')
    assert int(other.text_content()) == len(ids("base", "digital") & ids("region", "south"))


def test_words_find_titles_places_and_other_names(visitor):
    page = visitor.open("case-studies/?find=ระยอง")
    assert "rayong-biogas" in shown(page)
    page.locator("#browse-words").fill("ไบโอแก๊ส")  # an alias of the record
    assert shown(page) == {"rayong-biogas"}
    page.locator("#browse-words").fill("no such words")
    assert shown(page) == set()
    assert told(page) == LIBRARY.say("cases-none", "th")
    page.locator(".browse__clear").click()
    assert len(shown(page)) == len(CASES)
    assert "?" not in page.url


@pytest.mark.parametrize(
    ("asked", "kept"),
    [
        ("?region=nowhere", ""),
        ("?base=bcg&base=%E0%B8%82", "?base=bcg"),
        ("?sort=by-magic&view=hologram&sdg=99", ""),
        ("?year=", ""),
    ],
)
def test_a_broken_filter_is_left_out_with_a_word(visitor, asked: str, kept: str):
    page = visitor.open(f"en/case-studies/{asked}")
    assert told(page).startswith(LIBRARY.say("browse-unknown", "en"))
    expected = ids("base", "bcg") if kept else {case.data.id for case in CASES}
    assert shown(page) == expected
    assert visitor.complaints == []


def test_rows_stand_in_the_order_asked_for_and_come_back(visitor):
    page = visitor.open("en/case-studies/?sort=newest")
    years = page.locator(".cases tbody tr").evaluate_all(
        "rows => rows.map((row) => parseInt(row.cells[3].textContent) || 0)"
    )
    assert years == sorted(years, reverse=True)
    page.locator("#browse-sort").select_option("title")
    titles = page.locator(".cases .main a").all_text_contents()
    assert titles == page.evaluate("titles => [...titles].sort(new Intl.Collator('en').compare)", titles)
    page.locator("#browse-sort").select_option("base")
    groups = page.locator(".cases tbody tr").evaluate_all("rows => rows.map((row) => row.dataset.group)")
    assert groups == sorted(groups, key=list(LIBRARY.bases).index), "in the order of the programme's bases"


def test_a_table_is_a_table_and_the_address_says_so(visitor):
    page = visitor.open("en/case-studies/")
    page.locator("#browse-view").select_option("table")
    assert page.locator(".cases thead th").first.is_visible()
    assert page.locator(".cases tbody tr").first.evaluate("row => getComputedStyle(row).display") == "table-row"
    page.reload()
    assert page.locator("#browse-view").input_value() == "table"


def test_the_switch_of_languages_keeps_the_filters(visitor):
    page = visitor.open("case-studies/?base=heritage&view=table")
    page.locator(".language-switch__link").click()
    page.wait_for_url("**/en/case-studies/**")
    assert shown(page) == ids("base", "heritage")


def test_the_map_shows_what_the_list_shows(visitor):
    page = visitor.open("case-studies/?region=south")
    pins = page.locator(".pin:not(.pin--out)").evaluate_all(
        "pins => pins.flatMap((pin) => pin.dataset.cases.split(' '))"
    )
    assert ids("region", "south") - set(pins) == set()
    out = page.locator(".pin--out").evaluate_all("pins => pins.flatMap((pin) => pin.dataset.cases.split(' '))")
    assert not set(out) & ids("region", "south")
    numbers = page.locator(".pin:not(.pin--out) text").all_text_contents()
    assert sum(map(int, numbers)) <= len(ids("region", "south"))


def test_pins_are_reached_and_opened_by_keyboard(visitor):
    page = visitor.open("case-studies/")
    page.locator(".case-map__skip a").focus()
    page.keyboard.press("Tab")
    pin = page.evaluate("document.activeElement.getAttribute('aria-label')")
    assert page.evaluate("document.activeElement.classList.contains('pin')")
    assert pin
    first = page.locator(".pin:not(:has(text))").first
    name = first.get_attribute("data-cases")
    first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/case-studies/{name}/")


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
@pytest.mark.parametrize(
    "where", ["case-studies/", "en/case-studies/?view=table", "case-studies/money/", "en/open-data/"]
)
def test_nothing_is_wider_than_the_window(visitor, where: str, size):
    page = visitor.open(where, viewport=size)
    assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]


def test_a_phone_shows_the_list_before_all_filters(visitor):
    page = visitor.open("case-studies/", viewport=PHONE)
    assert not page.locator(".browse__facets").is_visible()
    page.locator(".browse__more > summary").click()
    assert page.locator(".browse__facets").is_visible()


# Without a script


def test_without_a_script_every_value_leads_to_a_page_with_its_cases(visitor):
    page = visitor.open("case-studies/", java_script_enabled=False)
    assert len(page.locator(".cases tbody tr").all()) == len(CASES)
    link = page.locator('.facet[data-facet="base"] a[data-value="digital"]')
    link.click()
    titles = set(page.locator(".facet-page .card__title a").all_inner_texts())
    assert titles == {case.data.title["th"] for case in cases_with(LIBRARY, "base", "digital")}
    assert page.url.endswith("/case-studies/by/base/digital/")


# Choosing cases to compare


def test_two_to_four_cases_can_be_chosen_and_compared(visitor):
    page = visitor.open("en/case-studies/")
    picks = page.locator(".pick input")
    picks.nth(0).check()
    assert page.locator(".compare-bar").inner_text() == LIBRARY.say("compare-more", "en")
    for place in (1, 2, 3):
        picks.nth(place).check()
    assert picks.nth(4).is_disabled()
    page.locator(".compare-bar a").click()
    page.wait_for_url("**/en/case-studies/compare/?case=*")
    page.locator('.compare__table[data-count="4"]').wait_for()
    assert len(page.locator('[data-part="claims"] article').all()) == 4
