"""Three rooms of Markdown become pages of one bilingual site."""

from __future__ import annotations


def test_every_room_has_its_address_in_both_languages(rooms_site):
    site = rooms_site(
        {
            "docs/about.th.md": "# เกี่ยวกับ",
            "docs/about.en.md": "# About",
            "curriculum/bcg/waste/index.th.md": "# ขยะ",
            "curriculum/bcg/waste/index.en.md": "# Waste",
            "case_studies/nan/index.th.md": "# น่าน",
            "case_studies/nan/index.en.md": "# Nan",
        }
    )
    assert "เกี่ยวกับ" in site.html("about")
    assert "About" in site.html("en/about")
    assert "ขยะ" in site.html("curriculum/bcg/waste")
    assert "Waste" in site.html("en/curriculum/bcg/waste")
    assert "น่าน" in site.html("case-studies/nan")
    assert "Nan" in site.html("en/case-studies/nan")
    assert site.warnings == []


def test_edit_links_name_the_true_file(rooms_site):
    site = rooms_site(
        {
            "case_studies/nan/index.th.md": "# น่าน",
            "case_studies/nan/index.en.md": "# Nan",
            "docs/index.en.md": "# Home",
        }
    )
    repository = "https://example.org/repository/edit/main/"
    assert site.edit_link("case-studies/nan") == repository + "case_studies/nan/index.th.md"
    assert site.edit_link("en/case-studies/nan") == repository + "case_studies/nan/index.en.md"
    assert site.edit_link("en") == repository + "docs/index.en.md"


def test_links_between_rooms_stay_in_the_language_however_they_are_written(rooms_site):
    module = "[here]({0}.md) [here]({0}.th.md#end) [here](../../../docs/about.md)".format(
        "../../../case_studies/nan/index"
    )
    site = rooms_site(
        {
            "docs/about.th.md": "# เกี่ยวกับ",
            "docs/about.en.md": "# About",
            "curriculum/bcg/waste/index.th.md": module,
            "curriculum/bcg/waste/index.en.md": module,
            "case_studies/nan/index.th.md": "# น่าน\n## จบ {#end}",
            "case_studies/nan/index.en.md": "# Nan\n## End {#end}",
        }
    )
    links = ["../../../case-studies/nan/", "../../../case-studies/nan/#end", "../../../about/"]
    assert site.links("curriculum/bcg/waste") == links
    assert site.links("en/curriculum/bcg/waste") == links
    assert site.warnings == []


def test_a_broken_link_and_a_broken_anchor_name_the_true_file(rooms_site):
    links = "[here](../missing/index.md)\n[here](../../../case_studies/nan/index.md#nothing)"
    site = rooms_site(
        {
            "curriculum/bcg/waste/index.th.md": links,
            "case_studies/nan/index.th.md": "# น่าน",
            "case_studies/nan/index.en.md": "# Nan",
        }
    )
    here = "curriculum/bcg/waste/index.th.md"
    assert any(here in warning and "curriculum/bcg/missing/index.md" in warning for warning in site.warnings)
    assert any(here in warning and "#nothing" in warning for warning in site.warnings)


def test_templates_and_readmes_are_never_pages(rooms_site):
    site = rooms_site(
        {
            "case_studies/_template/index.th.md": "# ต้นแบบ",
            "case_studies/README.md": "# For editors",
            "case_studies/nan/case.yml": "id: nan",
            "case_studies/nan/index.th.md": "# น่าน",
        }
    )
    built = {p.relative_to(site.root / "site").as_posix() for p in (site.root / "site").rglob("*") if p.is_file()}
    assert "case-studies/nan/index.html" in built
    assert not any("_template" in name or "README" in name or name.endswith(".yml") for name in built)
    assert "case-studies/index.html" not in built


def test_media_is_shared_by_both_languages(rooms_site):
    page = "![map](media/map.svg)"
    site = rooms_site(
        {
            "case_studies/nan/index.th.md": page,
            "case_studies/nan/index.en.md": page,
            "case_studies/nan/media/map.svg": "<svg/>",
        }
    )
    assert (site.root / "site/case-studies/nan/media/map.svg").is_file()
    assert 'src="media/map.svg"' in site.html("case-studies/nan")
    assert site.warnings == []
