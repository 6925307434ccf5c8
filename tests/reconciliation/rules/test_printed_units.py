"""Units and percent signs: those that are missing, or contradict what stands around them."""

from decimal import Decimal

import pytest
import reconciliation_cases as cases
from consistent_packages import Writer, money
from hypothesis import given
from hypothesis import strategies as st
from reconciliation_cases import keyed

from publish import reconciliation

D = Decimal


def amounts_are_in_one_unit(writer: Writer, *, broken: bool) -> None:
    """Write two parts of a sum, one of them in 元."""
    keyed(writer, "income", "amount_wanyuan", total="24.31", institutional="10.00")
    writer.add("income", "其他", key="other", amount_wanyuan=D("14.31"))
    if broken:
        writer.lines[-1] = "其他14.31元。"
        writer.rows["income"][-1].update(unit_as_published="元", source_quote=writer.lines[-1])


def amounts_have_a_unit(writer: Writer, *, broken: bool) -> None:
    """Write an amount with its unit, or without."""
    writer.add("income", "其他", key="other", amount_wanyuan=D("14.31"))
    if broken:
        writer.lines[-1] = "其他14.31，完成。"
        writer.rows["income"][-1].update(unit_as_published="missing", source_quote=writer.lines[-1])


def percentages_have_a_sign(writer: Writer, *, broken: bool) -> None:
    """Write two indicators of satisfaction."""
    units = ("%", None if broken else "%")
    for number, unit in enumerate(units, 1):
        writer.add(
            "performance-indicators", "群众满意度", project_id="p01", number=number,
            level2="满意度指标", target_value=D(98), target_unit=unit, target_operator=">=",
        )  # fmt: skip


def percentages_keep_their_decimals(writer: Writer, *, broken: bool) -> None:
    """Write a percentage."""
    writer.say(f"接待费下降{'27.' if broken else '27'}%。")


def a_row_in_yuan_was_converted(writer: Writer) -> None:
    """A document in 元: the row has the amount in 万元 and the unit that was printed."""
    writer.say("基本工资541800元。")
    writer.add("income", "其他", key="other", amount_wanyuan=D("54.1800"))
    writer.rows["income"][-1].update(
        unit_as_published="元", source_locator="L2", source_quote="基本工资541800元。"
    )


def money_named_in_full_counts_nothing(writer: Writer) -> None:
    """300元人民币 are no 300元 of people."""
    writer.say("捐款300元人民币。")


CASES = cases.of(globals())
ALLOWED = cases.allowed(globals())


@pytest.mark.parametrize("check", CASES)
def test_a_claim_that_holds_passes(check: str) -> None:
    """The check passes on its case, and no check finds anything."""
    cases.assert_passes(check, CASES[check])


@pytest.mark.parametrize("check", CASES)
def test_a_broken_claim_is_its_one_finding(check: str) -> None:
    """The approved finding alone, at places of the document with exactly its words."""
    cases.assert_found(check, CASES[check])


@pytest.mark.parametrize("write", ALLOWED)
def test_what_scope_explains_is_no_finding(write: str) -> None:
    """What scope, phase or form of the document explains is not flagged."""
    cases.assert_nothing_found(ALLOWED[write])


def test_an_amount_without_a_unit_is_told_as_printed() -> None:
    """In a document in 元 the digits of the document and the unit that they were read in."""
    writer = Writer()
    writer.add("income", "其他", key="other", amount_wanyuan=D("14.31"))
    writer.lines[-1] = "其他143100.00，完成。"
    writer.rows["income"][-1].update(unit_as_published="missing", source_quote=writer.lines[-1])
    (finding,) = reconciliation.run(writer.package()).findings
    assert (finding.check, finding.text.zh) == (
        "amounts-have-a-unit",
        "其他印为143100，没有单位；这里按元计。",
    )


def test_words_of_no_text_are_unchecked() -> None:
    """Without a text nothing is known of its units: no check has passed."""
    unread = ("unchecked", "The source is no text that can be read by sentence.")
    assert [cases.said(cases.EMPTY, check) for check in CASES] == [[unread]] * len(CASES)


def income(writer: Writer, amount: Decimal, printed: str, unit: str | None) -> None:
    """Write an income that is printed with a unit of its own."""
    writer.add("income", "其他", key="other", amount_wanyuan=amount)
    writer.lines[-1] = f"其他{printed}。"
    writer.rows["income"][-1].update(unit_as_published=unit, source_quote=writer.lines[-1])


@given(cases.CENTS, st.sampled_from(["万元", "元", "converted", ""]))
def test_an_amount_in_another_unit_is_found(cents: int, unit: str) -> None:
    """The digits of an amount in 万元 with 元 or no unit behind them are the one finding."""
    amount, writer = money(cents), Writer()
    if unit == "万元":
        income(writer, amount, f"{amount}万元", None)
    elif unit == "converted":
        income(writer, amount, f"{amount * 10_000:.0f}元", "元")
    else:
        income(writer, amount, f"{amount}{unit}", unit or "missing")
    expected = {"元": ["amounts-are-in-one-unit"], "": ["amounts-have-a-unit"]}
    assert cases.contradicted(writer) == expected.get(unit, [])


@given(st.integers(0, 200), st.sampled_from(["", ".", ".5", ".25"]))
def test_a_point_without_decimals_is_found(percent: int, decimals: str) -> None:
    """27.% is the one finding, 27% and 27.5% are none."""
    writer = Writer()
    writer.say(f"接待费下降{percent}{decimals}%。")
    expected = ["percentages-keep-their-decimals"] if decimals == "." else []
    assert cases.contradicted(writer) == expected
