"""Claims in numbers, each with its way to the document."""

from dataclasses import replace
from decimal import Decimal

import pytest
from example_findings import BASIC, DOCUMENT, OTHERS, PROJECTS, SHARE, SUM, TOTAL, figure

from publish.pages import formulas, links
from publish.reconciliation import FigurePlace
from publish.reconciliation.claims import AtMost, Balance, Blend, Claim, Ratio, Same


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        (Balance((BASIC,), (BASIC, OTHERS)), "1.25 = 1.25"),
        (SUM, "5.00 ≈ 1.25 + 2.75"),
        (Balance((BASIC, PROJECTS), (), Decimal(4)), "1.25 + 2.75 = 4"),
        (Balance((TOTAL,), (BASIC, PROJECTS), Decimal(1)), "5.00 = 1.25 + 2.75 + 1"),
        (Balance((OTHERS,), (OTHERS,)), "0 = 0"),
        (AtMost((BASIC,), (TOTAL,)), "1.25 ≤ 5.00"),
        (Ratio(SHARE, (TOTAL,), (BASIC, PROJECTS)), "100% ≈ 5.00 ÷ 1.25 + 2.75"),
        (Ratio(SHARE, (TOTAL,), (TOTAL,), (BASIC,)), "100% ≈ 5.00 ÷ (5.00 − 1.25)"),
        (Same((BASIC, replace(BASIC, index=7))), "1.25 = 1.25"),
        (Blend(SHARE, TOTAL, ((BASIC, SHARE),)), "100% 与各部分的完成率相容：100"),
    ],
)
def test_a_claim_is_a_line_that_a_reader_can_repeat(claim: Claim, expected: str) -> None:
    """Zeros add nothing; what agrees within rounding has its own sign."""
    assert links.plain(formulas.formula(DOCUMENT, claim)) == expected


def test_every_number_leads_to_its_words() -> None:
    """A figure has the address of the line that prints it."""
    found = formulas.formula(DOCUMENT, SUM)
    numbers = [(each.text, each.link.anchor) for each in found if not isinstance(each, str)]
    assert numbers == [("5.00", "L1s1"), ("1.25", "L2s1"), ("2.75", "L3s1")]


def test_a_number_that_no_words_print_is_no_link() -> None:
    """The data of a chart store 531.44 as 531.43999999999949."""
    stored = replace(BASIC, places=(FigurePlace("L2", "1.24999999"),))
    assert formulas.number(DOCUMENT, stored) == "1.25"


def test_a_percentage_is_found_with_its_sign() -> None:
    """4% is not looked for in 4套; where no place has the unit, all places of the row are."""
    stray, right = FigurePlace("L3", "项目支出2.75万元，4套"), FigurePlace("L1", "占4%")
    rate = replace(figure(3, "4", "执行率", column="execution_pct"), places=(stray, right))
    assert formulas.stating(rate) == (right,)
    assert formulas.stating(replace(rate, places=(stray,))) == (stray,)
