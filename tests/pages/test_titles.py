"""Texts about a department and a year."""

from example_package import descriptor, package

from publish.packages import Package
from publish.pages import titles


def of(name: str, year: int) -> Package:
    """Return a package of a department and year."""
    known = descriptor()
    known["department"]["name"], known["fiscalYear"] = name, year
    return Package(known, {}, package().source_name, b"")


def test_a_title_names_the_page_the_department_and_the_year() -> None:
    """So that a tab, a bookmark and a search result say where they lead."""
    assert titles.title(of("某局", 2021), "三公经费") == "三公经费 · 某局2021年决算"


def test_a_text_is_told_with_department_and_year() -> None:
    """Other places are filled as they are given; nothing is escaped yet."""
    said = titles.told(of("<b>局", 2021), "glossary.description", terms="甲、乙")
    assert said == "<b>局2021年决算文件解释的名词：甲、乙"


def test_words_are_listed() -> None:
    """The mark between them is that of words, or of clauses; one word needs none."""
    assert titles.listed(("甲", "乙", "丙"), "words") == "甲、乙、丙"
    assert titles.listed(("甲", "乙"), "clauses") == "甲；乙"
    assert titles.listed(("甲",), "words") == "甲"
