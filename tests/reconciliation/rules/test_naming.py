"""Names: one thing has one name, and accounts have the name of the classification."""

from decimal import Decimal

import pytest
import reconciliation_cases as cases
from consistent_packages import Writer
from hypothesis import given
from hypothesis import strategies as st

D = Decimal


def a_list_names_a_thing_once(writer: Writer, *, broken: bool) -> None:
    """Write a list of projects."""
    other = "安全生产专项经费" if broken else "地震事务专项经费"
    writer.say(f"本部门组织对安全生产专项经费项目、{other}开展了绩效评价。")


def reports_have_one_title(writer: Writer, *, broken: bool) -> None:
    """Write a report and a sentence that names it."""
    title = "消防队2020年部门整体支出绩效评价报告"
    said = title.replace("2020", "部门2020") if broken else title
    writer.say(f"《{said}》见附件。")
    writer.add("evaluation-reports", title, position=1, report=title, text="正文")


def accounts_have_their_official_names(writer: Writer, *, broken: bool) -> None:
    """Write an account and its name in the classification."""
    label = "其他交通费" if broken else "其他交通费用"
    writer.add(
        "basic-expenditure",
        label,
        group="public",
        level="account",
        code="30239",
        amount_wanyuan=D("1.00"),
    )
    writer.add("economic-classification", "科目", code="30239", level="group", name="其他交通费用")


CASES = cases.of(globals())


@pytest.mark.parametrize("check", CASES)
def test_a_claim_that_holds_passes(check: str) -> None:
    """The check passes on its case, and no check finds anything."""
    cases.assert_passes(check, CASES[check])


@pytest.mark.parametrize("check", CASES)
def test_a_broken_claim_is_its_one_finding(check: str) -> None:
    """The approved finding alone, at places of the document with exactly its words."""
    cases.assert_found(check, CASES[check])


def test_names_of_nothing_are_not_applicable() -> None:
    """A package without the rows and without a text has passed nothing."""
    absent = ("not-applicable", "The package has no such data.")
    unread = ("unchecked", "The source is no text that can be read by sentence.")
    assert {check: cases.said(cases.EMPTY, check) for check in CASES} == {
        "a-list-names-a-thing-once": [unread],
        "reports-have-one-title": [absent],
        "accounts-have-their-official-names": [absent],
    }


NAMES = [
    "安全生产专项经费", "地震事务专项经费", "消防设备更新经费", "业务骨干培训经费",
    "应急物资储备经费",
]  # fmt: skip


@given(st.permutations(NAMES), st.integers(2, len(NAMES)), st.none() | st.integers(0, 1))
def test_a_thing_named_twice_in_a_list_is_found(
    names: list[str], count: int, again: int | None
) -> None:
    """With 项目 behind it a name is the same name: one finding; other names are none."""
    writer = Writer()
    listed = names[:count] + ([] if again is None else [f"{names[again]}项目"])
    writer.say(f"本部门组织对{'、'.join(listed)}开展了绩效评价。")
    expected = [] if again is None else ["a-list-names-a-thing-once"]
    assert cases.contradicted(writer) == expected
