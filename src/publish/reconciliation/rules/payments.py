"""Money of projects, line by line: the lists that reports and forms give, and their lines matched.

A list is what one place says: the cost indicators of a form, a sentence of 成本指标, consecutive
lines of 资金使用. Lines of several lists are matched by project and by what they are for.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING

from publish.documents import figures, units
from publish.reconciliation import reasons
from publish.reconciliation.claims import Balance
from publish.reconciliation.judging import judged, unchecked
from publish.reconciliation.prints import squeezed
from publish.reconciliation.results import Certainty, Severity, Status
from publish.reconciliation.tolerances import HUNDRED

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from publish.reconciliation.books import Book, Entry
    from publish.reconciliation.results import Figure, Result

LINES, SOURCES = "project-lines-add-up", "project-money-adds-up-by-source"
PROJECT = "project_id"
# `成本指标:会议费8万元`
_COST = re.compile("成本指标:")
# What stands in front of a purpose: `指标1:支付会议费`
_LEAD = re.compile(r"^(?:指标\d+[:、.]?|支付|对)+")
# and behind it: 会议经费, 培训费等。
_END = re.compile(r"(?:经费|资金|费用|费|等|。|;){1,20}$")
_ALIKE, _SAME = 0.35, 0.8


@dataclass(frozen=True, slots=True)
class PaymentLine:
    """A line of money: what it is for, planned, paid, rate."""

    name: str
    planned: Figure | None
    paid: Figure | None
    rate: Figure | None

    def spent(self) -> Figure | None:
        """Return what was paid; of a line executed to 100 % that is what was planned."""
        is_whole = self.rate is not None and self.rate.value == HUNDRED
        return self.paid or (self.planned if is_whole else None)


@dataclass(frozen=True, slots=True)
class List:
    """The lines of money of a project at one place; `is_whole` when the place says so."""

    project: str
    lines: tuple[PaymentLine, ...]
    is_whole: bool
    locators: frozenset[str]


def plain(name: str) -> str:
    """Return what a line is for without the words around it: 指标1：, 对…, …经费."""
    return _END.sub("", _LEAD.sub("", squeezed(name)))


def likeness(one: str, other: str) -> float:
    """Return how much two names have in common, from 0 to 1: their pairs of characters."""
    pairs = [{name[at : at + 2] for at in range(len(name) - 1)} or {name} for name in (one, other)]
    return 2 * len(pairs[0] & pairs[1]) / (len(pairs[0]) + len(pairs[1]))


def _forms(book: Book) -> Iterator[List]:
    """Yield the cost indicators of each form."""
    for project, entries in book.by("performance-indicators", PROJECT).items():
        costs = [
            entry
            for entry in entries
            if "成本" in entry.text("level2") and entry.text("target_unit") in figures.IN_WANYUAN
        ]
        if costs:
            lines = tuple(_indicator(entry) for entry in costs)
            yield List(project, lines, is_whole=True, locators=frozenset())


def _indicator(entry: Entry) -> PaymentLine:
    stated = units.printed(squeezed(entry.text("actual_text")))
    paid = entry.figure("actual_text", units.in_wanyuan(stated[0])) if stated else None
    return PaymentLine(plain(entry.text("indicator")), _target(entry), paid, None)


def _target(entry: Entry) -> Figure | None:
    """Return the target of a cost in 万元, in whatever unit of money it is printed."""
    value, unit = entry["target_value"], entry.text("target_unit")
    if not isinstance(value, Decimal):
        return None
    return entry.figure("target_value", figures.in_wanyuan(value, unit))


def _row(entry: Entry) -> PaymentLine:
    cells = (entry.figure(name) for name in ("planned_wanyuan", "paid_wanyuan", "execution_pct"))
    return PaymentLine(plain(entry.text("item")), *cells)


def _at(entry: Entry) -> int:
    return entry.printed.index(entry.line)


def _lines(entry: Entry) -> Iterator[str]:
    """Yield where the lines begin in which a row is stated."""
    return (entry.printed.begins(place.locator) for place in entry.places)


def _runs(entries: Iterable[Entry]) -> Iterator[list[Entry]]:
    """Yield rows of one report and project that stand in one line or in the next."""
    run: list[Entry] = []
    for entry in entries:
        is_next = run and all(entry[name] == run[-1][name] for name in ("report", PROJECT))
        if run and not (is_next and 0 <= _at(entry) - _at(run[-1]) <= 1):
            yield run
            run = []
        run.append(entry)
    if run:
        yield run


def lists(book: Book) -> tuple[List, ...]:
    """Return every list of lines of money in the package."""
    found = list(_forms(book))
    for run in _runs(book.entries("project-funds")):
        locators = frozenset(locator for entry in run for locator in _lines(entry))
        printed = map(book.printed.line, locators)
        is_whole = any(_COST.search(squeezed(line.text)) for line in printed if line)
        found.append(List(run[0].text(PROJECT), tuple(map(_row, run)), is_whole, locators))
    return tuple(one for one in found if one.project)


def _fits(known: list[str], names: list[str]) -> bool:
    """Tell whether two lists of one length say the same in the same order."""
    likes = [likeness(*pair) for pair in zip(known, names, strict=False)]
    return len(known) == len(names) and sum(likes) / len(likes) >= _ALIKE


def matched(book: Book) -> dict[tuple[str, str], tuple[PaymentLine, ...]]:
    """Return the lines of all lists by project and by what they are for."""
    found: dict[tuple[str, str], list[PaymentLine]] = {}
    known: dict[str, list[str]] = {}
    for one in sorted(lists(book), key=lambda one: -len(one.lines)):
        names = known.setdefault(one.project, [])
        first = names[: len(one.lines)]
        is_same = _fits(names, [line.name for line in one.lines]) if names else False
        for at, line in enumerate(one.lines):
            like = [name for name in names if likeness(name, line.name) >= _SAME]
            name = first[at] if is_same else (like or [line.name])[0]
            if name not in names:
                names.append(name)
            found.setdefault((one.project, name), []).append(line)
    return {key: tuple(lines) for key, lines in found.items()}


def _wholes(book: Book, one: List, columns: tuple[str, str]) -> Figure | None:
    """Return what the lines of a list make up: the evaluation they stand in, or the form."""
    evaluations = book.by("self-evaluations", PROJECT).get(one.project, ())
    inside = [entry for entry in evaluations if not one.locators.isdisjoint(_lines(entry))]
    forms = book.by("projects", PROJECT).get(one.project, ())
    for entry in (*inside, *forms, *evaluations):
        column = columns[0] if entry.table.name == "projects" else columns[1]
        figure = entry.figure(column)
        if figure is not None:
            return figure
    return None


def _sum(one: List, whole: Figure | None, cells: list[Figure | None]) -> Result | None:
    parts = tuple(figure for figure in cells if figure)
    if not parts or whole is None:
        return None
    claim = Balance((whole,), parts)
    result = judged(LINES, whole.name, claim)
    missing = tuple(line.name for line, cell in zip(one.lines, cells, strict=True) if cell is None)
    if result.status is Status.PASSED and not missing:
        return replace(result, is_binding=one.is_whole)
    if missing:
        return unchecked(LINES, whole.name, reasons.unstated(missing), claim.figures)
    if not one.is_whole:
        return unchecked(LINES, whole.name, reasons.NOT_COMPLETE, claim.figures)
    return _without_total(whole, parts) or _doubtful(result)


def _without_total(whole: Figure, parts: tuple[Figure, ...]) -> Result | None:
    """Return that a list agrees in which one line is the whole itself: 总成本300万元."""
    rest = tuple(part for part in parts if part.value != whole.value)
    if len(rest) == len(parts):
        return None
    result = judged(LINES, whole.name, Balance((whole,), rest or parts[:1]))
    return result if result.status is Status.PASSED else None


def _doubtful(result: Result) -> Result:
    return replace(result, severity=Severity.WARNING, certainty=Certainty.LIKELY)


def project_lines_add_up(book: Book) -> Iterator[Result]:
    """The lines planned make up the budget of the project, the lines paid what was executed."""
    for one in lists(book):
        planned = _wholes(book, one, ("budget_wanyuan", "amount_wanyuan"))
        paid = _wholes(book, one, ("executed_wanyuan", "paid_wanyuan"))
        pairs = (
            (planned, [line.planned for line in one.lines]),
            (paid, [line.spent() for line in one.lines]),
        )
        for whole, cells in pairs:
            result = _sum(one, whole, cells)
            if result is not None:
                yield result


_BY_SOURCE = (
    ("budget_wanyuan", ("fiscal_budget_wanyuan", "carried_budget_wanyuan", "other_budget_wanyuan")),
    (
        "executed_wanyuan",
        ("fiscal_executed_wanyuan", "carried_executed_wanyuan", "other_executed_wanyuan"),
    ),
)


def project_money_adds_up_by_source(book: Book) -> Iterator[Result]:
    """年度资金总额 = 财政拨款 + 上年结转 + 其他资金, planned and executed."""
    for entry in book.entries("projects"):
        for column, columns in _BY_SOURCE:
            whole = entry.figure(column)
            parts = tuple(figure for name in columns if (figure := entry.figure(name)))
            if whole and parts:
                yield judged(SOURCES, whole.name, Balance((whole,), parts))
