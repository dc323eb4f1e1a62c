"""What templates need beside the page's text: interface words, true alternates, addresses for reports."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode, urljoin

import jinja2
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from cde import dates, layout
from cde.library import Library


def on_env(env: jinja2.Environment, *, config: MkDocsConfig, files: Files) -> jinja2.Environment:
    """Give every template the words of the interface in the language being built, and both for the 404 page."""
    library: Library = config.extra["library"]
    language = language_of(config)
    env.globals |= {
        "t": lambda key: library.say(key, language),
        "both": lambda key: {name: library.say(key, name) for name in library.languages},
        "date": lambda value: dates.date(value, language),
        "languages": library.languages,
        "language_name": lambda code: library.language_name(code, language),
    }
    return env


def language_of(config: MkDocsConfig) -> str:
    """The language being built."""
    return str(vars(config.plugins["i18n"])["current_language"])


def on_page_context(context: dict[str, Any], *, page: Page, config: MkDocsConfig, nav: Navigation) -> dict[str, Any]:
    """Absolute alternates for the languages that really exist, and the address that reports an error on this page."""
    library: Library = config.extra["library"]
    document = layout.document_of(page.file.src_uri)
    written = library.languages_of(document) or list(library.languages)
    alternates: dict[str, File] = getattr(page.file, "alternates", {})
    addresses = {language: urljoin(config.site_url or "", file.url) for language, file in alternates.items()}
    context["alternates"] = {name: addresses[name] for name in written if name in addresses and len(written) > 1}
    context["switch"] = {language: file.url for language, file in alternates.items()}
    context["headings"] = {anchor.id: anchor.title for anchor in page.toc}
    context["changed"] = library.history.day(page.file.src_uri)
    context["report_url"] = report_url(config, page)
    return context


def report_url(config: MkDocsConfig, page: Page) -> str | None:
    """A new issue of the repository that already names the page."""
    if not config.repo_url:
        return None
    library: Library = config.extra["library"]
    title = f"{library.say('report-title', language_of(config))} {page.meta.get('title', '')}"
    body = f"{page.canonical_url}\n{page.file.src_uri}\n\n"
    return config.repo_url.rstrip("/") + "/issues/new?" + urlencode({"title": title, "body": body})
