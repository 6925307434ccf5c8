"""Performance forms of a project: goals, money and indicators, whatever the form.

Columns are found by their headings and rows by their labels (`forms.toml`). A row that no heading
and no label explains is kept apart and reported with its line; nothing is guessed from a position.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from publish import tables
from publish.documents import figures, grids, passages, units
from publish.documents.printed import Line
from publish.documents.units import Units
from publish.importing import form_columns, indicators
from publish.importing.drafts import Draft, Span, agree

if TYPE_CHECKING:
    from collections.abc import Iterable
    from decimal import Decimal

    from publish.documents.grids import GridCell, GridRow
    from publish.tables import Row, Value

PROJECTS = "projects"
# 300万元, 75.7
_AMOUNT = re.compile(rf"(?P<value>{figures.NUMBER})(?P<unit>{figures.UNIT})?")
_TWO = 2
# Where two of these are headings and no column holds the indicators, what follows is of no known
# form.
_TREE = {"level1", "level2", "target_text", "actual_text"}


@dataclass(frozen=True, slots=True)
class Form:
    """A form: its project, its indicators in their order, and the rows that nothing explains.

    `project` is None where the form names none; its rows are then unread. An unread row is given
    as a line: its place, and its cells parted by tabs.
    """

    project: Draft | None
    indicators: tuple[Draft, ...]
    unread: tuple[Line, ...]

    def agrees(self, other: Form) -> bool:
        """Tell whether two forms can be of one project: no cell of theirs contradicts another."""
        if self.project is None or other.project is None:
            return False
        pairs = zip(self.indicators, other.indicators, strict=False)
        return agree(self.project, other.project) and all(agree(*pair) for pair in pairs)


@dataclass(slots=True)
class _Reader:
    """A form while it is read."""

    project: Row = field(default_factory=dict)
    places: list[Span] = field(default_factory=list)
    indicators: indicators.Reader = field(default_factory=indicators.Reader)
    units: Units = field(default_factory=Units)
    labels: dict[int, GridCell] = field(default_factory=dict)
    money: dict[int, str] = field(default_factory=dict)
    phases: dict[int, str] = field(default_factory=dict)
    goals: dict[int, str] = field(default_factory=dict)
    width: int = 0
    is_lost: bool = False

    def note(self, column: str, value: Value, cell: GridCell) -> None:
        """Fill a column of the project once and remember where it stands."""
        if self.project.get(column) is None and value is not None:
            self.project[column] = value
            self.places.extend(indicators.spans(cell))


def _amount(form: _Reader, column: str, cell: GridCell, labels: Iterable[GridCell]) -> None:
    """Fill a column with an amount; the last of its labels that names a unit is its heading."""
    found = _AMOUNT.fullmatch(cell.text)
    if found is None:
        return
    own = form.units
    for label in labels:
        own = own.under(label.text)
    value, printed = own.money(figures.value(found["value"]), found["unit"] or "")
    form.note(column, value, cell)
    if printed is not None:
        form.project.setdefault("unit_as_published", printed)


def _rate(cell: GridCell) -> Decimal | None:
    """Return a rate in percent points; 0.95 and 1 may be a fraction or a percent: neither."""
    found = indicators.number(cell.text)
    return None if found is not None and 0 < found <= 1 and "%" not in cell.text else found


def _fill(form: _Reader, column: str, cell: GridCell, *labels: GridCell) -> None:
    if column.endswith("_wanyuan"):
        _amount(form, column, cell, labels)
    elif column.endswith("_pct"):
        form.note(column, _rate(cell), cell)
    else:
        form.note(column, cell.printed or None, cell)


def _pairs(form: _Reader, row: GridRow) -> bool:
    """Read labels with their values behind them: 预算数: 300万元 执行数: 300万元."""
    known, index = False, 0
    while index < len(row.cells):
        role = form_columns.role("pairs", units.plain(row.cells[index].text))
        if not role or index + 1 == len(row.cells):
            index += 1
            continue
        known = _pair(form, role, index, row) or known
        index += 2
    return known


def _pair(form: _Reader, role: str, index: int, row: GridRow) -> bool:
    """Read the label at `index` and its value; False where it is a part of nothing known."""
    value = row.cells[index + 1]
    if role in {"budget_wanyuan", "executed_wanyuan"}:
        form.phases[index] = role
        form.labels[index] = row.cells[index]
    if role in {"fiscal", "other"}:
        if index not in form.phases:
            return False
        role = f"{role}_{form.phases[index]}"
    if role != "-":
        phase = form.labels.get(index, row.cells[index])
        _fill(form, role, value, phase, row.cells[index])
    return True


def _fund_row(form: _Reader, row: GridRow) -> bool:
    """Read a row of money under the headings of form (a) or (b); False where it is none."""
    if not form.money or len(row.cells) != form.width:
        return False
    labels = row.cells[: min(form.money)]
    fund = form_columns.role("funds", units.plain(labels[-1].text)) if labels else ""
    known = {column.name for column in tables.load()[PROJECTS].fields}
    if not fund or (fund != "total" and f"{fund}_budget_wanyuan" not in known):
        return False
    for index, column in form.money.items():
        own = column if fund == "total" else f"{fund}_{column}"
        if own in known:
            _fill(form, own, row.cells[index], *labels, form.labels[index])
    return True


def _closing(form: _Reader, row: GridRow) -> bool:
    """Read a row behind the indicators (总分, 存在问题); False where it is none."""
    label, *values = [cell for cell in row.cells if cell.text]
    role = form_columns.role("closing", label.text)
    if not role or not values:
        return False
    if role == "total_score":
        return _total(form, row)
    form.note(role, values[0].printed, values[0])
    return True


def _total(form: _Reader, row: GridRow) -> bool:
    """Read the sum of the marks: the cell below 得分, or of two numbers the second."""
    at = {role: index for index, role in form.indicators.columns.items()}
    numbers = [cell for cell in row.cells if indicators.number(cell.text) is not None]
    if "score" in at and len(row.cells) == form.indicators.width:
        cell = row.cells[at["score"]]
    elif "score" in at and at.get("weight", at["score"]) < at["score"] and len(numbers) == _TWO:
        cell = numbers[1]
    else:
        return False
    form.note("total_score", indicators.number(cell.text), cell)
    return True


def _headings(form: _Reader, row: GridRow) -> bool:
    """Take a row of headings; False where it is none."""
    if form.indicators.start(row):
        return True
    if len(_TREE & set(form_columns.roles("indicators", row).values())) >= _TWO:
        form.is_lost = True
        return False
    goals = form_columns.roles("goals", row)
    if len(goals) == _TWO:
        form.goals, form.width = goals, len(row.cells)
        return True
    found = form_columns.roles("money", row)
    if len(found) >= _TWO and not any(_AMOUNT.fullmatch(text) for text in row.texts()):
        form.money, form.width = found, len(row.cells)
        form.labels = {index: row.cells[index] for index in found}
        return True
    return False


def _goals(form: _Reader, row: GridRow) -> bool:
    if len(row.cells) != form.width:
        return False
    for index, column in form.goals.items():
        form.note(column, row.cells[index].printed or None, row.cells[index])
    form.goals = {}
    return True


def _is_read(form: _Reader, row: GridRow) -> bool:
    """Take a row; False where no heading and no label explains it."""
    if _headings(form, row):
        return True
    if form.is_lost:
        return False
    if form.indicators.columns:
        return _closing(form, row) or form.indicators.take(row)
    if form.goals:
        return _goals(form, row)
    return _fund_row(form, row) or _pairs(form, row)


def _rows(block: tuple[Line, ...]) -> tuple[GridRow, ...]:
    """Return the rows of a form; behind the headings of the indicators, torn rows are joined."""
    found = grids.rows(block[1:])
    for index, row in enumerate(found):
        if indicators.headings(row):
            above = grids.mended(found[: index + 1])
            labels = next(
                at for at, role in indicators.headings(above[-1]).items() if role == "indicator"
            )
            return above + grids.fitted(found[index + 1 :], len(above[-1].cells), labels)
    return grids.mended(found)


def as_line(row: GridRow) -> Line:
    """Return a row as a line: its place, and its cells parted by tabs."""
    return Line(row.lines()[0].locator, "\t".join(cell.printed for cell in row.cells))


def _outside(block: tuple[Line, ...], rows: tuple[GridRow, ...]) -> tuple[Line, ...]:
    """Return the lines behind the first cell that are no part of a row."""
    held = {line.locator for row in rows for line in row.lines()}
    begin = next(index for index, line in enumerate(block) if index and grids.is_cell(line))
    # 项目; not ——
    return tuple(
        line for line in block[begin:] if line.locator not in held and re.search(r"\w", line.text)
    )


def _units(block: tuple[Line, ...], rows: tuple[GridRow, ...], around: Units) -> Units:
    """Return the units of a form; its cells are the list in which a slip would stand."""
    cells = [text for row in rows for text in row.texts()]
    amounts = "、".join(text for text in cells if _AMOUNT.fullmatch(text))
    heading = _heading(block, rows) or around.heading
    return replace(around, heading=heading).listed(amounts)


def _heading(block: tuple[Line, ...], rows: tuple[GridRow, ...]) -> str:
    """Return the unit that a line below the title or a label above the indicators names.

    One behind the label of a single amount is that of all only where no other names another.
    """
    above = itertools.takewhile(lambda row: not indicators.headings(row), rows)
    labels = [text for row in above for text in row.texts() if len(text) <= form_columns.LONGEST]
    own = [text for text in labels if _is_of_one_amount(units.plain(text))]
    captions = (passages.clean(line).text for line in block if not grids.is_cell(line))
    shared = (*captions, *(text for text in labels if text not in own))
    single = set(filter(None, map(units.named, own)))
    whole = next(filter(None, map(units.named, shared)), "")
    return whole or (single.pop() if len(single) == 1 else "")


def _is_of_one_amount(label: str) -> bool:
    roles = {form_columns.role(group, label) for group in ("pairs", "money")}
    is_part = bool(roles & {"fiscal", "other"} or form_columns.role("funds", label))
    return is_part or any(role.endswith("_wanyuan") for role in roles)


def _form(block: tuple[Line, ...], around: Units) -> Form:
    rows = _rows(block)
    form = _Reader(units=_units(block, rows, around))
    worded = [row for row in rows if row.lines()]
    left = [row for row in worded if not _is_read(form, row)]
    is_named = bool(form.project.get("name"))
    order = {line.locator: index for index, line in enumerate(block)}
    unread = [*map(as_line, left if is_named else worded), *_outside(block, rows)]
    unread.sort(key=lambda line: order[line.locator])
    project = Draft(PROJECTS, form.project, tuple(form.places)) if is_named else None
    return Form(project, tuple(form.indicators.found) if is_named else (), tuple(unread))


def places(lines: tuple[Line, ...]) -> set[str]:
    """Return the locators of all lines that belong to forms."""
    return {line.locator for block in grids.blocks(lines, form_columns.title()) for line in block}


def read(lines: tuple[Line, ...], around: Units) -> tuple[Form, ...]:
    """Return the forms of a document in their order; project ids are given later.

    `around` are the units where a form says nothing of them.
    """
    return tuple(_form(block, around) for block in grids.blocks(lines, form_columns.title()))
