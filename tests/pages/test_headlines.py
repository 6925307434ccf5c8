"""The headline figures of a year."""

from dataclasses import replace
from pathlib import Path

from example_edition import edition

from publish.pages import headlines


def test_there_is_a_card_for_each_headline_figure(tmp_path: Path) -> None:
    """A card has its figure, its change or what is said instead, and its way to the sentence."""
    known = edition(tmp_path)
    assert [
        (card.title, card.text, card.direction, card.link.anchor)
        for card in headlines.cards(known.package, known.document)
    ] == [
        ("收入总计", "1,383.50", "increase", "L3s1c1"),
        ("支出总计", "1,019.5", "none", "L3s1c2"),
        ("“三公”经费", "3.60", "decrease", "L8s1"),
    ]


def test_a_card_leads_to_the_year_from_where_it_stands(tmp_path: Path) -> None:
    """Above the years, the way to the page of its topic begins with their folder."""
    known = edition(tmp_path)
    first, *_others = headlines.cards(known.package, replace(known.document, base="2020/"))
    assert first.href == "2020/income.html"


def test_a_package_without_figures_has_no_cards(tmp_path: Path) -> None:
    """Nothing is shown that the document does not state."""
    known = edition(tmp_path)
    assert headlines.cards(replace(known.package, tables={}), known.document) == ()
