"""The code lists of a package against those that ship with the toolkit."""

from pathlib import Path

import pytest
from example_package import broken, cell, edit_csv, edit_descriptor, example, set_cell

from publish import codes, tables
from publish.checks import code_lists
from publish.checks.sheets import Sheet, SheetLine

FUNCTIONS = "data/functional-classification.csv"
ATTESTED = "a code whose evidence is not unverified"


@pytest.mark.parametrize("name", code_lists.LISTS)
def test_the_parent_of_every_account_is_in_its_list(name: str) -> None:
    """A parent that is that of the list therefore resolves."""
    known = {account.code for account in codes.accounts(name)}
    parents = {account.parent for account in codes.accounts(name)}
    assert parents - {""} - known == set()


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        (
            ("201,class", "999,class"),
            ("A2 (code)", "999", "a code of the list functional-classification"),
        ),
        (
            ("一般公共服务支出", "一般公共服务"),
            ("C2 (name)", "一般公共服务", "一般公共服务支出"),
        ),
        (("20110,group", "20110,item"), ("B3 (level)", "item", "group")),
        (
            ("人力资源事务,201,", "人力资源事务,208,"),
            ("D3 (parent)", "208", "201"),
        ),
        (
            ("人力资源事务,201,", "人力资源事务,,"),
            ("D3 (parent)", "nothing", "201"),
        ),
        (
            ("一般公共服务支出,,", "一般公共服务支出,200,"),
            ("D2 (parent)", "200", "nothing"),
        ),
        (
            ("201,two-sources", "201,one-source"),
            ("E3 (evidence)", "one-source", "two-sources"),
        ),
        (
            ("行政事业单位养老支出,208", "行政事业单位离退休,208"),
            ("C6 (name)", "行政事业单位离退休", "行政事业单位养老支出"),
        ),
    ],
    ids=["code", "name", "level", "parent", "no parent", "no class", "evidence", "former name"],
)
def test_an_account_that_is_not_that_of_the_list_is_the_only_problem(
    tmp_path: Path, change: tuple[str, str], problem: tuple[str, str, str]
) -> None:
    """Code, name, level, parent and evidence are those of the year."""
    directory = example(tmp_path)
    edit_csv(directory, "functional-classification", *change)
    place, found, expected = problem
    assert broken(directory) == [("code", f"{FUNCTIONS}!{place}", found, expected)]


def test_an_account_of_another_year_is_a_problem(tmp_path: Path) -> None:
    """20110 ended with 2020: in a package of 2021 it and its item are named, and 20805 is not."""
    moved = tmp_path / "fire-brigade" / "2021"
    example(tmp_path).rename(moved)
    edit_descriptor(moved, lambda found: found.update(fiscalYear=2021, id="fire-brigade/2021"))
    set_cell(moved, "key-figures", (2, "base_year"), "2020")
    assert broken(moved) == [
        ("code", f"{FUNCTIONS}!A3 (code)", "20110", "a code in force in 2021"),
        ("code", f"{FUNCTIONS}!A4 (code)", "2011099", "a code in force in 2021"),
    ]


def test_a_code_whose_evidence_is_unverified_is_a_problem() -> None:
    """Whatever the package says of it: 2011410 is in the list, and nobody has seen it printed."""
    table = tables.load()["functional-classification"]
    account = {"code": "2011410", "name": "商标管理", "level": "item", "parent": "20114"}
    cells = tuple(account.get(field.name, "two-sources") for field in table.fields)
    sheet = Sheet(table, FUNCTIONS, (SheetLine(2, cells),))
    found = [
        (problem.place.text(), problem.found, problem.expected)
        for problem in code_lists.are_in_force(sheet, 2020)
    ]
    place = cell("functional-classification", 2, "evidence")
    assert found == [(place, "two-sources", ATTESTED)]


def test_tables_that_are_no_code_lists_are_left_alone() -> None:
    """Their codes are references into the lists."""
    sheet = Sheet(tables.load()["income"], "data/income.csv", (SheetLine(2, ("total",)),))
    assert list(code_lists.are_in_force(sheet, 2020)) == []
