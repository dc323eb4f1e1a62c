"""A built site read back: its pages as trees of elements, its addresses, and where links lead.

Plain `html.parser`; nothing here knows how the site was made. Rules that a site must keep are in test_repository.py.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

from cde import layout

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
UNSEEN = {"head", "script", "style", "template", "title"}
"""Elements whose text no reader sees in the page."""

LINKS = {"a": "href", "area": "href", "form": "action"}
LOADED = {
    "audio": ("src",),
    "embed": ("src",),
    "iframe": ("src",),
    "image": ("href", "xlink:href"),
    "img": ("src", "srcset"),
    "input": ("src",),
    "link": ("href",),
    "object": ("data",),
    "script": ("src",),
    "source": ("src", "srcset"),
    "track": ("src",),
    "use": ("href", "xlink:href"),
    "video": ("src", "poster"),
}
"""Where each element names what a browser fetches by itself."""

FETCHED_RELATIONS = {
    "dns-prefetch",
    "icon",
    "manifest",
    "modulepreload",
    "preconnect",
    "prefetch",
    "preload",
    "stylesheet",
}
CSS_ADDRESS = re.compile(r"url\(\s*['\"]?([^'\")]+)|@import\s+['\"]([^'\"]+)")


@dataclass(eq=False)
class Element:
    """One element: its attributes, and its children, which are elements and texts."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    parent: Element | None = None
    children: list[Element | str] = field(default_factory=list)

    def __getitem__(self, name: str) -> str:
        return self.attributes.get(name, "")

    def __iter__(self) -> Iterator[Element]:
        """The element and everything below it, in the order of the page."""
        waiting = [self]
        while waiting:
            element = waiting.pop()
            yield element
            waiting += [child for child in reversed(element.children) if isinstance(child, Element)]

    def all(self, tag: str = "", css_class: str = "", **attributes: str) -> list[Element]:
        """Elements below by tag, class and attributes; an empty attribute asks only that it is there."""
        return [
            element
            for element in self
            if tag in ("", element.tag)
            and (not css_class or css_class in element["class"].split())
            and all(name in element.attributes and value in ("", element[name]) for name, value in attributes.items())
        ]

    def texts(self) -> Iterator[tuple[str, Element]]:
        """Every piece of text that readers see, with the element it stands in."""
        for child in self.children:
            if isinstance(child, str):
                yield child, self
            elif child.tag not in UNSEEN:
                yield from child.texts()

    @property
    def text(self) -> str:
        """The text that readers see, spaces run together."""
        return " ".join("".join(text for text, _ in self.texts()).split())

    def above(self) -> Iterator[Element]:
        """The element and those around it, the nearest first."""
        element: Element | None = self
        while element:
            yield element
            element = element.parent

    @property
    def language(self) -> str:
        """The nearest `lang`."""
        return next((element["lang"] for element in self.above() if element["lang"]), "")

    def __str__(self) -> str:
        shown = "".join(f' {name}="{value}"' for name, value in self.attributes.items())
        return f"<{self.tag}{shown}>"


class _Reader(HTMLParser):
    """Builds the tree. An end tag closes everything opened since its start tag."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = self.current = Element("")
        self.comments: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs}, self.current)
        self.current.children.append(element)
        if tag not in VOID:
            self.current = element

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        opened = next((element for element in self.current.above() if element.tag == tag), None)
        if opened and opened.parent:
            self.current = opened.parent

    def handle_data(self, data: str) -> None:
        self.current.children.append(data)

    def handle_comment(self, data: str) -> None:
        self.comments.append(data)


class Page:
    """One page at its address below the site's root: "" is home, `en/glossary/` the English glossary."""

    def __init__(self, address: str, html: str) -> None:
        reader = _Reader()
        reader.feed(html)
        reader.close()
        self.address = address
        self.root = reader.root
        self.comments = reader.comments

    @property
    def language(self) -> str:
        """The language that the address promises."""
        first = self.address.split("/")[0]
        return first if first in layout.LANGUAGES[1:] else layout.LANGUAGES[0]

    @property
    def declared(self) -> str:
        """The language that the page says it is in."""
        return next((html["lang"] for html in self.root.all("html")), "")

    @cached_property
    def ids(self) -> list[str]:
        """Every id, in order."""
        return [element["id"] for element in self.root if "id" in element.attributes]

    @property
    def body(self) -> Element:
        """The body, or everything where there is none."""
        return next(iter(self.root.all("body")), self.root)

    @property
    def content(self) -> Element:
        """What is the page's own: its text without header, menus and foot."""
        return next(iter(self.root.all(css_class="page")), self.body)

    @property
    def title(self) -> str:
        """What the browser's tab shows."""
        found = next(
            (element for element in self.root.all("title") if element.parent and element.parent.tag == "head"), None
        )
        return " ".join("".join(map(str, found.children)).split()) if found else ""

    def meta(self, name: str) -> str:
        """The content of `<meta name>` or `<meta property>`; "" where it is missing."""
        found = self.root.all("meta", name=name) + self.root.all("meta", property=name)
        return found[0]["content"] if found else ""

    def canonical(self) -> str:
        """The address that the page gives itself."""
        return next((link["href"] for link in self.root.all("link", rel="canonical")), "")

    def alternates(self) -> dict[str, str]:
        """`hreflang` links of the head, by language."""
        return {link["hreflang"]: link["href"] for link in self.root.all("link", rel="alternate", hreflang="")}

    def links(self) -> Iterator[tuple[Element, str]]:
        """Every link that a reader can follow."""
        for element in self.root:
            name = LINKS.get(element.tag)
            if name and name in element.attributes:
                yield element, element[name]

    def loaded(self) -> Iterator[tuple[Element, str]]:
        """Everything that a browser fetches by itself for this page."""
        for element in self.root:
            if element.tag == "link" and not FETCHED_RELATIONS & set(element["rel"].split()):
                continue
            for name in LOADED.get(element.tag, ()):
                if name == "srcset":
                    yield from ((element, part.split()[0]) for part in element[name].split(",") if part.strip())
                elif element[name]:
                    yield element, element[name]
            style = "".join(c for c in element.children if isinstance(c, str)) if element.tag == "style" else ""
            yield from ((element, address) for address in css_addresses(style + element["style"]))


