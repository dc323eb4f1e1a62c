"""Many made-up cases: records of real ones under other names, with titles out of words that stand in no two places.

They are fiction about real places and never content: they are built in a temporary folder and thrown away.
"""

from __future__ import annotations

import random
import re
import shutil
from pathlib import Path
from typing import Any

import yaml

from cde.library import Library
from cde.pagemodel import SHORT_CASE

ROOT = Path(__file__).resolve().parents[2]
COPIED = ("mkdocs.yml", "overrides", "hooks", "cde", "data", "docs", "curriculum")
SEED = 20261130


class Phrases:
    """Pieces of the real cases' texts, each given once, so that they compress like new words do."""

    def __init__(self, library: Library, language: str, chance: random.Random) -> None:
        pages = (page for path, page in library.pages.items() if path.startswith("case_studies/"))
        texts = [page.page.body for page in pages if page.page.path.endswith(f".{language}.md")]
        plain = re.sub(r"\[@[^\]]*\]|\{#[^}]*\}|<!--.*?-->|[#|*\[\]()]|https?:\S+", " ", "\n".join(texts))
        self._words = re.findall(r"\S+", plain)
        self._starts = list(range(0, len(self._words) - 12))
        chance.shuffle(self._starts)

    def take(self, length: int) -> str:
        """About as many characters of running text as are asked for."""
        found, start = "", self._starts.pop()
        for word in self._words[start : start + 12]:
            if found and len(found) + len(word) > length:
                break
            found = f"{found} {word}".strip()
        return found[:length]


def write(folder: Path, library: Library, count: int) -> None:
    """A repository with as many cases as are asked for, and all other rooms as they are."""
    chance = random.Random(SEED)
    folder.mkdir()
    for name in COPIED:
        source, ignore = ROOT / name, shutil.ignore_patterns("__pycache__")
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=ignore)
        else:
            shutil.copy(source, folder / name)
    phrases = {language: Phrases(library, language, chance) for language in ("th", "en")}
    models = [yaml.safe_load((ROOT / case.path / "case.yml").read_text("utf-8")) for case in library.published_cases()]
    for module in (folder / "curriculum").glob("*/*/module.yml"):
        text = module.read_text("utf-8")
        for place, case in enumerate(library.cases):
            text = text.replace(f"case: {case}", f"case: made-up-{place:03}")
        module.write_text(text, "utf-8")
    for number in range(count):
        _case(folder / "case_studies" / f"made-up-{number:03}", models[number % len(models)], number, count, phrases)


def _case(folder: Path, model: dict[str, Any], number: int, count: int, phrases: dict[str, Phrases]) -> None:
    record = model | {"id": folder.name, "strength": "short", "related": []}
    record["title"] = {language: each.take(60) for language, each in phrases.items()}
    record["summary"] = {language: each.take(140) for language, each in phrases.items()}
    record["municipalities"] = [
        town | {"name": {"th": f"เทศบาล{phrases['th'].take(14)}", "en": f"{phrases['en'].take(14)} Municipality"}}
        for town in model["municipalities"]
    ]
    folder.mkdir(parents=True)
    (folder / "case.yml").write_text(yaml.safe_dump(record, allow_unicode=True, sort_keys=False), "utf-8")
    for language, state in (("th", "original"), ("en", "machine")):
        body = "".join(f"## {name} {{#{name}}}\n\n{phrases[language].take(60)}\n\n" for name in SHORT_CASE)
        text = f"---\ntranslation: {{state: {state}}}\n---\n\n{body}"
        (folder / f"index.{language}.md").write_text(text, "utf-8")
