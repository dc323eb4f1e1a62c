"""Rules of the house that no single piece of code can show."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from cde.generated import GENERATED

ROOT = Path(__file__).resolve().parents[1]
CDE = sorted((ROOT / "cde").rglob("*.py"))
HOOKS = sorted((ROOT / "hooks").glob("*.py"))
OVERRIDES = [path for path in sorted((ROOT / "overrides").rglob("*")) if path.is_file()]
TEMPLATES = [path for path in OVERRIDES if path.suffix in (".html", ".xml", ".svg")]

RENDERERS = {"mkdocs", "material", "properdocs", "mkdocs_static_i18n"}
LONGEST = 300


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def imports(path: Path) -> Iterator[str]:
    """Every module that a file imports, wherever in it."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield "." * node.level + (node.module or "")


@pytest.mark.parametrize("path", CDE, ids=name)
def test_the_library_knows_no_renderer(path):
    assert RENDERERS.isdisjoint(module.split(".")[0] for module in imports(path))


def test_the_library_imports_no_renderer_by_way_of_another():
    modules = [name(path).removesuffix(".py").removesuffix("/__init__").replace("/", ".") for path in CDE]
    wanted = ", ".join(module for module in modules if module != "cde.__main__")
    code = f"import sys, {wanted}; print(*sorted({{m.split('.')[0] for m in sys.modules}}))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    assert "cde" in loaded
    assert RENDERERS.isdisjoint(loaded)


@pytest.mark.parametrize("path", [*CDE, *HOOKS], ids=name)
def test_a_module_can_be_read_in_one_sitting(path):
    assert len(path.read_text("utf-8").splitlines()) <= LONGEST


@pytest.mark.parametrize("path", HOOKS, ids=name)
def test_hooks_do_not_import_each_other(path):
    """MkDocs loads a hook by its path: an import would make a second copy of it."""
    others = {hook.stem for hook in HOOKS}
    for module in imports(path):
        assert not module.startswith((".", "hooks"))
        assert module not in others


def mutable(value: ast.expr | None) -> bool:
    """True for a list, dict or set, written out, comprehended or called for."""
    literals = (ast.List, ast.Dict, ast.Set, ast.ListComp, ast.DictComp, ast.SetComp)
    called = isinstance(value, ast.Call) and getattr(value.func, "id", getattr(value.func, "attr", "")) in {
        "list",
        "dict",
        "set",
        "defaultdict",
        "OrderedDict",
        "Counter",
        "deque",
    }
    return isinstance(value, literals) or called


def module_state(source: str) -> list[str]:
    """Names of mutable values at the top of a module that do not look like constants, and every `global`."""
    tree = ast.parse(source)
    found = [used for node in ast.walk(tree) if isinstance(node, ast.Global) for used in node.names]
    for node in tree.body:
        targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
        if isinstance(node, (ast.Assign, ast.AnnAssign)) and mutable(node.value):
            found += [part.id for part in targets if isinstance(part, ast.Name)]
    return [found_name for found_name in found if not re.fullmatch(r"_?[A-Z][A-Z0-9_]*", found_name)]


@pytest.mark.parametrize("path", [*CDE, *HOOKS], ids=name)
def test_no_state_lives_in_a_module(path):
    assert module_state(path.read_text("utf-8")) == []


def test_state_in_a_module_would_be_seen():
    source = "A = {}\n_B: list[int] = []\ncache = dict()\n_seen = set()\ndef f():\n    global counter\n"
    assert module_state(source) == ["counter", "cache", "_seen"]


# Templates, scripts and styles: one origin, nothing inline

