"""The history of a package, which its descriptor tells: `version`, `modified` and `changes`.

A new reading or a correction raises the version: PATCH corrects values, MINOR adds rows, columns
or tables, MAJOR takes tables or columns away. No clock is asked: the date is that of the reading
rules. `created` stays. Source: DATA-MODEL, changes decided after the first release.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from publish.packages.differences import Changes

# The edition of the reading rules: packages read by one edition carry one date, whatever the day.
EDITION = "2026-11-23T00:00:00Z"
VERSION = "1.0.0"
_NUMBERS = re.compile(r"(0|[1-9]\d{0,8})\.(0|[1-9]\d{0,8})\.(0|[1-9]\d{0,8})", re.ASCII)
"""1.0.12; the number of a version has nine digits at most."""
KEYS = frozenset({"version", "modified", "changes"})
"""The properties that tell the history; `created` is the first of it and stays."""
_SIGNS = {"+": "added", "~": "changed", "-": "removed"}


def raised(version: object, changes: Changes) -> str:
    """Return the version after the changes; one that is no version counts as the first."""
    read = _NUMBERS.fullmatch(version) if isinstance(version, str) else None
    major, minor, patch = (int(part) for part in (read.groups() if read else VERSION.split(".")))
    if changes.gone:
        return f"{major + 1}.0.0"
    if changes.added or any(row.sign == "+" for row in changes.rows):
        return f"{major}.{minor + 1}.0"
    return f"{major}.{minor}.{patch + 1}"


def _entry(version: str, changes: Changes) -> dict[str, Any]:
    """Return what the change log tells of the changes; what is empty is left out."""
    rows = Counter(_SIGNS[row.sign] for row in changes.rows)
    told = {
        "rows": {name: rows[name] for name in _SIGNS.values() if rows[name]},
        "tables": list(dict.fromkeys([row.table for row in changes.rows] + [*changes.files])),
        "properties": [found.key for found in changes.properties],
        "added": list(changes.added),
        "removed": list(changes.gone),
    }
    return {
        "version": version,
        "date": EDITION,
        **{name: value for name, value in told.items() if value},
    }


def continued(descriptor: Mapping[str, Any], changes: Changes) -> dict[str, Any]:
    """Return the descriptor with the changes in its history; without changes it is the same."""
    if not changes:
        return dict(descriptor)
    version, log = raised(descriptor.get("version"), changes), descriptor.get("changes")
    before = log if isinstance(log, list) else []
    history = {"modified": EDITION, "changes": [*before, _entry(version, changes)]}
    told: dict[str, Any] = {}
    for key, value in descriptor.items():
        told[key] = value
        if key == "created":
            told.update(history)  # beside it where it is new
    return {**told, "version": version, **history}
