"""How well the search of the whole site answers queries that were written down before it was made (tests/search)."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any

import pytest

from benchmarks.search.score import page_id
from tests.search.harness import MODULES, ROOT, page_at, served

pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
pytestmark = pytest.mark.browser

FLOORS = {
    "TH": ("th_", 0.88, 0.98),
    "typo": ("(th|en)_typo", 0.78, 0.97),
    "EN": ("en_", 0.80, 0.95),
    "X": ("x_", 0.0, 0.90),
}
"""Groups of classes by how their names begin; the least shares with a relevant page first, and in the first five."""
STANDS_FOR = re.compile(r"/facilitator(?=\.)")
"""Facilitators' pages left the learners' search after the queries were judged: the module, which links them, stands for
them."""
MOST_WITHOUT_ANY = 0
"""Queries, of all classes, for which nothing at all is found."""

FIND = """async ([folder, manifest, queries]) => {
  const load = (name) => import(`${folder}${name}.js`);
  const [{ Engine }, { parse }, { merge }] = await Promise.all(["engine", "query", "results"].map(load));
  const filters = { base: [], kind: [], province: [] };
  const engine = new Engine(manifest, "th", new URL("/site/", location), () => {});
  const answers = [];
  for (const { lang, query } of queries) {
    const languages = Object.keys(manifest.languages).sort((a) => (a === lang ? -1 : 1));
    const found = [];
    for (const language of languages) {
      const index = await engine.open(language);
      found.push((await index.find(parse(query), filters)).results);
    }
    answers.push(merge(...found).slice(0, 30).map(({ page }) => page.url));
  }
  return answers;
}"""


@dataclass
class Answer:
    """The pages that one query found, best first."""

    query: dict[str, Any]
    pages: list[str]

    @property
    def rank(self) -> int:
        """The place of the first relevant page, counted from 1; 0 where there is none."""
        return next((place for place, page in enumerate(self.pages, 1) if page in self.query["relevant"]), 0)

    def __str__(self) -> str:
        found = ", ".join(self.pages[:3]) or "nothing"
        wanted = ", ".join(self.query["relevant"])
        return f"{self.query['id']} “{self.query['query']}”: rank {self.rank or '–'}; {found}; wanted {wanted}"


def read(name: str) -> list[dict[str, Any]]:
    """The lines of a file of queries."""
    return [json.loads(line) for line in (ROOT / "tests/search" / name).read_text("utf-8").splitlines()]


@pytest.fixture(scope="module")
def answers(chromium: Any, built: Any) -> list[Answer]:
    """All queries, ranked in one page by the modules as they stand, with the built site's own indexes."""
    queries = read("queries.jsonl")
    later: dict[str, list[str]] = {}
    for line in [*read("queries_cases.jsonl"), *read("queries_modules.jsonl")]:
        later.setdefault(line["id"], []).extend(line["relevant"])
    for query in queries:
        query["relevant"] = [STANDS_FOR.sub("", page) for page in query["relevant"]]
        query["relevant"] = [*query["relevant"], *later.get(query["id"], [])]
    assert (built.folder / "search/search_index.json").is_file(), built.output
    manifest = json.loads((built.folder / "search/search_index.json").read_text("utf-8"))["config"]["search"]
    with (
        served(ROOT, {"/site/": built.folder}) as address,
        page_at(chromium, f"{address}/tests/search/harness.js") as page,
    ):
        found = page.evaluate(FIND, [MODULES, manifest, queries])
    return [Answer(query, list(map(page_id, urls))) for query, urls in zip(queries, found, strict=True)]


@pytest.mark.parametrize("group", FLOORS)
@pytest.mark.parametrize("places", [1, 5])
def test_a_relevant_page_is_among_the_first(answers: list[Answer], group: str, places: int):
    pattern, first, five = FLOORS[group]
    floor = first if places == 1 else five
    chosen = [answer for answer in answers if re.match(pattern, answer.query["class"])]
    missed = [answer for answer in chosen if not 1 <= answer.rank <= places]
    share = 1 - len(missed) / len(chosen)
    assert share >= floor, "\n".join([f"{group}: {share:.3f} of {len(chosen)}, at least {floor}", *map(str, missed)])


def test_something_is_found_for_every_query(answers: list[Answer]):
    empty = [answer for answer in answers if not answer.pages]
    assert len(empty) <= MOST_WITHOUT_ANY, "\n".join(map(str, empty))


def test_every_relevant_page_exists(answers: list[Answer], built: Any):
    """A page that was moved would make a query impossible to answer."""
    pages = {page_id(path.relative_to(built.folder).as_posix()) for path in built.folder.rglob("index.html")}
    gone = {page for answer in answers for page in answer.query["relevant"]} - pages
    assert not gone
