"""The unit of an amount: what says which it is, and when the words are a slip."""

import time
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publish.documents import figures, units
from publish.documents.units import Amount, Origin, Unit, Units

D = Decimal
# A document in 元 with a section in 千元, and in it a table in 百万元.
NESTED = Units("元").inside(["收入5千元，支出3千元。"]).under("预算数(百万元)")


def test_the_nearest_that_says_the_unit_counts() -> None:
    """The words behind the number, then heading, section and document."""
    section = Units("元").inside(["收入5千元，支出3千元。"])
    assert [
        NESTED.of("亿元"),
        NESTED.of(""),
        section.of(""),
        Units("元").of(""),
        Units().of(""),
    ] == [
        Unit("亿元", Origin.WORDS),
        Unit("百万元", Origin.HEADING),
        Unit("千元", Origin.SECTION),
        Unit("元", Origin.DOCUMENT),
        Unit("万元", Origin.DOCUMENT),
    ]


@pytest.mark.parametrize(
    ("place", "amount", "words", "expected"),
    [
        (Units(), "5.00", "万元", ("5.00", None)),
        (Units(), "5000", "元", ("0.5", "元")),
        (Units(), "5000.00", "元", ("0.5", "元")),
        (Units(), "14.31", "元", ("0.001431", "元")),
        (Units(slips=True), "14.31", "元", ("14.31", "元")),
        (Units(slips=True), "14.31", "万元", ("14.31", None)),
        (Units(), "0", "元", ("0", "元")),
        (Units(), "1.5", "亿元", ("15000", "亿元")),
        (Units(), "300", "千元", ("30", "千元")),
        (Units(), "1.25", "百万元", ("125", "百万元")),
        (Units(), "2491.62", "", ("2491.62", "missing")),
        (Units("元"), "2491", "", ("0.2491", "missing")),
        (Units().under("预算数(元)"), "2491", "", ("0.2491", "元")),
        (Units("元").under("预算数(万元)"), "2491.50", "", ("2491.50", None)),
        (Units(), "9" * 40 + ".5", "元", ("9" * 36 + ".99995", "元")),
    ],
)
def test_an_amount_in_wanyuan(
    place: Units, amount: str, words: str, expected: tuple[str, str | None]
) -> None:
    """Converted to the last digit, whatever its length; as printed where it is 万元 already."""
    value, printed = place.money(D(amount), words)
    assert (str(value), printed) == expected


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("单位:元", "元"),
        ("(金额单位:万元)", "万元"),
        ("单位:人民币元", "元"),
        ("单位:某市应急管理局", ""),
        ("单位:元/平方米", ""),
        ("图1:收入情况(单位:万元)", ""),
    ],
)
def test_a_line_declares_the_unit_of_what_is_below(text: str, unit: str) -> None:
    """A line of its own; the caption of a chart speaks of its chart alone."""
    assert Units("亿元").inside([text]).heading == units.declared(text) == unit


@pytest.mark.parametrize(
    ("text", "unit", "plain"),
    [
        ("预算数(元)", "元", "预算数"),
        ("预算执行情况(单位:万元)", "万元", "预算执行情况"),
        ("项目资金(人民币千元):", "千元", "项目资金:"),
        ("完成值(个)", "", "完成值(个)"),
        ("补助标准(元/人)", "", "补助标准(元/人)"),
    ],
)
def test_a_heading_names_its_unit_in_brackets(text: str, unit: str, plain: str) -> None:
    """The heading without its unit is what its role is told by."""
    assert (units.named(text), units.plain(text)) == (unit, plain)


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("培训费5,000元、会议费3万元", [("5000", "元"), ("3", "万元")]),
        ("补助500元/人,租金3元/平方米,每年12万元/年,慰问200元每户", []),
        ("单价50万元以上通用设备,单价100万元(含)以上设备", []),
        ("300千元,1.2亿元,5百万元", [("300", "千元"), ("1.2", "亿元"), ("5", "百万元")]),
        ("0.39万。", [("0.39", "万")]),
    ],
)
def test_amounts_that_a_text_prints(text: str, amounts: list[tuple[str, str]]) -> None:
    """So much for each, and thresholds, are no amounts."""
    assert [(str(found.value), found.unit) for found in units.printed(text)] == amounts


