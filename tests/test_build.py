"""Small sites built by the real command with all hooks and the real templates: what a fault does to a build and to a
preview, what a missing translation shows, where drafts are seen.
"""

from __future__ import annotations

import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.client import HTTPException
from pathlib import Path

import pytest
from conftest import ADDRESS, ENVIRONMENT, ROOT

from cde import cli
from tests.minirepo import CASE, MODULE, copied, edited, files, make
from tests.sitereader import Page, Site, search_places

NAV = """nav:
  - nav-home: docs/index.md
  - nav-learn: [curriculum/]
  - nav-cases: case_studies/index.md
"""
FAULT = {f"{MODULE}/module.yml": edited(files()[f"{MODULE}/module.yml"], {"level: practice": "level: practise"})}
ONLY_THAI: dict[str, str | None] = {
    "docs/only.th.md": "---\ntitle: มีแต่ไทย\nsummary: สรุป\nother_title: Thai only\ntranslation: {state: original}\n---\n"
    "## หนึ่ง {#one}\n\nคำเฉพาะถิ่น\n",
    f"{MODULE}/facilitator.en.md": None,
}
DRAFT = {
    path: text.replace("status: published", "status: draft")
    for path, text in copied(MODULE, "curriculum/bcg/water").items()
}


BROKEN = {
    "base": ("data/bases.yml", "id: bcg", "idd: bcg"),
    "closed list": ("data/vocabularies.yml", "module_level:", "modul_level:"),
    "term": ("data/glossary.yml", "th_form: seen", "th_form: sen"),
    "source": ("data/sources.yml", "kind: official", "kind: oficial"),
    "case": (f"{CASE}/case.yml", "status: published", "statu: published"),
    "quiz": (f"{MODULE}/quiz.yml", "kind: single", "kind: singel"),
    "front matter": (f"{MODULE}/lectures/scale.th.md", "state: original", "state: origin"),
    "citation": (f"{MODULE}/index.th.md", "[@news]", "[@newz]"),
    "word of the interface": ("data/interface.yml", "en: Home}", "e: Home}"),
    "key of the interface": ("data/interface.yml", "door-learn:", "door-lern:"),
}
"""One fault in each kind of file: the file, and what becomes what."""
INTERFACE = {name for name in BROKEN if "interface" in name}


def break_file(path: Path, old: str, new: str) -> None:
    """Put a fault into a file."""
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def config() -> str:
    """The real mkdocs.yml with a shorter menu, the real hooks, and only the content watched."""
    text = (ROOT / "mkdocs.yml").read_text("utf-8")
    text = re.sub(r"^nav:\n(?:[ #].*\n)+", NAV, text, flags=re.MULTILINE)
    text = re.sub(r"^watch:.*$", "watch: [curriculum, case_studies, data]", text, flags=re.MULTILINE)
    return text.replace("  - hooks/", f"  - {ROOT.as_posix()}/hooks/")


def mini(root: Path, *laid_over: Mapping[str, str | None]) -> Path:
    """The small repository as a whole site."""
    changes: dict[str, str | bytes | None] = {"mkdocs.yml": config()}
    for layer in laid_over:
        changes.update(layer)
    make(root, changes)
    shutil.copytree(ROOT / "overrides", root / "overrides")
    return root


def build(root: Path, *options: str, site_url: str = ADDRESS) -> tuple[int, str]:
    """`mkdocs build` as an editor runs it: exit status, and all that is printed."""
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", *options],
        cwd=root,
        env=ENVIRONMENT | {"PYTHONPATH": str(ROOT), "SITE_URL": site_url},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    return done.returncode, done.stdout


# A build


@pytest.mark.parametrize("site_url", [ADDRESS, "http://127.0.0.1:8000/"], ids=["published", "on this machine"])
def test_a_fault_refuses_the_build_in_the_words_of_the_check(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], site_url: str
):
    root = mini(tmp_path, FAULT)
    assert cli.main(["check", "--quiet", "--root", str(root)]) == 1
    words = capsys.readouterr().out.strip()
    assert f"{MODULE}/module.yml:5:8 CDE204" in words
    status, output = build(root, site_url=site_url)
    assert status == 1
    assert words in output
    assert "Traceback" not in output
    assert not (root / "site").exists(), "nothing is written before the content has been checked"


