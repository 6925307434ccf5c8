"""What a check reports: one place in a package, as a spreadsheet shows it, and what is wrong there.

Row 1 is the header; the column is given by letter and name: `data/income.csv!D7 (amount_wanyuan)`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias

from publish import errors
from publish.errors import visible

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"

Json: TypeAlias = dict[str, str | int | None]
"""A problem as the report for machines has it."""


class PlaceKind(StrEnum):
    """What sort of claim does not hold; the words are stable, for scripts."""

    PACKAGE = "package"  # the folder: there, named as the department and the year
    DESCRIPTOR = "descriptor"  # a property of datapackage.json
    RESOURCE = "resource"  # a resource as datapackage.json describes it
    PATH = "path"  # a path that leads out of the package
    FILE = "file"  # a file that is missing, unreadable or unknown
    HASH = "hash"  # bytes or checksum of a file
    SCHEMA = "schema"  # the schema of a resource against the data model
    ENCODING = "encoding"  # UTF-8 without a byte order mark, lines ending in LF
    HEADER = "header"  # the names of the columns and their order
    ROW = "row"  # ragged and blank rows
    NUMBER = "number"  # a number that is not a plain decimal
    CONSTRAINT = "constraint"  # a cell outside of the limits of its column
    PRIMARY_KEY = "primary-key"  # two rows with one key
    FOREIGN_KEY = "foreign-key"  # a reference to a row that is not there
    CODE = "code"  # the classification of the year
    LOCATOR = "locator"  # a place that the source does not have
    QUOTE = "quote"  # words that the source does not have there
    FINDINGS = "findings"  # stored findings that are not those of today
    FIGURE = "figure"  # a number that its quote does not state


def letter(index: int) -> str:
    """Return the spreadsheet's name of the column `index`, from 0: A, …, Z, AA, …."""
    above, own = divmod(index, len(LETTERS))
    return (letter(above - 1) if above else "") + LETTERS[own]


@dataclass(frozen=True, slots=True)
class ProblemPlace:
    """A file of a package; in a table also row and column, in the descriptor the property.

    `row` is 0 where the whole file is meant; `column` is the letter, `field` the name.
    """

    file: str = ""
    row: int = 0
    column: str = ""
    field: str = ""

    def text(self) -> str:
        """Return the place for a person, as far as it is known."""
        cell = f"{self.column}{self.row or ''}"
        return (
            self.file + (f"!{cell}" if cell else "") + (f" ({self.field})" if self.field else "")
        ).strip()


@dataclass(frozen=True, slots=True)
class PackageProblem:
    """One thing that is wrong in a package; `kind` is a stable word for machines."""

    kind: PlaceKind
    place: ProblemPlace
    found: str
    expected: str = field(default="", kw_only=True)
    remedy: str = field(default="", kw_only=True)

    def problem(self, package: str) -> errors.Problem:
        """Return it as the errors of the command line show it, the package first."""
        place = self.place.text()
        texts = (f"{package}/{place}" if place else package, self.found, self.expected, self.remedy)
        return errors.Problem(*map(visible, texts))

    def json(self, package: str) -> Json:
        """Return it for machines; `row` and `column` are null where a whole file is meant."""
        return {
            "kind": self.kind.value,
            "package": visible(package),
            "file": visible(self.place.file) or None,
            "row": self.place.row or None,
            "column": self.place.column or None,
            "field": self.place.field or None,
            "found": visible(self.found),
            "expected": self.expected,
            "remedy": self.remedy,
        }
