"""The way from a cell to the place that states it."""

from example_performance import INDICATOR, PLAN, year

from publish.pages import cited_places
from publish.tables import Row


def place(row: Row, column: str) -> str:
    """Return the place of a cell."""
    return str(cited_places.narrowed(row, column)["source_locator"])


def test_equal_amounts_stand_in_the_order_of_the_columns() -> None:
    """300 is printed for the budget, for what was spent, and for the fiscal budget."""
    columns = (
        "budget_wanyuan",
        "executed_wanyuan",
        "fiscal_budget_wanyuan",
        "fiscal_executed_wanyuan",
    )
    assert [place(PLAN, column) for column in columns] == ["L3", "L4", "L5", "L6"]


def test_a_rate_is_stated_where_the_amounts_are() -> None:
    """100% is also a goal; the rate of execution stands with the money."""
    assert place(PLAN, "completion_pct") == "L9"


def test_texts_are_found_whole_in_part_and_in_order() -> None:
    """A cell, the words behind a heading, and target and result that are the same words."""
    assert place(PLAN, "expected_goal") == "L7"
    assert place(PLAN, "summary") == "L9"
    assert [place(INDICATOR, column) for column in ("target_text", "actual_text")] == ["L13", "L14"]


def test_a_text_of_several_lines_begins_at_its_first() -> None:
    """The way leads to where the words begin; words that are nowhere leave the row as it is."""
    said: Row = {
        "problems": "建成了系统。\n不少于4次",
        "source_locator": "L8;L13",
        "source_quote": "建成了系统。\t不少于4次",
    }
    assert place(said, "problems") == "L8"
    joined: Row = {**said, "problems": "一。建成了系统。"}
    assert place(joined, "problems") == "L8"
    other: Row = {**said, "problems": "没有的话"}
    assert cited_places.narrowed(other, "problems") == other


def test_an_amount_that_no_place_states_leaves_the_row_as_it_is() -> None:
    """Nothing is guessed."""
    row: Row = {**PLAN, "other_budget_wanyuan": 77}
    assert cited_places.narrowed(row, "other_budget_wanyuan") == row


def test_cited_words_have_their_way_and_their_lines() -> None:
    """What is not stated is not cited."""
    document = year().document
    said = cited_places.cited(document, {**PLAN, "problems": "一。\n二。"}, "problems")
    assert said is not None
    assert said.paragraphs == ("一。", "二。")
    goal = cited_places.cited(document, PLAN, "actual_goal")
    assert goal is not None
    assert (goal.text, goal.link.anchor) == ("建成了系统。", "L8s1")
    assert cited_places.cited(document, PLAN, "improvements") is None
