"""The tables of a package as the data model names them; `tables.toml` is their only source.

Amounts are in 万元 (columns `_wanyuan`), shares and rates in percent points (columns `_pct`).
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeAlias

PROVENANCE = ("source_locator", "source_quote")

Value: TypeAlias = str | int | Decimal | None
"""A cell: text, whole number, exact decimal with the digits as printed, or not stated."""

Row: TypeAlias = dict[str, Value]
"""A row of a table by column name."""

THREE_PUBLIC = ("overseas", "vehicles", "reception")
"""The parts of the total of 三公经费: 因公出国（境）费, 公务用车购置及运行维护费, 公务接待费."""

MONEY_IN = ("opening", "arranged", "initial", "added")
"""The stages of an appropriation that say what there was; all others say what became of it."""


@dataclass(frozen=True, slots=True)
class Field:
    """A column: its names, its meaning, its type (string, integer, number) and its limits.

    `printed` is false for a number that counts rows and does not stand in the document.
    """

    name: str
    title: str
    description: str
    type: str = "string"
    unit: str = ""
    required: bool = False
    minimum: int | None = None
    maximum: int | None = None
    pattern: str = ""
    printed: bool = True
    values: MappingProxyType[str, str] = field(default_factory=lambda: MappingProxyType({}))

    def descriptor(self) -> dict[str, Any]:
        """Return the field of a Table Schema."""
        limits = {
            "required": self.required,
            "minimum": self.minimum,
            "maximum": self.maximum,
            "pattern": self.pattern,
            "enum": list(self.values),
        }
        constraints = {
            name: value
            for name, value in limits.items()
            if value is not None and value is not False and value not in ("", [])
        }
        found = {
            "name": self.name,
            "title": self.title,
            "description": self.description,
            "type": self.type,
            "unit": self.unit,
            "constraints": constraints,
        }
        return {name: value for name, value in found.items() if value}

    def read(self, text: str) -> Value:
        """Return the value of a cell; raises ValueError where the text is not of this type."""
        if text == "":
            return None
        if self.type == "integer":
            return int(text)
        if self.type == "number":
            return Decimal(text)
        return text


@dataclass(frozen=True, slots=True)
class TableSchema:
    """A table: its names, its columns and its keys.

    The last two columns are the provenance, but of the document itself, to which they lead.
    """

    name: str
    title: str
    description: str
    fields: tuple[Field, ...]
    primary_key: tuple[str, ...]
    foreign_keys: MappingProxyType[str, tuple[str, str]]
    keys: MappingProxyType[str, str]
    has_provenance: bool = True

    def field(self, name: str) -> Field:
        """Return the column `name`; KeyError when the table has none of this name."""
        for found in self.fields:
            if found.name == name:
                return found
        raise KeyError(name)

    def schema(self) -> dict[str, Any]:
        """Return the Table Schema."""
        found: dict[str, Any] = {
            "fields": [column.descriptor() for column in self.fields],
            "missingValues": [""],
            "primaryKey": list(self.primary_key),
        }
        if self.foreign_keys:
            found["foreignKeys"] = [
                {"fields": [column], "reference": {"resource": resource, "fields": [target]}}
                for column, (resource, target) in self.foreign_keys.items()
            ]
        return found


def _field(name: str, declared: dict[str, Any], values: dict[str, str] | None) -> Field:
    known = dict(declared)
    options = values or known.pop("values", {})
    known.pop("values", None)
    return Field(
        name=name,
        required=known.pop("required", bool(values)),
        values=MappingProxyType(options),
        **known,
    )


@cache
def load() -> MappingProxyType[str, TableSchema]:
    """Return every table of the data model by name, in the order of `tables.toml`."""
    declared = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
    tables = {}
    for name, table in declared["tables"].items():
        has_provenance = table.get("has_provenance", True)
        own = {"key": table.get("keys"), "level": table.get("levels")}
        tables[name] = TableSchema(
            name=name,
            title=table["title"],
            description=table["description"],
            fields=tuple(
                _field(
                    column,
                    declared["fields"][column] | table.get("columns", {}).get(column, {}),
                    own.get(column),
                )
                for column in (*table["fields"], *(PROVENANCE if has_provenance else ()))
            ),
            primary_key=tuple(table["primary_key"]),
            foreign_keys=MappingProxyType(
                {column: (to[0], to[1]) for column, to in table.get("foreign_keys", {}).items()}
            ),
            keys=MappingProxyType(table.get("keys", {})),
            has_provenance=has_provenance,
        )
    return MappingProxyType(tables)
