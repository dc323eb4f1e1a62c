"""What the build makes of a text and what the browser makes of it are the same: Python and JavaScript, text by text."""

from __future__ import annotations

import random
import re
import unicodedata
from pathlib import Path
from typing import Any

import pytest

from cde.checking import check_repository
from cde.layout import LANGUAGES
from cde.search import shards
from cde.search.fold import fold, unaccent
from cde.search.grams import clusters, grams, runs, stem, words
from cde.search.normalise import normalise
from cde.search.shards import bloom_bits, fnv, shard_of
from tests.search.harness import MODULES, ROOT, modules_page

pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
pytestmark = pytest.mark.browser

SPACED = ["", " ", "\n\t", "\u00a0", "\u2028", "\u0085ก.\u0085", "\u3000พ.\u3000", "\u180eก.\u180e", "1, 500", "ก.\n"]
SPACED += ["\u000bก.\u000c", "\u001cก.\u001c", "a.b. c.d.", "พ.ศ. ๒๕๖๕", "ΑΣ ΣΑ", "Å Å", "พ. ร. บ.", "ไม้ยมก ๆ", "ๆ ๆๆ"]
NASTY = SPACED + " ".join(
    [
        "เเม่ เเเม่ แแ ไไใใ แแเเ เกเกเ",
        "น\u0e4d\u0e49\u0e32 น\u0e49\u0e4d\u0e32 น\u0e4d\u0e32\u0e49 น\u0e33\u0e49 น\u0e49\u0e33\u0e49",
        "\u0e4d\u0e4d\u0e32 \u0e4d \u0e4d\u0e48 \u0e48\u0e4d ก\u0e4c\u0e34 ก\u0e48\u0e48\u0e34\u0e34",
        "ๅๅ ฤๅ ฦๅ ะาำ ัิุ็่์ํ๎ \u0e3a",
        "๐๑๒๓๔๕๖๗๘๙ ๑,๕๐๐,๐๐๐.๕๐ 1,500 1,5000 1,,500 ,500 12,345,67 ٣,٥٠٠ １,５００ 1,٥٠٠ 1٥0 ² ½①Ⅷ",
        "พ.ร.บ. พ.ร.บ พ.ร.บ.ก พ.ศ.2565 ปีพ.ศ.2565 อปท. ก. ก.ฯ ก.฿ ก.๏ ป่.ไม้. .. .ก. ก.a กa.ก. ก1.ก.",
        "S.P.V. S.P.V s.p.v.x xs.p.v. 1a.b. a.b.c.d. é.a.b. a.b.é A.B.\u0301 i.e., U.S.A B.E.2565 a.b.1 A.b.C",
        "ฯ ฯลฯ กรุงเทพฯ \u0e3f100 \u0e4f\u0e5a\u0e5b \u0e3b\u0e3c\u0e5c\u0e7f ฯพณฯ ฤๅษี ก็ ณ",
        "PM2.5 pm2.5. 3.14.15 city's city’s 'quoted' it's' a' rock'n'roll o’’clock a.'b a..b",
        "Straße ẞ İstanbul ıI Σ ΑΣΑΣ ǅ ﬁn Å Å e\u0301e\u0300 \u0301e ŷ\u0301 ệ łódź ×÷ 10×20 ß ŉ ǰ ΐ",
        "𝐀𝐁 𐐀 😀ก \U0001f1f9\U0001f1ed مرحبا 你好 กa1ก aก.bก. a\u0e34 \u0e34a",
        "ศูนย์ การ์ด สิทธิ์ พันธุ์ ยุทธศาสตร์ ก์ ์ ิ์ กิ์์ กุ์ิ เพราะเกาะโต๊ะ เกี๊ยะ",
        "ดิจิตอล ดิจิตัล เตอเตอ อัพเดท กราฟฟฟิค แอพพ คลินิคค โปรเจคต์ เดทท อินเตอร์เน็ต",
        "classes boxes dishes ies flies ss us bus ness ed bred ing ring tting eed er owner meeting",
        "organisation organising analysis basis his management element men's boss's needed ccc aaaa",
        "\u200bก\u200c.\u200dก \u00adก \u202eabc\u202c \u2066x\u2069 a\u0000b\u007fc \ufeff ก\u200b์ เ\u200bเ",
    ]
).split(" ")
LETTERS = [
    *"กขฃคฅฆงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรฤลฦวศษสหฬอฮ" * 2,
    *"เแโใไะาำๅ" * 4,
    *"\u0e31\u0e34\u0e35\u0e36\u0e37\u0e38\u0e39\u0e3a\u0e46\u0e47\u0e48\u0e49\u0e4a\u0e4b\u0e4c\u0e4d\u0e4e" * 5,
    *"ฯฯ๐๑๒๓๔๕๙฿๏",
    *"abcdeghilmnrstuxyzABCEISZéßñ" * 2,
    *"0123456789" * 2,
    *"...,,'’  \t\n-()" * 3,
    *"\u200b\u200d\u00ad\ufeff\u0301\u202e",
]
ENDINGS = ["s", "es", "ies", "ing", "ed", "er", "ment", "ation", "is", "'s", "ss", "e", "tt"]


