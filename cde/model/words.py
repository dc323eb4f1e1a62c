"""The closed lists of `data/vocabularies.yml`: which words are valid, and what a reader sees for them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from cde.model.fields import Text

LISTS = (
    "audience",
    "module_level",
    "municipality_kind",
    "region",
    "size",
    "stage",
    "evidence_level",
    "claim_kind",
    "strength",
    "instrument",
    "sector",
    "source_kind",
    "unit",
    "money_kind",
    "module_link",
    "case_link",
    "prerequisite",
    "session_step",
    "card_set",
    "proposal_part",
    "path_kind",
    "team_output",
)
"""The lists that records use; each must stand in `data/vocabularies.yml`."""


class Words(Mapping[str, Mapping[str, Text]]):
    """Closed lists by name, each a mapping from value to its words; and the languages that records may have."""

    def __init__(self, lists: Mapping[str, Mapping[str, Text]], languages: Iterable[str] = ("th", "en")) -> None:
        self._lists = lists
        self.languages = tuple(languages)

    def __getitem__(self, name: str) -> Mapping[str, Text]:
        return self._lists[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._lists)

    def __len__(self) -> int:
        return len(self._lists)

    def say(self, name: str, value: Any, language: str) -> str:
        """The reader's word for a value of a list."""
        return self._lists[name][str(value)][language]
