"""Numerals of headings: one style in a list, none skipped; years in headings."""

import pytest
import reconciliation_cases as cases
from consistent_packages import Writer
from hypothesis import given
from hypothesis import strategies as st


def headings_are_numbered_in_order(writer: Writer, *, broken: bool) -> None:
    """Write three headings of one level."""
    for position, number in enumerate(
        ("第一部分", "第二部分", "第3部分" if broken else "第三部分"), 1
    ):
        writer.add(
            "outline", f"{number}概况", position=position, level="part", title="概况",
            number_as_printed=number,
        )  # fmt: skip


def headings_name_the_fiscal_year(writer: Writer, *, broken: bool) -> None:
    """Write a heading with a year."""
    title = f"{2019 if broken else 2020}年度部门决算情况说明"
    writer.add(
        "outline",
        f"第一部分{title}",
        position=1,
        level="part",
        title=title,
        number_as_printed="第一部分",
    )


CASES = cases.of(globals())


@pytest.mark.parametrize("check", CASES)
def test_a_claim_that_holds_passes(check: str) -> None:
    """The check passes on its case, and no check finds anything."""
    cases.assert_passes(check, CASES[check])


@pytest.mark.parametrize("check", CASES)
def test_a_broken_claim_is_its_one_finding(check: str) -> None:
    """The approved finding alone, at places of the document with exactly its words."""
    cases.assert_found(check, CASES[check])


@pytest.mark.parametrize("check", CASES)
def test_a_package_without_the_rows_says_so(check: str) -> None:
    """Where there is nothing to compare no check has passed: silence is no success."""
    assert cases.said(cases.EMPTY, check) == [("not-applicable", "The package has no such data.")]


FORMS = {"part": "第{}部分", "section": "{}、", "subsection": "（{}）"}
NUMERALS = "一二三四五六七八九十"


@given(st.sampled_from(list(FORMS)), st.integers(3, 10), st.data())
def test_a_number_left_out_is_found(level: str, count: int, data: st.DataObject) -> None:
    """Headings in order are no finding; the one that is left out in their middle is the one."""
    missing = data.draw(st.none() | st.integers(2, count - 1))
    writer = Writer()
    for position in range(1, count + 1):
        number = FORMS[level].format(NUMERALS[position - 1])
        if position != missing:
            writer.add(
                "outline", f"{number}概况", position=position, level=level, title="概况",
                number_as_printed=number,
            )  # fmt: skip
    expected = [] if missing is None else ["headings-are-numbered-in-order"]
    assert cases.contradicted(writer) == expected


@given(st.integers(2010, 2029))
def test_a_heading_of_another_year_is_found(year: int) -> None:
    """Only the year of the accounts stands in a heading."""
    writer = Writer()
    title = f"{year}年度部门决算情况说明"
    writer.add(
        "outline", f"第一部分{title}", position=1, level="part", title=title,
        number_as_printed="第一部分",
    )  # fmt: skip
    expected = [] if year == 2020 else ["headings-name-the-fiscal-year"]
    assert cases.contradicted(writer) == expected
