"""The real repository: its content has no faults, and every page of the built site keeps every rule below.

A rule looks at a whole site and yields what breaks it. Each is also run on a site where everything is wrong.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import pairwise
from pathlib import Path
from urllib.parse import parse_qs, urlsplit
from xml.etree import ElementTree

import pytest
from conftest import ADDRESS, ROOT, Built, build_repository, write

from cde import layout
from cde.checking import check_repository
from cde.generated import generated_files
from cde.library import Library
from cde.pagemodel import MARKERS, UNSEARCHED
from cde.problem import Problem
from tests.sitereader import Element, Page, Site, css_addresses, search_places, thai_share

REPOSITORY = "https://github.com/city-developers/library"
CARD_BYTES = 300_000
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
"""Material's button that copies a search: the one link of the theme that is none."""

Rule = Callable[[Site], Iterable[str]]
LIBRARY, PROBLEMS = check_repository(ROOT)


def address_of(document: str, language: str) -> str:
    """`curriculum/a/index.md`, `en` -> `en/curriculum/a/`."""
    path = layout.site_path(document).removesuffix(".md")
    folder = path.removesuffix("index") if path.rpartition("/")[2] == "index" else path + "/"
    return folder if language == layout.LANGUAGES[0] else f"{language}/{folder}"


def published_documents(library: Library) -> list[str]:
    """Every document that readers should find."""
    written = (loaded.page.document for loaded in library.pages.values())
    made = (layout.document_of(path) for path in generated_files(library))
    found = dict.fromkeys([*written, *made])
    return [document for document in found if not library.is_draft(document)]


def speaks(language: str, page: Page) -> bool:
    """True for a page in a language."""
    return page.language == language


def counterpart(page: Page, language: str) -> str:
    """The address of the same page in another language."""
    own = "" if page.language == layout.LANGUAGES[0] else page.language + "/"
    return ("" if language == layout.LANGUAGES[0] else language + "/") + page.address.removeprefix(own)


# What each page says of itself


def one_main_heading_and_no_skipped_level(site: Site) -> Iterator[str]:
    for address, page in site.pages.items():
        levels = [int(element.tag[1]) for element in page.body if element.tag in HEADINGS]
        if address != "404.html" and levels.count(1) != 1:
            yield f"/{address}: {levels.count(1)} × h1"
        for before, after in pairwise([0, *levels]):
            if after > before + 1:
                yield f"/{address}: h{after} follows h{before}"


def ids_are_unique(site: Site) -> Iterator[str]:
    for address, page in site.pages.items():
        for name, count in Counter(page.ids).items():
            if count > 1 or not name or " " in name:
                yield f"/{address}: id={name!r} stands {count} times"


def language_is_marked(site: Site) -> Iterator[str]:
    for address, page in site.pages.items():
        given = page.declared
        if given != page.language:
            yield f"/{address}: lang={given!r}, expected {page.language!r}"


def titles_and_descriptions(site: Site) -> Iterator[str]:
    titles: dict[tuple[str, str], str] = {}
    for address, page in site.documents.items():
        title = page.title
        if not title:
            yield f"/{address}: no <title>"
        elif other := titles.get((page.language, title)):
            yield f"/{address}: the same title as /{other}: {title}"
        titles[page.language, title] = address
        for name in ("description", "og:title", "og:description"):
            if not page.meta(name).strip():
                yield f"/{address}: no {name}"
            elif re.search(r"\[@|\*\*|\{#|<\w", page.meta(name)):
                yield f"/{address}: {name} holds markup: {page.meta(name)}"


def canonical_address(site: Site) -> Iterator[str]:
    for address, page in site.documents.items():
        if page.canonical() != site.base + address:
            yield f"/{address}: canonical {page.canonical()!r}"
        if page.meta("og:url") != page.canonical():
            yield f"/{address}: og:url {page.meta('og:url')!r}"


def preview_picture(site: Site) -> Iterator[str]:
    for address, page in site.documents.items():
        picture = page.meta("og:image")
        target = site.resolve("", picture)
        path = target and site.file(target[0])
        if not picture.startswith(site.base) or not path:
            yield f"/{address}: og:image {picture!r} is no file of the site"
        elif path.stat().st_size > CARD_BYTES:
            yield f"/{address}: og:image {picture!r} has {path.stat().st_size} bytes"


