"""Alphabetical order in Thai and English."""

from __future__ import annotations

from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cde.collation import initial, key

WORDS_IN_ORDER = """
กฎหมาย กรม กลุ่ม กองทุน การเงิน กำแพง กู้ เกษตร เกาะ แก้ว โกดัง ใกล้ ไก่ ขนส่ง ขยะ ข้อมูล ขา ข่า ข้า เขต คน คลอง
ค่าธรรมเนียม งบประมาณ เงิน เงินกู้ จังหวัด ชุมชน ดิน ตลาด เทศบาล น้ำ แผน พัฒนา ภาษี เมือง ระยอง ฤดู ลงทุน วิจัย
ศูนย์ สภา หนี้ อากาศ
"""
DICTIONARY = WORDS_IN_ORDER.split()
"""In the order of the Royal Institute's dictionary."""

CONSONANTS = [chr(code) for code in range(0x0E01, 0x0E2F)]

SYLLABLES = st.tuples(
    st.sampled_from(["", "", *"เแโใไ"]),
    st.sampled_from(CONSONANTS),
    st.sampled_from(["", "ั", "ิ", "ี", "ุ", "ู", "็"]),
    st.sampled_from(["", "่", "้", "๊", "๋"]),
    st.sampled_from(["", "า", "ะ", "ำ", "น", "ง"]),
).map("".join)
WORDS = st.lists(SYLLABLES, min_size=1, max_size=3).map("".join)
TEXTS = WORDS | st.text()


def test_words_of_the_dictionary_are_many_and_different():
    assert len(set(DICTIONARY)) == len(DICTIONARY) >= 30


@settings(deadline=None)
@given(st.permutations(DICTIONARY))
def test_thai_words_come_in_the_order_of_the_dictionary(words):
    assert sorted(words, key=key) == DICTIONARY


def test_english_words_come_in_order_whatever_their_case():
    assert sorted(["waste", "Budget", "audit", "Zone", "baht"], key=key) == ["audit", "baht", "Budget", "waste", "Zone"]


@pytest.mark.parametrize(
    "ordered",
    [
        pytest.param("กก กะ กัน กา กำ กิ กี กึ กือ กุ กู เก แก โก ใก ไก", id="vowels-as-in-the-alphabet"),
        pytest.param("รูป ฤกษ์ ฤดู ฤทธิ์ ฤๅษี ลูก ฦๅชา วัด", id="old-vowels-after-their-consonants"),
        pytest.param("การ การ์ การ่ การ้ การ๊ การ๋ การก กาล", id="marks-between-equal-words"),
        pytest.param("เกา เก่า เก้า เกาะ", id="marks-after-a-leading-vowel"),
        pytest.param("กาก่า ก่ากา", id="the-first-mark-counts"),
        pytest.param("นาม น้ำ น\u0e49\u0e4d\u0e32 น้ำมัน", id="sara-am-typed-as-two"),
        pytest.param("elan Elan Élan elans Müll mulls Zone", id="capitals-and-accents-between-equal-words"),
    ],
)
def test_letters_come_before_marks(ordered: str):
    words = ordered.split()
    assert sorted(set(words), key=key) == words


def test_digits_of_both_scripts_are_the_same():
    ordered = ["1 มาตรา", "2 มาตรา", "๒ มาตรา ก", "๓ มาตรา"]
    assert sorted(set(ordered), key=key) == ordered


def test_words_in_the_readers_script_come_first():
    thai = ["68 เมือง", "กรม", "ขยะ", "BOT", "BOT ไทย", "BOT law", "PDPA"]
    english = ["68 เมือง", "BOT", "BOT law", "BOT ไทย", "PDPA", "กรม", "ขยะ"]
    assert sorted(english, key=partial(key, script="Thai")) == thai
    assert sorted(thai, key=partial(key, script="Latin")) == english


def test_signs_and_spaces_do_not_move_a_word():
    assert sorted(["ขยะ", "“กรม”", "(เขต)", "ก.ก."], key=key) == ["ก.ก.", "“กรม”", "ขยะ", "(เขต)"]
    assert sorted(["กรุงเทพมหานคร", "กรุงเทพธนาคม", "กรุงเทพฯ"], key=key)[0] == "กรุงเทพฯ"
    assert sorted(["user fee", "userid", "user-ab"], key=key) == ["user-ab", "user fee", "userid"]


@given(TEXTS, TEXTS)
def test_the_order_is_total(first, second):
    assert (key(first) == key(second)) == (first == second)


@settings(deadline=None)
@given(st.lists(st.tuples(TEXTS, st.integers()), max_size=20))
def test_equal_words_keep_their_order(pairs):
    ordered = sorted(pairs, key=lambda pair: key(pair[0]))
    for word, _ in pairs:
        assert [n for w, n in ordered if w == word] == [n for w, n in pairs if w == word]
    assert sorted(ordered, key=lambda pair: key(pair[0])) == ordered


def test_a_word_is_filed_under_its_consonant():
    assert [initial(word) for word in ("เทศบาล", "โรงงาน", "ไฟ", "ขยะ", "ฤดู", "(เมือง)", "“แผน”")] == list("ทรฟขฤมผ")
    assert [initial(word) for word in ("waste", "Waste", "4G", "๔G", "Élan", "", "…")] == [*"WW44E##"]


@given(WORDS)
def test_no_word_is_filed_under_a_vowel_or_a_tone_mark(word):
    assert initial(word) in CONSONANTS


@settings(deadline=None)
@given(st.lists(WORDS, max_size=20))
def test_words_of_one_letter_stand_together(words):
    letters = [initial(word) for word in sorted(words, key=key)]
    assert letters == sorted(letters)
