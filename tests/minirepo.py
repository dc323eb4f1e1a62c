"""The smallest repository that `cde check` has nothing to say about. Tests lay files of their own over it.

One module (`curriculum/bcg/waste`) and one case (`case_studies/nan`), both languages. Closed lists and interface words
are the real ones; everything else is written here and kept short.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from cde import layout
from cde.checking import check_repository
from cde.translation import fingerprints, original_of

ROOT = Path(__file__).resolve().parents[1]
MODULE, CASE = "curriculum/bcg/waste", "case_studies/nan"
FRONT = {"th": "---\ntranslation: {state: original}\n---\n", "en": "---\ntranslation: {state: machine}\n---\n"}

BASES = """\
- {id: bcg, official: true, title: {th: เศรษฐกิจใหม่, en: New economy}, short: {th: บีซีจี, en: BCG},
   question: {th: ใช้ของอย่างไรให้คุ้ม, en: How to waste less}}
- {id: digital, official: true, title: {th: เมืองดิจิทัล, en: Digital town}, short: {th: ดิจิทัล, en: Digital},
   question: {th: ใช้ข้อมูลอย่างไร, en: How to use data}}
"""

PROVINCES = """\
- {code: "55", name: {th: น่าน, en: Nan}, region: north}
- {code: "95", name: {th: ยะลา, en: Yala}, region: south}
"""

SOURCES = """\
town-report:
  {title: รายงานของเทศบาล, publisher: เทศบาลเมืองน่าน, date: 2022-09, language: th, kind: official,
   url: "https://nan.example/report", checked: {by: Editor, on: 2024-01-05}}
news:
  {title: Waste & water, publisher: Daily, date: 2020, language: en, kind: news,
   url: "https://daily.example/waste", checked: false}
mirror:
  {title: Copy of a study, publisher: Somewhere, date: null, language: en, kind: academic,
   url: "https://copy.example/study", link: false, checked: false}
"""

FACTS = """\
- {id: bcg-001, text: {th: ชั่งแล้ว, en: It was weighed}, print: ok, source: town-report, reviewed: null}
- {id: bcg-002, text: {th: ลดลงแล้ว, en: It fell}, print: ok, source: town-report, reviewed: null}
- {id: bcg-003, text: {th: ยังไม่ตรวจ, en: Unchecked}, print: check, source: news, reviewed: null}
"""

GLOSSARY = """\
- {id: circular-economy, th: เศรษฐกิจหมุนเวียน, en: circular economy, abbr_en: CE, topic: bcg, th_form: seen,
   definition: {th: ใช้ซ้ำให้นาน, en: Use things for long}, avoid: [เศรษฐกิจวงกลม]}
- {id: user-fee, th: ค่าบริการ, en: user fee, topic: bcg, th_form: unconfirmed,
   definition: {th: จ่ายตามที่ใช้, en: Pay for what you use}}
"""

MODULE_YML = """\
id: waste
group: bcg
order: 1
status: published
level: practice
audience: [mayor, clerk]
minutes: {read: 10, do: 20, discuss: 5}
title: {th: ขยะ, en: Waste}
summary: {th: ชั่งขยะก่อนตัดสินใจ, en: Weigh before you decide}
question: {th: ขยะไปไหน, en: Where does waste go}
outcomes:
  - {id: weigh, text: {th: ชั่งขยะได้, en: Weigh waste}}
  - {id: draw, text: {th: วาดสมดุลได้, en: Draw a balance}}
  - {id: cost, text: {th: คิดต้นทุนได้, en: Find the cost}}
requires: []
key_points:
  - {th: "ชั่งก่อน [@town-report]", en: "Weigh first [@town-report]"}
  - {th: วาดแล้วจึงเห็น, en: Draw to see}
  - {th: ต้นทุนมีสองส่วน, en: Cost has two parts}
terms: [circular-economy]
cases:
  - {case: nan, outcome: weigh, why: {th: เห็นการชั่งจริง, en: Shows real weighing}}
lectures:
  - {id: scale, title: {th: ตาชั่ง, en: The scale}, summary: {th: ใช้ตาชั่ง, en: Use it},
     outcomes: [weigh, draw, cost], minutes: 15}
reviewed: null
hours: 6
deliverable: {th: แผ่นสมดุล, en: A balance sheet}
"""

QUESTION = """\
  - id: {id}
    outcome: {outcome}
    kind: single
    prompt: {{th: คำถาม {id}, en: Question {id}}}
    choices:
      - {{text: {{th: ใช่, en: "Yes, {id}"}}, correct: true, why: {{th: ถูกแล้ว, en: Indeed}}}}
      - {{text: {{th: ไม่ใช่, en: "No, {id}"}}, why: {{th: ลองใหม่, en: Try again}}}}
      - {{text: {{th: อาจจะ, en: "Maybe, {id}"}}, why: {{th: คิดอีกที, en: Think again}}}}
