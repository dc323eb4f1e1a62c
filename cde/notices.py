"""The text of a translation with what its reader must know: sections that fell behind, sections not yet translated."""

from __future__ import annotations

from collections.abc import Callable

from cde import prose
from cde.translation import PageState, Part

Notice = Callable[[Part], str]
"""The HTML that tells of one part."""


def with_notices(body: str, original: str, state: PageState, notice: Notice) -> str:
    """The Markdown of a translation, in the order of its original, with a notice in each part that needs one.

    A section that is not translated shows its original heading, its notice, and what stands at its markers: that comes
    from records, which have every language.
    """
    told = {part.id: part for part in (*state.stale, *state.lacking)}
    if not told:
        return body
    ours = _blocks(body)
    found = [ours.pop("", "")]
    for name, block in _blocks(original).items():
        part = told.get(name)
        if part and part.state == "missing":
            found.append(_untranslated(part, block, state.original, notice(part)))
        elif name in ours:
            found.append(_told(ours.pop(name), notice(part)) if part else ours.pop(name))
    return "\n".join([*found, *ours.values()])


def _blocks(body: str) -> dict[str, str]:
    """The sections of a text with their headings, by id; the text before them has the id ""."""
    lines = body.split("\n")
    tops = [heading for heading in prose.headings(body) if heading.level == 2]
    starts = [heading.line - 1 for heading in tops]
    found = {"": "\n".join(lines[: starts[0] if starts else None])}
    for heading, start, end in zip(tops, starts, [*starts[1:], len(lines)], strict=True):
        found[heading.id or heading.title] = "\n".join(lines[start:end])
    return found


def _told(block: str, notice: str) -> str:
    """A section with a notice below its heading, which may be one line or two (a title underlined with `-`)."""
    heading, _, text = block.partition("\n")
    if not heading.startswith("#"):
        line, _, text = text.partition("\n")
        heading = f"{heading}\n{line}"
    return f"{heading}\n\n{notice}\n\n{text}"


def _untranslated(part: Part, block: str, language: str, notice: str) -> str:
    heading = f'## <span lang="{language}">{part.title}</span> {{#{part.id}}}'
    markers = [f"<!-- {name} -->" for _, name in prose.markers(block)]
    return "\n\n".join([heading, notice, *anchors(block), *markers]) + "\n"


def anchors(text: str, above: int = 2) -> list[str]:
    """One block that holds the places of headings below a level, so that links to them still lead somewhere."""
    ids = [heading.id for heading in prose.headings(text) if heading.level > above and heading.id]
    spans = "".join(f'<span id="{name}"></span>' for name in ids)
    return [f"<div>{spans}</div>"] if ids else []
