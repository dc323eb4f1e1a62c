"""The menu: `nav` of mkdocs.yml with its names in the reader's language and the curriculum filled in.

Names are escaped here, because MkDocs's templates print them as they are.
"""

from __future__ import annotations

from typing import Any

from markupsafe import escape

from cde.library import Library, ModuleFolder

Item = Any
"""A nav entry as MkDocs has it: a path, or one title with a path or a list."""


def expand(nav: list[Item], library: Library, language: str) -> list[Item]:
    """`nav` with each key of `data/interface.yml` as its words, and `curriculum/` as groups and modules."""
    expanded: list[Item] = []
    for item in nav:
        if item == "curriculum/":
            expanded += _curriculum(library, language)
        elif isinstance(item, dict):
            expanded += [
                {_title(key, library, language): _value(value, library, language)} for key, value in item.items()
            ]
        else:
            expanded.append(item)
    return expanded


def _value(value: Item, library: Library, language: str) -> Item:
    return expand(value, library, language) if isinstance(value, list) else value


def _title(key: str, library: Library, language: str) -> str:
    return escape(library.say(key, language))


def _curriculum(library: Library, language: str) -> list[Item]:
    groups = []
    for name, entry in library.bases.items():
        index = f"curriculum/{name}/index.md"
        pages: list[Item] = [index] if library.languages_of(index) else []
        pages += [_module(module, language) for module in library.modules_of(name)]
        if pages:
            groups.append({escape(entry.data.short[language]): pages})
    return groups


def _module(module: ModuleFolder, language: str) -> Item:
    lectures = [f"{module.path}/lectures/{lecture.id}.md" for lecture in module.data.lectures]
    return {escape(module.data.title[language]): [module.document, *lectures]}
