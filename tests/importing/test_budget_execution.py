"""What became of the appropriations."""

from decimal import Decimal

import pytest
from example_amounts import Printed, numbers
from example_forms import lines, stated
from hypothesis import given
from hypothesis import strategies as st

from publish.documents.units import Units
from publish.importing import budget_execution, report_sections


def read(text: str) -> list[tuple[object, ...]]:
    """Kind, stage, label, amount and printed unit of the appropriations of a report."""
    names = ("kind", "stage", "label", "amount_wanyuan", "unit_as_published")
    return [
        tuple(stated(draft).get(name) for name in names)
        for part in report_sections.parts(lines(text))
        for draft in budget_execution.read(part, Units())
    ]


def test_stages_are_told_by_their_words() -> None:
    """Year and 其中 in front of a label are no part of it."""
    text = (
        "（一）专项资金安排及支出情况\n2020年，某局专项资金安排115万元（年初预算75万元，追加预算40万元），年初结转4.5万元。"
        "本年实际支出90万元，调整指标10万元到某街道，收回预算9万元，年末结转10.5万元。压减2万元。"
    )
    assert read(text) == [
        ("专项资金", "arranged", "某局专项资金安排", 115, None),
        ("专项资金", "initial", "年初预算", 75, None),
        ("专项资金", "added", "追加预算", 40, None),
        ("专项资金", "opening", "年初结转", Decimal("4.5"), None),
        ("专项资金", "executed", "实际支出", 90, None),
        ("专项资金", "reallocated", "调整指标", 10, None),
        ("专项资金", "recovered", "收回预算", 9, None),
        ("专项资金", "closing", "年末结转", Decimal("10.5"), None),
        ("专项资金", "reduced", "压减", 2, None),
    ]


def test_a_part_belongs_to_the_stage_of_its_whole() -> None:
    """Behind a semicolon the next part follows; a slip in the unit and a missing unit are kept."""
    text = (
        "2.追加预算安排及支出情况。\n追加预算258.4万元，其中基本支出18.4万元，已支付18.4万元；"
        "项目支出240，实际支出701.7元。"
    )
    assert read(text) == [
        ("追加预算", "added", "追加预算", Decimal("258.4"), None),
        ("追加预算", "added", "基本支出", Decimal("18.4"), None),
        ("追加预算", "executed", "已支付", Decimal("18.4"), None),
        ("追加预算", "added", "项目支出", 240, "missing"),
        ("追加预算", "executed", "实际支出", Decimal("701.7"), "元"),
    ]


def test_amounts_without_a_unit_are_in_that_of_their_section() -> None:
    """The others of the section say it; that none is printed is said, too."""
    text = "（一）专项资金安排及支出情况\n追加预算2000000元，其中基本支出800000，已支付600000元。"
    assert [found[2:] for found in read(text)] == [
        ("追加预算", 200, "元"),
        ("基本支出", 80, "missing"),
        ("已支付", 60, "元"),
    ]


def test_words_in_brackets_change_no_stage() -> None:
    """What follows a bracket goes on with what stood before it."""
    text = (
        "（一）项目支出情况\n实际支出375万元。其中甲经费300万元（调整指标10万元），乙经费75万元。"
    )
    assert [found[1:4] for found in read(text)] == [
        ("executed", "实际支出", 375),
        ("executed", "甲经费", 300),
        ("reallocated", "调整指标", 10),
        ("executed", "乙经费", 75),
    ]


def test_other_matters_are_about_what_they_name() -> None:
    """Below 其他需要说明的情况 the first label says which money it is, where it does."""
    text = (
        "（三）其他需要说明的情况\n其他资金年初结转121.7万元，已支付0.9万元，执行率1%，流程较长。\n"
        "年初预算安排1804万元，人员调出调减13万元。"
    )
    assert [found[:4] for found in read(text)] == [
        ("其他资金", "opening", "其他资金年初结转", Decimal("121.7")),
        ("其他资金", "executed", "已支付", Decimal("0.9")),
        ("其他需要说明的情况", "initial", "年初预算安排", 1804),
        ("其他需要说明的情况", "reduced", "人员调出调减", 13),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "（一）绩效目标完成情况\n年初预算5万元。",
        "（一）存在的问题。\n年初预算5万元。",
        "年初预算5万元。",
        "（一）资金使用情况\n编制78人，会议5次，费用5万元。",
    ],
)
def test_other_text_states_no_appropriations(text: str) -> None:
    """Sections about something else, and amounts of no stage."""
    assert read(text) == []


# What the words of a label say happened to an appropriation.
STAGES = {
    "年初结转": "opening",
    "年初预算": "initial",
    "追加预算": "added",
    "安排资金": "arranged",
    "实际支出": "executed",
    "收回预算": "recovered",
    "调整指标": "reallocated",
    "压减": "reduced",
    "年末结转": "closing",
}


@given(st.lists(st.tuples(st.sampled_from(list(STAGES)), numbers()), min_size=1, max_size=6))
def test_generated_sentences_are_read_back(cells: list[tuple[str, Printed]]) -> None:
    """Whatever happens in whatever order, each amount has the stage that its own words say."""
    told = "，".join(f"{label}{amount.text}万元" for label, amount in cells)
    assert read(f"（一）专项资金安排及支出情况\n{told}。") == [
        ("专项资金", STAGES[label], label, amount.value, None) for label, amount in cells
    ]
