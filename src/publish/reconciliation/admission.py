"""Whether a package may be published: sound, and at one with what is derived from it.

What `publish check` says and what stops a build is one answer. The pages show what the checks find
today and the download is the stored `findings.csv`: where the two differ nothing is built, so that
the public never meets two truths, and nothing is written that no person has reviewed.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from publish import checks, packages
from publish.checks import PackageProblem, PlaceKind, ProblemPlace, verdicts
from publish.errors import PackageError, Problem, PublishError
from publish.messages import _
from publish.packages import contents
from publish.reconciliation import acknowledgements, finding_reports, finding_rows

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from publish.checks import Checked

STORED = f"data/{finding_rows.TABLE}.csv"
_ENTRY = f"resources.{finding_rows.TABLE}."
# What a descriptor says of a file; every other kind is about what stands in it.
_SEALS = frozenset(
    {PlaceKind.HASH, PlaceKind.RESOURCE, PlaceKind.SCHEMA, PlaceKind.PATH, PlaceKind.FILE}
)


def _answers(directory: Path) -> tuple[PackageProblem, ...]:
    """Return what is wrong with the answers of staff."""
    try:
        acknowledgements.load(directory)
    except PublishError as error:
        return tuple(
            PackageProblem(
                PlaceKind.FILE,
                ProblemPlace(acknowledgements.FILE),
                problem.found,
                expected=problem.expected,
                remedy=_("correct the file at this place, or restore it from version control"),
            )
            for problem in error.problems
        )
    return ()


def _is_stored(problem: PackageProblem) -> bool:
    """Tell whether a problem is one of the stored findings, which are derived."""
    place = problem.place
    is_entry = place.file == contents.DESCRIPTOR and place.field.startswith(_ENTRY)
    return is_entry or place.file == STORED


def _stored(directory: Path) -> bytes | None:
    try:
        return contents.read(directory, STORED)
    except OSError:
        return None


def _mended(problem: PackageProblem) -> PackageProblem:
    return replace(problem, kind=PlaceKind.FINDINGS, remedy=_("run: publish check --write"))


def _difference(old: bytes | None, new: bytes) -> PackageProblem:
    """Return where the stored findings leave those of today: row 1 is the header."""
    lines = [] if old is None else old.splitlines()
    right = new.splitlines()
    pairs = zip([*lines, b""], [*right, b""], strict=False)
    row = next((at for at, pair in enumerate(pairs, start=1) if pair[0] != pair[1]), 1)
    found = _("none") if old is None else _("other findings from line {line} on").format(line=row)
    expected = _("what the checks find today: {count} findings").format(count=len(right) - 1)
    return PackageProblem(PlaceKind.FINDINGS, ProblemPlace(STORED), found, expected=expected)


def _with_findings(
    directory: Path, problems: tuple[PackageProblem, ...]
) -> tuple[PackageProblem, ...]:
    """Return the problems of a package, and whether its findings are those of today."""
    is_linked = bool(contents.link(directory, STORED))
    if is_linked or not all(map(_is_stored, problems)):
        return problems  # what else is wrong decides what the checks find
    package = packages.load(directory, without=frozenset({finding_rows.TABLE}))
    old, new = _stored(directory), finding_reports.findings_csv(package)
    if old == new:
        return tuple(_mended(one) if one.kind in _SEALS else one for one in problems)
    return tuple(map(_mended, problems or (_difference(old, new),)))


def check(directory: Path) -> Checked:
    """Return everything that is wrong in a package. Raises PackageError."""
    checked = checks.check(directory)
    problems = (*checked.problems, *_answers(directory))
    return replace(checked, problems=_with_findings(directory, problems))


def is_mendable(checked: Iterable[Checked]) -> bool:
    """Tell whether nothing is wrong that `check --write` does not put right."""
    return all(problem.kind is PlaceKind.FINDINGS for one in checked for problem in one.problems)


def written(directories: Iterable[Path], checked: Iterable[Checked]) -> tuple[Checked, ...]:
    """Write the findings of today where others stand, and return how the packages are then.

    Raises PackageError when one cannot be written.
    """
    found = []
    for directory, one in zip(directories, checked, strict=True):
        if one.problems:
            finding_reports.save(directory)
        found.append(check(directory) if one.problems else one)
    return tuple(found)


def problems(directory: Path, cache: Path) -> tuple[Problem, ...]:
    """Return the problems of a package for a build, which remembers in `cache` what has passed.

    Raises PackageError when `cache` cannot be written.
    """
    verdict = verdicts.of(directory)
    if verdicts.remembered(cache, directory) == verdict:
        return ()
    checked = check(directory)
    if not checked.problems:
        try:
            verdicts.remember(cache, directory, verdict)
        except OSError as error:
            place = str(error.filename or directory)
            problem = Problem(place, error.strerror or str(error))
            raise PackageError(_("A package cannot be checked."), [problem]) from error
    return tuple(found.problem(checked.path) for found in checked.problems)
