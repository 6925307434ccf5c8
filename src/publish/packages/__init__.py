"""Data packages: their values, and how their files are read and written.

A package is one department and one fiscal year; `datapackages/<department>/<year>/` holds
datapackage.json, data/*.csv and source/<document as published>. CSV: UTF-8 without BOM, LF,
header row, plain decimals with the digits as printed, empty for not stated.
"""

from __future__ import annotations

import csv
import hashlib
import io
import json
import os
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any

from publish import documents, tables
from publish.documents import document_rows
from publish.errors import PackageError, Problem, unwritten
from publish.messages import _
from publish.packages import contents, installations, resource_entries

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping
    from pathlib import Path

    from publish.documents.blocks import Document
    from publish.tables import Row, TableSchema, Value

DESCRIPTOR = contents.DESCRIPTOR


@dataclass(frozen=True, slots=True)
class Package:
    """One department and year: the descriptor and the rows of every table, by table name.

    `source` is the document as published, its name and its bytes. Amounts are in 万元.
    """

    descriptor: Mapping[str, Any]
    tables: Mapping[str, tuple[Row, ...]]
    source_name: str
    source: bytes

    @property
    def department(self) -> str:
        """The slug of the department."""
        return str(self.descriptor["department"]["slug"])

    @property
    def department_name(self) -> str:
        """The name of the department as its document prints it."""
        return str(self.descriptor["department"]["name"])

    @property
    def fiscal_year(self) -> int:
        """The year of the accounts."""
        return int(self.descriptor["fiscalYear"])

    @property
    def modified(self) -> str:
        """When this version was made: the moment of its last correction, else of the first."""
        return str(self.descriptor.get("modified") or self.descriptor["created"])

    @property
    def address(self) -> str:
        """Where the package lies below `datapackages/` and its pages below the site."""
        return f"{self.department}/{self.fiscal_year}"

    @property
    def document(self) -> Document:
        """The document as it was read when it was imported.

        A package of an older version does not carry it; it is read again. Raises DocumentError.
        """
        found = self.rows(document_rows.TABLE)
        if not found:
            return documents.read(self.source)
        return document_rows.document(found, self.source_name.rpartition(".")[2])

    def rows(self, table: str) -> tuple[Row, ...]:
        """Return the rows of a table; none when the package does not have it."""
        return self.tables.get(table, ())

    def row(self, table: str, **key: Value) -> Row | None:
        """Return the first row whose columns have the values of `key`, or None."""
        for found in self.rows(table):
            if all(found[name] == value for name, value in key.items()):
                return found
        return None


def cell(value: Value) -> str:
    """Return the text of a cell: plain decimals as printed, empty for not stated."""
    if value is None:
        return ""
    return format(value, "f") if isinstance(value, Decimal) else str(value)


