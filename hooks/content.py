"""Read and check the content once a build; refuse a faulty one; give each page its Markdown and its facts.

In a preview (`mkdocs serve`) faults do not stop the server: they are logged, and a page that cannot be made shows them.
"""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

from jinja2 import UndefinedError
from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority, get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from cde import history, layout, problem
from cde.checking import check_repository
from cde.compose import Link, compose
from cde.fragments import Fragments
from cde.library import Library
from cde.navigation import expand
from cde.pagemodel import WHOLE
from cde.passages import mark_thai, mark_thai_around
from cde.termbase import TermBase, partners
from cde.termlinks import KINDS, link_terms
from cde.translation import PageState

log = get_plugin_logger("content")

PERMALINK = 'title="Permanent link"'
"""Words of Python-Markdown for the sign beside a heading: it knows one language for all pages."""

TEMPLATES = {"slides": "slides.html"}
"""Kinds of pages that have a template of their own."""

COMMAND = "MKDOCS_COMMAND"
"""Variable of the process that holds what it was started for: `build` or `serve`."""


def on_startup(*, command: str, dirty: bool) -> None:
    """Remember which command runs; MkDocs tells it only here."""
    os.environ[COMMAND] = command


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Load the Library. The second language's build finds it where the first one left it."""
    if "library" not in config.extra:
        root = Path(config.config_file_path).resolve().parent
        library, problems = check_repository(root)
        errors = [found for found in problems if found.severity == "error"]
        if errors and not (is_preview() and library.can_speak):
            raise PluginError("\n" + problem.as_text(errors))
        for found in errors:
            log.error("%s", found)
        library = replace(library, history=history.read(root))
        fragments = Fragments(library, root / "overrides" / "fragments", config.site_url or "")
        config.extra |= {"library": library, "errors": errors, "fragments": fragments}
        config.extra |= {"menu": config.nav, "preview": is_preview(), "term_bases": term_bases(library, config)}
    return config


def term_bases(library: Library, config: MkDocsConfig) -> dict[str, TermBase]:
    """The terms in every language of the site."""
    terms = [entry.data for entry in library.terms.values()]
    return {language.locale: TermBase(terms, language.locale) for language in config.plugins["i18n"].config.languages}


def is_preview() -> bool:
    """True under `mkdocs serve`."""
    return os.environ.get(COMMAND) == "serve"


@event_priority(-110)
def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Give MkDocs the menu of the language being built."""
    if config.extra["menu"]:
        config.nav = expand(config.extra["menu"], config.extra["library"], language_of(config))
    return files


def language_of(config: MkDocsConfig) -> str:
    """The language being built."""
    return str(vars(config.plugins["i18n"])["current_language"])


def on_page_markdown(markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Replace what the file holds by the whole page, and tell the template what it needs."""
    document, language = layout.document_of(page.file.src_uri), language_of(config)
    link = link_from(page, files)
    library: Library = config.extra["library"]
    fragments: Fragments = config.extra["fragments"]
    faults = [found for found in config.extra["errors"] if concerns(found.path, document)]
    if faults:
        page.meta.update(title=document, cde=None)
        return fragments.render("faults", language, link, faults=faults)
    try:
        composed = compose(library, fragments, document, language, link)
    except (KeyError, UndefinedError):
        if not config.extra["errors"]:
            raise
        page.meta.update(title=document, cde=None)  # a record that this page names is faulty
        return fragments.render("faults", language, link, faults=config.extra["errors"])
    page.meta.update(title=escape(composed.title), description=composed.summary, cde=composed)
    if composed.kind in TEMPLATES:
        page.meta["template"] = TEMPLATES[composed.kind]
    return "" if composed.kind in WHOLE else composed.markdown


def link_from(page: Page, files: Files) -> Link:
    """What tells the addresses of documents relative to a page."""

    def link(document: str, language: str | None = None) -> str:
        found = files.get_file_from_path(document)
        if found and language:
            found = getattr(found, "alternates", {}).get(language)
        return get_relative_url(found.url, page.file.url) if found else "#"

    return link


def on_page_content(html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Mark what stands in another language, in the table of contents too; link terms to the glossary."""
    composed, language = page.meta.get("cde"), language_of(config)
    if composed and composed.kind in WHOLE:
        html = composed.markdown
    if composed:
        mark_headings(page, composed.state)
    if composed and composed.kind in KINDS and not composed.missing:
        link, base = link_from(page, files), config.extra["term_bases"][language]
        html, used = link_terms(html, base, link("docs/glossary.md"))
        shown = {term.id: partners(term, language, config.extra["term_bases"]) for term in used}
        if used:
            html += config.extra["fragments"].render("term-notes", language, link, terms=used, partners=shown)
    library: Library = config.extra["library"]
    words = escape(library.say("link-section", language))
    return mark_thai(html.replace(PERMALINK, f'title="{words}"'), language)


def on_post_page(output: str, *, page: Page, config: MkDocsConfig) -> str:
    """Mark Thai words around the text, where the reader's language has no name of its own for a page."""
    return mark_thai_around(output, language_of(config))


def mark_headings(page: Page, state: PageState) -> None:
    """Tell the language of headings that are not translated yet, where the table of contents repeats them."""
    lacking = {part.id for part in state.lacking}
    for anchor in page.toc:
        if anchor.id in lacking:
            anchor.title = f'<span lang="{state.original}">{anchor.title}</span>'


def concerns(path: str, document: str) -> bool:
    """True where a fault in the file `path` keeps the page of `document` from being made."""
    place = layout.place_of(document)
    in_folder = bool(place.module or place.case) and path.startswith(place.folder + "/")
    return layout.document_of(path) == document or (in_folder and path.endswith(".yml"))
