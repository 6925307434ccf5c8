"""Lines of money of a project: planned, paid, rate."""

from decimal import Decimal

import pytest
from example_forms import lines, stated
from hypothesis import given
from hypothesis import strategies as st

from publish.documents import passages
from publish.documents.units import Units
from publish.importing import funds, report_sections


def read(text: str) -> list[tuple[object, ...]]:
    """Item, planned, paid and rate of the lines of money of a report."""
    names = ("item", "planned_wanyuan", "paid_wanyuan", "execution_pct")
    return [
        tuple(stated(draft).get(name) for name in names)
        for part in report_sections.parts(lines(text))
        for draft in funds.read(part, Units())
    ]


USE = "（二）资金计划、到位及使用情况。\n"


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("综合督查、检查30万元，已支付27万元，执行率90%。", ("综合督查、检查", 30, 27, 90)),
        ("慰问24万元，已执行完毕，执行率100%。", ("慰问", 24, None, 100)),
        ("尾矿库隐患排查10.5万元", ("尾矿库隐患排查", Decimal("10.5"), None, None)),
        ("（3）支付会议费\t8万元。", ("会议费", None, 8, None)),
        ("会议室设置（培训，会议等）20万元。", ("会议室设置（培训，会议等）", 20, None, None)),
        ("设备能力提升300万元已全部拨付到企业。", ("设备能力提升", 300, None, None)),
        ("投资1300万元，按照工程进度，已支付300万元。", ("投资", 1300, 300, None)),
        ("其中：指标3宣传40万元。", ("宣传", 40, None, None)),
        ("设备购置85000元。", ("设备购置", Decimal("8.5"), None, None)),
        ("培训费5000元。", ("培训费", Decimal("0.5"), None, None)),
        ("培训费5,000元。", ("培训费", Decimal("0.5"), None, None)),
        ("培训费５０００元。", ("培训费", Decimal("0.5"), None, None)),
        ("宣传2千元，已支付1500元。", ("宣传", Decimal("0.2"), Decimal("0.15"), None)),
        ("一期工程1.2亿元。", ("一期工程", 12000, None, None)),
    ],
)
def test_a_line_of_money(sentence: str, found: tuple[object, ...]) -> None:
    """What the money is for, without marks in front; paid and rate where they are stated."""
    assert read(USE + sentence) == [found]


def test_several_lines_of_a_sentence() -> None:
    """Semicolons, commas and enumeration commas part them; none begins with a mark."""
    text = USE + "省级资金700万元，市级资金300万元；企业资金500万元、其他资金5万元。全部已到位。"
    assert read(text) == [
        ("省级资金", 700, None, None),
        ("市级资金", 300, None, None),
        ("企业资金", 500, None, None),
        ("其他资金", 5, None, None),
    ]
    (second,) = list(funds.lines(passages.clean(*lines("甲费1万元，乙费2万元")), 0, Units()))[1:]
    assert [place for span in second.spans for place in span.places()] == [("L1", "乙费2万元")]


@pytest.mark.parametrize(
    ("sentence", "amounts"),
    [
        ("督查30万元；培训费5000元；宣传40万元。", ["30", "0.5", "40"]),
        ("督查30万元；培训费14.31元；宣传40万元。", ["30", "14.31", "40"]),
        ("督查30元；培训费14.31元；宣传40元。", ["0.003", "0.001431", "0.004"]),
    ],
)
def test_the_other_lines_tell_a_slip(sentence: str, amounts: list[str]) -> None:
    """5000 元 beside 万元 are 0.5万元; 14.31 元 beside 30万元 and 40万元 are a slip, kept."""
    assert [str(found[1]) for found in read(USE + sentence)] == amounts


def test_what_is_paid_in_another_unit_is_said() -> None:
    """The unit of the payment is that of the row where the plan is in 万元."""
    (found,) = funds.lines(passages.clean(*lines("宣传2万元，已支付15000元")), 0, Units())
    assert found.values == {
        "planned_wanyuan": 2,
        "paid_wanyuan": Decimal("1.5"),
        "unit_as_published": "元",
        "item": "宣传",
    }


@pytest.mark.parametrize(
    "rate", ["补贴500元/人。", "租金3元/平方米。", "租赁12万元/年。", "慰问300元每户。"]
)
def test_so_much_for_each_is_no_amount(rate: str) -> None:
    """A rate is not what was planned for the whole."""
    assert read(USE + rate) == []


def test_cost_indicators_name_their_project() -> None:
    """Behind 成本指标 anywhere; `name` is the project that the section named last."""
    text = "1.目标完成情况\n（1）甲经费12万元。\n数量指标：2次；成本指标：会议费8万元；培训4万元。"
    (part,) = report_sections.parts(lines(text))
    found = [(draft.values["name"], draft.values["item"]) for draft in funds.read(part, Units())]
    assert found == [("甲经费", "会议费"), ("甲经费", "培训")]


@pytest.mark.parametrize(
    "text",
    [
        "2．资金到位。\n本级财政拨付资金300万元。",
        "（一）评价结论。\n节约资金300万元。",
        USE + "其中，调整指标到位。",
        USE + "已支付27万元，共计支出27万元。",
        "（二）完成情况。\n成本指标：300万元。",
    ],
)
def test_other_amounts_are_no_lines(text: str) -> None:
    """Money received, amounts in other sections, and amounts for no purpose."""
    assert read(text) == []


WORDS = st.text(alphabet="甲乙丙丁戊己庚辛壬癸", min_size=1, max_size=8)
AMOUNT = st.decimals(Decimal("0.01"), 9999, places=2)


@given(st.lists(st.tuples(WORDS, AMOUNT, st.none() | AMOUNT, st.integers(0, 100)), min_size=1))
def test_generated_lines_are_read_back(
    money: list[tuple[str, Decimal, Decimal | None, int]],
) -> None:
    """Planned, with or without paid and rate, parted by semicolons."""
    written = [
        f"{item}{planned}万元" + (f"，已支付{paid}万元，执行率{rate}%" if paid else "")
        for item, planned, paid, rate in money
    ]
    expected = [
        (item, planned, paid, Decimal(rate) if paid else None)
        for item, planned, paid, rate in money
    ]
    assert read(USE + "；".join(written) + "。") == expected
