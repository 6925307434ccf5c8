"""Marks beside figures."""

from pathlib import Path

from example_edition import loaded
from example_findings import BASIC, PROJECTS, SHARE, TOTAL, finding, result

from publish.pages import finding_marks
from publish.pages.finding_marks import Mark
from publish.reconciliation import Severity, Status
from publish.reconciliation.claims import Balance, Blend

ID = "f-expenditure-equals-its-kinds-0a1b2c3d"
GIST = "支出合计5.00万元，而1.25 + 2.75 = 4.00。"


def test_every_row_knows_where_it_stands(tmp_path: Path) -> None:
    """A row says its table and its place; nothing else of it changes."""
    package = loaded(tmp_path)
    found = finding_marks.addressed(package).rows("income")
    assert [row.pop(finding_marks.ADDRESS) for row in found] == ["income 0", "income 1", "income 2"]
    assert found == package.rows("income")


def test_a_finding_is_about_the_sum_and_its_parts_without_the_zeros() -> None:
    """Nobody suspects a zero that adds nothing."""
    assert finding_marks.concerned(finding()) == (TOTAL, BASIC, PROJECTS)


def test_where_one_figure_would_close_everything_it_is_marked_with_the_totals() -> None:
    """The other parts of the sum are in order and carry no mark."""
    assert finding_marks.concerned(finding(closes_with="项目支出: 2.75 → 3.75")) == (
        TOTAL,
        PROJECTS,
    )


def test_what_explains_a_difference_is_not_marked() -> None:
    """Where the carry-over closes the account, the two totals are marked and not the carry-over."""
    explained = Balance((TOTAL, PROJECTS), (BASIC, SHARE))
    found = finding(result(explained, Status.EXPLAINED), severity=Severity.WARNING)
    assert finding_marks.concerned(found) == (TOTAL, BASIC)


def test_of_completion_rates_those_that_do_not_fit_are_marked() -> None:
    """A part that was completed as far as the whole says nothing against it."""
    claim = Blend(SHARE, TOTAL, ((BASIC, SHARE), (PROJECTS, PROJECTS)))
    assert finding_marks.concerned(finding(result(claim))) == (SHARE, PROJECTS)


def test_a_finding_without_numbers_is_about_all_its_figures() -> None:
    """What a check told in words has no sides."""
    told = result(None)
    assert finding_marks.concerned(finding(told)) == ()


def test_errors_and_warnings_are_marked_and_notes_are_not() -> None:
    """A mark says the first sentence of its finding and leads there."""
    mark = Mark("quality.html", ID, Severity.ERROR, GIST)
    found = finding(result(Balance((TOTAL,), (BASIC,))))
    assert finding_marks.of([found, finding(severity=Severity.INFO)]) == {
        ("expenditure 0", "amount_wanyuan"): (mark,),
        ("expenditure 1", "amount_wanyuan"): (mark,),
    }
    assert (mark.word, mark.href) == ("错误", f"quality.html#{ID}")


def test_marks_are_told_once_and_errors_first() -> None:
    """The list under a table has each finding once."""
    error, warning = (Mark("p", each, each, "") for each in (Severity.ERROR, Severity.WARNING))
    assert finding_marks.distinct([warning, error, warning]) == (error, warning)
