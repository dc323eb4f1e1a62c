"""Years, dates, figures and money as a reader of each language expects them."""

from __future__ import annotations

import datetime
import re
from fractions import Fraction
from typing import Any

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from cde import yaml_nodes
from cde.documents import read_yaml
from cde.formats import MONEY, Writer, common_year, digits
from cde.model.case import Claim
from cde.model.fields import Text
from cde.model.language import Language
from cde.model.words import Words
from cde.validation import validate
from tests import minirepo
from tests.test_compose import Site

FILES = sorted((minirepo.ROOT / "data/languages").glob("*.yml"))


def language(code: str) -> Language:
    """A language as its file tells of it."""
    marked, problems = read_yaml(minirepo.ROOT, f"data/languages/{code}.yml")
    assert marked is not None
    entry, faults = validate(marked, Language, Words({}))
    assert [*problems, *faults] == []
    assert entry is not None
    return entry.data


LANGUAGES = {path.stem: language(path.stem) for path in FILES}
WRITERS = {code: Writer(found.formats) for code, found in LANGUAGES.items()}
THAI, ENGLISH = WRITERS["th"], WRITERS["en"]
THAI_DIGITS = Writer(LANGUAGES["th"].formats, numerals="thai")
MALAY = Writer(
    LANGUAGES["en"].formats.model_copy(
        update={
            "months": [f"bulan {number}" for number in range(1, 13)],
            "date": "{day} hb {month}, {year}",
            "decimal": ",",
            "thousands": ".",
            "range": "{first} hingga {last}",
            "scales": {1_000_000: "{unit} {number} juta"},
            "amount": "{unit} {number}",
            "one": {},
            "percent": "{} peratus",
        }
    )
)
"""A language that puts everything elsewhere."""

ANY_WRITER = st.sampled_from([*WRITERS.values(), THAI_DIGITS, MALAY])
BOTH = st.sampled_from(["th", "en"])
ERAS = st.sampled_from([None, "be", "ce", "both"])
YEARS = st.integers(1200, 2200)
DAYS = st.dates(datetime.date(1200, 1, 1), datetime.date(2200, 12, 31)).map(datetime.date.isoformat)
DATES = (
    DAYS
    | DAYS.map(lambda day: day[:7])
    | YEARS.map(str)
    | YEARS.map(lambda year: f"{year}~")
    | st.tuples(YEARS, YEARS).map(lambda years: f"{min(years)}/{max(years)}")
)


# Years and dates


@pytest.mark.parametrize(
    ("written", "thai", "english"),
    [
        ("2022-09-02", "2 กันยายน 2565", "2 September 2022"),
        ("2022-12-31", "31 ธันวาคม 2565", "31 December 2022"),
        ("2022-01-01", "1 มกราคม 2565", "1 January 2022"),
        ("2022-09", "กันยายน 2565", "September 2022"),
        ("2022", "พ.ศ. 2565", "2022"),
        ("2020/2021", "พ.ศ. 2563–2564", "2020–2021"),
        ("2015~", "ราว พ.ศ. 2558", "about 2015"),
    ],
)
def test_a_date_is_told_in_both_calendars(written: str, thai: str, english: str):
    assert THAI.date(written) == thai
    assert ENGLISH.date(written) == english


@pytest.mark.parametrize(
    ("written", "thai", "english"),
    [
        ("2022", "ค.ศ. 2022", "B.E. 2565"),
        ("2022-09-02", "2 กันยายน ค.ศ. 2022", "2 September B.E. 2565"),
        ("2022-09", "กันยายน ค.ศ. 2022", "September B.E. 2565"),
        ("2020/2021", "ค.ศ. 2020–2021", "B.E. 2563–2564"),
        ("2015~", "ราว ค.ศ. 2015", "about B.E. 2558"),
    ],
)
def test_any_language_tells_the_other_era_and_names_it(written: str, thai: str, english: str):
    assert THAI.date(written, "ce") == thai
    assert ENGLISH.date(written, "be") == english
    assert THAI.date(written, "be") == THAI.date(written)
    assert ENGLISH.date(written, "ce") == ENGLISH.date(written)


