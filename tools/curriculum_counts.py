"""Count what the curriculum holds: `.venv/bin/python tools/curriculum_counts.py`.

Words are counted in the prose of the Markdown files and in the texts of quizzes, worksheets and sessions, without
marks, links and citations. English words are runs of letters and digits. Thai has no spaces between words: they are
counted by the segmenter of Node.js (ICU's dictionary) where `node` is on the machine; Thai letters in any case.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from cde.library import Library, ModuleFolder
from cde.loading import load
from cde.validation import translated

ROOT = Path(__file__).resolve().parents[1]
LANGUAGES = ("th", "en")
_LEFT_OUT = re.compile(r"\[@[^\]]*\]|\]\([^)]*\)|<[^>]*>|\{#[^}]*\}|[|*#`]")
SEGMENTER = """
const lines = require("fs").readFileSync(0, "utf8").split("\\n");
const words = new Intl.Segmenter("th", { granularity: "word" });
let count = 0;
for (const line of lines) for (const { isWordLike } of words.segment(line)) count += isWordLike;
console.log(count);
"""


def texts(library: Library, module: ModuleFolder, language: str) -> Iterator[str]:
    """Everything that people wrote for a module in a language."""
    for path, loaded in library.pages.items():
        if path.startswith(module.path + "/") and path.endswith(f".{language}.md"):
            yield _LEFT_OUT.sub(" ", loaded.page.body)
    for entry in (module.record, module.quiz, module.worksheet, module.session):
        if entry:
            yield from (_LEFT_OUT.sub(" ", text[language]) for _, text in translated(entry.data))


def words(text: str, language: str) -> int | None:
    """Words of a text; None for Thai where there is no segmenter."""
    if language != "th":
        return len(re.findall(r"[\w’'-]+", text))
    node = shutil.which("node")
    if node is None:
        return None
    done = subprocess.run([node, "-e", SEGMENTER], input=text, capture_output=True, encoding="utf-8", check=True)
    return int(json.loads(done.stdout))


def main() -> None:
    """Print the counts of the whole curriculum and of each group."""
    library, _ = load(ROOT)
    modules = library.published_modules()
    questions = [each for module in modules if module.quiz for each in module.quiz.data.questions]
    sheets = [module.worksheet.data for module in modules if module.worksheet]
    sessions = [module.session.data for module in modules if module.session]
    print(f"modules {len(modules)}: {dict(Counter(module.data.group for module in modules))}")
    print(f"outcomes {sum(len(module.data.outcomes) for module in modules)}")
    print(f"lectures {sum(len(module.data.lectures) for module in modules)}")
    print(f"questions {len(questions)}: {dict(Counter(each.kind for each in questions))}")
    print(f"worksheets {len(sheets)} with {sum(len(sheet.fields) for sheet in sheets)} fields")
    steps = [step for session in sessions for step in session.steps]
    cards = [cards for session in sessions for cards in session.cards]
    print(
        f"sessions {len(sessions)} with {len(steps)} steps, {sum(len(step.slides) for step in steps)} slides, "
        f"{len(cards)} sets of {sum(len(each.cards) for each in cards)} cards"
    )
    links = [link for module in modules for link in module.data.cases]
    print(f"links to cases {len(links)}, to {len({link.case for link in links})} cases")
    for language in LANGUAGES:
        whole = "\n".join(text for module in modules for text in texts(library, module, language))
        letters = len(re.findall(r"[\u0e00-\u0e7f]", whole))
        print(f"{language}: {words(whole, language) or 'unknown'} words, {letters} Thai letters")


if __name__ == "__main__":
    main()
