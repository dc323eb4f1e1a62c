"""Make the pictures that other sites show beside a link: overrides/assets/images/card-*.png, 1200 × 630 pixels.

Run it after a change of a name in data/bases.yml, of the site's name in data/interface.yml, or of a colour or the
font in overrides/assets:

    .venv/bin/python tools/link_cards.py               # with the browser that dev_machine.py finds
    .venv/bin/python tools/link_cards.py /usr/bin/chromium

Names come from data/, hues and the font from base.css, icons from overrides/fragments/icons: nothing is written twice.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Mapping
from html import escape
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

import dev_machine  # noqa: E402  (these lie in the root of the repository)
from cde.library import Library  # noqa: E402
from cde.loading import load  # noqa: E402

ASSETS = ROOT / "overrides" / "assets"
LARGEST = 60_000
"""Bytes of one picture: some services fetch no more on a slow line."""

PAGE = """<!doctype html>
<html lang="th"><meta charset="utf-8"><link rel="stylesheet" href="{css}">
<style>
body {{ box-sizing: border-box; width: 1200px; height: 630px; margin: 0; padding: 56px 72px 48px 96px; display: flex;
  flex-direction: column; position: relative; background: var(--paper); color: var(--ink); font: 30px/1.5 Sarabun; }}
body::before {{ position: absolute; inset: 0 auto 0 0; width: 32px; background: var(--edge); content: ""; }}
svg {{ fill: var(--ink); }}
.icon {{ width: 150px; height: 150px; margin: 0; color: var(--edge); fill: none; }}
.site {{ display: flex; align-items: center; gap: 20px; line-height: 1.35; }}
.site svg {{ width: 68px; height: 68px; }}
.site b {{ display: block; font-size: 36px; }}
main {{ display: flex; align-items: center; gap: 48px; flex: 1; }}
h1 {{ margin: 0; color: var(--hue); font-size: 60px; line-height: 1.45; text-wrap: balance; }}
h1.site-name {{ color: var(--ink); font-size: 80px; }}
h2 {{ margin: 0; font-size: 38px; }}
h1 span {{ display: inline-block; }}
footer {{ color: var(--soft); font-size: 26px; }}
</style>
<body data-group="{group}">{body}</body></html>"""


def both(words: Mapping[str, str]) -> tuple[str, str]:
    """Thai and English, escaped; each Thai phrase is kept together on a line where it fits."""
    thai = " ".join(f"<span>{escape(phrase)}</span>" for phrase in words["th"].split())
    return thai, escape(words["en"])


def site_card(library: Library, logo: str) -> str:
    """The body of the site's own card."""
    thai, english = both(library.strings["site-name"])
    tagline = escape(library.strings["site-tagline"]["th"])
    return (
        f'<div class="site">{logo}</div><main><div><h1 class="site-name">{thai}</h1><h2 lang="en">{english}</h2></div>'
        f"</main><footer>{tagline}</footer>"
    )


def group_card(library: Library, name: str, logo: str) -> str:
    """The body of a group's card."""
    base = library.bases[name].data
    thai, english = both(base.title)
    site_thai, site_english = both(library.strings["site-name"])
    kind = library.strings["base-official" if base.official else "base-own"]
    icon = (ROOT / "overrides" / "fragments" / "icons" / f"{name}.svg").read_text("utf-8")
    return (
        f'<div class="site">{logo}<div><b>{site_thai}</b><span lang="en">{site_english}</span></div></div>'
        f'<main>{icon}<div><h1>{thai}</h1><h2 lang="en">{english}</h2></div></main>'
        f"<footer>{escape(kind['th'])} · {escape(kind['en'])}</footer>"
    )


def main() -> int:
    """Write every card; 1 where one is too large."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("browser", nargs="?", help="path of Chromium or Chrome")
    browser_path = parser.parse_args().browser or dev_machine.find_browser()
    library, _ = load(ROOT)
    logo = (ROOT / "overrides" / "partials" / "logo.html").read_text("utf-8")
    bodies = {"site": site_card(library, logo)} | {name: group_card(library, name, logo) for name in library.bases}
    too_large = False
    with sync_playwright() as play, tempfile.TemporaryDirectory() as folder:
        browser = play.chromium.launch(executable_path=browser_path, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1200, "height": 630})
        for name, body in bodies.items():
            source = Path(folder) / f"{name}.html"
            css = (ASSETS / "stylesheets" / "base.css").as_uri()
            source.write_text(PAGE.format(css=css, group=name, body=body), "utf-8")
            page.goto(source.as_uri())
            page.evaluate("document.fonts.ready")
            target = ASSETS / "images" / f"card-{name}.png"
            page.screenshot(path=target)
            size = target.stat().st_size
            too_large |= size > LARGEST
            print(f"{target.relative_to(ROOT)}  {size:,} bytes{'  TOO LARGE' if size > LARGEST else ''}")
        browser.close()
    return int(too_large)


if __name__ == "__main__":
    sys.exit(main())