@pytest.mark.parametrize("name", BROKEN)
def test_whatever_file_is_broken_the_build_says_where(tmp_path: Path, name: str):
    root, (path, old, new) = mini(tmp_path), BROKEN[name]
    break_file(root / path, old, new)
    status, output = build(root)
    assert status == 1
    assert "Traceback" not in output
    assert re.search(rf"^{path}:\d+:\d+ CDE\d+ ", output, re.MULTILINE), output


@pytest.fixture(scope="module")
def lacking(tmp_path_factory: pytest.TempPathFactory) -> tuple[Site, int, str]:
    """A page of docs/ and a facilitator's page in Thai alone, and a module in draft; built with --strict."""
    root = mini(tmp_path_factory.mktemp("lacking"), ONLY_THAI, DRAFT)
    status, output = build(root, "--strict")
    return Site(root / "site", ADDRESS), status, output


def test_a_missing_translation_is_no_reason_to_fail(lacking: tuple[Site, int, str], capsys: pytest.CaptureFixture[str]):
    site, status, output = lacking
    assert status == 0, output
    assert cli.main(["check", "--root", str(site.folder.parent)]) == 0
    assert "docs/only.th.md:1:1 CDE501" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("address", "title"), [("only/", "Thai only"), ("curriculum/bcg/waste/facilitator/", "Facilitator’s page: Waste")]
)
def test_a_page_in_thai_alone_says_so_in_english(lacking: tuple[Site, int, str], address: str, title: str):
    site, _, _ = lacking
    thai, english = site.pages[address], site.pages[f"en/{address}"]
    assert english.declared == "en"
    assert [h.text for h in english.body.all("h1")] == [title]
    assert english.title.startswith(title)
    assert "has not been written in English yet" in english.content.text
    thai_texts = [element for text, element in english.content.texts() if re.search(r"[ก-๛]", text)]
    assert {element.language for element in thai_texts} <= {"th"}, "the fallback shows no Thai text as English"
    assert english.meta("robots") == "noindex"
    assert thai.meta("robots") == ""
    assert english.alternates() == thai.alternates() == {}, "neither page has a translation to announce"
    links = [site.resolve(english.address, a["href"]) for a in english.content.all("a")]
    assert (address, "") in links, "it leads to the page that exists"


def test_a_page_in_thai_alone_is_neither_in_search_nor_in_the_sitemap_as_english(lacking: tuple[Site, int, str]):
    site, _, _ = lacking
    places = {place.partition("#")[0] for place in search_places(site.folder)}
    assert "only/" in places and "en/" in places
    assert not places & {"en/only/", "en/curriculum/bcg/waste/facilitator/"}
    sitemap = (site.folder / "sitemap.xml").read_text("utf-8")
    assert f"<loc>{ADDRESS}only/</loc>" in sitemap
    assert f"{ADDRESS}en/only/" not in sitemap


def test_a_draft_is_not_built_and_nothing_names_it(lacking: tuple[Site, int, str]):
    site, _, _ = lacking
    assert "curriculum/bcg/waste/" in site.pages
    assert not [address for address in site.pages if "curriculum/bcg/water" in address]
    named = [page.address for page in site.pages.values() if any("water" in href for _, href in page.links())]
    assert not named
    assert "bcg/water" not in (site.folder / "sitemap.xml").read_text("utf-8")
    assert not [place for place in search_places(site.folder) if "bcg/water" in place]


def test_a_published_page_does_not_link_to_a_draft_that_its_record_names(tmp_path: Path):
    """A case may name a module before that is published, and a module a case."""
    record = edited(
        files()[f"{CASE}/case.yml"],
        {"modules: [": "modules: [{module: water, why: {th: ฝึก, en: To practise}}, "},
    )
    root = mini(tmp_path, DRAFT, {f"{CASE}/case.yml": record})
    status, output = build(root, "--strict")
    assert status == 0, output
    page = Site(root / "site", ADDRESS).pages["en/case-studies/nan/"]
    assert "waste/" in " ".join(href for _, href in page.links())
    assert not [href for _, href in page.links() if "water" in href]


# A preview