@pytest.mark.parametrize(
    ("written", "thai", "english"),
    [
        ("2022", "พ.ศ. 2565 (ค.ศ. 2022)", "2022 (B.E. 2565)"),
        ("2022-09-02", "2 กันยายน 2565 (ค.ศ. 2022)", "2 September 2022 (B.E. 2565)"),
        ("2020/2021", "พ.ศ. 2563–2564 (ค.ศ. 2020–2021)", "2020–2021 (B.E. 2563–2564)"),
        ("2015~", "ราว พ.ศ. 2558 (ค.ศ. 2015)", "about 2015 (B.E. 2558)"),
    ],
)
def test_both_eras_stand_side_by_side(written: str, thai: str, english: str):
    assert THAI.date(written, "both") == thai
    assert ENGLISH.date(written, "both") == english


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("1934-03-31", "31 มีนาคม 2476"),
        ("1934-04-24", "24 เมษายน 2477"),
        ("1940-01", "มกราคม 2482"),
        ("1940-12-31", "31 ธันวาคม 2483"),
        ("1941-01-01", "1 มกราคม 2484"),
        ("1934", "พ.ศ. 2477"),
    ],
)
def test_before_1941_a_buddhist_year_began_in_april(written: str, shown: str):
    assert THAI.date(written) == shown


def test_dates_stand_in_thai_digits_where_asked():
    assert THAI_DIGITS.date("2022-09-02") == "๒ กันยายน ๒๕๖๕"
    assert THAI_DIGITS.date("2020/2021") == "พ.ศ. ๒๕๖๓–๒๕๖๔"
    assert Writer(LANGUAGES["en"].formats, numerals="thai").year(2022) == "2022", "English has no others"


def test_the_order_of_a_date_and_the_sign_of_a_range_are_those_of_the_language():
    assert MALAY.date("2022-09-02") == "2 hb bulan 9, 2022"
    assert MALAY.date("2020/2021", "both") == "2020 hingga 2021 (B.E. 2563 hingga 2564)"


def test_every_month_has_one_name_in_each_language():
    assert all(len(set(found.formats.months)) == 12 for found in LANGUAGES.values())
    months = LANGUAGES["th"].formats.months
    assert months[1] == "กุมภาพันธ์"
    assert all(name.endswith(("คม", "ยน", "พันธ์")) for name in months)


@given(YEARS)
def test_a_thai_year_is_543_years_ahead(value: int):
    assert int(THAI.year(value).removeprefix("พ.ศ. ")) - 543 == value
    assert int(ENGLISH.year(value)) == value


@given(DAYS, BOTH)
@example("1941-01-01", "th")
@example("1940-03-31", "th")
def test_a_full_date_can_be_read_back(written: str, code: str):
    day, month, shown_year = WRITERS[code].date(written).split(" ")
    number = LANGUAGES[code].formats.months.index(month) + 1
    early = number < 4 and written < "1941"
    era = (542 if early else 543) if code == "th" else 0
    assert written == datetime.date(int(shown_year) - era, number, int(day)).isoformat()


@given(YEARS, st.integers(1, 12), BOTH)
def test_a_month_is_its_day_without_the_day(value: int, month: int, code: str):
    written = f"{value}-{month:02}"
    assert WRITERS[code].date(f"{written}-07") == f"7 {WRITERS[code].date(written)}"


@given(st.integers(1200, 2199), st.integers(1, 99), BOTH)
def test_a_range_names_both_years_and_the_era_once(first: int, length: int, code: str):
    shown = WRITERS[code].date(f"{first}/{first + length}")
    era = 543 if code == "th" else 0
    assert [int(found) - era for found in re.findall(r"\d+", shown)] == [first, first + length]
    assert shown.count("พ.ศ.") == (1 if code == "th" else 0)


@given(DATES, ERAS, ANY_WRITER)
def test_any_date_of_the_data_can_be_written(written: str, era: Any, writer: Writer):
    shown = writer.date(written, era)
    assert not re.search(r"[{}]|  ", shown)
    assert shown == shown.strip()


