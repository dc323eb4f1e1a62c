"""Open data: each file opened by a reader of its format, and nothing in it that pages do not show."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel

from cde import quizzes
from cde.checking import check_repository
from cde.exports import schema
from cde.exports.bibliography import issued, item
from cde.exports.edition import LICENCE, VERSION, Edition
from cde.exports.files import files
from cde.exports.tables import table
from cde.model.case import Case
from cde.model.module import Module
from cde.model.quiz import Quiz
from cde.model.registry import Source
from cde.model.session import Session
from cde.model.worksheet import Worksheet
from tests import cases, minirepo

SITE = "https://example.org/cde/"
ATOM = {"a": "http://www.w3.org/2005/Atom"}
FORMULA = {"en: Nan weighs its waste": 'en: "=HYPERLINK(1)"', **cases.YALA, "added: 2026-11-30": "added: 2026-11-01"}


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    two = {"formula": FORMULA, "draft": {"status: published": "status: draft"}}
    return Edition(cases.library(tmp_path_factory.mktemp("exports"), two), SITE)


@pytest.fixture(scope="module")
def made(edition: Edition) -> dict[str, bytes]:
    return files(edition)


def rows(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_every_file_is_there(made: dict[str, bytes]):
    assert set(made) == {
        "api/v1/cases.json",
        "api/v1/cases.csv",
        "api/v1/cases.geojson",
        "api/v1/claims.csv",
        "api/v1/sources.json",
        "api/v1/case.schema.json",
        "api/v1/cases.schema.json",
        "feed.xml",
        "feed.json",
        "en/feed.xml",
        "en/feed.json",
        "api/v1/modules.json",
        "api/v1/module.schema.json",
        "api/v1/modules.schema.json",
        "api/v1/paths.json",
        "api/v1/cohorts.json",
        "curriculum/bcg/waste/slides.txt",
        "en/curriculum/bcg/waste/slides.txt",
    }


def test_a_claim_that_waits_for_a_check_and_a_draft_are_in_no_file(made: dict[str, bytes]):
    for name, data in made.items():
        text = data.decode("utf-8-sig")
        assert "Not yet checked" not in text, name
        assert "รอการตรวจ" not in text, name
        assert "case-studies/draft/" not in text, name


# JSON


def test_cases_say_whose_they_are_and_under_which_licence(made: dict[str, bytes]):
    data = json.loads(made["api/v1/cases.json"])
    assert (data["licence"], data["version"]) == (LICENCE, VERSION)
    assert data["name"].keys() == {"th", "en"}
    assert data["$schema"] == f"{SITE}api/v1/cases.schema.json"
    assert [case["id"] for case in data["cases"]] == ["formula", "nan"]


def test_a_case_comes_back_as_the_record_that_it_was(edition: Edition, made: dict[str, bytes]):
    for sent in json.loads(made["api/v1/cases.json"])["cases"]:
        record = edition.library.cases[sent["id"]].data
        back = Case.model_validate(
            {key: value for key, value in sent.items() if key != "url"} | {"status": "published", "aliases": []},
            context=edition.library.words,
        )
        assert back.claims == record.printable_claims
        assert back.model_copy(update={"claims": record.claims, "conflicts": record.conflicts}) == record
        assert back.conflicts == [], "of the two claims that disagree, one waits for a check"
        assert sent["url"]["en"] == f"{SITE}en/case-studies/{sent['id']}/"


def test_the_schema_is_made_from_the_model_and_closes_its_lists(edition: Edition, made: dict[str, bytes]):
    shape = json.loads(made["api/v1/case.schema.json"])
    sent = json.loads(made["api/v1/cases.json"])["cases"][0]
    assert set(shape["required"]) <= set(sent) == set(shape["properties"])
    assert shape["additionalProperties"] is False
    claim = shape["$defs"]["Claim"]["properties"]
    assert claim["level"]["enum"] == list(edition.library.words["evidence_level"])
    assert "vocabulary" not in json.dumps(shape)
    assert shape["properties"]["period"] == {"$ref": "#/$defs/Period"} | {
        key: value for key, value in shape["properties"]["period"].items() if key != "$ref"
    }
    assert "from" in shape["$defs"]["Period"]["properties"]


def test_the_dictionary_names_every_field_of_the_schema(made: dict[str, bytes]):
    shape = json.loads(made["api/v1/case.schema.json"])
    entries = {entry.path: entry for entry in schema.dictionary()}
    assert {path for path in entries if "." not in path} == shape["properties"].keys() - {"url"}
    assert entries["claims[].level"].vocabulary == "evidence_level"
    assert (entries["claims[].value"].kind, entries["claims[].value"].nullable) == ("number", True)
    assert (entries["coordinates"].kind, entries["coordinates"].listed) == ("number", True)
    assert entries["title"].kind == "texts"
    assert entries["instruments"].vocabulary == "instrument"
    assert all(entry.title.th and entry.title.en for entry in entries.values())
    assert not [path for path in entries if path.endswith(".th")], "a text is one field"


def test_every_field_of_the_model_has_a_thai_name():
    def unnamed(model: type[BaseModel]) -> list[str]:
        found = model.model_fields.items()
        return [name for name, field in found if not (isinstance(field.json_schema_extra, dict) and field.title)]

    assert unnamed(Case) == []


# Modules, paths and cohorts


def test_a_module_comes_back_as_the_record_that_it_was(edition: Edition, made: dict[str, bytes]):
    (sent,) = json.loads(made["api/v1/modules.json"])["modules"]
    folder = edition.library.modules["waste"]
    assert folder.quiz and folder.worksheet and folder.session
    context = edition.library.words
    versions = [question.pop("version") for question in sent["questions"]]
    assert versions == [quizzes.version(question) for question in folder.quiz.data.questions]
    assert Quiz.model_validate({"questions": sent.pop("questions")}, context=context) == folder.quiz.data
    assert Worksheet.model_validate(sent.pop("worksheet"), context=context) == folder.worksheet.data
    assert Session.model_validate(sent.pop("session"), context=context) == folder.session.data
    assert sent.pop("url")["en"] == f"{SITE}en/curriculum/bcg/waste/"
    assert [lecture.pop("url")["th"] for lecture in sent["lectures"]] == [f"{SITE}curriculum/bcg/waste/lectures/scale/"]
    back = Module.model_validate(sent | {"status": "published", "aliases": []}, context=context)
    assert back == folder.data


def test_the_schema_of_modules_holds_for_them(made: dict[str, bytes]):
    shape = json.loads(made["api/v1/module.schema.json"])
    (sent,) = json.loads(made["api/v1/modules.json"])["modules"]
    assert set(sent) == set(shape["properties"]) == set(shape["required"])
    assert set(sent["questions"][0]) == set(shape["$defs"]["Question"]["properties"])
    assert set(sent["session"]["steps"][0]) == set(shape["$defs"]["Step"]["properties"])
    whole = json.loads(made["api/v1/modules.schema.json"])
    assert set(json.loads(made["api/v1/modules.json"])) == set(whole["properties"])


def test_a_person_s_consent_is_not_published(tmp_path: Path):
    cohort = """\
