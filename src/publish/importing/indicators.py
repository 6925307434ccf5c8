"""The indicators of a performance form: a row each, its upper levels filled downwards.

A row that does not fit the headings is left to the caller, who reports it; a level that may have
stood in such a row is not guessed from the rows above.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from publish.documents import figures, passages
from publish.importing import form_columns, targets
from publish.importing.drafts import Draft, Span

if TYPE_CHECKING:
    from decimal import Decimal

    from publish.documents.grids import GridCell, GridRow
    from publish.tables import Row

TABLE = "performance-indicators"
_LEVELS = ("level1", "level2")
_TEXTS = ("indicator", "target_text", "actual_text", "deviation_reason")
_NUMBERS = ("weight", "score")
# 95.5, 98%
_PERCENT = re.compile(rf"(?P<value>{figures.NUMBER})%?")
_SIGNS = {"=": "=", "≥": ">=", ">=": ">=", ">": ">", "≤": "<=", "<=": "<=", "<": "<"}
# The columns of one indicator beside its own name: fewer are some other table.
_FEWEST = 3


def spans(cell: GridCell) -> tuple[Span, ...]:
    """Return the stretches of the document that a cell is made of."""
    found = (passages.clean(piece) for piece in cell.pieces)
    return tuple(Span(text, 0, len(text.text)) for text in found if text.text)


def number(text: str) -> Decimal | None:
    """Return the number that a cell is, with or without a percent sign."""
    found = _PERCENT.fullmatch(text)
    return figures.value(found["value"]) if found else None


def headings(row: GridRow) -> dict[int, str]:
    """Return the role of each column where the row is that of the headings, else nothing."""
    found = form_columns.roles("indicators", row)
    return found if "indicator" in found.values() and len(found) >= _FEWEST else {}


@dataclass(slots=True)
class Reader:
    """The indicators of one form while they are read, under the headings found last."""

    columns: dict[int, str] = field(default_factory=dict)
    width: int = 0
    found: list[Draft] = field(default_factory=list)
    _levels: dict[str, GridCell] = field(default_factory=dict)

    def start(self, row: GridRow) -> bool:
        """Take a row of headings; False where it is none."""
        found = headings(row)
        if found:
            self.columns, self.width = found, len(row.cells)
        return bool(found)

    def take(self, row: GridRow) -> bool:
        """Take a row; False where it does not fit the headings or names no indicator."""
        if len(row.cells) != self.width:
            self._forget(row)
            return False
        cells = {role: row.cells[index] for index, role in self.columns.items()}
        self._fill(cells)
        if cells["indicator"].text:
            self.found.append(self._draft(cells))
            return True
        return not any(cell.text for role, cell in cells.items() if role not in _LEVELS)

    def _forget(self, row: GridRow) -> None:
        """Forget the levels where the row may have named others."""
        if any(form_columns.role("levels", text) for text in row.texts()):
            self._levels = {}

    def _fill(self, cells: dict[str, GridCell]) -> None:
        if "level1" in cells and cells["level1"].text:
            self._levels.pop("level2", None)
        for level in _LEVELS:
            if level in cells and cells[level].text:
                self._levels[level] = cells[level]

    def _draft(self, cells: dict[str, GridCell]) -> Draft:
        values: Row = {"number": len(self.found) + 1}
        values |= {level: cell.printed for level, cell in self._levels.items()}
        values |= {role: cells[role].printed or None for role in _TEXTS if role in cells}
        values |= {role: number(cells[role].text) for role in _NUMBERS if role in cells}
        values |= _target(cells)
        used = (*self._levels.values(), *(cells[role] for role in cells if role not in _LEVELS))
        return Draft(TABLE, values, tuple(span for cell in used for span in spans(cell)))


def _target(cells: dict[str, GridCell]) -> Row:
    """Return operator, value and unit of a target; they may stand in cells of their own."""
    text, unit = (
        cells[role].text if role in cells else "" for role in ("target_text", "target_unit")
    )
    own = targets.parse(text)
    # 2000 may be a year; with 人 in the cell of its unit it is none.
    found = own or (targets.parse(text + unit) if unit else None)
    if found is None:
        return {}
    sign: str | None = found.operator
    if "operator" in cells:
        # 指标性质 is =, ≥, … or 定性: what is no sign makes no amount of the value.
        sign = _SIGNS.get(cells["operator"].text)
    if sign is None:
        return {}
    printed = cells["target_unit"].printed if unit else ""
    return {
        "target_operator": sign,
        "target_value": found.value,
        "target_unit": (own.unit if own else "") or printed or None,
    }
