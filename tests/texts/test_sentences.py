"""Sentences from data: their grammar on every shape that data take."""

from decimal import Decimal

import pytest

from publish.tables import Row, Value
from publish.texts import sentences

COLUMNS = (
    *("amount_wanyuan", "base_year", "change_wanyuan", "change_pct", "change_direction"),
    *(
        "change_against",
        "share_pct",
        "share_of",
        "completion_pct",
        "completion_of",
        "count",
        "unit",
    ),
)


def row(**values: Value) -> Row:
    """Return a row of a total with the columns that sentences read."""
    empty: Row = dict.fromkeys(COLUMNS)
    return {**empty, "label": "支出总计", **values}


def said(words: sentences.Words) -> str:
    """Return the words as bare text."""
    return sentences.text(words)


D = Decimal


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        pytest.param(
            {"change_wanyuan": D("1069.13"), "change_pct": D(55), "base_year": 2019},
            "，比2019年增加 1,069.13 万元（55%）",
            id="increase",
        ),
        pytest.param(
            {"change_wanyuan": D("-8.06"), "change_pct": D(-27), "base_year": 2019},
            "，比2019年减少 8.06 万元（27%）",
            id="decrease",
        ),
        pytest.param(
            {"change_wanyuan": D("-8.06"), "base_year": 2019},
            "，比2019年减少 8.06 万元",
            id="no rate",
        ),
        pytest.param({"change_pct": D("71.6")}, "，比上年增长 71.6%", id="a rate alone"),
        pytest.param({"change_pct": D("-3.0")}, "，比上年下降 3.0%", id="a falling rate alone"),
        pytest.param({"change_direction": "increase"}, "，比上年有所增加", id="only more"),
        pytest.param({"change_direction": "decrease"}, "，比上年有所减少", id="only less"),
        pytest.param(
            {"change_direction": "unchanged", "base_year": 2018}, "，与2018年持平", id="unchanged"
        ),
        pytest.param({"change_wanyuan": D("0.00")}, "，与上年持平", id="a change of zero"),
        pytest.param(
            {"amount_wanyuan": D("3.6"), "change_wanyuan": D("3.60"), "change_pct": D(100)},
            "，比上年增加 3.6 万元；上年为零".replace("3.6 ", "3.60 "),
            id="from nothing",
        ),
        pytest.param(
            {"change_wanyuan": D("-2"), "change_against": "budget", "base_year": 2020},
            "，比预算减少 2 万元",
            id="against the budget",
        ),
        pytest.param({}, "", id="not stated"),
    ],
)
def test_a_change_is_said_as_the_document_states_it(values: Row, expected: str) -> None:
    """Each shape of a change has its own words, and what is not stated is not said."""
    assert said(sentences.change(row(**values))) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        pytest.param(D("3019.54"), "支出总计 3,019.54 万元", id="stated"),
        pytest.param(D("0.00"), "支出总计为零", id="zero"),
        pytest.param(None, "文件没有公布支出总计的金额", id="not published"),
    ],
)
def test_stated_zero_and_not_published_have_different_words(
    value: Decimal | None, expected: str
) -> None:
    """A reader never takes a missing amount for zero."""
    assert said(sentences.amount(row(amount_wanyuan=value))) == expected


def test_a_share_names_its_whole_where_the_document_does() -> None:
    """占比 with its whole, without it, and not at all."""
    named = row(share_pct=D(83), share_of="本年支出合计")
    assert [said(sentences.share(each)) for each in (named, row(share_pct=D(0)), row())] == [
        "，占本年支出合计 83%",
        "，占 0%",
        "",
    ]


def test_a_completion_names_its_budget() -> None:
    """完成预算 with the kind of budget that the document names."""
    named = row(completion_pct=D("97.75"), completion_of="年初预算")
    rows = (named, row(completion_pct=D(100)), row())
    assert [said(sentences.completion(each)) for each in rows] == [
        "，完成年初预算 97.75%",
        "，完成预算 100%",
        "",
    ]


def test_counts_have_their_unit() -> None:
    """A count is said with the unit of its row; a count that is missing is said to be so."""
    assert said(sentences.count(row(label="车辆", count=D(7), unit="辆"))) == "车辆 7 辆"
    assert said(sentences.count(row(label="车辆", unit="辆"))) == "文件没有公布车辆"


def test_the_largest_part_is_named() -> None:
    """With its share where it is printed; one part alone is all there is; zeros are no part."""
    small = row(label="事业收入", amount_wanyuan=D(1))
    large = row(label="财政拨款", amount_wanyuan=D(99), share_pct=D(99))
    zero, missing = row(label="其他", amount_wanyuan=D(0)), row(label="经营")
    assert (
        said(sentences.largest([small, large, zero])) == "其中最多的是财政拨款，99 万元（占 99%）"
    )
    assert said(sentences.largest([large, zero])) == "全部是财政拨款"
    assert said(sentences.largest([small, large], of_total=False)) == (
        "金额最大的一项是财政拨款，99 万元（占 99%）"
    )
    assert (
        said(sentences.largest([small, zero], of_total=False)) == "只有事业收入一项有金额，1 万元"
    )
    assert sentences.largest([zero, missing]) == ()


def test_clauses_become_one_sentence() -> None:
    """Clauses that say nothing leave no trace, and nothing to say is no sentence."""
    total = row(amount_wanyuan=D(2))
    words = sentences.sentence(2020, [sentences.amount(total), (), sentences.amount(row())])
    assert said(words) == "2020年支出总计 2 万元；文件没有公布支出总计的金额。"
    assert sentences.sentence(2020, [(), ()]) == ()


def test_a_clause_can_stand_alone() -> None:
    """At the beginning of a card the comma that ties a clause to another is gone."""
    words = sentences.change(row(change_wanyuan=D(1)))
    assert said(sentences.opening(words)) == "比上年增加 1 万元"
    assert sentences.opening(()) == ()


def test_every_figure_knows_its_row_and_its_digits() -> None:
    """A figure carries what leads to its sentence: the row, and the digits as printed."""
    total = row(amount_wanyuan=D("1222.50"))
    assert sentences.amount(total)[-1] == sentences.SpokenFigure("1,222.50 万元", total, "1222.50")


def test_what_a_document_does_not_have_is_said() -> None:
    """An absent part names department and year."""
    words = sentences.absent("消防队", 2020)
    assert said(words) == "消防队2020年的文件没有公布这一部分。"
