"""A learner with a browser: a module by keyboard alone, progress that stays on the device, the team's worksheets."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from tests.conftest import DESK, PHONE, ROOT, Visitor

pytestmark = pytest.mark.browser

MODULE = "curriculum/finance/choosing-a-vehicle/"
NAME = "choosing-a-vehicle"
FAR = 500
"""Presses of the tab key after which nobody goes on."""

RIGHT = """(item) => [...item.querySelectorAll('.answers li[data-right="yes"]')].map((li) => li.dataset.value)"""
ORDER = "(item) => [...item.querySelectorAll('.sortable > li')].map((li) => li.dataset.value)"
FILLED = f'.filled[data-sheet="{NAME}"][data-field="{{}}"]'
KEEP = "(record) => localStorage.setItem('cde-progress', JSON.stringify(record))"
FOCUSED = "(element) => element === document.activeElement"


def tab_to(page, target) -> None:
    """Press the tab key until an element has the focus."""
    for _ in range(FAR):
        if target.evaluate(FOCUSED):
            return
        page.keyboard.press("Tab")
    raise AssertionError("the tab key never came there")


def answer(page, item, right: list[str]) -> None:
    """Answer a question by keyboard, and check it."""
    kind, press = item.get_attribute("data-kind"), page.keyboard.press
    if kind == "single":
        first = item.locator("input").first
        tab_to(page, first)
        press("Space")
        for _ in range(int(right[0])):
            press("ArrowDown")
    elif kind == "multiple":
        for value in right:
            tab_to(page, item.locator(f'input[value="{value}"]'))
            press("Space")
    elif kind == "order":
        count = item.locator(".sortable > li").count()
        for place in range(count):
            step = item.locator(f'.sortable > [data-value="{place}"]')
            for _ in range(count):
                if item.evaluate(
                    "(item) => [...item.querySelectorAll('.sortable > li')].map((li) => li.dataset.value)"
                )[place] == str(place):
                    break
                tab_to(page, step.locator('[data-move="-1"]'))
                press("Enter")
    elif kind == "match":
        for place in range(item.locator("select").count()):
            chosen = item.locator("select").nth(place)
            tab_to(page, chosen)
            for _ in range(10):
                if chosen.input_value() == str(place):
                    break
                press("ArrowDown")
    else:
        tab_to(page, item.locator("input"))
        page.keyboard.type(right[0])
    tab_to(page, item.locator("button[type=submit]"))
    press("Enter")


def kept(page, key: str = "cde-progress") -> dict:
    return json.loads(page.evaluate("(key) => localStorage.getItem(key)", key) or "{}")


def progress_of(modules: dict) -> dict:
    return {"format": "cde-progress", "version": 1, "modules": modules}


def file_of(text: str, name: str = "a.json") -> dict:
    return {"name": name, "mimeType": "application/json", "buffer": text.encode()}


def test_a_module_is_learnt_by_keyboard_alone_and_the_other_language_knows_it(visitor: Visitor):
    page = visitor.open(MODULE)
    questions = page.locator(".quiz .question")
    for place in range(questions.count()):
        item = questions.nth(place)
        answer(page, item, item.evaluate(RIGHT))
        assert item.locator(".verdict").get_attribute("data-right") == "yes", item.get_attribute("data-question")
        assert item.locator(".verdict li").count() >= 1, "a right answer is explained too"
    box = page.locator(".progress")
    for mark in ("read", "sheet"):
        tab_to(page, box.locator(f'[data-mark="{mark}"]'))
        page.keyboard.press("Enter")
        assert box.locator(f'[data-mark="{mark}"]').get_attribute("aria-pressed") == "true"
    assert "เรียนจบหน่วยนี้แล้ว" in box.locator("[role=status]").inner_text()

    tab_to(page, page.locator(".md-header a[hreflang=en]").first)
    page.keyboard.press("Enter")
    page.wait_for_url("**/en/" + MODULE + "**")
    assert "Module done" in page.locator(".progress [role=status]").inner_text()
    assert page.locator('.question[data-state="yes"]').count() == questions.count()
    page.goto(visitor.address + "en/progress/")
    assert page.locator(f'.progress-list [data-module="{NAME}"]').get_attribute("data-state") == "done"
    assert page.locator('[data-count="done"]').inner_text() == "1"
    assert page.locator(".record tbody tr").count() == 1
    page.goto(visitor.address + "en/paths/base-finance/")
    assert page.locator('.route .learnt[data-state="done"]').count() == 1
    page.goto(visitor.address)
    assert page.locator(".continue a").get_attribute("data-module") == NAME
    assert visitor.elsewhere == []
    assert visitor.complaints == []


def test_a_wrong_answer_names_its_own_mistake(visitor: Visitor):
    page = visitor.open("en/" + MODULE, viewport=PHONE)
    item = page.locator('.question[data-kind="number"]')
    slip = item.locator(".answers li").nth(1)
    item.locator("input").fill(f"{float(slip.get_attribute('data-value')):,.0f}")
    item.locator("button[type=submit]").click()
    assert item.locator(".verdict").get_attribute("data-right") == "no"
    assert slip.locator(".why").text_content() in item.locator(".verdict").text_content()
    item.locator("input").fill("12345")
    item.locator("button[type=submit]").click()
    assert item.locator(".answers li").last.locator(".why").text_content() in item.locator(".verdict").text_content()
    item.locator("input").fill("")
    item.locator("button[type=submit]").click()
    assert "not complete" in item.locator(".verdict").inner_text()


def test_an_edited_question_asks_again(visitor: Visitor):
    page = visitor.open("en/" + MODULE)
    item = page.locator(".question").first
    name = item.get_attribute("data-question")
    stale = {"version": "00000000", "right": True, "answer": ["0"], "on": "2026-01-01"}
    record = {
        "format": "cde-progress",
        "version": 1,
        "modules": {NAME: {"of": 8, "answers": {name: stale, "gone": stale}}},
    }
    page.evaluate(KEEP, record)
    page.reload()
    assert "was changed" in page.locator(".question").first.locator(".verdict").inner_text()
    assert kept(page)["modules"][NAME]["answers"] == {}
    assert page.locator(".question[data-state]").count() == 0


def test_questions_can_be_read_without_a_script(visitor: Visitor):
    page = visitor.open(MODULE, java_script_enabled=False)
    item = page.locator(".question").first
    assert item.locator("legend").is_visible()
    assert not item.locator("button[type=submit]").is_visible()
    item.locator("summary").click()
    assert item.locator(".answers li .why").first.is_visible()
    assert not page.locator(".progress").is_visible()


HALF = '{{"format": "cde-progress", "version": 1, "modules": {{"a": {}}}}}'
DAMAGED = {
    "cut off": ('{"format": "cde-progress", "version": 1, "modules": {', "cannot be read"),
    "of another page": ('{"format": "cde-worksheets", "version": 1, "sheets": {}}', "not a file of this page"),
    "a list": ("[]", "not a file of this page"),
    "of a later site": ('{"format": "cde-progress", "version": 2, "modules": {}}', "newer version"),
    "wrong within": ('{"format": "cde-progress", "version": 1, "modules": {"a": 5}}', "not a file of this page"),
    "half an answer": (HALF.format('{"answers": {"q": null}}'), "not a file of this page"),
    "no day": (HALF.format('{"read": "yesterday"}'), "not a file of this page"),
    "a list of nothing": (
        HALF.format('{"answers": {"q": {"version": "a", "right": true, "on": "2026-01-01"}}}'),
        "not a file",
    ),
}


@pytest.mark.parametrize("name", DAMAGED)
def test_a_damaged_file_is_told_and_loses_nothing(visitor: Visitor, name: str):
    text, words = DAMAGED[name]
    page = visitor.open("en/progress/", viewport=PHONE)
    record = progress_of({NAME: {"read": "2026-01-01"}})
    page.evaluate(KEEP, record)
    page.locator("input[type=file]").set_input_files(
        {"name": "a.json", "mimeType": "application/json", "buffer": text.encode()}
    )
    said = page.locator(".my-progress__said")
    said.get_by_text(words).wait_for()
    assert "Nothing on this device has changed" in said.inner_text()
    assert kept(page) == record


def test_progress_is_exported_imported_on_another_device_and_erased(visitor: Visitor, tmp_path: Path):
    page = visitor.open("en/progress/")
    record = progress_of({NAME: {"read": "2026-02-02", "sheet": "2026-01-05"}})
    page.evaluate(KEEP, record)
    with page.expect_download() as download:
        page.locator('[data-act="export"]').click()
    file = tmp_path / "progress.json"
    download.value.save_as(file)
    assert json.loads(file.read_text("utf-8")) == record

    other = visitor.open("progress/", viewport=PHONE)
    mine = {
        "format": "cde-progress",
        "version": 1,
        "modules": {NAME: {"read": "2026-01-01"}, "gone": {"read": "2026-03-03"}},
    }
    other.evaluate(KEEP, mine)
    other.locator("input[type=file]").set_input_files(file)
    words = other.locator(".my-progress").get_attribute("data-imported")
    other.locator(".my-progress__said").get_by_text(words).wait_for()
    merged = kept(other)["modules"]
    assert merged[NAME] == {"read": "2026-01-01", "sheet": "2026-01-05"}, "the first day of each"
    assert merged["gone"] == {"read": "2026-03-03"}
    other.locator("#erase ~ details summary").click()
    other.locator('[data-act="erase"]').click()
    assert kept(other) == {}, "nothing is left on the device"


def test_what_a_browser_cannot_read_is_put_aside(visitor: Visitor):
    page = visitor.open("en/progress/")
    page.evaluate("localStorage.setItem('cde-progress', '{broken')")
    page.reload()
    assert "cannot be read" in page.locator(".my-progress__said").inner_text()
    assert page.evaluate("localStorage.getItem('cde-progress-damaged')") == "{broken"


def test_an_app_s_own_browser_is_warned_of(visitor: Visitor):
    page = visitor.open(
        MODULE, user_agent="Mozilla/5.0 (Linux; Android 14) Chrome/120 Mobile Safari/537.36 Line/14.0.0"
    )
    assert page.locator(".progress [data-inapp]").is_visible()
    assert not visitor.open(MODULE).locator(".progress [data-inapp]").is_visible()


def sheet_of(by: str, text: str, cells: dict[str, str], on: str = "2026-01-01T00:00:00Z") -> dict:
    fields = {"task": {"value": text, "by": by, "on": on}, "risks": {"value": cells, "by": by, "on": on}}
    return {"format": "cde-worksheets", "version": 1, "team": "", "by": by, "sheets": {NAME: fields}}


def test_a_worksheet_stays_on_the_device_and_becomes_a_proposal(visitor: Visitor):
    page = visitor.open(MODULE, viewport=PHONE)
    sheet = page.locator("form.worksheet")
    sheet.locator('[data-field="task"] :is(input, textarea)').fill("จัดการขยะร่วมกันห้าเมือง")
    sheet.locator('[data-field="risks"] textarea').first.fill("ที่ดิน")
    sheet.locator('[data-field="risks"] textarea').first.blur()
    page.get_by_text("เก็บไว้ในเครื่องนี้แล้ว").wait_for()
    page.reload()
    assert sheet.locator('[data-field="task"] :is(input, textarea)').input_value() == "จัดการขยะร่วมกันห้าเมือง"
    page.goto(visitor.address + "proposal/")
    problem = page.locator("section", has=page.locator("#part-problem"))
    assert "จัดการขยะร่วมกันห้าเมือง" in problem.inner_text()
    assert "ที่ดิน" in page.locator("section", has=page.locator("#part-money")).inner_text()
    assert not page.locator(".proposal__empty").is_visible()
    assert visitor.complaints == []


def test_members_files_are_merged_and_no_text_is_lost(visitor: Visitor):
    page = visitor.open("en/proposal/")
    files = [
        sheet_of("clerk", "Waste for five towns", {"0.risk": "Land"}),
        sheet_of("finance", "Waste for three towns", {"1.risk": "Interest"}),
    ]
    columns = page.locator(FILLED.format("risks") + " th[data-column]").evaluate_all(
        "(heads) => heads.map((head) => head.dataset.column)"
    )
    for file in files:
        cells = file["sheets"][NAME]["risks"]["value"]
        for cell in list(cells):
            cells[cell.replace("risk", columns[0])] = cells.pop(cell)
    page.locator("input[type=file]").set_input_files(
        [file_of(json.dumps(file), f"{place}.json") for place, file in enumerate(files)]
    )
    page.get_by_text("Files merged: 2. Fields written differently: 1.").wait_for()
    task = page.locator(FILLED.format("task"))
    assert "Waste for five towns" in task.locator(".filled__value").inner_text()
    assert "finance: Waste for three towns" in task.locator(".filled__other").inner_text()
    risks = page.locator(FILLED.format("risks")).inner_text()
    assert "Land" in risks and "Interest" in risks, "cells that do not clash are joined"
    task.get_by_role("button", name="Use this text").click()
    assert "Your choice is kept" in page.locator(".proposal__said").inner_text()
    assert "Waste for three towns" in task.locator(".filled__value").inner_text()
    assert "Waste for five towns" in task.locator(".filled__other").inner_text(), "the other text is still there"
    task.get_by_role("button", name="Leave this text out").click()
    assert task.locator(".filled__other").count() == 0
    page.locator("input[type=file]").set_input_files([file_of(json.dumps(file)) for file in files])
    page.get_by_text("Files merged: 2. Fields written differently: 0.").wait_for()
    assert task.locator(".filled__other").count() == 0, "what was left out does not come back"


def store_sheets(page, fields: dict) -> None:
    page.evaluate(
        "(record) => localStorage.setItem('cde-worksheets', JSON.stringify(record))",
        {"format": "cde-worksheets", "version": 1, "sheets": {NAME: fields}},
    )


def test_a_later_file_of_the_same_author_keeps_the_earlier_text_beside_it(visitor: Visitor):
    page = visitor.open("en/proposal/")
    early = {"value": "From the office", "by": "clerk", "on": "2026-01-01T00:00:00Z"}
    store_sheets(page, {"task": early})
    page.reload()
    late = {"value": "From the phone", "by": "", "on": "2026-02-02T00:00:00Z"}
    file = {"format": "cde-worksheets", "version": 1, "by": "clerk", "sheets": {NAME: {"task": late}}}
    page.locator("input[type=file]").set_input_files(file_of(json.dumps(file)))
    page.get_by_text("Fields written differently: 1.").wait_for()
    task = page.locator(FILLED.format("task"))
    assert "From the phone" in task.locator(".filled__value").inner_text()
    assert "clerk: From the office" in task.locator(".filled__other").inner_text()


def test_an_own_text_that_is_cleared_does_not_hide_another_member_s(visitor: Visitor):
    page = visitor.open("en/proposal/")
    theirs = {"value": "A colleague's words", "by": "finance", "on": "2026-01-01T00:00:00Z"}
    store_sheets(page, {"task": {"value": "", "by": "", "on": "2026-02-02T00:00:00Z", "others": [theirs]}})
    page.reload()
    assert "A colleague's words" in page.locator(FILLED.format("task")).inner_text()


def test_typing_changes_one_cell_and_leaves_what_a_merge_brought(visitor: Visitor):
    page = visitor.open(MODULE)
    cells = page.locator('[data-field="risks"] textarea')
    first, second = (cells.nth(place).get_attribute("data-cell") for place in (0, 1))
    merged = {"value": {second: "ดอกเบี้ย", "9.gone": "แถวเก่า"}, "by": "finance", "on": "2026-01-01T00:00:00Z"}
    store_sheets(page, {"risks": merged})  # as another window would, while the form stands open
    cells.nth(0).fill("ที่ดิน")
    cells.nth(0).blur()
    page.get_by_text("เก็บไว้ในเครื่องนี้แล้ว").wait_for()
    value = kept(page, "cde-worksheets")["sheets"][NAME]["risks"]["value"]
    assert value == {first: "ที่ดิน", second: "ดอกเบี้ย", "9.gone": "แถวเก่า"}
    assert cells.nth(1).input_value() == "ดอกเบี้ย", "the form shows what is kept"
    page.goto(visitor.address + "proposal/")
    assert "แถวเก่า" in page.locator(".rest").inner_text(), "what has no field today is shown still"


def test_the_last_words_are_kept_when_the_page_is_left(visitor: Visitor):
    page = visitor.open(MODULE)
    box = page.locator('[data-field="task"] :is(input, textarea)')
    box.press_sequentially("คำสุดท้าย")
    page.goto(visitor.address + "proposal/")
    assert "คำสุดท้าย" in page.locator(FILLED.format("task")).inner_text()


def test_a_browser_that_keeps_its_clipboard_closed_shows_the_text(visitor: Visitor):
    page = visitor.open("en/progress/")
    page.evaluate("void (navigator.clipboard.writeText = () => Promise.reject(new Error('no')))")
    page.locator('[data-act="copy"]').click()
    page.get_by_text("copy it yourself").wait_for()
    assert json.loads(page.locator("[data-paste]").input_value())["format"] == "cde-progress"
    assert page.locator("[data-paste]").evaluate(FOCUSED)


def test_a_question_that_was_added_reopens_the_check(visitor: Visitor):
    page = visitor.open("en/" + MODULE)
    item = page.locator(".question").first
    answer = {"version": item.get_attribute("data-version"), "right": True, "answer": ["0"], "on": "2026-01-01"}
    learnt = {
        "read": "2026-01-01",
        "sheet": "2026-01-01",
        "of": 1,
        "answers": {item.get_attribute("data-question"): answer},
    }
    page.evaluate(KEEP, progress_of({NAME: learnt}))
    page.reload()
    assert kept(page)["modules"][NAME]["of"] == page.locator(".question").count()
    assert "Module done" not in page.locator(".progress [role=status]").inner_text()


def test_numbers_are_read_as_thais_write_them_and_words_are_told_apart(visitor: Visitor):
    page = visitor.open(MODULE)
    item = page.locator('.question[data-kind="number"]')
    right = item.locator('.answers li[data-right="yes"]').get_attribute("data-value")
    item.locator("input").fill(str.translate(f"{float(right):,.0f}", str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")))
    item.locator("button[type=submit]").click()
    assert item.locator(".verdict").get_attribute("data-right") == "yes"
    item.locator("input").fill("มาก")
    item.locator("button[type=submit]").click()
    assert "ตัวเลขเท่านั้น" in item.locator(".verdict").inner_text()


def test_the_kit_follows_the_room(visitor: Visitor):
    page = visitor.open("en/" + MODULE + "kit/")
    assert page.locator(".clock").nth(1).inner_text() == "09:10"
    page.locator("[name=start]").fill("13:30")
    page.locator("[name=people]").fill("24")
    page.locator("[name=tables]").fill("5")
    assert page.locator(".clock").nth(1).inner_text() == "13:40"
    copies = {each.get_attribute("data-each"): each.inner_text() for each in page.locator(".copies").all()}
    assert copies == {"table": "5", "person": "24", "table-3": "15"}
    assert page.locator(".session-plan caption").inner_text() == "For 24 people at 5 tables, 165 minutes in all"
    assert page.locator("#handout ~ * .solution, .solution").count() == 0, "the handout has no solution"
    assert page.locator(".qr-sheet svg").count() == 4


def test_slides_are_turned_by_keys_and_keep_their_place(visitor: Visitor):
    page = visitor.open("en/" + MODULE + "slides/", viewport=DESK)
    shown = page.locator(".slide--now")
    assert shown.get_attribute("id") == "slide-1"
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    assert shown.get_attribute("id") == "slide-3"
    assert page.url.endswith("#slide-3")
    page.reload()
    assert shown.get_attribute("id") == "slide-3"
    page.keyboard.press("End")
    assert page.locator("[data-next]").is_disabled()
    page.locator("[data-all]").click()
    assert page.locator(".slide").first.is_visible()
    text = page.request.get(visitor.address + "en/" + MODULE + "slides.txt").text()
    assert page.locator(".slide h2").first.inner_text() in text
    assert visitor.complaints == []


def test_facilitators_pages_are_open_but_not_among_search_results(built):
    found = list((built.folder / "search").rglob("*.json"))
    assert found
    assert (built.folder / MODULE / "facilitator/index.html").is_file()
    for kind in ("facilitator", "kit", "slides"):
        assert not [path for path in found if f"/{kind}/" in path.read_text("utf-8")], kind


def test_the_knowledge_check_is_small():
    assert len(gzip.compress((ROOT / "overrides/assets/javascripts/quiz.js").read_bytes(), 9)) <= 2048
