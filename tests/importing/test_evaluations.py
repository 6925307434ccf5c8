"""Self-evaluations: a project each, its indicators by kind, its money where the text states it."""

from decimal import Decimal

import pytest
from example_forms import lines, stated
from hypothesis import given
from hypothesis import strategies as st

from publish.documents.units import Units
from publish.importing import evaluations
from publish.tables import Row

HEAD = "（一）上级专项资金绩效目标完成情况\n"


def read(text: str) -> list[Row]:
    """The projects of a text."""
    return [stated(draft) for draft in evaluations.read(lines(text), Units())]


def test_a_project_and_its_indicators() -> None:
    """Labels fill their columns, in lines of their own or one behind the other."""
    text = HEAD + (
        "（1）消防培训经费10.5万元。\n——产出指标完成情况分析。\n数量指标：培训2期；时效指标：2020年完成\n"
        "质量指标：合格率100%。\n成本指标：教材10.5万元。\n各项指标全部完成，完成率100%。\n"
        "——效益指标完成情况分析。\n社会效益：安全形势稳定。\n可持续影响：持续3年以上。\n"
        "——满意度指标完成情况分析\n学员满意度95%以上，完成率100%。"
    )
    assert read(text) == [
        {
            "evaluation_id": "e01",
            "number": 1,
            "tier": "上级专项资金",
            "name": "消防培训经费",
            "amount_wanyuan": Decimal("10.5"),
            "quantity": "培训2期",
            "timeliness": "2020年完成",
            "quality": "合格率100%。",
            "cost": "教材10.5万元。",
            "status": "各项指标全部完成，完成率100%。",
            "social": "安全形势稳定。",
            "sustainable": "持续3年以上。",
            "satisfaction": "学员满意度95%以上，完成率100%。",
        }
    ]


@pytest.mark.parametrize("paid", ["5000元", "5,000元", "５，０００元", "0.5万元"])
def test_a_payment_is_read_however_it_is_printed(paid: str) -> None:
    """Its thousands are no amount of another item; the unit that is not 万元 is said."""
    (row,) = read(HEAD + f"（1）甲经费3万元。\n各项指标全部完成，已支付{paid}。")
    unit = None if paid.endswith("万元") else "元"
    assert (row["paid_wanyuan"], row.get("unit_as_published")) == (Decimal("0.5"), unit)


def test_projects_are_counted_through_the_document() -> None:
    """The number is as printed, the id counts on; the tier is that of the last heading."""
    text = (
        "1.年初部门预算绩效目标完成情况\n（1）甲经费3万元。\n（2）乙经费4万元\n2.市级专项资金绩效目标完成情况\n"
        "（1）丙经费50000元。\n三、其他情况\n（1）丁经费6万元。\n数量指标：1次"
    )
    names = ("evaluation_id", "number", "tier", "name", "amount_wanyuan", "unit_as_published")
    assert [tuple(row.get(name) for name in names) for row in read(text)] == [
        ("e01", 1, "年初部门预算", "甲经费", 3, None),
        ("e02", 2, "年初部门预算", "乙经费", 4, None),
        ("e03", 1, "市级专项资金", "丙经费", 5, "元"),
        ("e04", 1, "市级专项资金", "丁经费", 6, None),
    ]


def test_a_sentence_on_completion_behind_a_label_is_the_status() -> None:
    """成本指标 ends with its sentence; what follows is said of the project."""
    text = HEAD + "（1）甲经费5万元。\n成本指标：会议费5万元。各项指标都完成，完成率100%。"
    (row,) = read(text)
    assert (row["cost"], row["status"]) == ("会议费5万元。", "各项指标都完成，完成率100%。")


@pytest.mark.parametrize(
    ("sentence", "paid", "rate"),
    [
        ("已支付4.5万元，执行率90%。", Decimal("4.5"), 90),
        ("成本指标：会议费5万元，已支付4.5万元，执行率90%。", Decimal("4.5"), 90),
        ("各项指标基本完成，执行率92%，因年底资金紧张。", None, 92),
        ("成本指标：甲3万元，已支付，执行率100%；乙2万元，尚未支付。", None, None),
        ("成本指标：甲3万元，已支付2万元，执行率66%。", None, None),
        ("成本指标：甲3万元，已支付2万元；乙2万元，已支付1万元。执行率60%。", None, 60),
        ("该项目资金还未执行，计划在2021年完成。", None, None),
        ("各项指标全部完成，完成率100%。", None, None),
    ],
)
def test_money_is_taken_for_the_whole_project_alone(
    sentence: str, paid: Decimal | None, rate: int | None
) -> None:
    """What is said of an item is not said of the project, and 完成率 is no rate of payment."""
    (row,) = read(HEAD + f"（1）甲乙经费5万元。\n{sentence}")
    assert (row.get("paid_wanyuan"), row.get("execution_pct")) == (paid, rate)


def test_an_amount_without_a_tier_opens_no_project() -> None:
    """A list of amounts elsewhere in a report is no self-evaluation."""
    assert read("一、资金使用情况\n（1）支付会议费8万元。\n（2）培训费2万元。") == []


TOLD = [
    "各项绩效指标全部完成。",
    "各项目标基本完成。",
    "项目已完成验收。",
    "项目资金尚未支付。",
    "暂未支付，待验收后支付。",
    "目前正在办理结算。",
    "截至年底已支付3万元。",
    "结余资金交回财政。",
]


@given(st.sampled_from(TOLD), st.sampled_from(["数量指标", "成本指标", "社会效益"]))
def test_sentences_on_the_project_are_its_status(told: str, label: str) -> None:
    """What is said of the project behind an indicator is no part of the indicator."""
    (row,) = read(f"{HEAD}（1）培训经费5万元。\n{label}：培训两期。{told}")
    column = {"数量指标": "quantity", "成本指标": "cost", "社会效益": "social"}[label]
    assert (row[column], row["status"]) == ("培训两期。", told)