"""
QUIZ = "questions:\n" + "".join(QUESTION.format(id=f"on-{name}", outcome=name) for name in ("weigh", "draw", "cost"))
QUIZ += QUESTION.format(id="again", outcome="weigh")

WORKSHEET = """\
title: {th: ใบชั่ง, en: Weighing sheet}
purpose: {th: ตัวเลขแรก, en: First figures}
minutes: 20
fields:
  - {id: place, label: {th: ที่ไหน, en: Where}, help: {th: ชื่อชุมชน, en: Name it}, kind: text}
"""

SESSION = """\
people: 40
tables: 8
steps:
  - {id: open, kind: discuss, minutes: 5, title: {th: เปิด, en: Opening}, what: {th: ถามทั้งห้อง, en: Ask the room}}
  - {id: rest, kind: break, minutes: 15, title: {th: พัก, en: Break}, what: {th: พัก, en: Rest}}
  - {id: weigh, kind: do, minutes: 20, title: {th: ชั่ง, en: Weighing}, what: {th: ชั่งถุง, en: Weigh a bag},
     slides: [{title: {th: ชั่งก่อน, en: Weigh first}, lines: [{th: "ทุกถุง [@news]", en: "Every bag [@news]"}]}]}
cards:
  - {id: bags, title: {th: บัตรถุง, en: Bag cards}, use: {th: แจก, en: Hand out}, each: table,
     cards: [{id: a, title: {th: ถุง ก, en: Bag A}, text: {th: เปียก, en: Wet}},
             {id: b, title: {th: ถุง ข, en: Bag B}, text: {th: แห้ง, en: Dry}}]}
"""

PATHS = """\
- id: cut
  kind: decision
  title: {th: ลดขยะ, en: Cut waste}
  summary: {th: ชั่งก่อน, en: Weigh first}
  result: {th: จะทำอะไร, en: what to do}
  steps:
    - {module: waste, why: {th: เริ่ม, en: Begin}}
    - {case: nan, why: {th: ดู, en: Look}}
    - {module: waste, why: {th: ทวน, en: Again}}
"""

CASE_YML = """\
id: nan
status: published
strength: full
title: {th: น่านชั่งขยะ, en: Nan weighs its waste}
summary: {th: เทศบาลชั่งขยะทุกวัน, en: The town weighs waste daily}
why: {th: ทำได้ทันที, en: It can begin today}
brief: [{th: "เริ่มชั่ง [@bcg-001]", en: "Weighing began [@bcg-001]"}]
municipalities: [{name: {th: เทศบาลเมืองน่าน, en: Nan Municipality}, kind: mueang}]
province: "55"
coordinates: [18.78, 100.77]
population: {value: 20000, year: 2020, source: town-report}
period: {from: 2019, to: null}
stage: running
bases: [bcg, digital]
instruments: [own-budget]
sdgs: [11, 12]
highlights: [{claim: c1, label: {th: ขยะต่อวัน, en: waste a day}}]
claims:
  - {id: c1, kind: result, text: {th: ขยะที่ชั่งได้, en: Weighed waste}, value: 20, unit: t-per-day, year: 2020,
     level: measured, print: ok, sources: [town-report]}
  - {id: c2, kind: finance, text: {th: งบของโครงการ, en: The budget}, value: 13000000, unit: baht, year: 2020,
     money: {kind: budget, instrument: own-budget}, level: reported, print: attribute, sources: [news]}
  - {id: c3, kind: action, text: {th: ชั่งทุกเช้า, en: Weighed each morning}, value: null, unit: null, year: 2019,
     level: reported, print: ok, sources: [town-report, mirror]}
  - {id: c4, kind: context, text: {th: รอการตรวจ, en: Not yet checked}, value: 9, unit: people, year: 2019,
     level: reported, print: check, sources: [news]}