def site_texts() -> list[str]:
    """Titles, summaries and terms of the repository, and sentences of its pages."""
    library, _ = check_repository(ROOT)
    found = [term.data.name(language) for term in library.terms.values() for language in LANGUAGES]
    records: list[Any] = [
        *(module.data for module in library.modules.values()),
        *(case.data for case in library.cases.values()),
    ]
    found += [text[language] for record in records for text in (record.title, record.summary) for language in LANGUAGES]
    for path in sorted(Path(ROOT / "curriculum").rglob("index.*.md")):
        found += [line for line in path.read_text("utf-8").splitlines() if line.strip()][:60]
    return found


def random_texts() -> list[str]:
    """Strings of letters, marks and signs in any order, and words with endings that the stemmer knows."""
    chance = random.Random(543)
    texts = ["".join(chance.choices(LETTERS, k=chance.randint(1, 16))) for _ in range(5_000)]
    stems = ["".join(chance.choices("abcdeilmnorstux", k=chance.randint(1, 6))) for _ in range(1_000)]
    return texts + [stem + "".join(chance.choices(ENDINGS, k=chance.randint(1, 2))) for stem in stems]


IN_THE_BROWSER = """async ([folder, texts]) => {
  const load = (name) => import(`${folder}${name}.js`);
  const names = ["normalise", "fold", "clusters", "stem", "grams", "hash"];
  const modules = Object.assign({}, ...(await Promise.all(names.map(load))));
  const { normalise, fold, unaccent, clusters, stem, grams, isThai, runs, fnv } = modules;
  return texts.map((text) => {
    const plain = normalise(text);
    return {
      normalise: plain,
      fold: fold(plain),
      runs: runs(plain),
      clusters: runs(plain).filter(isThai).flatMap(clusters),
      unaccent: runs(plain).filter((run) => !isThai(run)).map(unaccent),
      stem: runs(plain).filter((run) => !isThai(run)).map(unaccent).map(stem),
      grams: grams(plain).map(({ term }) => term).sort(),
      fnv: fnv(plain.replace(/[^\\0-\\uffff]/gu, "")),
    };
  });
}"""


def utf16(texts: list[str]) -> list[str]:
    """In JavaScript's order."""
    return sorted(texts, key=lambda text: text.encode("utf-16-be", "surrogatepass"))


def in_python(text: str) -> dict[str, Any]:
    plain = normalise(text)
    thai = [run for run in runs(plain) if "\u0e01" <= run[0] <= "\u0e4e"]
    latin = [unaccent(run) for run in runs(plain) if run not in thai]
    return {
        "normalise": plain,
        "fold": fold(plain),
        "runs": runs(plain),
        "clusters": [cluster for run in thai for cluster in clusters(run)],
        "unaccent": latin,
        "stem": [stem(word) for word in latin],
        "grams": utf16(grams(text)),
        "fnv": fnv(re.sub("[^\0-\uffff]", "", plain)),
    }


@pytest.fixture(scope="module")
def texts() -> list[str]:
    return list(dict.fromkeys([*NASTY, *site_texts(), *random_texts()]))


@pytest.fixture(scope="module")
def both(chromium: Any, texts: list[str]) -> list[tuple[str, dict[str, Any], dict[str, Any]]]:
    """Each text, with what Python and what the modules make of it."""
    with modules_page(chromium) as page:
        there = page.evaluate(IN_THE_BROWSER, [MODULES, texts])
    return list(zip(texts, map(in_python, texts), there, strict=True))


