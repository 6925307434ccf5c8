"""The way from every row back to its source: the place, the words there, and its numbers in them.

Numbers are read here anew and not as the importer reads them, so that the two share no slip.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from publish.checks.cells import PLAIN, SIGNED
from publish.checks.descriptor_files import shown
from publish.checks.problems import PackageProblem, PlaceKind
from publish.documents import figures
from publish.messages import _

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from publish.checks.sheets import Sheet, SheetLine
    from publish.tables import Field

LOCATORS, PIECES = ";", "\t"
PRIOR_YEAR_WORDS = ("上年", "上一年", "上一度", "去年", "同比")
# An amount in 万元 times this is the number that a document in the other unit prints.
PRINTED_UNITS = {
    "元": Decimal(10_000),
    "百元": Decimal(100),
    "千元": Decimal(10),
    "百万元": Decimal("0.01"),
    "千万元": Decimal("0.001"),
    "亿": Decimal("0.0001"),
    "亿元": Decimal("0.0001"),
}
# No unit is printed: it is the one that the section or the document prints elsewhere.
MISSING = "missing"

# 4,383.87 and 4383.87; in 12.5,300 the comma parts two numbers
_NUMBER = re.compile(r"(?<![\d.])\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?", re.ASCII)
# 两个项目 states 2; a chart's 130.94999999999999 states 130.95
_IN_WORDS = re.compile("[一二两三四五六七八九十](?=\t?个)")
_WORDS = "一二三四五六七八九十"
# 130.94999999999999
_TAIL = re.compile(r"(?<!\d)\d++\.\d{7,}", re.ASCII)
# 5.0E-2
_POWER = re.compile(r"(?<![\d.])\d{1,20}(?:\.\d{1,20})?E[-+]?\d{1,2}(?!\d)", re.ASCII)
_HUNDREDTH = Decimal("0.01")
# Marks that nobody sees: without width, of direction, of a private use.
_UNSEEN = r"\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ue000-\uf8ff\ufeff\ufff9-\ufffb"
# Blanks, and the field marks that word processors leave in an export, inside of a number too.
# 4 383.87
_SPACES = re.compile(rf"[\s\x00-\x1f\x7f-\x9f{_UNSEEN}]+")
# `4 383`
_BLANKS = re.compile(rf"[^\S\t]+|[\x00-\x08\x0e-\x1f\x7f-\x9f{_UNSEEN}]+")
# A cell, and the indent of a paragraph: no number goes on there.
_OPENS = ("\t", "  ")
# The mark of a note, the 2 of m², ½: no digit of the number beside it.
_RAISED = re.compile("[¹²³⁰⁴-⁹₀-₉¼-¾⅐-⅞]")
_PLAIN_MINUS = str.maketrans({"−": "-", ",": None})


@dataclass(frozen=True)
class Source:
    """The document as the package carries it: the text at each locator, in its order.

    `year` is the fiscal year where the descriptor gives one, `controls` are its field marks.
    """

    texts: Mapping[str, str]
    year: int | None
    controls: frozenset[str] = frozenset()

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The texts in their order."""
        return tuple(self.texts.values())

    @cached_property
    def numbers(self) -> dict[str, int]:
        """Which of the lines stands at each locator."""
        return {locator: number for number, locator in enumerate(self.texts)}


# What may be a half of a number at the end and at the beginning of a line: 支出15 / 35.71万元
_LAST_HALF = re.compile(r"\d[\d.,]{0,40}\s{0,8}$")
# 35.71万元
_FIRST_HALF = re.compile(r"[.,]?\d[\d.,]*")
# but not before the mark of a list (2.教育支出), nor before a year.
_NO_HALF = re.compile(r"\d{1,2}[.、](?![\d%])|\d{1,2}\.\d{4}年|(?:19|20)\d\d[年\-—~至]")
# 万, m; not 8, _
_LETTER = re.compile(r"[^\W\d_]")
# So many lines in a row may hold nothing but digits of a text: 支出16 / 1 / .64万元
_MOST_PIECES = 8


@dataclass(frozen=True, slots=True)
class _Piece:
    """A piece of a quote: its words in the normal form, and the line of the source it is from."""

    text: str
    index: int


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", _RAISED.sub(" ", text))


def _after(lines: tuple[str, ...], index: int) -> int:
    """Return the line that goes on behind a line, over one blank line at most; -1 for none."""
    near = range(index + 1, min(index + 3, len(lines)))
    return next((at for at in near if lines[at].strip()), -1)


