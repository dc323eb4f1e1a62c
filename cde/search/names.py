"""What readers may call a page, in either language, and by what they may filter it: told by the Library."""

from __future__ import annotations

from collections.abc import Iterator

from cde import layout
from cde.compose import describe
from cde.generated import generated_page
from cde.library import Library
from cde.model.page import TitledFront
from cde.search.entry import Names

KINDS = {
    "module": "module",
    "lecture": "lecture",
    "case": "case",
    "glossary": "term",
    "sources": "source",
}
"""Kinds of pages as readers filter them; every other page is a `page`."""
OTHER_KIND = "page"


def names_of(library: Library, document: str, language: str) -> Names:
    """The names of one page of the site."""
    place = layout.place_of(document)
    made = generated_page(document)
    kind = made.kind if made else place.kind
    case = library.cases[place.case].data if place.case else None
    bases = tuple(case.bases) if case else (place.group,) if place.group else ()
    others = [name for other in library.languages if other != language for name in _names(library, document, other)]
    return Names(
        others=tuple(dict.fromkeys([*others, *_aliases(library, document)])),
        kind=KINDS.get(kind, OTHER_KIND),
        bases=bases,
        province=(case.province or "") if case else "",
    )


def _names(library: Library, document: str, language: str) -> Iterator[str]:
    """Title, municipalities, province, base and terms of a page in a language that is not its own."""
    place = layout.place_of(document)
    yield describe(library, document, language)[0]
    if place.group in library.bases:
        yield library.bases[place.group].data.short[language]
    if place.kind == "module":
        for name in library.modules[place.module].data.terms:
            term = library.terms[name].data
            yield from filter(None, (term.name(language), term.abbreviation(language)))
    if place.case:
        case = library.cases[place.case].data
        yield from (municipality.name[language] for municipality in case.municipalities)
        if case.province:
            yield library.provinces[case.province].data.name[language]
        yield from (library.bases[base].data.short[language] for base in case.bases)


def _aliases(library: Library, document: str) -> list[str]:
    """Words that an editor wrote down because readers search with them."""
    place = layout.place_of(document)
    made = generated_page(document)
    if made:
        return [library.say(made.aliases, language) for language in library.languages]
    if place.kind == "module":
        return library.modules[place.module].data.aliases
    if place.case:
        return library.cases[place.case].data.aliases
    pages = (library.page(document, language) for language in library.languages)
    fronts = (page.front for page in pages if page)
    return [alias for front in fronts if isinstance(front, TitledFront) for alias in front.aliases]


def labels_of(library: Library, language: str) -> dict[str, dict[str, str]]:
    """The words for every value of a filter, and for the languages."""
    kinds = dict.fromkeys([*KINDS.values(), OTHER_KIND])
    return {
        "kind": {kind: library.say(f"search-kind-{kind}", language) for kind in kinds},
        "base": {name: base.data.short[language] for name, base in library.bases.items()},
        "province": {code: province.data.name[language] for code, province in library.provinces.items()},
        "language": {
            name: library.say("search-in", language).format(library.language_name(name, language))
            for name in library.languages
        },
    }


def terms_of(library: Library, language: str) -> Iterator[tuple[str, str]]:
    """Every name of every term, the given language first: the name and its language."""
    for entry in library.terms.values():
        for other in sorted(library.languages, key=lambda each: each != language):
            for text in filter(None, (entry.data.name(other), entry.data.abbreviation(other))):
                yield text, other
