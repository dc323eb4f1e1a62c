"""The menu: `nav` of mkdocs.yml with its names in the reader's language and the curriculum filled in.

Names are escaped here, because MkDocs's templates print them as they are.
"""

from __future__ import annotations

from typing import Any

from markupsafe import escape

from cde.compose import describe
from cde.library import Library, ModuleFolder

Item = Any
"""A nav entry as MkDocs has it: a path, or one title with a path or a list."""


def expand(nav: list[Item], library: Library, language: str) -> list[Item]:
    """`nav` with each key of `data/interface.yml` as its words, and `curriculum/` as groups and modules."""
    expanded: list[Item] = []
    for item in nav:
        if item == "curriculum/":
            expanded += _curriculum(library, language)
        elif isinstance(item, str):
            expanded.append(_page(item, library, language))
        elif isinstance(item, dict):
            expanded += [
                {_title(key, library, language): _value(value, library, language)} for key, value in item.items()
            ]
        else:  # a fault that MkDocs tells
            expanded.append(item)
    return expanded


def _value(value: Item, library: Library, language: str) -> Item:
    return expand(value, library, language) if isinstance(value, list) else value


def _page(document: str, library: Library, language: str) -> Item:
    """A page by its own title; one that the reader's language lacks says in which language it is."""
    if library.read_in(document, language) == language:
        return document
    return {_marked(describe(library, document, language)[0], document, library, language): document}


def _marked(title: str, document: str, library: Library, language: str) -> str:
    """A title, with the language that the document is in where that is not the reader's."""
    there = library.read_in(document, language)
    mark = library.say("written-in", language).format(library.language_name(there, language))
    return escape(title if there == language else f"{title} ({mark})")


def _title(key: str, library: Library, language: str) -> str:
    return escape(library.say(key, language))


def _curriculum(library: Library, language: str) -> list[Item]:
    groups = []
    for name, entry in library.bases.items():
        index = f"curriculum/{name}/index.md"
        pages: list[Item] = [_page(index, library, language)] if library.languages_of(index) else []
        pages += [_module(module, library, language) for module in library.modules_of(name)]
        if pages:
            groups.append({escape(entry.data.short[language]): pages})
    return groups


def _module(module: ModuleFolder, library: Library, language: str) -> Item:
    lectures = [f"{module.path}/lectures/{lecture.id}.md" for lecture in module.data.lectures]
    title = _marked(module.data.title[language], module.document, library, language)
    return {title: [module.document, *(_page(lecture, library, language) for lecture in lectures)]}
