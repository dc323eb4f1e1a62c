"""Words of the interface: whatever templates and pages call for stands in `data/interface.yml`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cde import fingerprint
from cde.facets import FACETS
from cde.generated import BY_KIND, GENERATED
from cde.library import Library
from cde.problem import Problem

FILE = "data/interface.yml"

IN_CODE = {
    *(f"change-{kind}" for kind in fingerprint.KINDS),
    "state-in-step",
    "state-follows",
    "state-unrecorded",
    "search-in",
    "reference",
    "references",
    "facilitator-page",
    "facilitator-summary",
    "missing-summary",
    "written-in",
    "link-section",
    "report-title",
    "facet-unknown",
    "facet-several",
    "session-who",
    "session-needs",
    "minutes-total",
    "duration",
    "proposed",
    "right",
    "wrong",
}
"""Keys that the code uses by name, and those that templates put together."""

_CALL = re.compile(r"""(?<![\w.])(?:t|both)\(\s*["']([a-z0-9-]+)["'](?!\s*~)""")


def check(library: Library) -> Iterator[Problem]:
    """Keys that are used and missing; templates are read as text, never run."""
    used = dict.fromkeys(IN_CODE, "cde")
    used |= {key: "cde" for page in GENERATED.values() for key in (page.title, page.summary, page.aliases)}
    used |= dict.fromkeys((key for page in BY_KIND.values() for key in (page.title, page.summary)), "cde")
    used |= dict.fromkeys((f"facet-{name}" for name in FACETS), "cde")
    folder = library.root / "overrides"
    for template in sorted(folder.rglob("*.html")):
        name = template.relative_to(library.root).as_posix()
        used |= dict.fromkeys(_CALL.findall(template.read_text("utf-8")), name)
    for key, where in sorted(used.items()):
        if key not in library.names("string"):
            yield Problem(FILE, 1, 1, "missing-key", {"key": key, "where": where})
