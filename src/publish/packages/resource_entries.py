"""The resources and sources that a descriptor lists, of any descriptor, whoever wrote it."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from publish.tables import TableSchema

# source/accounts.txt
_SOURCE = re.compile(r"source/[^/]+")


def sha256(content: bytes) -> str:
    """Return the checksum as descriptors write it."""
    return "sha256:" + hashlib.sha256(content).hexdigest()


def _resource(table: TableSchema, content: bytes) -> dict[str, Any]:
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


def resources(descriptor: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """Return the resources of any descriptor by their names; what is no resource is left out."""
    listed = descriptor.get("resources")
    return {
        resource["name"]: resource
        for resource in (listed if isinstance(listed, list) else ())
        if isinstance(resource, dict) and isinstance(resource.get("name"), str)
    }


def entry(table: TableSchema, content: bytes, before: Mapping[str, Any]) -> dict[str, Any]:
    """Return the resource of a table; what people added to the one `before` stands behind it."""
    made = _resource(table, content)
    return {**made, **{key: value for key, value in before.items() if key not in made}}


def sealed(table: TableSchema, content: bytes, before: Mapping[str, Any]) -> dict[str, Any]:
    """Return the resource of a table as it was `before`, but for what follows from its file."""
    made = _resource(table, content)
    return {**made, **before, **{name: made[name] for name in ("bytes", "hash", "schema")}}


def with_resource(descriptor: Mapping[str, Any], entry: Mapping[str, Any]) -> dict[str, Any]:
    """Return the descriptor with a resource in the place of the one of its name, or at the end."""
    listed = [
        entry if isinstance(one, dict) and one.get("name") == entry["name"] else one
        for one in descriptor["resources"]
    ]
    is_new = entry not in listed
    return {**descriptor, "resources": [*listed, *([entry] if is_new else [])]}


def first_source(descriptor: Mapping[str, Any]) -> str:
    """Return the path of the document that was read; empty where any descriptor names none."""
    listed = descriptor.get("sources")
    first = listed[0] if isinstance(listed, list) and listed else None
    path = first.get("path") if isinstance(first, dict) else None
    return path if isinstance(path, str) and _SOURCE.fullmatch(path) else ""
