"""Pages that no Markdown file holds: they are made from records, in every language."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from cde import layout


@dataclass(frozen=True)
class Generated:
    """One generated page: its strings in `data/interface.yml`, its fragment, and the data that an editor may mend."""

    kind: str
    title: str
    summary: str
    fragment: str
    edit: str

    @property
    def aliases(self) -> str:
        """The string that holds other words to find it by."""
        return f"{self.title}-aliases"


GENERATED = {
    "docs/glossary.md": Generated("glossary", "glossary", "glossary-summary", "glossary", "data/glossary.yml"),
    "docs/sources.md": Generated("sources", "sources", "sources-summary", "sources", "data/sources.yml"),
    "docs/site-map.md": Generated("site-map", "site-map", "site-map-summary", "site-map", "mkdocs.yml"),
    "docs/translation.md": Generated(
        "translation", "translations", "translations-summary", "translation", "data/interface.yml"
    ),
    "case_studies/index.md": Generated("cases", "cases", "cases-summary", "case-index", "case_studies/README.md"),
}
"""Generated pages by the document that they pretend to be."""


def generated_files(languages: Iterable[str]) -> dict[str, Generated]:
    """Every generated page by its path with language, such as `docs/glossary.th.md`."""
    return {
        layout.in_language(document, language): page for language in languages for document, page in GENERATED.items()
    }
