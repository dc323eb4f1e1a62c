"""Figures as a reader expects them: thousands marked, money in million and billion baht, "about" where it is so."""

from __future__ import annotations

from cde.model.case import Claim
from cde.model.words import Words

MONEY = {"baht", "baht-per-year", "baht-per-month"}
"""Units that hold money in whole baht."""

_SCALES = {"th": ((1_000_000, "ล้าน"),), "en": ((1_000_000_000, "billion "), (1_000_000, "million "))}
_ABOUT: dict[str, dict[bool | str, str]] = {
    "th": {False: "", True: "ประมาณ ", "over": "กว่า ", "nearly": "เกือบ "},
    "en": {False: "", True: "about ", "over": "over ", "nearly": "nearly "},
}


def number(value: float, decimals: int = 4) -> str:
    """1234567 -> `1,234,567`; 4.40 -> `4.4`; rounded to a number of decimals."""
    shown = f"{value:,.{decimals}f}"
    shown = shown.rstrip("0").rstrip(".") if "." in shown else shown
    return "0" if shown == "-0" else shown


def money(baht: float, unit: str, language: str) -> str:
    """13000000000, `บาท` -> `13,000 ล้านบาท`; `baht` -> `13 billion baht`; to the last baht, below a million in full."""
    for size, name in _SCALES[language]:
        if abs(baht) >= size:
            return f"{number(baht / size, decimals=len(str(size)) - 1)} {name}{unit}"
    return f"{number(baht)} {unit}"


def quantity(claim: Claim, words: Words, language: str) -> str | None:
    """The figure of a claim with its unit, its range and its "about"; None where the claim has no figure."""
    if claim.value is None:
        return None
    unit = words.say("unit", claim.unit, language) if claim.unit else ""
    if claim.unit in MONEY:
        last = money(claim.value_to if claim.value_to is not None else claim.value, unit, language)
    elif claim.unit == "percent":
        last = f"{number(claim.value_to if claim.value_to is not None else claim.value)}%"
    else:
        last = f"{number(claim.value_to if claim.value_to is not None else claim.value)} {unit}".rstrip()
    first = ""
    if claim.value_to is not None:
        first = (money(claim.value, "", language).strip() if claim.unit in MONEY else number(claim.value)) + "–"
    return _ABOUT[language][claim.approximate] + first + last
