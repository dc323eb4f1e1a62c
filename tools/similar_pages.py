"""Tell which pages say the same things in the same words: `.venv/bin/python tools/similar_pages.py case_studies`.

Two pages are compared by the runs of characters that both hold: 20 in Thai, 40 in English, where words are longer and
letters fewer. Headings, tables, links, markers and citations are left out, and runs are counted against the shorter
page. What the most similar pairs share is printed, so that an editor can see whether it is a law's name or a phrase
that should be written anew.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
RUN = {"th": 20, "en": 40}
SHOWN = 5
_LEFT_OUT = re.compile(r"\[@[^\]]*\]|\]\([^)]*\)|<!--.*?-->|^#.*$|^\|.*$", re.MULTILINE)


def prose(path: Path) -> str:
    """The sentences of a page in one line."""
    body = path.read_text("utf-8").split("---", 2)[2]
    return re.sub(r"\s+", " ", _LEFT_OUT.sub(" ", body))


def runs(text: str, length: int) -> set[str]:
    """Every run of a length."""
    return {text[start : start + length] for start in range(len(text) - length + 1)}


def shared(one: str, other: str, length: int) -> Iterator[str]:
    """The longest runs of one text that stand in the other too."""
    start = 0
    while start + length <= len(one):
        if one[start : start + length] not in other:
            start += 1
            continue
        end = start + length
        while end < len(one) and one[start : end + 1] in other:
            end += 1
        yield one[start:end].strip()
        start = end


def main(room: str) -> None:
    """Print the most similar pairs of a room's pages, in each language."""
    for language, length in RUN.items():
        paths = sorted((ROOT / room).rglob(f"*.{language}.md"))
        texts = {path.relative_to(ROOT / room).with_suffix("").as_posix(): prose(path) for path in paths}
        texts = {name: text for name, text in texts.items() if not name.startswith("_")}
        found = {name: runs(text, length) for name, text in texts.items()}
        pairs = sorted(
            (
                (len(found[a] & found[b]) / max(1, min(len(found[a]), len(found[b]))), a, b)
                for a, b in combinations(found, 2)
            ),
            reverse=True,
        )
        mean = sum(share for share, _, _ in pairs) / max(1, len(pairs))
        print(f"{language}: {len(texts)} pages, {len(pairs)} pairs, mean {mean:.3%}")
        for share, a, b in pairs[:SHOWN]:
            print(f"  {share:.1%}  {a} · {b}")
            for text in shared(texts[a], texts[b], length):
                print(f"         {text}")


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "case_studies")
