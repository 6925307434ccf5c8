"""Shares: each is its part of the whole, and those of a whole list make up 100 %."""

from decimal import Decimal

import pytest
import reconciliation_cases as cases
from consistent_packages import Writer, money, percent
from hypothesis import given
from hypothesis import strategies as st
from reconciliation_cases import keyed, share_is_part_of_whole

D = Decimal


def shares_make_up_the_whole(writer: Writer, *, broken: bool) -> None:
    """Write shares without the amounts."""
    for key, share in {"basic": "60", "project": "42" if broken else "40"}.items():
        writer.add("expenditure", f"{key}数", key=key, share_pct=D(share))


CASES = {"share-is-part-of-whole": share_is_part_of_whole} | cases.of(globals())


@pytest.mark.parametrize("check", CASES)
def test_a_claim_that_holds_passes(check: str) -> None:
    """The check passes on its case, and no check finds anything."""
    cases.assert_passes(check, CASES[check])


@pytest.mark.parametrize("check", CASES)
def test_a_broken_claim_is_its_one_finding(check: str) -> None:
    """The approved finding alone, at places of the document with exactly its words."""
    cases.assert_found(check, CASES[check])


def test_a_share_of_something_not_stated_is_unchecked() -> None:
    """Without the whole a share cannot be computed again."""
    writer = Writer()
    writer.add(
        "procurement", "中小企业", key="sme", amount_wanyuan=D("14.31"), share_pct=D("0.57"),
        share_of="政府采购支出总额",
    )  # fmt: skip
    assert cases.said(writer.package(), "share-is-part-of-whole") == [
        ("unchecked", "What it is a part of is zero or not stated.")
    ]


@given(cases.LARGE, st.data(), st.sampled_from([-1, 1]), st.just(0) | st.integers(2, 5000))
def test_a_share_is_computed_again(whole: int, data: st.DataObject, sign: int, step: int) -> None:
    """A rounded share passes; one that is 0.02 or more off is the one finding."""
    part = data.draw(st.integers(1, whole))
    share = percent(money(part), money(whole)) + sign * money(step)
    writer = Writer()
    keyed(writer, "procurement", "amount_wanyuan", total=str(money(whole)))
    writer.add(
        "procurement", "中小企业", key="sme", amount_wanyuan=money(part), share_pct=share,
        share_of="政府采购支出总额",
    )  # fmt: skip
    assert cases.contradicted(writer) == (["share-is-part-of-whole"] if step else [])
