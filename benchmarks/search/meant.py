"""What a query stands for: the words of a relevant page that come nearest to a misspelt or inflected one."""

from __future__ import annotations

import re
from collections.abc import Iterable

from benchmarks.search.corpus import Page
from benchmarks.search.queries import Query


def fold(text: str) -> str:
    """A text without spaces and without regard to capitals."""
    return re.sub(r"\s+", "", text).casefold()


def nearest(word: str, text: str) -> tuple[int, str]:
    """How many letters must be changed, added or dropped to make a word of some part of a text, and that part.

    Sellers' algorithm: for every place where a part may end, a row holds the fewest edits and, negated so that the
    shorter of equal parts is the smaller, where that part begins.
    """
    row = [(0, -start) for start in range(len(text) + 1)]
    for count, letter in enumerate(word, 1):
        last, row = row, [(count, 0)]
        for place, other in enumerate(text):
            change, add, drop = last[place], last[place + 1], row[place]
            row.append(min((change[0] + (letter != other), change[1]), (add[0] + 1, add[1]), (drop[0] + 1, drop[1])))
    end = min(range(len(row)), key=lambda place: (row[place][0], place + row[place][1]))
    edits, start = row[end]
    return edits, text[-start:end]


def texts_to_keep_out(queries: Iterable[Query], pages: Iterable[Page]) -> set[str]:
    """Folded texts that no added page may hold, so that only the relevant pages answer a query.

    These are the queries themselves and, where no relevant page holds a query as it is typed, the words of each
    relevant page that lie within one edit for every four letters.
    """
    folded = {page.id: fold(page.text) for page in pages}
    found = set()
    for query in queries:
        word = fold(query.text)
        found.add(word)
        texts = [folded[page] for page in sorted(query.relevant) if page in folded]
        if not any(word in text for text in texts):
            near = [nearest(word, text) for text in texts]
            found.update(words for edits, words in near if words and edits <= max(1, len(word) // 4))
    return found - {""}