def alternates_are_mutual(site: Site) -> Iterator[str]:
    for address, page in site.documents.items():
        expected = {language: site.base + counterpart(page, language) for language in layout.LANGUAGES}
        expected["x-default"] = expected[layout.LANGUAGES[0]]
        if page.alternates() != expected:
            yield f"/{address}: hreflang {page.alternates()}"
        for language in layout.LANGUAGES:
            other = site.pages.get(counterpart(page, language))
            if other and other.alternates() != page.alternates():
                yield f"/{address}: /{other.address} names other alternates"


def switch_leads_to_the_same_page(site: Site) -> Iterator[str]:
    for address, page in site.documents.items():
        others = [language for language in layout.LANGUAGES if language != page.language]
        switch = [(a["lang"], site.resolve(address, a["href"])) for a in page.root.all("a", "language-switch__link")]
        if switch != [(language, (counterpart(page, language), "")) for language in others]:
            yield f"/{address}: the language switch leads to {switch}"


def foot_says_who_speaks(site: Site) -> Iterator[str]:
    for address, page in site.documents.items():
        feet = page.body.all(css_class="who-speaks")
        words = LIBRARY.strings["who-speaks"][page.language]
        if len(feet) != 1 or words not in feet[0].text or feet[0].language != page.language:
            yield f"/{address}: the foot does not say «{words}»"


def edit_link_names_a_file(site: Site) -> Iterator[str]:
    start = f"{REPOSITORY}/edit/main/"
    for address, page in site.documents.items():
        links = [a["href"] for a in page.body.all("a", rel="edit")]
        if len(links) != 1 or not links[0].startswith(start) or not (ROOT / links[0].removeprefix(start)).is_file():
            yield f"/{address}: edit links {links}"


def report_link_names_the_page(site: Site) -> Iterator[str]:
    for address, page in site.documents.items():
        links = [a["href"] for foot in page.body.all("aside", "page-foot") for a in foot.all("a")]
        reports = [link for link in links if link.startswith(f"{REPOSITORY}/issues/new?")]
        body = parse_qs(urlsplit(reports[0]).query).get("body", [""])[0] if len(reports) == 1 else ""
        if f"{site.base}{address}\n" not in body:
            yield f"/{address}: report links {reports}"


# Links and what browsers fetch


def links_are_true(site: Site) -> Iterator[str]:
    for address, page in site.pages.items():
        for element, href in page.links():
            target = site.resolve(address, href)
            if target is None and urlsplit(href).scheme in ("http", "https", "mailto"):
                continue
            if href in ("", "#") or target is None or not site.file(target[0]):
                yield f"/{address}: {element} leads nowhere"
            elif target[1] and (target[0] not in site.pages or target[1] not in site.pages[target[0]].ids):
                yield f"/{address}: {element} leads to no such place"


def pages_are_reached_from_home_in_their_language(site: Site) -> Iterator[str]:
    for language in layout.LANGUAGES:
        home = address_of("docs/index.md", language)
        reached = site.reached_from(home, partial(speaks, language))
        for address, page in site.documents.items():
            if page.language == language and (address not in reached or home not in site.documents):
                yield f"/{address}: no links lead here from /{home}"


def missing_page_links_from_everywhere(site: Site) -> Iterator[str]:
    """404.html is shown at any address, so relative links would lead anywhere."""
    page, start = site.pages["404.html"], urlsplit(site.base).path
    for element, href in [*page.links(), *page.loaded()]:
        if not href.startswith(start):
            yield f"/404.html: {element} does not begin with {start}"


def missing_page_speaks_both_languages(site: Site) -> Iterator[str]:
    page = site.pages["404.html"]
    for language in layout.LANGUAGES:
        words = LIBRARY.strings["not-found"][language]
        marked = [h for h in page.body.all("h1") if h.text == words and h.language == language]
        home = "" if language == layout.LANGUAGES[0] else language + "/"
        if not marked:
            yield f"/404.html: no heading «{words}» under lang={language}"
        elif home not in {t[0] for a in page.links() if a[0].language == language and (t := site.resolve("", a[1]))}:
            yield f"/404.html: no link to /{home}"
    if page.meta("robots") != "noindex":
        yield "/404.html: not marked noindex"


