"""A mini site in a temporary folder, built by the real MkDocs with the real hooks."""

from __future__ import annotations

import logging
import re
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
