"""What reports and forms say of one project: the targets they state, the contract and its money.

Source: CHECKS section 6, XTXT-PERF; section 10, PERF-PHASE.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from publish.documents import figures
from publish.reconciliation.explanations import cell, say
from publish.reconciliation.judging import passed
from publish.reconciliation.prints import squeezed
from publish.reconciliation.results import Result, Status
from publish.reconciliation.rules.payments import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from publish.reconciliation.books import Book, Entry
    from publish.reconciliation.results import FigurePlace

TARGETS, CONTRACT = "reports-state-the-targets-of-the-form", "contracts-are-within-their-money"
# 春节、防火期间各慰问1次: so many times for each of the list
_THING = r"(?:[^,;。:、各]|各(?![^\d,;。]{0,6}\d)){1,60}+"
# 春节、防火期间各慰问1次
_EACH = re.compile(
    rf"(?<![^,;。:、])({_THING}(?:、{_THING}){{1,20}}+)各[^\d,;。]{{0,6}}(\d+)(次|个|场|期)"
)
# what stands between a thing and its number: 应急演练(开展)不少于|4次, 业务培训至少|2期
_NUMBER = (
    r"(?:开展|进行|组织|举办|完成)?了?(?:不少于|不低于|至少|达到|[≥>])?"
    r"(\d+(?:\.\d+)?)(%|[\u4e00-\u9fff])"
)
# 以98.5万元中标, 以98.5万元的价格成交, 中标价为985000元, 合同总金额:98.5万元
_WON = re.compile(
    rf"以(?:人民币)?(?P<won>{figures.NUMBER})(?P<won_unit>{figures.UNIT})"
    r"(?:的(?:总?价格?|报价))?(?:中标|成交)"
    r"|(?:中标|成交|合同)(?:总)?(?:金额|价格?|价款|额)[为是共:]?(?:人民币)?"
    rf"(?P<signed>{figures.NUMBER})(?P<signed_unit>{figures.UNIT})"
)
_FEWEST = 4


def _target(entry: Entry) -> tuple[Decimal, str] | None:
    """Return the number and unit of a target; each of a list counts."""
    each = _EACH.search(squeezed(entry.text("target_text")))
    if each:
        return len(each[1].split("、")) * Decimal(each[2]), each[3]
    value, unit = entry["target_value"], entry.text("target_unit")
    return (value, unit) if isinstance(value, Decimal) and unit else None


def _told(entry: Entry, evaluation: Entry) -> tuple[Decimal, str, FigurePlace] | None:
    """Return the number that an evaluation gives for the thing of an indicator, and where."""
    name = plain(entry.text("indicator"))
    if len(name) < _FEWEST:
        return None
    # 应急演练不少于4次
    form = re.compile(re.escape(name) + _NUMBER)
    for place in evaluation.places:
        at = form.search(squeezed(place.quote))
        if at:
            return Decimal(at[1]), at[2], place
    return None


def _compared(entry: Entry, evaluation: Entry) -> Result | None:
    target, told = _target(entry), _told(entry, evaluation)
    if target is None or told is None or not target[1].startswith(told[1]):
        return None
    figure = entry.figure("target_value")
    figures = (figure,) if figure else ()
    if told[0] == target[0]:
        return passed(TARGETS, entry.name, figures)
    text = say(
        "other-count", name=plain(entry.name), form=target[0], unit=target[1], report=told[0]
    )
    own = tuple(
        place
        for place in dict.fromkeys(entry.places)
        if squeezed(place.quote) == squeezed(entry.text("target_text"))
    )
    subject = f"{entry.row_key}|{evaluation.row_key}"
    return Result(TARGETS, Status.FAILED, subject, figures, text=text, places=(*own, told[2]))


def reports_state_the_targets_of_the_form(book: Book) -> Iterator[Result]:
    """A target is the same in the form and in the evaluation of the whole department."""
    for project, evaluations in book.by("self-evaluations", "project_id").items():
        for entry in book.by("performance-indicators", "project_id").get(project, ()):
            for evaluation in evaluations:
                result = _compared(entry, evaluation) if project else None
                if result is not None:
                    yield result


def _amount(at: re.Match[str]) -> Decimal:
    """Return the amount of a contract in 万元."""
    which = "won" if at["won"] else "signed"
    printed = figures.value(at[which])
    amount = figures.in_wanyuan(printed, at[f"{which}_unit"])
    # 120.80 as printed, but of 6200000元 620 and not 620.0000
    return printed if amount == printed else Decimal(f"{amount.normalize():f}")


def _contract(book: Book, entry: Entry) -> Result | None:
    projects = book.by("projects", "project_id").get(entry.text("project_id"), ())
    money = projects[0].figure("budget_wanyuan") if projects else None
    if money is None:
        return None
    for place in entry.places:
        at = _WON.search(squeezed(place.quote))
        if at is None:
            continue
        contract = _amount(at)
        if contract <= money.value:
            return passed(CONTRACT, money.name, (money,))
        text = say(
            "contract", money=cell(money), contract=contract, difference=contract - money.value
        )
        return Result(
            CONTRACT,
            Status.FAILED,
            money.name,
            (money,),
            text=text,
            places=(place,),
            group=f"{CONTRACT}|{entry['project_id']}",
        )
    return None


def contracts_are_within_their_money(book: Book) -> Iterator[Result]:
    """A contract is not for more than the money of its project."""
    seen: set[str] = set()
    for entry in book.entries("evaluation-reports"):
        project = entry.text("project_id")
        result = _contract(book, entry) if project and project not in seen else None
        if result is not None:
            seen.add(project)
            yield result
