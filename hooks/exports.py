"""Write the open data and the feeds beside the pages, once a build."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority

from cde.exports.edition import Edition
from cde.exports.files import files
from cde.library import Library


@event_priority(-200)
def on_post_build(config: MkDocsConfig) -> None:
    """Make every file from the Library; static-i18n builds the other languages before this, in its own event."""
    library: Library = config.extra["library"]
    if config.extra["errors"]:
        return
    for name, data in files(Edition(library, config.site_url or "")).items():
        path = Path(config.site_dir, name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
