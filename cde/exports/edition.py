"""What every file of the open data says of itself: whose it is, its licence, its version, its addresses."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urljoin

from cde import layout
from cde.library import Library

FOLDER = "api/v1"
"""Where the files stand on the site. A change that breaks readers gets a new folder."""

VERSION = "1.0.0"
"""Version of the format: the last number for mended words, the middle one for new fields, the first never in v1."""

LICENCE = "https://creativecommons.org/licenses/by/4.0/"


@dataclass(frozen=True)
class Edition:
    """The open data of one site."""

    library: Library
    site_url: str

    def address(self, document: str, language: str) -> str:
        """The full address of a page."""
        return urljoin(self.site_url, layout.address_of(document, language, next(iter(self.library.languages))))

    def addresses(self, document: str) -> dict[str, str]:
        """The full addresses of a page, by the languages in which it has been written."""
        return {language: self.address(document, language) for language in self.library.languages_of(document)}

    def file(self, name: str) -> str:
        """The full address of a file of the open data."""
        return urljoin(self.site_url, f"{FOLDER}/{name}")

    @property
    def names(self) -> dict[str, str]:
        """What the site calls itself, by language."""
        return {language: self.library.say("site-name", language) for language in self.library.languages}

    @property
    def header(self) -> dict[str, object]:
        """What stands at the top of a JSON file."""
        return {
            "name": self.names,
            "version": VERSION,
            "licence": LICENCE,
            "attribution": f"{self.library.say('site-name', 'en')}, CC BY 4.0",
        }
