"""The pure parts of benchmarks/search: reading, adding pages, scoring, reporting. No browser, no build, no network."""

from __future__ import annotations

import gzip
import json
import random
import time
import urllib.request
from pathlib import Path

import pytest

from benchmarks.search import __main__ as command
from benchmarks.search import project
from benchmarks.search.adapter import names_from
from benchmarks.search.corpus import Page, other_names, read_aliases, read_corpus, with_homes
from benchmarks.search.distractors import Pool, enlarge, repository_sentences, sentences
from benchmarks.search.meant import fold, nearest, texts_to_keep_out
from benchmarks.search.queries import Query, read_queries, sample, warn_of_missing_pages
from benchmarks.search.report import summarise, table
from benchmarks.search.score import Outcome, by_class, distinct_pages, page_id, percentile, totals
from benchmarks.search.server import Sent, serve
from benchmarks.search.session import Measured, home
from benchmarks.search.traffic import PANEL, SEARCH, WORKER, Visit, traffic

CORPUS = {
    "index.th.md": "# หน้าแรก\n",
    "yala.th.md": "---\ntitle: x\n---\n# เทศบาลนครยะลา\n\nผังเมืองใยแมงมุม\n\n## นกเขาชวา\n\nแข่งขันทุกปี\n",
    "waste.th.md": "# ขยะ {#waste}\n\nทำปุ๋ยหมัก\n",
    "waste.en.md": "# Waste\n\nMaking compost.\n\n## Numbers\n\nTonnes a day.\n",
    "a/deep.en.md": "No heading here.\n",
    "README.md": "not a page",
}


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    for name, text in CORPUS.items():
        path = tmp_path / "corpus" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return tmp_path / "corpus"


def query(id: str = "q", kind: str = "th_word", text: str = "ขยะ", *relevant: str, language: str = "th") -> Query:
    return Query(id, language, kind, text, frozenset(relevant or ("waste.th",)))


def lines(path: Path, *records: object) -> Path:
    path.write_text("\n".join(r if isinstance(r, str) else json.dumps(r, ensure_ascii=False) for r in records), "utf-8")
    return path


RECORD = {"id": "q", "lang": "th", "class": "th_word", "query": "ขยะ", "relevant": ["waste.th"]}


# The corpus


def test_pages_have_an_id_a_location_and_a_title(corpus: Path):
    found = {page.id: (page.location, page.title) for page in read_corpus(corpus)}
    assert found == {
        "index.th": ("", "หน้าแรก"),
        "yala.th": ("yala/", "เทศบาลนครยะลา"),
        "waste.th": ("waste/", "ขยะ"),
        "waste.en": ("en/waste/", "Waste"),
        "a/deep.en": ("en/a/deep/", "a/deep"),
    }


def test_each_language_gets_a_home_page(corpus: Path):
    assert with_homes(read_corpus(corpus))[-1].location == "en/"


def test_a_page_is_also_found_by_its_other_title_and_what_editors_added(corpus: Path, tmp_path: Path):
    aliases = read_aliases(
        lines(tmp_path / "aliases.json", {"_note": "x", "yala/": "Yala City", "en/waste/": "ขยะมูลฝอย"})
    )
    names = other_names(with_homes(read_corpus(corpus)), aliases)
    assert names["yala.md"] == {"th": ["Yala City"]}
    assert names["waste.md"] == {"th": ["Waste"], "en": ["ขยะ", "ขยะมูลฝอย"]}
    assert names["index.md"] == {"th": [], "en": []}
    ask = names_from(lines(tmp_path / "names.json", names))
    assert ask("waste.md", "en").others == ("ขยะ", "ขยะมูลฝอย")
    assert ask("a/deep.md", "en").others == ()