FORBIDDEN = {
    "an event handler": r"<[^>]*\son[a-z]+\s*=",
    "an inline style": r"<[^>]*\sstyle\s*=|<style\b",
    "an inline script": r"<script\b(?![^>]*\ssrc\s*=)(?![^>]*\stype=\"application/(?:ld\+)?json\")[^>]*>",
    "a script address": r"(?:href|src)\s*=\s*[\"']?\s*javascript:",
    "another origin": r"<(?:script|img|iframe|source|video|audio|embed|object|use|image|form)\b[^>]*"
    r"\s(?:src|srcset|data|href|xlink:href|action)\s*=\s*[\"']?(?:https?:)?//"
    r"|<link\b(?=[^>]*rel=[\"']?(?:stylesheet|preload|icon|modulepreload|preconnect|dns-prefetch))"
    r"[^>]*\shref\s*=\s*[\"']?(?:https?:)?//"
    r"|url\(\s*[\"']?(?:https?:)?//|@import\s+(?:url\()?[\"']?(?:https?:)?//"
    r"|(?:fetch|import|importScripts|Worker|open|sendBeacon)\(\s*[\"'`](?:https?:)?//",
}


def broken_rules(text: str) -> list[str]:
    return [rule for rule, pattern in FORBIDDEN.items() if re.search(pattern, text, re.IGNORECASE)]


@pytest.mark.parametrize(
    "path", [path for path in OVERRIDES if path.suffix in (".html", ".xml", ".svg", ".css", ".js")], ids=name
)
def test_templates_hold_nothing_inline_and_load_from_one_origin(path):
    assert broken_rules(path.read_text("utf-8")) == []


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ('<a onclick="x()">', ["an event handler"]),
        ('<p class="a" style="color: red">', ["an inline style"]),
        ("<script>x()</script>", ["an inline script"]),
        ('<script type="application/json">{}</script><script src="{{ a | url }}"></script>', []),
        ('<a href="javascript:x()">', ["a script address"]),
        ('<img alt="" src="https://a.example/b.png">', ["another origin"]),
        ('<link rel="stylesheet" href="//a.example/b.css">', ["another origin"]),
        ('<link rel="canonical" href="https://a.example/"><a href="https://a.example/">', []),
        ('@import "https://a.example/b.css"; a { background: url(https://a.example/c.png) }', ["another origin"]),
        ('fetch("https://a.example/")', ["another origin"]),
        ('<svg xmlns="http://www.w3.org/2000/svg"><use href="#a"/></svg>', []),
    ],
)
def test_each_rule_for_templates_can_fail(text, rules):
    assert broken_rules(text) == rules


def test_templates_menu_and_code_ask_for_words_that_exist():
    words = yaml.safe_load((ROOT / "data/interface.yml").read_text("utf-8"))
    sources = "\n".join(path.read_text("utf-8") for path in [*TEMPLATES, *CDE, *HOOKS])
    call = r"""(?:(?<!lang\.)\bt\(|\bboth\(|(?<!words\.)\bsay\(|\bstrings\[)["']([a-z0-9-]+)["'](?!\s*~)"""
    asked = set(re.findall(call, sources))
    asked |= {word for page in GENERATED.values() for word in (page.title, page.summary)}
    asked |= set(re.findall(r"^ *- (nav-[a-z-]+):", (ROOT / "mkdocs.yml").read_text("utf-8"), re.MULTILINE))
    assert {"references", "not-found", "facilitator-page", "report-title", "nav-home", "glossary"} <= asked
    assert asked - set(words) == set()


# The repository


def text_files() -> list[Path]:
    """Every tracked file, or every file outside hidden folders where this is no checkout."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode == 0 and listed.stdout:
        return [ROOT / found for found in listed.stdout.split("\0") if (ROOT / found).is_file()]
    found = [path for path in ROOT.rglob("*") if path.is_file()]
    return [path for path in found if not any(part.startswith(".") for part in path.relative_to(ROOT).parts)]


def test_no_file_names_a_place_on_somebodys_machine():
    machine = re.compile(rb"(?<![\w./:-])/(?:" + rb"work|root|home|Users)/\w")
    files = text_files()
    assert ROOT / "mkdocs.yml" in files
    contents = {path: path.read_bytes() for path in files}
    named = [name(path) for path, raw in contents.items() if b"\0" not in raw and machine.search(raw)]
    assert named == []
