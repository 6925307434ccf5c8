"""Numerals of headings: one style in a list, none skipped; years in headings.

Source: CHECKS section 9, TEXT-NUMBERING, TEXT-YEAR.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from publish.reconciliation.explanations import say
from publish.reconciliation.judging import passed
from publish.reconciliation.prints import quoted, squeezed
from publish.reconciliation.results import Certainty, FigurePlace, Result, Status
from publish.texts import numerals

if TYPE_CHECKING:
    from collections.abc import Iterator

    from publish.reconciliation.books import Book, Entry
    from publish.reconciliation.results import Text

ORDER, YEAR = "headings-are-numbered-in-order", "headings-name-the-fiscal-year"
LEVELS = ("part", "annex", "section", "subsection", "point")
_LISTED = ("part", "section", "subsection")
# 第2部分, (二): what has more digits numbers no heading
_MARK = re.compile(r"(?<!\d)(\d{1,4})(?!\d)|([一二三四五六七八九十]+)")
# 2019年度部门决算, 2020年收入支出
_YEAR = re.compile(r"(20\d\d)年度?(?=.{0,120}(?:决算|报告|完成情况|收支|支出|收入))")
# 2019—2021年
_SPAN = re.compile(r"20\d\d\s*(?:年?[-—~至])\s*20\d\d年")
_SHORT = 24
# 3、教育支出, 2.
_POINT = re.compile(r"(\d{1,2})([.、])(?!\d)")


@dataclass(frozen=True, slots=True)
class _Heading:
    """A heading with the number and the style (digits or characters) of its numeral.

    `above` is the line of the heading that it stands under.
    """

    entry: Entry
    number: int
    style: str
    above: int

    @property
    def name(self) -> str:
        """The heading as printed."""
        number, title = self.entry.text("number_as_printed"), self.entry.text("title")
        return f"{number} {title}".strip()


def _heading(entry: Entry, above: int) -> _Heading | None:
    at = _MARK.search(squeezed(entry.text("number_as_printed")))
    if at is None:
        return None
    number = int(at[1]) if at[1] else numerals.of_characters(at[2])
    if number is None:
        return None
    return _Heading(entry, number, "digits" if at[1] else "characters", above)


def _lists(book: Book) -> Iterator[list[_Heading]]:
    """Yield the headings of one level below one heading; a 1 opens a new list."""
    open_lists: dict[str, list[_Heading]] = {}
    above: dict[str, int] = {}
    for entry in book.entries("outline"):
        level = entry.text("level")
        above[level] = _line(entry)
        for lower in LEVELS[LEVELS.index(level) + 1 :] if level in LEVELS else ():
            if lower in open_lists:
                yield open_lists.pop(lower)
        heading = _heading(
            entry,
            max(
                (above.get(high, 0) for high in LEVELS[: LEVELS.index(level)] if level in LEVELS),
                default=0,
            ),
        )
        if heading is None or level not in _LISTED:
            continue
        if heading.number == 1 and level in open_lists:
            yield open_lists.pop(level)
        open_lists.setdefault(level, []).append(heading)
    yield from open_lists.values()


def _odd(headings: list[_Heading]) -> list[_Heading]:
    """Return the headings whose numeral has another style than most of the list."""
    styles = [heading.style for heading in headings]
    usual = max(("characters", "digits"), key=styles.count)
    return [heading for heading in headings if heading.style != usual]


def _gaps(headings: list[_Heading]) -> Iterator[tuple[_Heading, int]]:
    """Yield each heading in front of which a number is left out, with that number."""
    expected = 1
    for heading in headings:
        if heading.number > expected:
            yield heading, expected
        expected = heading.number + 1


def _marks(level: str, number: int) -> re.Pattern[str]:
    either = "|".join(filter(None, (numerals.in_characters(number), str(number))))
    forms = {"part": f"第(?:{either})部", "subsection": rf"\((?:{either})\)"}
    # 第三部分, (三)收入, 三、收入, 3.收入
    return re.compile("^" + forms.get(level, rf"(?:{either})[、.]"))


def _line(entry: Entry) -> int:
    return entry.printed.index(entry.line) + 1


def _is_there(
    book: Book, headings: list[_Heading], heading: _Heading, number: int
) -> FigurePlace | None:
    """Return the line between two headings that carries the number which seems left out."""
    before = [_line(other.entry) for other in headings if other.number < number]
    start = max(before, default=heading.above)
    for line in book.lines[max(start, 0) : _line(heading.entry) - 1]:
        if _marks(str(heading.entry["level"]), number).match(squeezed(line.text)):
            return quoted(line)
    return None


def _result(headings: list[_Heading], text: Text, places: tuple[FigurePlace, ...]) -> Result:
    subject = f"{headings[0].entry.row_key}|{text.en[:12]}"
    return Result(ORDER, Status.FAILED, subject, text=text, places=places)


def _styles(headings: list[_Heading]) -> Iterator[Result]:
    odd = _odd(headings)
    if odd and len(headings) > len(odd):
        listed = "、".join(f"“{heading.name}”" for heading in odd)
        text = say("styles", listed=listed)
        places = tuple(place for heading in odd for place in heading.entry.places)
        yield _result(headings, text, places)


def _order(book: Book, headings: list[_Heading]) -> Iterator[Result]:
    for heading, number in _gaps(headings):
        there = _is_there(book, headings, heading, number)
        if (
            there is not None
            and there.quote.startswith(("(", "（"))
            # (3)收入
            and re.search(r"\d", there.quote[:4])
        ):
            text = say("styles", listed=f"“{there.quote[:24]}”")
            yield _result([heading], text, (there,))
        elif there is None:
            text = say("gap", name=heading.name, number=number)
            result = _result([heading], text, heading.entry.places)
            yield replace(result, certainty=Certainty.LIKELY)


def _mixed_marks(book: Book) -> Iterator[Result]:
    """Yield the paragraph of a numbered list whose mark differs: 12. 13、 14."""
    marked = [(line, _POINT.match(text)) for line, text in book.texts]
    for (_one, before), (line, at), (_two, after) in zip(
        marked, marked[1:], marked[2:], strict=False
    ):
        if before is None or at is None or after is None:
            continue
        number = int(at[1])
        is_between = (int(before[1]), int(after[1])) == (number - 1, number + 1)
        if is_between and at[2] not in {before[2], after[2]}:
            place = quoted(line, line.text.strip()[:_SHORT])
            text = say("styles", listed=f"“{place.quote[:_SHORT]}”")
            yield Result(ORDER, Status.FAILED, place.quote[:_SHORT], text=text, places=(place,))


def headings_are_numbered_in_order(book: Book) -> Iterator[Result]:
    """Numerals of headings have one style in a list and leave none out."""
    lists = [headings for headings in _lists(book) if headings]
    for headings in lists:
        results = [*_styles(headings), *_order(book, headings)]
        yield from results or [passed(ORDER, headings[0].name)]
    yield from _mixed_marks(book)


def headings_name_the_fiscal_year(book: Book) -> Iterator[Result]:
    """A year in a heading is the year of the accounts."""
    for entry in book.entries("outline"):
        title = _SPAN.sub("", squeezed(entry.text("title")))
        years = {int(year) for year in _YEAR.findall(title)}
        if not years or entry["level"] == "point":
            continue
        if years <= {book.year}:
            yield passed(YEAR, entry.name)
            continue
        text = say("heading-year", title=entry["title"], year=book.year)
        subject = entry.row_key
        yield Result(YEAR, Status.FAILED, subject, text=text, places=entry.places)