@pytest.mark.parametrize("name", ["nowhere", "empty"])
def test_a_folder_without_pages_is_told_in_both_languages(tmp_path: Path, name: str):
    (tmp_path / "empty").mkdir()
    with pytest.raises(SystemExit, match=r"(?s)โฟลเดอร์นี้.*no such folder|ไม่มีหน้า.*no page"):
        read_corpus(tmp_path / name)


# Queries


def test_queries_of_several_files_are_read_in_order(tmp_path: Path):
    one = lines(tmp_path / "one.jsonl", RECORD, "")
    two = lines(tmp_path / "two.jsonl", RECORD | {"id": "r"})
    assert [found.id for found in read_queries([one, two])] == ["q", "r"]


@pytest.mark.parametrize(
    "bad",
    ["{", "[]", RECORD | {"relevant": []}, RECORD | {"lang": "lo"}, RECORD | {"relevant": "waste.th"}, {"id": "q"}],
)
def test_a_malformed_query_is_named_by_its_line(tmp_path: Path, bad: object):
    with pytest.raises(SystemExit, match=r"q\.jsonl:3: .*บรรทัดนี้(?s:.*)q\.jsonl:3: cannot read"):
        read_queries([lines(tmp_path / "q.jsonl", RECORD, "", bad)])


def test_an_id_stands_once(tmp_path: Path):
    with pytest.raises(SystemExit, match=r"q\.jsonl:2: the id q stands twice"):
        read_queries([lines(tmp_path / "q.jsonl", RECORD, RECORD)])


def test_a_relevant_page_that_is_not_there_is_warned_of(capsys: pytest.CaptureFixture[str]):
    queries = [query("good"), query("bad", "th_word", "x", "gone.th", "waste.th")]
    assert warn_of_missing_pages(queries, {"waste.th"}) == ["bad"]
    assert "bad: ไม่มีหน้า gone.th" in capsys.readouterr().err


def test_a_sample_takes_from_each_class_in_turn():
    queries = [query(f"{kind}{number}", kind) for kind in "ab" for number in range(3)]
    assert [found.id for found in sample(queries, 5)] == ["a0", "b0", "a1", "b1", "a2"]


@pytest.mark.parametrize(
    ("start", "language", "where"), [("auto", "en", "/en/"), ("auto", "th", "/"), ("th", "en", "/")]
)
def test_where_a_query_is_typed(start: str, language: str, where: str):
    assert home(start, query(language=language)) == where


# More pages


def test_the_part_of_a_text_nearest_to_a_word():
    assert nearest("ปุยหมัก", "ทำปุ๋ยหมักเอง") == (1, "ปุ๋ยหมัก")
    assert nearest("cooperation", "they cooperate.")[1] == "cooperat"
    assert nearest("abc", "")[0] == 3


def test_what_a_misspelt_query_stands_for_is_kept_out():
    pages = [Page("waste", "th", "# ขยะ\n\nทำ ปุ๋ยหมัก\n")]
    assert texts_to_keep_out([query("q", "th_typo", "ปุยหมัก")], pages) == {"ปุยหมัก", "ปุ๋ยหมัก"}
    assert texts_to_keep_out([query("q", "th_word", "ทำปุ๋ย หมัก")], pages) == {"ทำปุ๋ยหมัก"}
    assert texts_to_keep_out([query("q", "x_en_to_th", "Yala City")], pages) == {"yalacity"}


def test_sentences_hold_no_markup():
    text = "## Head {#id}\n\n- One **bold** claim [@src-1]. Another [linked](a.md) claim here.\n"
    text += "| a cell with enough words | b |\n"
    assert list(sentences(text, "en")) == [
        "One bold claim. Another linked claim here.",
        "a cell with enough words",
    ]


def test_this_repository_has_sentences_enough():
    texts = repository_sentences(project.ROOT)
    assert all(len(texts[language]) > 1000 for language in ("th", "en"))