- number: 1
  events: [{date: 2022-09, text: {th: เริ่ม, en: It began}, facts: [bcg-001]}]
  unknown: []
  teams:
    - id: nan
      municipalities: [{name: {th: เทศบาลเมืองน่าน, en: Nan}, kind: mueang}]
      province: "55"
      known: {th: พบนักวิจัย, en: Researchers were met}
      facts: [bcg-001]
      people:
        - office: {th: นายกเทศมนตรี, en: Mayor}
          name: {th: ชื่อสมมติ, en: A. Name}
          consent: {on: 2026-01-02, kept: drawer}
"""
    library = check_repository(minirepo.make(tmp_path, {"data/cohorts.yml": cohort}))[0]
    text = files(Edition(library, SITE))["api/v1/cohorts.json"].decode()
    (person,) = json.loads(text)["cohorts"][0]["teams"][0]["people"]
    assert person == {
        "office": {"th": "นายกเทศมนตรี", "en": "Mayor"},
        "name": {"th": "ชื่อสมมติ", "en": "A. Name"},
        "facts": [],
    }
    assert "drawer" not in text


# GeoJSON


def test_points_give_longitude_first_and_stand_where_the_record_says(edition: Edition, made: dict[str, bytes]):
    data = json.loads(made["api/v1/cases.geojson"])
    assert data["type"] == "FeatureCollection"
    assert data["licence"] == LICENCE
    for feature in data["features"]:
        assert feature["type"] == "Feature"
        assert feature["geometry"]["type"] == "Point"
        assert feature["geometry"]["coordinates"][::-1] == edition.library.cases[feature["id"]].data.coordinates
        assert feature["properties"]["evidence"] == "measured"


def test_a_case_without_a_position_has_no_geometry(tmp_path: Path):
    nowhere = {"coordinates: [18.78, 100.77]": "coordinates: null\ncoordinates_note: {th: ไม่รู้, en: Not known}"}
    found = files(Edition(cases.library(tmp_path, {"nan": nowhere}), SITE))
    feature = json.loads(found["api/v1/cases.geojson"])["features"][0]
    assert feature["geometry"] is None
    assert feature["properties"]["coordinates_note"] == "Not known"


# CSV


def test_tables_begin_with_the_mark_that_excel_needs_for_thai(made: dict[str, bytes]):
    for name in ("cases.csv", "claims.csv"):
        assert made[f"api/v1/{name}"].startswith(b"\xef\xbb\xbf")
        assert b"\r\n" in made[f"api/v1/{name}"]


def test_a_row_of_cases(made: dict[str, bytes]):
    row = {row["id"]: row for row in rows(made["api/v1/cases.csv"])}["nan"]
    assert (row["title_th"], row["province_th"], row["region"]) == ("น่านชั่งขยะ", "น่าน", "north")
    assert (row["bases"], row["to"], row["population"]) == ("bcg; digital", "", "20000")
    assert (row["claims"], row["sources"], row["licence"]) == ("3", "3", LICENCE)


def test_a_row_of_claims(made: dict[str, bytes]):
    found = {(row["case"], row["claim"]): row for row in rows(made["api/v1/claims.csv"])}
    assert found.keys() == {(case, f"c{n}") for case in ("nan", "formula") for n in (1, 2, 3)}
    row = found["nan", "c2"]
    assert (row["value"], row["unit"], row["year"]) == ("13000000", "baht", "2020")
    assert (row["money_kind"], row["instrument"]) == ("budget", "own-budget")
    assert row["url_th"] == f"{SITE}case-studies/nan/#claim-c2"
    assert found["nan", "c3"]["sources"] == "town-report; mirror"


def test_a_text_that_a_spreadsheet_would_run_is_only_text(made: dict[str, bytes]):
    row = {row["id"]: row for row in rows(made["api/v1/cases.csv"])}["formula"]
    assert row["title_en"] == "'=HYPERLINK(1)"


@given(st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=20), min_size=1, max_size=8))
def test_what_goes_into_a_table_comes_out(texts: list[str]):
    back = rows(table({"a": text, "b": -1.5} for text in texts))
    for row, text in zip(back, texts, strict=True):
        assert row["a"] in (text, f"'{text}")
    assert {row["b"] for row in back} == {"-1.5"}, "a negative number is no formula"


# Sources


def test_sources_are_a_plain_list_that_a_reference_manager_takes(made: dict[str, bytes]):
    data = {each["id"]: each for each in json.loads(made["api/v1/sources.json"])}
    assert data.keys() == {"town-report", "news", "mirror"}
    assert data["news"]["type"] == "article-newspaper"
    assert data["news"]["container-title"] == "Daily"
    assert data["town-report"]["issued"] == {"date-parts": [[2022, 9]]}
    assert data["town-report"]["custom"]["link_checked"] == "2024-01-05"
    assert "URL" not in data["mirror"], "a copy is cited without its address"
    assert data["mirror"]["custom"] == {"link_checked": None, "licence": LICENCE, "version": VERSION}


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("2022-09-02", {"date-parts": [[2022, 9, 2]]}),
        ("2020/2021", {"date-parts": [[2020], [2021]]}),
        ("2015~", {"date-parts": [[2015]], "circa": True}),
    ],
)
def test_a_date_as_csl_has_it(date: str, expected: dict[str, Any]):
    assert issued(date) == expected


def test_a_source_without_an_address_has_none():
    source = Source.model_validate(
        {"title": "A", "publisher": "B", "date": None, "language": "en", "kind": "news", "url": None, "checked": False}
    )
    assert "URL" not in item("a", source)
    assert not source.linked


# Feeds


@pytest.mark.parametrize(("name", "language", "home"), [("", "th", SITE), ("en/", "en", f"{SITE}en/")])
def test_feeds_of_both_kinds_tell_the_same_in_one_language(made: dict[str, bytes], name: str, language: str, home: str):
    feed = ElementTree.fromstring(made[f"{name}feed.xml"])
    data = json.loads(made[f"{name}feed.json"])
    assert feed.get("{http://www.w3.org/XML/1998/namespace}lang") == data["language"] == language
    titles = [entry.findtext("a:title", namespaces=ATOM) for entry in feed.findall("a:entry", ATOM)]
    assert titles == [entry["title"] for entry in data["items"]]
    assert [entry["id"] for entry in data["items"]] == [f"{home}case-studies/nan/", f"{home}case-studies/formula/"]
    assert feed.findtext("a:updated", namespaces=ATOM) == "2026-11-30T00:00:00+07:00"
    for entry in feed.findall("a:entry", ATOM):
        for needed in ("id", "title", "updated", "published", "summary"):
            assert entry.findtext(f"a:{needed}", namespaces=ATOM)


def test_the_newest_case_comes_first(made: dict[str, bytes]):
    data = json.loads(made["en/feed.json"])
    days = [entry["date_published"] for entry in data["items"]]
    assert days == sorted(days, reverse=True)
    assert len(set(days)) == 2
