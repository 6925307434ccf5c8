"""What became of an appropriation."""

from decimal import Decimal

from example_performance import FLOW

from publish.charts import Bar, Step
from publish.pages import flows
from publish.tables import Row
from publish.texts import sentences

D = Decimal


def changed(number: int, **values: str | Decimal) -> tuple[Row, ...]:
    """Return the example with other values in one row."""
    return tuple({**row, **values} if at == number else row for at, row in enumerate(FLOW))


def test_whole_amounts_are_named_by_their_stage_and_parts_by_themselves() -> None:
    """60 and 30 add up to 90; the first row of a section has its name above it."""
    named = flows.named(FLOW)
    assert [
        (row["label"], *beside) for row, beside in zip(named, flows.headed(named), strict=True)
    ] == [
        ("年初安排", "基本支出", False),
        ("实际支出", "", False),
        ("工资", "", True),
        ("奖金", "", True),
        ("收回", "", False),
    ]


def test_rows_are_named_and_gain_no_column() -> None:
    """What a page knows of a row stands beside it."""
    assert [set(row) for row in flows.named(FLOW)] == [set(row) for row in FLOW]


def test_amounts_that_do_not_add_up_are_all_whole() -> None:
    """Two payments are two payments."""
    rows = flows.named(changed(1, amount_wanyuan=D(10)))
    assert [is_part for _kind, is_part in flows.headed(rows)] == [False] * 5


def test_rows_come_in_the_order_in_which_money_comes_and_goes() -> None:
    """A part that the document names later stands below its whole."""
    moved = (*FLOW[:3], FLOW[4], FLOW[3])
    assert [row["label"] for row in flows.named(moved)] == [
        "年初安排",
        "实际支出",
        "工资",
        "奖金",
        "收回",
    ]


def test_money_that_closes_is_drawn_step_by_step() -> None:
    """Parts are not drawn a second time."""
    assert flows.bars(flows.named(FLOW)) == (
        Bar("年初安排", D(100), group="基本支出", step=Step.IN),
        Bar("实际支出", D(90), group="基本支出", step=Step.SPENT),
        Bar("收回", D(10), group="基本支出", step=Step.LEFT),
    )


def test_the_sentence_follows_the_money() -> None:
    """It names the money, what came in, and behind a semicolon what went."""
    (clause,) = flows.clauses(flows.named(FLOW))
    assert sentences.text(clause) == "基本支出：年初安排 100 万元；实际支出 90 万元，收回 10 万元"


def test_money_that_does_not_close_has_no_picture_and_no_sentence() -> None:
    """Nothing is drawn that the document does not account for; its rows stay in the table."""
    for rows in (changed(4, amount_wanyuan=D(20)), FLOW[:1], FLOW[1:]):
        named = flows.named(rows)
        assert (flows.bars(named), flows.clauses(named), len(named)) == ((), (), len(rows))


def test_printed_digits_may_be_a_hundredth_off() -> None:
    """1804.16 was planned, 1797.04 spent and 7.11 taken back."""
    assert len(flows.bars(flows.named(changed(0, amount_wanyuan=D("100.01"))))) == 3


def test_what_is_arranged_comes_in_where_nothing_is_planned() -> None:
    """Beside what was planned and added it is their sum, and is not counted again."""
    arranged = {**FLOW[0], "stage": "arranged", "label": "安排"}
    alone = flows.bars(flows.named((arranged, *FLOW[1:])))
    assert [bar.label for bar in alone] == ["安排", "实际支出", "收回"]
    both = flows.bars(flows.named((arranged, *FLOW)))
    assert [bar.label for bar in both] == ["年初安排", "实际支出", "收回"]
