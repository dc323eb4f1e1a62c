"""The modules of the search in a real browser: tests/search/*.test.js, a file for each module."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.search.harness import MODULES, ROOT, page_at, served

pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
pytestmark = pytest.mark.browser

FOLDER = Path(__file__).parent / "search"
TESTS = sorted(path.name for path in FOLDER.glob("*.test.js"))

RUN = """async (name) => {
  await import(`./${name}`);
  const { run } = await import("./harness.js");
  return run();
}"""


@pytest.fixture(scope="module")
def repository() -> Iterator[str]:
    with served(ROOT) as address:
        yield address


@pytest.mark.parametrize("name", TESTS)
def test_module(chromium: Any, repository: str, name: str):
    with page_at(chromium, f"{repository}/tests/search/harness.js") as page:
        failed = page.evaluate(RUN, name)
    if failed:
        pytest.fail("\n\n".join([f"{len(failed)} failed in tests/search/{name}", *failed]), pytrace=False)


def test_every_module_has_its_tests():
    modules = {path.stem for path in (ROOT / MODULES.strip("/")).glob("*.js")}
    assert {name.removesuffix(".test.js") for name in TESTS} == modules


def test_a_failure_names_its_test_and_shows_both_values(chromium: Any, repository: str):
    code = """async () => {
      const { equal, run, test } = await import("./harness.js");
      test("two is three", () => equal(new Map([["two", 2]]), new Map([["two", 3]]), "numbers"));
      test("late", async () => { throw new Error("too late"); });
      return run();
    }"""
    with page_at(chromium, f"{repository}/tests/search/harness.js") as page:
        numbers, late = page.evaluate(code)
    assert numbers == 'two is three: numbers\n  expected [["two",3]]\n  actual   [["two",2]]'
    assert late == "late: too late"