def css_addresses(text: str) -> Iterator[str]:
    """What a style sheet fetches, data within the sheet left out."""
    for found in CSS_ADDRESS.finditer(re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)):
        address = found[1] or found[2]
        if not address.startswith("data:"):
            yield address


@dataclass
class Site:
    """A built site: the folder, and the absolute address at which it will stand."""

    folder: Path
    base: str

    @cached_property
    def pages(self) -> dict[str, Page]:
        """Pages by address; `404.html` keeps its name."""
        found = {}
        for path in sorted(self.folder.rglob("*.html")):
            address = path.relative_to(self.folder).as_posix().removesuffix("index.html")
            found[address] = Page(address, path.read_text("utf-8"))
        return found

    @property
    def documents(self) -> dict[str, Page]:
        """Pages other than the one for addresses that do not exist."""
        return {address: page for address, page in self.pages.items() if address != "404.html"}

    def resolve(self, page: str, href: str) -> tuple[str, str] | None:
        """Address below the site's root and fragment of a link; None for a link that leaves the site.

        A link of the site's own origin that climbs out of the site gives an address that begins with "..".
        """
        whole, fragment = urldefrag(urljoin(self.base + page, href))
        if urlsplit(whole)[:2] != urlsplit(self.base)[:2]:
            return None
        if not whole.startswith(self.base):
            return f"..{urlsplit(whole).path}", fragment
        return unquote(urlsplit(whole).path[len(urlsplit(self.base).path) :]), unquote(fragment)

    def file(self, address: str) -> Path | None:
        """The file behind an address, as a plain web server finds it."""
        path = self.folder / address
        if address == "" or address.endswith("/"):
            path /= "index.html"
        return path if path.is_file() and not address.startswith("..") else None

    def neighbours(self, page: Page) -> set[str]:
        """Addresses of the site to which a page links."""
        targets = (self.resolve(page.address, href) for _, href in page.links())
        return {target[0] for target in targets if target}

    def reached_from(self, start: str, may_pass: Callable[[Page], bool]) -> set[str]:
        """Addresses to which links lead from a page, over pages that may be passed."""
        seen, waiting = {start}, [start]
        while waiting:
            page = self.pages.get(waiting.pop())
            if page and may_pass(page):
                new = self.neighbours(page) - seen
                seen |= new
                waiting += new
        return seen


def is_thai(character: str) -> bool:
    """True for Thai letters, vowels and marks; not for digits and signs."""
    return "\u0e01" <= character <= "\u0e3a" or "\u0e40" <= character <= "\u0e4e"


def thai_share(pieces: Iterable[tuple[str, Element]], among: Callable[[str], bool]) -> float:
    """How much of the letters is Thai, in texts whose language is to be counted; 0 where there are no letters."""
    text = "".join(text for text, element in pieces if among(element.language))
    thai = sum(map(is_thai, text))
    letters = sum(character.isalpha() or is_thai(character) for character in text)
    return thai / letters if letters else 0.0


def search_places(folder: Path) -> set[str]:
    """Every place that the search of a built site can find: addresses from its root, with a section's id after #."""
    manifest = json.loads((folder / "search/search_index.json").read_text("utf-8"))["config"]["search"]["languages"]
    places = set()
    for index in manifest.values():
        first = folder / index["address"]
        data = json.loads(first.read_text("utf-8"))
        if index["transport"] == "embedded":
            rows = [(data["pages"][page][0], anchor) for page, anchor, _, _ in data["passages"]]
        else:
            parts = [json.loads(path.read_text("utf-8")) for path in (first.parent / "part").glob("*.json")]
            rows = [(page[0], anchor) for page, passages in parts for anchor, _, _ in passages]
        places |= {url + (f"#{anchor}" if anchor else "") for url, anchor in rows}
    return places
