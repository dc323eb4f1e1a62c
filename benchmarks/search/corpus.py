"""The pages that are searched: a folder of `<slug>.<lang>.md`, and words that editors add to some of them."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from benchmarks.search.faults import fault

LANGUAGES = ("th", "en")
"""The default language first: its pages stand at the root of the site, the others' below `/en/`."""

HOME = "index"

_NAME = re.compile(r"(?P<slug>.+)\.(?P<language>th|en)\.md")
_FRONT_MATTER = re.compile(r"---\n.*?^---\n", re.DOTALL | re.MULTILINE)
_TITLE = re.compile(r"^# +(.+?)(?: *#*| *\{[^}]*\})$", re.MULTILINE)


@dataclass(frozen=True)
class Page:
    """One page in one language; `slug` is its address without language and slashes at the ends."""

    slug: str
    language: str
    markdown: str

    @property
    def id(self) -> str:
        """The name by which queries mean the page: `yala.th`."""
        return f"{self.slug}.{self.language}"

    @property
    def location(self) -> str:
        """Its address below the site's root, as a search index writes it: `yala/`, `en/medellin/`, `` for home."""
        prefix = "" if self.language == LANGUAGES[0] else f"{self.language}/"
        return prefix + ("" if self.slug == HOME else f"{self.slug}/")

    @property
    def text(self) -> str:
        """Its Markdown without front matter."""
        return _FRONT_MATTER.sub("", self.markdown, count=1) if self.markdown.startswith("---\n") else self.markdown

    @property
    def title(self) -> str:
        """The words of its first `# heading`, or its slug."""
        found = _TITLE.search(self.text)
        return found[1].strip() if found else self.slug


def read_corpus(folder: Path) -> list[Page]:
    """Every page below a folder, in order of their names."""
    if not folder.is_dir():
        raise fault(
            folder,
            "ไม่มีโฟลเดอร์นี้ – ใส่ --corpus เป็นโฟลเดอร์ของแฟ้ม <ชื่อ>.th.md และ <ชื่อ>.en.md",
            "there is no such folder – give --corpus a folder of <slug>.th.md and <slug>.en.md files",
        )
    pages = []
    for path in sorted(folder.rglob("*.md")):
        if found := _NAME.fullmatch(path.relative_to(folder).as_posix()):
            pages.append(Page(found["slug"], found["language"], _read(path)))
    if not pages:
        raise fault(
            folder,
            "ไม่มีหน้าใดเลย – ชื่อแฟ้มต้องลงท้ายด้วย .th.md หรือ .en.md",
            "it holds no page – names of files must end in .th.md or .en.md",
        )
    return pages


def _read(path: Path) -> str:
    try:
        return path.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        raise fault(
            path, "ไม่ใช่ข้อความ UTF-8 – บันทึกใหม่เป็น UTF-8", "is not UTF-8 text – save it again as UTF-8"
        ) from error


def with_homes(pages: Iterable[Page]) -> list[Page]:
    """The pages, and a bare home page in each language that lacks one: queries are typed there."""
    pages = list(pages)
    there = {page.id for page in pages}
    homes = [Page(HOME, language, "# Home\n") for language in LANGUAGES if f"{HOME}.{language}" not in there]
    return pages + homes


def read_aliases(path: Path) -> dict[str, str]:
    """Text that editors add to a page for those who search in the other language, by the page's location."""
    try:
        data = json.loads(path.read_text("utf-8"))
        return {str(where): str(text) for where, text in data.items() if not where.startswith("_")}
    except FileNotFoundError as error:
        raise fault(path, "ไม่มีแฟ้มนี้ – ตรวจ --aliases", "there is no such file – check --aliases") from error
    except (ValueError, AttributeError) as error:
        raise fault(
            path,
            f'ต้องเป็น JSON {{"yala/": "ข้อความ"}} – {error}',
            f'must be JSON {{"yala/": "text"}} – {error}',
        ) from error


def other_names(pages: Iterable[Page], aliases: Mapping[str, str]) -> dict[str, dict[str, list[str]]]:
    """What else each page may be called, by document (`yala.md`) and language.

    That is its title in the other language, where it exists there, and what editors added.
    """
    pages = list(pages)
    titles = {(page.slug, page.language): page.title for page in pages if page.slug != HOME}
    names: dict[str, dict[str, list[str]]] = defaultdict(dict)
    for page in pages:
        others = [titles.get((page.slug, language)) for language in LANGUAGES if language != page.language]
        found = filter(None, [*others, aliases.get(page.location)])
        names[f"{page.slug}.md"][page.language] = list(dict.fromkeys(found))
    return dict(names)