@pytest.mark.parametrize("name", in_python(""))
def test_python_and_the_browser_agree(both: list[tuple[str, dict[str, Any], dict[str, Any]]], name: str):
    differ = [(text, here[name], there[name]) for text, here, there in both if here[name] != there[name]]
    lines = [f"{text!a}: {here!a} in Python, {there!a}" for text, here, there in differ[:20]]
    assert not differ, "\n".join([f"{len(differ)} of {len(both)} texts differ", *lines])


def test_the_texts_try_every_letter(texts: list[str]):
    assert len(texts) > 5_000
    thai = {chr(code) for code in range(0x0E01, 0x0E5C) if unicodedata.category(chr(code)) != "Cn"}
    assert thai <= set("".join(texts))


WORDS = """async ([folder, texts]) => {
  const { PassageIndex } = await import(`${folder}passages.js`);
  const page = { url: "", title: "", others: "", kind: "page", bases: [], province: "" };
  const { words } = new PassageIndex([page], texts.map((text) => ({ page: 0, anchor: "", title: "", text })));
  return [...words.keys()].filter((word) => !/[0-9]/.test(word));
}"""


def test_both_know_the_same_words(chromium: Any, texts: list[str]):
    with modules_page(chromium) as page:
        there = page.evaluate(WORDS, [MODULES, texts[::3]])
    here = {word for text in texts[::3] for word in words(text)}
    assert set(there) ^ here == set()


PLACES = """async ([folder, texts, sizes]) => {
  const [{ fnv }, { Vocabulary }, { ShardedIndex }] =
    await Promise.all(["hash", "vocabulary", "sharded"].map((name) => import(`${folder}${name}.js`)));
  const facets = { kind: [], base: [], province: [] };
  return Promise.all(texts.map(async (text) => {
    const shard = async (shards) => {
      let asked;
      const index = new ShardedIndex({ parts: [], shards, facets }, async (name) => ((asked = name), {}));
      await index.shards([text]);
      return Number(/\\d+/.exec(asked)[0]);
    };
    const holds = (size) => {
      const without = (n) => {
        const bits = new Uint8Array(size >> 3).fill(255);
        bits[n >> 3] ^= 1 << (n & 7);
        return new Vocabulary({ words: [], letters: "", size, bits: btoa(String.fromCharCode(...bits)) });
      };
      return Array.from({ length: size }, (_, n) => n).filter((n) => !without(n).has(text));
    };
    return { hash: fnv(text), shards: await Promise.all(sizes.map(shard)), bits: holds(512) };
  }));
}"""


def test_terms_are_looked_for_where_they_were_put(chromium: Any):
    """Shards and bits of the Bloom filter: the browser tells the bits without which it denies a triple."""
    sizes = [1, 2, 7, 64, 997]
    every = sorted({term for text in (*NASTY, *site_texts()) for term in grams(text)}, key=fnv)
    terms = every[:: len(every) // 100]
    with modules_page(chromium) as page:
        found = page.evaluate(PLACES, [MODULES, terms, sizes])
    for term, there in zip(terms, found, strict=True):
        assert there["hash"] == fnv(term), term
        assert there["shards"] == [shard_of(term, size) for size in sizes], term
        assert there["bits"] == sorted(set(bloom_bits(term, 512))), term


WEIGHTS = {
    "HEAD_WEIGHT": ("passages.js", "HEAD_WEIGHT"),
    "TITLE_WEIGHT": ("passages.js", "TITLE_WEIGHT"),
    "OTHER_NAMES_WEIGHT": ("passages.js", "OTHER_NAMES_WEIGHT"),
    "PAGE_TITLE_WEIGHT": ("passages.js", "PAGE_TITLE_WEIGHT"),
    "SATURATION": ("rank.js", "SATURATION"),
    "LENGTH_SHARE": ("rank.js", "LENGTH_SHARE"),
    "HASHES": ("vocabulary.js", "HASHES"),
}


@pytest.mark.parametrize("name", WEIGHTS)
def test_the_build_counts_with_the_weights_of_the_browser(name: str):
    module, constant = WEIGHTS[name]
    source = (ROOT / MODULES.strip("/") / module).read_text("utf-8")
    found = re.search(rf"^(?:export )?const {constant} = ([\d.]+);", source, re.MULTILINE)
    assert found and float(found[1]) == vars(shards)[name]


def test_a_list_has_as_many_levels_as_the_browser_reads():
    source = (ROOT / MODULES.strip("/") / "postings.js").read_text("utf-8")
    assert f"const LEVELS = {len(shards.LEVELS)};" in source
    assert f"[{shards.LEVELS[0]}-{shards.LEVELS[-1]}]" in source
