"""The closed lists of `data/vocabularies.yml`: which words are valid, and what a reader sees for them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from cde.model.fields import Record, labelled

LISTS = (
    "audience",
    "module_level",
    "municipality_kind",
    "region",
    "stage",
    "evidence_level",
    "claim_kind",
    "strength",
    "instrument",
    "sector",
    "source_kind",
    "unit",
)
"""The lists that records use; each must stand in `data/vocabularies.yml`."""


class WordEntry(Record):
    """One word of a closed list, as readers see it."""

    th: str = labelled("ไทย", "Thai", min_length=1)
    en: str = labelled("อังกฤษ", "English", min_length=1)

    def __getitem__(self, language: str) -> str:
        """The word in `th` or `en`."""
        text: str = getattr(self, language)
        return text


class Words(Mapping[str, Mapping[str, WordEntry]]):
    """Closed lists by name, each a mapping from value to its words."""

    def __init__(self, lists: Mapping[str, Mapping[str, WordEntry]]) -> None:
        self._lists = lists

    def __getitem__(self, name: str) -> Mapping[str, WordEntry]:
        return self._lists[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._lists)

    def __len__(self) -> int:
        return len(self._lists)

    def say(self, name: str, value: Any, language: str) -> str:
        """The reader's word for a value of a list."""
        return self._lists[name][str(value)][language]