# Reading


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("๒,๔๖๒", "2,462"),
        ("มาตรา ๕๐ (๒)", "มาตรา 50 (2)"),
        ("2,462", "2,462"),
        ("", ""),
        ("x² ½", "x² ½"),
        ("໒០", "20"),
    ],
)
def test_digits_of_any_script_are_read(text: str, read: str):
    assert digits(text) == read


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("พ.ศ. ๒๕๖๕", 2022),
        ("ค.ศ. ๒๐๒๒", 2022),
        ("2565", 2022),
        ("2022", 2022),
        ("B.E. 2562 (2019)", 2019),
        ("24 เมษายน ๒๔๗๗", 1934),
        ("2565-09-02", 2022),
        ("ฉบับที่ 14", None),
        ("25655", None),
        ("", None),
    ],
)
def test_a_year_is_read_whatever_its_era_and_digits(text: str, year: int | None):
    assert common_year(text) == year


@given(YEARS, ANY_WRITER, ERAS)
def test_a_year_that_was_written_is_read_again(value: int, writer: Writer, era: Any):
    shown = writer.year(value, era)
    told_in_buddhist_era = str(value + 543) in digits(shown)
    if value + 543 >= 2400 or not told_in_buddhist_era:
        assert common_year(shown) == value


@given(st.integers(0, 10**9))
def test_a_number_in_thai_digits_is_read_again(value: int):
    assert digits(THAI_DIGITS.number(value)) == THAI.number(value)
    assert int(digits(THAI_DIGITS.number(value)).replace(",", "")) == value


# Numbers


@pytest.mark.parametrize(
    ("value", "shown"),
    [(0, "0"), (7, "7"), (1234567, "1,234,567"), (4.40, "4.4"), (1200.5, "1,200.5"), (20.0, "20"), (-3.25, "-3.25")],
)
def test_a_number_has_its_thousands_marked(value: float, shown: str):
    assert THAI.number(value) == ENGLISH.number(value) == shown


def test_signs_and_digits_are_those_of_the_language():
    assert MALAY.number(1234567.5) == "1.234.567,5"
    assert THAI_DIGITS.number(1234567.5) == "๑,๒๓๔,๕๖๗.๕"


@given(st.integers(-(10**25), 10**25))
def test_a_whole_number_can_be_read_back(value: int):
    assert int(THAI.number(value).replace(",", "")) == value


@given(st.decimals(-1_000_000, 1_000_000, places=4))
def test_a_number_of_four_decimals_can_be_read_back(value):
    assert float(THAI.number(float(value)).replace(",", "")) == float(value)


@given(st.floats(-1e12, 1e12))
@example(1.00001)
def test_a_number_is_well_formed(value: float):
    assert re.fullmatch(r"-?\d{1,3}(,\d{3})*(\.\d{0,3}[1-9])?", THAI.number(value))


# Money


@pytest.mark.parametrize(
    ("baht", "thai", "english"),
    [
        (999_999, "999,999 บาท", "999,999 baht"),
        (1_000_000, "1 ล้านบาท", "1 million baht"),
        (2_500_000, "2.5 ล้านบาท", "2.5 million baht"),
        (13_000_000_000, "13,000 ล้านบาท", "13 billion baht"),
        (1_540_000_000, "1,540 ล้านบาท", "1.54 billion baht"),
        (1_234_567.25, "1.23456725 ล้านบาท", "1.23456725 million baht"),
    ],
)
def test_money_is_told_in_millions_and_in_english_billions(baht: float, thai: str, english: str):
    assert THAI.money(baht, "บาท") == thai
    assert ENGLISH.money(baht, "baht") == english


@pytest.mark.parametrize("baht", [70_669_012, 1_000_020, 13_000_000_001])
def test_a_sum_of_money_keeps_its_last_baht(baht: int):
    """A rounded sum would no longer be what its source says, and nothing would say "about"."""
    figure, size = ENGLISH.money(baht, "baht").removesuffix(" baht").rsplit(" ", 1)
    assert not figure.endswith(".")
    assert round(float(figure.replace(",", "")) * {"million": 10**6, "billion": 10**9}[size]) == baht


