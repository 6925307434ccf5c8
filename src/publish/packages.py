"""Data packages: the values, and the two ends that read and write their files.

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
import tempfile
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import TYPE_CHECKING, Any

from publish import contents, swaps, tables
from publish.errors import PackageError, Problem
from publish.messages import _

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from publish.tables import Row, Table, Value

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
    def address(self) -> str:
        """Where the package lies below `datapackages/` and its pages below the site."""
        return f"{self.department}/{self.fiscal_year}"

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


def table_csv(table: Table, rows: Iterable[Row]) -> bytes:
    """Return the canonical CSV file of a table."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    names = [column.name for column in table.fields]
    writer.writerow(names)
    writer.writerows([cell(row.get(name)) for name in names] for row in rows)
    return text.getvalue().encode()


def _values(table: Table, cells: Mapping[str, str], place: str) -> Row:
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


def _read_table(table: Table, directory: Path, path: str) -> Iterator[Row]:
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


def find(root: Path) -> tuple[Path, ...]:
    """Return the package directories below `root`, sorted: <department>/<year>.

    One whose descriptor is gone is among them: it must not vanish without a word.
    """
    return tuple(sorted(path for path in root.glob("[!.]*/[!.]*") if _is_package(path)))


def sha256(content: bytes) -> str:
    """Return the checksum as descriptors write it."""
    return "sha256:" + hashlib.sha256(content).hexdigest()


def _resource(table: Table, content: bytes) -> dict[str, Any]:
    return {
        "name": table.name,
        "title": table.title,
        "description": table.description,
        "path": f"data/{table.name}.csv",
        "type": "table",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": sha256(content),
        "schema": table.schema(),
    }


def files(package: Package) -> dict[str, bytes]:
    """Return the files of a package by their path in it; the same value gives the same bytes."""
    known = tables.load()
    contents = {
        name: table_csv(known[name], package.tables[name])
        for name in known
        if name in package.tables
    }
    descriptor = {
        **package.descriptor,
        "resources": [_resource(known[name], content) for name, content in contents.items()],
    }
    text = json.dumps(descriptor, ensure_ascii=False, indent=2) + "\n"
    return {
        DESCRIPTOR: text.encode(),
        **{f"data/{name}.csv": content for name, content in contents.items()},
        f"source/{package.source_name}": package.source,
    }


def _keep(old: Path, new: Path) -> None:
    """Copy what people added beside the package's own files, such as answers to findings."""
    for path in old.glob("[!.]*") if old.is_dir() else ():
        if path.is_file() and not (new / path.name).exists():
            (new / path.name).write_bytes(path.read_bytes())


def write(package: Package, directory: Path) -> None:
    """Put the package in `directory`; until the last moment the old one stands there whole.

    Raises PackageError when the folder cannot be written.
    """
    try:
        directory.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".new-", dir=directory.parent) as room:
            new = Path(room) / directory.name
            for path, content in files(package).items():
                target = new / path
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(content)
            _keep(directory, new)
            swaps.put(new, directory)
    except OSError as error:
        raise PackageError(
            _("The package could not be written; the old one is untouched."),
            [
                Problem(
                    str(error.filename or directory),
                    error.strerror or str(error),
                    _("a folder that can be written, with enough space"),
                    _("free space or change the permissions, then run the command again"),
                )
            ],
        ) from error
