"""What changes a fingerprint, in which of its four parts, and what does not."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cde.fingerprint import KINDS, changes, fingerprint


def told(before: str, after: str) -> tuple[str, ...]:
    """The kinds of change between two texts."""
    return changes(fingerprint(before), fingerprint(after))


# Examples


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param("ชั่งขยะ ทุกวัน", "ชั่งขยะทุกวัน", id="space-beside-thai"),
        pytest.param("ชั่ง 20 ตัน", "ชั่ง20ตัน", id="space-between-thai-and-a-figure"),
        pytest.param("weigh  each\nload", "weigh each load", id="more-spaces-and-a-line-break"),
        pytest.param("weigh\u00a0it", "weigh it", id="space-that-does-not-break"),
        pytest.param("ได้ผล\u200bอย่างไร", "ได้ผลอย่างไร", id="zero-width-space"),
        pytest.param("co\u00adoperation\ufeff", "cooperation", id="other-invisible-characters"),
        pytest.param("cafe\u0301", "café", id="nfc"),
        pytest.param("cafe\u200b\u0301", "café", id="invisible-character-within-a-letter"),
        pytest.param("มาตรา ๑๒", "มาตรา 12", id="thai-digits"),
        pytest.param("13,000 baht", "13000 baht", id="thousands"),
        pytest.param("๑๓,๐๐๐,๐๐๐.๕ บาท", "13000000.5 บาท", id="all-of-them"),
        pytest.param("[a](../x.th.md#y)", "[a](../x.en.md#y)", id="language-of-a-link"),
        pytest.param("[a](../x.md)", "[a](../x.th.md)", id="link-without-a-language"),
        pytest.param("It fell [@a; @b].", "It fell [@b; @a].", id="order-within-a-citation"),
        pytest.param("It fell [@a] [@b].", "It fell [@a; @b].", id="citations-that-touch"),
        pytest.param("It fell [@a].", "It fell[@a].", id="space-before-a-citation"),
        pytest.param("", " \n\n", id="nothing"),
    ],
)
def test_what_is_no_change(before: str, after: str):
    assert told(before, after) == ()


@pytest.mark.parametrize(
    ("before", "after", "kinds"),
    [
        ("The town weighs.", "The town sorts.", "words"),
        ("now here", "nowhere", "words"),
        ("a part of it", "apart of it", "words"),
        ("A, b", "A b", "words"),
        ("ชั่งขยะ", "ชังขยะ", "words"),
        ("<!-- quiz -->", "<!-- worksheet -->", "words"),
        ("พ.ศ. 2565", "พ.ศ. 2566", "figures"),
        ("in 2022", "in 2565", "figures"),
        ("12.5 tonnes", "125 tonnes", "figures"),
        ("1,000 baht", "1.000 baht", "figures"),
        ("1,2 and 3", "12 and 3", "figures"),
        ("item 2.10", "item 2.1", "figures"),
        ("call 053", "call 53", "figures"),
        ("id 12345678901234567", "id 12345678901234568", "figures"),
        ("CO2", "CO3", "figures"),
        ("10 of 20", "20 of 10", "figures"),
        ("5 of them weigh", "of them 5 weigh", "words"),
        ("m²", "m³", "words"),
        ("It fell [@a].", "It fell [@b].", "sources"),
        ("It fell [@a].", "It fell.", "sources"),
        ("It fell [@bcg-001].", "It fell [@bcg-002].", "sources"),
        ("It fell [@a; @b].", "It fell [@a].", "sources"),
        ("It fell [@a]. It rose [@b].", "It fell [@b]. It rose [@a].", "sources"),
        ("It fell [@a; @b]. It rose [@c].", "It fell [@a]. It rose [@b; @c].", "sources"),
        ("ลด[@a]ลง", "ลดลง", "sources"),
        ("[the book [@a]](x.md)", "[the book [@b]](x.md)", "sources"),
        ("[a](x.md)", "[a](y.md)", "links"),
        ("[a](x1.md#s2)", "[a](x1.md#s3)", "links"),
        ("[a](x_(1).md)", "[a](x_(2).md)", "links"),
        ("[a](<x y.md>)", "[a](<x z.md>)", "links"),
        ("![a](map-1.png)", "![a](map-2.png)", "links"),
        ('<img src="a.png" alt="a">', '<img src="b.png" alt="a">', "links"),
        ("<a href='a'>x</a>", "<a href='b'>x</a>", "links"),
        ("<https://a.example/1>", "<https://a.example/2>", "links"),
        ("See https://a.example/1.", "See https://a.example/2.", "links"),
        ("[a][r]\n\n[r]: x.md", "[a][r]\n\n[r]: y.md", "links"),
        ("### Part {#part-1}", "### Part {#part-2}", "links"),
        ("[a](x.md){.button}", "[a](x.md){.wide}", "links"),
        ("[2 of them](x)", "[3 of them](x)", "figures"),
        ("[a](x)", "[b](x)", "words"),
        ('[a](x "title")', '[a](x "other")', "words"),
        ("`[@a]`", "`[@b]`", "words"),
        ("```\n[a](b)\n```", "```\n[a](c)\n```", "words"),
        ("```\nrun --all\n```", "```\nrun --some\n```", "words"),
        ("`run 1`", "`run 2`", "figures"),
        ("`run` [@a]", "`walk` [@a]", "words"),
        ("A.", "A. It cost 5 [@a]. [b](x)", "words figures sources links"),
    ],
)
def test_a_change_is_told_in_its_kind_and_only_there(before: str, after: str, kinds: str):
    assert told(before, after) == told(after, before) == tuple(kinds.split())


def test_a_fingerprint_stays_as_it_is_written_in_front_matter():
    """Another one for the same text would call every translation of the site stale."""
    assert fingerprint("ลดลง 12 % [@a] [b](c)") == "9213ec-6b51d4-ca9781-2e7d2c"
    assert len(fingerprint("").split("-")) == len(KINDS)


# Properties


WORDS = st.sampled_from(["เทศบาล", "น้ำ", "เมือง", "ขยะ", "town", "waste", "café", "(so)", "**bold**", "`code`", "–"])
FIGURES = st.one_of(st.integers(0, 10**12).map(str), st.sampled_from(["2.10", "0.5", "007", "1.2.3"]))
SOURCES = st.lists(st.sampled_from(["news", "bcg-001", "bcg-002", "a.b:c"]), min_size=1, max_size=2, unique=True).map(
    lambda keys: f"[@{'; @'.join(sorted(keys))}]"
)
LINKS = st.sampled_from(["a1.th.md", "a2.th.md#b3", "../c/index.th.md", "map-4.png", "https://e.example/5"]).map(
    lambda address: f"[so]({address})"
)
PIECES = {"words": WORDS, "figures": FIGURES, "sources": SOURCES, "links": LINKS}
PIECE = st.one_of(*(st.tuples(st.just(kind), text) for kind, text in PIECES.items()))
TEXT = st.lists(PIECE, max_size=12)


def joined(pieces: list[tuple[str, str]]) -> str:
    """Pieces as a text; a comma after each, so that no two citations or figures touch."""
    return " , ".join(text for _, text in pieces)


@given(TEXT, st.data())
def test_another_way_of_writing_is_no_change(pieces: list[tuple[str, str]], data: st.DataObject):
    text = joined(pieces)
    written = unicodedata.normalize("NFD", text) if data.draw(st.booleans()) else text
    if data.draw(st.booleans()):
        written = re.sub(r"(?<![\d.])[1-9]\d{3,}(?![\d.])", lambda found: f"{int(found[0]):,}", written)
    outside = re.split(r"(\]\([^)]*\)|\[@[^\]]*\])", written)
    if data.draw(st.booleans()):
        outside[::2] = [part.translate({48 + digit: 0xE50 + digit for digit in range(10)}) for part in outside[::2]]
    if data.draw(st.booleans()):
        outside[::2] = [re.sub("(?=[ก-ฮ])", "\u200b", part) for part in outside[::2]]
    written = "".join(outside).replace(".th.md", data.draw(st.sampled_from([".th.md", ".en.md", ".ms.md", ".md"])))
    written = re.sub(" ", lambda _: data.draw(st.sampled_from([" ", "  ", "\n", " \u00a0"])), written)
    assert told(text, written) == ()


@given(TEXT, PIECE, TEXT, st.data())
def test_one_piece_changed_is_told_in_its_kind_alone(
    before: list[tuple[str, str]], piece: tuple[str, str], after: list[tuple[str, str]], data: st.DataObject
):
    kind, text = piece
    other = data.draw(PIECES[kind].filter(lambda other: other != text))
    assert told(joined([*before, piece, *after]), joined([*before, (kind, other), *after])) == (kind,)


@given(TEXT, SOURCES, WORDS)
def test_a_citation_added_is_no_change_of_words(pieces: list[tuple[str, str]], citation: str, word: str):
    text = joined([*pieces, ("words", word)])
    assert told(text, f"{text} {citation}.") == told(text, f"{text}{citation}.") == ("words", "sources")
    assert told(f"{text}.", f"{text} {citation}.") == ("sources",)


@given(st.text(), st.text())
def test_any_text_has_a_fingerprint_and_two_have_the_same_or_differ_somewhere(one: str, two: str):
    assert told(one, one) == ()
    assert (told(one, two) == ()) == (fingerprint(one) == fingerprint(two))
