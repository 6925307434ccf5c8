"""Which number of the document ended in which row: what the importer did not understand is shown.

A number is covered when a row quotes the place where it stands and says its value in a column,
or repeats its words in a text column (a label, a reason). Everything else must have a reason to
be no figure, or is reported as uncovered. The whole text of a report repeats its paragraphs; it
says nothing about the cells of a table, which are covered by their own rows or not at all.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from publish.documents import document_rows, figures, grids, outline, passages, printed
from publish.documents.printed import Line
from publish.importing import chart_data, report_sections
from publish.messages import N_

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from publish.documents.figures import Number
    from publish.documents.passages import Passage
    from publish.packages import Package
    from publish.tables import Row

# Behind the end of a line: 2.教育支出, 2020年 are no second half of a number.
_NO_HALF = re.compile(rf"(?!\d{{1,2}}\.%){passages.POINT}|(?:19|20)\d\d[年\-—~至]")
# 万, m; not 8, _
_LETTER = re.compile(r"[^\W\d_]")
# 8
_DIGIT = re.compile(r"\d")
LIST_MARK, PAGE, CHART = N_("list mark"), N_("page number"), N_("left over in chart data")
# Why a number is no figure; the first reason that fits counts.
REASONS = {
    # 2020年度, 2020—2022年, 12月31日
    N_("date"): re.compile(
        r"\d{4}年?[-—~至到]+\d{4}年|\d{4}年度?|\d{1,2}月(?:\d{1,2}日|底|末|份)?|(?<=月)\d{1,2}日"
    ),
    # 12.灾害防治及应急管理支出(类) at the beginning of a line or behind the end of a sentence
    LIST_MARK: re.compile(rf"(?:^|(?<=[。;:]))(?:\(\d{{1,2}}\)|{passages.POINT})"),
    # (图6:一般公共预算财政拨款支出决算结构)
    N_("caption"): re.compile(r"^\(?图\d+"),
    # an annex is named by its number: 附件1
    N_("annex number"): re.compile(r"附[件表]\d+"),
    # 攀府办发〔2019〕36号, 项目编号:5104012020000639号
    N_("document number"): re.compile(r"[\[〔(]\d{4}[\]〕)]+\d+号|编号:?\d+号?|第\d+号"),
    # 《推进30万吨/年以下煤矿分类处置实施方案》, “135+6”力量建设模式, but not “专项资金300万元”
    N_("number in a name"): re.compile(
        r"《[^》]{0,200}》|“(?:[^”\d]|\d(?![\d.]{0,30}(?:万?元|%))){0,200}+”"
    ),
    # 单价50万元以上通用设备, 单位价值100万元(含)以上设备
    N_("threshold"): re.compile(
        r"单?[价位台件]{1,3}值?(?:在)?\d+(?:万元|元)(?:\(含[^)]*\))?(?:及?以[上下])"
    ),
    # 一、收入支出决算总体情况说明……12
    PAGE: re.compile(r"[.…·]{2}[-—]?\d{1,3}[-—]?$"),
}


@dataclass(frozen=True, slots=True)
class Token:
    """A number of the document: its place, its words, and where it ended.

    `rows` are the rows that state it (`table` and row number from 1); `reason` says why it is no
    figure. Both empty: uncovered.
    """

    locator: str
    printed: str
    context: str
    rows: tuple[tuple[str, int], ...]
    reason: str

    @property
    def covered(self) -> bool:
        """Tell whether the number ended in a row or is no figure."""
        return bool(self.rows or self.reason)


@dataclass(frozen=True, slots=True)
class _Stated:
    """A place that a row quotes, by columns of the line: all of it, and what its texts repeat.

    `texts` are those texts, for a number that the end of the line may have cut.
    """

    place: range
    told: frozenset[int]
    row: tuple[str, int]
    numbers: frozenset[Decimal]
    texts: tuple[str, ...]


def pieces(row: Row) -> tuple[tuple[str, str], ...]:
    """Return (locator, quote) of each place of a row; see the data model on `source_quote`."""
    locators = str(row["source_locator"]).split(";")
    quote = str(row["source_quote"])
    quotes = quote.split("\t") if len(locators) > 1 else [quote]
    return tuple(zip(locators, quotes, strict=True))


def _said(row: Row) -> tuple[frozenset[Decimal], tuple[str, ...]]:
    known = {"source_locator", "source_quote", "statement", "position"}
    numbers: set[Decimal] = set()
    texts = []
    for name, value in row.items():
        if name in known or value is None:
            continue
        if isinstance(value, str):
            texts += [text for line in value.split("\n") if (text := passages.squeezed(line))]
        else:
            amount = abs(Decimal(value))
            numbers |= {amount, amount * 10_000, amount / 10_000}
    return frozenset(numbers), tuple(texts)


def _occurrences(text: str, part: str) -> Iterator[range]:
    start = text.find(part) if part else -1
    while start >= 0:
        yield range(start, start + len(part))
        start = text.find(part, start + 1)


def _told(quotes: tuple[str, ...], texts: tuple[str, ...]) -> tuple[frozenset[int], ...]:
    """Return for each quote of a row the columns that a text of the row repeats.

    A text may go on from quote to quote, or be several pieces joined by a semicolon.
    """
    cleaned = [passages.clean(Line("", quote)) for quote in quotes]
    joined = "".join(passage.text for passage in cleaned)
    places = [
        (index, column) for index, passage in enumerate(cleaned) for _line, column in passage.origin
    ]
    words = [part for text in texts for part in (text, *text.split(";"))]
    said = {at for part in words for stretch in _occurrences(joined, part) for at in stretch}
    told: list[set[int]] = [set() for _quote in quotes]
    for at in said:
        told[places[at][0]].add(places[at][1])
    for columns, passage in zip(told, cleaned, strict=True):
        if any(passage.text and passage.text in text for text in texts):
            columns.update(column for _line, column in passage.origin)
    return tuple(map(frozenset, told))


def _stated(
    tables: Mapping[str, Iterable[Row]], lines: tuple[Line, ...]
) -> dict[str, list[_Stated]]:
    texts = {line.locator: line.text for line in lines}
    found: dict[str, list[_Stated]] = {}
    for table, rows in tables.items():
        if table == document_rows.TABLE:
            continue
        for number, row in enumerate(rows, start=1):
            said, words = _said(row)
            quoted = pieces(row)
            told = _told(tuple(quote for _locator, quote in quoted), words)
            for (locator, quote), columns in zip(quoted, told, strict=True):
                text = texts.get(locator, "")
                if table == report_sections.TABLE and grids.is_cell(Line(locator, text)):
                    continue
                for place in _occurrences(text, quote):
                    here = frozenset(place.start + column for column in columns)
                    stated = _Stated(place, here, (table, number), said, words)
                    found.setdefault(locator, []).append(stated)
    return found


def _rows(
    stated: Iterable[_Stated], passage: Passage, number: Number, *, is_half: bool = False
) -> tuple[tuple[str, int], ...]:
    """Return the rows that quote the place of a number and say it, whole.

    A text repeats what may be half of a number without saying the number.
    """
    column = passage.origin[number.start][1]
    value = figures.rounded(number.value)
    is_broken = passage.origin[number.end - 1][0] > 0
    printed = passage.text[number.start : number.end]

    def is_told(place: _Stated) -> bool:
        if column not in place.told or is_half:
            return False
        return not is_broken or any(printed in text for text in place.texts)

    return tuple(
        place.row
        for place in stated
        if (column in place.place and value in place.numbers) or is_told(place)
    )


def _reason(passage: Passage, number: Number) -> str:
    for name, form in REASONS.items():
        for at in form.finditer(passage.text):
            if at.start() <= number.start and number.end <= at.end():
                return name
    line = passage.lines[0]
    whole = passages.clean(line).text
    if number.end <= outline.mark_end(whole):
        return LIST_MARK
    if passages.stands_alone(whole) and not grids.is_cell(line):
        return PAGE
    return ""


def _parted(passage: Passage, end: int) -> Iterator[Number]:
    """Yield the numbers up to `end`; a blank or a new line between two digits parts two numbers."""
    start = 0
    for stop in range(1, end + 1):
        if stop < end:
            (_line, before), (_same, after) = passage.origin[stop - 1 : stop + 1]
            if not passage.lines[0].text[before + 1 : after].isspace():
                continue
        for number in figures.printed(passage.text[start:stop]):
            yield figures.Number(number.value, start + number.start, start + number.end)
        start = stop


def _is_halved(passage: Passage, end: int) -> bool:
    """Tell whether the digits around the end of the line may be the halves of a number."""
    text = passage.text
    if not (text[end - 1 : end].isdigit() and text[end : end + 1].isdigit()):
        return False
    is_cell = grids.is_cell(passage.lines[1])
    return not is_cell and bool(_LETTER.search(text, 0, end)) and not _NO_HALF.match(text, end)


def _numbers(
    passage: Passage, end: int, stated: list[_Stated], *, is_half: bool
) -> Iterator[tuple[Number, tuple[tuple[str, int], ...]]]:
    """Yield the numbers that begin before `end` with their rows.

    A number is whole over a blank or a new line where a row says so: 4 383.87. `is_half`: the first
    number may be the second half of another one.
    """
    is_halved = _is_halved(passage, end)
    whole = [
        (number, rows)
        for number in figures.printed(passage.text)
        if number.start < end
        and (rows := _rows(stated, passage, number, is_half=is_half and number.start == 0))
    ]
    within = {place for number, _rows in whole for place in range(number.start, number.end)}
    parts = []
    for number in _parted(passage, end):
        alone = (is_half and number.start == 0) or (is_halved and number.end == end)
        if number.start not in within:
            parts.append((number, _rows(stated, passage, number, is_half=alone)))
    yield from sorted([*whole, *parts], key=lambda found: found[0].start)


def _following(lines: tuple[Line, ...]) -> Iterator[Line | None]:
    """Yield for each line the one that may go on with it, over one blank line at most."""
    for index in range(len(lines)):
        near = lines[index + 1 : index + 3]
        yield next((line for line in near if line.text.strip()), None)


def tokens(lines: tuple[Line, ...], tables: Mapping[str, Iterable[Row]]) -> Iterator[Token]:
    """Yield every number of the document with the rows that state it, in its order."""
    stated = _stated(tables, lines)
    charted = {line.locator for line in chart_data.data(lines)}
    first, is_half = 0, False
    for line, after in zip(lines, _following(lines), strict=True):
        if not line.text.strip():
            continue
        if not _DIGIT.search(passages.clean(line).text):
            first, is_half = 0, False
            continue
        passage = passages.clean(line, after) if after else passages.clean(line)
        end = sum(1 for index, _column in passage.origin if index == 0)
        begun = 0
        chart = CHART if line.locator in charted else ""
        for number, rows in _numbers(passage, end, stated.get(line.locator, []), is_half=is_half):
            if number.start < first:
                continue
            begun = max(number.end - end, 0)
            yield Token(
                line.locator,
                passage.printed(number.start, number.end),
                passage.printed(
                    max(number.start - 12, 0), min(number.end + 8, max(end, number.end))
                ),
                rows,
                "" if rows else _reason(passage, number) or chart,
            )
        first, is_half = begun, begun == 0 and _is_halved(passage, end)


def of(package: Package) -> tuple[Token, ...]:
    """Return every number of the document of a package. Raises DocumentError.

    Findings quote the document too, but no number ends in them.
    """
    stated = {name: rows for name, rows in package.tables.items() if name != "findings"}
    return tuple(tokens(printed.lines(package.document), stated))