def in_baht(shown: str) -> Fraction:
    """A sum of money as it was written, in baht."""
    scales = {"billion": 10**9, "million": 10**6, "ล้าน": 10**6}
    scale = next((size for word, size in scales.items() if word in shown), 1)
    return Fraction(re.sub(r"[^\d.-]", "", shown)) * scale


@given(st.integers(-(10**15), 10**15) | st.decimals(0, 10**9, places=2).map(float), BOTH)
def test_money_is_never_rounded(baht: float, code: str):
    assert in_baht(WRITERS[code].money(baht, "")) == Fraction(str(baht))


# Quantities

UNITS = {
    "baht": Text(th="บาท", en="baht"),
    "baht-per-year": Text(th="บาท/ปี", en="baht/year"),
    "percent": Text(th="%", en="%"),
    "people": Text(th="คน", en="people"),
    "km": Text(th="กม.", en="km"),
}


def claim(**changes: Any) -> Claim:
    """A claim of 20 people, changed."""
    fields: dict[str, Any] = {
        "id": "c1",
        "kind": "result",
        "text": Text(th="ก", en="a"),
        "value": 20,
        "value_to": None,
        "approximate": False,
        "unit": "people",
        "year": None,
        "level": "reported",
        "print": "ok",
        "sources": ["news"],
    }
    return Claim.model_construct(**(fields | changes))


def quantity(code: str, **changes: Any) -> str | None:
    """The figure of a claim in a language."""
    found = claim(**changes)
    return WRITERS[code].quantity(found, UNITS[found.unit][code] if found.unit else "")


@pytest.mark.parametrize(
    ("changes", "thai", "english"),
    [
        ({}, "20 คน", "20 people"),
        ({"value": None}, None, None),
        ({"unit": None}, "20", "20"),
        ({"approximate": True}, "ประมาณ 20 คน", "about 20 people"),
        ({"approximate": "over"}, "กว่า 20 คน", "over 20 people"),
        ({"approximate": "nearly"}, "เกือบ 20 คน", "nearly 20 people"),
        ({"value_to": 30}, "20–30 คน", "20–30 people"),
        ({"unit": "percent", "value": 12.5}, "12.5%", "12.5%"),
        ({"unit": "percent", "value_to": 30}, "20–30%", "20–30%"),
        ({"unit": "baht", "value": 500}, "500 บาท", "500 baht"),
        ({"unit": "baht-per-year", "value": 2_000_000}, "2 ล้านบาท/ปี", "2 million baht/year"),
        ({"value": 0, "approximate": True, "value_to": 5}, "ประมาณ 0–5 คน", "about 0–5 people"),
    ],
)
def test_a_quantity_has_its_unit_its_range_and_its_about(changes: dict[str, Any], thai: str, english: str):
    assert quantity("th", **changes) == thai
    assert quantity("en", **changes) == english


@pytest.mark.parametrize(
    ("changes", "english"),
    [
        ({"value": 1}, "1 person"),
        ({"value": 1.0, "approximate": True}, "about 1 person"),
        ({"value": 2}, "2 people"),
        ({"value": 0}, "0 people"),
        ({"value": 1, "value_to": 2}, "1–2 people"),
        ({"value": 1, "unit": "km"}, "1 km"),
        ({"value": 1, "unit": None}, "1"),
    ],
)
def test_one_of_a_unit_is_singular(changes: dict[str, Any], english: str):
    assert quantity("en", **changes) == english


@pytest.mark.parametrize(
    ("first", "last", "thai", "english"),
    [
        (1_500_000, 2_000_000, "1.5–2 ล้านบาท", "1.5–2 million baht"),
        (900_000, 2_000_000, "900,000–2,000,000 บาท", "900,000–2,000,000 baht"),
        (900_000_000, 1_200_000_000, "900–1,200 ล้านบาท", "900–1,200 million baht"),
        (0, 2_000_000, "0–2 ล้านบาท", "0–2 million baht"),
    ],
)
def test_both_ends_of_a_range_of_money_have_one_scale(first: int, last: int, thai: str, english: str):
    """`1–2 million` may mean nothing but one million to two."""
    assert quantity("th", unit="baht", value=first, value_to=last) == thai
    assert quantity("en", unit="baht", value=first, value_to=last) == english


