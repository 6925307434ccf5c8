"""The data of the charts printed in a document, which a word processor leaves as one line.

`列1 基本支出 项目支出 1797.04 1222.5`: a series, its categories, as many values; or a year and its
value. Values carry the tails of binary fractions (130.94999999999999) and are rounded to what a
reader of the chart saw. A line beside another one with cells is a row of a table.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING, TypeAlias

from publish.documents import figures, outline, passages, units
from publish.documents.printed import Line
from publish.importing.drafts import Draft, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from publish.tables import Row

TABLE = "published-charts"
# 1222.5, -8.06, 5.0E-2
_NUMBER = re.compile(r"-?(?!0\d)\d{1,15}(?:\.\d{1,20})?(?:E[-+]?\d{1,2})?", re.ASCII)
# 2019年
_YEAR = re.compile(r"\d{4}年(?:度)?$")
# (图6:一般公共预算财政拨款支出决算结构)
_CAPTION = re.compile(r"\(?图(?P<figure>\d+)[:.、](?P<title>[^()]+)")
# `2019\t2020`
_TAB, _BLANKS = re.compile(r"\t"), " \r\u3000\xa0"
_FEWEST_CELLS = 5
_FEWEST_CATEGORIES = 2


@dataclass(frozen=True, slots=True)
class _Series:
    name: Line
    points: tuple[tuple[Line | None, Line], ...]

    @property
    def categories(self) -> tuple[str, ...]:
        return tuple(category.text if category else "" for category, _value in self.points)

    @property
    def year(self) -> str:
        return self.name.text if _YEAR.match(self.name.text) else ""


_Chart: TypeAlias = list[_Series]


@dataclass(frozen=True, slots=True)
class ChartTitle:
    """The caption of a figure: its number and its title as printed, and the words above it."""

    figure: str
    title: str
    above: str


def captions(lines: tuple[Line, ...]) -> tuple[ChartTitle, ...]:
    """Return the captions of the figures in their order, each with its section up to there."""
    found = []
    above: list[str] = []
    for line in lines:
        text = passages.clean(line)
        at = _CAPTION.match(text.text)
        if at and passages.stands_alone(text.text):
            title = text.printed(*at.span("title"))
            found.append(ChartTitle(at["figure"], title, "".join(above)))
        if at or outline.heading(line) is not None:
            above.clear()
        else:
            above.append(text.text)
    return tuple(found)


def _half_wide(text: str) -> str:
    return unicodedata.normalize("NFKC", text)


def _is_number(text: str) -> bool:
    return bool(_NUMBER.fullmatch(_half_wide(text)))


def _is_chart_data(line: Line) -> bool:
    """Tell whether a line is made of series from its first cell on.

    Only the last series may have a value left over, which no chart shows.
    """
    cells = _cells(line)
    if len(cells) < _FEWEST_CELLS or line.text.startswith("\t") or _is_number(cells[0].text):
        return False
    found = list(_runs(line))
    is_whole = all(_is_series(words, values) for words, values in found[:-1])
    return is_whole and any(
        _is_series(words, values) or _is_series(words, values[:-1]) for words, values in found[-1:]
    )


def _is_series(words: list[Line], values: list[Line]) -> bool:
    """Tell whether words are a name and as many categories as there are values, or a year."""
    if len(words) == 1:
        return len(values) == 1 and bool(_YEAR.match(words[0].text))
    return len(words) - 1 == len(values) >= _FEWEST_CATEGORIES


def data(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """Return the lines that are the data of charts."""
    said = [line for line in lines if line.text.strip()]
    is_cells = ["\t" in line.text.strip() or line.text.startswith("\t") for line in said]
    return tuple(
        line
        for before, line, after in zip(
            [False, *is_cells], said, [*is_cells[1:], False], strict=False
        )
        if not before and not after and _is_chart_data(line)
    )


def _cells(line: Line) -> list[Line]:
    parts = line.split(_TAB) if "\t" in line.text else (line,)
    return [cell.stripped(_BLANKS) for cell in parts if cell.text.strip()]


def _runs(line: Line) -> Iterator[tuple[list[Line], list[Line]]]:
    """Yield each run of words of a line with the run of values behind it."""
    words: list[Line] = []
    values: list[Line] = []
    for cell in [*_cells(line), Line("", "")]:
        if cell.locator and _is_number(cell.text):
            values.append(cell)
            continue
        if values and words:
            yield words, values
        if values:
            words, values = [], []
        words.append(cell)


def _one(words: list[Line], values: list[Line]) -> _Series:
    if len(words) == 1:
        return _Series(words[0], tuple((None, value) for value in values[:1]))
    return _Series(words[0], tuple(zip(words[1:], values, strict=False)))


def _goes_on(chart: _Chart, series: _Series) -> bool:
    """Tell whether a series is the next year of the chart before it."""
    last = chart[-1]
    return last.categories == series.categories and "" < last.year < series.year


def _charts(lines: tuple[Line, ...]) -> list[_Chart]:
    """Return the charts of their data: series of years that follow stand in one chart."""
    found: list[_Chart] = []
    for line in lines:
        for series in (_one(words, values) for words, values in _runs(line)):
            if found and _goes_on(found[-1], series):
                found[-1].append(series)
            else:
                found.append([series])
    return found


def _stated(text: str) -> set[Decimal]:
    """Return the values that a text states, its amounts in whatever unit a chart has."""
    stated = {number.value for number in figures.numbers(text)}
    for amount in units.printed(text):
        stated |= {figures.printed_in(units.in_wanyuan(amount), unit) for unit in ("万元", "元")}
    return stated


def _scores(charts: list[_Chart], known: tuple[ChartTitle, ...]) -> Iterator[tuple[int, int, int]]:
    """Yield (how many of its values, negative; chart; caption) for each pair that shares some."""
    stating: dict[Decimal, set[int]] = {}
    for place, caption in enumerate(known):
        for value in _stated(caption.above):
            stating.setdefault(value, set()).add(place)
    for index, chart in enumerate(charts):
        values = {_value(value) for series in chart for _category, value in series.points}
        shared = Counter(at for value in values - {Decimal(0)} for at in stating.get(value, ()))
        yield from ((-count, index, place) for place, count in shared.items())


def _matched(charts: list[_Chart], lines: tuple[Line, ...]) -> dict[int, ChartTitle]:
    """Give each chart the caption whose section states most of its values, each caption once."""
    known = captions(lines)
    found: dict[int, ChartTitle] = {}
    taken: set[ChartTitle] = set()
    for _score, index, place in sorted(_scores(charts, known)):
        if index not in found and known[place] not in taken:
            found[index] = known[place]
            taken.add(known[place])
    return found


def _value(cell: Line) -> Decimal:
    return figures.rounded(Decimal(_half_wide(cell.text)))


def _points(chart: _Chart) -> Iterator[Draft]:
    for series in chart:
        for category, value in series.points:
            cells = (at for at in (series.name, category, value) if at is not None)
            texts = (passages.clean(cell) for cell in cells)
            yield Draft(
                TABLE,
                {
                    "series": series.name.text,
                    "category": category.text if category else None,
                    "value": _value(value),
                },
                tuple(Span(text, 0, len(text.text)) for text in texts),
            )


def read(lines: tuple[Line, ...]) -> Iterator[Draft]:
    """Yield the points of the charts in the order of the data block."""
    charts = _charts(data(lines))
    matched = _matched(charts, lines)
    for index, chart in enumerate(charts):
        caption = matched.get(index)
        place: Row = {
            "chart": index + 1,
            "figure": caption.figure if caption else None,
            "title": caption.title if caption else None,
        }
        for point in _points(chart):
            yield replace(point, values={**place, **point.values})
