"""One cause, one finding: failures that one figure would mend belong together."""

from reconciliation_figures import figure, percent

from publish.reconciliation.causes import causes
from publish.reconciliation.claims import Balance, Ratio, Same
from publish.reconciliation.judging import judged
from publish.reconciliation.results import Result

TOTAL, CLASS, OTHER = figure("合计", "30.00"), figure("类", "20.00"), figure("另一类", "10.00")
ONE, TWO = figure("一项", "12.00"), figure("二项", "5.00")


def _groups(*results: Result) -> list[set[str]]:
    return [{result.subject for result in cause.results} for cause in causes(results)]


def test_a_difference_that_explains_two_sums_is_one_cause() -> None:
    """An item is wrong in its class and in the total, where class and total agree."""
    results = (
        judged("parents-equal-children", "类", Balance((CLASS,), (ONE, TWO))),
        judged("parents-equal-children", "合计", Balance((TOTAL,), (ONE, TWO, OTHER))),
        judged("parents-equal-children", "各类", Balance((TOTAL,), (CLASS, OTHER))),
    )
    assert _groups(*results) == [{"类", "合计"}]


def test_two_sums_with_nothing_in_common_are_two_causes() -> None:
    """Each is a finding of its own."""
    results = (
        judged("parents-equal-children", "甲", Balance((CLASS,), (ONE,))),
        judged("parents-equal-children", "乙", Balance((OTHER,), (TWO,))),
    )
    assert _groups(*results) == [{"甲"}, {"乙"}]


def test_a_figure_that_other_claims_confirm_is_not_the_cause() -> None:
    """The class is stated twice; so the items are what could mend the sum."""
    again = figure("类又一次", "20.00")
    (cause,) = causes(
        (
            judged("parents-equal-children", "类", Balance((CLASS,), (ONE, TWO))),
            judged("same-quantity-has-one-value", "类", Same((CLASS, again))),
        )
    )
    assert {mending.figure for mending in cause.mendings} == {ONE, TWO}


def test_a_wrong_share_explains_the_sum_of_shares() -> None:
    """The share that its amounts contradict is what the sum lacks."""
    wrong, right = percent("甲占比", "70"), percent("乙占比", "40")
    results = (
        judged("share-is-part-of-whole", "占比", Ratio(wrong, (figure("甲", "6.00"),), (OTHER,))),
        judged("shares-make-up-the-whole", "合计", Balance((wrong, right), (), TOTAL.value + 70)),
    )
    assert _groups(*results) == [{"占比", "合计"}]


def test_what_no_figure_mends_stands_alone() -> None:
    """Two places say 45, two say 46: none of the four is the cause."""
    four = tuple(figure(f"第{at}处", value) for at, value in enumerate(("45", "45", "46", "46")))
    (cause,) = causes((judged("same-quantity-has-one-value", "支付", Same(four)),))
    assert cause.mendings == ()


def test_where_all_hold_there_is_no_cause() -> None:
    """Nothing failed, nothing found."""
    assert causes((judged("x", "类", Balance((CLASS,), (CLASS,))),)) == ()
