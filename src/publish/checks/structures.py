"""A whole package against the data model: every check in its order, every problem at once.

A check looks only at what the checks before it have left whole.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from publish import packages
from publish.checks import (
    cells,
    code_lists,
    descriptor_files,
    properties,
    provenance,
    resources,
    sheets,
    sources,
    strays,
    strings,
)
from publish.checks.problem_reports import Checked
from publish.checks.problems import PackageProblem, PlaceKind, ProblemPlace
from publish.checks.provenance import Source
from publish.documents.document_rows import TABLE
from publish.errors import PackageError, Problem
from publish.messages import _

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from publish.checks.descriptor_files import Descriptor
    from publish.checks.sheets import Sheet


@dataclass(frozen=True, slots=True)
class PackageContent:
    """What could be read of a package, and what was wrong so far."""

    sheets: tuple[Sheet, ...]
    source: Source | None
    year: int | None
    problems: tuple[PackageProblem, ...]


def _read(directory: Path, descriptor: Descriptor) -> PackageContent:
    found, problems = resources.check(directory, descriptor)
    document, unsound = sources.read(directory, descriptor)
    read = [sheets.read(resource) for resource in found]
    own = next((sheet for sheet, _wrong in read if sheet and sheet.table.name == TABLE), None)
    is_named = any(resource.table.name == TABLE for resource in found)
    texts = sources.carried(own) if own else sources.texts(document) if document else None
    year = properties.fiscal_year(descriptor)
    is_known = bool(found) and not unsound and (own is not None or not is_named)
    carried = tuple(sources.is_carried(own, document)) if is_known else ()
    return PackageContent(
        tuple(sheet for sheet, _wrong in read if sheet),
        None if texts is None else Source(texts, year, cells.controls("".join(texts.values()))),
        year,
        (*problems, *unsound, *carried, *(problem for _sheet, wrong in read for problem in wrong)),
    )


def _cells(content: PackageContent) -> Iterator[PackageProblem]:
    for sheet in content.sheets:
        yield from cells.units_are_known(sheet)
        yield from cells.numbers_are_plain(sheet)
        yield from cells.signs_follow_words(sheet)
        if content.year is not None:
            yield from code_lists.are_in_force(sheet, content.year)
        if content.source is not None:
            yield from cells.texts_are_printable(sheet, content.source.controls)
            yield from provenance.places_and_quotes(sheet, content.source)
            yield from provenance.numbers_are_quoted(sheet, content.source)


def _engine(content: PackageContent, known: Iterable[PackageProblem]) -> Iterator[PackageProblem]:
    """Yield what frictionless finds beyond what is known, each cell once."""
    from publish.checks import schemas  # noqa: PLC0415  slow, and a remembered verdict needs none

    places = {problem.place for problem in known}
    for problem in schemas.check(content.sheets):
        if problem.place not in places:
            places.add(problem.place)
            yield problem


def _order(problem: PackageProblem) -> tuple[bool, str, int]:
    place = problem.place
    return place.file != packages.DESCRIPTOR, place.file, place.row


def check(directory: Path) -> Checked:
    """Return everything that is wrong in the package, and how much of it was read."""
    linked = strays.linked(directory)
    if linked:
        return Checked(str(directory), 0, 0, linked)
    if not os.path.lexists(directory / packages.DESCRIPTOR):
        return Checked(str(directory), 0, 0, (_no_package(directory),))
    descriptor = descriptor_files.read(directory)
    if isinstance(descriptor, PackageProblem):
        return Checked(str(directory), 0, 0, (descriptor,))
    content = _read(directory, descriptor)
    own = (
        *properties.check(descriptor, directory),
        *strings.check(descriptor),
        *content.problems,
        *strays.check(directory, descriptor),
        *_cells(content),
    )
    problems = sorted((*own, *_engine(content, own)), key=_order)
    rows = sum(len(sheet.lines) for sheet in content.sheets)
    unpublished = strays.unpublished(directory, descriptor)
    return Checked(str(directory), len(content.sheets), rows, tuple(problems), unpublished)


def _no_package(directory: Path) -> PackageProblem:
    there = directory.is_dir()
    return PackageProblem(
        PlaceKind.PACKAGE,
        ProblemPlace(),
        _("a folder without datapackage.json") if there else _("no such folder"),
        expected=_("the folder of a package: datapackages/<department>/<year>"),
        remedy=_("correct the path, or make the package with publish import"),
    )


def directories(named: tuple[Path, ...], root: Path) -> tuple[Path, ...]:
    """Return the packages to check: those named, else every one below `root`.

    Raises PackageError when none is named and there is none.
    """
    found = named or packages.find(root)
    if not found:
        problem = Problem(
            str(root),
            _("no package"),
            _("packages in <department>/<year>"),
            _("run publish import, or name the packages to check"),
        )
        raise PackageError(_("There is nothing to check."), [problem])
    return found
