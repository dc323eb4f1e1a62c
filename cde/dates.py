"""Dates in the reader's calendar: 2 กันยายน 2565 in Thai, 2 September 2022 in English."""

from __future__ import annotations

import re

from cde.model.fields import BUDDHIST_ERA

_THAI = "มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน ธันวาคม"
_ENGLISH = "January February March April May June July August September October November December"
MONTHS = {"th": tuple(_THAI.split()), "en": tuple(_ENGLISH.split())}
APPROXIMATELY = {"th": "ราว ", "en": "about "}


def year(value: int, language: str) -> str:
    """2022 -> `พ.ศ. 2565` or `2022`."""
    return f"พ.ศ. {value + BUDDHIST_ERA}" if language == "th" else str(value)


def date(value: str, language: str) -> str:
    """A date of the data in a reader's calendar.

    `2022-09-02` -> `2 กันยายน 2565`, `2022-09` -> `กันยายน 2565`, `2022` -> `พ.ศ. 2565`,
    `2020/2021` -> `พ.ศ. 2563–2564`, `2015~` -> `ราว พ.ศ. 2558`.
    """
    if value.endswith("~"):
        return APPROXIMATELY[language] + year(int(value[:-1]), language)
    if "/" in value:
        first, last = (int(part) for part in value.split("/"))
        return f"{year(first, language)}–{year(last, language).removeprefix('พ.ศ. ')}"
    parts = [int(part) for part in re.findall(r"\d+", value)]
    if len(parts) == 1:
        return year(parts[0], language)
    shown_year = parts[0] + (BUDDHIST_ERA if language == "th" else 0)
    month = MONTHS[language][parts[1] - 1]
    day = f"{parts[2]} " if len(parts) == 3 else ""
    return f"{day}{month} {shown_year}"
