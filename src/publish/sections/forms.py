"""Performance forms of a project: goals, money and indicators, whatever the form.

Columns are found by their headings and rows by their labels (`forms.toml`); what no heading
names is left out and reported by the coverage, nothing is guessed from a position.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from publish import figures, grids, passages, targets
from publish.drafts import Draft, Span, money

if TYPE_CHECKING:
    from decimal import Decimal

    from publish.documents import Line
    from publish.grids import Cell, GridRow
    from publish.tables import Row

PROJECTS = "projects"
INDICATORS = "performance-indicators"
_AMOUNT = re.compile(rf"(?P<value>{figures.NUMBER})(?P<unit>{figures.UNIT})?")
_PERCENT = re.compile(rf"(?P<value>{figures.NUMBER})%?")
_LEVELS = ("level1", "level2")
_HEADINGS = 2
_SIGNS = {"=": "=", "≥": ">=", ">=": ">=", ">": ">", "≤": "<=", "<=": "<=", "<": "<"}


@cache
def _words(group: str) -> dict[str, re.Pattern[str]]:
    declared = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
    return {role: re.compile("|".join(forms)) for role, forms in declared[group].items()}


@cache
def title() -> re.Pattern[str]:
    """Return what the title of a form looks like."""
    declared = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
    return re.compile("|".join(declared["titles"]))


def _role(group: str, text: str) -> str:
    return next((role for role, words in _words(group).items() if words.search(text)), "")


def _roles(group: str, row: GridRow) -> dict[int, str]:
    """Return the role of each column that a row of headings names; the first column wins."""
    found: dict[int, str] = {}
    for index, cell in enumerate(row.cells):
        role = _role(group, cell.text)
        if role and role not in found.values():
            found[index] = role
    return found


def spans(cell: Cell) -> tuple[Span, ...]:
    """Return the stretches of the document that a cell is made of."""
    found = (passages.clean(piece) for piece in cell.pieces)
    return tuple(Span(text, 0, len(text.text)) for text in found if text.text)


@dataclass(slots=True)
class _Form:
    """A form while it is read."""

    project: Row = field(default_factory=dict)
    places: list[Span] = field(default_factory=list)
    indicators: list[Draft] = field(default_factory=list)
    columns: dict[int, str] = field(default_factory=dict)
    width: int = 0
    money: dict[int, str] = field(default_factory=dict)
    goals: dict[int, str] = field(default_factory=dict)
    levels: dict[str, Cell] = field(default_factory=dict)

    def note(self, column: str, value: object, cell: Cell) -> None:
        """Fill a column of the project once and remember where it stands."""
        if self.project.get(column) is None and value is not None:
            self.project[column] = value  # type: ignore[assignment]  # a Value by construction
            self.places.extend(spans(cell))


def _amount(form: _Form, column: str, cell: Cell) -> None:
    found = _AMOUNT.fullmatch(cell.text)
    if found is not None:
        value, printed = money(figures.value(found["value"]), found["unit"] or "万元", "万元")
        form.note(column, value, cell)
        if printed is not None:
            form.project["unit_as_published"] = printed


def _number(text: str) -> Decimal | None:
    found = _PERCENT.fullmatch(text)
    return figures.value(found["value"]) if found else None


def _fill(form: _Form, column: str, cell: Cell) -> None:
    if column.endswith("_wanyuan"):
        _amount(form, column, cell)
    elif column.endswith(("_pct", "_score")):
        form.note(column, _number(cell.text), cell)
    else:
        form.note(column, cell.printed or None, cell)


def _pairs(form: _Form, row: GridRow) -> None:
    """Read label and value side by side: 预算数: 300万元 执行数: 300万元."""
    fund, seen = "", 0
    for label, value in zip(row.cells, row.cells[1:], strict=False):
        role = _role("pairs", label.text)
        if role in {"fiscal", "other"}:
            fund, seen = role, seen + 1 if fund == role else 1
            phase = "budget" if seen == 1 else "executed"
            _amount(form, f"{role}_{phase}_wanyuan", value)
        elif role:
            _fill(form, role, value)


def _fund_row(form: _Form, row: GridRow) -> bool:
    """Read a row of money under the headings of form (a) or (b); False where it is none."""
    labels = [cell.text for index, cell in enumerate(row.cells) if index not in form.money]
    fund = _role("funds", "".join(labels)) if labels else ""
    if not form.money or not fund:
        return False
    for index, column in form.money.items():
        if index >= len(row.cells):
            continue
        if fund == "total":
            _fill(form, column, row.cells[index])
        elif column in {"budget_wanyuan", "executed_wanyuan"}:
            _amount(form, f"{fund}_{column}", row.cells[index])
    return True


def _indicator(form: _Form, row: GridRow) -> None:
    """Read a row of the indicators, its upper levels filled downwards."""
    cells = {role: row.cells[index] for index, role in form.columns.items()}
    if cells.get("level1") and cells["level1"].text:
        form.levels.pop("level2", None)
    for level in _LEVELS:
        if level in cells and cells[level].text:
            form.levels[level] = cells[level]
    if not cells["indicator"].text:
        return
    values: Row = {level: cell.printed for level, cell in form.levels.items()}
    for role in ("indicator", "target_text", "actual_text", "deviation_reason"):
        if role in cells:
            values[role] = cells[role].printed or None
    for role in ("weight", "score"):
        if role in cells:
            values[role] = _number(cells[role].text)
    values |= _target(cells)
    values["number"] = len(form.indicators) + 1
    used = [*form.levels.values(), *(cells[role] for role in cells if role not in _LEVELS)]
    places = tuple(span for cell in used for span in spans(cell))
    form.indicators.append(Draft(INDICATORS, values, places))


def _target(cells: dict[str, Cell]) -> Row:
    """Return operator, value and unit of a target; the form may print them in cells of their own."""
    if "target_text" not in cells:
        return {}
    found = targets.parse(cells["target_text"].text)
    if found is None:
        return {}
    sign = _SIGNS.get(cells["operator"].text) if "operator" in cells else None
    unit = cells["target_unit"].printed if "target_unit" in cells else ""
    return {
        "target_operator": sign or found.operator,
        "target_value": found.value,
        "target_unit": found.unit or unit or None,
    }


def _closes(form: _Form, row: GridRow) -> bool:
    """Read a row behind the indicators (总分, 存在问题); False where it is none."""
    first = next((index for index, cell in enumerate(row.cells) if cell.text), None)
    role = _role("closing", row.cells[first].text) if first is not None else ""
    if not role or first is None or len(row.cells[first].text) > _LABEL:
        return False
    if role == "total_score":
        column = next((index for index, name in form.columns.items() if name == "score"), None)
        if column is not None and column < len(row.cells):
            form.note(role, _number(row.cells[column].text), row.cells[column])
    else:
        value = next((cell for cell in row.cells[first + 1 :] if cell.text), None)
        if value is not None:
            form.note(role, value.printed, value)
    return True


_LABEL = 12


def _headings(form: _Form, row: GridRow) -> bool:
    """Take a row of headings; False where it is none."""
    columns = _roles("indicators", row)
    if "indicator" in columns.values() and len(columns) > _HEADINGS:
        form.columns, form.width = columns, len(row.cells)
        return True
    goals = _roles("goals", row)
    if len(goals) == _HEADINGS:
        form.goals = goals
        return True
    found = _roles("money", row)
    if len(found) >= _HEADINGS and not any(_AMOUNT.fullmatch(cell.text) for cell in row.cells):
        form.money = found
        return True
    return False


def _read_row(form: _Form, row: GridRow) -> None:
    if _headings(form, row):
        return
    if form.columns:
        if not _closes(form, row) and len(row.cells) == form.width:
            _indicator(form, row)
        return
    if form.goals:
        for index, column in form.goals.items():
            if index < len(row.cells):
                form.note(column, row.cells[index].printed or None, row.cells[index])
        form.goals = {}
        return
    if not _fund_row(form, row):
        _pairs(form, row)


def _rows(block: tuple[Line, ...]) -> tuple[GridRow, ...]:
    """Return the rows of a form; behind the headings of the indicators, torn rows are joined."""
    found = grids.rows(block)
    for index, row in enumerate(found):
        if "indicator" in _roles("indicators", row).values():
            return found[: index + 1] + grids.fitted(found[index + 1 :], len(row.cells))
    return found


def places(lines: tuple[Line, ...]) -> set[str]:
    """Return the locators of all lines that belong to forms."""
    return {line.locator for block in grids.blocks(lines, title()) for line in block}


def read(lines: tuple[Line, ...]) -> tuple[tuple[Draft, tuple[Draft, ...]], ...]:
    """Return each form of a document: the project, and its indicators in their order.

    A form without a project name is left out; project ids are given later.
    """
    found = []
    for block in grids.blocks(lines, title()):
        form = _Form()
        for row in _rows(block):
            _read_row(form, row)
        if form.project.get("name"):
            draft = Draft(PROJECTS, form.project, tuple(form.places))
            found.append((draft, tuple(form.indicators)))
    return tuple(found)
