"""What became of an appropriation: it comes in, is spent, and something may be left."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby
from typing import TYPE_CHECKING, TypeAlias

from publish import tables
from publish.charts import Bar, Step
from publish.texts import sentences
from publish.texts.sentences import fill

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from publish.tables import Row
    from publish.texts.sentences import Words

TABLE = "budget-execution"

Rows: TypeAlias = tuple["Row", ...]

_PLANNED = ("initial", "added")
_LEFT = ("reallocated", "recovered", "reduced", "closing")
_STEPS = {
    **dict.fromkeys(tables.MONEY_IN, Step.IN),
    "executed": Step.SPENT,
    **dict.fromkeys(_LEFT, Step.LEFT),
}
_ROUNDING = Decimal("0.01")
"""What printed amounts of two decimals may be off, each."""


@dataclass(frozen=True, slots=True)
class Flow:
    """The whole amounts of one kind of money, in the order in which money comes, goes and stays."""

    kind: str
    rows: Rows

    @property
    def closes(self) -> bool:
        """Whether something came in, and as much went out as far as printed digits can tell."""
        steps = [(_step(row), _amount(row)) for row in self.rows]
        rest = sum((money if step is Step.IN else -money for step, money in steps), Decimal(0))
        ways = {step for step, _ in steps}
        return Step.IN in ways and len(ways) > 1 and abs(rest) <= _ROUNDING * len(steps)


def _amount(row: Row) -> Decimal:
    found = row["amount_wanyuan"]
    return found if isinstance(found, Decimal) else Decimal(0)


def _step(row: Row) -> Step:
    return _STEPS[str(row["stage"])]


def _are_parts(first: Row, others: Sequence[Row]) -> bool:
    """Tell whether amounts of a stage are the parts of its first one: they add up to it."""
    total = sum(map(_amount, others), Decimal(0))
    return bool(others) and abs(_amount(first) - total) <= _ROUNDING * len(others)


def _sections(rows: Iterable[Row]) -> Iterator[tuple[str, Rows]]:
    """Yield the rows of each section of the document under the kind of its money."""
    for kind, group in groupby(rows, key=lambda row: str(row["kind"])):
        yield kind, tuple(group)


def _ordered(section: Rows) -> Iterator[tuple[Row, bool]]:
    """Yield the rows of a section, money that comes first, and whether each is a part only."""
    for stage in _STEPS:
        rows = tuple(row for row in section if row["stage"] == stage)
        has_parts = _are_parts(rows[0], rows[1:]) if rows else False
        yield from ((row, has_parts and bool(number)) for number, row in enumerate(rows))


def _named(row: Row, *, is_part: bool) -> Row:
    """Return a whole amount by the name of its stage, a part by its own label."""
    name = tables.load()[TABLE].field("stage").values[str(row["stage"])]
    return row if is_part else {**row, "label": name}


def named(rows: Iterable[Row]) -> Rows:
    """Return the rows for readers: section by section, in the order in which money comes and goes.

    A whole amount has the name of its stage as its label.
    """
    return tuple(
        _named(row, is_part=is_part)
        for _kind, section in _sections(rows)
        for row, is_part in _ordered(section)
    )


def headed(rows: Iterable[Row]) -> tuple[tuple[str, bool], ...]:
    """Return beside each row that is named the kind of money above it, and whether it is a part.

    The kind stands above the first row of its section; the others have nothing above them.
    """
    return tuple(
        ("" if number else kind, is_part)
        for kind, section in _sections(rows)
        for number, (_row, is_part) in enumerate(_ordered(section))
    )


def flows(rows: Rows) -> tuple[Flow, ...]:
    """Return the money of each kind; `rows` are named."""
    found = []
    for kind, section in _sections(rows):
        wholes = tuple(row for row, is_part in _ordered(section) if not is_part)
        if any(row["stage"] in _PLANNED for row in wholes):  # what is arranged is their sum
            wholes = tuple(row for row in wholes if row["stage"] != "arranged")
        found.append(Flow(kind, wholes))
    return tuple(flow for flow in found if flow.closes)


def clauses(rows: Rows) -> tuple[Words, ...]:
    """Return the clauses on the kind of money with the most stages; nothing where none closes."""
    found = flows(rows)
    if not found:
        return ()
    flow = max(found, key=lambda one: len(one.rows))
    said: Words = ()
    for row in flow.rows:
        said += fill("flow", str(row["stage"]), amount=sentences.figure(row, "amount_wanyuan"))
    return (fill("flow", "of", kind=flow.kind) + sentences.opening(said),)


def bars(rows: Rows) -> tuple[Bar, ...]:
    """Return the steps of every kind of money that closes."""
    return tuple(
        Bar(str(row["label"]), _amount(row), group=flow.kind, step=_step(row))
        for flow in flows(rows)
        for row in flow.rows
    )
