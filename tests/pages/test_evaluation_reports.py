"""The evaluation reports as text."""

import pytest
from example_performance import contents, package, year

from publish.pages import evaluation_reports


def test_a_report_is_its_sections_in_order() -> None:
    """Headings carry their numbers and depths, every section the way to its line."""
    own, other = evaluation_reports.load(year())
    shown = [
        (one.id, one.title, one.depth, one.paragraphs, one.link.anchor) for one in own.sections
    ]
    assert shown == [
        ("section-1", "", 3, ("本部门编制78人。",), "L21s1"),
        ("section-2", "一、部门概况", 3, ("本部门编制78人。", "在职64人。"), "L20s1"),
    ]
    assert [(one.title, one.mark, one.paragraphs) for one in other.sections] == [
        ("（一）项目概况", "###", ())
    ]
    assert [section.title for section in own.contents] == ["一、部门概况"]


def test_the_report_of_a_project_stands_on_its_page() -> None:
    """Every text stands once; the list of reports leads to it."""
    assert [(one.id, str(one.href)) for one in evaluation_reports.load(year())] == [
        ("report-1", "reports.html#report-1"),
        ("report-2", "project-p01.html#report-2"),
    ]
    values = evaluation_reports.reports_page(year(), evaluation_reports.load(year()))
    assert [one.id for one in values["own"]] == ["report-1"]
    assert [one.id for one in values["reports"]] == ["report-1", "report-2"]


@pytest.mark.parametrize(
    ("section", "expected"),
    [
        pytest.param("十二", "十二、概况", id="numeral"),
        pytest.param("一 （一）", "（一）概况", id="brackets"),
        pytest.param("一 （一） 1", "1.概况", id="digit"),
        pytest.param(None, "概况", id="none"),
    ],
)
def test_headings_are_numbered_as_printed(section: str | None, expected: str) -> None:
    """The last number of a section is its own, the others are those above it."""
    rows = contents()["evaluation-reports"]
    changed = ({**rows[1], "section": section, "heading": "概况"},)
    ((found,),) = [
        one.sections for one in evaluation_reports.load(year(package(evaluation_reports=changed)))
    ]
    assert found.title == expected


def test_headings_go_down_one_step_at_a_time() -> None:
    """A report may begin with a subsection; below the fifth depth there is none."""
    printed = ("一 （一） 1", "一 （二）", "一 （二） 1", "一 （二） 1 （1）", "二")
    row = contents()["evaluation-reports"][1]
    rows = tuple({**row, "section": section} for section in printed)
    (found,) = evaluation_reports.load(year(package(evaluation_reports=rows)))
    assert [section.depth for section in found.sections] == [3, 4, 5, 5, 3]
