"""Whether the languages of a built site know each other, page by page and pair by pair:

    python -m tests.hreflang site https://city-developers.example/

Prints a table of what there is and then each breach; exits with 1 where there is one. Search engines pass over links
that are not returned (https://developers.google.com/search/docs/specialty/international/localized-versions).
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree import ElementTree

from tests.sitereader import Page, Site

NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
DEFAULT = "x-default"


def is_listed(page: Page) -> bool:
    """True for a page that search engines may list."""
    return "noindex" not in page.meta("robots")


def links_of(page: Page) -> list[tuple[str, str]]:
    """Language and address of every `hreflang` link of the head, a doubled one too."""
    return [(link["hreflang"], link["href"]) for link in page.root.all("link", rel="alternate", hreflang="")]


def sitemap(site: Site) -> list[tuple[str, list[tuple[str, str]]]]:
    """Every address of sitemap.xml with the languages and addresses beside it."""
    path = site.folder / "sitemap.xml"
    urls = ElementTree.parse(path).iterfind("s:url", NAMES) if path.is_file() else []
    return [
        (
            url.findtext("s:loc", "", NAMES).strip(),
            [(link.attrib["hreflang"], link.attrib["href"]) for link in url.iterfind("x:link", NAMES)],
        )
        for url in urls
    ]


def breaches(site: Site) -> Iterator[str]:
    """Everything that is wrong, each with the page where it stands."""
    for address, page in site.documents.items():
        yield from (f"/{address}: {told}" for told in (*_own(site, page), *_set(site, page), *_links(site, page)))
    yield from _sitemap(site)


def _own(site: Site, page: Page) -> Iterator[str]:
    """The page's own language and address."""
    canonical = [link["href"] for link in page.root.all("link", rel="canonical")]
    if canonical != [site.base + page.address]:
        yield f"canonical {canonical}"
    if not page.declared:
        yield "no language"


def _set(site: Site, page: Page) -> Iterator[str]:
    """The links of the head: none, or one for each language of the set and one for all others."""
    links = links_of(page)
    found = dict(links)
    if not links:
        return
    if not is_listed(page):
        yield "names alternates, and is not to be listed"
    if len(found) < len(links):
        yield f"names a language twice: {[language for language, _ in links]}"
    if len(found.keys() - {DEFAULT}) < 2:
        yield f"names no other language: {found}"
    if found.get(page.declared) != site.base + page.address:
        yield f"does not name itself as {page.declared}"
    default = found.get(DEFAULT)
    first = next((target for target in found.values() if _is_first(site, target)), None)
    if default is None or default not in [target for language, target in links if language != DEFAULT]:
        yield f"{DEFAULT} is none of the set: {default}"
    elif first and default != first:
        yield f"{DEFAULT} is not the site's first language: {default}"
    for language, target in found.items():
        yield from (f"{language} {target} {told}" for told in _target(site, page, language, target))


def _is_first(site: Site, target: str) -> bool:
    """True for an address in the language of the home page at the root."""
    other, home = _page_at(site, target), site.pages.get("")
    return other is not None and home is not None and other.declared == home.declared


def _page_at(site: Site, target: str) -> Page | None:
    return site.pages.get(target.removeprefix(site.base)) if target.startswith(site.base) else None


def _target(site: Site, page: Page, language: str, target: str) -> Iterator[str]:
    other = _page_at(site, target)
    if urlsplit(target).scheme not in ("http", "https"):
        yield "is not absolute"
    elif other is None:
        yield "is no page of this site"
    else:
        if language not in (DEFAULT, other.declared):
            yield f"is in {other.declared}"
        if not is_listed(other):
            yield "is not to be listed"
        if dict(links_of(other)) != dict(links_of(page)):
            yield "does not name the same set"


def _links(site: Site, page: Page) -> Iterator[str]:
    """Links in the text that say which language they lead to; those that open two languages here lead to none."""
    for element, href in page.links():
        target = site.resolve(page.address, href)
        other = site.pages.get(target[0]) if target and element["hreflang"] and not element["data-both"] else None
        if other and other.declared != element["hreflang"]:
            yield f"{element} leads to a page in {other.declared}"


def _sitemap(site: Site) -> Iterator[str]:
    entries = sitemap(site)
    listed = {site.base + page.address: page for page in site.documents.values() if is_listed(page)}
    for place, count in Counter(place for place, _ in entries).items():
        if count > 1:
            yield f"sitemap.xml: {place} stands there {count} times"
        if place not in listed:
            yield f"sitemap.xml: {place} is no page to be listed"
    yield from (f"sitemap.xml: lacks {place}" for place in listed.keys() - {place for place, _ in entries})
    for place, links in entries:
        if place in listed and sorted(links) != sorted(links_of(listed[place])):
            yield f"sitemap.xml: {place} has the alternates {links}"


def table(site: Site) -> str:
    """What there is, counted by the language that pages declare."""
    pages, entries = list(site.documents.values()), sitemap(site)
    rows: list[tuple[str, ...]] = [
        ("", "pages", "noindex", "in a set", "alone", "hreflang links", "in the sitemap", "its links")
    ]
    places = {site.base + page.address: page for page in pages}
    for language in dict.fromkeys(page.declared for page in pages):
        own = [page for page in pages if page.declared == language]
        listed = [links for place, links in entries if place in places and places[place].declared == language]
        sets = [page for page in own if links_of(page)]
        counts = (
            len(own),
            sum(not is_listed(page) for page in own),
            len(sets),
            sum(is_listed(page) and not links_of(page) for page in own),
            sum(len(links_of(page)) for page in sets),
            len(listed),
            sum(map(len, listed)),
        )
        rows.append((language, *map(str, counts)))
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    return "\n".join("  ".join(cell.rjust(width) for cell, width in zip(row, widths, strict=True)) for row in rows)


def main(folder: str, base: str) -> int:
    """Check a built site that stands at an address."""
    site = Site(Path(folder), base.rstrip("/") + "/")
    found = list(breaches(site))
    print(table(site), *found, f"{len(found)} breaches", sep="\n")
    return 1 if found or not site.documents else 0


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit("python -m tests.hreflang SITE_FOLDER SITE_URL")
    sys.exit(main(*sys.argv[1:]))
