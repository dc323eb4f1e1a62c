"""The facets by which readers browse cases: what a case counts under, in which order, and what is not known."""

from __future__ import annotations

from pathlib import Path

import pytest

from cde import facets, layout
from cde.facets import FACETS, UNKNOWN
from cde.library import Library
from tests import cases

BARE = {
    "population: {value: 20000, year: 2020, source: town-report}": "population: null",
    "period: {from: 2019, to: null}": "period: {from: null, to: null}",
    "stage: running": "stage: null",
    "instruments: [own-budget]": "instruments: []",
    "kind: result, text": "kind: context, text",
    **cases.YALA,
}
"""A case of which hardly anything is known."""


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    two = {"bare": BARE, "draft": {"status: published": "status: draft"}}
    return cases.library(tmp_path_factory.mktemp("facets"), two)


@pytest.mark.parametrize(
    ("facet", "known", "bare"),
    [
        ("base", ["bcg", "digital"], ["bcg", "digital"]),
        ("region", ["north"], ["south"]),
        ("province", ["nan"], ["yala"]),
        ("kind", ["mueang"], ["mueang"]),
        ("size", ["10000-49999"], [UNKNOWN]),
        ("stage", ["running"], [UNKNOWN]),
        ("instrument", ["own-budget"], [UNKNOWN]),
        ("sdg", ["11", "12"], ["11", "12"]),
        ("evidence", ["measured"], [UNKNOWN]),
        ("strength", ["full"], ["full"]),
        ("year", ["2019"], [UNKNOWN]),
    ],
)
def test_a_case_has_values_and_unknown_is_one(library: Library, facet: str, known: list[str], bare: list[str]):
    assert FACETS[facet].of(library, library.cases["nan"]) == known
    assert FACETS[facet].of(library, library.cases["bare"]) == bare


def test_a_network_of_towns_is_in_several_provinces(tmp_path: Path):
    network = {'province: "55"': "province: null", "kind: mueang": "kind: network"}
    pin = {"coordinates: [18.78, 100.77]": "coordinates: null\ncoordinates_note: {th: หลายเมือง, en: Several}"}
    found = cases.library(tmp_path, {"net": network | pin})
    assert FACETS["province"].of(found, found.cases["net"]) == [facets.SEVERAL]
    assert FACETS["region"].say(found, facets.SEVERAL, "en") == "Several provinces"


@pytest.mark.parametrize(
    ("people", "band"),
    [(9_999, "under-10000"), (10_000, "10000-49999"), (99_999, "50000-99999"), (1_000_000, "from-100000")],
)
def test_a_band_of_population_begins_at_its_round_number(tmp_path: Path, people: int, band: str):
    found = cases.library(tmp_path, {"nan": {"value: 20000": f"value: {people}"}})
    assert FACETS["size"].of(found, found.cases["nan"]) == [band]


@pytest.mark.parametrize(("language", "year"), [("th", "พ.ศ. 2562"), ("en", "2019")])
def test_a_value_reads_as_its_reader_expects(library: Library, language: str, year: str):
    assert FACETS["year"].say(library, "2019", language) == year
    assert FACETS["province"].say(library, "nan", language) == library.provinces["55"].data.name[language]


def test_values_are_counted_in_their_order_with_the_unknown_last(library: Library):
    published = library.published_cases()
    assert facets.counts(library, FACETS["stage"], "en", published) == [("running", 1), (UNKNOWN, 1)]
    assert facets.counts(library, FACETS["region"], "en", published) == [("north", 1), ("south", 1)]
    assert facets.counts(library, FACETS["province"], "th", published) == [("nan", 1), ("yala", 1)]
    assert facets.counts(library, FACETS["sdg"], "en", []) == []


def test_every_value_that_a_published_case_has_gets_a_page(library: Library):
    documents = facets.documents(library)
    assert documents["case_studies/by/province/yala.md"] == ("province", "yala")
    assert "case_studies/by/stage/unknown.md" in documents
    assert "case_studies/by/stage/ended.md" not in documents
    for document, (facet, value) in documents.items():
        place = layout.place_of(document)
        assert (place.kind, place.facet, place.value) == ("facet", facet, value)
        assert {case.data.id for case in facets.cases_with(library, facet, value)} <= {"nan", "bare"}


def test_a_draft_is_counted_nowhere(library: Library):
    assert "draft" not in {case.data.id for case in facets.cases_with(library, "base", "bcg")}


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Nakhon Si Thammarat", "nakhon-si-thammarat"), ("Phang-nga", "phang-nga"), ("Loei", "loei")],
)
def test_a_name_becomes_part_of_an_address(name: str, expected: str):
    assert facets.slug(name) == expected
