"""What is done and what is under way, and results beside their targets, in usual wordings."""

from decimal import Decimal

import pytest
import reconciliation_cases as cases
from consistent_packages import Writer
from hypothesis import given
from hypothesis import strategies as st

from publish import reconciliation

D = Decimal


STATES = "a-state-is-told-one-way"
THINGS = ["招投标", "竣工验收", "设备采购", "方案编制"]
DONE = ["已完成{}", "已经完成{}", "完成了{}", "全部完成{}"]
DOING = ["正在进行{}", "正在开展{}", "正在组织{}", "正在办理{}", "正在实施{}"]


def told(*sentences: str) -> list[str]:
    """Return what is found where a report on one project says these sentences."""
    writer = Writer()
    for position, text in enumerate(sentences, 1):
        writer.add(
            "evaluation-reports", text, position=position, report="某项目绩效评价报告",
            project_id="p01", text=text,
        )  # fmt: skip
    found = reconciliation.run(writer.package()).findings
    return [finding.text.zh for finding in found if finding.check == STATES]


@given(st.sampled_from(THINGS), st.sampled_from(DONE), st.sampled_from(DOING))
def test_what_is_done_is_not_under_way(thing: str, done: str, doing: str) -> None:
    """Whatever verbs are used, the same step is done or under way."""
    words = thing[:3]
    expected = [f"同一项目，一处说“{words}”已经完成，另一处说正在进行。"]
    assert told(f"项目{done.format(thing)}。", f"该项目{doing.format(thing)}。") == expected


@given(st.permutations(THINGS), st.sampled_from(DONE), st.sampled_from(DOING))
def test_two_steps_contradict_nothing(things: list[str], done: str, doing: str) -> None:
    """One step is done while another is under way."""
    assert told(f"项目{done.format(things[0])}。", f"该项目{doing.format(things[1])}。") == []


def results_meet_targets(writer: Writer, *, broken: bool) -> None:
    """Write an indicator with its result."""
    writer.add(
        "performance-indicators", "全体会议", project_id="p01", number=1, level2="数量指标",
        target_operator=">=", target_value=D(4), target_unit="次", target_text="不少于4次",
        actual_text="3次" if broken else "4次",
    )  # fmt: skip


def nothing_is_due_after_the_deadline(writer: Writer, *, broken: bool) -> None:
    """Write an evaluation with a deadline and a date."""
    year = 2021 if broken else 2020
    writer.add(
        "self-evaluations", f"培训资金，2020年完成，余款在{year}年支付", evaluation_id="e01",
        number=1,
        name="培训资金", timeliness="2020年完成", cost=f"余款在{year}年支付",
    )  # fmt: skip


def a_state_is_told_one_way(writer: Writer, *, broken: bool) -> None:
    """Write two paragraphs on one project."""
    words = ("项目已完成招投标", "项目正在进行招投标" if broken else "项目顺利实施")
    for position, text in enumerate(words, 1):
        writer.add(
            "evaluation-reports", text, position=position, report="甲项目绩效评价报告",
            project_id="p01", text=text,
        )  # fmt: skip


def weights_and_scores_add_up(writer: Writer, *, broken: bool) -> None:
    """Write two indicators with weights."""
    for number, weight in enumerate((60, 45 if broken else 40), 1):
        writer.add(
            "performance-indicators", f"第{number}个指标", project_id="p01", number=number,
            weight=D(weight), unit="分",
        )  # fmt: skip


def a_result_may_be_in_another_unit_than_its_target(writer: Writer) -> None:
    """48000元 are within 5万元; a target without a unit is none to compare 48000元 with."""
    for number, unit in enumerate(("万元", None), 1):
        writer.add(
            "performance-indicators", f"第{number}项成本", project_id=f"p0{number}", number=number,
            level2="成本指标", target_operator="<=", target_value=D(5), target_unit=unit,
            target_text="5", actual_text="48000元",
        )  # fmt: skip


CASES = cases.of(globals())
ALLOWED = cases.allowed(globals())


@pytest.mark.parametrize("check", CASES)
def test_a_claim_that_holds_passes(check: str) -> None:
    """The check passes on its case, and no check finds anything."""
    cases.assert_passes(check, CASES[check])


@pytest.mark.parametrize("check", CASES)
def test_a_broken_claim_is_its_one_finding(check: str) -> None:
    """The approved finding alone, at places of the document with exactly its words."""
    cases.assert_found(check, CASES[check])


@pytest.mark.parametrize("write", ALLOWED)
def test_what_scope_explains_is_no_finding(write: str) -> None:
    """What scope, phase or form of the document explains is not flagged."""
    cases.assert_nothing_found(ALLOWED[write])


def test_a_result_in_another_unit_that_misses_its_target_is_found() -> None:
    """51000元 are more than 5万元."""
    writer = Writer()
    writer.add(
        "performance-indicators", "成本", project_id="p01", number=1, level2="成本指标",
        target_operator="<=", target_value=D(5), target_unit="万元", target_text="5万元",
        actual_text="51000元",
    )  # fmt: skip
    found = [finding.check for finding in reconciliation.run(writer.package()).findings]
    assert found == ["results-meet-targets"]


def test_a_result_in_words_is_unchecked() -> None:
    """已完成 cannot be compared with 4次."""
    writer = Writer()
    writer.add(
        "performance-indicators", "全体会议", project_id="p01", number=1, level2="数量指标",
        target_operator=">=", target_value=D(4), target_unit="次", actual_text="已完成",
    )  # fmt: skip
    assert cases.said(writer.package(), "results-meet-targets") == [
        ("unchecked", "The result is told in words, without a number.")
    ]


@given(st.sampled_from(["=", ">=", ">", "<=", "<"]), st.integers(1, 99), st.integers(0, 99))
def test_a_result_is_compared_with_its_target(operator: str, target: int, actual: int) -> None:
    """A result on the wrong side of its target is the one finding; more than = asks is none."""
    writer = Writer()
    writer.add(
        "performance-indicators", "全体会议", project_id="p01", number=1, level2="数量指标",
        target_operator=operator, target_value=D(target), target_unit="次",
        target_text=f"{target}次", actual_text=f"{actual}次",
    )  # fmt: skip
    is_met = {
        "=": actual >= target,
        ">=": actual >= target,
        ">": actual > target,
        "<=": actual <= target,
        "<": actual < target,
    }[operator]
    assert cases.contradicted(writer) == ([] if is_met else ["results-meet-targets"])