def test_the_order_of_number_and_unit_is_that_of_the_language():
    assert MALAY.money(2_500_000, "baht") == "baht 2,5 juta"
    assert MALAY.quantity(claim(unit="percent", value=12.5)) == "12,5 peratus"


NUMBERS = st.integers(-(10**18), 10**18) | st.floats(allow_nan=False, allow_infinity=False)


@given(
    NUMBERS | st.none(),
    NUMBERS | st.none(),
    st.sampled_from([*UNITS, None]),
    st.sampled_from([False, True, "over", "nearly"]),
    ANY_WRITER,
)
def test_any_claim_can_be_written(value: Any, value_to: Any, unit: Any, approximate: Any, writer: Writer):
    shown = writer.quantity(claim(value=value, value_to=value_to, unit=unit, approximate=approximate), unit or "")
    assert (shown is None) == (value is None)
    assert not re.search(r"[{}]|^\s|\s$", shown or "")


# The files


def test_units_of_one_are_units():
    marked, _ = read_yaml(minirepo.ROOT, "data/vocabularies.yml")
    assert marked is not None
    units = marked.data["unit"]
    for code, found in LANGUAGES.items():
        assert set(found.formats.one) <= set(units), code
        assert not set(found.formats.one) & {*MONEY, "percent"}, f"{code}: these are written in their own way"
        assert all(word != units[unit].get(code) for unit, word in found.formats.one.items()), code


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_language_of_the_site_knows_all_that_is_asked_of_it(code: str):
    found = LANGUAGES[code]
    assert code in found.calls, "it calls itself by name"
    assert {found.formats.decimal, found.formats.thousands} & set("0123456789") == set()
    assert found.formats.decimal != found.formats.thousands
    assert all(len(set(row)) == 10 and digits(row) == "0123456789" for row in found.formats.numerals.values())


@pytest.mark.parametrize(
    ("words", "instead", "told", "thai"),
    [
        (", ธันวาคม]", "]", "months", "ต้องมีอย่างน้อย 12 รายการ"),
        ("มกราคม, ", "'', ", "months", "ต้องยาวอย่างน้อย 1 ตัวอักษร"),
        ("about_year: ราว {}", "about_year: ราว", "about_year", "ต้องตรงรูปแบบ {}"),
        ("{day} {month} {year}", "{month} {year}", "date", "ต้องตรงรูปแบบ {day}"),
        ("{first}–{last}", "{first}–{first}", "range", "ต้องตรงรูปแบบ {first}"),
        ("ล้าน{unit}", "ล้าน", "1000000", "ต้องตรงรูปแบบ {unit}"),
        ("ค.ศ. {}", "ค.ศ.", "ce", "ต้องตรงรูปแบบ {}"),
        ("๑๒๓๔๕๖๗๘๙", "๑๒๓๔๕๖๗๘", "thai", "ต้องยาวอย่างน้อย 10 ตัวอักษร"),
    ],
)
def test_a_fault_of_a_file_is_told_at_its_line(words: str, instead: str, told: str, thai: str):
    text = (minirepo.ROOT / "data/languages/th.yml").read_text("utf-8")
    line = text[: text.index(words)].count("\n") + 1
    marked, _ = yaml_nodes.parse("th.yml", minirepo.edited(text, {words: instead}))
    assert marked is not None
    entry, (fault,) = validate(marked, Language, Words({}))
    assert entry is None
    assert fault.line == line
    assert told in text.splitlines()[line - 1]
    assert fault.words("th")["message"].endswith(thai)


def test_a_brace_that_is_no_gap_stays_as_it_is():
    odd = Writer(LANGUAGES["en"].formats.model_copy(update={"about_year": "{ca} {} {"}))
    assert odd.date("2015~") == "{ca} 2015 {"


# A third language, by its files alone

