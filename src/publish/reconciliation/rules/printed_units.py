"""Units and percent signs: those that are missing, or contradict what stands around them.

Source: CHECKS section 9, UNIT-*, TEXT-PERCENT-FORM.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from publish.documents import figures
from publish.reconciliation.books import AMOUNT, PERCENT
from publish.reconciliation.explanations import say
from publish.reconciliation.prints import quoted, squeezed
from publish.reconciliation.results import Result, Severity, Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from publish.reconciliation.books import Book, Entry
from publish.reconciliation.results import Figure, FigurePlace

ONE_UNIT, HAS_UNIT = "amounts-are-in-one-unit", "amounts-have-a-unit"
SIGN, DECIMALS = "percentages-have-a-sign", "percentages-keep-their-decimals"
UNIT, MISSING = "unit_as_published", "missing"
SHORT = "万"  # 0.39万 for 0.39万元
# 印制宣传资料3万元份: an amount of money that goes on as a number of things.
_COUNTED = re.compile(r"(?<!\d)\d++(?:\.\d+)?万?元(?=[份个次人台套户条批件张册])(?!人民币)")
# 下降27.%: a decimal point without decimals.
_NO_DECIMALS = re.compile(r"((?<!\d)\d++)\.(?=%)")
# 占P, 增长P, 完成预算的P, 执行率P without the sign; not 增长5.2万元, 完成12个, 1.4倍.
# 占98.5, 增长5.2,
_NO_SIGN = re.compile(
    r"(?:占|增长|上升|下降|完成(?:年初|全年)?预算的?|执行率为?)(\d+(?:\.\d+)?)(?=[,。;]|$)"
)
# 群众满意度, 合格率
_RATE = re.compile("满意度|率")
_HUNDRED = 100


def _amounts(entry: Entry) -> Iterator[Figure]:
    for column in entry.table.fields:
        if column.name.endswith(AMOUNT):
            figure = entry.figure(column.name)
            if figure:
                yield figure


def _printed(figure: Figure, after: str, unit: str = "万元") -> tuple[FigurePlace, ...]:
    """Return the places where a figure stands in digits of `unit`, with something behind them."""
    printed = figures.printed_in(abs(figure.value), unit)
    digits = re.escape(format(printed, "f"))
    zeros = "" if unit == "万元" else r"(?:\.0+)?"
    form = re.compile(rf"(?<![\d.,]){digits}{zeros}(?![\d.]){after}")
    return tuple(place for place in figure.places if form.search(squeezed(place.quote)))


def _entries(book: Book) -> Iterator[Entry]:
    for table in book.package.tables:
        yield from book.entries(table)


def _slips(book: Book) -> Iterator[Result]:
    for entry in _entries(book):
        unit = entry.text(UNIT)
        if unit in {"", MISSING}:
            continue
        for figure in _amounts(entry):
            places = _printed(figure, unit)
            if places and figure.value:
                text = say("other-unit", name=figure.name, value=figure.value, unit=unit)
                weight = Severity.INFO if unit == SHORT else None
                yield Result(
                    ONE_UNIT,
                    Status.FAILED,
                    figure.name,
                    (figure,),
                    text=text,
                    severity=weight,
                    places=places,
                )


def _counted(book: Book) -> Iterator[Result]:
    for line, words in book.texts:
        for at in _COUNTED.finditer(words):
            thing = words[at.end()]
            text = say("counted-money", words=at[0] + thing, thing=thing)
            place = quoted(line, at[0])
            yield Result(
                ONE_UNIT,
                Status.FAILED,
                at[0],
                text=text,
                severity=Severity.WARNING,
                places=(place,),
            )


def amounts_are_in_one_unit(book: Book) -> Iterator[Result]:
    """No amount is printed in 元 among amounts in 万元."""
    yield from [*_slips(book), *_counted(book)]


def _bare(figure: Figure) -> tuple[str, tuple[FigurePlace, ...]]:
    """Return where a figure stands without a unit, and the unit in which it was read."""
    for unit in ("万元", *figures.IN_WANYUAN):
        places = _printed(figure, r"(?![百千]?[万亿元])", unit)
        if places:
            return unit, places
    return "", ()


def amounts_have_a_unit(book: Book) -> Iterator[Result]:
    """Every amount has a unit where it is printed."""
    for entry in _entries(book):
        if entry[UNIT] != MISSING:
            continue
        for figure in _amounts(entry):
            unit, places = _bare(figure)
            if places:
                value = figures.printed_in(figure.value, unit)
                text = say("no-unit", name=figure.name, value=value, unit=unit)
                yield Result(
                    HAS_UNIT, Status.FAILED, figure.name, (figure,), text=text, places=places
                )


def _is_bare_rate(entry: Entry) -> bool:
    """Tell whether an indicator of a rate has a number without %: 满意度98以上."""
    value = entry["target_value"]
    told = entry.text("indicator") + entry.text("level2")
    return (
        isinstance(value, Decimal)
        and not entry["target_unit"]
        and 0 < value <= _HUNDRED
        and bool(_RATE.search(told))
    )


def _bare_indicators(book: Book) -> Iterator[Result]:
    others = {entry.text("target_unit") for entry in book.entries("performance-indicators")}
    for project, entries in book.by("performance-indicators", "project_id").items():
        bare = [entry for entry in entries if _is_bare_rate(entry)]
        figures = tuple(figure for entry in bare if (figure := entry.figure("target_value")))
        if not figures or "%" not in others:
            continue
        listed = "、".join(f"{figure.name}{figure.value}" for figure in figures)
        text = say("no-sign-beside-others", listed=listed)
        yield Result(SIGN, Status.FAILED, project, figures, text=text)


def _bare_percentages(book: Book) -> Iterator[Result]:
    for line, words in book.texts:
        for at in _NO_SIGN.finditer(words):
            known = book.stated_at(line.locator, Decimal(at[1]))
            figures = tuple(figure for figure in known if figure.column.endswith(PERCENT))
            if not figures:
                continue
            text = say("no-sign", words=at[0])
            place = quoted(line, at[0])
            yield Result(SIGN, Status.FAILED, at[0], figures, text=text, places=(place,))


def percentages_have_a_sign(book: Book) -> Iterator[Result]:
    """占, 增长, 下降, 完成, 率 are followed by a number with %."""
    yield from [*_bare_indicators(book), *_bare_percentages(book)]


def percentages_keep_their_decimals(book: Book) -> Iterator[Result]:
    """No percentage has a decimal point without decimals."""
    for line, words in book.texts:
        for at in _NO_DECIMALS.finditer(words):
            known = book.stated_at(line.locator, Decimal(at[1]))
            figures = tuple(figure for figure in known if figure.column.endswith(PERCENT))
            text = say("no-decimals", words=at[0])
            place = quoted(line, at[0])
            yield Result(DECIMALS, Status.FAILED, at[0], figures[:1], text=text, places=(place,))
