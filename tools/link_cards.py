"""Make the pictures that other sites show beside a link: overrides/assets/images/card-*.png, 1200 × 630 pixels.

Run it after a change of a name in data/, or of a colour, the font or an icon in overrides/:

    .venv/bin/python tools/link_cards.py                     # with the browser that dev_machine.py finds
    .venv/bin/python tools/link_cards.py /usr/bin/chromium
"""

from __future__ import annotations

import base64
import re
import struct
import sys
import tempfile
import zlib
from collections import Counter
from html import escape
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

import dev_machine  # noqa: E402  (these lie in the root of the repository)
from cde.library import Library  # noqa: E402
from cde.loading import load  # noqa: E402

ASSETS = ROOT / "overrides" / "assets"
WIDTH, HEIGHT = 1200, 630
PAGE = """<!doctype html>
<html lang="th"><meta charset="utf-8"><link rel="stylesheet" href="{css}">
<style>
body {{ box-sizing: border-box; width: 1200px; height: 630px; margin: 0; padding: 56px 72px 48px 104px; display: flex;
  flex-direction: column; background: linear-gradient(90deg, var(--edge) 32px, var(--paper) 32px); color: var(--ink);
  font: 30px/1.4 Sarabun; }}
.site {{ display: flex; align-items: center; gap: 20px; }}
.site svg {{ width: 68px; height: 68px; fill: var(--ink); }}
.site b {{ display: block; font-size: 36px; }}
main {{ display: flex; align-items: center; gap: 48px; flex: 1; }}
main .icon {{ width: 150px; height: 150px; color: var(--edge); }}
h1 {{ margin: 0; color: var(--hue); font-size: 60px; line-height: 1.45; }}
h1 span {{ display: inline-block; text-wrap: balance; }}
h2 {{ margin: 0; font-size: 38px; }}
footer {{ color: var(--soft); font-size: 26px; }}
[data-group="site"] h1 {{ color: var(--ink); font-size: 80px; }}
</style>
<body data-group="{group}">{body}</body></html>"""
READ = """async (png) => {
  const bitmap = await createImageBitmap(await (await fetch("data:image/png;base64," + png)).blob());
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d");
  canvas.drawImage(bitmap, 0, 0);
  return Array.from(new Uint32Array(canvas.getImageData(0, 0, bitmap.width, bitmap.height).data.buffer));
}"""


def phrases(thai: str) -> str:
    """Each phrase, and what stands in brackets, is kept together on a line where it fits."""
    return " ".join(f"<span>{escape(phrase)}</span>" for phrase in re.split(r" +(?![^(]*\))", thai))


def site_card(library: Library, logo: str) -> str:
    """The body of the site's own card."""
    name, tagline = library.strings["site-name"], library.strings["site-tagline"]
    title = f'<h1>{phrases(name["th"])}</h1><h2 lang="en">{escape(name["en"])}</h2>'
    return f'<div class="site">{logo}</div><main><div>{title}</div></main><footer>{escape(tagline["th"])}</footer>'


def group_card(library: Library, group: str, logo: str) -> str:
    """The body of a group's card."""
    base, site = library.bases[group].data, library.strings["site-name"]
    kind = library.strings["base-official" if base.official else "base-own"]
    icon = (ROOT / "overrides" / "fragments" / "icons" / f"{group}.svg").read_text("utf-8")
    title = f'<h1>{phrases(base.title["th"])}</h1><h2 lang="en">{escape(base.title["en"])}</h2>'
    names = f'<b>{escape(site["th"])}</b><span lang="en">{escape(site["en"])}</span>'
    return (
        f'<div class="site">{logo}<div>{names}</div></div>'
        f"<main>{icon}<div>{title}</div></main><footer>{escape(kind['th'])} · {escape(kind['en'])}</footer>"
    )


def indexed(pixels: list[int]) -> bytes:
    """A PNG with a palette: a third of what Chromium writes, which has three bytes a pixel."""
    counts = Counter(pixels)
    palette = [colour.to_bytes(4, "little")[:3] for colour, _ in counts.most_common(256)]
    place = {colour: number for number, (colour, _) in enumerate(counts.most_common(256))}
    for colour in counts.keys() - place.keys():
        channels = colour.to_bytes(4, "little")
        distance = [sum((a - b) ** 2 for a, b in zip(channels, other, strict=False)) for other in palette]
        place[colour] = distance.index(min(distance))
    rows = (bytes(place[p] for p in pixels[at : at + WIDTH]) for at in range(0, WIDTH * HEIGHT, WIDTH))
    header = struct.pack(">IIBBBBB", WIDTH, HEIGHT, 8, 3, 0, 0, 0)
    image = zlib.compress(b"".join(b"\0" + row for row in rows), 9)
    chunks = [(b"IHDR", header), (b"PLTE", b"".join(palette)), (b"IDAT", image), (b"IEND", b"")]
    parts = [struct.pack(">I", len(d)) + k + d + struct.pack(">I", zlib.crc32(k + d)) for k, d in chunks]
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def main() -> None:
    """Write every card."""
    library, _ = load(ROOT)
    logo = (ROOT / "overrides" / "partials" / "logo.html").read_text("utf-8")
    bodies = {"site": site_card(library, logo)} | {name: group_card(library, name, logo) for name in library.bases}
    found = sys.argv[1] if len(sys.argv) > 1 else dev_machine.find_browser()
    with sync_playwright() as play, tempfile.TemporaryDirectory() as folder:
        page = play.chromium.launch(executable_path=found).new_page(viewport={"width": WIDTH, "height": HEIGHT})
        for name, body in bodies.items():
            source, target = Path(folder) / f"{name}.html", ASSETS / "images" / f"card-{name}.png"
            css = (ASSETS / "stylesheets" / "base.css").as_uri()
            source.write_text(PAGE.format(css=css, group=name, body=body), "utf-8")
            page.goto(source.as_uri())
            page.evaluate("() => document.fonts.ready.then(() => null)")
            target.write_bytes(indexed(page.evaluate(READ, base64.b64encode(page.screenshot()).decode())))
            print(f"{target.relative_to(ROOT)}  {target.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
