"""Thai words on an English page are marked as Thai; a Thai page is left alone."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from cde.passages import mark_thai, mark_thai_around


def test_a_run_of_thai_is_marked_as_a_whole():
    marked = mark_thai("<p>The fund (ก.ส.ท. พ.ศ. 2496) lends.</p>", "en")
    assert marked == '<p>The fund (<span lang="th">ก.ส.ท. พ.ศ</span>. 2496) lends.</p>'


def test_what_is_marked_already_is_left():
    html = '<li><span lang="th">คลัง <b>ความรู้</b></span> and <i>เมือง</i></li>'
    assert mark_thai(html, "en") == html.replace("เมือง", '<span lang="th">เมือง</span>')


def test_nested_elements_of_one_name_end_where_they_end():
    html = '<div lang="th">ก<div>ข</div>ค</div>ง'
    assert mark_thai(html, "en") == html[:-1] + '<span lang="th">ง</span>'


def test_around_the_text_of_a_page_scripts_and_the_head_are_left_alone():
    head, script = "<head><title>ก</title></head><body class='ก'>", "<script>['ข']</script>"
    page = f"{head}<a>ค</a>{script}<template>ง</template><b lang='ms'>จ</b></body>"
    assert mark_thai_around(page, "ms") == page.replace("ค", '<span lang="th">ค</span>').replace(
        "จ", '<span lang="th">จ</span>'
    )
    assert mark_thai_around(page, "th") == page
    assert mark_thai_around("ค", "ms") == "ค", "no page"


def test_attributes_are_not_text():
    html = '<a title="เมือง" href="#">town</a>'
    assert mark_thai(html, "en") == html


@given(st.text(alphabet="กขไอ่ abc<>/p=\"'", max_size=60))
def test_only_marks_are_added(text: str):
    marked = mark_thai(text, "en")
    assert marked.replace('<span lang="th">', "").replace("</span>", "") == text.replace("</span>", "")
    assert mark_thai(text, "th") == text
    assert len(re.findall('<span lang="th">', marked)) == marked.count("</span>") - text.count("</span>")
