"""Changes against last year: rate, direction, year compared with, and the years in charts.

Source: CHECKS section 7, YOY-*, ZERO-YOY, DIR-BUDGET.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from publish.reconciliation import reasons
from publish.reconciliation.claims import Ratio
from publish.reconciliation.explanations import say
from publish.reconciliation.judging import judged, passed, unchecked
from publish.reconciliation.prints import squeezed
from publish.reconciliation.results import Certainty, Result, Severity, Status
from publish.reconciliation.rules.shares import amount
from publish.reconciliation.tolerances import HUNDRED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from publish.reconciliation.books import Book, Entry

RATE, BASE = "change-rate-is-change-of-last-year", "comparison-is-with-last-year"
ZERO_BASE, DIRECTION = "nothing-has-no-change-rate", "direction-fits-the-figures"
TABLES = ("key-figures", "income", "expenditure", "expenditure-by-function", "three-public")
CHANGE, PERCENT = "change_wanyuan", "change_pct"
# 决算数小于预算数的主要原因: how the final account lies to the budget, in words.
_BUDGET_WORD = re.compile("决算数?(小于|大于|等于|(?:与|同).{0,4}预算数?(?:基本)?持平|低于|高于)")
_BELOW, _ABOVE = {"小于", "低于"}, {"大于", "高于"}


def _entries(book: Book) -> Iterator[Entry]:
    for table in TABLES:
        yield from book.entries(table)


def _rate(entry: Entry) -> Result | None:
    rate, change, this_year = entry.figure(PERCENT), entry.figure(CHANGE), amount(entry)
    if rate is None:
        return None
    if change is None or this_year is None:
        return unchecked(RATE, rate.name, reasons.NO_BASE, (rate,))
    claim = Ratio(rate, (change,), (this_year,), (change,))
    return judged(RATE, rate.name, claim) if claim.is_possible else None


def change_rate_is_change_of_last_year(book: Book) -> Iterator[Result]:
    """增长P% = 100 x change / last year; last year = this year less the change."""
    yield from (found for entry in _entries(book) if (found := _rate(entry)))


def nothing_has_no_change_rate(book: Book) -> Iterator[Result]:
    """From a last year of 0 there is no growth rate; 增长100% is none either."""
    for entry in _entries(book):
        rate, change, this_year = entry.figure(PERCENT), entry.figure(CHANGE), amount(entry)
        if not rate or not change or not this_year or not change.value:
            continue
        if abs(this_year.value - change.value) > this_year.half + change.half:
            yield passed(ZERO_BASE, rate.name, (rate,))
            continue
        text = say("change-from-nothing", name=this_year.name, rate=rate.value)
        figures = (rate, change, this_year)
        yield Result(
            ZERO_BASE, Status.FAILED, rate.name, figures, text=text, severity=Severity.WARNING
        )


def comparison_is_with_last_year(book: Book) -> Iterator[Result]:
    """The year compared with is the one before, unless the sentence compares with the budget."""
    for entry in _entries(book):
        year = entry["base_year"]
        if year is None or entry["change_against"] == "budget":
            continue
        if year == book.year - 1:
            yield passed(BASE, entry.name)
            continue
        text = say("other-year", name=entry.name, year=year, fiscal=book.year, last=book.year - 1)
        saying = tuple(place for place in entry.places if str(year) in squeezed(place.quote))
        cell = amount(entry)
        yield Result(
            BASE,
            Status.FAILED,
            entry.name,
            (cell,) if cell else (),
            text=text,
            severity=Severity.WARNING,
            certainty=Certainty.PROVEN,
            places=saying or entry.places,
        )


def _word(entry: Entry) -> tuple[str, str] | None:
    """Return the word and the quote in which a row says how it lies to its budget."""
    for place in entry.places:
        found = _BUDGET_WORD.search(squeezed(place.quote))
        if found:
            return found[1], place.quote
    return None


def _fits(word: str, entry: Entry) -> bool | None:
    done = entry.figure("completion_pct")
    if done is None:
        return None
    if word in _BELOW:
        return done.value < HUNDRED
    if word in _ABOVE:
        return done.value > HUNDRED
    return abs(done.value - HUNDRED) <= 1 if "持平" in word else done.value == HUNDRED


def _unmoved(entry: Entry) -> Result | None:
    """Return whether 持平 and 增加, 减少 fit the change."""
    change = entry.figure(CHANGE) or entry.figure(PERCENT)
    said = entry["change_direction"]
    if change is None or said is None:
        return None
    right = {
        "increase": change.value >= 0,
        "decrease": change.value <= 0,
        "unchanged": not change.value,
    }
    if right[str(said)]:
        return passed(DIRECTION, entry.name, (change,))
    text = say("direction", name=entry.name, change=change.value)
    return Result(
        DIRECTION, Status.FAILED, entry.name, (change,), text=text, severity=Severity.ERROR
    )


def direction_fits_the_figures(book: Book) -> Iterator[Result]:
    """增加, 减少, 持平 fit the change; 大于, 小于, 等于预算数 fit the completion."""
    for entry in _entries(book):
        moved = _unmoved(entry)
        if moved is not None:
            yield moved
        word = _word(entry)
        fits = _fits(word[0], entry) if word else None
        if word is None or fits is None:
            continue
        done = entry.figure("completion_pct")
        figures = (done,) if done else ()
        if fits:
            yield passed(DIRECTION, entry.name, figures)
            continue
        text = say("budget-word", name=entry.name, word=word[0], rate=entry["completion_pct"])
        yield Result(
            DIRECTION, Status.FAILED, entry.name, figures, text=text, severity=Severity.ERROR
        )
