"""Wording: what the template left behind, and sentences that are not whole.

Source: CHECKS section 9, TEXT-PLACEHOLDER, TEXT-LEFTOVER, TEXT-PUNCT, TEXT-WORDING.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from publish.reconciliation.books import CHART
from publish.reconciliation.explanations import say
from publish.reconciliation.prints import quoted, squeezed
from publish.reconciliation.results import Result, Severity, Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from publish.reconciliation.books import Book
    from publish.reconciliation.results import FigurePlace

TEMPLATE, WHOLE = "no-template-text-is-left", "sentences-are-whole"
# 。。 and ,。 but not …… or )。
_DOUBLED_MARKS = re.compile(r"[,。;、:][,。;、:]")
# 运行运行; not 研究研究 within a longer run of the same sign, not digits
_DOUBLED_WORDS = re.compile(r"([\u4e00-\u9fff]{2,10})\1")
# 支出4383.87万元。
_ENDS = re.compile(r"[。;:!?)》”,、]$")
_LONG, _WRAPPED = 60, 0.2
_COMMON = 3


@cache
def _forms() -> dict[str, re.Pattern[str]]:
    declared = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
    return {kind: re.compile("|".join(forms)) for kind, forms in declared.items()}


@dataclass(frozen=True, slots=True)
class _Slip:
    """Something that is wrong with words, and where."""

    words: str
    place: FigurePlace


def _gathered(check: str, kind: str, slips: list[_Slip], severity: Severity) -> Iterator[Result]:
    """Yield one result for all slips of a kind."""
    if slips:
        listed = "、".join(dict.fromkeys(f"“{slip.words}”" for slip in slips))
        text = say(kind, listed=listed)
        places = tuple(dict.fromkeys(slip.place for slip in slips))
        yield Result(check, Status.FAILED, kind, text=text, severity=severity, places=places)


def _matches(book: Book, form: re.Pattern[str]) -> list[_Slip]:
    return [
        _Slip(at[0], quoted(line, at[0]))
        for line, words in book.texts
        for at in form.finditer(words)
    ]


def _doubled_words(book: Book) -> list[_Slip]:
    """Return words that stand twice; with a blank between them they are cells of a table."""
    return [
        _Slip(at[0], quoted(line, at[0]))
        for line, _words in book.texts
        for at in _DOUBLED_WORDS.finditer(line.text)
    ]


def _series(book: Book) -> list[_Slip]:
    return [
        _Slip(entry.text("series"), place)
        for entry in book.entries(CHART)
        if _forms()["series"].fullmatch(squeezed(entry.text("series")))
        for place in entry.places[:1]
    ]


def no_template_text_is_left(book: Book) -> Iterator[Result]:
    """Placeholders are filled in, instructions and names of the spreadsheet are gone."""
    kinds = (
        ("placeholders", _matches(book, _forms()["placeholders"]), Severity.ERROR),
        ("instructions", _matches(book, _forms()["instructions"]), Severity.INFO),
        ("series", _series(book), Severity.INFO),
    )
    yield from [
        one for kind, slips, weight in kinds for one in _gathered(TEMPLATE, kind, slips, weight)
    ]


def _broken_off(book: Book) -> list[_Slip]:
    """Return the paragraphs of several sentences of which the last has no end.

    Where many long lines have none, the text is wrapped, and a line is no paragraph.
    """
    long = [(line, words) for line, words in book.texts if len(words) > _LONG]
    open_ = [(line, words) for line, words in long if not _ENDS.search(words)]
    if len(open_) > len(long) * _WRAPPED:
        return []
    return [
        _Slip(words[-12:], quoted(line, words[-12:]))
        for line, words in open_
        if "。" in words[:-_COMMON]
    ]


def _cut(book: Book) -> list[_Slip]:
    """Return the results that end with what others say in full, its last character missing."""
    cells = [
        (entry, squeezed(entry.text("actual_text")))
        for entry in book.entries("performance-indicators")
    ]
    texts = [text for _entry, text in cells]
    usual = {
        text[:-1] for text in set(texts) if len(text) > _COMMON and texts.count(text) >= _COMMON
    }
    return [
        _Slip(text, place)
        for entry, text in cells
        if any(text.endswith(form) for form in usual)
        for place in entry.places
        if squeezed(place.quote) == text
    ]


def sentences_are_whole(book: Book) -> Iterator[Result]:
    """No mark or word stands twice, no sentence breaks off."""
    kinds = {
        "doubled-marks": _matches(book, _DOUBLED_MARKS),
        "doubled-words": _doubled_words(book),
        "broken-off": _broken_off(book),
        "cut": _cut(book),
    }
    yield from [
        one for kind, slips in kinds.items() for one in _gathered(WHOLE, kind, slips, Severity.INFO)
    ]
