"""Pages that no Markdown file holds: they are made from records, in every language."""

from __future__ import annotations

from dataclasses import dataclass, replace

from cde import facets, layout, routes
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
    "docs/progress.md": Generated("progress", "progress", "progress-summary", "progress", "data/interface.yml"),
    "docs/proposal.md": Generated("proposal", "proposal", "proposal-summary", "proposal", "data/interface.yml"),
    "docs/coverage.md": Generated("coverage", "coverage", "coverage-summary", "coverage", "curriculum/README.md"),
    "docs/paths/index.md": Generated("paths", "paths", "paths-summary", "paths", "data/paths.yml"),
    "docs/open-data.md": Generated("open-data", "open-data", "open-data-summary", "open-data", "data/interface.yml"),
    "case_studies/index.md": Generated("cases", "cases", "cases-summary", "case-index", "case_studies/README.md"),
    "case_studies/compare.md": Generated("compare", "compare", "compare-summary", "compare", "data/interface.yml"),
    "case_studies/money.md": Generated("money", "money-page", "money-summary", "money", "case_studies/README.md"),
}
"""Generated pages by the document that they pretend to be, beside those of the facets."""

BY_KIND = {
    "facet": Generated("facet", "facet-title", "facet-summary", "facet", "case_studies/README.md"),
    "path": Generated("path", "path-title", "path-summary", "path", "data/paths.yml"),
    "kit": Generated("kit", "kit-title", "kit-summary", "kit", "session.yml"),
    "slides": Generated("slides", "slides-title", "slides-summary", "slides", "session.yml"),
}
"""Generated pages of which there are many, by their kind: values of facets, paths, kits and slides of modules."""


def generated_page(document: str) -> Generated | None:
    """The generated page that a document is, if it is one."""
    return BY_KIND.get(layout.place_of(document).kind) or GENERATED.get(document)


def generated_files(library: Library) -> dict[str, Generated]:
    """Every generated page by its path with language, such as `docs/glossary.th.md`."""
    pages = GENERATED | dict.fromkeys(facets.documents(library), BY_KIND["facet"])
    pages |= dict.fromkeys(routes.documents(library), BY_KIND["path"])
    for module in library.published_modules():
        for kind in ("kit", "slides"):
            page = BY_KIND[kind]
            pages[f"{module.path}/{kind}.md"] = replace(page, edit=f"{module.path}/{page.edit}")
    return {
        layout.in_language(document, language): page
        for language in library.languages
        for document, page in pages.items()
    }