def test_a_pool_keeps_texts_out_across_spaces_and_sentences():
    texts = ["Compost is made of leaves, twigs and grass", "Ends with com", "post Begins so", "COM POST in capitals"]
    pool = Pool(texts, {"compost"})
    assert pool.texts == ["Ends with com", "post Begins so"]
    pages = [pool.page("# T\n\n" + "x" * 60, random.Random(seed)) for seed in range(50)]
    assert not any("compost" in fold(page) for page in pages)


def test_added_pages_keep_the_proportion_and_layout_of_the_corpus(corpus: Path):
    texts = {"th": [f"ประโยคที่ {n} ของคลัง" for n in range(50)], "en": [f"Sentence number {n}." for n in range(50)]}
    pages = with_homes(read_corpus(corpus))
    few, many = (enlarge(pages, size, texts, {"number7"}) for size in (20, 30))
    assert len(few) == 20
    assert len(many) == 30
    assert many[:20] == few
    assert enlarge(pages, 3, texts, set()) == pages
    added = many[len(pages) :]
    assert {page.id for page in added} >= {"distractor-00002.th", "distractor-00002.en"}
    assert sum(page.language == "th" for page in added) == len(added) / 2
    like_waste = next(page for page in added if page.id == "distractor-00002.en")
    assert [line[: line.index(" ")] for line in like_waste.markdown.splitlines() if line.startswith("#")] == ["#", "##"]
    assert "number 7" not in "".join(page.markdown for page in many)


def test_no_page_can_be_made_of_nothing(corpus: Path):
    with pytest.raises(SystemExit, match="too few usable sentences"):
        enlarge(read_corpus(corpus), 20, {"th": [], "en": []}, set())


# Scores


@pytest.mark.parametrize(
    ("address", "page"),
    [
        ("http://127.0.0.1:1/", "index.th"),
        ("http://127.0.0.1:1/en/", "index.en"),
        ("http://127.0.0.1:1/yala/?h=x#a", "yala.th"),
        ("/en/medellin/", "medellin.en"),
        ("/energy/", "energy.th"),
        ("/curriculum/bcg/index.html", "curriculum/bcg.th"),
        ("/%E0%B8%81/", "ก.th"),
    ],
)
def test_the_page_at_an_address(address: str, page: str):
    assert page_id(address) == page


def test_a_page_counts_once_where_it_comes_first():
    assert distinct_pages(["/a/#x", "/b/", "/a/", "/en/a/"]) == ("a.th", "b.th", "a.en")


def outcome(id: str, kind: str, *pages: str, ms: float = 10.0, query_ms: float | None = None) -> Outcome:
    return Outcome(query(id, kind), pages, True, ms, query_ms=query_ms)


OUTCOMES = [
    outcome("first", "th_word", "waste.th", "yala.th", query_ms=2.0, ms=30.0),
    outcome("sixth", "th_word", "a.th", "b.th", "c.th", "d.th", "e.th", "waste.th", query_ms=4.0),
    outcome("second", "auto_en_typo", "a.en", "waste.th"),
    outcome("nothing", "x_th_to_en"),
]


def test_shares_by_class_and_in_total():
    assert by_class(OUTCOMES)["th_word"] == {"n": 2, "s1": 0.5, "s5": 0.5, "none": 0.0}
    found = totals(OUTCOMES)
    assert {name: shares["n"] for name, shares in found.items()} == {"TH": 2, "EN": 1, "X": 1, "ALL": 4}
    assert found["EN"] == {"n": 1, "s1": 0.0, "s5": 1.0, "none": 0.0}
    assert found["X"]["none"] == 1.0
    assert "X" not in totals(OUTCOMES[:3])


def test_percentiles():
    assert percentile(range(1, 101), 0.95) == 95
    assert percentile([3, 1, 2], 0.5) == 2
    assert percentile([], 0.5) == 0


