"""Clean text that remembers where every character stood in the document.

Parsing reads the clean copy: NFKC forms, no white space, no bookmarks, no field codes. A stretch
of it leads back to the locator and the exact words of the source.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from publish.documents.elements import BREAK

if TYPE_CHECKING:
    from collections.abc import Iterable

    from publish.documents.printed import Line

_NOISE = re.compile(
    r"\[bookmark:[^\]]{0,200}\]"  # [bookmark: _Toc15396600]
    r"|PAGEREF\s{1,8}_Toc\d{1,20}(?:\s{1,8}\\h)?|HYPERLINK\s{1,8}\\l\s{1,8}\"[^\"]{0,200}\"|TOC\s{1,8}\\o\s{1,8}\"[^\"]{0,200}\""
    r"|[\u200b-\u200f\u2060\ufeff\u00ad]"  # marks without width
)
# What stands between two cells, also where they are parted by tabs as in a table of a page.
CELL_END = "|"
# What stands for a digit that may belong to a number cut by the end of a line.
DOUBT = "\N{REPLACEMENT CHARACTER}"
_PARTS = frozenset({"\t", BREAK})
# The columns of a line of its own, which all such passages share: a long document has millions.
_COLUMNS = tuple((0, column) for column in range(10_000))
_QUOTES = str.maketrans("", "", "“”\"‘’'＂＇")


@dataclass(frozen=True, slots=True)
class Passage:
    """A clean text; `origin` gives for each character the index of its line and its column."""

    text: str
    lines: tuple[Line, ...]
    origin: tuple[tuple[int, int], ...]

    def quote(self, start: int, end: int) -> tuple[tuple[str, str], ...]:
        """Return (locator, exact words) of each line that the stretch touches."""
        reach: dict[tuple[int, str], tuple[int, int]] = {}
        for line, column in self.origin[start:end]:
            place = line, self.lines[line].place(column)
            first, _last = reach.get(place, (column, column))
            reach[place] = (first, column)
        return tuple(
            (locator, self.lines[line].text[first : last + 1])
            for (line, locator), (first, last) in reach.items()
        )

    def printed(self, start: int, end: int) -> str:
        """Return the stretch as printed, without the noise; a blank where cells are parted."""
        places = dict.fromkeys(self.origin[start:end])
        letters = (self.lines[line].text[column] for line, column in places)
        return "".join(" " if letter in _PARTS else letter for letter in letters)


# 15\t20, and two paragraphs of a cell: a blank inside a number is no tab (4 383.87).
_BETWEEN_NUMBERS = re.compile(rf"(?<=[\d%])[^\S\t{BREAK}]?([\t{BREAK}])\s*(?=\d)")
# 71\t.6%, 1.\t6万元: one number or two; before a year the point belongs to the mark of a list.
_BROKEN = re.compile(
    r"\d[^\S\t]?\t\s?[.,．，]\s?\d"
    r"|\d[^\S\t]?[.,．，][^\S\t]?\t\s?\d(?!\d{3}年)"
)
_OF_NUMBERS = "0123456789０１２３４５６７８９.,．， \xa0\u3000"
_LONGEST_NUMBER = 40


_RAISED = ("<super>", "<sub>", "<fraction>")


@lru_cache(maxsize=8192)
def _forms(letter: str) -> str:
    """Return what a letter counts as: its NFKC forms, blanks and control marks left out."""
    # ② is a mark of a list, ² of a note: as a 2 it would become part of a number beside it.
    is_mark = "①" <= letter <= "⑳" or unicodedata.decomposition(letter).startswith(_RAISED)
    forms = letter if is_mark else unicodedata.normalize("NFKC", letter)
    # The digits of other scripts (٣) are no digits of a Chinese document; left out they would make
    # one number of two.
    return "".join(
        form if form.isascii() or not form.isdecimal() else "\ufffd"
        for form in forms
        if not form.isspace() and form.isprintable()
    )


def clean(*lines: Line) -> Passage:
    """Return the clean text of one line, or of several that belong together."""
    if len(lines) != 1:
        return _cleaned(lines)
    known = lines[0].known
    if "passage" not in known:
        known["passage"] = _cleaned(lines)
    passage: Passage = known["passage"]
    return passage


def _places(index: int, length: int) -> tuple[tuple[int, int], ...]:
    if index == 0 and length <= len(_COLUMNS):
        return _COLUMNS
    return tuple((index, column) for column in range(length))


def _broken(text: str) -> set[int]:
    """Return the columns of the digits of numbers that a tab may have broken at their point."""
    found: set[int] = set()
    if text.startswith("\t"):
        return found  # cells, each a number of its own
    for at in _BROKEN.finditer(text):
        before = text[max(at.start() - _LONGEST_NUMBER, 0) : at.start()]
        after = text[at.end() : at.end() + _LONGEST_NUMBER]
        start = at.start() - len(before) + len(before.rstrip(_OF_NUMBERS))
        end = at.end() + len(after) - len(after.lstrip(_OF_NUMBERS))
        found |= {column for column in range(start, end) if text[column].isdigit()}
    return found


def _letters(line: Line) -> list[str]:
    """Return what each column of a line counts as."""
    text = line.text
    forms = list(map(_forms, text))
    if "\t" in text or BREAK in text:
        for at in _BETWEEN_NUMBERS.finditer(text):
            forms[at.start(1)] = CELL_END
    if text.startswith("\t"):
        for column in range(1, len(text)):
            if text[column] == "\t":
                forms[column] = CELL_END
    for column in line.doubtful | (_broken(text) if "\t" in text else set()):
        forms[column] = DOUBT * len(forms[column])
    for at in _NOISE.finditer(text):
        forms[at.start() : at.end()] = [""] * len(at[0])
    return forms


def _cleaned(lines: tuple[Line, ...]) -> Passage:
    letters: list[str] = []
    origin: list[tuple[int, int]] = []
    for index, line in enumerate(lines):
        forms = _letters(line)
        places = _places(index, len(forms))
        letters += forms
        origin += [place for place, form in zip(places, forms, strict=False) for _letter in form]
    return Passage("".join(letters), lines, tuple(origin))


def squeezed(text: str) -> str:
    """Return the text as a clean passage writes it: NFKC, without white space."""
    return "".join(map(_forms, text))


def bare(text: str) -> str:
    """Return the text for comparing names: NFKC, without white space and quotes."""
    return squeezed(text).translate(_QUOTES)


# A line that ends so is complete; every other may go on in the next line.
# 支出4383.87万元。
_ENDS = re.compile(r"[。;:!?]$")
# The numeral of a list: 12.   3、   1.2020年, but not 1.5万元
POINT = r"\d{1,2}[.、](?:(?!\d)|(?=\d{4}年))"
# How a heading or an item begins: 一、收入, 第二部分, `(三)`, 3、教育, ①, ——
_STARTS = re.compile(
    rf"(?:第?[一二三四五六七八九十]+[、部]|\([一二三四五六七八九十\d]+\)|{POINT}|[①-⑳]|——|附件|附表|目录)"
)
# `(图6:支出决算结构)`
CAPTION = re.compile(r"\(?图\d+[:.、]?[^。]{0,60}$")
# `-12-`, `第12页`
_PAGE_NUMBER = re.compile(r"[-—–_]*(?:第?\d{1,3}页?)[-—–_]*$")


def stands_alone(text: str) -> bool:
    """Tell whether a clean line is a figure caption or a page number: no part of a sentence."""
    return bool(CAPTION.match(text) or _PAGE_NUMBER.match(text))


# 医疗（项）。 or 医疗（项）。主要用于：医疗保险支出。: an item whose amount is still to come.
_AWAITS_AMOUNT = re.compile(r"\(项\)[。:;,]{0,4}(?:(?:主要)?用于[^\d]{0,200})?$")
# 具体内容包括: or 具体内容包括:督查11次;: a list of receptions that has not come to its end.
_LISTS = re.compile(r"(?:内容包括|具体包括|具体内容[为是]?):[^。]*+$")

# No item has a longer name, no paragraph more characters: lines without an end are not joined.
_LONGEST_ITEM = 300
LONGEST = 10_000

# Lines of a wrapped text are about equally wide; a text with a line per paragraph has long ones.
# A Chinese character is two columns wide.
_WRAPPED = 240
_FULL = 0.9


def _width(passage: Passage) -> int:
    """Return the columns that a line fills on the page, blanks and bookmarks left out."""
    printed = passage.printed(0, len(passage.text))
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in printed)


def _full_width(lines: list[Passage]) -> int:
    """Return the width from which a line of a wrapped text is full; 0 where it is not wrapped."""
    widths = sorted(_width(line) for line in lines if line.text)
    if not widths or widths[-1] > _WRAPPED:
        return 0
    return int(widths[len(widths) * 9 // 10] * _FULL)


def join(lines: Iterable[Line]) -> tuple[Passage, ...]:
    """Return the paragraphs of lines that are no headings: wrapped lines are joined again.

    A blank line, a list mark, a tab (a table cell) and the end of a sentence part paragraphs; in
    a wrapped text a full line goes on even where a sentence ends with it, and over the blank
    lines between two pages where none does; an item (项) goes on up to its amount, a list of
    receptions up to its full stop: without its opening words nobody knows what is counted.
    """
    found = [(line, clean(line)) for line in lines]
    full = _full_width([passage for _line, passage in found])
    groups: list[list[Line]] = []
    said = ""  # by the last of the groups
    length = 0
    is_open = is_broken = is_list = False
    for line, passage in found:
        text = passage.text
        if not text or stands_alone(text):
            is_open = is_open and (bool(text) or is_broken)
            continue
        is_cell = line.text.startswith("\t")
        length = length + len(text) if is_open else len(text)
        is_open = is_open and length <= LONGEST
        is_list = is_list and is_open and "。" not in text and not _STARTS.match(text)
        if is_open and not is_cell and not _STARTS.match(text):
            groups[-1].append(line)
            said = (said + text)[-_LONGEST_ITEM:]
        else:
            groups.append([line])
            said, length = text, len(text)
        awaits_amount = full > 0 and bool(_AWAITS_AMOUNT.search(said))
        is_full = 0 < full <= _width(passage)
        is_list = is_list or bool(_LISTS.search(said))
        is_complete = bool(_ENDS.search(text)) and not awaits_amount and not is_list
        is_open = not is_cell and (is_full or not is_complete)
        is_broken = is_full and not is_complete
    return tuple(clean(*group) for group in groups)
