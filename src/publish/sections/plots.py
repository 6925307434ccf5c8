"""The data of the charts printed in a document, which a word processor leaves as one line.

`列1 基本支出 项目支出 1797.04 1222.5`: a series, its categories, as many values. Values carry the
tails of binary fractions (130.94999999999999) and are rounded to what a reader of the chart saw.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from publish import figures, passages
from publish.documents import Line
from publish.drafts import Draft, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

TABLE = "published-charts"
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?(?:E[-+]?\d+)?$")
_YEAR = re.compile(r"\d{4}年(?:度)?$")
_CAPTION = re.compile(r"\(?图(?P<figure>\d+)[:.、](?P<title>[^()]+)")
_FEWEST_CELLS = 5


@dataclass(frozen=True, slots=True)
class _Series:
    name: Line
    points: tuple[tuple[Line | None, Line], ...]


@dataclass(frozen=True, slots=True)
class Caption:
    """The caption of a figure: its number and its title as printed."""

    figure: str
    title: str
    line: Line


def captions(lines: tuple[Line, ...]) -> tuple[Caption, ...]:
    """Return the captions of the figures in their order."""
    found = []
    for line in lines:
        text = passages.clean(line)
        at = _CAPTION.match(text.text)
        if at and passages.stands_alone(text.text):
            found.append(Caption(at["figure"], text.printed(*at.span("title")), line))
    return tuple(found)


def is_data(line: Line) -> bool:
    """Tell whether a line is the data block of charts."""
    cells = [cell for cell in line.text.split("\t") if cell.strip()]
    numbers = sum(1 for cell in cells if _NUMBER.match(cell.strip()))
    return len(cells) >= _FEWEST_CELLS and numbers > 1 and not line.text.startswith("\t")


def _cells(line: Line) -> list[Line]:
    return [Line(line.locator, cell.strip()) for cell in line.text.split("\t") if cell.strip()]


def _series(line: Line) -> Iterator[_Series]:
    """Yield the series of a line: a run of words, then the run of their values."""
    words: list[Line] = []
    values: list[Line] = []
    for cell in [*_cells(line), Line("", "")]:
        if cell.locator and _NUMBER.match(cell.text):
            values.append(cell)
            continue
        if values:
            yield _one(words, values)
            words, values = [], []
        words.append(cell)


def _one(words: list[Line], values: list[Line]) -> _Series:
    if len(words) == 1:
        return _Series(words[0], tuple((None, value) for value in values[:1]))
    return _Series(words[0], tuple(zip(words[1:], values, strict=False)))


def _charts(lines: tuple[Line, ...]) -> list[list[_Series]]:
    """Return the charts: series of years that follow each other stand in one chart."""
    found: list[list[_Series]] = []
    for line in lines:
        if not is_data(line):
            continue
        last = ""
        for series in _series(line):
            shape = (len(series.points), [at[0].text if at[0] else "" for at in series.points])
            is_year = bool(_YEAR.match(series.name.text))
            if is_year and last and found and shape == _shape(found[-1][-1]) and last < series.name.text:
                found[-1].append(series)
            else:
                found.append([series])
            last = series.name.text if is_year else ""
    return found


def _shape(series: _Series) -> tuple[int, list[str]]:
    return len(series.points), [at[0].text if at[0] else "" for at in series.points]


def _near(lines: tuple[Line, ...], caption: Caption) -> str:
    """Return the words in front of a caption: the section that the figure belongs to."""
    at = next(index for index, line in enumerate(lines) if line.locator == caption.line.locator)
    return "".join(passages.clean(line).text for line in lines[max(at - 16, 0) : at])


def _score(chart: list[_Series], text: str) -> int:
    values = {str(figures.rounded(Decimal(value.text))) for series in chart for _category, value in series.points}
    return sum(1 for value in values if value != "0" and value in text)


def _matched(charts: list[list[_Series]], lines: tuple[Line, ...]) -> dict[int, Caption]:
    """Give each chart the caption whose section states most of its values, each caption once."""
    known = captions(lines)
    texts = [_near(lines, caption) for caption in known]
    scored = sorted(
        (-_score(chart, text), index, place)
        for index, chart in enumerate(charts)
        for place, text in enumerate(texts)
    )
    found: dict[int, Caption] = {}
    for score, index, place in scored:
        if score < 0 and index not in found and known[place] not in found.values():
            found[index] = known[place]
    return found


def read(lines: tuple[Line, ...]) -> Iterator[Draft]:
    """Yield the points of the charts in the order of the data block."""
    charts = _charts(lines)
    matched = _matched(charts, lines)
    for index, chart in enumerate(charts):
        caption = matched.get(index)
        for series in chart:
            for category, value in series.points:
                cells = [at for at in (series.name, category, value) if at is not None]
                texts = [passages.clean(cell) for cell in cells]
                yield Draft(
                    TABLE,
                    {
                        "chart": index + 1,
                        "figure": caption.figure if caption else None,
                        "title": caption.title if caption else None,
                        "series": series.name.text,
                        "category": category.text if category else None,
                        "value": figures.rounded(Decimal(value.text)),
                    },
                    tuple(Span(text, 0, len(text.text)) for text in texts),
                )
