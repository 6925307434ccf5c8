"""One or two plain sentences that say what a table holds; their grammar follows the data.

The Chinese stands in texts/zh/sentences.toml. A sentence is a tuple of words and figures, so that
a page can link every figure to its place in the document, and a chart can take the bare text.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING, TypeAlias

from publish import texts
from publish.documents import figures
from publish.texts import numerals

if TYPE_CHECKING:
    from collections.abc import Iterable

    from publish.tables import Row

WANYUAN = " 万元"
PERCENT = "%"

TEN, HUNDRED = Decimal(10), Decimal(100)
YI = Decimal(10_000)
"""万元 in 1 亿元."""

LONGEST_REASON = 60
"""A longer quotation would bury the figures; the table quotes it in full."""


@dataclass(frozen=True, slots=True)
class SpokenFigure:
    """A figure in a sentence: how it reads, and the cell and the printed digits it comes from."""

    text: str
    row: Row
    digits: str
    column: str = field(default="", compare=False)


Words: TypeAlias = tuple[str | SpokenFigure, ...]


def _apart(words: str, part: str | SpokenFigure | None) -> str:
    """Return words as they stand before a part: the blank at their end is for digits alone."""
    said = part if isinstance(part, str) else part.text if part else ""
    return words if said[:1].isascii() else words.rstrip(" ")


def filled(name: str, /, **parts: str | SpokenFigure) -> Words:
    """Return a text of the catalogue with its places filled."""
    words: list[str | SpokenFigure] = []
    for literal, place in texts.parts(name):
        part = parts[place] if place else None
        words += (each for each in (_apart(literal, part), part) if each)
    return tuple(words)


def fill(section: str, name: str, /, **parts: str | SpokenFigure) -> Words:
    """Return a clause with its places filled."""
    return filled(f"sentences.{section}.{name}", **parts)


def text(words: Words) -> str:
    """Return the sentence as bare text."""
    return "".join(part if isinstance(part, str) else part.text for part in words)


def _number(row: Row, column: str) -> Decimal | None:
    value = row.get(column)
    return None if value is None or isinstance(value, str) else Decimal(value)


def figure(row: Row, column: str, unit: str = WANYUAN) -> SpokenFigure:
    """Return the figure in a column of a row, without its sign: the words say the direction."""
    value = abs(_number(row, column) or Decimal(0))
    return SpokenFigure(numerals.grouped(value) + unit, row, numerals.printed(value), column)


def _rounded(value: Decimal) -> Decimal:
    """Return a number of at most four digits that can be said aloud."""
    step = Decimal(1) if value >= HUNDRED else Decimal("0.1") if value >= TEN else Decimal("0.01")
    return figures.quantized(value, step, ROUND_HALF_UP)


def _said(value: Decimal) -> str:
    """Return a number without zeros that say nothing: 25.00 is 25."""
    whole = value.to_integral_value()
    return numerals.grouped(whole if value == whole else value.normalize())


def about(row: Row, column: str = "amount_wanyuan") -> SpokenFigure:
    """Return an amount as people say it: about 2,492 万元, 1.23 亿元; exact where it is short."""
    value = abs(_number(row, column) or Decimal(0))
    unit, whole = ("yi", value / YI) if value >= YI else ("wan", value)
    short = _rounded(whole)
    money = texts.plain(f"sentences.money.{unit}", amount=_said(short))
    said = money if short == whole else texts.plain("sentences.money.about", money=money)
    return SpokenFigure(said, row, numerals.printed(value), column)


def of_hundred(row: Row) -> SpokenFigure | None:
    """Return the share of a row as so many 元 of 100; None where it is not stated or under 1."""
    share = _number(row, "share_pct")
    if share is None or share < 1:
        return None
    short = figures.quantized(share, Decimal(1), ROUND_HALF_UP)
    money = texts.plain("sentences.money.yuan", amount=numerals.grouped(short))
    said = money if short == share else texts.plain("sentences.money.about", money=money)
    return SpokenFigure(said, row, numerals.printed(share), "share_pct")


def reason(row: Row) -> Words:
    """Return why the figure changed, in the department's words; no words where it does not say."""
    said = str(row.get("reason") or "")
    if not said or len(said) > LONGEST_REASON:
        return ()
    return fill("change", "reason", reason=said)


def base(row: Row) -> str:
    """Return what a change is measured against: 2019年, 上年, 预算."""
    year = row.get("base_year")
    if row.get("change_against") == "budget":
        return text(fill("change", "budget"))
    return text(fill("change", "year", year=str(year)) if year else fill("change", "no_year"))


