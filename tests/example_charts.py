"""Charts that several test modules draw, and a strategy for all others."""

from decimal import Decimal

from hypothesis import strategies as st

from publish.charts import Bar, Chart, ChartKind

INCOME = Chart(
    ChartKind.PARTS,
    "收入从哪里来",
    "本年收入4,383.87万元。",
    "万元",
    (
        Bar("一般公共预算财政拨款收入", Decimal("3852.430"), "占88%"),
        Bar("事业收入", Decimal(0), "占0%"),
        Bar("其他收入", None),
    ),
    Decimal("4383.87"),
)
THREE_PUBLIC = Chart(
    ChartKind.PAIRS,
    "三公经费",
    "决算比预算少。",
    "万元",
    (
        Bar("预算", Decimal("3.67"), group="公务接待费"),
        Bar("决算", Decimal("3.6"), "完成98%", group="公务接待费"),
    ),
)

TEXTS = st.text(max_size=60)
AMOUNTS = st.decimals(-999_999, 999_999, places=2)
BARS = st.builds(Bar, TEXTS, st.none() | AMOUNTS, TEXTS, st.sampled_from(["", "甲", "乙"]))
CHARTS = st.builds(
    Chart,
    st.sampled_from(ChartKind),
    TEXTS,
    TEXTS,
    st.sampled_from(["万元", "%"]),
    st.lists(BARS, min_size=1, max_size=6).map(tuple),
    st.none() | st.decimals(0, 10**9, places=2),
)
"""Any chart of a department: amounts up to ten billion yuan."""


def bars(*amounts: str | None) -> Chart:
    """Return a chart of bars called A, B, C and so on."""
    made = (
        Bar(chr(ord("A") + number), None if amount is None else Decimal(amount))
        for number, amount in enumerate(amounts)
    )
    return Chart(ChartKind.BARS, "图", "说明", "万元", tuple(made))