conflicts: [{about: {th: ปริมาณ, en: Amount}, claims: [c1, c4]}]
partners: [{name: {th: ชุมชนเมือง, en: The community}, sector: civil, role: {th: แยกขยะ, en: Sorts waste}}]
modules: [{module: waste, kind: figures, why: {th: ใช้ฝึกชั่ง, en: To practise weighing}}]
terms: [{term: circular-economy, why: {th: ชั่งแล้วจึงใช้ซ้ำ, en: Weighed before it is used again}}]
added: 2026-11-30
last_checked: null
reviewed: null
"""

SECTIONS = {
    f"{MODULE}/index": "brief idea frame method worked-case exercise check worksheet monday",
    f"{MODULE}/facilitator": "plan tables pitfalls answers bring",
    f"{MODULE}/lectures/scale": "use discuss reading",
    f"{CASE}/index": "context challenge decision solution partners money results did-not-work later lessons transfer"
    " questions",
    "curriculum/bcg/index": "modules",
}
MARKERS = {"check": "quiz", "worksheet": "worksheet", "partners": "partners", "results": "claims", "modules": "modules"}


def sections(names: str, language: str) -> str:
    """Second-level sections of four lines each: heading, blank, a marker or a sentence with a citation, blank."""
    title, words = {"th": ("หัวข้อ", "ข้อความของ"), "en": ("Section", "text of")}[language]
    blocks = []
    for name in names.split():
        text = f"<!-- {MARKERS[name]} -->" if name in MARKERS else f"{words} {name} [@news]"
        blocks.append(f"## {title} {name} {{#{name}}}\n\n{text}\n\n")
    return "".join(blocks)


def files() -> dict[str, str]:
    """Every file of the repository, by path."""
    found = {
        "mkdocs.yml": "site_name: Mini\n",
        "data/vocabularies.yml": (ROOT / "data/vocabularies.yml").read_text("utf-8"),
        "data/interface.yml": (ROOT / "data/interface.yml").read_text("utf-8"),
        **{f"data/languages/{code}.yml": (ROOT / f"data/languages/{code}.yml").read_text("utf-8") for code in FRONT},
        "data/bases.yml": BASES,
        "data/provinces.yml": PROVINCES,
        "data/sources.yml": SOURCES,
        "data/facts/bcg.yml": FACTS,
        "data/glossary.yml": GLOSSARY,
        f"{MODULE}/module.yml": MODULE_YML,
        f"{MODULE}/quiz.yml": QUIZ,
        f"{MODULE}/worksheet.yml": WORKSHEET,
        f"{MODULE}/session.yml": SESSION,
        f"{CASE}/case.yml": CASE_YML,
        "docs/index.th.md": "---\ntitle: หน้าแรก\nsummary: สรุป\ntranslation: {state: original}\n---\n## เริ่ม {#start}\n",
        "docs/index.en.md": "---\ntitle: Home\nsummary: Hi\ntranslation: {state: machine}\n---\n## Start {#start}\n",
    }
    for stem, names in SECTIONS.items():
        found |= {f"{stem}.{language}.md": front + sections(names, language) for language, front in FRONT.items()}
    return found


def copied(folder: str, target: str) -> dict[str, str]:
    """The files of a module or case as those of another one, its id made to fit."""
    name, new = folder.rsplit("/", 1)[1], target.rsplit("/", 1)[1]
    found = {path.replace(folder, target): text for path, text in files().items() if path.startswith(folder + "/")}
    return {path: text.replace(f"id: {name}\n", f"id: {new}\n") for path, text in found.items()}


def edited(text: str, changes: Mapping[str, str]) -> str:
    """A text with some words replaced; each of them must stand in it exactly once."""
    for old, new in changes.items():
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times"
        text = text.replace(old, new)
    return text


def recorded(
    files: Mapping[str, str], *paths: str, reviewed: bool = False, missing: tuple[str, ...] = ()
) -> dict[str, str]:
    """Translations of a repository as they stand, on record as following their present originals."""
    with TemporaryDirectory() as folder:
        library, _ = check_repository(make(Path(folder), files))
        found = {}
        for path in paths:
            document = layout.document_of(path)
            parts = fingerprints(library, document, original_of(library, document) or "")
            lines = ["  reviewed: {by: clerk, on: 2026-01-02}"] if reviewed else []
            lines += [f"  missing: [{', '.join(missing)}]"] if missing else []
            lines += ["  of:", *(f"    {name}: {each}" for name, each in parts.items() if name not in missing)]
            front = "\n".join([r"translation:\n  state: \1", *lines])
            found[path] = re.sub(r"translation: \{state: (\w+)\}", front, files[path], count=1)
    return found


def make(root: Path, laid_over: Mapping[str, str | bytes | None] | None = None) -> Path:
    """Write the repository into a folder with some files laid over it; None takes a file away."""
    for path, text in {**files(), **(laid_over or {})}.items():
        if text is not None:
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_bytes(text.encode() if isinstance(text, str) else text)
    return root
