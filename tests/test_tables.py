"""The tables of the data model."""

import tomllib
from decimal import Decimal
from pathlib import Path

import pytest
from frictionless import Schema

from publish import tables


def test_every_table_ends_with_the_provenance() -> None:
    """Each row of each table can say where it comes from; the document is where they come from."""
    last = {name: tuple(f.name for f in table.fields[-2:]) for name, table in tables.load().items()}
    assert last.pop("document") == ("row_span", "column_span")
    assert last == dict.fromkeys(tables.load().keys() - {"document"}, tables.PROVENANCE)


def test_primary_and_foreign_keys_name_columns_that_exist() -> None:
    """A key of a table is made of its columns, and points to a column of a known table."""
    for table in tables.load().values():
        names = {column.name for column in table.fields}
        assert set(table.primary_key) <= names
        for column, (resource, target) in table.foreign_keys.items():
            assert column in names
            assert tables.load()[resource].field(target)


def test_money_and_rates_carry_their_unit_in_name_and_field() -> None:
    """A column is in 万元 exactly when its name ends so, in percent exactly when its name does."""
    for table in tables.load().values():
        for column in table.fields:
            assert (column.unit == "万元") == column.name.endswith("_wanyuan")
            assert (column.unit == "%") == column.name.endswith("_pct")


def test_titles_and_descriptions_are_for_readers_of_chinese() -> None:
    """Every table and column has a Chinese title and a description."""
    for table in tables.load().values():
        for text in (table.title, table.description):
            assert any("一" <= letter <= "鿿" for letter in text)
        for column in table.fields:
            assert any("一" <= letter <= "鿿" for letter in column.title)
            assert column.description


def test_titles_of_the_columns_of_a_table_differ() -> None:
    """The Chinese header of a spreadsheet names each column once."""
    for table in tables.load().values():
        titles = [column.title for column in table.fields]
        assert len(titles) == len(set(titles)), table.name


def test_frictionless_accepts_every_schema() -> None:
    """The schema of each table is a Table Schema."""
    for table in tables.load().values():
        assert Schema.metadata_validate(table.schema()) is not None
        assert len(Schema.from_descriptor(table.schema()).fields) == len(table.fields)


def test_an_amount_keeps_its_digits() -> None:
    """1222.50 stays 1222.50; empty is not stated and 0 is zero."""
    amount = tables.load()["income"].field("amount_wanyuan")
    assert [str(amount.read(text)) for text in ("1222.50", "0", "-8.06")] == [
        "1222.50",
        "0",
        "-8.06",
    ]
    assert amount.read("") is None
    assert amount.read("0") == Decimal(0)


def test_a_table_has_no_column_of_an_unknown_name() -> None:
    """Asking for a column that a table does not have is an error of the program."""
    with pytest.raises(KeyError):
        tables.load()["income"].field("amount")


def test_the_parts_of_three_public_are_those_of_every_list() -> None:
    """The lists of the rules name the same parts, in the same order."""
    rules = Path(tables.__file__).parent / "reconciliation" / "rules"
    identities = tomllib.loads((rules / "identities.toml").read_text("utf-8"))
    shares = tomllib.loads((rules / "shares.toml").read_text("utf-8"))
    (parts,) = [
        each["parts"]
        for each in identities["sum"]
        if (each["table"], each["wholes"]) == ("three-public", ["total"])
    ]
    assert tuple(parts) == tuple(shares["complete"]["three-public"]) == tables.THREE_PUBLIC


def test_money_that_comes_in_is_of_known_stages() -> None:
    """Every stage of an appropriation says either what there was, or what became of it."""
    stages = tables.load()["budget-execution"].field("stage").values
    assert set(tables.MONEY_IN) < set(stages)