def direction(row: Row) -> str:
    """Return increase, decrease or unchanged as the document states it; empty: not stated."""
    for column in ("change_wanyuan", "change_pct"):
        value = _number(row, column)
        if value is not None:
            return "unchanged" if value == 0 else "increase" if value > 0 else "decrease"
    return str(row.get("change_direction") or "")


def change(row: Row, column: str = "amount_wanyuan") -> Words:
    """Return how the figure in `column` changed; no words where the document does not say."""
    way, against = direction(row), base(row)
    by, rate = _number(row, "change_wanyuan"), _number(row, "change_pct")
    if way in {"", "unchanged"}:
        return fill("change", way, base=against) if way else ()
    shown = figure(row, "change_pct", PERCENT)
    if by is None:
        return fill(
            "change", f"{way}_{'words' if rate is None else 'rate'}", base=against, rate=shown
        )
    words = fill("change", way, base=against, change=figure(row, "change_wanyuan"))
    if _number(row, column) == by:  # all of it is new: a rate against nothing says nothing
        return words + fill("change", "zero_base", base=against)
    return words if rate is None else words + fill("change", "rate", rate=shown)


def opening(words: Words) -> Words:
    """Return a clause as it stands at the beginning: without the mark that ties it to another."""
    if words and isinstance(words[0], str):
        return (words[0].lstrip("，；"), *words[1:])
    return words


def amount(row: Row, column: str = "amount_wanyuan", label: str = "") -> Words:
    """Return the name and the amount of a row, told apart: stated, zero, not published."""
    name = label or str(row["label"])
    value = _number(row, column)
    case = "missing" if value is None else "zero" if value == 0 else "stated"
    return fill("amount", case, label=name, amount=figure(row, column))


def share(row: Row) -> Words:
    """Return the share of a row as printed; no words where none is printed."""
    if _number(row, "share_pct") is None:
        return ()
    whole = str(row.get("share_of") or "")
    return fill("amount", "share", of=whole, share=figure(row, "share_pct", PERCENT))


def completion(row: Row) -> Words:
    """Return how much of the budget was used, as printed; no words where it is not."""
    if _number(row, "completion_pct") is None:
        return ()
    budget = str(row.get("completion_of") or texts.pattern("sentences.amount.completion_default"))
    return fill(
        "amount", "completion", of=budget, completion=figure(row, "completion_pct", PERCENT)
    )


def count(row: Row, column: str = "count") -> Words:
    """Return the name, the number and the unit of something counted."""
    value = _number(row, column)
    unit = str(row.get("unit") or "")
    shown = figure(row, column, f" {unit}".rstrip())
    # 国内公务接待批次 28 批次 says it twice; 车辆 7 辆 does not.
    name = str(row["label"]).removesuffix(unit if len(unit) > 1 else "")
    case = "count_missing" if value is None else "count"
    return fill("amount", case, label=name, count=shown)


def largest(rows: Iterable[Row], column: str = "amount_wanyuan", *, of_total: bool = True) -> Words:
    """Return which of the parts is the largest, with its share; no words when none has an amount.

    `of_total` ties the clause to a total that was named before.
    """
    parts = [row for row in rows if (_number(row, column) or 0) > 0]
    if not parts:
        return ()
    top = max(parts, key=lambda row: _number(row, column) or Decimal(0))
    label = str(top["label"])
    shown = figure(top, column)
    if len(parts) == 1:
        return fill("part", "all" if of_total else "only", label=label, amount=shown)
    words = fill("part", "largest" if of_total else "largest_of_all", label=label, amount=shown)
    if _number(top, "share_pct") is None:
        return words
    return words + fill("part", "largest_share", share=figure(top, "share_pct", PERCENT))


def _joined(clauses: Iterable[Words]) -> Words:
    """Return the clauses that say something, up to the full stop; none: no words."""
    said = [clause for clause in clauses if clause]
    words: Words = ()
    for clause in said:
        words += (fill("join", "next") if words else ()) + clause
    return words + fill("join", "end") if said else ()


def sentence(year: int, clauses: Iterable[Words], time: str = "year") -> Words:
    """Return the clauses that say something as one sentence about a year; none: no sentence.

    `time` is `year` or, for what is counted on its last day, `year_end`.
    """
    words = _joined(clauses)
    return fill("join", time, year=str(year)) + words if words else ()


def paragraph(year: int, groups: Iterable[Iterable[Words]]) -> Words:
    """Return one sentence for each group of clauses; the first one names the year."""
    said = [words for group in groups if (words := _joined(group))]
    return fill("join", "year", year=str(year)) + sum(said, ()) if said else ()


def absent(department: str, year: int) -> Words:
    """Return the sentence that stands where a document does not have a table."""
    return fill("absent", "unit", department=department, year=str(year))
