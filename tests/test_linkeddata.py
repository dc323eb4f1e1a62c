"""What each page of the built site says of itself to search engines, and where its feeds are."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from cde.loading import load
from tests.conftest import ADDRESS, Built

ROOT = Path(__file__).resolve().parents[1]
LIBRARY = load(ROOT)[0]
SAID = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
CANONICAL = re.compile(r'<link rel="canonical" href="([^"]+)"')


def said(built: Built, address: str) -> dict:
    text = (built.folder / address / "index.html").read_text("utf-8")
    found = SAID.findall(text)
    assert len(found) == 1, address
    return json.loads(found[0])


def test_every_page_says_once_what_it_is(built: Built):
    pages = sorted(path.parent for path in built.folder.rglob("index.html"))
    assert len(pages) > 300
    for page in pages:
        data = said(built, page.relative_to(built.folder).as_posix())
        canonical = CANONICAL.search((page / "index.html").read_text("utf-8"))
        assert canonical and data["url"] == canonical[1], page
        assert data["inLanguage"] == ("en" if "/en/" in data["url"] else "th")
        assert data["license"] == "https://creativecommons.org/licenses/by/4.0/"
        assert data["name"] and data["@context"] == "https://schema.org"


@pytest.mark.parametrize("language", ["th", "en"])
def test_a_case_names_its_place_and_its_sources(built: Built, language: str):
    case = LIBRARY.cases["phitsanulok-3r"].data
    data = said(built, f"{'en/' if language == 'en' else ''}case-studies/phitsanulok-3r")
    assert data["@type"] == "Article"
    assert data["headline"] == case.title[language]
    assert data["datePublished"] == case.added
    assert [place["name"] for place in data["contentLocation"]] == [case.municipalities[0].name[language]]
    assert [data["contentLocation"][0]["geo"][key] for key in ("latitude", "longitude")] == case.coordinates
    assert len(data["citation"]) == len(case.cited_sources)


def test_open_data_is_a_dataset_whose_files_are_there(built: Built):
    data = said(built, "open-data")
    assert data["@type"] == "Dataset"
    for each in data["distribution"]:
        assert each["contentUrl"].startswith(ADDRESS)
        assert (built.folder / each["contentUrl"].removeprefix(ADDRESS)).stat().st_size > 1000


def test_pages_about_cases_name_their_feeds(built: Built):
    for address, home in (("case-studies", ""), ("en/case-studies/rayong-biogas", "en/")):
        text = (built.folder / address / "index.html").read_text("utf-8")
        for name in ("feed.xml", "feed.json"):
            assert f'href="{ADDRESS}{home}{name}"' in text
            assert (built.folder / home / name).is_file()