MALAY_GLOSSARY = """\
- {id: circular-economy, th: เศรษฐกิจหมุนเวียน, en: circular economy, abbr_en: CE, topic: bcg, th_form: seen,
   others: {ms: ekonomi kitaran}, definition: {th: ใช้ซ้ำให้นาน, en: Use things for long, ms: Guna lama}}
- {id: user-fee, th: ค่าบริการ, en: user fee, topic: bcg, th_form: unconfirmed,
   definition: {th: จ่ายตามที่ใช้, en: Pay for what you use}}
"""


WORDS = ("data/interface.yml", "data/vocabularies.yml")


def malay_file() -> str:
    """`data/languages/ms.yml`: Malay formats, English words for the rest."""
    english = {path: yaml.safe_load((minirepo.ROOT / path).read_text("utf-8")) for path in WORDS}
    data = yaml.safe_load((minirepo.ROOT / "data/languages/en.yml").read_text("utf-8"))
    data |= {"order": 3, "name": "Bahasa Melayu", "locale": "ms_MY", "according": ["Menurut"]}
    data["formats"] |= MALAY.formats.model_dump(include={"months", "date", "amount", "scales", "decimal", "thousands"})
    data["interface"] = {key: text["en"] for key, text in english["data/interface.yml"].items()}
    data["vocabularies"] = {
        name: {word: text["en"] for word, text in words.items()}
        for name, words in english["data/vocabularies.yml"].items()
    }
    return yaml.safe_dump(data, allow_unicode=True)


@pytest.fixture(scope="module")
def malay(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The mini repository with a third language, its case in it."""
    case = minirepo.edited(
        minirepo.CASE_YML,
        {
            "text: {th: งบของโครงการ, en: The budget}": "text: {th: งบ, en: Money, ms: Menurut berita dua juta}",
            "text: {th: ขยะที่ชั่งได้, en: Weighed waste}": "text: {th: ตามที่ชั่ง, en: Weighed}",
            "last_checked: null": "last_checked: 2026-03-05",
        },
    )
    case = case.replace("level: measured, print: ok", "level: measured, print: attribute")
    page = minirepo.files()[f"{minirepo.CASE}/index.en.md"]
    files = {
        "data/languages/ms.yml": malay_file(),
        "data/glossary.yml": MALAY_GLOSSARY,
        f"{minirepo.CASE}/case.yml": case,
        f"{minirepo.CASE}/index.ms.md": page,
    }
    return Site(tmp_path_factory.mktemp("malay"), files)


def test_a_third_language_writes_in_its_own_way(malay: Site):
    page = malay.page("case_studies/nan/index.md", "ms").markdown
    assert "baht 13 juta" in page
    assert "5 hb bulan 3, 2026" in page
    assert "5 มีนาคม 2569" in malay.page("case_studies/nan/index.md", "th").markdown


def test_a_claim_says_whose_word_it_is_in_the_language_it_is_written_in(malay: Site):
    rows = malay.page("case_studies/nan/index.md", "ms").markdown
    assert "According to the source: " not in rows, "one says Menurut; the other is told in Thai, which says ตาม"
    assert "According to the source: Money" in malay.page("case_studies/nan/index.md", "en").markdown


@pytest.mark.parametrize(
    ("reader", "shown"),
    [
        ("th", [("en", "circular economy (CE)"), ("ms", "ekonomi kitaran"), ("en", "user fee")]),
        ("en", [("th", "ค่าบริการ"), ("th", "เศรษฐกิจหมุนเวียน"), ("ms", "ekonomi kitaran")]),
        ("ms", [("en", "user fee"), ("th", "เศรษฐกิจหมุนเวียน"), ("en", "circular economy (CE)")]),
    ],
)
def test_a_term_is_told_in_each_language_that_has_it_once(malay: Site, reader: str, shown: list[tuple[str, str]]):
    page = malay.page("docs/glossary.md", reader).markdown
    assert sorted(re.findall(r'<p class="other" lang="(..)">(.*?)</p>', page)) == sorted(shown)


def test_a_term_without_a_name_in_a_language_has_its_thai_one(malay: Site):
    term = malay.library.terms["user-fee"].data
    assert term.name("ms") == term.name("th") == "ค่าบริการ"
    assert term.abbreviation("ms") is None