def nothing_comes_from_another_origin(site: Site) -> Iterator[str]:
    for address, page in site.pages.items():
        for element, href in page.loaded():
            target = site.resolve(address, href)
            if href.startswith("data:"):
                continue
            if target is None:
                yield f"/{address}: {element} asks another origin: {href}"
            elif not site.file(target[0]):
                yield f"/{address}: {element} asks for a file that is not there: {href}"
    for path in sorted(site.folder.rglob("*.css")):
        name = path.relative_to(site.folder).as_posix()
        for href in css_addresses(path.read_text("utf-8")):
            target = site.resolve(name, href)
            if target is None or not site.file(target[0]):
                yield f"/{name}: {href} is no file of the site"


def sitemap_lists_every_page(site: Site) -> Iterator[str]:
    names = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
    listed: dict[str, dict[str, str]] = {}
    for url in ElementTree.parse(site.folder / "sitemap.xml").iterfind("s:url", names):
        place = url.findtext("s:loc", "", names)
        if place in listed:
            yield f"sitemap.xml: {place} twice"
        listed[place] = {link.attrib["hreflang"]: link.attrib["href"] for link in url.iterfind("x:link", names)}
    wanted = {page.canonical(): page for page in site.documents.values() if page.meta("robots") != "noindex"}
    yield from (f"sitemap.xml: lacks {place}" for place in wanted.keys() - listed.keys())
    yield from (f"sitemap.xml: {place} is no page" for place in listed.keys() - wanted.keys())
    for place, page in wanted.items():
        if place in listed and listed[place] != page.alternates():
            yield f"sitemap.xml: {place} has the alternates {listed[place]}"


# The text


def named_elsewhere(page: Page, element: Element) -> bool:
    """True where other elements, which are there, hold the name of one."""
    names = (element["aria-labelledby"] or "").split()
    return bool(names) and all(name in page.ids for name in names)


def pictures_have_a_text(site: Site) -> Iterator[str]:
    for address, page in site.pages.items():
        yield from (f"/{address}: {img} has no alt" for img in page.root.all("img") if "alt" not in img.attributes)
        yield from (
            f"/{address}: {svg} is neither hidden nor named"
            for svg in page.content.all("svg")
            if svg["aria-hidden"] != "true" and not svg["aria-label"] and not named_elsewhere(page, svg)
        )


def citations_lead_there_and_back(site: Site) -> Iterator[str]:
    for address, page in site.pages.items():
        marks = [a for cite in page.body.all("sup", "cite") for a in cite.all("a")]
        items = [li for listed in page.body.all("ol", "references") for li in listed.all("li")]
        backs = {li["id"]: {a["href"] for a in li.all("a", "back")} for li in items}
        expected: dict[str, set[str]] = {li["id"]: set() for li in items}
        for mark in marks:
            name = mark["href"].removeprefix("#")
            if name not in expected or not mark["id"]:
                yield f"/{address}: {mark} leads to no reference"
            else:
                expected[name].add("#" + mark["id"])
        for name, places in expected.items():
            if not places or backs[name] != places:
                yield f"/{address}: {name} leads back to {sorted(backs[name])}, cited at {sorted(places)}"


def no_markup_is_left(site: Site) -> Iterator[str]:
    """What an editor wrote for the site to replace; in code it is there to be read."""
    markers = {name for names in MARKERS.values() for name in names}
    for address, page in site.pages.items():
        for comment in page.comments:
            if comment.strip() in markers or re.fullmatch(r" [a-z][a-z-]* ", comment):
                yield f"/{address}: <!--{comment}--> is left"
        for text, element in page.body.texts():
            if not any(outer.tag in ("code", "pre") for outer in element.above()):
                found = re.search(r"\[@|\{#|\{:|\*\*\S|^#{1,6} |\]\(\S|\{\{|\{%|&(?:amp;)?[a-z]+;", text, re.MULTILINE)
                if found:
                    yield f"/{address}: «{text.strip()[:80]}» holds {found[0]!r}"


def english_pages_are_english(site: Site) -> Iterator[str]:
    for address, page in site.documents.items():
        if page.language != "en":
            continue
        share = thai_share(page.body.texts(), among=lambda language: language != "th")
        if share > 0.02:
            unmarked = [
                t.strip() for t, e in page.body.texts() if e.language != "th" and thai_share([(t, e)], bool) > 0.5
            ]
            unmarked = [text for text in unmarked if text]
            yield f"/{address}: {share:.1%} Thai outside lang=th, such as {unmarked[:3]}"


