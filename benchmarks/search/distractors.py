"""Pages that only make a corpus larger: sentences of this repository's own content, shuffled with a fixed seed."""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import cycle
from pathlib import Path
from statistics import fmean

import yaml

from benchmarks.search.corpus import HOME, LANGUAGES, Page
from benchmarks.search.faults import fault
from benchmarks.search.meant import fold

ROOMS = ("curriculum", "case_studies", "docs")

_FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_MARKUP = re.compile(r"<!--.*?-->|<[^>]*>|\[@[^\]]*\]|\{[^}]*\}|\]\([^)]*\)|[*_`\[\]!>#]", re.DOTALL)
_LIST_SIGN = re.compile(r"^\s*(?:[-+]|\d+[.)])\s+")
_ENGLISH_END = re.compile(r"(?<=[.!?])\s+")
_SHORTEST, _LONGEST_TITLE = 20, 70
_TRIES = 100


def sentences(text: str, language: str) -> Iterator[str]:
    """The sentences of a Markdown text; Thai has no full stop, so phrases of some length stand for them."""
    for line in _MARKUP.sub(" ", text).split("\n"):
        for cell in line.split("|"):
            words, said = re.sub(r"\s+([.,;:)])", r"\1", " ".join(_LIST_SIGN.sub("", cell).split())), ""
            for piece in words.split(" ") if language == "th" else _ENGLISH_END.split(words):
                said = f"{said} {piece}".strip()
                if len(said) >= 2 * _SHORTEST:
                    yield said
                    said = ""
            if len(said) >= _SHORTEST:
                yield said


def repository_sentences(root: Path) -> dict[str, list[str]]:
    """Every different sentence of the repository's content, by language."""
    found: dict[str, dict[str, None]] = {language: {} for language in LANGUAGES}
    for room in ROOMS:
        for language in LANGUAGES:
            for path in sorted((root / room).rglob(f"*.{language}.md")):
                text = _FRONT_MATTER.sub("", path.read_text("utf-8"))
                found[language].update(dict.fromkeys(sentences(text, language)))
    for path in sorted((root / "data" / "facts").glob("*.yml")):
        for record in yaml.safe_load(path.read_text("utf-8")):
            for language, text in record["text"].items():
                found[language].update(dict.fromkeys(sentences(text, language)))
    return {language: list(texts) for language, texts in found.items()}


class Pool:
    """The sentences of a language from which pages are made, and the folded texts that those pages may not hold."""

    def __init__(self, texts: Sequence[str], kept_out: Collection[str]) -> None:
        self.kept_out = kept_out
        self.texts = [text for text in texts if self.allows(text)]
        self.titles = [text for text in self.texts if len(text) <= _LONGEST_TITLE]
        self.length = fmean(map(len, self.texts)) if self.texts else 0

    def allows(self, text: str) -> bool:
        """True where a text holds nothing that is to be kept out, spaces and capitals aside."""
        folded = fold(text)
        return not any(words in folded for words in self.kept_out)

    def paragraph(self, length: int, dice: random.Random) -> str:
        """Sentences that together are about so many characters long."""
        said = [dice.choice(self.texts)]
        while sum(map(len, said)) + len(said) + self.length / 2 < length:
            said.append(dice.choice(self.texts))
        return " ".join(said)

    def page(self, like: str, dice: random.Random) -> str:
        """A page with as many sections as another one, each about as long as there.

        Two sentences, one after the other, may make up a text that is to be kept out; then another page is drawn.
        """
        for _ in range(_TRIES):
            blocks = []
            for part in re.split(r"^(#+ .*)$", like, flags=re.MULTILINE):
                if heading := re.match(r"#+ ", part):
                    blocks.append(heading[0] + dice.choice(self.titles))
                elif part.strip():
                    blocks.append(self.paragraph(len(part.strip()), dice))
            page = "\n\n".join(blocks) + "\n"
            if self.allows(page):
                return page
        raise too_short()


def too_short() -> SystemExit:
    """The fault of content from which no pages can be made."""
    return fault(
        "--pages",
        "คลังหรือเนื้อหาในรีโพมีประโยคที่ใช้ได้ไม่พอ – ใช้คลังที่ยาวขึ้นหรือคำค้นที่เจาะจงขึ้น",
        "the corpus or the repository's content has too few usable sentences – use longer pages or narrower queries",
    )


def enlarge(
    pages: Sequence[Page], size: int, texts: Mapping[str, Sequence[str]], kept_out: Collection[str]
) -> list[Page]:
    """The pages, and after them as many distractors as make so many pages in all.

    A distractor is laid out like a page of the corpus and exists in the languages in which that page exists, so that
    languages and pairs keep their proportion. The same pages come of the same corpus, content and queries; a larger
    size only adds to them.
    """
    missing = size - len(pages)
    if missing <= 0:
        return list(pages)
    models: dict[str, list[Page]] = defaultdict(list)
    for page in pages:
        if page.slug != HOME:
            models[page.slug].append(page)
    pools = {language: Pool(texts[language], kept_out) for language in LANGUAGES}
    if not models or not all(pool.titles for pool in pools.values()):
        raise too_short()
    added: list[Page] = []
    for number, slug in enumerate(cycle(sorted(models)), 1):
        if len(added) >= missing:
            break
        dice = random.Random(number)
        for model in models[slug]:
            text = pools[model.language].page(model.text, dice)
            added.append(Page(f"distractor-{number:05d}", model.language, text))
    return [*pages, *added[:missing]]
