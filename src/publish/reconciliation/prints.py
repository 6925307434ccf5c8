"""The document as the import read it: lines that a width has cut are one, each part in its place.

A check reads what is said, not how it was wrapped; a place still gives the exact words of each
printed line.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from publish.documents import paragraphs, printed
from publish.documents.passages import DOUBT
from publish.errors import DocumentError
from publish.reconciliation.results import FigurePlace

if TYPE_CHECKING:
    from collections.abc import Iterable

    from publish.documents.printed import Line
    from publish.packages import Package

# A line with more cells than this is no prose: the data of charts.
_CELLS = 8
_ENDS = "。；;！？\t"


@lru_cache(maxsize=300_000)  # all lines of a long document: many checks see them
def squeezed(text: str) -> str:
    """Return a text for comparing: NFKC forms, no white space."""
    return "".join(unicodedata.normalize("NFKC", text).split())


def _parts(line: Line) -> tuple[Line, ...]:
    """Return a line as it was printed: the parts that were joined to it."""
    if not line.joints:
        return (line,)
    starts = (0, *(column for column, _locator in line.joints))
    ends = (*starts[1:], len(line.text))
    return tuple(
        replace(line.part(start, end), locator=line.place(start), joints=())
        for start, end in zip(starts, ends, strict=True)
    )


def _united(places: tuple[FigurePlace, ...]) -> FigurePlace:
    """Return places that go on in each other as one."""
    if len(places) == 1:
        return places[0]
    return FigurePlace(places[0].locator, "".join(place.quote for place in places), places)


def _place(line: Line) -> FigurePlace:
    stripped = line.part(0, len(line.text.rstrip()))
    start = len(stripped.text) - len(stripped.text.lstrip())
    clause = replace(line.part(start, max(len(stripped.text), start)), locator=line.place(start))
    printed = (FigurePlace(part.locator, part.text.strip()) for part in _parts(clause))
    found = tuple(place for place in printed if place.quote)
    return _united(found) if found else FigurePlace(line.locator, "")


def quoted(line: Line, words: str = "") -> FigurePlace:
    """Return the clause of a line that has the words; the whole line where blanks part them."""
    text = line.text
    at = text.find(words)
    if at < 0 or not words:
        return _place(line)
    start = max(text.rfind(mark, 0, at) for mark in _ENDS) + 1
    ends = [text.find(mark, at + len(words)) for mark in _ENDS]
    end = min((found for found in ends if found >= 0), default=len(text))
    return _place(replace(line.part(start, end), locator=line.place(start)))


def _readable(line: Line) -> str:
    """Return the text of a line for reading; what may be half of a number is no digit."""
    if not line.doubtful:
        return squeezed(line.text)
    letters = (DOUBT if at in line.doubtful else letter for at, letter in enumerate(line.text))
    return squeezed("".join(letters))


@dataclass(frozen=True)
class Print:
    """The lines of a document, those joined that belong together; none where it is no text."""

    package: Package | None = None

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """The lines of the document."""
        if self.package is None:
            return ()
        try:
            return paragraphs.read(self.package.document)
        except DocumentError:
            return ()

    @cached_property
    def texts(self) -> tuple[tuple[Line, str], ...]:
        """The lines with their text for reading, chart data left out."""
        return tuple(
            (line, _readable(line)) for line in self.lines if line.text.count("\t") < _CELLS
        )

    @cached_property
    def _indexes(self) -> dict[str, int]:
        return {
            locator: index
            for index, line in enumerate(self.lines)
            for locator in (line.locator, *(locator for _column, locator in line.joints))
        }

    def index(self, locator: str) -> int:
        """Return which of the lines has what was printed at a place; -1 for none."""
        return self._indexes.get(locator, -1)

    def line(self, locator: str) -> Line | None:
        """Return the line that has what was printed at a place."""
        index = self.index(locator)
        return self.lines[index] if index >= 0 else None

    def begins(self, locator: str) -> str:
        """Return where the line begins that has what was printed at a place."""
        line = self.line(locator)
        return line.locator if line else locator

    @cached_property
    def _seams(self) -> dict[tuple[str, str], tuple[str, str]]:
        """The texts on both sides of each cut by the width."""
        return {
            (before.locator, after.locator): (before.text.rstrip(), after.text.lstrip())
            for line in self.lines
            if line.joints and not line.text.startswith(printed.CELL)
            for before, after in pairwise(_parts(line))
        }

    def _goes_on(self, before: FigurePlace, after: FigurePlace) -> bool:
        seam = self._seams.get((before.locator, after.locator))
        return (
            seam is not None and seam[0].endswith(before.quote) and seam[1].startswith(after.quote)
        )

    def united(self, places: Iterable[FigurePlace]) -> tuple[FigurePlace, ...]:
        """Return places with those as one that only the end of a printed line parts."""
        found: list[list[FigurePlace]] = []
        for place in places:
            if found and self._goes_on(found[-1][-1], place):
                found[-1].append(place)
            else:
                found.append([place])
        return tuple(_united(tuple(group)) for group in found)
