"""The reference document and the package that the importer makes of it, read once."""

from functools import cache
from pathlib import Path

from publish import documents, importing
from publish.documents import printed
from publish.documents.printed import Line
from publish.importing import Import
from publish.tables import Value

DEPARTMENT, YEAR = "panzhihua-emergency-management", 2020
DIRECTORY = Path(__file__).parent.parent / "datapackages" / DEPARTMENT / str(YEAR)
SOURCE = DIRECTORY / "source" / f"{DEPARTMENT}-{YEAR}.txt"


@cache
def lines() -> tuple[Line, ...]:
    """The lines of the document."""
    return printed.lines(documents.read(SOURCE.read_bytes()))


@cache
def imported() -> Import:
    """What the importer makes of the document."""
    return importing.read(SOURCE.read_bytes(), SOURCE.name, DEPARTMENT, YEAR)


def columns(table: str, *names: str) -> list[tuple[Value, ...]]:
    """Some columns of a table of the reference package."""
    return [tuple(row[name] for name in names) for row in imported().package.rows(table)]
