"""The resources of a descriptor against the tables of the data model, and their files."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from publish import tables
from publish.checks import descriptor_files, files, paths
from publish.checks.problems import PackageProblem, PlaceKind, ProblemPlace
from publish.messages import _
from publish.packages import DESCRIPTOR

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from publish.checks.descriptor_files import Descriptor
    from publish.checks.files import File
    from publish.tables import TableSchema

FOLDER = "data"
FIXED = {"type": "table", "format": "csv", "mediatype": "text/csv", "encoding": "utf-8"}
TEXTS = ("title", "description")
# A further property (dialect, profile, data, …) could make a reader see another table.
PROPERTIES = frozenset({"name", *TEXTS, "path", *FIXED, "bytes", "hash", "schema"})


@dataclass(frozen=True, slots=True)
class Resource:
    """A resource that the data model knows, with its file."""

    table: TableSchema
    file: File


def _problem(name: str, found: object, expected: str, remedy: str = "") -> PackageProblem:
    return PackageProblem(
        PlaceKind.RESOURCE,
        ProblemPlace(DESCRIPTOR, field=f"resources.{name}"),
        descriptor_files.shown(found),
        expected=expected,
        remedy=remedy or _("correct the property in datapackage.json"),
    )


def _place(table: TableSchema, declared: Descriptor) -> list[PackageProblem]:
    """Return that a table lies elsewhere than where readers of the data look for it."""
    path, right = declared.get("path"), f"{FOLDER}/{table.name}.csv"
    if not isinstance(path, str) or path == right or paths.reason(path, FOLDER):
        return []  # right, or the reading of the file says what is wrong
    remedy = _("move the file there, and correct the property in datapackage.json")
    return [_problem(f"{table.name}.path", path, right, remedy)]


def _texts(table: TableSchema, declared: Descriptor) -> list[PackageProblem]:
    return [
        _problem(f"{table.name}.{name}", found, _("a text"))
        for name in TEXTS
        for found in (declared.get(name),)
        if not isinstance(found, str) or not found.strip()
    ]


def _fixed(table: TableSchema, declared: Descriptor) -> list[PackageProblem]:
    return [
        _problem(f"{table.name}.{name}", declared.get(name), right)
        for name, right in FIXED.items()
        if declared.get(name) != right
    ]


def _unknown(table: TableSchema, declared: Descriptor) -> list[PackageProblem]:
    return [
        _problem(
            f"{table.name}.{name}",
            declared[name],
            _("no such property"),
            _("remove the property from datapackage.json"),
        )
        for name in declared
        if name not in PROPERTIES
    ]


def _differences(found: Mapping[str, object], right: Mapping[str, object]) -> list[str]:
    return [name for name in {**right, **found} if found.get(name) != right.get(name)]


def _columns(found: object) -> dict[str, object]:
    fields = found if isinstance(found, list) else []
    return {str(column.get("name")): column for column in fields if isinstance(column, dict)}


def _differing_parts(schema: object, right: Mapping[str, object]) -> list[str]:
    if not isinstance(schema, dict):
        return []
    parts = _differences(schema, right)
    if parts != ["fields"]:
        return parts
    columns = _columns(schema.get("fields"))
    return (_differences(columns, _columns(right["fields"])) if columns else []) or parts


def _schema(table: TableSchema, declared: Descriptor) -> list[PackageProblem]:
    right, schema = table.schema(), declared.get("schema")
    if schema == right:
        return []
    parts = ", ".join(_differing_parts(schema, right))
    problem = PackageProblem(
        PlaceKind.SCHEMA,
        ProblemPlace(DESCRIPTOR, field=f"resources.{table.name}.schema"),
        _("differs in: {parts}").format(parts=parts) if parts else descriptor_files.shown(schema),
        expected=_("the schema that the data model has for {table}").format(table=table.name),
        remedy=_("run publish import again with --force; schemas are not edited by hand"),
    )
    return [problem]


def _resource(
    directory: Path, table: TableSchema, declared: Descriptor
) -> tuple[Resource, tuple[PackageProblem, ...]]:
    at = ProblemPlace(DESCRIPTOR, field=f"resources.{table.name}.path")
    file = files.read(directory, FOLDER, declared, at)
    claims = (_place, _texts, _fixed, _unknown, _schema)
    problems = (found for claim in claims for found in claim(table, declared))
    return Resource(table, file), (*problems, *file.problems)


def _declared(descriptor: Descriptor) -> tuple[Descriptor, ...]:
    listed = descriptor.get("resources")
    items = listed if isinstance(listed, list) else []
    return tuple(item for item in items if isinstance(item, dict))


def check(
    directory: Path, descriptor: Descriptor
) -> tuple[tuple[Resource, ...], tuple[PackageProblem, ...]]:
    """Return the resources that the data model knows, and what is wrong with any of them."""
    known = tables.load()
    found: dict[str, Resource] = {}
    problems: list[PackageProblem] = []
    for number, declared in enumerate(_declared(descriptor)):
        name = declared.get("name")
        if not isinstance(name, str) or name not in known:
            remedy = _("add the table to the data model, or remove the resource")
            expected = _("a table of the data model")
            problems.append(_problem(f"{number}.name", name, expected, remedy))
        elif name in found:
            problems.append(_problem(f"{number}.name", name, _("a name that is used once")))
        else:
            found[name], more = _resource(directory, known[name], declared)
            problems += more
    problems += _references(found)
    return tuple(found.values()), tuple(problems)


def _references(found: Mapping[str, Resource]) -> list[PackageProblem]:
    return [
        _problem(
            f"{name}.schema.foreignKeys",
            _("{target} is no resource of the package").format(target=target),
            _("the resource that the column {column} refers to").format(column=column),
            _("run publish import again with --force"),
        )
        for name, resource in found.items()
        for column, (target, _key) in resource.table.foreign_keys.items()
        if target not in found
    ]
