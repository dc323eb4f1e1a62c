"""What hooks/ relies on in mkdocs-static-i18n 1.3.1 and MkDocs 1.6: if an update breaks one of these, this file says
what of ours breaks with it.

A probe, itself a hook, watches two real builds of one mini site.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from importlib import metadata
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from conftest import BARE_PAGE, CONFIG, ROOT, write
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs_static_i18n.plugin import I18n
from mkdocs_static_i18n.suffix import I18nFiles

PROBE = '''
"""Tells what happens, and when, in the order in which it happens."""

from mkdocs.plugins import CombinedEvent, event_priority
from mkdocs.structure.files import File

SEEN = []


def on_config(config):
    SEEN.append(("config", config, config.plugins["i18n"].current_language))
    return config


@event_priority(-99)
def before(files, *, config):
    SEEN.append(("before", list(files), None))
    files.append(File("room/only.th.md", config.docs_dir, config.site_dir, True))
    files.append(File("room/both.th.md", config.docs_dir, config.site_dir, True))
    files.append(File("room/both.en.md", config.docs_dir, config.site_dir, True))
    files.append(File("outside.md", config.docs_dir + "/../elsewhere", config.site_dir, True))
    return files


@event_priority(-101)
def after(files, *, config):
    SEEN.append(("after", files, config.plugins["i18n"].current_language))
    for file in files:
        if file.src_uri.startswith("room/"):
            file.content_string = "# Room"
            file.edit_uri = "data/room.yml"
    return files


on_files = CombinedEvent(before, after)


@event_priority(-99)
def before_the_end(config):
    SEEN.append(("ends", config, config.plugins["i18n"].current_language))


@event_priority(-101)
def after_the_end(config):
    SEEN.append(("ended", config, config.plugins["i18n"].current_language))


on_post_build = CombinedEvent(before_the_end, after_the_end)
'''


@dataclass
class Watched:
    """Two builds of one mini site, and what the probe saw of each."""

    folder: Path
    configs: list[MkDocsConfig] = field(default_factory=list)
    modules: list[ModuleType] = field(default_factory=list)
    seen: list[tuple[str, Any, Any]] = field(default_factory=list)

    def files(self, language: str) -> I18nFiles:
        """What i18n made of the files for a language."""
        return next(value for what, value, spoken in self.seen if what == "after" and spoken == language)

    def file(self, language: str, path: str) -> Any:
        """One of these files by its path in the repository; `Any`, since i18n adds attributes of its own."""
        return next(file for file in self.files(language) if file.src_uri == path)


@pytest.fixture(scope="module")
def watched(tmp_path_factory: pytest.TempPathFactory) -> Watched:
    folder = tmp_path_factory.mktemp("contract")
    site = {
        "mkdocs.yml": CONFIG.replace(str(ROOT / "hooks/rooms.py"), str(folder / "probe.py")),
        "probe.py": PROBE,
        "theme/main.html": BARE_PAGE,
        "theme/sitemap.xml": "{% for language, files in i18n_alternates.items() %}"
        "{% for file in files if file.page %}{{ language }} {{ file.url }}\n{% endfor %}{% endfor %}",
        "docs/index.th.md": "# หน้าแรก",
        "docs/index.en.md": "# Home",
        "elsewhere/outside.md": "# Outside",
    }
    write(folder, site)
    watched = Watched(folder)
    for _ in range(2):
        config = load_config(str(folder / "mkdocs.yml"))
        hooks: Any = config.hooks  # a mapping from path to module, whatever its type says
        module = hooks[str(folder / "probe.py")]
        module.SEEN.clear()
        build(config)
        watched.configs.append(config)
        watched.modules.append(module)
        watched.seen = list(module.SEEN)
    return watched


def test_the_version_is_pinned():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    assert "mkdocs-static-i18n==1.3.1" in project["project"]["dependencies"], (
        "pin mkdocs-static-i18n exactly: hooks/rooms.py leans on its insides"
    )
    assert metadata.version("mkdocs-static-i18n") == "1.3.1", (
        "another static-i18n is installed than the one that this file was written for: "
        "let every test here pass with it, then change the version in pyproject.toml and here"
    )
    assert metadata.version("mkdocs").startswith("1.6."), "hooks/ was measured with MkDocs 1.6"


@pytest.mark.parametrize("event", ["on_config", "on_files", "on_nav", "on_post_build"])
def test_i18n_takes_its_turn_at_minus_100(event: str):
    assert getattr(getattr(I18n, event), "mkdocs_priority", 0) == -100, (
        f"hooks/rooms.py declares at -99 and locates at -101, content.py sets the menu at -110: "
        f"if i18n's {event} moves, rooms stay in the wrong language or lose their true paths"
    )


def test_the_probe_stands_on_both_sides_of_i18n(watched: Watched):
    order = [what for what, _, _ in watched.seen]
    assert order[:4] == ["config", "before", "after", "ends"], "events no longer come in the order of their priorities"
    before = next(value for what, value, _ in watched.seen if what == "before")
    assert not any(hasattr(file, "locale") for file in before), "i18n came before -99: rooms.declare is too late"


def test_files_below_docs_dir_stay_and_others_go(watched: Watched):
    paths = {file.src_uri for file in watched.files("th")}
    assert "room/only.th.md" in paths, (
        "i18n drops a file that is only declared below docs_dir: hooks/rooms.py fails, no room is built"
    )
    assert "outside.md" not in paths, (
        "i18n keeps files from elsewhere: rooms.declare need no longer pretend that the rooms lie in docs_dir"
    )


def test_i18n_returns_its_own_files(watched: Watched):
    files = watched.files("en")
    assert isinstance(files, I18nFiles), "rooms.RoomFiles extends I18nFiles; links would leave the language"
    plugin = watched.configs[-1].plugins["i18n"]
    assert files.plugin is plugin, "rooms.locate makes RoomFiles(plugin, files)"
    again = I18nFiles(plugin, Files(list(files)))  # type: ignore[no-untyped-call, unused-ignore]
    assert len(again) == len(files), "RoomFiles(plugin, files) no longer takes a collection over"


def test_a_path_without_language_is_found_in_the_language_being_built(watched: Watched):
    plugin = watched.configs[-1].plugins["i18n"]
    for language in ("th", "en"):
        vars(plugin)["current_language"] = language
        found = watched.files(language).get_file_from_path("room/both.md")
        assert found and found.src_uri == f"room/both.{language}.md", "links between pages leave the reader's language"


@pytest.mark.parametrize(
    ("language", "path", "own", "url", "alternates"),
    [
        ("th", "room/both.th.md", "th", "room/both/", {"th": "room/both/", "en": "en/room/both/"}),
        ("en", "room/both.en.md", "en", "en/room/both/", {"en": "en/room/both/", "th": "room/both/"}),
        ("en", "room/only.th.md", "th", "en/room/only/", {"en": "en/room/only/", "th": "room/only/"}),
    ],
)
def test_files_know_their_language_and_their_alternates(
    watched: Watched, language: str, path: str, own: str, url: str, alternates: dict[str, str]
):
    file = watched.file(language, path)
    assert file.url == url, "addresses of the site change"
    assert file.locale == own, "`file.locale` tells a page of its own from a fallback: sitemap.xml lists the wrong ones"
    assert file.locale_alternate_of == language, "`locale_alternate_of` is the language that a file is built for"
    assert {name: other.url for name, other in file.alternates.items()} == alternates, (
        "`file.alternates` feeds hreflang, the language switch and sitemap.xml (hooks/head.py, overrides/sitemap.xml)"
    )


def test_a_fallback_is_known_by_its_language(watched: Watched):
    assert watched.file("th", "room/only.th.md").alternates["en"].locale == "th", (
        "a fallback keeps the language that it is written in: overrides/sitemap.xml leaves it out by that"
    )


def test_the_second_language_is_built_inside_the_first(watched: Watched):
    events = [(what, language) for what, _, language in watched.seen if what in ("config", "ends", "ended")]
    assert [what for what, _ in events] == ["config", "ends", "config", "ends", "ended", "ended"], (
        "the second language is no longer built within i18n's on_post_build: content.on_config may then find no Library"
    )
    assert [language for _, language in events[1:4]] == ["th", "en", "en"], (
        "`current_language` on the plugin is how hooks know the language being built (language_of)"
    )


def test_one_config_serves_both_languages_of_a_build_and_no_other_build(watched: Watched):
    configs = {id(value) for what, value, _ in watched.seen if what in ("config", "ends", "ended")}
    assert configs == {id(watched.configs[-1])}, (
        "the second language has another config: content.on_config would read the content twice"
    )
    assert watched.configs[0].extra is not watched.configs[1].extra, (
        "`extra` outlives a build: under `mkdocs serve` an edit of the content would never be read"
    )


def test_hook_modules_are_loaded_once_a_process(watched: Watched):
    first, second = watched.modules
    assert first is second, (
        "hooks are loaded anew for each build; the rule «no state in module globals» could then be lifted"
    )


def test_a_file_can_be_given_another_folder(tmp_path: Path):
    """rooms.locate: a new src_dir, and the cached abs_src_path dropped."""
    file = File("a/b.md", str(tmp_path / "docs"), "site", True)
    assert file.abs_src_path == str(tmp_path / "docs/a/b.md")
    file.src_dir = str(tmp_path)
    assert vars(file).pop("abs_src_path", None), "`abs_src_path` is cached under another name: rooms.locate misses it"
    assert file.abs_src_path == str(tmp_path / "a/b.md"), "pages would be read from docs_dir, where they are not"


def test_text_and_edit_link_of_a_file_can_be_set(watched: Watched):
    html = (watched.folder / "site/en/room/both/index.html").read_text("utf-8")
    assert "Room" in html, "`File.content_string` no longer gives a page its text: generated pages cannot be declared"
    assert "edit/main/data/room.yml" in html, "`File.edit_uri` cannot be set: edit links of generated pages are false"


def test_only_a_preview_builds_drafts():
    assert InclusionLevel.DRAFT.is_in_serve() and not InclusionLevel.DRAFT.is_included(), (
        "rooms.fill marks what is not published as DRAFT: drafts would be published, or never be seen"
    )


def test_the_sitemap_of_the_theme_is_used_and_sees_both_languages(watched: Watched):
    text = (watched.folder / "site/sitemap.xml").read_text("utf-8")
    assert {"th room/both/", "en en/room/both/"} <= set(text.splitlines()), (
        "overrides/sitemap.xml is passed over, or `i18n_alternates` no longer holds the files of every language"
    )