def test_a_summary_tells_failures_and_time():
    summary = summarise(Measured(OUTCOMES, [], [100.0, 200.0], ["complaint"]))
    assert summary["failed"] == ["sixth", "nothing"]
    assert summary["rank"] == {"sixth": 6, "nothing": None}
    assert summary["cpu_ms"] == {"index": 150.0, "query_mean": 3.0}
    assert summary["wall_ms"] == {"p50": 10.0, "p95": 30.0}
    assert summary["errors"] == ["complaint"]


# Bytes


@pytest.mark.parametrize(
    ("path", "kinds"),
    [
        ("/search/search_index.json", [SEARCH]),
        ("/search/1ed28aa9/worker.js", [SEARCH, WORKER]),
        ("/search/th-c8891f81/part/3.json", [SEARCH]),
        ("/assets/javascripts/search-box.js", [SEARCH]),
        ("/assets/javascripts/search-panel.js", [PANEL]),
        ("/assets/stylesheets/search.css", [PANEL]),
        ("/assets/javascripts/workers/search.7a47a382.min.js", [SEARCH, WORKER]),
        ("/assets/javascripts/lunr/min/lunr.th.min.js", [SEARCH, WORKER]),
        ("/pagefind/pagefind.js", [SEARCH, WORKER]),
        ("/pagefind/fragment/th_1.pf_fragment", [SEARCH]),
        ("/assets/javascripts/bundle.79ae519e.min.js", []),
        ("/en/research/", []),
    ],
)
def test_what_a_request_is_for(path: str, kinds: list[object]):
    assert [kind for kind in (SEARCH, PANEL, WORKER) if kind.search(path)] == kinds


STUB, BOX, STYLE = (
    Sent("/search/1ed28aa9/worker.js?lang=th", 4, 1),
    Sent("/assets/javascripts/search-box.js", 1, 1),
    Sent("/assets/stylesheets/search.css", 2, 1),
)
PANEL_SCRIPT, ENGINE, INDEX, OTHER, PICTURE = (
    Sent("/assets/javascripts/search-panel.js", 8, 2),
    Sent("/search/1ed28aa9/engine.js", 20, 2),
    Sent("/search/th-1.json", 40, 3),
    Sent("/search/en-1.json", 100, 4),
    Sent("/a.png", 1000, 2),
)
USED = [PANEL_SCRIPT, ENGINE, PICTURE, INDEX, OTHER]


def test_bytes_are_counted_before_the_first_hit_and_after():
    found = traffic([Visit("q", [STUB, BOX, STYLE, PICTURE], USED, 3.5)])
    assert (found["page_view"], found["first_result"], found["after_first"], found["first_answer"]) == (5, 60, 100, 160)
    assert (found["worker"], found["panel"], found["first_result_with_panel"]) == (24, 10, 70)
    assert found["costliest"] == {"q": 60}
    assert list(found["requests"]["until_first"]) == [PANEL_SCRIPT.path, ENGINE.path, INDEX.path]
    assert list(found["requests"]["after_first"]) == [OTHER.path]


def test_a_visit_without_a_hit_has_no_first_result():
    visits = [Visit("none", [STUB], USED, None), Visit("some", [STUB], USED, 2.5)]
    found = traffic(visits)
    assert (found["first_result"], found["visits"], found["visits_with_hits"]) == (20, 2, 1)
    assert traffic([])["first_result"] == 0


def test_a_peer_that_tells_no_time_has_none():
    assert summarise(Measured([OUTCOMES[3]]))["cpu_ms"] == {"index": None, "query_mean": None}


def test_the_table_shows_searches_side_by_side():
    rows = table({"own": summarise(Measured(OUTCOMES)), "peer": summarise(Measured(OUTCOMES))}).splitlines()
    assert rows[0].split() == [
        "n",
        *(word for name in ("own", "peer") for key in ("s1", "s5", "none") for word in (name, key)),
    ]
    assert rows[1].split() == ["th_word", "2", "50.0", "50.0", "0.0", "50.0", "50.0", "0.0"]
    assert len({len(row) for row in rows[:8]}) == 1


