"""What a new reading changes in a package."""

from decimal import Decimal

from publish.packages.differences import Difference, columns, differences, properties
from publish.tables import Row


def _row(key: str, amount: str | None) -> Row:
    return {
        "key": key,
        "statement": 1,
        "label": key,
        "amount_wanyuan": None if amount is None else Decimal(amount),
    }


OLD = {"income": (_row("total", "12.5"), _row("other", "0"))}


def test_the_same_tables_have_no_differences() -> None:
    """A document that is read again changes nothing."""
    assert differences(OLD, OLD) == ()


def test_rows_that_change_come_and_go_are_listed() -> None:
    """`~` with the cells before and after, `-` for a row that is gone, `+` for a new one."""
    new = {"income": (_row("total", "12.50"), _row("business", None))}
    found = differences(OLD, new)
    assert [(difference.sign, difference.key) for difference in found] == [
        ("~", "total 1"),
        ("-", "other 1"),
        ("+", "business 1"),
    ]
    assert found[0] == Difference("income", "total 1", (("amount_wanyuan", "12.5", "12.50"),))


def test_empty_and_zero_differ() -> None:
    """Not stated is not zero, also in a difference."""
    new = {"income": (_row("total", "12.5"), _row("other", None))}
    assert differences(OLD, new) == (
        Difference("income", "other 1", (("amount_wanyuan", "0", ""),)),
    )


def test_properties_are_compared_by_their_paths() -> None:
    """A property of a part, of a list of objects, of a resource; a whole list of words is one."""
    old = {
        "title": "旧",
        "keywords": ["a", "b"],
        "department": {"name": "甲", "level": "county"},
        "contributors": [{"title": "甲"}],
        "resources": [{"name": "income", "note": 1, "bytes": 1, "schema": {"fields": []}}],
    }
    new = {
        "title": "新",
        "keywords": ["a"],
        "department": {"name": "甲"},
        "contributors": [{"title": "甲"}, {"title": "乙"}],
        "resources": [{"name": "income", "note": 2, "bytes": 2, "schema": {"fields": [1]}}],
        "version": "1.0.1",
    }
    assert [(one.sign, one.key, *one.cells[0][1:]) for one in properties(old, new)] == [
        ("~", "title", "旧", "新"),
        ("~", "keywords", '["a", "b"]', '["a"]'),
        ("-", "department.level", "county", ""),
        ("~", "resources.income.note", "1", "2"),
        ("~", "resources.income.schema", '{"fields": []}', '{"fields": [1]}'),
        ("+", "contributors.1.title", "", "乙"),
    ]


def test_columns_are_those_that_a_descriptor_declares() -> None:
    """Tables, and their columns behind them; what is no schema has none."""
    income = {"name": "income", "schema": {"fields": [{"name": "key"}, {"name": "label"}, 1]}}
    told = {"resources": [income, {"name": "photos"}, {"name": "odd", "schema": {"fields": 1}}]}
    assert columns(told) == ("income", "income.key", "income.label", "photos", "odd")
