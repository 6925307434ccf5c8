"""Shares, completions, changes and reasons: the cells that they give."""

import pytest
from example_amounts import Printed, numbers, percents
from example_documents import imported, shown
from hypothesis import given, settings
from hypothesis import strategies as st

LABEL = "agency_operation"
ROW = "key-figures key=agency_operation scope=all label=机关运行经费"


def stated(text: str, section: str = LABEL) -> list[str]:
    """Return the rows of the sentences of a section."""
    return shown(imported(section, text))


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("比2018年增加1.50万元", "base_year=2018 change_wanyuan=1.50 change_direction=increase"),
        ("较上年减少1.5万元", "base_year=2019 change_wanyuan=-1.5 change_direction=decrease"),
        ("同比下降27.%", "base_year=2019 change_pct=-27 change_direction=decrease"),
        ("比2019年减少0万元", "base_year=2019 change_wanyuan=0 change_direction=decrease"),
        ("比2019年增加-1万元", "base_year=2019 change_wanyuan=-1 change_direction=decrease"),
        ("与1919年相比增加1万元", "change_wanyuan=1 change_direction=increase"),
        ("与2019年持平", "base_year=2019 change_direction=unchanged"),
    ],
)
def test_words_give_base_and_sign(text: str, cells: str) -> None:
    """The base year is printed or the year before; the words give the sign."""
    assert stated(f"机关运行经费10万元，{text}。") == [
        f"{ROW} amount_wanyuan=10 {cells} change_against=year"
    ]


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("比年初预算数减少5万元", "change_wanyuan=-5 change_direction=decrease"),
        (
            "与2020年预算相比，减少5万元",
            "base_year=2020 change_wanyuan=-5 change_direction=decrease",
        ),
    ],
)
def test_a_change_against_the_budget_says_so(text: str, cells: str) -> None:
    """A comparison with the budget is no comparison with a year."""
    assert stated(f"机关运行经费10万元，{text}。") == [
        f"{ROW} amount_wanyuan=10 {cells} change_against=budget"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "减少-8万元",
        "增加（减少）8万元",
        "增长（下降）5%",
        "收支持平",
        "与目标一致",
        "各增加1万元、2万元",
        "增长2倍",
    ],
)
def test_what_is_open_is_left_out(text: str) -> None:
    """A direction left open, a comparison with nothing and values without subjects give nothing."""
    assert stated(f"机关运行经费10万元，{text}。") == [f"{ROW} amount_wanyuan=10"]


def test_a_marker_governs_the_clauses_up_to_the_full_stop() -> None:
    """One 与2019年相比 holds for all that follows in its sentence, and for no other."""
    text = "与2018年相比，因公出国（境）费减少1万元；公务接待费增加2万元。三公经费增加1万元。"
    assert stated(text, "three_public") == [
        (
            "three-public key=overseas label=因公出国（境）费 base_year=2018 change_wanyuan=-1"
            " change_direction=decrease change_against=year"
        ),
        (
            "three-public key=reception label=公务接待费 base_year=2018 change_wanyuan=2"
            " change_direction=increase change_against=year"
        ),
        "three-public key=total label=三公经费 change_wanyuan=1 change_direction=increase",
    ]


def test_totals_that_are_not_stated_are_made() -> None:
    """A change of both totals has its rows, even where their amounts stand elsewhere."""
    text = "与2019年相比，收、支总计各增加1万元、2万元。\n\n收入总计10万元，支出总计12万元。"
    change = "change_direction=increase change_against=year"
    both = "scope=all label=收、支总计"
    assert stated(text, "totals") == [
        (
            f"key-figures key=total_income {both} amount_wanyuan=10"
            f" base_year=2019 change_wanyuan=1 {change}"
        ),
        (
            f"key-figures key=total_expenditure {both} amount_wanyuan=12"
            f" base_year=2019 change_wanyuan=2 {change}"
        ),
    ]


def test_a_share_and_a_completion_may_name_their_figure() -> None:
    """公务接待费完成预算98% belongs to receptions, wherever it stands."""
    text = "公务接待费3万元；因公出国（境）费0万元，公务接待费完成预算98%。"
    assert stated(text, "three_public") == [
        (
            "three-public key=reception label=公务接待费 final_wanyuan=3 completion_pct=98"
            " completion_of=预算"
        ),
        "three-public key=overseas label=因公出国（境）费 final_wanyuan=0",
    ]


def test_two_completions_are_two_statements() -> None:
    """Completions of two budgets are both kept."""
    text = "公务接待费3万元，完成年初预算的90%，完成全年预算的98%。"
    assert stated(text, "three_public") == [
        (
            "three-public key=reception label=公务接待费 final_wanyuan=3 completion_pct=90"
            " completion_of=年初预算"
        ),
        (
            "three-public key=reception statement=2 label=公务接待费 completion_pct=98"
            " completion_of=全年预算"
        ),
    ]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("增加1万元，主要原因是甲。主要原因：乙。", "甲；乙"),
        ("增加1万元，主要是甲。", "甲"),
        ("增加1万元。主要原因是XXXX。", ""),
        ("增加1万元。主要原因是……。", ""),
    ],
)
def test_reasons(text: str, reason: str) -> None:
    """Reasons stand together; what a template leaves is none."""
    (row,) = stated(f"机关运行经费10万元，{text}")
    assert (row.partition("reason=")[2]) == reason


def test_totals_that_have_no_name_are_not_made() -> None:
    """A sentence that says of nothing that it grew states no row."""
    assert stated("与上年相比，各增加5万元、6万元。", "totals") == []


@given(
    st.integers(2012, 2030),
    st.sampled_from([("增加", "increase", ""), ("减少", "decrease", "-")]),
    numbers(),
    st.none() | percents(),
)
@settings(max_examples=50)
def test_generated_changes_are_read_back(
    year: int, change: tuple[str, str, str], amount: Printed, rate: Printed | None
) -> None:
    """Whatever the year and the figures, the words give the sign and the digits stay as printed."""
    word, direction, sign = change
    told = f"比{year}年{word}{amount.text}万元" + (f"，{word}{rate.text}%" if rate else "")
    cells = {"change_wanyuan": amount, "change_pct": rate}
    printed = [
        f"{column}={sign if known.value else ''}{known.cell} "
        for column, known in cells.items()
        if known
    ]
    (row,) = stated(f"机关运行经费10万元，{told}。")
    assert (
        row.split()
        == (
            f"{ROW} amount_wanyuan=10 base_year={year} {''.join(printed)}"
            f"change_direction={direction} change_against=year"
        ).split()
    )
