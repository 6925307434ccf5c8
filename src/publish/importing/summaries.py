"""What a clerk reads after an import: what was found, what was not, and what to do next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from publish import tables
from publish.documents import outline
from publish.importing import coverage
from publish.messages import _

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path
    from typing import Any

    from publish.importing import Import
    from publish.importing.coverage import Token
    from publish.importing.replacements import Succession
    from publish.packages import Package
    from publish.packages.differences import Difference

_MOST = 40
_WIDE = 60


def _shortened(text: str) -> str:
    flat = text.replace("\n", " ").replace("\t", " ")
    return flat if len(flat) <= _WIDE else flat[: _WIDE - 1] + "…"


def change_lines(found: Iterable[Difference]) -> list[str]:
    """Return the differences of rows as lines, `+` new, `-` gone, `~` changed."""
    lines = []
    for difference in found:
        lines.append(f"{difference.sign} {difference.table}: {difference.key}")
        if difference.sign == "~":
            lines += [
                f"    {column}: {_shortened(before) or '∅'} → {_shortened(after) or '∅'}"
                for column, before, after in difference.cells
            ]
    return lines


def _property_lines(found: Iterable[Difference]) -> list[str]:
    return [
        f"{one.sign} {one.table}: {one.key}:"
        f" {_shortened(before) or '∅'} → {_shortened(after) or '∅'}"
        for one in found
        for _column, before, after in one.cells
    ]


def succession_lines(found: Succession) -> list[str]:
    """Return what changes where a package stands already, and what stays of people's edits."""
    changes = found.changes
    lines = [
        _("The package that is there cannot be read: {error}").format(error=found.unread)
        if found.unread
        else _("Rows that change: {count}").format(count=len(changes.rows)),
        *change_lines(changes.rows),
        *_property_lines(changes.properties),
    ]
    lines += [
        _("~ data/{table}.csv: written otherwise, though no row differs").format(table=table)
        for table in changes.files
    ]
    if found.kept:
        names = ", ".join(found.kept)
        lines.append(_("Kept as it stands in datapackage.json: {names}").format(names=names))
    if found.lost:
        lines.append(
            _("It is kept as {name}; look in it for what was edited.").format(name=found.lost)
        )
    elif found.version:
        lines.append(_("The package becomes version {version}.").format(version=found.version))
    return lines


def _section_lines(result: Import) -> list[str]:
    titles = {kind.key: kind.title for kind in outline.kinds()}
    lines = [
        _("Sections found: {titles}").format(
            titles="、".join(titles[key] for key in result.present)
        )
    ]
    if result.absent:
        lines.append(
            _("Sections not in the document: {titles}").format(
                titles="、".join(titles[key] for key in result.absent)
            )
        )
    return lines


def _uncoded(package: Package) -> list[str]:
    """Return the accounts without a code: their path of names is not in the list of the year."""
    named = [row for row in package.rows("expenditure-by-function") if row["code"] is None] + [
        row
        for row in package.rows("basic-expenditure")
        if row["level"] == "account" and row["code"] is None
    ]
    return [f"  {row['source_locator']}  {row['label']}" for row in named]


def not_understood(result: Import) -> tuple[Token, ...]:
    """Return the numbers of the document that ended in no row and have no reason.

    The official tables are left out: no reader knows them yet, and every cell would be listed.
    """
    outside = {
        line.locator
        for key in ("tables", "table")
        if key in result.sections
        for line in result.sections[key].whole_lines
    }
    return tuple(
        token
        for token in coverage.of(result.package)
        if not token.covered and token.locator not in outside
    )


def _unread_lines(result: Import) -> list[str]:
    """Return the rows of performance tables that nothing explains, with their places."""
    if not result.unread:
        return []
    return [
        _("Rows of performance tables that nothing explains; check them by hand:"),
        *(f"  {row.locator}  {_shortened(row.text)}" for row in result.unread),
    ]


def _region_lines(department: Mapping[str, Any]) -> list[str]:
    """Say what the name of the department does not tell of its region, and what to add."""
    if "region_code" not in department:
        return [
            _(
                "The region of the department is not known here; add region_code, region_name"
                " and level to `department` in datapackage.json if you know them."
            )
        ]
    if "level" in department:
        return []
    return [
        _(
            "The department is in {region}, but which level it belongs to is not known here; add"
            " level (province, prefecture, county or township) to `department` in"
            " datapackage.json, and correct region_code and region_name if you know more."
        ).format(region=department["region_name"])
    ]


def import_lines(result: Import, directory: Path) -> list[str]:
    """Return the summary of an import: tables and rows, sections, doubts, the next step."""
    package = result.package
    known = tables.load()
    rows = sum(len(table) for table in package.tables.values())
    lines = [
        _("{department}, {year}: {tables} tables, {rows} rows").format(
            department=package.department_name,
            year=package.fiscal_year,
            tables=len(package.tables),
            rows=rows,
        ),
        *(
            f"  {len(table):>5}  {name}  {known[name].title}"
            for name, table in package.tables.items()
        ),
        *_section_lines(result),
    ]
    if uncoded := _uncoded(package):
        lines += [
            _("Accounts without a code, because their names are not in the list of the year:"),
            *uncoded,
        ]
    if tokens := not_understood(result):
        lines.append(_("Figures that no rule understood; check these places by hand:"))
        lines += [
            f"  {token.locator}  {token.printed}  …{token.context}…" for token in tokens[:_MOST]
        ]
        if len(tokens) > _MOST:
            lines.append(_("  and {count} more").format(count=len(tokens) - _MOST))
    else:
        lines.append(_("Every figure of the document ended in a row."))
    lines += _region_lines(package.descriptor["department"])
    return [
        *lines,
        *_unread_lines(result),
        _("Written to {directory}").format(directory=directory),
        _("Next: compare the rows with the document, then run: publish check; publish build"),
    ]


def coverage_lines(found: Iterable[Token]) -> list[str]:
    """Return every number of the document: the row in which it ended, or why it is no figure."""
    lines = []
    for token in found:
        ended = ", ".join(f"{table}:{number}" for table, number in token.rows)
        where = ended or (f"({_(token.reason)})" if token.reason else _("NOT COVERED"))
        lines.append(f"{token.locator:>6}  {token.printed:>10}  {where}  …{token.context}…")
    return lines
