"""The session kit of a module: a run sheet with clock times, cards and their copies, slides with a plain-text twin."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from dataclasses import dataclass

import segno

from cde.library import ModuleFolder
from cde.model.session import CardSet, Session, Step

START = 9 * 60
"""When a session begins, in minutes after midnight; the page lets a facilitator change it."""

_CITED = re.compile(r"\s*\[@[^\]]+\]")


@dataclass(frozen=True)
class Timed:
    """A step with the minutes after the session's beginning between which it runs."""

    step: Step
    begins: int
    ends: int


@dataclass(frozen=True)
class Slide:
    """One slide in one language. `kind` is title, outcomes, step, question or points; notes are for who speaks."""

    kind: str
    title: str
    lines: tuple[str, ...]
    notes: tuple[str, ...] = ()


def timed(session: Session) -> list[Timed]:
    """The steps one after the other."""
    found, now = [], 0
    for step in session.steps:
        found.append(Timed(step, now, now + step.minutes))
        now += step.minutes
    return found


def clock(minutes: int, start: int = START) -> str:
    """`75` -> `10:15`: the time of day some minutes after a start."""
    hour, minute = divmod((start + minutes) % (24 * 60), 60)
    return f"{hour:02}:{minute:02}"


def copies(cards: CardSet, session: Session) -> int:
    """How many sets of cards the room needs."""
    return {"person": session.people, "table": session.tables}.get(cards.each, 1)


def deck(module: ModuleFolder, language: str, say: Callable[[str], str]) -> list[Slide]:
    """The slides of a module: its question and outcomes, what each step shows, the check, the points to keep.

    `say` gives the words of the interface in the language.
    """
    data = module.data
    found = [
        Slide("title", data.title[language], (data.question[language], say("proposed"))),
        Slide("outcomes", say("outcomes"), tuple(outcome.text[language] for outcome in data.outcomes)),
    ]
    for each in timed(module.session.data) if module.session else []:
        found += _step(each, language, say)
    found += _questions(module, language, say)
    found.append(Slide("points", say("key-points"), tuple(point[language] for point in data.key_points)))
    return found


def _step(timed_step: Timed, language: str, say: Callable[[str], str]) -> list[Slide]:
    step = timed_step.step
    notes = (
        f"{clock(timed_step.begins)}–{clock(timed_step.ends)} · {step.title[language]}",
        step.what[language],
        *(f"{say('session-who')}: {step.who[language]}" for _ in (1,) if step.who),
        *(f"{say('session-needs')}: {step.needs[language]}" for _ in (1,) if step.needs),
    )
    minutes = say("minutes-total").format(step.minutes)
    if not step.slides:
        return [Slide("step", step.title[language], (minutes,), notes)]
    return [
        Slide("step", slide.title[language], tuple(line[language] for line in slide.lines), notes)
        for slide in step.slides
    ]


def _questions(module: ModuleFolder, language: str, say: Callable[[str], str]) -> list[Slide]:
    """Questions that a room can vote on, with the answer in the notes."""
    found = []
    for question in module.quiz.data.questions if module.quiz else []:
        if question.kind in ("single", "multiple"):
            lines = tuple(f"{number}. {choice.text[language]}" for number, choice in enumerate(question.choices, 1))
            notes = tuple(
                f"{number}. {say('right' if choice.correct else 'wrong')} {choice.why[language]}"
                for number, choice in enumerate(question.choices, 1)
            )
            found.append(Slide("question", question.prompt[language], lines, notes))
    return found


def as_text(slides: list[Slide], title: str) -> str:
    """The twin of the slides for who has no screen: numbered, notes under each, without marks of citation."""
    blocks = [title, "=" * 40]
    for number, slide in enumerate(slides, 1):
        blocks.append(f"\n[{number}/{len(slides)}] {plain(slide.title)}")
        blocks += [f"  - {plain(line)}" for line in slide.lines]
        blocks += [f"    ({plain(note)})" for note in slide.notes]
    return "\n".join(blocks) + "\n"


def plain(text: str) -> str:
    """A text of a record without marks of citation and emphasis."""
    return html.unescape(_CITED.sub("", text)).replace("**", "")


def qr(address: str, label: str) -> str:
    """An address as a QR code: an inline SVG of its own size, black on white, with a name for who cannot see it."""
    code = segno.make(address, error="m")
    svg: str = code.svg_inline(scale=4, border=4, dark="#000", light="#fff", omitsize=True)
    return svg.replace("<svg ", f'<svg role="img" aria-label="{html.escape(label, quote=True)}" ', 1)
