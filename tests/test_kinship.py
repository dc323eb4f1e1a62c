"""Cases like one: what is rare in common counts more than what nearly all share."""

from __future__ import annotations

from pathlib import Path

import pytest

from cde.kinship import kin_of, trait_name
from cde.library import Library
from cde.relations import cases_of_case
from tests import cases

ALONE = {"bases: [bcg, digital]": "bases: [digital]", "sdgs: [11, 12]": "sdgs: [1]", "kind: mueang": "kind: tambon"}
OTHER_MONEY = {"instruments: [own-budget]": "instruments: [loan]"}
NO_TERM = {
    "terms: [{term: circular-economy, why: {th: ชั่งแล้วจึงใช้ซ้ำ, en: Weighed before it is used again}}]": "terms: []"
}


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    others = {"twin": {}, "cousin": OTHER_MONEY, "stranger": ALONE | OTHER_MONEY | NO_TERM}
    return cases.library(tmp_path_factory.mktemp("kin"), others)


def test_the_most_alike_comes_first(library: Library):
    kin = kin_of(library.cases["nan"], library.published_cases())
    assert [each.case.data.id for each in kin] == ["twin", "cousin", "stranger"]
    assert kin[0].shared[0] == ("instrument", "own-budget"), "what only these two share is told first"


def test_what_two_cases_share_is_named_in_words(library: Library):
    assert trait_name(library, ("instrument", "own-budget"), "en") == "Own budget"
    assert trait_name(library, ("term", "circular-economy"), "th") == "เศรษฐกิจหมุนเวียน"
    assert trait_name(library, ("base", "bcg"), "en") == "BCG"
    assert trait_name(library, ("sdg", "11"), "en") == "SDG 11"


def test_what_the_record_relates_already_is_not_told_twice(tmp_path: Path):
    related = "\nrelated: [{case: twin, kind: contrast, why: {th: ต่างกัน, en: They differ}}]"
    found = cases.library(tmp_path, {"twin": {}, "nan": {"added: 2026-11-30": "added: 2026-11-30" + related}})
    assert kin_of(found.cases["nan"], found.published_cases()) == []
    assert [relation.there.data.id for relation in cases_of_case(found, found.cases["twin"])] == ["nan"]


def test_the_order_of_cases_does_not_matter(library: Library):
    listed = library.published_cases()
    for case in listed:
        forward, backward = kin_of(case, listed), kin_of(case, list(reversed(listed)))
        assert [(kin.case.data.id, kin.shared) for kin in forward] == [(k.case.data.id, k.shared) for k in backward]


def test_a_case_is_not_like_itself(library: Library):
    for case in library.published_cases():
        assert case.data.id not in {kin.case.data.id for kin in kin_of(case, library.published_cases())}
