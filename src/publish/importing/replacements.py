"""A package that takes the place of an older one: what people edited in the descriptor stays.

The import owns what identifies the package and what it read; everything else in the descriptor
is a default that people may overwrite. What people edited is what differs from that which the
import makes of the old document. What people added stays in any case.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from publish import importing, packages
from publish.errors import DocumentError, PackageError
from publish.packages import differences, histories, resource_entries
from publish.packages.differences import Changes

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from publish.packages import Package
    from publish.packages.differences import Difference

OWNED = frozenset(
    {"$schema", "name", "id", "fiscalYear", "currency", "unit", "notDisclosed", "resources"}
)
"""What is as the import makes it, whoever edited it."""
OWNED_OF_SOURCE = frozenset({"path", "bytes", "hash"})
OWNED_OF_DEPARTMENT = frozenset({"slug"})
_HISTORY = ("version", "created")
_PARTS = ("sources", "department")


@dataclass(frozen=True, slots=True)
class Succession:
    """The package to write, what it changes, and what it keeps of the edits in the descriptor.

    `version` is the one that the package becomes; empty where its data stay as they were sealed.
    `unread` is why the rows that are there cannot be compared, `lost` the name under which a
    descriptor is kept that cannot be read; empty when they can.
    """

    package: Package
    changes: Changes
    kept: tuple[str, ...] = ()
    unread: str = ""
    lost: str = ""
    version: str = ""


def _order(old: Mapping[str, Any], new: Mapping[str, Any]) -> list[str]:
    """Return the keys of both: those of `new`, and each further one behind its predecessor."""
    keys, previous = list(new), ""
    for key in old:
        if key not in new:
            keys.insert(keys.index(previous) + 1 if previous else 0, key)
        previous = key
    return keys


def _merged(
    old: Mapping[str, Any],
    base: Mapping[str, Any],
    new: Mapping[str, Any],
    owned: Collection[str],
) -> dict[str, Any]:
    """Return `new` with what differs in `old` from `base`, which the import once made."""
    merged = {}
    for key in _order(old, new):
        is_default = key not in old or (key in base and old[key] == base[key])
        if key in new and (key in owned or is_default):
            merged[key] = new[key]
        elif key in owned or not is_default:
            merged[key] = old[key]
    return merged


def _object(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _sources(descriptor: Mapping[str, Any]) -> list[Any]:
    listed = descriptor.get("sources")
    return listed if isinstance(listed, list) else []


def _first(descriptor: Mapping[str, Any]) -> dict[str, Any]:
    sources = _sources(descriptor)
    return _object(sources[0]) if sources else {}


def _merged_sources(
    old: Mapping[str, Any], base: Mapping[str, Any], new: Mapping[str, Any]
) -> list[Any]:
    """Return the document that was read, then every further source that people declared."""
    first = _merged(_first(old), _first(base), _first(new), OWNED_OF_SOURCE)
    rest = [one for one in _sources(old)[1:] if _object(one).get("path") != first["path"]]
    return [first, *rest]


def descriptor(
    old: Mapping[str, Any], base: Mapping[str, Any], new: Mapping[str, Any]
) -> dict[str, Any]:
    """Return the descriptor of the new package with what people edited in the old one.

    `base` is what the import makes of the old document. The history is that of `old`.
    """
    told = {key: value for key, value in new.items() if key != "statementOfUse"}
    if "statementOfUse" in old or "licenses" not in old:  # who grants a licence may drop it
        told = dict(new)
    merged = _merged(old, base, told, {*OWNED, *_PARTS})
    merged |= {key: old[key] for key in _HISTORY if key in old}
    was, made, read = (_object(found.get("department")) for found in (old, base, new))
    merged["department"] = _merged(was, made, read, OWNED_OF_DEPARTMENT)
    merged["sources"] = _merged_sources(old, base, new)
    return merged


def _derived(directory: Path, old: Mapping[str, Any], new: Package) -> Mapping[str, Any]:
    """Return what the import makes of the old document; nothing where it cannot be read."""
    path = resource_entries.first_source(old)
    try:
        content = (directory / path).read_bytes() if path else b""
        return importing.describe(content, Path(path).name, new.department, new.fiscal_year)
    except (OSError, DocumentError):
        return {}


def _rewritten(directory: Path, new: Package, changed: Collection[str]) -> tuple[str, ...]:
    """Return the tables whose file changes though no row does: somebody edited it."""
    found = []
    for path, content in packages.files(new).items():
        name = Path(path).stem
        if path.startswith("data/") and name not in changed:
            with suppress(OSError):  # a file that is not there, or cannot be read, tells nothing
                found += [name] if (directory / path).read_bytes() != content else []
    return tuple(found)


def _published(changes: Changes, old: Mapping[str, Any], new: Mapping[str, Any]) -> Changes:
    """Return the changes without tables whose seal stays: there a damaged file is mended."""
    before, after = resource_entries.resources(old), resource_entries.resources(new)
    mended = {name for name in after if after[name].get("hash") == before.get(name, {}).get("hash")}
    return replace(
        changes,
        rows=tuple(row for row in changes.rows if row.table not in mended),
        files=tuple(name for name in changes.files if name not in mended),
    )


def _kept(merged: Mapping[str, Any], new: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the properties that the import would have made otherwise."""
    return tuple(
        found.key
        for found in differences.properties(new, merged)
        if found.sign != "+" and not found.key.startswith("resources.")
    )


def of(directory: Path, new: Package) -> Succession:
    """Return what is to be written where a package stands in `directory` already."""
    old = packages.read_descriptor(directory)
    rows: tuple[Difference, ...] = ()
    unread = ""
    try:
        rows = differences.differences(packages.load(directory).tables, new.tables)
    except PackageError as error:
        unread = error.message
    if old is None:
        is_there = (directory / packages.DESCRIPTOR).is_file()
        return Succession(
            new, Changes(rows), unread=unread, lost=packages.unread(directory) if is_there else ""
        )
    merged = descriptor(old, _derived(directory, old, new), new.descriptor)
    # The old resources go along: what people added to them stays.
    package = replace(new, descriptor=merged)
    described = packages.described(package)
    before, after = differences.columns(old), differences.columns(described)
    changes = Changes(
        rows,
        differences.properties(old, described),
        tuple(name for name in after if name not in before),
        tuple(name for name in before if name not in after),
        _rewritten(directory, package, {row.table for row in rows}),
    )
    told = histories.continued(package.descriptor, _published(changes, old, described))
    return Succession(
        replace(package, descriptor=told),
        changes,
        _kept(merged, new.descriptor),
        unread,
        version="" if told == package.descriptor else told["version"],
    )
