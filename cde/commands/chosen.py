"""The translation that a person means, sound enough to be recorded."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from cde import layout, problem, translation
from cde.commands import earlier, names
from cde.commands.refusal import Refusal
from cde.library import Library
from cde.problem import Problem
from cde.translation import PageState

MENDED = ("follows-nothing",)
"""Problems that recording itself mends: it writes all that is followed anew."""


def chosen(library: Library, problems: Sequence[Problem], given: str, language: str | None) -> PageState:
    """The state of the translation that a person means, by whatever name.

    Raises:
        Refusal: there is no such translation, there are several, it is the original, or a file has faults.
    """
    document = _document(library, given)
    files = {each: layout.in_language(document.document, each) for each in library.languages}
    written = [each for each, file in files.items() if (library.root / file).is_file()]
    original = translation.original_of(library, document.document)
    if original is None:
        assert_sound(problems, [files[each] for each in written])
    told = _language(library, files, language or document.language)
    others = [each for each in written if each != original]
    if told is None and len(others) > 1:
        choice = ", ".join(others)
        raise Refusal(
            f"{given} มีคำแปลหลายภาษา เลือกด้วย --language: {choice}",
            f"{given} has several translations: choose with --language: {choice}.",
        )
    told = told or next(iter(others), None)
    if told == original and original:
        names_of = ", ".join(files[each] for each in others)
        raise Refusal(
            f"{files[original]} เป็นต้นฉบับ " + (f"คำแปลคือ {names_of}" if others else "ยังไม่มีคำแปล"),
            f"{files[original]} is the original"
            + (f"; its translation is {names_of}." if others else ", without translation."),
        )
    if told not in written:
        wanted = files[told] if told else next(file for each, file in files.items() if each != original)
        raise Refusal(
            f"ยังไม่มีแฟ้ม {wanted} เขียนคำแปลก่อน แล้วจึงบันทึก",
            f"There is no {wanted} yet: write the translation first.",
        )
    assert_sound(problems, [files[told], *earlier.files_of(document.document, original or told)])
    return translation.state_of(library, document.document, told)


def _document(library: Library, given: str) -> names.Named:
    """The one page that is called so; of a folder, its own page."""
    found = names.find(library, given)
    if len(found) > 1 and not found[0].document.endswith("/index.md"):
        listed = ", ".join(named.document for named in found[:9])
        raise Refusal(f"{given} มีหลายหน้า ระบุหน้าเดียว: {listed}", f"{given} holds several pages; name one: {listed}")
    return found[0]


def _language(library: Library, known: Iterable[str], told: str | None) -> str | None:
    if told and told not in known:
        listed = ", ".join(library.languages)
        raise Refusal(f"เว็บไซต์นี้ไม่มีภาษา {told} มีแต่ {listed}", f"The site has no language {told}, but {listed}.")
    return told


def assert_sound(problems: Iterable[Problem], files: Sequence[str]) -> None:
    """Raise a Refusal that tells every fault of some files, if they have one."""
    faults = [found for found in problems if found.path in files and found.severity == "error"]
    faults = [found for found in faults if found.name not in MENDED]
    if faults:
        raise Refusal(
            f"{problem.as_text(faults)}\nยังบันทึกไม่ได้ แก้จุดข้างต้นก่อน",
            "Nothing was recorded: mend the above first.",
            status=1,
        )
