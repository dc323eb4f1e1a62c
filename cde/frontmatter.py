"""Writing front matter: the `translation` of a Markdown file changed in place, every other byte as it was."""

from __future__ import annotations

import json
import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import yaml

from cde import yaml_nodes
from cde.model.page import Translation
from cde.yaml_nodes import Marked

KEY = "translation"

_FRONT = re.compile(r"\A---\n((?:.*\n)*?)---(?:\n|\s*\Z)")
_LINE_END = re.compile(r"\r\n|\r|\n")
_OLD_WORDS = re.compile(r"(?i)y|n|yes|no|on|off")
_UNSEEN = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff]")


def with_translation(raw: bytes, wanted: Translation) -> bytes:
    """The bytes of a Markdown file with another `translation` in its front matter.

    It is written as a block, one section a line, and keeps the comments that stood in it. Only where the whole front
    matter is one `{…}`, it is written within that.

    Raises:
        ValueError: the file has no front matter with a `translation` of its own, or is written so strangely that the
            change would not read back as asked, or would touch something else.
    """
    text = raw.decode("utf-8")
    mark = "\ufeff" if text.startswith("\ufeff") else ""
    text = text.removeprefix(mark)
    ends = _LINE_END.findall(text)
    plain = _LINE_END.sub("\n", text)
    front = _parsed(plain)
    start, end, new = _change(front, wanted)
    first = plain.count("\n", 0, start)
    last = plain.count("\n", 0, end)
    kept = [*ends[:first], *[ends[first]] * new.count("\n"), *ends[last:]]
    changed = plain[:start] + new + plain[end:]
    _assert_as_asked(front, _parsed(changed), wanted)
    lines = changed.split("\n")
    return (mark + "".join(line + after for line, after in zip(lines, [*kept, ""], strict=True))).encode()


def _parsed(text: str) -> Marked:
    """The front matter of a text whose lines end as on Unix."""
    found = _FRONT.match(text)
    marked, problems = yaml_nodes.parse("", found[1], first_line=2) if found else (None, [])
    if marked is None or problems or not isinstance(marked.data, dict) or KEY not in marked.data:
        raise ValueError("no front matter with a translation")
    return marked


def _change(front: Marked, wanted: Translation) -> tuple[int, int, str]:
    """What to put between two places of the file."""
    if not isinstance(front.node, yaml.MappingNode):
        raise ValueError("no set of keys")
    offset = len("---\n")
    pairs = [pair for pair in front.node.value if pair[0].value == KEY]
    key, value = pairs[0] if pairs else (front.node, front.node)
    if value.start_mark.index < key.end_mark.index:
        raise ValueError("the translation stands elsewhere")  # merged from, or an alias of, another part
    if front.node.flow_style:
        return offset + value.start_mark.index, offset + value.end_mark.index, _flow(wanted)
    begin = front.text.rfind("\n", 0, key.start_mark.index) + 1
    ended = len(front.text[: _end(value)].rstrip())
    end = front.text.find("\n", ended)
    pad = " " * (key.start_mark.index - begin)
    behind, above = "", []
    if "\n" in front.text[key.start_mark.index : ended]:
        above = [f"{pad}  {comment}" for comment in _comments(front.text, begin, end)]
    else:
        behind = front.text[ended:end]
    lines = [f"{pad}{KEY}:{behind}", *above, *(f"{pad}  {line}" for line in _block(wanted))]
    return offset + begin, offset + end, "\n".join(lines)


def _end(node: yaml.Node) -> int:
    """Where a node really ends: YAML ends a block only where the next key begins."""
    if isinstance(node, yaml.MappingNode) and not node.flow_style:
        return max((_end(part) for pair in node.value for part in pair), default=node.start_mark.index)
    if isinstance(node, yaml.SequenceNode) and not node.flow_style:
        return max((_end(part) for part in node.value), default=node.start_mark.index)
    return int(node.end_mark.index)


def _comments(text: str, begin: int, end: int) -> Iterator[str]:
    """Comments between two places: they stand between YAML's tokens."""
    try:
        tokens = list(yaml.scan(text, Loader=yaml.SafeLoader))
    except yaml.YAMLError as error:
        raise ValueError("the front matter cannot be read") from error
    for token, following in pairwise(tokens):
        first, last = max(begin, token.end_mark.index), min(end, following.start_mark.index)
        yield from re.findall(r"#[^\n]*", text[first:last])


def _block(wanted: Translation) -> Iterator[str]:
    yield f"state: {wanted.state}"
    if wanted.reviewed:
        yield from ("reviewed:", f"  by: {scalar(wanted.reviewed.by)}", f"  on: {wanted.reviewed.on}")
    if wanted.missing:
        yield from ("missing:", *(f"  - {scalar(name)}" for name in wanted.missing))
    if wanted.of:
        yield from ("of:", *(f"  {scalar(name)}: {fingerprint}" for name, fingerprint in wanted.of.items()))


def _flow(wanted: Translation) -> str:
    data = wanted.model_dump(exclude_defaults=True)
    return _escaped(json.dumps({"state": wanted.state, **data}, ensure_ascii=False))


def scalar(text: str) -> str:
    """A text as YAML: plain where every reader takes it for the same text, else in quotes."""
    marked, problems = yaml_nodes.parse("", f"{text}: {text}\n")
    plain = marked is not None and not problems and marked.data == {text: text}
    if plain and not _OLD_WORDS.fullmatch(text) and not _UNSEEN.search(text):
        return text
    return _escaped(json.dumps(text, ensure_ascii=False))


def _escaped(text: str) -> str:
    return _UNSEEN.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def _assert_as_asked(before: Marked, after: Marked, wanted: Translation) -> None:
    others = [{key: value for key, value in front.data.items() if key != KEY} for front in (before, after)]
    if others[0] != others[1] or list(before.data) != list(after.data):
        raise ValueError("something else would change")
    if Translation.model_validate(after.data[KEY]) != wanted:
        raise ValueError("it would not read back as asked")


def replace(path: Path, raw: bytes) -> None:
    """Put new bytes into a file: whoever reads it meets the old ones or the new ones, never half of them.

    Raises:
        OSError: the file or its folder may not be written.
    """
    path = path.resolve()
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(raw)
        shutil.copymode(path, name)
        os.replace(name, path)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise
