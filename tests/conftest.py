"""A mini site in a temporary folder, built by the real MkDocs with the real hooks."""

from __future__ import annotations

import logging
import os
import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]

CONFIG = f"""
site_name: Test
site_url: https://example.org/cde/
repo_url: https://example.org/repository/
edit_uri: edit/main/
docs_dir: docs
theme: {{name: null, custom_dir: theme}}
plugins:
  - i18n:
      languages: [{{locale: th, name: ไทย, default: true}}, {{locale: en, name: English}}]
hooks: [{ROOT / "hooks/rooms.py"}]
markdown_extensions: [attr_list]
validation:
  nav: {{omitted_files: ignore}}
  links: {{not_found: warn, anchors: warn, absolute_links: warn, unrecognized_links: warn}}
"""

BARE_PAGE = (
    """<html lang="{{ i18n_page_locale }}"><a id="edit" href="{{ page.edit_url }}">edit</a>{{ page.content }}</html>"""
)


@dataclass
class Site:
    """A built mini site: its repository, and what the build warned of."""

    root: Path
    warnings: list[str]

    def html(self, address: str) -> str:
        """The page at an address such as `en/curriculum/a/`."""
        return (self.root / "site" / address / "index.html").read_text("utf-8")

    def links(self, address: str) -> list[str]:
        """Targets of the links whose text begins with "here"."""
        return re.findall(r'<a href="([^"]*)">here', self.html(address))

    def edit_link(self, address: str) -> str:
        """Where the page's edit button leads."""
        found = re.search(r'id="edit" href="([^"]*)"', self.html(address))
        assert found
        return found[1]


def write(root: Path, files: dict[str, str]) -> None:
    """Write files below a folder, making the folders between."""
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")


@pytest.fixture
def rooms_site(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> Callable[[dict[str, str]], Site]:
    """Build a site of bare pages with the rooms hook alone."""
    from mkdocs.commands.build import build
    from mkdocs.config import load_config

    def make(files: dict[str, str]) -> Site:
        bare = {"mkdocs.yml": CONFIG, "theme/main.html": BARE_PAGE, "docs/index.th.md": "# หน้าแรก"}
        write(tmp_path, bare | files)
        caplog.clear()
        with caplog.at_level(logging.WARNING, "mkdocs"):
            build(load_config(str(tmp_path / "mkdocs.yml")))
        return Site(tmp_path, [record.getMessage() for record in caplog.records])

    return make


# The real repository, built once a session


ADDRESS = "https://example.org/library/"
"""Where a built site believes to stand: below a path, as on GitHub Pages."""

ENVIRONMENT = {
    name: value for name, value in os.environ.items() if name not in ("CI", "REPOSITORY_URL", "CONTACT_EMAIL")
}
ENVIRONMENT |= {"NO_MKDOCS_2_WARNING": "true", "DISABLE_MKDOCS_2_WARNING": "true", "PYTHONUTF8": "1"}
ENVIRONMENT["SITE_URL"] = ADDRESS
"""Builds are the same whatever the environment of the one who tests."""


@dataclass
class Built:
    """The real repository as a renderer built it: the site's folder, exit status and everything it said."""

    folder: Path
    status: int
    output: str


def build_repository(renderer: str, folder: Path) -> Built:
    """Build the real repository into a folder."""
    command = [sys.executable, "-m", renderer, "build", "--strict", "-f", str(ROOT / "mkdocs.yml"), "-d", str(folder)]
    done = subprocess.run(
        command,
        env=ENVIRONMENT,
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    return Built(folder, done.returncode, done.stdout)


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The real repository, built with mkdocs."""
    return build_repository("mkdocs", tmp_path_factory.mktemp("repository") / "site")