@lru_cache(maxsize=1024)  # the rows of a page ask for the same lines
def _tight(line: str) -> str:
    """Return a line without blanks inside; those that make it a cell or a paragraph stay."""
    plain = _plain(line)
    return plain if plain.startswith(_OPENS) else _BLANKS.sub("", plain)


def _before(lines: tuple[str, ...], index: int) -> int:
    """Return the line that goes on in a line; -1 for none."""
    near = range(index - 1, max(index - 3, -1), -1)
    return next((at for at in near if lines[at].strip()), -1)


def _are_halves(lines: tuple[str, ...], index: int) -> bool:
    """Tell whether digits end a line, and digits that are no mark or year begin the next."""
    after = _after(lines, index)
    if after < 0:
        return False
    before, follows = _tight(lines[index]), _tight(lines[after])
    if before.endswith("\t"):
        return False  # the end of a cell
    halves = _LAST_HALF.search(before[-80:]) and _FIRST_HALF.match(follows)
    return bool(halves) and not _NO_HALF.match(follows)


def _is_broken(lines: tuple[str, ...], index: int) -> bool:
    """Tell whether a number of a text may be broken at the end of a line: no column of numbers."""
    at = index
    for _piece in range(_MOST_PIECES):
        if at < 0 or not _are_halves(lines, at):
            return False
        if _LETTER.search(lines[at]):
            return True
        at = _before(lines, at)
    return False


def _reach(piece: _Piece, lines: tuple[str, ...]) -> tuple[bool, bool]:
    """Tell whether the first and the last number of a piece may go on in the lines around it."""
    whole, text = (_BLANKS.sub("", _plain(one)) for one in (lines[piece.index].strip(), piece.text))
    above = _before(lines, piece.index)
    begins = whole.startswith(text) and above >= 0 and _is_broken(lines, above)
    return begins, whole.endswith(text) and _is_broken(lines, piece.index)


def whole_numbers(quote: str, places: list[int], source: Source) -> str:
    """Return a quote with the numbers whole that a line end has broken, without lone halves."""
    parts = [quote] if len(places) == 1 else quote.split(PIECES)
    if len(parts) != len(places) or min(places) < 0 or max(places) >= len(source.lines):
        return quote  # other checks have said so
    pieces = [_Piece(_plain(part).strip(), at) for part, at in zip(parts, places, strict=True)]
    words = ""
    goes_on = -1
    for piece in pieces:
        begins, ends = _reach(piece, source.lines)
        text = piece.text
        if goes_on >= 0 and not (begins and piece.index == goes_on):
            words = _LAST_HALF.sub("", words)
        if begins and piece.index != goes_on:
            text = _FIRST_HALF.sub("", text, count=1)
        is_one = begins and piece.index == goes_on
        words += text if is_one or not words else PIECES + text
        goes_on = _after(source.lines, piece.index) if ends else -1
    return _LAST_HALF.sub("", words) if goes_on >= 0 else words


@lru_cache(maxsize=64)  # one sentence states several numbers and rows
def printed_numbers(quote: str) -> frozenset[str]:
    """Return the numbers of a quote without separators; 2 491.62 counts as one and as two."""
    plain = _plain(quote)
    joined = PIECES.join(_SPACES.sub("", piece) for piece in plain.split(PIECES))
    digits = {
        number.replace(",", "") for text in (plain, joined) for number in _NUMBER.findall(text)
    }
    # 0,030,563 is 30563
    digits |= {each.lstrip("0") for each in digits if each[:1] == "0" and each[1:2].isdigit()}
    words = {str(_WORDS.index(word.replace("两", "二")) + 1) for word in _IN_WORDS.findall(joined)}
    powers = {format(Decimal(power), "f") for power in _POWER.findall(plain)}
    tails = {_without_tail(tail) for text in (plain, *powers) for tail in _TAIL.findall(text)}
    return frozenset(digits | words | powers | tails)


def _without_tail(text: str) -> str:
    """Return a binary fraction as the chart showed it: two decimals at most, no zeros behind."""
    return format(figures.quantized(Decimal(text), _HUNDREDTH), "f").rstrip("0").rstrip(".")


