"""Both sides of a finding."""

from dataclasses import replace

import pytest
from example_findings import BASIC, DOCUMENT, LINES, PROJECTS, SHARE, TOTAL, finding, result

from publish.pages import quotations
from publish.pages.quotations import Side
from publish.reconciliation import FigurePlace, Finding
from publish.reconciliation.claims import AtMost, Balance, Blend, Claim, Ratio, Same

Told = list[tuple[str, list[str]]]


def told(found: Finding) -> Told:
    """Return the title and the quotes of each side."""
    sides = quotations.sides(found, DOCUMENT)
    return [(side.title, [quote.text for quote in side.quotes]) for side in sides]


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        (Balance((TOTAL,), (BASIC,)), [("印出的数", [LINES[0]]), ("相加的各数", [LINES[1]])]),
        (
            Balance((TOTAL, BASIC), (PROJECTS,)),
            [("等号的一边", [LINES[0], LINES[1]]), ("等号的另一边", [LINES[2]])],
        ),
        (AtMost((PROJECTS,), (BASIC,)), [("部分", [LINES[2]]), ("整体", [LINES[1]])]),
        (
            Ratio(SHARE, (BASIC,), (PROJECTS,)),
            [("印出的百分比", [LINES[0]]), ("用来计算的数", [LINES[1], LINES[2]])],
        ),
        (
            Blend(SHARE, BASIC, ((BASIC, PROJECTS),)),
            [("总的完成率", [LINES[0]]), ("其中完成得少的", [LINES[2]])],
        ),
        (
            Same((BASIC, PROJECTS)),
            [("印作 1.25 万元", [LINES[1]]), ("印作 2.75 万元", [LINES[2]])],
        ),
    ],
)
def test_both_sides_are_quoted(claim: Claim, expected: Told) -> None:
    """Each side has its title and the words of the document."""
    assert told(finding(result(claim))) == expected


def test_what_the_finding_also_is_about_stands_in_the_end() -> None:
    """Places of other figures with the same cause are not lost."""
    found = finding(result(Balance((TOTAL,), (BASIC,))), result(Balance((PROJECTS,), (BASIC,))))
    assert told(found)[2:] == [("同一条还涉及", [LINES[2]])]


def test_a_finding_about_words_has_one_side() -> None:
    """Without a claim all places are quoted alike."""
    found = replace(
        finding(result(None)), places=(FigurePlace("L2", LINES[1]), FigurePlace("L3", LINES[2]))
    )
    assert told(found) == [("原文", [LINES[1], LINES[2]])]


def test_of_many_quotes_some_are_folded() -> None:
    """Up to four are seen; of more the first three."""
    quotes = quotations.sides(finding(), DOCUMENT)[0].quotes
    shown = [(len(side.first), len(side.others)) for side in (Side("", quotes * n) for n in (4, 9))]
    assert shown == [(4, 0), (3, 6)]
