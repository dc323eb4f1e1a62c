"""Entries for tests of the index: pages made in a line, and the real curriculum's text."""

from __future__ import annotations

import json
import re
from typing import Any

from cde.search.entry import Entry, Names
from cde.search.files import make_index
from cde.search.passages import Passage
from tests.search.harness import ROOT

LABELS: dict[str, dict[str, str]] = {name: {} for name in ("base", "province", "language")}
LABELS["kind"] = {"page": "หน้า", "case": "กรณีศึกษา"}


def entry(url: str, title: str, *sections: tuple[str, str, str], **names: Any) -> Entry:
    return Entry(url, title, [Passage(*section) for section in sections], Names(**names))


def curriculum(language: str) -> list[Entry]:
    """Modules and lectures, their Markdown read roughly."""
    found = []
    for path in sorted((ROOT / "curriculum").rglob(f"*.{language}.md")):
        body = re.sub(r"\A---\n.*?\n---\n", "", path.read_text("utf-8"), flags=re.DOTALL)
        head, *rest = re.split(r"^## ", body, flags=re.MULTILINE)
        title = path.parent.name if path.name.startswith("index") else path.name.split(".")[0]
        sections = [("", title.replace("-", " "), " ".join(head.split()))]
        for number, section in enumerate(rest):
            name, _, text = section.partition("\n")
            sections.append((f"s{number}", re.sub(r" *\{.*\}", "", name), " ".join(text.split())))
        url = path.relative_to(ROOT).as_posix().removesuffix(f".{language}.md")
        found.append(entry(f"{url}/", title.replace("-", " "), *sections, kind="page", bases=(url.split("/")[1],)))
    return found


def contents(entries: list[Entry], transport: str) -> dict[str, Any]:
    """Every file of an index, read, by its name in the index's folder."""
    index = make_index(entries, "th", LABELS, transport)
    folder = index.address.rsplit("/", 1)[0] if transport == "sharded" else "search"
    return {path.removeprefix(f"{folder}/"): json.loads(data) for path, data in index.files.items()}