def thai_pages_are_thai(site: Site) -> Iterator[str]:
    for address, page in site.documents.items():
        share = thai_share(page.content.texts(), among=lambda language: language == "th")
        if page.language == "th" and share < 0.4:
            yield f"/{address}: {share:.0%} Thai"


RULES: list[Rule] = [
    one_main_heading_and_no_skipped_level,
    ids_are_unique,
    language_is_marked,
    titles_and_descriptions,
    canonical_address,
    preview_picture,
    alternates_are_mutual,
    switch_leads_to_the_same_page,
    foot_says_who_speaks,
    edit_link_names_a_file,
    report_link_names_the_page,
    links_are_true,
    pages_are_reached_from_home_in_their_language,
    missing_page_links_from_everywhere,
    missing_page_speaks_both_languages,
    nothing_comes_from_another_origin,
    sitemap_lists_every_page,
    pictures_have_a_text,
    citations_lead_there_and_back,
    no_markup_is_left,
    english_pages_are_english,
    thai_pages_are_thai,
]


def told(faults: Iterable[str | Problem]) -> str:
    """Faults, one a line, the first fifteen of them."""
    listed = [str(fault) for fault in faults]
    return "\n".join([*listed[:15], *([f"… {len(listed)} in all"] if len(listed) > 15 else [])])


@pytest.fixture(scope="session")
def site(built: Built) -> Site:
    found = Site(built.folder, ADDRESS)
    assert len(found.documents) > 20, f"hardly anything was built:\n{built.output}"
    return found


# The tests


def test_the_content_has_no_errors():
    errors = [problem for problem in PROBLEMS if problem.severity == "error"]
    assert not errors, told(errors)


def test_the_repository_builds_without_a_warning(built: Built):
    assert built.status == 0, built.output
    assert "WARNING" not in built.output


def test_every_document_stands_in_both_languages(site: Site):
    missing = [problem for problem in PROBLEMS if problem.name == "missing-translation"]
    assert not missing, told(missing)
    wanted = {address_of(d, language) for d in published_documents(LIBRARY) for language in layout.LANGUAGES}
    assert told(sorted(wanted ^ site.documents.keys())) == "", "documents and pages are not the same"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_the_site(site: Site, rule: Rule):
    faults = told(rule(site))
    assert not faults, "\n" + faults


def test_search_finds_every_page_and_only_true_places(site: Site):
    targets = [site.resolve("", place) for place in search_places(site.folder)]
    found = {target[0] for target in targets if target}
    outside = [d for d in published_documents(LIBRARY) if layout.place_of(d).kind in UNSEARCHED]
    left_out = {address_of(document, language) for document in outside for language in layout.LANGUAGES}
    assert told(sorted(found ^ (site.documents.keys() - left_out))) == "", "the index and the pages are not the same"
    lost = [t for t in targets if t and t[1] and t[0] in site.pages and t[1] not in site.pages[t[0]].ids]
    assert told(map(str, lost)) == "", "places that pages do not have"


def test_nothing_but_the_site_is_published(site: Site):
    """Sources, templates and data stay in the repository."""
    names = [path.relative_to(site.folder).as_posix() for path in site.folder.rglob("*") if path.is_file()]
    strange = [n for n in names if n.endswith((".md", ".yml", ".py")) or n.startswith("fragments/") or "/_" in n]
    assert told(strange) == ""


def test_properdocs_builds_the_same_site(built: Built, tmp_path: Path):
    other = build_repository("properdocs", tmp_path / "site")
    assert other.status == built.status, other.output
    ours, theirs = (files_of(folder) for folder in (built.folder, other.folder))
    assert told(sorted(ours.keys() ^ theirs.keys())) == "", "one of the two lacks these files"
    assert told(name for name in ours if ours[name] != theirs[name]) == "", "these files differ"


def files_of(folder: Path) -> dict[str, bytes]:
    """Every file by name, without the lines that name the generator; compressed files hold their time of making."""
    paths = [path for path in folder.rglob("*") if path.is_file() and path.suffix != ".gz"]
    generator = re.compile(
        rb"^.*(?:<meta name=\"generator\"|<!--[^>]*(?:MkDocs|ProperDocs)).*$", re.MULTILINE | re.IGNORECASE
    )
    return {path.relative_to(folder).as_posix(): generator.sub(b"", path.read_bytes()) for path in sorted(paths)}


# Every rule can fail


