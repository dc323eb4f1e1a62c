"""Words that claim too much, and plans told as results: what an audit of the facts found wrong most often."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cde import citations, layout, prose
from cde.library import CaseFolder, Library
from cde.problem import Problem

STRONG = {
    "th": re.compile(
        r"(?:แห่ง|ราย|เมือง|เทศบาล|ครั้ง|คน)แรก|แห่งเดียว|เพียง(?:แห่ง|ราย|เมือง)เดียว|(?:เล็ก|ใหญ่|มาก|สูง|เก่า(?:แก่)?|ต่ำ|น้อย|ยาว|ดี)ที่สุด|ไม่มี(?:เลย|ใดเลย|ที่ใด)|ไม่เคยมี|ทุกแห่ง|เสมอ|แน่นอน"
    ),
    "en": re.compile(
        r"\b(?:(?:the|was|were|as|Thailand's|country's|region's|world's) (?:very )?first(?! (?:half|phase|days?|years?"
        r"|months?|quarter|of [A-Z0-9]))|the only|smallest|largest|biggest|greatest|none of|never|always|certainly"
        r"|every single|will)\b",
        re.IGNORECASE,
    ),
}
"""Words after which a reader expects proof, by language."""

PLANS = {
    "th": re.compile(
        r"คาดว่า|ตั้งเป้า|เป้าหมาย|มีแผน|วางแผน|ตามแผน|กำหนดจะ|เตรียมจะ|จะ(?:เปิด|สร้าง|ซื้อ|ลด|เพิ่ม|ใช้|เริ่ม|ลงทุน|จัด|ได้)"
    ),
    "en": re.compile(
        r"\b(?:will|is to|are to|was to|were to|planned|plans?|expected|expects|target(?:ed|s)?|aim(?:ed|s)?|hopes?"
        r"|hoped|intends?|proposed)\b",
        re.IGNORECASE,
    ),
}
"""Words of what has not happened yet."""

OURS = {"transfer", "questions", "our-reading"}
"""Sections in which this project speaks for itself: advice may say "will"."""


def check(library: Library) -> Iterator[Problem]:
    """Notes for the editor on cases: in their records, and in their text where it tells what happened."""
    for case in library.cases.values():
        yield from _record(library, case)
    for loaded in library.pages.values():
        page = loaded.page
        language = layout.language_of(page.path)
        if layout.place_of(page.document).kind != "case" or language not in STRONG:
            continue
        for section in prose.sections(page.body):
            if section.heading.id in OURS:
                continue
            told = section.text.split("{#our-reading}")[0]
            for number, line in enumerate(told.splitlines()):
                for found in STRONG[language].finditer(_plain(line)):
                    yield Problem(
                        page.path,
                        page.body_line + section.heading.line + number,
                        1,
                        "strong-word",
                        {"given": found[0], "sentence": _around(_plain(line), found)},
                    )


def _record(library: Library, case: CaseFolder) -> Iterator[Problem]:
    data, marked = case.data, case.record.marked
    texts = {"title": data.title, "summary": data.summary}
    for language in STRONG:
        for key, text in texts.items():
            for found in STRONG[language].finditer(text[language]):
                sentence = _around(text[language], found)
                yield marked.problem("strong-word", (key, language), given=found[0], sentence=sentence)
    for position, claim in enumerate(data.claims):
        if not claim.printable:
            continue
        if claim.kind == "result" and claim.level == "planned":
            yield marked.problem("planned-result", ("claims", position, "kind"), claim=claim.id)
        for language in STRONG:
            words, where = claim.text[language], ("claims", position, "text", language)
            said = library.languages[language].according if language in library.languages else []
            for found in STRONG[language].finditer(words):
                if not claim.names_its_speaker(language, said):
                    yield marked.problem("strong-word", where, given=found[0], sentence=_around(words, found))
            plan = PLANS[language].search(words)
            if plan and claim.level not in ("planned", "contracted"):
                yield marked.problem("plan-as-result", where, claim=claim.id, given=plan[0], level=claim.level)


def _plain(line: str) -> str:
    """A line without its citations and headings' ids."""
    for citation in reversed(list(citations.find(line))):
        line = line[: citation.start] + line[citation.end :]
    return line


def _around(text: str, found: re.Match[str], width: int = 40) -> str:
    """The words about a find, in one line."""
    start, end = max(0, found.start() - width), found.end() + width
    return ("…" if start else "") + text[start:end].strip() + ("…" if end < len(text) else "")
