"""Bring docs/, curriculum/ and case_studies/ in as first-class pages, in every language.

static-i18n keeps only what lies below docs_dir. So each file of the other rooms is declared as if it lay there (-99),
i18n localises it (-100), and then it gets its true address back (-101): from there on edit links, link and anchor
checks and warnings name the real file, by MkDocs's own code. ARCHITECTURE.md tells what this relies on.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import CombinedEvent, event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs_static_i18n.suffix import I18nFiles

from cde import layout
from cde.generated import generated_files
from cde.library import Library


class RoomFiles(I18nFiles):
    """Files keyed by repository path; a language suffix in a link is there for GitHub's sake."""

    def get_file_from_path(self, path: str) -> File | None:
        """The file of the language being built for `a/b.md`, `a/b.th.md` or `a/b.en.md` alike."""
        return super().get_file_from_path(layout.document_of(path)) or super().get_file_from_path(path)


def root_of(config: MkDocsConfig) -> Path:
    """The repository: the folder that holds mkdocs.yml."""
    return Path(config.config_file_path).resolve().parent


@event_priority(-99)
def declare(files: Files, *, config: MkDocsConfig) -> Files:
    """Let every file of the rooms pretend to be below docs_dir, where i18n looks."""
    root = root_of(config)
    for file in list(files):
        if file.src_dir == config.docs_dir or file.src_uri.startswith("fragments/"):
            files.remove(file)
    paths = [path for room in layout.ROOMS for path in layout.room_files(root, room)]
    if "library" in config.extra:
        paths += generated_files(config.extra["library"])
        paths += unwritten(paths, next(iter(config.extra["library"].languages)))
    for path in paths:
        file = File(path, config.docs_dir, config.site_dir, config.use_directory_urls)
        natural = File(layout.site_path(path), None, config.site_dir, config.use_directory_urls)
        file.dest_uri = natural.dest_uri
        files.append(file)
    return files


def unwritten(paths: Iterable[str], language: str) -> list[str]:
    """Pages that the site's first language lacks: i18n falls back on that language, so a page of it must be there."""
    documents = dict.fromkeys(layout.document_of(path) for path in paths if path.endswith(".md"))
    wanted = (layout.in_language(document, language) for document in documents)
    return sorted(set(wanted) - set(paths))


@event_priority(-101)
def locate(files: Files, *, config: MkDocsConfig) -> Files:
    """Give each file back its true place: src_uri already is the repository path, so src_dir is the root."""
    root = str(root_of(config))
    for file in files:
        if file.src_dir == config.docs_dir:
            file.src_dir = root
            vars(file).pop("abs_src_path", None)
    if "library" in config.extra:
        fill(files, config.extra["library"], preview=config.extra["preview"])
    return RoomFiles(config.plugins["i18n"], files)


def fill(files: Files, library: Library, *, preview: bool) -> None:
    """Pages without a file hold no text of their own; drafts are built only in a preview."""
    generated = generated_files(library)
    for file in files:
        if file.src_uri in generated:
            file.content_string = ""
            file.edit_uri = generated[file.src_uri].edit
            continue
        if file.src_uri.endswith(".md") and file.src_dir and not Path(file.src_dir, file.src_uri).is_file():
            file.content_string = ""
            file.edit_uri = None
        if library.is_draft(layout.document_of(file.src_uri)):
            file.inclusion = InclusionLevel.INCLUDED if preview else InclusionLevel.EXCLUDED


on_files = CombinedEvent(declare, locate)
