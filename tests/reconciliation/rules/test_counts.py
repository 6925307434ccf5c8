"""Counts that are announced, against what the document lists."""

from decimal import Decimal

import pytest
import reconciliation_cases as cases
from consistent_packages import Writer
from hypothesis import given
from hypothesis import strategies as st

D = Decimal


def announced_counts_match_lists(writer: Writer, *, broken: bool) -> None:
    """Write how many forms are announced, and one form."""
    writer.add("projects", "甲项目", project_id="p01", name="甲项目")
    count = D(2 if broken else 1)
    writer.add("performance-counts", "项目绩效目标完成情况", key="reported", count=count, unit="个")


def phases_are_nested(writer: Writer, *, broken: bool) -> None:
    """Write how many projects had goals and were monitored."""
    for key, count in {"with_goals": 3, "monitored": 5 if broken else 3}.items():
        writer.add("performance-counts", f"{key}项目", key=key, count=D(count), unit="个")


def counts_fit_amounts(writer: Writer, *, broken: bool) -> None:
    """Write visits and what they cost."""
    count = D(0 if broken else 2)
    writer.add("official-travel", "外事接待", key="foreign_receptions", count=count, unit="批次")
    writer.add("three-public", "外事接待费", key="foreign_reception", final_wanyuan=D("1.20"))


CASES = cases.of(globals())


@pytest.mark.parametrize("check", CASES)
def test_a_claim_that_holds_passes(check: str) -> None:
    """The check passes on its case, and no check finds anything."""
    cases.assert_passes(check, CASES[check])


@pytest.mark.parametrize("check", CASES)
def test_a_broken_claim_is_its_one_finding(check: str) -> None:
    """The approved finding alone, at places of the document with exactly its words."""
    cases.assert_found(check, CASES[check])


@pytest.mark.parametrize("check", CASES)
def test_a_package_without_the_rows_says_so(check: str) -> None:
    """Where there is nothing to compare no check has passed: silence is no success."""
    assert cases.said(cases.EMPTY, check) == [("not-applicable", "The package has no such data.")]


NAMES = [f"{letter}设备" for letter in "甲乙丙丁戊己庚辛"]


@given(st.integers(2, len(NAMES)), st.integers(1, 9))
def test_a_list_has_as_many_names_as_it_says(count: int, said: int) -> None:
    """等N个 behind quoted names: the wrong number is the one finding."""
    writer = Writer()
    named = "".join(f"“{name}”" for name in NAMES[:count])
    writer.say(f"完成了{named}等{said}个项目。")
    expected = [] if said == count else ["announced-counts-match-lists"]
    assert cases.contradicted(writer) == expected


@given(st.integers(1, 40), st.integers(1, 40))
def test_no_phase_has_more_projects_than_the_one_before(goals: int, monitored: int) -> None:
    """More projects monitored than with goals is the one finding."""
    writer = Writer()
    for key, count in {"with_goals": goals, "monitored": monitored}.items():
        writer.add("performance-counts", f"{key}项目", key=key, count=D(count), unit="个")
    assert cases.contradicted(writer) == (["phases-are-nested"] if monitored > goals else [])