HEAD = """<title>A</title><meta name="description" content="see [@key]"><link rel="canonical" href="/a/">
<link rel="alternate" hreflang="en" href="/en/"><meta property="og:image" content="card.png">
<script src="https://cdn.example/a.js"></script><link rel="stylesheet" href="/library/none.css">"""
BODY = """<h1>A</h1><h3 id="x">B</h3><h1 id="x">C</h1><img src="https://elsewhere.example/a.png"><!-- quiz -->
<a href="none/">here</a><a href="#none">here</a><a href="../../above/">here</a><a href="#">here</a>
<a rel="edit" href="edit">edit</a>
<p>Text [@key] {#id} <sup class="cite"><a id="cite-1-1" href="#ref-9">1</a></sup></p><div class="page">Latin</div>
<ol class="references"><li id="ref-1"><a class="back" href="#cite-9-9">back</a></li></ol>
<p>ข้อความไทยที่ไม่มีเครื่องหมาย</p>"""
FAULTY = {
    "index.html": f'<html lang="en"><head>{HEAD}</head><body>{BODY}</body></html>',
    "en/index.html": f'<html lang="fr"><head>{HEAD}</head><body>{BODY}</body></html>',
    "404.html": '<html lang="th"><body><a href="en/">home</a></body></html>',
    "orphan/index.html": "<a href='../'>home</a>",
    "a.css": "@font-face {src: url('https://fonts.example/a.woff2')} b {background: url(none.png)}",
    "sitemap.xml": '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>/b/</loc></url></urlset>',
}
EXPECTED: dict[Rule, list[str]] = {
    one_main_heading_and_no_skipped_level: ["/: 2 × h1", "/: h3 follows h1"],
    ids_are_unique: ["/: id='x' stands 2 times"],
    language_is_marked: ["/: lang='en', expected 'th'"],
    titles_and_descriptions: ["/: description holds markup: see [@key]", "/: no og:title"],
    canonical_address: ["/: canonical '/a/'", "/: og:url ''"],
    preview_picture: ["/: og:image 'card.png' is no file of the site"],
    alternates_are_mutual: ["/: hreflang {'en': '/en/'}"],
    switch_leads_to_the_same_page: ["/: the language switch leads to []"],
    foot_says_who_speaks: [f"/: the foot does not say «{LIBRARY.strings['who-speaks']['th']}»"],
    edit_link_names_a_file: ["/: edit links ['edit']"],
    report_link_names_the_page: ["/: report links []"],
    links_are_true: [
        '/: <a href="none/"> leads nowhere',
        '/: <a href="#none"> leads to no such place',
        '/: <a href="../../above/"> leads nowhere',
        '/: <a href="#"> leads nowhere',
    ],
    pages_are_reached_from_home_in_their_language: ["/orphan/: no links lead here from /"],
    missing_page_links_from_everywhere: ['/404.html: <a href="en/"> does not begin with /library/'],
    missing_page_speaks_both_languages: ["/404.html: no heading «Page not found» under lang=en"],
    nothing_comes_from_another_origin: [
        '/: <script src="https://cdn.example/a.js"> asks another origin: https://cdn.example/a.js',
        '/: <link rel="stylesheet" href="/library/none.css"> asks for a file that is not there: /library/none.css',
        "/a.css: https://fonts.example/a.woff2 is no file of the site",
        "/a.css: none.png is no file of the site",
    ],
    sitemap_lists_every_page: ["sitemap.xml: lacks /a/", "sitemap.xml: /b/ is no page"],
    pictures_have_a_text: ['/: <img src="https://elsewhere.example/a.png"> has no alt'],
    citations_lead_there_and_back: [
        '/: <a id="cite-1-1" href="#ref-9"> leads to no reference',
        "/: ref-1 leads back to ['#cite-9-9'], cited at []",
    ],
    no_markup_is_left: ["/: <!-- quiz --> is left", "/: «Text [@key] {#id}» holds '[@'"],
    english_pages_are_english: ["/en/: 41.4% Thai outside lang=th, such as ['ข้อความไทยที่ไม่มีเครื่องหมาย']"],
    thai_pages_are_thai: ["/: 0% Thai"],
}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_every_rule_can_fail(rule: Rule, tmp_path: Path):
    write(tmp_path, FAULTY)
    found = list(rule(Site(tmp_path, ADDRESS)))
    assert set(EXPECTED[rule]) <= set(found), told(found)