# Around them


def test_the_server_counts_compressed_bytes(tmp_path: Path):
    (tmp_path / "index.html").write_text("สวัสดี" * 100, "utf-8")
    (tmp_path / "a.bin").write_bytes(b"0" * 100)
    with serve(tmp_path) as server:
        with urllib.request.urlopen(server.address + "/?q=1") as answer:
            body = answer.read()
        urllib.request.urlopen(server.address + "/a.bin").close()
        for outside in ("/nothing", "/../secret"):
            with pytest.raises(urllib.error.HTTPError):
                urllib.request.urlopen(server.address + outside)
        begun = time.monotonic()
        server.delay = 0.05
        urllib.request.urlopen(server.address + "/").close()
        assert time.monotonic() - begun >= 0.05
    assert gzip.decompress(body).decode() == "สวัสดี" * 100
    assert [(sent.path, sent.size) for sent in server.sent[:2]] == [("/?q=1", len(body)), ("/a.bin", 100)]


def test_both_projects_have_the_same_pages_and_theme():
    own, stock = project.settings(own=True), project.settings(own=False)
    assert {key for key in own if own[key] != stock.get(key)} == {"theme", "hooks", "extra_css"}
    assert own["theme"] == stock["theme"] | {"custom_dir": "theme"}
    assert project.settings(own=True, transport="sharded")["extra"]["search_transport"] == "sharded"


def test_the_project_has_the_box_and_panel_of_the_site(tmp_path: Path):
    project.write_project(tmp_path, [Page("a", "th", "# A\n")], {}, own=True)
    theme, overrides = tmp_path / "theme", project.ROOT / "overrides"
    copied = [path.relative_to(theme) for path in theme.rglob("*.*") if path.name != "main.html"]
    assert {"search.html", "search.css", "search-box.js", "search-panel.js"} <= {path.name for path in copied}
    assert all((theme / path).read_bytes() == (overrides / path).read_bytes() for path in copied)
    ours = (theme / "main.html").read_text("utf-8").splitlines()
    lines_of_the_site = (overrides / "main.html").read_text("utf-8").splitlines()
    assert [line for line in ours if "with_search_worker" in line or "<script" in line]
    assert all(line in lines_of_the_site for line in ours if not line.startswith("{#-"))


def test_peers_and_more_pages_need_a_corpus(capsys: pytest.CaptureFixture[str]):
    given = ["--queries", "q.jsonl", "--json", "out.json", "--site", "site"]
    assert command.arguments(given).start == "auto"
    with pytest.raises(SystemExit):
        command.arguments([*given, "--peers"])
    assert "--corpus is needed" in capsys.readouterr().err


def test_a_built_site_has_its_transport_already(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    with pytest.raises(SystemExit):
        command.arguments(["--queries", "q", "--json", "o", "--site", "site", "--transport", "sharded"])
    assert "--transport does not go with --site" in capsys.readouterr().err
    assert command.transport(tmp_path) is None
    languages = {"th": {"transport": "sharded", "address": "a"}, "en": {"transport": "embedded", "address": "b"}}
    (tmp_path / "search").mkdir()
    lines(tmp_path / "search" / "search_index.json", {"config": {"search": {"languages": languages}}, "docs": []})
    assert command.transport(tmp_path) == {"th": "sharded", "en": "embedded"}


def test_a_site_must_be_a_built_one(tmp_path: Path):
    asked = command.arguments(["--queries", "q", "--json", "o", "--site", str(tmp_path)])
    with pytest.raises(SystemExit, match=r"index\.html"):
        command.own_site(asked, tmp_path, [])


def test_nothing_that_lies_there_is_overwritten(tmp_path: Path):
    command.make_empty(tmp_path / "new")
    command.make_empty(tmp_path / "new")
    with pytest.raises(SystemExit, match="something already"):
        command.make_empty(tmp_path)