def _problem(kind: PlaceKind, sheet: Sheet, line: SheetLine, column: str) -> PackageProblem:
    """Return the problem of a cell; its kind says what was expected there."""
    expected = {
        PlaceKind.LOCATOR: _("places of the document, as L38 or L38;L40"),
        PlaceKind.QUOTE: _("the exact words of the source at {places}, one piece for each place"),
        PlaceKind.FIGURE: _("a number of the quote: {quote}"),
    }
    places, quote = line.cells[-2:]
    return PackageProblem(
        kind,
        sheet.place(line.number, column),
        shown(line.cells[sheet.index(column)]),
        expected=expected[kind].format(places=places, quote=shown(quote)),
        remedy=_("compare the row with the document, then run publish import again with --force"),
    )


def _line_numbers(locators: str, source: Source) -> list[int]:
    """Return the lines that the locators name, from 0; -1 for what names none."""
    return [source.numbers.get(locator, -1) for locator in locators.split(LOCATORS)]


def _is_quoted(quote: str, places: list[str]) -> bool:
    pieces = [quote] if len(places) == 1 else quote.split(PIECES)
    return len(pieces) == len(places) and all(
        piece and piece in place for piece, place in zip(pieces, places, strict=True)
    )


def places_and_quotes(sheet: Sheet, source: Source) -> Iterator[PackageProblem]:
    """Yield every row whose places the source does not have, or whose words are not there."""
    for line in sheet.lines if sheet.table.has_provenance else ():
        # The provenance of a row stands last; where it is empty its column has said so.
        locators, quote = line.cells[-2:]
        if not locators or not quote:
            continue
        numbers = _line_numbers(locators, source)
        if min(numbers) < 0:
            yield _problem(PlaceKind.LOCATOR, sheet, line, "source_locator")
        elif not _is_quoted(quote, [source.lines[number] for number in numbers]):
            yield _problem(PlaceKind.QUOTE, sheet, line, "source_quote")


@dataclass(frozen=True, slots=True)
class StatedFigure:
    """A number of a row with what its words may depend on; `unit` is empty for 万元."""

    text: str
    column: Field
    unit: str
    quote: str

    @property
    def digits(self) -> str:
        """The number without its sign."""
        return self.text.removeprefix("-")


def _is_signed(figure: StatedFigure) -> bool:
    """Return whether a minus is said in words, which `cells` compares, or printed."""
    quote = _SPACES.sub("", unicodedata.normalize("NFKC", figure.quote)).translate(_PLAIN_MINUS)
    return figure.column.name in SIGNED or figure.text in quote


def _is_converted(figure: StatedFigure) -> bool:
    if figure.column.unit != "万元":
        return False
    known = PRINTED_UNITS if figure.unit == MISSING else {figure.unit}
    factors = [PRINTED_UNITS[unit] for unit in known if unit in PRINTED_UNITS]
    printed = {Decimal(number) for number in printed_numbers(figure.quote)}
    return any(Decimal(figure.digits) * factor in printed for factor in factors)


def _is_prior_year(figure: StatedFigure, year: int | None) -> bool:
    said = any(word in figure.quote for word in PRIOR_YEAR_WORDS)
    is_year = figure.column.name == "base_year"
    return is_year and said and (year is None or figure.text == str(year - 1))


def _is_stated(figure: StatedFigure, year: int | None) -> bool:
    if not figure.quote or not PLAIN[figure.column.type].fullmatch(figure.text):
        return True  # other checks have said so
    if figure.digits in printed_numbers(figure.quote):
        return figure.text == figure.digits or _is_signed(figure)
    return _is_converted(figure) or _is_prior_year(figure, year)


def _units(sheet: Sheet) -> Iterator[str]:
    """Yield the unit that the document prints, for each row; empty for 万元."""
    names = [field.name for field in sheet.table.fields]
    index = names.index("unit_as_published") if "unit_as_published" in names else None
    for line in sheet.lines:
        yield "" if index is None else line.cells[index]


def numbers_are_quoted(sheet: Sheet, source: Source) -> Iterator[PackageProblem]:
    """Yield every number that the quote of its row does not print; words give its sign."""
    columns = [
        (index, column)
        for index, column in enumerate(sheet.table.fields)
        if column.type in PLAIN and column.printed and sheet.table.has_provenance
    ]
    if not columns:
        return
    for line, unit in zip(sheet.lines, _units(sheet), strict=True):
        locators, quote = line.cells[-2:]
        quote = whole_numbers(quote, _line_numbers(locators, source), source) if quote else quote
        for index, column in columns:
            text = line.cells[index]
            if text and not _is_stated(StatedFigure(text, column, unit, quote), source.year):
                yield _problem(PlaceKind.FIGURE, sheet, line, column.name)
