"""A third language as its files alone: Malay words made from the English ones, real Malay formats, and some pages."""

from __future__ import annotations

import re
from copy import deepcopy
from typing import Any

import yaml
from conftest import ROOT

from tests import minirepo, statesite
from tests.minirepo import MODULE, edited, recorded

LOCALE = "{locale: ms, name: Bahasa Melayu, site_name: Perpustakaan Pembangun Bandar}"
"""The one line that mkdocs.yml needs."""

ENGLISH = yaml.safe_load((ROOT / "data/languages/en.yml").read_text("utf-8"))["formats"] | {"one": {}}
"""Malay writes figures and the order of a date as English does."""

MONTHS = ["Januari", "Februari", "Mac", "April", "Mei", "Jun"]
MONTHS += ["Julai", "Ogos", "September", "Oktober", "November", "Disember"]

SETTINGS: dict[str, Any] = {
    "order": 3,
    "name": "Bahasa Melayu",
    "locale": "ms_MY",
    "script": "Latin",
    "calls": {"th": "bahasa Thai", "en": "bahasa Inggeris", "ms": "bahasa Melayu"},
    "according": ["menurut"],
    "formats": {
        **ENGLISH,
        "about_year": "sekitar {}",
        "months": MONTHS,
        "scales": {1000000: "{number} juta {unit}"},
        "about": "kira-kira {}",
        "over": "lebih {}",
        "nearly": "hampir {}",
    },
}


def words(name: str) -> Any:
    """A file of words in two languages."""
    return yaml.safe_load((ROOT / f"data/{name}.yml").read_text("utf-8"))


def marked(text: str) -> str:
    """An English word as a Malay one."""
    return f"[ms] {text}"


def language_file() -> dict[str, Any]:
    """`data/languages/ms.yml` as data."""
    return {
        **deepcopy(SETTINGS),
        "interface": {key: marked(each["en"]) for key, each in words("interface").items()},
        "vocabularies": {
            name: {str(word): marked(each["en"]) for word, each in listed.items()}
            for name, listed in words("vocabularies").items()
        },
    }


def as_yaml(data: dict[str, Any]) -> str:
    """Data as a file."""
    return yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=1000)


def pages() -> dict[str, str]:
    """Malay pages: of one in step, one stale, one partial, one whose original is English, and of a module."""
    found = {f"docs/{name}.ms.md": statesite.text(f"Melayu {name}", "one", "two/deep") for name in ("step", "stale")}
    found["docs/index.ms.md"] = statesite.text("Laman utama", "start") + "\n<!-- bases -->\n\n<!-- figures -->\n"
    found["docs/partial.ms.md"] = statesite.text("Melayu partial", "one")
    found["docs/english.ms.md"] = statesite.text("Untuk pelawat", "one", "two")
    lecture = minirepo.files()[f"{MODULE}/index.en.md"].replace("## Section", "## Bahagian").replace("text of", "teks")
    found[f"{MODULE}/index.ms.md"] = lecture
    everything = {**minirepo.files(), **statesite.files(), **found}
    found |= recorded(everything, "docs/step.ms.md", "docs/english.ms.md", reviewed=True)
    found |= recorded(everything, "docs/partial.ms.md", missing=("two",))
    stale = recorded(everything, "docs/stale.ms.md")["docs/stale.ms.md"]
    found["docs/stale.ms.md"] = re.sub(r"(    one: \w+)-\w+", r"\1-000000", stale)
    return found


def records() -> dict[str, str]:
    """Records with Malay texts, where somebody wrote one."""
    files = minirepo.files()
    return {
        f"{MODULE}/module.yml": edited(files[f"{MODULE}/module.yml"], {"en: Waste}": "en: Waste, ms: Sisa}"}),
        "data/glossary.yml": edited(
            files["data/glossary.yml"],
            {
                "abbr_en: CE, topic": "abbr_en: CE, others: {ms: ekonomi kitaran}, topic",
                "en: Use things for long}": "en: Use things for long, ms: Guna lama}",
            },
        ),
    }


def names() -> dict[str, str]:
    """What Thai and English call the new language, in their own files."""
    given = {
        "th": {"en: ภาษาอังกฤษ}": "en: ภาษาอังกฤษ, ms: ภาษามลายู}"},
        "en": {"en: English}": "en: English, ms: Malay}"},
    }
    paths = {code: f"data/languages/{code}.yml" for code in given}
    return {path: edited(minirepo.files()[path], given[code]) for code, path in paths.items()}


def files() -> dict[str, str]:
    """Everything that a third language adds, but for the line in mkdocs.yml."""
    return {"data/languages/ms.yml": as_yaml(language_file()), **names(), **pages(), **records()}
