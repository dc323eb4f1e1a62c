"""MkDocs hook of the benchmark: gives hooks/search.py, and its templates, what the Library tells on the real site."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import jinja2
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from cde.library import Library
from cde.loading import load
from cde.search.entry import Names

ROOT = Path(__file__).resolve().parents[2]
NAMES = "search_names.json"
"""Beside mkdocs.yml: what `corpus.other_names` found, as project.py wrote it."""


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Names of the pages, and a Library that holds the words of the interface alone."""
    if "search_names" not in config.extra:
        config.extra["search_names"] = names_from(Path(config.config_file_path).with_name(NAMES))
        own = load(ROOT)[0]
        config.extra["library"] = Library(ROOT, strings=own.strings, languages=own.languages)
    return config


def names_from(path: Path) -> Callable[[str, str], Names]:
    """The function that hooks/search.py asks for the names of a document in a language."""
    others: dict[str, dict[str, list[str]]] = json.loads(path.read_text("utf-8"))
    return lambda document, language: Names(others=tuple(others[document][language]))


def on_env(env: jinja2.Environment, *, config: MkDocsConfig, files: Files) -> jinja2.Environment:
    """What the templates of the search use of hooks/head.py."""
    library: Library = config.extra["library"]
    language = str(vars(config.plugins["i18n"])["current_language"])
    env.globals |= {"t": lambda key: library.say(key, language), "languages": library.languages}
    return env
