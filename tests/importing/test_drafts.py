"""Drafts of rows: values, and places that are brought together."""

from decimal import Decimal

from publish.documents.passages import clean
from publish.documents.printed import Line
from publish.importing import drafts
from publish.importing.drafts import Draft, Span

FIRST = clean(Line("L1", "收入总计10万元，比2019年增加5万元。"))
SECOND = clean(Line("L2", "本年收入总计 10 万元。"))


def total(span: Span, **values: object) -> Draft:
    """Return a draft of the total of income."""
    return Draft("income", {"key": "total", "label": "收入总计", **values}, (span,))  # type: ignore[dict-item]


def found(*given: Draft) -> list[tuple[object, ...]]:
    """Return statement, amount, locators and quotes of the rows of drafts."""
    return [
        (row["statement"], row["amount_wanyuan"], row["source_locator"], row["source_quote"])
        for row in drafts.rows(given, "income")
    ]


def test_places_that_agree_are_one_row() -> None:
    """The same figure at two places is one row with both places."""
    one = total(Span(FIRST, 0, 8), amount_wanyuan=Decimal(10))
    other = total(Span(SECOND, 2, 10), amount_wanyuan=Decimal(10))
    assert found(one, other) == [(1, Decimal(10), "L1;L2", "收入总计10万元\t收入总计 10 万元")]


def test_places_that_differ_are_several_rows() -> None:
    """The same figure with two values is two statements; none is dropped."""
    one = total(Span(FIRST, 0, 8), amount_wanyuan=Decimal(10))
    other = total(Span(SECOND, 2, 10), amount_wanyuan=Decimal(11))
    assert found(one, other, one) == [
        (1, Decimal(10), "L1", "收入总计10万元"),
        (2, Decimal(11), "L2", "收入总计 10 万元"),
    ]


def test_reasons_of_two_places_stand_together() -> None:
    """Two reasons for one figure are both kept."""
    one = total(Span(FIRST, 0, 8), amount_wanyuan=Decimal(10), reason="甲")
    other = total(Span(SECOND, 2, 10), reason="乙")
    assert [row["reason"] for row in drafts.rows([one, other], "income")] == ["甲；乙"]


def test_a_row_has_every_column_of_its_table() -> None:
    """A row has the columns of its table in their order, empty ones included."""
    (row,) = drafts.rows([total(Span(FIRST, 0, 8))], "income")
    assert list(row) == [
        *("key", "statement", "label", "amount_wanyuan", "share_pct", "base_year"),
        *("change_wanyuan", "change_pct", "change_direction", "change_against", "reason"),
        *("unit_as_published", "source_locator", "source_quote"),
    ]


def test_a_code_makes_two_names_one_account() -> None:
    """Two printed names of one code are one row."""
    values = {"fund": "general_public_budget", "level": "class", "code": "205"}
    one = Draft("expenditure-by-function", {**values, "label": "教育支出"}, (Span(FIRST, 0, 2),))
    other = Draft("expenditure-by-function", {**values, "label": "教育"}, (Span(SECOND, 0, 2),))
    rows = drafts.rows([one, other], "expenditure-by-function")
    assert [(row["label"], row["source_locator"]) for row in rows] == [("教育支出", "L1;L2")]


def test_a_tab_in_a_quote_parts_two_pieces() -> None:
    """A quote is one piece for each place: a cell border inside it makes two places."""
    passage = clean(Line("L7", "经费\t180万元"))
    (row,) = drafts.rows([total(Span(passage, 0, 7))], "income")
    assert (row["source_locator"], row["source_quote"]) == ("L7;L7", "经费\t180万元")


def test_values_widen_the_words() -> None:
    """New values reach to where they stand; columns that the table does not have are left out."""
    draft = total(Span(FIRST, 0, 8)).with_values({"change_wanyuan": Decimal(5), "unit": "辆"}, 20)
    assert draft.has("change_wanyuan")
    assert not draft.has("unit")
    assert draft.spans[0].places() == (("L1", "收入总计10万元，比2019年增加5万元"),)


def test_a_draft_without_a_required_cell_is_no_row() -> None:
    """What no place names is not understood, unless another place names it; none is counted."""
    unnamed = total(Span(FIRST, 8, 20), label="", change_wanyuan=Decimal(5))
    other = total(Span(FIRST, 8, 20), label="", change_wanyuan=Decimal(6))
    named = total(Span(SECOND, 2, 10), change_wanyuan=Decimal(6))
    assert drafts.rows([unnamed], "income") == ()
    rows = drafts.rows([unnamed, other, named], "income")
    assert [(row["statement"], row["label"], row["source_locator"]) for row in rows] == [
        (1, "收入总计", "L1;L2")
    ]
