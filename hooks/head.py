"""What templates need beside the page's text: interface words, true alternates, addresses for reports."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode, urljoin

import jinja2
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from cde import layout
from cde.citing import citation_of
from cde.compose import Composed
from cde.exports.edition import Edition
from cde.formats import Writer
from cde.library import Library
from cde.linkeddata import linked_data


def on_env(env: jinja2.Environment, *, config: MkDocsConfig, files: Files) -> jinja2.Environment:
    """Give every template the words of the interface in the language being built, and both for the 404 page."""
    library: Library = config.extra["library"]
    language = language_of(config)
    own = library.languages.get(language)  # absent in a preview where its file is faulty
    env.globals |= {
        "t": lambda key: library.say(key, language),
        "both": lambda key: {name: library.say(key, name) for name in library.languages},
        "date": Writer(own.formats).date if own else str,
        "languages": library.languages,
        "addresses": lambda file: addresses(file, config),
        "is_written": lambda file, language: is_written(file, language, library),
        "language_name": lambda code: library.language_name(code, language),
    }
    return env


def language_of(config: MkDocsConfig) -> str:
    """The language being built."""
    return str(vars(config.plugins["i18n"])["current_language"])


def on_page_context(context: dict[str, Any], *, page: Page, config: MkDocsConfig, nav: Navigation) -> dict[str, Any]:
    """Absolute alternates for the languages that really exist, and the address that reports an error on this page."""
    library: Library = config.extra["library"]
    alternates: dict[str, File] = getattr(page.file, "alternates", {})
    context["alternates"] = addresses(page.file, config) if is_written(page.file, language_of(config), library) else {}
    context["switch"] = {name: alternates[name].url for name in library.languages if name in alternates}
    context["headings"] = {anchor.id: anchor.title for anchor in page.toc}
    context["changed"] = library.history.day(page.file.src_uri)
    context["report_url"] = report_url(config, page)
    context["feeds"] = layout.address_of("docs/index.md", language_of(config), next(iter(library.languages), ""))
    composed: Composed | None = page.meta.get("cde")
    if composed:
        edition = Edition(library, config.site_url or "")
        context["linked_data"] = linked_data(edition, composed, context["changed"])
        context["citation"] = citation_of(edition, composed, context["changed"])
    return context


def addresses(file: File, config: MkDocsConfig) -> dict[str, str]:
    """Where a page stands in each language in which it has been written, the site's first language first.

    Empty where that is one language: then there is nothing to announce.
    """
    library: Library = config.extra["library"]
    alternates: dict[str, File] = getattr(file, "alternates", {})
    written = [name for name in library.languages if name in alternates and is_written(file, name, library)]
    found = {name: urljoin(config.site_url or "", alternates[name].url) for name in written}
    return found if len(found) > 1 else {}


def is_written(file: File, language: str, library: Library) -> bool:
    """True where a document has a text in a language; a generated page has one in each."""
    written = library.languages_of(layout.document_of(file.src_uri))
    return language in written or not written


def report_url(config: MkDocsConfig, page: Page) -> str | None:
    """A new issue of the repository that already names the page."""
    if not config.repo_url:
        return None
    library: Library = config.extra["library"]
    title = f"{library.say('report-title', language_of(config))} {page.meta.get('title', '')}"
    body = f"{page.canonical_url}\n{page.file.src_uri}\n\n"
    return config.repo_url.rstrip("/") + "/issues/new?" + urlencode({"title": title, "body": body})