class Preview:
    """A running `mkdocs serve`."""

    def __init__(self, root: Path) -> None:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        self.address = f"http://127.0.0.1:{port}/library/"
        self.log = root / "serve.log"
        self.edited: Path | None = None
        with self.log.open("w") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "mkdocs", "serve", "-a", f"127.0.0.1:{port}", "--livereload"],
                cwd=root,
                env=ENVIRONMENT | {"PYTHONPATH": str(ROOT)},
                stdout=log,
                stderr=subprocess.STDOUT,
            )

    def edit(self, path: Path, text: str) -> None:
        """Save a file as an editor does."""
        path.write_text(text, "utf-8")
        self.edited = path

    def page(self, address: str, words: str, seconds: float = 30) -> Page:
        """The page, as soon as it holds the words."""
        last, start = "", time.monotonic()
        end, touch = start + seconds, start + seconds / 3
        while time.monotonic() < end and self.process.poll() is None:
            if self.edited and time.monotonic() > touch:  # a change before the first look at all files goes unseen
                self.edited.touch()
                touch = end
            try:
                with urllib.request.urlopen(self.address + address, timeout=10) as answer:
                    last = answer.read().decode("utf-8")
            except urllib.error.HTTPError as error:
                last = f"status {error.code}"
            except (OSError, HTTPException) as error:
                last = str(error)
            if words in last:
                return Page(address, last)
            time.sleep(0.1)
        log = [line for line in self.log.read_text("utf-8").splitlines() if '"GET ' not in line]
        pytest.fail("\n".join([f"/{address} never showed {words!r}; last: {last[:300]}", *log[-12:]]))


@contextmanager
def preview(root: Path) -> Iterator[Preview]:
    """Serve a repository; the server is ended however the test goes."""
    served = Preview(root)
    try:
        yield served
    finally:
        served.process.terminate()
        served.process.wait(10)


def test_a_preview_survives_a_broken_record(tmp_path: Path):
    root = mini(tmp_path)
    record = root / MODULE / "module.yml"
    sound = record.read_text("utf-8")
    with preview(root) as served:
        assert served.page("curriculum/bcg/waste/", "ขยะไปไหน").body.all("h1")[0].text == "ขยะ"
        served.edit(record, FAULT[f"{MODULE}/module.yml"])
        for address, words in {
            "curriculum/bcg/waste/": "«practise» ไม่อยู่ในรายการของช่อง «level»",
            "en/curriculum/bcg/waste/": "“practise” is not a value of “level”",
            "en/curriculum/bcg/waste/lectures/scale/": "“practise” is not a value of “level”",
        }.items():
            page = served.page(address, words)
            assert f"{MODULE}/module.yml:5:8 CDE204" in page.content.text
            assert page.language == page.declared
        assert not served.page("en/", "Home").body.all(css_class="faults")
        served.page("en/glossary/", "circular economy")
        served.page("en/case-studies/", "Nan weighs its waste")
        served.page("en/case-studies/nan/", f"{MODULE}/module.yml:5:8 CDE204")  # it names the module
        assert "Traceback" not in served.log.read_text("utf-8")
        served.edit(record, sound.replace("ขยะไปไหน", "ขยะหายไปไหน"))
        assert "CDE204" not in served.page("curriculum/bcg/waste/", "ขยะหายไปไหน").body.text
        assert "CDE204" not in served.page("en/curriculum/bcg/waste/", "Where does waste go").body.text


@pytest.mark.parametrize("names", [BROKEN.keys() - INTERFACE, INTERFACE], ids=["content and records", "interface"])
def test_a_preview_begins_and_goes_on_whatever_is_broken(tmp_path: Path, names: set[str]):
    root = mini(tmp_path)
    sound = {BROKEN[name][0]: (root / BROKEN[name][0]).read_text("utf-8") for name in names}
    for name in names:
        path, old, new = BROKEN[name]
        break_file(root / path, old, new)
    with preview(root) as served:
        served.page("en/", "</html>")
        for path, text in sound.items():
            (root / path).write_text(text, "utf-8")
        lecture = root / MODULE / "lectures/scale.en.md"
        served.edit(lecture, lecture.read_text("utf-8") + "\nA sentence more.\n")
        served.page("en/curriculum/bcg/waste/lectures/scale/", "A sentence more.")
        assert "Traceback" not in served.log.read_text("utf-8")


def test_a_preview_shows_drafts_in_both_languages(tmp_path: Path):
    with preview(mini(tmp_path, DRAFT)) as served:
        assert "ฉบับร่าง" in served.page("curriculum/bcg/water/", "ขยะไปไหน").body.text
        assert "Draft" in served.page("en/curriculum/bcg/water/", "Where does waste go", seconds=5).body.text
