"""Learning paths: what is needed comes first, hours are summed, and drafts are no stops."""

from __future__ import annotations

from pathlib import Path

from cde import routes
from cde.checking import check_repository
from cde.coverage import rows, without_case
from cde.library import Library
from cde.loading import load
from cde.teaching import next_module
from tests import minirepo

ROOT = Path(__file__).resolve().parents[1]
LIBRARY = load(ROOT)[0]

PATH = minirepo.PATHS.replace("{module: waste, why: {th: ทวน", "{module: burn, why: {th: ทวน")


def library(tmp_path: Path, changes: dict[str, dict[str, str]], more: dict[str, str] | None = None) -> Library:
    files = minirepo.files() | minirepo.copied(minirepo.MODULE, "curriculum/bcg/burn") | (more or {})
    files |= {path: minirepo.edited(files[path], each) for path, each in changes.items()}
    return check_repository(minirepo.make(tmp_path, files))[0]


def needs(module: str, kind: str = "needed") -> dict[str, str]:
    return {"requires: []": f"requires: [{{module: {module}, kind: {kind}, why: {{th: ก่อน, en: First}}}}]"}


def test_a_needed_module_comes_before_the_one_that_needs_it(tmp_path: Path):
    found = library(tmp_path, {f"{minirepo.MODULE}/module.yml": needs("burn")})
    assert [module.data.id for module in routes.base_route(found, "bcg").modules] == ["burn", "waste"]


def test_a_helpful_one_does_not(tmp_path: Path):
    change = {
        f"{minirepo.MODULE}/module.yml": needs("burn", "helpful"),
        "curriculum/bcg/burn/module.yml": {"order: 1": "order: 2"},
    }
    found = library(tmp_path, change)
    assert [module.data.id for module in routes.base_route(found, "bcg").modules] == ["waste", "burn"]


def test_a_circle_does_not_hang_a_preview(tmp_path: Path):
    change = {
        f"{minirepo.MODULE}/module.yml": needs("burn"),
        "curriculum/bcg/burn/module.yml": needs("waste"),
    }
    assert len(routes.base_route(library(tmp_path, change), "bcg").modules) == 2


def test_a_path_sums_the_hours_of_its_modules_and_leaves_drafts_out(tmp_path: Path):
    found = library(tmp_path, {}, {"data/paths.yml": PATH})
    path = routes.routes(found)["cut"]
    assert (path.hours, path.minutes, len(path.stops)) == (12, 70, 3)
    draft = {"curriculum/bcg/burn/module.yml": {"status: published": "status: draft"}}
    path = routes.routes(library(tmp_path / "draft", draft, {"data/paths.yml": PATH}))["cut"]
    assert (path.hours, len(path.stops)) == (6, 2)
    assert [route.id for route in routes.routes_through(found, found.modules["burn"])] == ["cut"]


def test_outcomes_are_told_with_what_serves_them(tmp_path: Path):
    found = rows(library(tmp_path, {}), "bcg")
    assert [(row.module.data.id, row.outcome.id, len(row.lectures), len(row.questions)) for row in found][:3] == [
        ("burn", "weigh", 1, 2),
        ("burn", "draw", 1, 1),
        ("burn", "cost", 1, 1),
    ]
    assert {row.outcome.id for row in without_case(found)} == {"draw", "cost"}


def test_every_base_of_the_site_has_a_path_in_which_nothing_comes_before_what_it_needs():
    found = [route for route in routes.routes(LIBRARY).values() if route.kind == "base"]
    assert {route.id for route in found} == {"base-digital", "base-bcg", "base-heritage", "base-finance"}
    for route in found:
        seen: set[str] = set()
        for module in route.modules:
            missing = {link.module for link in module.data.requires if link.kind == "needed"} - seen
            assert not missing, f"{route.id}: {module.data.id} before {missing}"
            seen.add(module.data.id)
        assert route.modules[-1].data.group == "studio"
        assert route.hours == sum(module.data.hours for module in route.modules)


def test_the_site_has_paths_by_role_and_by_decision():
    kinds = [route.kind for route in routes.routes(LIBRARY).values()]
    assert kinds.count("role") == 4
    assert kinds.count("decision") >= 8


def test_the_next_module_is_the_following_one_of_the_group():
    group = LIBRARY.modules_of("finance")
    assert next_module(LIBRARY, group[0]) is group[1]
    assert next_module(LIBRARY, group[-1]) is None
