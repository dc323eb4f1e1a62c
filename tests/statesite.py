"""A small site that holds a page of every state, as text: one of each in `docs/`, modules and cases in one language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from tests import minirepo
from tests.minirepo import copied, recorded
from tests.test_build import mini

NAV = """nav:
  - nav-home: docs/index.md
  - nav-learn: [curriculum/]
  - nav-cases: case_studies/index.md
  - nav-about: [docs/step.md, docs/thai.md, docs/english.md, docs/glossary.md, docs/site-map.md]
"""
WATER, DATA, YALA = "curriculum/bcg/water", "curriculum/digital/data", "case_studies/yala"
"""A module in Thai alone, one in English alone, a case in Thai alone."""


def text(title: str, *sections: str, made: str = "machine", other: str = "") -> str:
    """A page of `docs/`: its title and summary, and a section with a figure for each id; `a/b` has a part below it."""
    front = [f"title: {title}", f"summary: {title}.", *([f"other_title: {other}"] if other else [])]
    body = []
    for name in sections:
        top, _, below = name.partition("/")
        body += [f"## {title} {top} {{#{top}}}\n", f"{title} 12 [@news].\n"]
        body += [f"### {title} {below} {{#{below}}}\n"] if below else []
    return "\n".join(["---", *front, f"translation: {{state: {made}}}", "---", *body])


def only(files: Mapping[str, str], language: str) -> dict[str, str]:
    """Of some files, those in one language, which is the original, and the records."""
    left_out = [f".{code}.md" for code in ("th", "en") if code != language]
    kept = {path: words for path, words in files.items() if not path.endswith(tuple(left_out))}
    return {path: words.replace("state: machine", "state: original") for path, words in kept.items()}


def files() -> dict[str, str]:
    """Everything that is laid over the mini repository."""
    found = {
        "curriculum/digital/index.th.md": minirepo.FRONT["th"],
        "curriculum/digital/index.en.md": minirepo.FRONT["en"],
    }
    for name in ("step", "recorded", "unrecorded", "stale", "partial"):
        found[f"docs/{name}.th.md"] = text(f"ไทย {name}", "one", "two/deep", made="original")
        found[f"docs/{name}.en.md"] = text(f"English {name}", "one", "two/deep")
    found["docs/partial.en.md"] = text("English partial", "one")
    lists = "\n".join(f"<!-- {name} -->\n" for name in ("doors", "bases", "figures", "cases"))
    found["docs/index.th.md"] = text("หน้าแรก", "start", made="original") + lists
    found["docs/index.en.md"] = text("Home", "start") + lists
    found["docs/step.en.md"] += "\n[here](partial.md#deep) [here](thai.md#deep) [here](thai.md)\n"
    found["docs/step.th.md"] += "\n[here](partial.md#deep) [here](english.md#two) [here](english.md)\n"
    found["docs/thai.th.md"] = text("คำท้องถิ่น", "one", "two/deep", made="original", other="Local words")
    found["docs/english.en.md"] = text("For visitors", "one", "two", made="original", other="สำหรับผู้มาเยือน")
    found |= only(copied(minirepo.MODULE, WATER), "th") | only(copied(minirepo.CASE, YALA), "th")
    found |= only(copied(minirepo.MODULE, DATA), "en")
    found[f"{DATA}/module.yml"] = found[f"{DATA}/module.yml"].replace("group: bcg", "group: digital")
    for path, (thai, english) in {
        f"{WATER}/module.yml": ("th: น้ำ", "en: Water"),
        f"{DATA}/module.yml": ("th: ข้อมูล", "en: Data"),
    }.items():
        found[path] = found[path].replace("title: {th: ขยะ, en: Waste}", f"title: {{{thai}, {english}}}")
    found[f"{YALA}/case.yml"] = found[f"{YALA}/case.yml"].replace("น่านชั่งขยะ, en: Nan", "ยะลาชั่งขยะ, en: Yala")
    everything = {**minirepo.files(), **found}
    found |= recorded(everything, "docs/step.en.md", reviewed=True)
    found |= recorded(everything, "docs/recorded.en.md", "docs/stale.en.md")
    found |= recorded(everything, "docs/partial.en.md", missing=("two",))
    thai = found["docs/stale.th.md"]
    found["docs/stale.th.md"] = "13".join(thai.rsplit("12", 1))
    return found


def make(root: Path, *layers: Mapping[str, str | None], languages: Iterable[str] = ()) -> Path:
    """The site's repository; `languages` are further lines of i18n's list of languages."""
    mini(root, files(), *layers)
    config = (root / "mkdocs.yml").read_text("utf-8")
    config = re.sub(r"^nav:\n(?:[ #].*\n)+", NAV, config, flags=re.MULTILINE)
    last = "        - {locale: en,"
    lines = "".join(f"        - {line}\n" for line in languages)
    (root / "mkdocs.yml").write_text(config.replace(last, lines + last), "utf-8")
    return root
