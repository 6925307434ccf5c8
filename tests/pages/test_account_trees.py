"""Expenditure by function as a tree."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from example_edition import edition, rows

from publish.pages import account_trees
from publish.pages.account_trees import AccountBranch


def shown(found: tuple[AccountBranch, ...]) -> list[object]:
    """Return names and amounts, level by level."""
    return [
        (one.name, one.amount and one.amount.text, shown(one.below))
        if one.below
        else (one.name, one.amount and one.amount.text)
        for one in found
    ]


def test_items_stand_below_their_groups_and_classes(tmp_path: Path) -> None:
    """A level that the document gives no amount for has none: nothing is added up."""
    assert shown(account_trees.tree(edition(tmp_path))) == [
        (
            "社会保障和就业",
            None,
            [("行政事业单位养老支出", None, [("行政单位离退休", "54.18 万元")])],
        ),
        ("一般公共服务", None, [("人力资源事务", None, [("其他人力资源事务支出", "10.2 万元")])]),
    ]


def test_the_tree_is_that_of_one_fund_without_zeros(tmp_path: Path) -> None:
    """Accounts of two funds do not mix; classes on which nothing was spent are in the table."""
    known = edition(tmp_path)
    place = {"source_locator": "L5", "source_quote": "支出决算为10.2万元"}
    found = rows(
        "expenditure-by-function",
        {
            "fund": "a",
            "level": "class",
            "class_name": "甲",
            "amount_wanyuan": Decimal("10.2"),
            **place,
        },
        {"fund": "a", "level": "class", "class_name": "乙", "amount_wanyuan": Decimal(0), **place},
        {"fund": "b", "level": "class", "class_name": "丙", "amount_wanyuan": Decimal(7), **place},
    )
    package = replace(known.package, tables={"expenditure-by-function": found})
    assert shown(account_trees.tree(replace(known, package=package))) == [("甲", "10.2 万元")]


def test_a_document_without_accounts_has_no_tree(tmp_path: Path) -> None:
    """And the page shows none."""
    known = edition(tmp_path)
    assert account_trees.tree(replace(known, package=replace(known.package, tables={}))) == ()
