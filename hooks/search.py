"""Our own search in place of Material's: its worker, and an index for each language, made from the rendered pages.

Material's plugin stays for its box, but is given no page to index. A site of other pages than ours (the benchmark's)
puts into `config.extra` an empty Library and `search_names`, a function from a document's path and a language to its
`Names`.
"""

from __future__ import annotations

import html
import json
import re
from pathlib import Path

import jinja2
from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority, get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from cde import layout
from cde.pagemodel import UNSEARCHED
from cde.search.entry import Entry, Names
from cde.search.files import FOLDER, as_json, digest
from cde.search.names import names_of
from cde.search.passages import passages_of
from cde.search.publication import publish
from cde.search.scripts import scripts_of

log = get_plugin_logger("search")

SCRIPTS = Path("overrides/assets/javascripts/search")
SEPARATOR = r"[\s\-]+"
"""How Material's highlight in a page takes the words of `?h=` apart."""


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Make the scripts, whose address every page needs."""
    if "search_scripts" not in config.extra:
        scripts = scripts_of(Path(__file__).resolve().parents[1] / SCRIPTS)
        folder = f"{FOLDER}/{digest(*scripts.values())}"
        config.extra["search_scripts"] = {f"{folder}/{name}": data for name, data in scripts.items()}
        config.extra["search_worker"] = f"{folder}/worker.js"
        config.extra["search_entries"] = {}
    return config


@event_priority(-110)
def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """The scripts are published as on_config made them, not as they stand in the theme."""
    config.extra["search_entries"].setdefault(language_of(config), {})  # a language without a page has an index too
    for file in list(files):
        if file.src_uri.startswith("assets/javascripts/search/"):
            files.remove(file)
    return files


def language_of(config: MkDocsConfig) -> str:
    """The language being built."""
    return str(vars(config.plugins["i18n"])["current_language"])


@event_priority(-110)
def on_page_content(content: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Take the page into the index of its language, unless it only lists others or says that it is missing."""
    composed = page.meta.get("cde")
    page.meta["search"] = {"exclude": True}
    bare = "search_names" in config.extra
    if not bare and (composed is None or composed.missing or composed.kind in UNSEARCHED):
        return content
    language, document = language_of(config), layout.document_of(page.file.src_uri)
    title = composed.title if composed else html.unescape(str(page.title))
    entry = Entry(
        page.url,
        title,
        passages_of(content, title),
        names(config, document, language),
        composed.summary if composed else "",
    )
    config.extra["search_entries"][language][page.url] = entry
    return content


def names(config: MkDocsConfig, document: str, language: str) -> Names:
    """What the Library, or else the benchmark, knows of a page."""
    if "search_names" in config.extra:
        found: Names = config.extra["search_names"](document, language)
        return found
    return names_of(config.extra["library"], document, language)


def on_env(env: jinja2.Environment, *, config: MkDocsConfig, files: Files) -> jinja2.Environment:
    """Let templates put our worker's address where Material's script looks for it."""
    address = f"{config.extra['search_worker']}?lang={language_of(config)}"

    def with_search_worker(script: str) -> Markup:
        found = re.fullmatch(r"\s*(<script id=\"__config\"[^>]*>)(.*)(</script>)\s*", script, re.DOTALL)
        settings = json.loads(found[2]) if found else {}
        if not found or "search" not in settings:
            raise PluginError(
                "base.html ของ Material บอกที่อยู่ของการค้นหาด้วยวิธีอื่นแล้ว – แก้ hooks/search.py ให้ตรงกับรุ่นนี้\n"
                "Material's base.html tells its search worker's address in another way now: adapt hooks/search.py"
            )
        settings["search"] = f"{settings['base']}/{address}"
        return Markup(found[1]) + jinja2.utils.htmlsafe_json_dumps(settings) + Markup(found[3])

    env.filters["with_search_worker"] = with_search_worker
    return env


@event_priority(-200)
def on_post_build(config: MkDocsConfig) -> None:
    """Write scripts, indexes and the manifest; static-i18n builds the other languages before this, in its own."""
    site, extra = Path(config.site_dir), config.extra
    if "search_manifest" not in extra and set(extra["search_entries"]) == set(built_languages(config)):
        entries = {language: pages.values() for language, pages in extra["search_entries"].items()}
        publication = publish(extra["library"], entries, extra.get("search_transport"))
        for line in publication.told:
            log.info("%s", line)
        for path, data in {**publication.files, **extra["search_scripts"]}.items():
            write(site / path, data)
        extra["search_manifest"] = {"languages": publication.languages}
    if "search_manifest" in extra:
        settings = {"lang": ["en"], "separator": SEPARATOR, "pipeline": [], "search": extra["search_manifest"]}
        write(site / FOLDER / "search_index.json", as_json({"config": settings, "docs": []}))


def built_languages(config: MkDocsConfig) -> list[str]:
    """The languages of the site."""
    return [language.locale for language in config.plugins["i18n"].config.languages if language.build]


def write(path: Path, data: bytes) -> None:
    """Write a file, with its folder."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
