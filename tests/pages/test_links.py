"""Ways between pages and into the document."""

from publish import documents
from publish.pages import originals
from publish.pages.links import Crumb, Linked, OriginalDocument
from publish.texts.sentences import SpokenFigure

DOCUMENT = OriginalDocument(
    originals.read(documents.read("收入5万元。支出3万元。".encode())), "2020/"
)
ROW = {"source_locator": "L1", "source_quote": "收入5万元。支出3万元。"}


def test_a_figure_leads_to_its_sentence() -> None:
    """The address is that of the sentence, the name is the line that a reader can count."""
    link = DOCUMENT.link(ROW, "3")
    assert (link.href, link.place) == ("2020/source.html#L1s2", "原文第 1 行")


def test_places_of_other_formats_keep_their_name() -> None:
    """A table of a page, or a cell of a sheet, is named as the locator names it."""
    link = DOCUMENT.link({"source_locator": "P12T3R7", "source_quote": "甲"})
    assert (link.href, link.place) == ("2020/source.html#P12T3R7", "原文 P12T3R7")


def test_the_figures_of_a_sentence_become_links() -> None:
    """Words stay words."""
    figure = SpokenFigure("3 万元", ROW, "3")
    assert DOCUMENT.linked(("支出 ", figure)) == (
        "支出 ",
        Linked("3 万元", DOCUMENT.link(ROW, "3")),
    )


def test_a_step_is_an_address_that_is_safe() -> None:
    """What a browser would read as something else is encoded."""
    assert Crumb("甲", 'a b".html').href == "a%20b%22.html"
