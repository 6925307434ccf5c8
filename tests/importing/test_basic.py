"""Basic expenditure: lists of economic accounts with and without amounts."""

import pytest
from example_amounts import Printed, numbers
from hypothesis import given
from hypothesis import strategies as st

from publish import codes, packages
from publish.documents.passages import clean
from publish.documents.printed import Line
from publish.documents.units import Units
from publish.importing import basic


def found(text: str, unit: str = "万元") -> list[tuple[object, ...]]:
    """Return group, code, label and amount of the rows of a text."""
    return [
        (
            draft.values["group"],
            draft.values.get("code"),
            draft.values["label"],
            packages.cell(draft.values.get("amount_wanyuan")),
        )
        for draft in basic.read(clean(Line("L1", text)), 2020, Units(unit))
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "2020年一般公共预算财政拨款基本支出1796.61万元，其中：",
            [("total", None, "一般公共预算财政拨款基本支出", "1796.61")],
        ),
        (
            "日常公用经费183.72万元，主要包括：办公费18.53万元、印刷费、其他资本性支出等。",
            [
                ("public", None, "日常公用经费", "183.72"),
                ("public", "30201", "办公费", "18.53"),
                ("public", "30202", "印刷费", ""),
                ("public", "31099", "其他资本性支出", ""),
            ],
        ),
        (
            "人员经费主要包括：基本工资、奖金。公用经费，主要包括办公费等。",
            [
                ("personnel", "30101", "基本工资", ""),
                ("personnel", "30103", "奖金", ""),
                ("public", "30201", "办公费", ""),
            ],
        ),
        (
            "人员经费1000万元（包括基本工资、奖金），公用经费200万元（包括办公费、水费）。",
            [
                ("personnel", None, "人员经费", "1000"),
                ("personnel", "30101", "基本工资", ""),
                ("personnel", "30103", "奖金", ""),
                ("public", None, "公用经费", "200"),
                ("public", "30201", "办公费", ""),
                ("public", "30205", "水费", ""),
            ],
        ),
        (
            "人员经费1,000元，主要包括：基本工资600元。",
            [
                ("personnel", None, "人员经费", "0.1"),
                ("personnel", "30101", "基本工资", "0.06"),
            ],
        ),
        ("本年无基本支出。", []),
    ],
    ids=["total", "mixed", "no amounts", "brackets", "元", "none"],
)
def test_shapes(text: str, expected: list[tuple[object, ...]]) -> None:
    """Totals, heads and accounts; an account that is only named has no amount."""
    assert found(text, "元" if "00元" in text else "万元") == expected


ACCOUNTS = sorted(
    account.code
    for account in codes.of_year(codes.ECONOMIC, 2020).values()
    if account.level == "group" and account.block == "public"
)


@given(
    numbers(),
    st.lists(st.tuples(st.sampled_from(ACCOUNTS), st.none() | numbers()), min_size=1, max_size=9),
    st.sampled_from(["", "等", "等支出"]),
)
def test_generated_lists(
    whole: Printed, listed: list[tuple[str, Printed | None]], tail: str
) -> None:
    """Any list of accounts of the classification is read name by name, with its amounts."""
    known = codes.of_year(codes.ECONOMIC, 2020)
    items = [known[code].name + (f"{amount.text}万元" if amount else "") for code, amount in listed]
    text = f"公用经费{whole.text}万元，主要包括：{'、'.join(items)}{tail}。"
    assert found(text) == [
        ("public", None, "公用经费", whole.cell),
        *(
            ("public", code, known[code].name, amount.cell if amount else "")
            for code, amount in listed
        ),
    ]
