"""Findings as readers see them."""

from dataclasses import replace

from example_findings import BASIC, DOCUMENT, PROJECTS, SHARE, TOTAL, finding, result

from publish.pages import contradictions
from publish.pages.contradictions import OddNumber
from publish.reconciliation import Severity, Status
from publish.reconciliation.acknowledgements import Acknowledgement
from publish.reconciliation.claims import Ratio


def test_the_numbers_that_decided_are_shown() -> None:
    """Printed, recomputed, difference and tolerance, each with its unit."""
    assert contradictions.contradiction(finding(), DOCUMENT).numbers == (
        OddNumber("印出", "5.00", "万元"),
        OddNumber("重算", "4.00", "万元"),
        OddNumber("相差", "1.00", "万元"),
        OddNumber("舍入允许", "0.020", "万元"),
    )


def test_a_division_has_no_endless_tail_and_percentages_differ_by_points() -> None:
    """A recomputed rate has as many decimals as it is read with, and at least two."""
    found = finding(result(Ratio(SHARE, (BASIC,), (TOTAL, PROJECTS))))
    assert contradictions.contradiction(found, DOCUMENT).numbers == (
        OddNumber("印出", "100", "%"),
        OddNumber("重算", "16.13", "%"),
        OddNumber("相差", "83.87", "个百分点"),
        OddNumber("舍入允许", "0.0903", "个百分点"),
    )


def test_an_explained_difference_has_no_table_of_numbers() -> None:
    """The two sides that are equal after all would say nothing."""
    found = finding(result(status=Status.EXPLAINED), severity=Severity.WARNING)
    shown = contradictions.contradiction(found, DOCUMENT)
    assert (shown.numbers, shown.word, shown.certainty) == ((), "警告", "确定")


def test_what_would_make_it_agree_is_said_once() -> None:
    """The sentence of the check makes room for the line of the page."""
    said = "支出合计不合。"
    text = said + "如果项目支出不是2.75而是3.75，就全部合得上。"
    shown = contradictions.contradiction(
        finding(text=text, closes_with="项目支出: 2.75 → 3.75"), DOCUMENT
    )
    assert (shown.text, shown.closing) == (said, "若项目支出由 2.75 改为 3.75，则各处相符。")
    other = contradictions.contradiction(finding(closes_with="项目支出: 3.75"), DOCUMENT)
    assert other.closing == "若项目支出取 3.75，则各处相符。"
    assert contradictions.contradiction(finding(), DOCUMENT).closing == ""


def test_a_finding_is_called_by_its_figure_or_its_family() -> None:
    """It leads to its own address and to the help page, and has the answer of the department."""
    answer = Acknowledgement("x", "已经更正", "办公室", "0")
    shown = contradictions.contradiction(finding(), DOCUMENT, answer)
    assert (shown.title, shown.id, shown.guide, shown.answer) == (
        "支出合计",
        "f-expenditure-equals-its-kinds-0a1b2c3d",
        "../../checks/expenditure-equals-its-kinds.html",
        answer,
    )
    untold = replace(finding(result(None)), figures=())
    assert contradictions.contradiction(untold, DOCUMENT).title == "合计与分级"
