"""The search of a small site, from Markdown to screen: what is in its index, what is fetched, what is found.

What the box and the panel around the results do is in test_search_box.py, test_search_panel.py, test_search_answers.py.
"""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Iterator
from functools import partial
from typing import Any

import pytest
from conftest import ADDRESS, ROOT, Handler, Server, Visitor

from cde.checking import check_repository
from tests.sitereader import Site
from tests.test_build import DRAFT, ONLY_THAI, build, mini

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
pytestmark = pytest.mark.browser

FIELD, RESULT = ".md-search__input", ".md-search-result__link"
FAILED = check_repository(ROOT)[0].strings["search-failed"]["th"]
LINES = {
    "docs/lines.th.md": "---\ntitle: ตลาดน้ำ\nsummary: ตลาดริมคลอง\nother_title: Floating market\n"
    "translation: {state: original}\n---\nเริ่มในปี พ.ศ. ๒๕๖๒\n\n## ศูนย์เรียนรู้ {#centre}\n\n"
    "ผู้สูงอายุสอนทำขนม<wbr>ทุกวันเสาร์ <em>โดย</em>เทศบาล [@news]\n\n## ว่าง {#empty}\n\n## รายได้ {#income}\n\n"
    'วันละ 1,500 บาท\n\n<p data-search-exclude>ไม่ต้องค้น</p>\n\n<script type="application/json">"ลับ"</script>\n',
    "docs/lines.en.md": "---\ntitle: Floating market\nsummary: A market on a canal\nother_title: ตลาดน้ำ\n"
    "translation: {state: machine}\n---\nBoats since 2019.\n\n## Learning centre {#centre}\n\nElders teach <b>it</b>."
    "\n\n## Empty {#empty}\n\n## Income {#income}\n\n1,500 baht a day\n",
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """A mini site with a page in Thai alone, a draft, and a page of our own."""
    root = mini(tmp_path_factory.mktemp("mini"), ONLY_THAI, DRAFT, LINES)
    status, output = build(root)
    assert status == 0, output
    return Site(root / "site", ADDRESS)


def manifest(site: Site) -> dict[str, Any]:
    return json.loads((site.folder / "search/search_index.json").read_text("utf-8"))


def index(site: Site, language: str) -> dict[str, Any]:
    """The whole index of a language."""
    address = manifest(site)["config"]["search"]["languages"][language]["address"]
    return json.loads((site.folder / address).read_text("utf-8"))


def texts(site: Site, language: str, page: str) -> dict[str, str]:
    """The texts of a page in the index, by their anchors."""
    found = index(site, language)
    number = [row[0] for row in found["pages"]].index(page)
    return {anchor: text for at, anchor, _, text in found["passages"] if at == number}


# What is written


def test_the_manifest_names_every_language_and_holds_no_page(site: Site):
    found = manifest(site)
    assert found["docs"] == []
    languages = found["config"]["search"]["languages"]
    assert set(languages) == {"th", "en"}
    for language in languages.values():
        assert language["transport"] == "embedded"
        assert (site.folder / language["address"]).is_file()
        assert (site.folder / language["suggestions"]).is_file()


def test_every_page_names_our_worker_and_its_own_language(site: Site):
    for address, page in site.documents.items():
        html = (site.folder / address / "index.html").read_text("utf-8")
        if address.endswith("/slides/"):
            continue  # slides fill the window: no search
        [config] = re.findall(r'<script id="__config"[^>]*>(.*?)</script>', html, re.DOTALL)
        worker, _, language = json.loads(config)["search"].partition("?lang=")
        assert language == page.declared, address
        path, _ = site.resolve(address, worker) or ("", "")
        assert re.fullmatch(r"search/[0-9a-f]{8}/worker\.js", path), f"{worker} on {address}"
        assert (site.folder / path).is_file()


def test_scripts_are_published_once(site: Site):
    assert not (site.folder / "assets/javascripts/search").exists()
    assert [path.name for path in sorted(site.folder.glob("search/*/*.js"))].count("engine.js") == 1


def test_the_index_holds_the_pages_of_its_language_and_no_other(site: Site):
    thai = {row[0] for row in index(site, "th")["pages"]}
    english = {row[0] for row in index(site, "en")["pages"]}
    assert {"", "only/", "lines/", "curriculum/bcg/waste/", "curriculum/bcg/waste/lectures/scale/", "glossary/"} <= thai
    assert not [url for url in thai | english if "/facilitator/" in url or "/kit/" in url or "/slides/" in url]
    assert {"en/", "en/lines/", "en/curriculum/bcg/waste/", "en/case-studies/nan/"} <= english
    assert not [url for url in thai if url.startswith("en/")]
    assert not [url for url in english if not url.startswith("en/")]


def test_neither_a_missing_language_nor_a_draft_is_in_the_index(site: Site):
    english = {row[0] for row in index(site, "en")["pages"]}
    assert not {"en/only/", "en/curriculum/bcg/waste/facilitator/"} & english
    for path in (site.folder / "search").rglob("*.json"):
        text = path.read_text("utf-8")
        assert "bcg/water" not in text, path.name
        assert "404" not in text, path.name


@pytest.mark.parametrize("language", ["th", "en"])
def test_every_result_leads_to_a_place_that_exists(site: Site, language: str):
    found = index(site, language)
    for number, anchor, title, _ in found["passages"]:
        url, page_title = found["pages"][number][:2]
        page = site.pages[url]
        assert not anchor or anchor in page.ids, f"{url}#{anchor}"
        assert anchor or title == page_title


@pytest.mark.parametrize("language", ["th", "en"])
def test_what_is_offered_is_a_text_and_its_language(site: Site, language: str):
    rows = json.loads((site.folder / manifest_suggestions(site, language)).read_text("utf-8"))
    assert rows and {len(row) for row in rows} == {2}
    titles = {title for _, title, *_ in index(site, language)["pages"]}
    assert titles <= {text for text, _ in rows}


def manifest_suggestions(site: Site, language: str) -> str:
    return manifest(site)["config"]["search"]["languages"][language]["suggestions"]


def test_passages_hold_what_a_reader_reads(site: Site):
    found = texts(site, "th", "lines/")
    assert found["centre"] == "ผู้สูงอายุสอนทำขนมทุกวันเสาร์ โดยเทศบาล"
    assert found["income"] == "วันละ 1,500 บาท"
    assert "empty" not in found
    assert "ปี พ.ศ. ๒๕๖๒" in found[""]
    assert not [text for text in found.values() if "ไม่ต้องค้น" in text or "ลับ" in text or "¶" in text]


def test_filters_have_words_in_the_language_of_the_index(site: Site):
    assert index(site, "th")["labels"]["province"]["55"] == "น่าน"
    assert index(site, "en")["labels"]["province"]["55"] == "Nan"
    rows = {row[0]: row for row in index(site, "en")["pages"]}
    assert rows["en/case-studies/nan/"][3:] == ["case", ["bcg", "digital"], "55"]


# In the reader's browser


@pytest.fixture(scope="module")
def mini_address(site: Site) -> Iterator[str]:
    with Server(("127.0.0.1", 0), partial(Handler, directory=str(site.folder))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}{Handler.base}"
        server.shutdown()


@pytest.fixture
def reader(mini_address: str, chromium: Any) -> Iterator[Visitor]:
    """A reader of the mini site."""
    yield Visitor(mini_address, chromium)
    for context in chromium.contexts:
        context.close()


SHOWN = """([selector, place]) => {
  const links = [...document.querySelectorAll(selector)].slice(0, 4);
  return links.some((link) => link.href.replace(/[?][^#]*/, "") === place);
}"""
"""A place is among the first results."""


def search(reader: Visitor, typed: str, where: str = "") -> Any:
    """A page in whose box something has been typed."""
    page = reader.open(where)
    page.click(FIELD)
    page.keyboard.insert_text(typed)
    return page


def places(reader: Visitor, page: Any) -> list[str]:
    """Where the results lead, without what is marked there."""
    page.wait_for_selector(RESULT)
    found = page.eval_on_selector_all(RESULT, "links => links.map((link) => link.href)")
    return [re.sub(r"\?[^#]*", "", href.removeprefix(reader.address)) for href in found]


@pytest.mark.parametrize(
    ("where", "queries"),
    [
        ("", {"ชั่งขยะ": "case-studies/nan/", "๑๕๐๐": "lines/#income", "2019": "lines/", "ตลาดน้ำม": "lines/"}),
        ("curriculum/bcg/waste/lectures/scale/", {"ศูนย์เรียนรู้": "lines/#centre", "1500": "lines/#income"}),
        ("en/glossary/", {"elders": "en/lines/#centre", "floting market": "en/lines/", "ตลาดริมคลอง": "lines/"}),
    ],
    ids=["home", "deep", "english"],
)
def test_what_is_typed_is_found(reader: Visitor, where: str, queries: dict[str, str]):
    page = reader.open(where)
    page.click(FIELD)
    for typed, place in queries.items():
        page.keyboard.press("Control+A")
        page.keyboard.insert_text(typed)
        page.wait_for_function(SHOWN, arg=[RESULT, reader.address + place])
    assert reader.complaints == []


def test_a_link_can_hold_a_query(reader: Visitor):
    page = reader.open("?q=" + "ศูนย์เรียนรู้")
    assert places(reader, page)[0].startswith("lines/")
    assert page.input_value(FIELD) == "ศูนย์เรียนรู้"
    assert reader.complaints == []


def test_the_page_of_a_result_marks_what_was_searched_for(reader: Visitor):
    page = search(reader, "ผู้สูงอายุ", "glossary/")
    page.locator(RESULT, has_text="ศูนย์เรียนรู้").first.click()
    page.wait_for_url("**/lines/**")
    page.wait_for_selector("main mark")
    assert page.locator("main mark").first.inner_text() == "ผู้สูงอายุ"
    assert "h=" in page.url and page.url.endswith("#centre")


def test_an_english_page_is_found_from_a_thai_one_by_its_title(reader: Visitor):
    page = search(reader, "Nan weighs its waste")
    page.wait_for_selector(f"{RESULT}[href*='/en/case-studies/nan/']")
    assert "case-studies/nan/" in places(reader, page), "and so is the Thai one, by its other name"
    english = page.locator(f"{RESULT}[href*='/en/case-studies/nan/'] [lang=en]").first
    assert english.count()
    page.locator(f"{RESULT}[href*='/en/case-studies/nan/']").first.click()
    page.wait_for_url("**/en/case-studies/nan/**")


def of_the_search(reader: Visitor) -> list[str]:
    """What was fetched of the search, by name, in order, without the parts of addresses that change."""
    names = [url.removeprefix(reader.address).partition("?")[0] for url in reader.asked]
    return [
        re.sub(r"[-/][0-9a-f]{8}\b", "", name).removeprefix("search/") for name in names if name.startswith("search/")
    ]


def test_nothing_of_the_engine_is_fetched_before_the_first_query_and_the_readers_language_comes_first(reader: Visitor):
    for where, own, other in (("", "th", "en"), ("en/", "en", "th")):
        reader.asked.clear()
        page = reader.open(where)
        page.click(FIELD)
        page.wait_for_load_state("networkidle")
        before = of_the_search(reader)
        assert not [name for name in before if name not in ("search_index.json", "worker.js")], before
        page.keyboard.insert_text("waste")
        page.wait_for_selector(RESULT)
        page.wait_for_load_state("networkidle")
        after = of_the_search(reader)[len(before) :]
        assert after[0] == "engine.js", after
        assert after.index(f"{own}.json") < after.index(f"{other}.json"), after
        assert f"{other}-suggestions.json" not in after
        assert "sharded.js" not in after, "a small site needs none"
        assert len(after) == len(set(after)), "each file once"
        assert reader.elsewhere == []
        assert reader.complaints == []


@pytest.mark.parametrize("content", ["{", "[]"])
def test_a_broken_index_is_told(reader: Visitor, content: str):
    page = reader.open("404.html")
    page.context.route(re.compile(r"/search/th-[0-9a-f]+\.json"), lambda route: route.fulfill(body=content))
    page.goto(reader.address)
    page.click(FIELD)
    page.keyboard.insert_text("ขยะ")
    playwright.expect(page.get_by_text(FAILED).first).to_be_visible()
    assert page.locator(RESULT).count() == 0


def test_a_missing_script_is_told(reader: Visitor):
    page = reader.open("404.html")
    page.context.route("**/engine.js", lambda route: route.abort())
    page.goto(reader.address)
    page.click(FIELD)
    page.keyboard.insert_text("ขยะ")
    playwright.expect(page.get_by_text(FAILED).first).to_be_visible()


BAD = {
    "empty": "",
    "spaces": "   ",
    "very long": "ขยะมูลฝอย " * 500,
    "control characters": "\x00\x01\x07\x1b\x7fขยะ",
    "markup": "<img src=x onerror=document.title='run'>",
    "a script": "</p><script>document.title='run'</script> ขยะ",
    "an attribute": '" onmouseover="document.title=\'run\'" ขยะ',
    "a lone tone mark": "\u0e48",
    "marks": "\u0e34\u0e48\u0e49\u0e4c ขยะ",
    "emoji": "😀👩‍🌾🇹🇭 ขยะ",
    "right to left": "\u202eขยะ مرحبا",
    "a regular expression": "(ขยะ[*+?\\",
    "half an emoji": "\ud83d ขยะ",
    "percent": "%E0%B8 %% ขยะ",
    "a property": "__proto__ constructor toString",
}


def test_whatever_is_typed_runs_nothing_and_breaks_nothing(reader: Visitor):
    page = reader.open("")
    page.click(FIELD)
    title = page.title()
    for name, typed in BAD.items():
        page.evaluate(
            """([selector, text]) => {
              const field = document.querySelector(selector);
              field.value = text;
              field.dispatchEvent(new KeyboardEvent("keyup", {bubbles: true}));
            }""",
            [FIELD, typed],
        )
        page.wait_for_timeout(150)
        assert page.locator("[data-md-component=search] :is(img, script, [onmouseover])").count() == 0, name
        assert page.title() == title, name
        assert reader.complaints == [], name
    page.fill(FIELD, "ชั่งขยะ")
    page.wait_for_selector(f"{RESULT}[href*='case-studies/nan/']")
    assert reader.elsewhere == []


def test_a_link_may_hold_anything(reader: Visitor):
    page = reader.open("404.html")
    follow = "([home, text]) => location.assign(`${home}?q=${encodeURIComponent(text)}`)"
    for name in ("very long", "markup", "a lone tone mark", "right to left", "percent"):
        reader.complaints.clear()
        page.evaluate(follow, [reader.address, BAD[name]])
        page.wait_for_selector("#__search:checked", state="attached")
        page.wait_for_timeout(150)
        assert page.locator("[data-md-component=search] :is(img, script, [onmouseover])").count() == 0, name
        assert reader.complaints == [], name
