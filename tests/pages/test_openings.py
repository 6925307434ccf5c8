"""What a reader takes away from a page: the grammar of the openings on every shape of the data."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from example_edition import loaded, rows
from hypothesis import given
from hypothesis import strategies as st

from publish.pages import openings
from publish.tables import Row, Value
from publish.texts import sentences

D = Decimal


@pytest.fixture
def said(tmp_path: Path) -> Callable[..., str]:
    """Return what tells the opening of a page over a package with these tables alone."""
    package = loaded(tmp_path)

    def told(slug: str, **found: tuple[Row, ...]) -> str:
        named = {name.replace("_", "-"): each for name, each in found.items()}
        return sentences.text(openings.takeaway(slug, replace(package, tables=named)))

    return told


def total(key: str, amount: str | None, **values: Value) -> dict[str, Value]:
    """Return a headline figure."""
    value = None if amount is None else D(amount)
    return {"key": key, "scope": "all", "label": key, "amount_wanyuan": value, **values}


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        pytest.param(
            {"change_wanyuan": D("2516.77"), "base_year": 2019},
            "，比2019年多约 2,517 万元",
            id="increase",
        ),
        pytest.param(
            {"change_wanyuan": D("-2516.77"), "base_year": 2019},
            "，比2019年少约 2,517 万元",
            id="decrease",
        ),
        pytest.param({"change_wanyuan": D(0), "base_year": 2019}, "，与2019年持平", id="unchanged"),
        pytest.param({"change_direction": "unchanged"}, "，与上年持平", id="unchanged in words"),
        pytest.param({"change_pct": D(55), "base_year": 2019}, "", id="a rate alone"),
        pytest.param({"change_direction": "increase"}, "", id="no amount of the change"),
        pytest.param({}, "", id="not stated"),
    ],
)
def test_a_total_is_told_with_its_change(
    said: Callable[..., str], values: dict[str, Value], expected: str
) -> None:
    """Only an amount that the document states is told."""
    found = said(
        "income", key_figures=rows("key-figures", total("total_income", "4383.87", **values))
    )
    assert found == f"2020年收入总计约 4,384 万元{expected}。"


def test_a_document_without_a_total_has_the_sum_of_the_year(said: Callable[..., str]) -> None:
    """A total that is named without an amount is passed over."""
    figures = rows("key-figures", total("total_income", None), total("current_income", "25"))
    assert said("income", key_figures=figures) == "2020年本年收入 25 万元。"


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        pytest.param(
            [("财政拨款收入", "88", "88"), ("事业收入", "12", "12")],
            "钱主要来自财政拨款收入，每 100 元收入里有 88 元",
            id="shares",
        ),
        pytest.param(
            [("事业收入", "12", "12"), ("财政拨款收入", "88", "87.6")],
            "钱主要来自财政拨款收入，每 100 元收入里有约 88 元",
            id="a share with decimals",
        ),
        pytest.param(
            [("财政拨款收入", "88", None), ("事业收入", "12", None)],
            "钱主要来自财政拨款收入，88 万元",
            id="amounts alone",
        ),
        pytest.param(
            [("财政拨款收入", "88", "100"), ("事业收入", "0", "0")],
            "钱全部来自财政拨款收入",
            id="one source",
        ),
    ],
)
def test_the_main_source_is_told(
    said: Callable[..., str], parts: list[tuple[str, str, str | None]], expected: str
) -> None:
    """The largest one, by what the document states of it."""
    found = rows(
        "income",
        *(
            {
                "key": "x",
                "label": name,
                "amount_wanyuan": D(amount),
                "share_pct": share and D(share),
            }
            for name, amount, share in parts
        ),
    )
    assert said("income", income=found) == f"2020年{expected}。"


def test_expenditure_is_told_as_parts_of_a_hundred(said: Callable[..., str]) -> None:
    """And the largest use of the money, with the fund that its share is part of."""
    kinds = rows(
        "expenditure",
        {"key": "total", "label": "合计", "amount_wanyuan": D(10)},
        {"key": "basic", "label": "基本支出", "amount_wanyuan": D(6), "share_pct": D("60.4")},
        {"key": "project", "label": "项目支出", "amount_wanyuan": D(4), "share_pct": D("39.6")},
        {"key": "business", "label": "经营支出", "amount_wanyuan": D(0), "share_pct": D(0)},
    )
    budget = "general_public_budget"
    classes = rows(
        "expenditure-by-function",
        {"fund": budget, "level": "class", "class_name": "甲", "amount_wanyuan": D(1)},
        {
            "fund": budget,
            "level": "class",
            "class_name": "乙",
            "amount_wanyuan": D(3),
            "share_pct": D(75),
        },
    )
    assert said("function", expenditure=kinds, expenditure_by_function=classes) == (
        "2020年每 100 元支出里，约 60 元是基本支出，约 40 元是项目支出；"
        "按用途看，最多的一类是乙，占一般公共预算财政拨款支出的 75%。"
    )


@pytest.mark.parametrize(
    ("final", "rate", "expected"),
    [
        ("25.17", "97.75", "2020年“三公”经费约 25.2 万元，用了预算的 97.75%。"),
        ("3.6", None, "2020年“三公”经费 3.6 万元。"),
        ("0", None, "2020年“三公”经费没有支出。"),
        (None, None, ""),
    ],
)
def test_three_public_is_told(
    said: Callable[..., str], final: str | None, rate: str | None, expected: str
) -> None:
    """Zero is said in words; an amount that is not published is not said at all."""
    found = rows(
        "three-public",
        {
            "key": "total",
            "label": "合计",
            "final_wanyuan": final and D(final),
            "completion_pct": rate and D(rate),
        },
    )
    assert said("three-public", three_public=found) == expected


def test_procurement_is_told_even_where_there_was_none(said: Callable[..., str]) -> None:
    """No procurement is zero, not a gap."""
    bought = rows("procurement", {"key": "total", "label": "总额", "amount_wanyuan": D(0)})
    assert said("procurement-assets", procurement=bought) == "2020年没有政府采购支出。"


def test_an_empty_document_has_no_opening(said: Callable[..., str]) -> None:
    """No words rather than words about nothing; other pages have none at all."""
    slugs = ("index", "income", "function", "basic", "three-public", "procurement-assets")
    assert [said(slug) for slug in (*slugs, "performance", "source")] == [""] * 8


def test_an_opening_leads_to_what_it_says(tmp_path: Path) -> None:
    """A rounded figure keeps the digits as printed, by which its sentence is found."""
    package = loaded(tmp_path)
    found = [one for one in openings.takeaway("index", package) if not isinstance(one, str)]
    assert [(one.text, one.digits) for one in found] == [
        ("约 1,384 万元", "1383.50"),
        ("约 16.8 万元", "16.77"),
        ("约 1,020 万元", "1019.5"),
    ]


@given(st.decimals(min_value=0, max_value=10**9, places=2))
def test_a_rounded_amount_is_near_and_short(value: Decimal) -> None:
    """It differs by less than 1 %, is called rounded only when it is, and has few digits."""
    text = sentences.about({"amount_wanyuan": value}).text
    amount, unit = text.removeprefix("约 ").split()
    shown = D(amount.replace(",", "")) * (sentences.YI if unit == "亿元" else 1)
    assert abs(shown - value) <= value / 100
    assert text.startswith("约 ") == (shown != value)
    assert len(amount.replace(",", "").replace(".", "")) <= 6
