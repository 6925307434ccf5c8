"""What held, what was not compared, what nothing covers."""

from dataclasses import replace
from pathlib import Path

from example_edition import edition
from example_findings import BASIC, DOCUMENT, SUMS, TOTAL, result

from publish.pages import agreements, links
from publish.pages.years import Edition
from publish.reconciliation import Outcome, Result, Status, Text
from publish.reconciliation.claims import Balance

CLAIM = "本年支出合计等于基本支出、项目支出等各类之和"


def with_results(root: Path, *results: Result) -> Edition:
    """Return the example in which the checks had these results."""
    outcome = Outcome(results, (), 2, (BASIC,))
    return replace(edition(root), outcome=outcome, document=DOCUMENT)


def test_what_held_is_shown_with_its_numbers(tmp_path: Path) -> None:
    """By family and check; what held without numbers is named; a table is called by its title."""
    held = with_results(
        tmp_path,
        result(Balance((TOTAL,), (TOTAL,)), Status.PASSED, "expenditure"),
        result(None, Status.PASSED, "支出"),
        result(),
    )
    (family,) = agreements.families(held)
    ((one,), count) = family.held, family.count
    formulas = [(name, links.plain(words)) for name, words in one.formulas]
    assert (family.title, count, one.claim) == ("合计与分级", 2, CLAIM)
    assert (formulas, one.subjects) == ([("支出决算", "5.00 = 5.00")], ("支出",))


def test_what_was_not_compared_is_told_by_reason(tmp_path: Path) -> None:
    """One reason with the things that it holds for, each once; what does not apply is apart."""
    reason = Text("没有合计。", "No total.")
    open_ = [Result(SUMS, Status.UNCHECKED, subject, text=reason) for subject in ("甲", "乙", "甲")]
    absent = Result(SUMS, Status.NOT_APPLICABLE, "", text=reason)
    found = with_results(tmp_path, *open_, absent, absent)
    (gap,) = agreements.gaps(found)
    assert (gap.claim, gap.reason, gap.subjects) == (CLAIM, "没有合计。", ("甲", "乙"))
    assert agreements.inapplicable(found) == (CLAIM,)


def test_figures_that_nothing_covers_are_listed_by_table(tmp_path: Path) -> None:
    """Each with its name, its unit and its way to the document."""
    (table,) = agreements.uncovered(with_results(tmp_path))
    ((name, words, unit),) = table.figures
    assert (table.title, name, links.plain(words), unit) == (
        "支出决算",
        "基本支出",
        "1.25",
        "万元",
    )
