"""Charts printed in the document: their points, and whether each has data of its own.

Source: CHECKS section 6, XTXT-CHART.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from publish.documents import figures, units
from publish.reconciliation.books import CHART
from publish.reconciliation.explanations import say
from publish.reconciliation.judging import passed
from publish.reconciliation.prints import quoted, squeezed
from publish.reconciliation.results import FigurePlace, Result, Severity, Status
from publish.reconciliation.tolerances import HUNDRED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from publish.reconciliation.books import Book, Entry
from publish.reconciliation.results import Figure

OWN = "charts-have-data-of-their-own"
# 2019年度
_YEAR = re.compile(r"(\d{4})年(?:度)?")
# 图1:收入决算图(单位:万元), (图6:支出决算结构)(单位:万元)
_CAPTION = re.compile(r"\(?图(\d+)[:.、]([^()。]{2,60}?)(?:[()]|$)")
# Series that show something else than the final account of the year.
# 年初预算, 占比
_OTHER = re.compile("预算|计划|上年|去年|占比|%")
_SHORTEST, _ABOUT = 3, Decimal("0.5")
# What the name of a quantity may lack: 支出, 合计, `(类)`
_AROUND = re.compile(r"\([类款项]\)|支出|决算|合计|总额|财政拨款|\s")


@dataclass(frozen=True, slots=True)
class Point:
    """A point of a chart; `year` where its series is a year."""

    figure: Figure
    title: str
    category: str
    year: int | None


def bare(name: str) -> str:
    """Return the name of a category or a row for comparing: 教育支出（类） is 教育."""
    text = _AROUND.sub("", squeezed(name)).replace("费用", "费")
    return text if len(text) >= _SHORTEST else squeezed(name)


def _is_of_amounts(entries: tuple[Entry, ...]) -> bool:
    """Tell whether a chart shows amounts: values that make up 100 are shares."""
    total = sum((Decimal(entry.text("value") or 0) for entry in entries), Decimal(0))
    return abs(total - HUNDRED) > _ABOUT


def _charts(book: Book) -> dict[str, tuple[Entry, ...]]:
    return dict(book.by(CHART, "chart"))


def _data(entries: tuple[Entry, ...]) -> tuple[tuple[str, ...], ...]:
    return tuple(
        tuple(entry.text(column) for column in ("series", "category", "value")) for entry in entries
    )


def _first_with(book: Book) -> dict[tuple[tuple[str, ...], ...], str]:
    found: dict[tuple[tuple[str, ...], ...], str] = {}
    for chart, entries in _charts(book).items():
        found.setdefault(_data(entries), chart)
    return found


def _value(entry: Entry, unit: str) -> Figure | None:
    """Return the value of a point in 万元; `unit` is that of its caption, empty where none is."""
    value = entry["value"]
    if not isinstance(value, Decimal) or not figures.IN_WANYUAN.get(unit):
        return entry.figure("value")
    return entry.figure("value", figures.in_wanyuan(value, unit))


def points(book: Book) -> Iterator[Point]:
    """Yield the points of all charts but those with the data of another one; values in 万元."""
    first, captions = _first_with(book), _captions(book)
    for chart, entries in _charts(book).items():
        if first[_data(entries)] != chart or not _is_of_amounts(entries):
            continue
        caption = captions.get(entries[0].text("figure"))
        unit = units.named(squeezed(caption[1].quote)) if caption else ""
        for entry in entries:
            if _OTHER.search(entry.text("series")):
                continue
            figure = _value(entry, unit)
            at = _YEAR.fullmatch(squeezed(entry.text("series")))
            year = int(at[1]) if at else None
            if figure:
                yield Point(figure, entry.text("title"), entry.text("category"), year)


def quantity(point: Point, words: dict[str, Any]) -> str:
    """Return the quantity that a point of a chart of years shows, empty where it is not certain."""
    if point.year is None or not point.title:
        return ""
    scope = next(
        (
            scope
            for form, scope in words["titles"].items()
            if re.search(form, squeezed(point.title))
        ),
        "",
    )
    side = words["sides"].get(point.category)
    if side and scope:
        return f"{side}/{scope}"
    if scope and not point.category:
        return f"{'income' if '收入' in point.title else 'expenditure'} of the year/{scope}"
    return ""


def _captions(book: Book) -> dict[str, tuple[str, FigurePlace]]:
    """Return the captions of the document by the number of their figure."""
    found: dict[str, tuple[str, FigurePlace]] = {}
    for line in book.lines:
        at = _CAPTION.match(squeezed(line.text))
        if at:
            found.setdefault(at[1], (at[2], quoted(line)))
    return found


def _left_over(book: Book, copy: str) -> tuple[list[str], tuple[FigurePlace, ...]]:
    """Return the captions that no other chart has, as they are said and where they stand."""
    taken = {entries[0].text("figure") for chart, entries in _charts(book).items() if chart != copy}
    own = _charts(book)[copy][0].text("figure")
    left = {
        number: found
        for number, found in _captions(book).items()
        if number not in taken and not (number == own and len(taken) < len(_charts(book)) - 1)
    }
    names = [f"图{number}“{title}”" for number, (title, _place) in left.items()]
    return names, tuple(place for _title, place in left.values())


def _copied(book: Book, chart: str, original: str) -> Result:
    entries = _charts(book)[chart]
    names, places = _left_over(book, chart)
    title = _charts(book)[original][0].text("title")
    text = say(
        "chart-copied-caption" if names else "chart-copied",
        chart=chart, original=original, title=title, captions="、".join(names),
    )  # fmt: skip
    figures = tuple(figure for entry in entries if (figure := entry.figure("value")))
    return Result(
        OWN, Status.FAILED, chart, figures, text=text, severity=Severity.WARNING, places=places
    )


def charts_have_data_of_their_own(book: Book) -> Iterator[Result]:
    """No chart repeats the data of another one."""
    first = _first_with(book)
    for chart, entries in _charts(book).items():
        original = first[_data(entries)]
        if original == chart:
            yield passed(OWN, entries[0].text("title") or chart)
        else:
            yield _copied(book, chart, original)
