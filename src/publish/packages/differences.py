"""What a new reading of a document changes in a package: rows, properties, tables and columns."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from publish import packages, tables
from publish.documents import document_rows
from publish.packages import cell, resource_entries

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from publish.tables import Row, TableSchema, Value

# What follows from other changes is none of its own.
_FOLLOWS = frozenset({"version", "created", "modified", "changes"})
_SEALS = frozenset({"bytes", "hash"})


@dataclass(frozen=True, slots=True)
class Difference:
    """A row that is new, gone or changed: `cells` are (column, before, after).

    For a property of a descriptor the table is the descriptor, and the column has no name.
    """

    table: str
    key: str
    cells: tuple[tuple[str, str, str], ...]

    @property
    def sign(self) -> str:
        """`+` for a new row, `-` for one that is gone, `~` for a changed one."""
        if all(before == "" for _column, before, _after in self.cells):
            return "+"
        return "-" if all(after == "" for _column, _before, after in self.cells) else "~"


@dataclass(frozen=True, slots=True)
class Changes:
    """Everything that differs between two states of a package.

    `added` and `gone` are tables and columns: `income`, `income.share_pct`. `files` are tables
    whose bytes change and no row does.
    """

    rows: tuple[Difference, ...] = ()
    properties: tuple[Difference, ...] = ()
    added: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    files: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return any((self.rows, self.properties, self.added, self.gone, self.files))


def _by_key(table: TableSchema, rows: Iterable[Row]) -> dict[tuple[Value, ...], Row]:
    return {tuple(row[name] for name in table.primary_key): row for row in rows}


def _cells(table: TableSchema, old: Row, new: Row) -> tuple[tuple[str, str, str], ...]:
    return tuple(
        (column.name, cell(old.get(column.name)), cell(new.get(column.name)))
        for column in table.fields
        if cell(old.get(column.name)) != cell(new.get(column.name))
    )


def differences(
    old: Mapping[str, tuple[Row, ...]], new: Mapping[str, tuple[Row, ...]]
) -> tuple[Difference, ...]:
    """Return the differences between two sets of tables, in the order of the data model.

    The document is no news where a package of an older version did not carry it.
    """
    found = []
    for name, table in tables.load().items():
        if name == document_rows.TABLE and name not in old:
            continue
        before, after = _by_key(table, old.get(name, ())), _by_key(table, new.get(name, ()))
        for key in dict.fromkeys([*before, *after]):
            cells = _cells(table, before.get(key, {}), after.get(key, {}))
            if cells:
                found.append(Difference(name, " ".join(cell(part) for part in key), cells))
    return tuple(found)


def _leaves(value: object, name: str) -> Iterator[tuple[str, str]]:
    """Yield the values within a value, each by its path, as JSON; a text as it is."""
    if isinstance(value, dict) and value:
        for key, inner in value.items():
            yield from _leaves(inner, f"{name}.{key}")
    elif isinstance(value, list) and any(isinstance(inner, dict) for inner in value):
        for number, inner in enumerate(value):
            yield from _leaves(inner, f"{name}.{number}")
    else:
        yield name, value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _told(key: str, value: object) -> object:
    """Return a property of a resource; a whole schema is one property."""
    return json.dumps(value, ensure_ascii=False) if key == "schema" else value


def _properties(descriptor: Mapping[str, Any]) -> dict[str, str]:
    """Return the properties of a descriptor by their paths, without what follows from others."""
    aside = _FOLLOWS | {"resources"}
    told = {key: value for key, value in descriptor.items() if key not in aside}
    for name, entry in resource_entries.resources(descriptor).items():
        told[f"resources.{name}"] = {
            key: _told(key, value) for key, value in entry.items() if key not in _SEALS
        }
    return {path: text for name, value in told.items() for path, text in _leaves(value, str(name))}


def properties(old: Mapping[str, Any], new: Mapping[str, Any]) -> tuple[Difference, ...]:
    """Return what differs between two descriptors, property by property."""
    before, after = _properties(old), _properties(new)
    return tuple(
        Difference(packages.DESCRIPTOR, name, (("", before.get(name, ""), after.get(name, "")),))
        for name in dict.fromkeys([*before, *after])
        if before.get(name) != after.get(name)
    )


def columns(descriptor: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the tables and columns that a descriptor declares: `income`, `income.share_pct`."""
    found = []
    for name, entry in resource_entries.resources(descriptor).items():
        schema = entry.get("schema")
        fields = schema.get("fields") if isinstance(schema, dict) else None
        listed = fields if isinstance(fields, list) else ()
        named = [field for field in listed if isinstance(field, dict)]
        found += [name, *(f"{name}.{field.get('name')}" for field in named)]
    return tuple(found)
