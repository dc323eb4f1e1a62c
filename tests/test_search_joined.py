"""The scripts as readers download them answer like the modules, over both kinds of index."""

from __future__ import annotations

import gzip
import re
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from cde.search import scripts
from cde.search.files import as_json, make_index
from cde.search.suggestions import suggestions_of
from tests.search.entries import LABELS, curriculum
from tests.search.harness import MODULES, ROOT, page_at, served


@pytest.fixture(params=["minified", "only joined"])
def joined(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> dict[str, bytes]:
    """The scripts as readers get them, with and without the minifier."""
    if request.param == "only joined":
        monkeypatch.setattr(scripts, "minify", None)
    elif vars(scripts)["minify"] is None:
        pytest.skip("there is no minifier for this machine")
    return scripts.scripts_of(ROOT / MODULES.strip("/"))


def test_scripts_ask_only_for_each_other(joined: dict[str, bytes]):
    assert {"worker.js", "engine.js", "sharded.js", "vocabulary.js", "suggestions.js"} <= joined.keys()
    for name, text in joined.items():
        code = re.sub(r"/\*.*?\*/|//[^\n]*", "", text.decode(), flags=re.DOTALL)
        asked = set(re.findall(r"""["']\./([\w-]+\.js)["']""", code))
        assert asked <= joined.keys() - {name}, f"{name} asks for {asked}"
    first = joined["worker.js"] + joined["engine.js"]
    assert len(gzip.compress(first)) < 20_000, "what the first search of a small site downloads"


def test_without_the_minifier_scripts_are_larger_and_the_same(monkeypatch: pytest.MonkeyPatch):
    small = scripts.scripts_of(ROOT / MODULES.strip("/"))
    assert small == scripts.scripts_of(ROOT / MODULES.strip("/"))
    monkeypatch.setattr(scripts, "minify", None)
    assert scripts.scripts_of(ROOT / MODULES.strip("/")).keys() == small.keys()


QUERIES = {
    "th": ["เศรษฐกิจหมุนเวียน", "สมดุลมวล", "พ.ร.บ. เทศบาล", "2565", "ขยะมูนฝอย", "เศรษฐกิตหมุนเวียน"],
    "en": ["waste balance", "special purpose vehicle", "sydicate", "heritege mapping"],
}
"""Words as they stand there, and the last two of each language misspelt."""

ASK = """async ([folder, manifest, queries]) => {
  const { Engine } = await import(`/${folder}/engine.js`);
  const answers = {};
  let last, engine;
  for (const [language, list] of Object.entries(queries)) {
    for (const typed of list) {
      const { transport } = manifest.languages[language];
      // A large index waits for a pause in typing, but never at first.
      if (typed === list[0] || transport === "sharded") {
        engine = new Engine(manifest, language, new URL("/", location), (data) => (last = data));
      }
      await engine.ask(typed);
      const { timing, channel, ...answer } = last;
      answers[typed] = answer;
    }
  }
  return answers;
}"""

Answers = dict[str, dict[str, Any]]


@dataclass
class Shelf:
    """A folder with both kinds of index of the curriculum, and the modules as they stand."""

    chromium: Any
    root: Path
    manifests: dict[str, Any]

    def put(self, found: Mapping[str, bytes]) -> None:
        for path, data in found.items():
            (self.root / path).parent.mkdir(parents=True, exist_ok=True)
            (self.root / path).write_bytes(data)

    def answers(self, scripts: str, transport: str) -> Answers:
        """What the scripts in a folder answer to all queries."""
        with served(self.root) as address, page_at(self.chromium, f"{address}/") as page:
            found: Answers = page.evaluate(ASK, [scripts, self.manifests[transport], QUERIES])
        return found


@pytest.fixture(scope="module")
def shelf(chromium: Any, tmp_path_factory: pytest.TempPathFactory) -> Shelf:
    shelf = Shelf(chromium, tmp_path_factory.mktemp("shelf"), {"embedded": {}, "sharded": {}})
    shutil.copytree(ROOT / MODULES.strip("/"), shelf.root / "modules")
    shelf.put({"index.html": b"<!DOCTYPE html><title>shelf</title>"})
    for language in QUERIES:
        every = enumerate(curriculum(language))
        entries = [entry for place, entry in every if place % 3 == 0 or "circular-municipal" in entry.url]
        offered = f"search/{language}-s.json"
        shelf.put({offered: as_json(suggestions_of(entries, [], language))})
        for transport, languages in shelf.manifests.items():
            index = make_index(entries, language, LABELS, transport)
            shelf.put(index.files)
            languages.setdefault("languages", {})[language] = index.manifest | {"suggestions": offered}
    return shelf


@pytest.fixture(scope="module")
def by_modules(shelf: Shelf) -> dict[str, Answers]:
    """What the modules answer, by the kind of index."""
    return {transport: shelf.answers("modules", transport) for transport in shelf.manifests}


def places(answer: dict[str, Any]) -> list[str]:
    return [items[0]["location"].split("#")[0] for items in answer["items"]]


@pytest.mark.browser
def test_joined_scripts_answer_like_the_modules(shelf: Shelf, joined: dict[str, bytes], by_modules: dict[str, Answers]):
    shelf.put({f"joined/{name}": text for name, text in joined.items()})
    for transport, expected in by_modules.items():
        answers = shelf.answers("joined", transport)
        assert [typed for typed, answer in answers.items() if not answer["items"]] == []
        assert all(answer["state"] == "ok" and answer["complete"] for answer in answers.values())
        assert answers == expected


@pytest.mark.browser
def test_both_kinds_of_index_find_the_same(by_modules: dict[str, Answers]):
    whole, parts = by_modules["embedded"], by_modules["sharded"]
    for typed in whole:
        assert places(whole[typed])[0] in places(parts[typed])[:3], typed
