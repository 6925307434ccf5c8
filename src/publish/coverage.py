"""Which number of the document ended in which row: what the importer did not understand is shown.

A number is covered when a row quotes the place where it stands and says its value in a column,
or repeats its words in a text column (a label, a reason). Everything else must have a reason to
be no figure, or is reported as uncovered.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from publish import figures, outline, passages
from publish.sections import plots

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from publish.documents import Line
    from publish.figures import Number
    from publish.passages import Passage
    from publish.tables import Row

# Why a number is no figure; the first reason that fits counts.
REASONS = {
    "date": re.compile(
        r"\d{4}(?:[-—~至到]+\d{4})?年(?:度)?|\d{4}年?[-—]+\d{4}年?|\d{1,2}月(?:\d{1,2}日|底|末|份)?|(?<=月)\d{1,2}日"
        r"|(?<=[与较比])\d{4}年"
    ),
    "list mark": re.compile(r"(?:^|(?<=[。;:]))(?:\(\d{1,2}\)|\d{1,2}[.、](?!\d))"),
    "caption": re.compile(r"\(?图\d+"),
    "annex number": re.compile(r"附[件表]\d+"),
    "document number": re.compile(r"[\[〔(]\d{4}[\]〕)]\d+号|编号:?\d+号?|第\d+号"),
    "number in a name": re.compile(r"《[^》]*》|“[^”]*”"),
    "threshold": re.compile(r"单[价台件]\d+(?:万元|元)(?:\(含\))?(?:以上|以下)"),
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
    """A place that a row quotes: where in the line, and what the row says."""

    place: range
    quote: str
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
            texts.append(passages.squeezed(value))
        else:
            amount = abs(Decimal(value))
            numbers |= {amount, amount * 10_000, amount / 10_000}
    return frozenset(numbers), tuple(texts)


def _occurrences(text: str, part: str) -> Iterator[range]:
    start = text.find(part) if part else -1
    while start >= 0:
        yield range(start, start + len(part))
        start = text.find(part, start + 1)


def _stated(
    tables: Mapping[str, Iterable[Row]], lines: tuple[Line, ...]
) -> dict[str, list[_Stated]]:
    texts = {line.locator: line.text for line in lines}
    found: dict[str, list[_Stated]] = {}
    for table, rows in tables.items():
        for number, row in enumerate(rows, start=1):
            said = _said(row)
            for locator, quote in pieces(row):
                for place in _occurrences(texts.get(locator, ""), quote):
                    words = passages.squeezed(quote)
                    stated = _Stated(place, words, (table, number), *said)
                    found.setdefault(locator, []).append(stated)
    return found


def _states(stated: _Stated, passage: Passage, number: Number) -> bool:
    """Tell whether a quoted place has the number in it and its row says it."""
    if passage.origin[number.start][1] not in stated.place:
        return False
    return figures.rounded(number.value) in stated.numbers or any(
        stated.quote in words
        or any(
            number.start in said and number.end - 1 in said
            for said in _occurrences(passage.text, words)
        )
        for words in stated.texts
    )


def _reason(passage: Passage, number: Number) -> str:
    for name, form in REASONS.items():
        for at in form.finditer(passage.text):
            if at.start() <= number.start and number.end <= at.end():
                return name
    if number.end <= outline.mark_end(passage.text):
        return "list mark"
    return "left over in chart data" if plots.is_data(passage.lines[0]) else ""


def _numbers(passage: Passage) -> Iterator[Number]:
    """Yield the numbers of a line; a blank between two digits parts two numbers."""
    start = 0
    for end in range(1, len(passage.text) + 1):
        if end < len(passage.text):
            (_line, before), (_same, after) = passage.origin[end - 1 : end + 1]
            if not passage.lines[0].text[before + 1 : after].isspace():
                continue
        for number in figures.numbers(passage.text[start:end]):
            yield figures.Number(number.value, start + number.start, start + number.end)
        start = end


def tokens(lines: tuple[Line, ...], tables: Mapping[str, Iterable[Row]]) -> Iterator[Token]:
    """Yield every number of the document with the rows that state it, in its order."""
    stated = _stated(tables, lines)
    for line in lines:
        passage = passages.clean(line)
        for number in _numbers(passage):
            rows = tuple(
                place.row
                for place in stated.get(line.locator, ())
                if _states(place, passage, number)
            )
            yield Token(
                line.locator,
                passage.printed(number.start, number.end),
                passage.printed(max(number.start - 12, 0), number.end + 8),
                rows,
                "" if rows else _reason(passage, number),
            )
