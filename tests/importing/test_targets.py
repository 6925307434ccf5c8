"""Targets: operator, value and unit of a cell; what is no single amount stays text."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publish.importing.targets import Target, parse

UNITS = ("次", "人", "项", "年", "万元", "%", "台", "个", "批次", "")


@pytest.mark.parametrize(
    ("text", "operator", "value", "unit"),
    [
        ("26人", "=", "26", "人"),
        ("不少于4次", ">=", "4", "次"),
        ("不得少于4次", ">=", "4", "次"),
        ("至少10次。", ">=", "10", "次"),
        ("≥95%", ">=", "95", "%"),
        ("90％以上", ">=", "90", "%"),
        ("98以上", ">=", "98", ""),
        ("至少3次以上", ">=", "3", "次"),
        ("＞3年（其他产业影响年数）", ">", "3", "年"),
        ("＜5起", "<", "5", "起"),
        ("不超过120.5万元", "<=", "120.5", "万元"),
        ("控制在5%以内", "<=", "5", "%"),
        ("系统建设1项", "=", "1", "项"),
        ("开展专项整治不少于6次", ">=", "6", "次"),
        ("1,200 万元", "=", "1200", "万元"),
        ("5台（套）", "=", "5", "台(套)"),
        ("5日以内", "<=", "5", "日"),
        ("10km", "=", "10", "km"),
    ],
)
def test_a_target_is_an_amount(text: str, operator: str, value: str, unit: str) -> None:
    """Words and signs before and behind the number say the operator; the unit is as printed."""
    assert parse(text) == Target(operator, Decimal(value), unit)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "全部完成",
        "全市安全生产形势稳定向好。",
        "2020年",
        "2021年底前完成",
        "12月底前",
        "30日内",
        "专线光纤网络8条，每年设备维护不少于3次",
        "1个数据中心、6个子台",
        "3-5次",
        "第1名",
        "未发生1起",
        "50人左右",
        "600余项",
        "每周3次/人",
        "GB50016标准",
        "5G网络",
        "-5%",
        "控制在5%以上",
        "1.5.2",
    ],
)
def test_what_is_no_single_amount_stays_text(text: str) -> None:
    """Prose, dates, lists, spans, orders and approximate numbers are no targets."""
    assert parse(text) is None


PHRASES = {
    ">=": ("不少于{}", "不低于{}", "至少{}", "≥{}", ">={}", "{}以上", "{}及以上"),
    "<=": ("不超过{}", "不高于{}", "≤{}", "<={}", "控制在{}", "{}以内", "{}以下"),
    ">": ("大于{}", "超过{}", "＞{}"),
    "<": ("小于{}", "低于{}", "＜{}"),
    "=": ("{}", "={}", "等于{}"),
}


@given(
    st.sampled_from([(sign, form) for sign, forms in PHRASES.items() for form in forms]),
    st.decimals(0, 999_999, places=2).map(Decimal.normalize),
    st.sampled_from(UNITS),
    st.sampled_from(["", "全年培训", "系统建设", "开展检查"]),
)
def test_a_generated_phrase_parses_to_what_it_was_made_of(
    phrase: tuple[str, str], value: Decimal, unit: str, thing: str
) -> None:
    """Every operator, with words or signs, any number and any unit, survives being written."""
    operator, form = phrase
    if unit == "年" and 1900 <= value <= 2099:
        unit = "次"
    if not unit and 1900 <= value <= 2099:
        unit = "人"
    text = thing + form.format(f"{value:f}{unit}")
    assert parse(text) == Target(operator, value, unit)


@given(st.text())
def test_any_text_is_a_target_or_none(text: str) -> None:
    """No text makes the reader fail, and a target always has one of the five operators."""
    found = parse(text)
    assert found is None or found.operator in PHRASES
