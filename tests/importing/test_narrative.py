"""The parts of a document beside its accounts."""

from collections import Counter

from example_reference import columns, imported
from example_reference import lines as reference_lines

from publish.documents.units import Units
from publish.importing import forms, narrative


def test_every_part_of_the_reference_document_is_read() -> None:
    """So many drafts of each table; what states the same row again is brought together later."""
    found = narrative.read(
        reference_lines(), imported().sections, Units(), forms.read(reference_lines(), Units())
    )
    assert Counter(draft.table for draft in found) == {
        "projects": 4,
        "performance-indicators": 63,
        "self-evaluations": 15,
        "performance-counts": 6,
        "evaluation-reports": 99,
        "project-funds": 78,
        "budget-execution": 34,
        "staffing": 4,
        "state-assets": 9,
        "duties": 21,
        "glossary": 20,
        "work-figures": 46,
        "published-charts": 21,
    }


def test_duties_and_terms_are_numbered_like_the_document() -> None:
    """21 duties and 20 terms, none merged with the next."""
    assert [number for (number,) in columns("duties", "number")] == list(range(1, 22))
    terms = columns("glossary", "number", "term")
    assert [number for number, _term in terms] == list(range(1, 21))
    assert [term for _number, term in terms][-5:] == [
        "基本支出",
        "项目支出",
        "经营支出",
        "“三公”经费",
        "机关运行经费",
    ]


def test_charts_carry_the_titles_of_their_figures() -> None:
    """Each of the seven charts is matched with the figure whose section states its values."""
    found = columns("published-charts", "chart", "figure")
    assert dict(found) == {1: "3", 2: "1", 3: "5", 4: "6", 5: "7", 6: "4", 7: "2"}


def test_a_document_without_such_parts_has_no_rows() -> None:
    """No section, no annex, no chart data: nothing is made up."""
    assert narrative.read(reference_lines()[:2], {}, Units(), ()) == ()
