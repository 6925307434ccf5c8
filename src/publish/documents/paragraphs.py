"""The lines of a document as its paragraphs and cells, before anything is read in them.

Lines that a width has cut are joined (`wraps`), and elsewhere what cannot end a paragraph, or begin
one. A number is never taken from half of itself: where digits stand on both sides of the end of a
line and nothing tells whether they are one number, they and what is said with them are doubtful.
No pattern matches doubtful digits, and `coverage` shows them as not understood.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from publish.documents import figures, kept, outline, passages, printed, wraps
from publish.documents.wraps import Growing

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Iterator

    from publish.documents.blocks import Document
    from publish.documents.printed import Line

# What cannot end a paragraph, and what cannot open one.
# 基本工资、, `津贴补贴(`, `2.`
_OPEN_END = re.compile(r"[,、(\[〔《“]$|\d\.$")
# `,津贴`, `.71万元`, `万元`; not 元旦
_OPEN_START = re.compile(r"[,。、;:)\]〕》”%]|\.\d|(?:万元|亿元|元(?!旦))")
# 收入、支出, 收入:
_SENTENCE = re.compile(r"[,。;:、]")
# 与上年相比,增加。
_CLAUSE = re.compile(r"[,。]")
# 收入4383.87万元, 26人: what may end a paragraph without a mark
_AMOUNT_END = re.compile(rf"(?:\d|%|{figures.COUNT_UNIT}|元)$")
# 支出15
_DIGIT_END = re.compile(r"\d[.,]?$")
# 71 / .6%
_DECIMALS_START = re.compile(r"[.,]\d")
# 15 / 35.71万元
_AMOUNT_START = re.compile(rf"\d+(?:\.\d+)?(?:%|{figures.UNIT}|{figures.COUNT_UNIT})")
# 2020年, 2020—2022年
_YEAR_START = re.compile(r"(?:19|20)\d\d(?:年|[-—~至])")
# 比20 / 12年, 比2012 / 年: the halves of a year
# 比20
_DIGITS_END = re.compile(r"(?<![\d.,])\d{1,4}$")
# 2012年
_YEAR = re.compile(r"(?:19|20)\d\d年")
# 3、教育支出, 2.2020年
_POINT_START = re.compile(passages.POINT)
# 万, m; not 8, _
_LETTER = re.compile(r"[^\W\d_]")
# A longer line is no label that ends in a number: 指标1
_LONGEST_LABEL = 12
# Blank lines that may stand inside a paragraph: one.
_BLANKS = 1
_CELL = ("\t", "|")


def _masked(line: Line, start: int) -> Line:
    """Return a line whose digits from `start` on are doubtful."""
    digits = {
        at
        for at in range(start, len(line.text))
        if unicodedata.normalize("NFKC", line.text[at]).isdigit()
    }
    return replace(line, doubtful=line.doubtful | digits)


def _sentence(line: Line) -> int:
    """Return the column where the last sentence of a line begins, behind its numeral."""
    passage = passages.clean(line)
    start = max(passage.text.rfind(mark) + 1 for mark in "。;:")
    start = max(start, outline.mark_end(passage.text))
    return passage.origin[start][1] if start < len(passage.text) else len(line.text)


def _is_doubtful(text: str, after: str) -> bool:
    """Tell whether clean lines may end and begin with the halves of one number."""
    is_number = bool(_DIGIT_END.search(text)) and after[:1].isdigit()
    return is_number and bool(_LETTER.search(text)) and not _YEAR_START.match(after)


def _is_cut(text: str, after: str) -> bool:
    """Tell whether clean lines are the halves of a number for sure: 增长71 / .6%."""
    return bool(_DIGIT_END.search(text)) and bool(_DECIMALS_START.match(after))


def _is_year(text: str, after: str) -> bool:
    """Tell whether the digits on both sides make a year: no amount goes without its unit."""
    half = _DIGITS_END.search(text)
    return half is not None and bool(_YEAR.match(half[0] + after))


def _is_number(text: str, after: str) -> bool:
    """Tell whether such lines are a sentence that goes on with the rest of its number."""
    is_sentence = bool(_SENTENCE.search(text[:-1])) or len(text) > _LONGEST_LABEL
    is_amount = bool(_SENTENCE.search(after)) and bool(_AMOUNT_START.match(after))
    return (is_sentence and (is_amount or _is_year(text, after))) or text.endswith(".")


def _goes_on(text: str, after: str, *, is_adjacent: bool) -> bool:
    """Tell whether one clean line cannot end a paragraph, or the other cannot begin one."""
    if passages.stands_alone(text) or passages.stands_alone(after):
        return False
    if not _LETTER.search(text) or wraps.STARTS.match(after):
        return False
    if _OPEN_END.search(text) or _OPEN_START.match(after) or _is_year(text, after):
        return True
    if is_adjacent or wraps.SENTENCE_END.search(text) or _AMOUNT_END.search(text):
        return False
    return bool(_CLAUSE.search(text)) and bool(_LETTER.match(after))


@dataclass(slots=True)
class _Paragraphs:
    """Lines while those that are no paragraphs are joined."""

    is_wrapped: bool
    open: Growing = field(default_factory=Growing)
    blanks: list[Line] = field(default_factory=list)

    def close(self) -> Iterator[Line]:
        """Yield the open line and the blank ones behind it."""
        if self.open.parts:
            yield self.open.line()
        yield from self.blanks
        self.open, self.blanks = Growing(), []

    def take(self, line: Line) -> Iterator[Line]:
        """Yield what is complete before a line that is not blank, and open or join the line."""
        text, after = "", passages.clean(line).text
        if self.open.parts and not line.text.startswith((*_CELL, *wraps.INDENTED)):
            text = passages.clean(self.open.parts[-1]).text
        if text and self._is_near() and self._is_joined(text, after, line):
            self.blanks = []
        elif text and (_is_doubtful(text, after) or _is_cut(text, after)):
            line = yield from self._doubtful(line, after)
        else:
            yield from self.close()
        self.open.add(line)

    def _is_near(self) -> bool:
        is_cell = self.open.begins.startswith(_CELL)
        return len(self.blanks) < (1 if is_cell else _BLANKS + 1)

    def _is_joined(self, text: str, after: str, line: Line) -> bool:
        if _is_doubtful(text, after):
            return not self.blanks and _is_number(text, after) and not _POINT_START.match(after)
        is_cell = self.open.begins.startswith(_CELL)
        return (
            not is_cell
            and _goes_on(text, after, is_adjacent=not self.blanks)
            and not wraps.is_heading(self.open.begins)
            and not wraps.is_heading(line.text)
        )

    def _doubtful(self, line: Line, after: str) -> Generator[Line, None, Line]:
        """Yield the open line; its last sentence, and the line returned, are not understood."""
        is_mark = bool(_POINT_START.match(after))
        if not is_mark or self.is_wrapped:
            whole_line = self.open.line()
            self.open = Growing([_masked(whole_line, _sentence(whole_line))], self.open.begins)
        yield from self.close()
        return line if is_mark else _masked(line, 0)


def _paragraphs(lines: Iterable[Line], *, is_wrapped: bool) -> Iterator[Line]:
    """Yield the lines with those joined that are no paragraphs, over one blank line at most."""
    found = _Paragraphs(is_wrapped)
    for line in lines:
        if line.text.startswith("\t") or line.text.strip():
            yield from found.take(line)
        else:
            found.blanks.append(line)
    yield from found.close()


def whole(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """Return the lines of a document with those joined that belong together."""
    single = wraps.single(lines)
    wrap = wraps.found(single)
    unwrapped = wraps.unwrapped(single, wrap) if wrap else single
    return tuple(_paragraphs(unwrapped, is_wrapped=wrap is not None))


@kept.last
def read(document: Document) -> tuple[Line, ...]:
    """Return the lines of a document with those joined that belong together."""
    return whole(printed.lines(document))
