"""Every word that a reader meets in templates and scripts comes from the one catalogue, complete in both languages."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
import yaml
from conftest import ROOT

from cde.checks.translations import scripts

CATALOGUE = yaml.safe_load((ROOT / "data/interface.yml").read_text("utf-8"))
OVERRIDES = ROOT / "overrides"
TEMPLATES = sorted(path for path in OVERRIDES.rglob("*.html") if path.parent.name != "languages")
SPELLINGS = "fold.js"
"""The one script that holds Thai words: pairs of spellings that search takes for the same."""
SCRIPTS = sorted(path for path in (OVERRIDES / "assets/javascripts").rglob("*.js") if path.name != SPELLINGS)

NAMES = {"SDG", "CC BY", "BibTeX"}
"""Words that are the same in every language."""

LATIN_IN_THAI = {"licence", "search-in"}
"""Thai entries with hardly a Thai letter: a licence's name, a placeholder."""

READ_ALOUD = ("alt", "title", "aria-label", "placeholder", "content")
"""Attributes whose value readers see or hear."""

_JINJA = re.compile(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", re.DOTALL)
_COMMENT = re.compile(r"/\*.*?\*/|(?<![:\"'`])//[^\n]*", re.DOTALL)
_STRING = re.compile(r"\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`")
_SENTENCE = re.compile(r"[\u0e00-\u0e7f]{6}|^[A-Z][a-z]+ [a-z]+ ?|[a-z]+ [a-z]+ [a-z]+[.…!?]")


class Words(HTMLParser):
    """Gathers the words of a template that stand there as they are."""

    def __init__(self, template: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.left_out = False
        self.feed(_JINJA.sub(" ", template))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.left_out = tag in ("script", "style", "code")
        if tag != "meta":
            self.found += [value for name, value in attrs if name in READ_ALOUD and value]

    def handle_endtag(self, tag: str) -> None:
        self.left_out = False

    def handle_data(self, data: str) -> None:
        if not self.left_out:
            self.found.append(data)


def literal_words(template: str) -> list[str]:
    """Runs of two letters or more outside Jinja, but for names."""
    texts = (text.strip(" \n·–,:.()") for text in Words(template).found)
    return [text for text in texts if re.search(r"[^\W\d_]{2}", text) and text not in NAMES]


def sentences(script: str) -> list[str]:
    """String literals of a script that are words for a reader; sets of letters and patterns are none."""
    literals = _STRING.findall(_COMMENT.sub("", script))
    return [found for found in literals if "[" not in found and _SENTENCE.search(found[1:-1])]


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.relative_to(OVERRIDES).as_posix())
def test_a_template_holds_no_word_of_its_own(path: Path):
    assert literal_words(path.read_text("utf-8")) == []


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_a_script_holds_no_word_for_readers(path: Path):
    assert sentences(path.read_text("utf-8")) == []


def test_words_that_stand_there_as_they_are_would_be_found():
    assert literal_words('<p title="More">{{ t("a") }} Read on</p><script>let it = "be"</script>') == [
        "More",
        "Read on",
    ]
    assert literal_words('<img alt="แผนที่" src="map.svg">') == ["แผนที่"]
    assert sentences('say("ไม่พบหน้านี้"); join("a b"); // "Not found here."\nwarn("Nothing was found here.")') == [
        '"ไม่พบหน้านี้"',
        '"Nothing was found here."',
    ]


@pytest.mark.parametrize("key", CATALOGUE)
def test_an_entry_is_written_in_each_language(key: str):
    thai, english = CATALOGUE[key]["th"], CATALOGUE[key]["en"]
    assert thai.strip() and english.strip()
    assert thai.count("{}") == english.count("{}"), "both languages take the same values"
    assert scripts(english)["THAI"] == 0 or key.endswith("aliases")
    assert scripts(thai)["THAI"] > 0 or key in LATIN_IN_THAI