def table_csv(table: TableSchema, rows: Iterable[Row]) -> bytes:
    """Return the canonical CSV file of a table."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    names = [column.name for column in table.fields]
    writer.writerow(names)
    writer.writerows([cell(row.get(name)) for name in names] for row in rows)
    return text.getvalue().encode()


def _values(table: TableSchema, cells: Mapping[str, str], place: str) -> Row:
    row: Row = {}
    for column in table.fields:
        text = cells.get(column.name, "")
        try:
            row[column.name] = column.read(text)
        except (ValueError, InvalidOperation):
            raise PackageError(
                _("A package cannot be read."),
                [Problem(f"{place}, {column.name}", text, column.type)],
            ) from None
    return row


def _read_table(table: TableSchema, directory: Path, path: str) -> Iterator[Row]:
    rows = contents.csv_rows(contents.read(directory, path).decode("utf-8"))
    names: list[str] = next(rows, [])
    for number, cells in enumerate(rows, start=2):
        if cells:
            named = dict(zip(names, cells, strict=False))
            yield _values(table, named, f"{directory / path}: {number}")


def load(directory: Path, *, without: frozenset[str] = frozenset()) -> Package:
    """Read a package that `publish check` has found whole, but for the tables `without`.

    Raises PackageError when a file is missing or a cell is not of its type.
    """
    try:
        descriptor = json.loads(contents.read(directory, DESCRIPTOR).decode("utf-8"))
        known = tables.load()
        found = {
            resource["name"]: tuple(
                _read_table(known[resource["name"]], directory, resource["path"])
            )
            for resource in descriptor["resources"]
            if resource["name"] in known.keys() - without
        }
        source = descriptor["sources"][0]["path"]
        name = source.removeprefix("source/")
        return Package(descriptor, found, name, contents.read(directory, source))
    except (
        OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError, csv.Error,
    ) as error:  # fmt: skip
        raise contents.unreadable(directory, error) from error


def _is_package(directory: Path) -> bool:
    """Tell whether a folder is a package, or was one before it lost its descriptor."""
    kept = (directory / name for name in ("data", "source"))
    return os.path.lexists(directory / DESCRIPTOR) or any(path.is_dir() for path in kept)


sha256 = resource_entries.sha256


def find(root: Path) -> tuple[Path, ...]:
    """Return the package directories below `root`, sorted: <department>/<year>.

    One whose descriptor is gone is among them: it must not vanish without a word.
    """
    return tuple(sorted(path for path in root.glob("[!.]*/[!.]*") if _is_package(path)))


def _contents(package: Package) -> dict[str, bytes]:
    known = tables.load()
    return {
        name: table_csv(known[name], package.tables[name])
        for name in known
        if name in package.tables
    }


def described(package: Package) -> dict[str, Any]:
    """Return the descriptor with its resources: the tables, then those that people added."""
    known, before = tables.load(), resource_entries.resources(package.descriptor)
    made = [
        resource_entries.entry(known[name], content, before.get(name, {}))
        for name, content in _contents(package).items()
    ]
    added = [resource for name, resource in before.items() if name not in known]
    return {**package.descriptor, "resources": [*made, *added]}


def written(descriptor: Mapping[str, Any]) -> bytes:
    """Return the file of a descriptor."""
    return (json.dumps(descriptor, ensure_ascii=False, indent=2) + "\n").encode()


def files(package: Package) -> dict[str, bytes]:
    """Return the files of a package by their path in it; the same value gives the same bytes."""
    return {
        DESCRIPTOR: written(described(package)),
        **{f"data/{name}.csv": content for name, content in _contents(package).items()},
        f"source/{package.source_name}": package.source,
    }


def read_descriptor(directory: Path) -> Mapping[str, Any] | None:
    """Return what stands in the descriptor, whatever that is; None where it is no JSON object."""
    try:
        found = json.loads((directory / DESCRIPTOR).read_bytes().decode("utf-8"))
    except (OSError, ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def _ours(descriptor: Mapping[str, Any] | None) -> frozenset[str]:
    """Return the files of a package that the import wrote: the tables, and the document.

    Of a descriptor that cannot be read only the names of the tables are known.
    """
    known = tables.load().keys()
    if descriptor is None:
        return frozenset({DESCRIPTOR, *(f"data/{name}.csv" for name in known)})
    named = {f"data/{name}.csv" for name in known & resource_entries.resources(descriptor).keys()}
    return frozenset({DESCRIPTOR, resource_entries.first_source(descriptor), *named} - {""})


def _same(one: object, other: object) -> bool:
    return json.dumps(one, sort_keys=True) == json.dumps(other, sort_keys=True)


def unread(directory: Path) -> str:
    """Return the name under which a descriptor that cannot be read is kept: no other has it."""
    content = (directory / DESCRIPTOR).read_bytes()
    return f"{DESCRIPTOR}.{hashlib.sha256(content).hexdigest()[:8]}.unread"


def write(package: Package, directory: Path) -> None:
    """Put the package in `directory`; until the last moment the old one stands there whole.

    Files that people added stay. So does a descriptor that says the same in another form; one
    that cannot be read is kept beside the new one. Raises PackageError when something else is in
    the way, and when the folder cannot be written.
    """
    contents, before = files(package), read_descriptor(directory)
    path = directory / DESCRIPTOR
    if before is not None and _same(before, described(package)):
        contents[DESCRIPTOR] = path.read_bytes()
    elif before is None and path.is_file():
        contents[unread(directory)] = path.read_bytes()
    install(contents, directory, _ours(before))


def install(contents: Mapping[str, bytes], directory: Path, ours: Collection[str]) -> None:
    """Put files into a package; of those there already only `ours` change or go.

    Raises PackageError when something else is in the way, and when the folder cannot be written.
    """
    try:
        installations.put(contents, directory, ours)
    except OSError as error:
        raise PackageError(
            _("The package could not be written; the old one is untouched."),
            [unwritten(str(error.filename or directory), error)],
        ) from error
