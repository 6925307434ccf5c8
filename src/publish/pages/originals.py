"""The document as published, in lines, sentences and clauses with addresses: L38, L38s2, L38s2c1.

A sentence ends at 。；！？; the way from a figure leads to the words that state it.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from publish.documents.blocks import Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from publish.documents.blocks import Document

# 2020年度收入总计4383.87万元。与2019年相比，… : two sentences; a closing quote stays with the first
_SENTENCE = re.compile(r"[^。；;！？]*[。；;！？]+[”’』」）)]*|[^。；;！？]+")
# What word processors leave in an export; readers are not shown it: `[bookmark: _Toc15396600]`
_LEFTOVER = re.compile(r"\[bookmark:[^\]]*\]")


# A list of figures is cut at its commas, too: 基本工资355.75万元、津贴补贴553.17万元、…
_CLAUSE = re.compile(r"(?:[^、，,]|(?<=\d),(?=\d))*[、，,]?")
# 355.75万元
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
LIST = 3


@dataclass(frozen=True, slots=True)
class Stretch:
    """A sentence or a part of one: its address, its text as shown, its place in the raw line."""

    anchor: str
    text: str
    start: int
    end: int
    clauses: tuple[Stretch, ...] = ()


@dataclass(frozen=True, slots=True)
class OriginalLine:
    """A line of the document; `text` and the sentences are shown, `raw` is what was published."""

    anchor: str
    raw: str
    sentences: tuple[Stretch, ...]

    @property
    def number(self) -> str:
        """The number of the line, which stands in the margin: 38 for `L38`."""
        return self.anchor.removeprefix("L")

    @property
    def has_leftover(self) -> bool:
        """Whether something of the line is not shown."""
        return bool(_LEFTOVER.search(self.raw))

    @property
    def text(self) -> str:
        """The line without what word processors left in it."""
        return _shown(self.raw)


def _shown(raw: str) -> str:
    return _LEFTOVER.sub("", raw).strip()


def _stretches(cut: re.Pattern[str], prefix: str, raw: str, start: int = 0) -> Iterator[Stretch]:
    number = 0
    for at in cut.finditer(raw):
        if _shown(at[0]):
            number += 1
            yield Stretch(f"{prefix}{number}", _shown(at[0]), start + at.start(), start + at.end())


def _sentences(anchor: str, raw: str) -> Iterator[Stretch]:
    for sentence in _stretches(_SENTENCE, f"{anchor}s", raw):
        if len(_NUMBER.findall(sentence.text)) < LIST:
            yield sentence
            continue
        inside = raw[sentence.start : sentence.end]
        clauses = tuple(_stretches(_CLAUSE, f"{sentence.anchor}c", inside, sentence.start))
        yield replace(sentence, clauses=clauses if len(clauses) > 1 else ())


def _shown_blocks(document: Document) -> Iterator[tuple[str, str]]:
    """Yield the locator and the text of each paragraph and cell."""
    for block in document.blocks:
        if isinstance(block, Table):
            yield from ((cell.locator, cell.text) for cell in block.cells)
        else:
            yield block.locator, block.text


def read(document: Document) -> dict[str, OriginalLine]:
    """Return the paragraphs and cells of the document by locator."""
    return {
        locator: OriginalLine(locator, text, tuple(_sentences(locator, text)))
        for locator, text in _shown_blocks(document)
    }


def pieces(locator: str, quote: str) -> tuple[tuple[str, str], ...]:
    """Return (place, exact words) for each place that states a row.

    One piece per place, or the cells of a table row that all stand at one place.
    """
    places, words = locator.split(";"), quote.split("\t")
    if len(places) == len(words):
        return tuple(zip(places, words, strict=True))
    return tuple((place, word) for place in places for word in words)


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).replace(",", "")


def states(text: str, digits: str, unit: str = "") -> bool:
    """Tell whether the text prints the number itself, and not one that contains its digits.

    `unit` is a pattern of what must follow the digits.
    """
    return bool(re.search(rf"(?<![\d.]){re.escape(_plain(digits))}(?!\d|\.\d){unit}", _plain(text)))


def _touched(lines: Mapping[str, OriginalLine], place: str, words: str) -> Iterator[Stretch]:
    """Yield the clauses and sentences of a line that the words touch, the small ones first."""
    line = lines.get(place)
    start = line.raw.find(words) if line else -1
    if line is None or start < 0:
        return
    for sentence in line.sentences:
        for stretch in (*sentence.clauses, sentence):
            if start < stretch.end and stretch.start < start + len(words):
                yield stretch


def anchor(
    lines: Mapping[str, OriginalLine],
    places: Iterable[tuple[str, str]],
    digits: str = "",
    unit: str = "",
) -> str:
    """Return the address of the smallest stretch that states these printed digits.

    `unit` is a pattern of what must follow them. Without such a stretch it is the sentence that
    the first quote begins in, or its line.
    """
    touched = [stretch for place, words in places for stretch in _touched(lines, place, words)]
    for stretch in touched:
        if digits and states(stretch.text, digits, unit):
            return stretch.anchor
    if touched:
        return touched[0].anchor.partition("c")[0]
    return next(place for place, _words in places)
