"""Social cards: what they say, and how it is drawn."""

import struct
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from example_edition import loaded

from publish.charts import Bar, Card, card, cards
from publish.pages import previews

SVG = "{http://www.w3.org/2000/svg}"
BARS = (Bar("2019年", Decimal(5)), Bar("2020年", Decimal(10)))
CARD = Card("部门决算公开", "消防队", "2020年度部门决算", "支出总计", "10 万元", "增加", BARS)


def drawn(shown: Card) -> ET.Element:
    """The picture of a card."""
    return ET.fromstring(cards._picture(shown))  # noqa: S314, SLF001  our own; a PNG has no texts


def texts(shown: Card) -> list[str]:
    """The texts of a card."""
    return [found.text or "" for found in drawn(shown).iter(f"{SVG}text")]


def test_a_card_says_who_when_and_how_much() -> None:
    """Website, department, year; the main figure and its bars."""
    assert sorted(texts(CARD)) == sorted(
        [
            *("部门决算公开", "消防队", "2020年度部门决算", "支出总计", "10 万元", "增加"),
            *("2019年", "5", "2020年", "10"),
        ]
    )


def test_a_card_is_as_large_as_messages_want_it(tmp_path: Path) -> None:
    """1200 by 630 pixels, drawn once and always the same."""
    made = card(CARD, tmp_path)
    assert struct.unpack_from(">II", made, 16) == (1200, 630)
    assert card(CARD, tmp_path / "again") == made
    (kept,) = tmp_path.glob("*.png")
    kept.write_bytes(b"kept")
    assert card(CARD, tmp_path) == b"kept"


def test_bars_are_as_long_as_their_amounts() -> None:
    """Half as much is half as long; nothing and what is below zero have no length."""
    shown = replace(CARD, bars=(*BARS, Bar("2021年", Decimal(0)), Bar("2022年", Decimal(-1))))
    widths = [int(found.get("width", "")) for found in drawn(shown).iter(f"{SVG}rect")][1:]
    assert widths == [358, 716, 0, 0]


@pytest.mark.parametrize("length", [4, 20, 40, 10_000])
def test_no_text_leaves_the_card_or_meets_another(length: int) -> None:
    """Long names shrink and are cut off; a line is below the one before it."""
    name = "<script>" + "长" * length
    shown = Card(name, name, name, name, name, name, BARS)
    lines = [
        (int(found.get("y", "")), int(found.get("font-size", "")), found.text or "")
        for found in drawn(shown).iter(f"{SVG}text")
    ]
    column = sorted(line for line in lines if line[2] not in {"5", "10"})
    assert all(0 < y < cards.HEIGHT for y, _, _ in column)
    for (before, _, _), (after, size, _) in pairwise(column):
        assert after - before >= size
    assert all(len(text) * size <= cards.WIDTH * 1.2 for _, size, text in column)


def test_the_card_of_a_year_shows_its_expenditure(tmp_path: Path) -> None:
    """Where the document does not say how it changed there are no bars."""
    found = previews.year_card(loaded(tmp_path))
    assert (found.over, found.title, found.told) == ("部门决算公开", "消防队", "2020年度部门决算")
    assert (found.label, found.figure, found.change) == ("支出总计", "1,019.5 万元", "")
    assert found.bars == ()


def test_the_card_of_a_year_shows_the_change_that_is_stated(tmp_path: Path) -> None:
    """The year before follows from it."""
    package = loaded(tmp_path)
    income = tuple(row for row in package.rows("key-figures") if row["key"] == "total_income")
    found = previews.year_card(replace(package, tables={"key-figures": income}))
    assert (found.label, found.figure) == ("收入总计", "1,383.50 万元")
    assert found.change == "比2019年增加 16.77 万元"
    assert found.bars == (Bar("2019年", Decimal("1366.73")), Bar("2020年", Decimal("1383.50")))


def test_a_year_without_totals_shows_what_there_is(tmp_path: Path) -> None:
    """A package of other tables alone has a card without a figure."""
    package = loaded(tmp_path)
    only = replace(package, tables={"glossary": ()})
    found = previews.year_card(only)
    assert (found.figure, found.bars) == ("", ())
    assert len(texts(found)) == 3


def test_the_card_of_the_website_says_what_it_holds(tmp_path: Path) -> None:
    """Departments once, years each."""
    package = loaded(tmp_path)
    later = replace(package, descriptor={**package.descriptor, "fiscalYear": 2021})
    assert previews.site_card((package, later)).figure == "1 个部门，2 个年度"
