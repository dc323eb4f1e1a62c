"""What is typed, and which pages answer it."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path
from typing import Any

from benchmarks.search.corpus import LANGUAGES
from benchmarks.search.faults import fault, warn


@dataclass(frozen=True)
class Query:
    """A text that somebody types, of a class of such texts, and the ids of the pages that answer it."""

    id: str
    language: str
    kind: str
    text: str
    relevant: frozenset[str]


def read_queries(paths: Iterable[Path]) -> list[Query]:
    """Every query of some JSON-lines files."""
    queries: dict[str, Query] = {}
    for path in paths:
        if not path.is_file():
            raise fault(path, "ไม่มีแฟ้มนี้ – ตรวจ --queries", "there is no such file – check --queries")
        for number, line in enumerate(path.read_text("utf-8-sig").splitlines(), 1):
            if not line.strip():
                continue
            where = f"{path}:{number}"
            query = _parse(where, line)
            if query.id in queries:
                raise fault(where, f"id {query.id} ซ้ำ – ใช้ id อื่น", f"the id {query.id} stands twice – use another one")
            queries[query.id] = query
    if not queries:
        names = ", ".join(map(str, paths))
        raise fault(names, "ไม่มีคำค้นเลย – เพิ่มอย่างน้อยหนึ่งบรรทัด", "there is no query – add at least one line")
    return list(queries.values())


def _parse(where: str, line: str) -> Query:
    form = '{"id": "a-1", "lang": "th", "class": "th_word", "query": "…", "relevant": ["slug.th"]}'
    try:
        data: dict[str, Any] = json.loads(line)
        query = Query(data["id"], data["lang"], data["class"], data["query"], frozenset(data["relevant"]))
        if not isinstance(data["relevant"], list) or not query.relevant:
            raise ValueError("relevant: []")
        if not all(isinstance(text, str) for text in (query.id, query.kind, query.text, *query.relevant)):
            raise TypeError("id, class, query, relevant: text")
        if query.language not in LANGUAGES:
            raise ValueError(f"lang: {query.language!r}")
    except (ValueError, KeyError, TypeError) as error:
        said = f"{type(error).__name__}: {error}"
        raise fault(
            where, f"บรรทัดนี้อ่านไม่ได้ ({said}) – ต้องเป็น {form}", f"cannot read this line ({said}) – write {form}"
        ) from error
    return query


def warn_of_missing_pages(queries: Iterable[Query], ids: Collection[str]) -> list[str]:
    """Warn of relevant pages that do not exist; return the ids of the queries that name one."""
    found = []
    for query in queries:
        if missing := sorted(query.relevant - set(ids)):
            found.append(query.id)
            names = ", ".join(missing)
            warn(query.id, f"ไม่มีหน้า {names} – แก้ relevant", f"there is no page {names} – mend its relevant")
    return found


def sample(queries: Iterable[Query], size: int) -> list[Query]:
    """So many queries, spread over the classes: the first of each class, then the second of each, and so on."""
    kinds: dict[str, list[Query]] = {}
    for query in queries:
        kinds.setdefault(query.kind, []).append(query)
    rounds = zip_longest(*kinds.values())
    return [query for turn in rounds for query in turn if query is not None][:size]
