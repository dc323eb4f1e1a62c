"""The languages of the real site know each other; and the check that says so sees whatever is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import ADDRESS, Built, write

from tests.hreflang import breaches, main, table
from tests.sitereader import Site

HEAD = '<link rel="alternate" hreflang="{}" href="{}">'
TH, EN = ADDRESS, ADDRESS + "en/"


def page(language: str, canonical: str, *links: tuple[str, str], more: str = "") -> str:
    head = "".join(HEAD.format(*link) for link in links)
    return f'<html lang="{language}"><head><link rel="canonical" href="{canonical}">{head}{more}</head></html>'


def entry(place: str, *links: tuple[str, str]) -> str:
    beside = "".join(f'<xhtml:link rel="alternate" hreflang="{name}" href="{address}"/>' for name, address in links)
    return f"<url><loc>{place}</loc>{beside}</url>"


def sitemap(*entries: str) -> str:
    spaces = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml"'
    return f"<urlset {spaces}>{''.join(entries)}</urlset>"


PAIR = (("th", TH), ("x-default", TH), ("en", EN))
ALONE, SHORT = ADDRESS + "alone/", ADDRESS + "en/alone/"
NOINDEX = '<meta name="robots" content="noindex">'
SOUND = {
    "index.html": page("th", TH, *PAIR),
    "en/index.html": page("en", EN, *PAIR),
    "alone/index.html": page("th", ALONE),
    "en/alone/index.html": page("en", SHORT, more=NOINDEX),
    "404.html": "<html></html>",
    "sitemap.xml": sitemap(entry(TH, *PAIR), entry(EN, *PAIR), entry(ALONE)),
}


def test_the_languages_of_the_real_site_know_each_other(built: Built):
    site = Site(built.folder, ADDRESS)
    assert list(breaches(site)) == []
    assert "th" in table(site) and "en" in table(site)


def test_a_sound_site(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    write(tmp_path, SOUND)
    assert main(str(tmp_path), ADDRESS.rstrip("/")) == 0
    rows = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert ["th", "2", "0", "1", "1", "3", "2", "3"] in rows
    assert ["en", "2", "1", "1", "0", "3", "1", "3"] in rows
    assert rows[-1] == ["0", "breaches"]


def with_links(*links: tuple[str, str]) -> dict[str, str]:
    """The English home page with other alternates."""
    return {"en/index.html": page("en", EN, *links)}


@pytest.mark.parametrize(
    ("files", "told"),
    [
        ({"en/index.html": page("en", TH, *PAIR)}, f"/en/: canonical ['{TH}']"),
        ({"index.html": SOUND["index.html"].replace(' lang="th"', "")}, "/: no language"),
        (with_links(*PAIR, ("en", TH)), "/en/: names a language twice: ['th', 'x-default', 'en', 'en']"),
        (
            with_links(("en", EN), ("x-default", EN)),
            f"/en/: names no other language: {{'en': '{EN}', 'x-default': '{EN}'}}",
        ),
        (with_links(("th", TH), ("x-default", TH), ("ms", TH)), "/en/: does not name itself as en"),
        (with_links(("th", TH), ("en", EN)), "/en/: x-default is none of the set: None"),
        (
            with_links(("th", TH), ("en", EN), ("x-default", EN)),
            f"/en/: x-default is not the site's first language: {EN}",
        ),
        (with_links(("th", "../"), ("x-default", "../"), ("en", EN)), "/en/: th ../ is not absolute"),
        (with_links(*PAIR, ("ms", ADDRESS + "ms/")), f"/en/: ms {ADDRESS}ms/ is no page of this site"),
        (with_links(*PAIR, ("ms", ALONE)), f"/en/: ms {ALONE} is in th"),
        (with_links(*PAIR, ("ms", SHORT)), f"/en/: ms {SHORT} is not to be listed"),
        (with_links(), f"/: en {EN} does not name the same set"),
        (
            {"en/alone/index.html": page("en", SHORT, *PAIR, more=NOINDEX)},
            "/en/alone/: names alternates, and is not to be listed",
        ),
        (
            {"alone/index.html": page("th", ALONE, more='<a href="../en/alone/" hreflang="th">')},
            '/alone/: <a href="../en/alone/" hreflang="th"> leads to a page in en',
        ),
        ({"sitemap.xml": sitemap(entry(TH, *PAIR), entry(EN, *PAIR))}, f"sitemap.xml: lacks {ALONE}"),
        (
            {"sitemap.xml": sitemap(entry(TH, *PAIR), entry(EN, *PAIR), entry(ALONE), entry(SHORT))},
            f"sitemap.xml: {SHORT} is no page to be listed",
        ),
        (
            {"sitemap.xml": sitemap(*[entry(TH, *PAIR)] * 2, entry(EN, *PAIR), entry(ALONE))},
            f"sitemap.xml: {TH} stands there 2 times",
        ),
        (
            {"sitemap.xml": sitemap(entry(TH, *PAIR), entry(EN), entry(ALONE))},
            f"sitemap.xml: {EN} has the alternates []",
        ),
    ],
)
def test_a_breach_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str], files: dict[str, str], told: str):
    write(tmp_path, SOUND | files)
    assert main(str(tmp_path), ADDRESS) == 1
    assert told in capsys.readouterr().out.splitlines()


def test_an_empty_folder_is_no_sound_site(tmp_path: Path):
    assert main(str(tmp_path), ADDRESS) == 1