@pytest.mark.parametrize(
    ("text", "is_slip"),
    [
        ("支出2491.62万元:服务14.31元,教育0万元,保障168.55万元,管理2177.82万元", True),
        ("追加258.4万元,已支付18.4万元,实际支出701.7元", True),
        ("督查30万元,宣传20元,培训40万元", True),
        ("督查30万元,培训费5000元,宣传40万元", False),
        ("督查30万元,慰问600元,救灾600万元", False),
        ("督查0.3万元,邮费701.7元,宣传40万元", False),
        ("救灾8000万元,误餐费5280元,重建9000万元", False),
        ("督查30万元,宣传20元", False),
        ("督查30万元,宣传20元,培训40元", False),
        ("督查30万元,宣传20元,培训费5000元,会议40万元", False),
        ("教育0万元,科技0万元,服务14.31元", False),
        ("宣传14.31元", False),
        ("覆盖30万,覆盖40万,宣传20元", False),
        ("督查30元,宣传20.5元,培训40元", False),
        ("督查30.123456万元,宣传701.7元,培训40万元", False),
    ],
)
def test_a_slip_needs_the_other_amounts_of_its_list(text: str, is_slip: bool) -> None:  # noqa: FBT001
    """What may be meant in 元 is meant so."""
    assert units.are_slips(units.printed(text)) is is_slip


def test_a_paragraph_with_one_amount_is_an_item_of_the_list_of_its_section() -> None:
    """Accounts stand a line each: the list is the section; a list in a line stands for itself."""
    items = ["服务支出14.31元。", "保障支出168.55万元。", "住房支出130.95万元。"]
    section = Units().inside(items)
    assert [section.listed(text).slips for text in items] == [True, True, True]
    assert not section.listed("宣传20元、会议30元、培训40元").slips


AMOUNTS = st.decimals(D("0.0001"), 99_999_999, places=4)


@given(st.lists(AMOUNTS, min_size=1))
def test_a_list_in_yuan_has_no_slips(values: list[Decimal]) -> None:
    """Whatever the amounts, where all are printed in 元 each is meant so, exactly."""
    printed = [(value * 10_000).quantize(D(1)) for value in values]
    text = "、".join(f"费{value}元" for value in printed)
    place = Units().inside([text]).listed(text)
    assert [place.money(value, "元")[0] for value in printed] == values


@given(st.lists(st.decimals(D("0.01"), 9999, places=2), min_size=2), st.data())
def test_one_slip_among_wanyuan_is_found(values: list[Decimal], data: st.DataObject) -> None:
    """An amount of the order of the list with parts of 1 元; 元 to the hundred are believed."""
    least, greatest = min(values), max(values)
    beside = [Amount(value, "万元") for value in values]
    top = min(greatest * 10, least * 1000 - D("0.01"))
    if top >= 1:
        slip = data.draw(st.integers(0, int(top) - 1)) + D("0.31")
        assert units.are_slips([*beside, Amount(slip, "元")])
    meant = D(data.draw(st.integers(1, 99))) * 100
    assert not units.are_slips([*beside, Amount(meant, "元")])


@given(st.decimals(0, D(10) ** 40, places=6), st.sampled_from(list(figures.IN_WANYUAN)))
def test_no_digit_is_lost(amount: Decimal, unit: str) -> None:
    """A number of any length is converted as a fraction would be."""
    value = figures.in_wanyuan(amount, unit)
    assert Fraction(value) == Fraction(amount) * Fraction(10) ** figures.IN_WANYUAN[unit]


@pytest.mark.parametrize("piece", ["111,", "1.", "1元", "(元", "5万元/", "单位:元"])
def test_the_time_grows_with_the_text(piece: str) -> None:
    """Ten times the text takes about ten times as long, not a hundred times."""

    def seconds(length: int) -> float:
        text = piece * length
        start = time.process_time()
        for _time in range(3):
            Units().inside([text]).listed(text)
            units.named(text)
        return time.process_time() - start

    assert seconds(40_000) < 40 * seconds(4_000) + 0.05
