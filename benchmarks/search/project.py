"""A temporary MkDocs project around a corpus, with this repository's search or with Material's own, and its build."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

from benchmarks.search.adapter import NAMES
from benchmarks.search.corpus import Page, other_names
from benchmarks.search.faults import fault
from dev_machine import ENV

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).resolve().parent
HOOK = ROOT / "hooks" / "search.py"
STYLE = "assets/stylesheets/search.css"
BOX_AND_PANEL = ("partials/search.html", "assets/javascripts/search-*.js", STYLE)
"""Of the theme in overrides/. What the worker fetches is published by hooks/search.py itself."""


def settings(*, own: bool, transport: str | None = None) -> dict[str, Any]:
    """The project's mkdocs.yml: the same theme and pages either way, so that only the search differs."""
    config: dict[str, Any] = {
        "site_name": "Search",
        "site_url": "https://example.org/",
        "nav": ["index.md"],
        "theme": {
            "name": "material",
            "language": "th",
            "font": False,
            "features": ["search.highlight", "search.share"],
        },
        "plugins": [
            "search",
            {
                "i18n": {
                    "docs_structure": "suffix",
                    "fallback_to_default": False,
                    "languages": [
                        {"locale": "th", "name": "ไทย", "default": True},
                        {"locale": "en", "name": "English"},
                    ],
                }
            },
        ],
        "extra": {"generator": False},
        "validation": {"nav": {"omitted_files": "ignore"}},
    }
    if own:
        config["theme"]["custom_dir"] = "theme"
        config["hooks"] = [str(HERE / "adapter.py"), str(HOOK)]
        config["extra_css"] = [STYLE]
        if transport:
            config["extra"]["search_transport"] = transport
    return config


def write_pages(folder: Path, pages: Sequence[Page]) -> None:
    """The pages as files below a folder."""
    for page in pages:
        path = folder / f"{page.id}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(page.markdown, "utf-8")


def write_project(
    folder: Path, pages: Sequence[Page], aliases: Mapping[str, str], *, own: bool, transport: str | None = None
) -> None:
    """A project that MkDocs can build."""
    write_pages(folder / "docs", pages)
    (folder / "mkdocs.yml").write_text(
        yaml.safe_dump(settings(own=own, transport=transport), allow_unicode=True), "utf-8"
    )
    if own:
        copy_theme(folder / "theme")
        names = json.dumps(other_names(pages, aliases), ensure_ascii=False)
        (folder / NAMES).write_text(names, "utf-8")


def copy_theme(theme: Path) -> None:
    """Our box and panel as readers get them, around pages that are Material's otherwise."""
    shutil.copytree(HERE / "theme", theme)
    source = ROOT / "overrides"
    for pattern in BOX_AND_PANEL:
        for path in source.glob(pattern):
            copy = theme / path.relative_to(source)
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, copy)


def build(folder: Path) -> Path:
    """Build a project; return the site's folder."""
    environment = {**os.environ, **ENV}
    environment.pop("CI", None)
    command = [
        sys.executable,
        "-m",
        "mkdocs",
        "build",
        "-q",
        "-f",
        str(folder / "mkdocs.yml"),
        "-d",
        str(folder / "site"),
    ]
    done = subprocess.run(
        command,
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    if done.returncode or not (folder / "site" / "index.html").is_file():
        last = "\n".join(done.stdout.splitlines()[-15:])
        raise fault(
            folder,
            "สร้างเว็บไม่สำเร็จ – อ่านข้อความของ mkdocs ข้างล่าง",
            f"the site could not be built – read what mkdocs says\n{last}",
        )
    return folder / "site"
