"""Pages that no Markdown file holds: they are made from records, in every language."""

from __future__ import annotations

from dataclasses import dataclass

from cde import facets, layout
from cde.library import Library


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
    "docs/open-data.md": Generated("open-data", "open-data", "open-data-summary", "open-data", "data/interface.yml"),
    "case_studies/index.md": Generated("cases", "cases", "cases-summary", "case-index", "case_studies/README.md"),
    "case_studies/compare.md": Generated("compare", "compare", "compare-summary", "compare", "data/interface.yml"),
    "case_studies/money.md": Generated("money", "money-page", "money-summary", "money", "case_studies/README.md"),
}
"""Generated pages by the document that they pretend to be, beside those of the facets."""

FACET = Generated("facet", "facet-title", "facet-summary", "facet", "case_studies/README.md")
"""The page of one value of a facet: the cases that have it."""


def generated_page(document: str) -> Generated | None:
    """The generated page that a document is, if it is one."""
    return FACET if layout.place_of(document).kind == "facet" else GENERATED.get(document)


def generated_files(library: Library) -> dict[str, Generated]:
    """Every generated page by its path with language, such as `docs/glossary.th.md`."""
    pages = GENERATED | dict.fromkeys(facets.documents(library), FACET)
    return {
        layout.in_language(document, language): page
        for language in library.languages
        for document, page in pages.items()
    }
