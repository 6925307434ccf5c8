"""The published documents that a package carries, sealed; the first one as lines of text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from publish import documents
from publish.checks import files
from publish.checks.problems import PackageProblem, PlaceKind, ProblemPlace
from publish.errors import DocumentError
from publish.messages import _
from publish.packages import DESCRIPTOR, addresses

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from publish.checks.descriptor_files import Descriptor
    from publish.checks.files import File

FOLDER = "source"


def _unreadable(file: File, error: DocumentError) -> tuple[PackageProblem, ...]:
    return tuple(
        PackageProblem(
            PlaceKind.FILE,
            ProblemPlace(file.path),
            problem.found,
            expected=problem.expected,
            remedy=problem.remedy,
        )
        for problem in error.problems
    )


def _called(file: File, at: ProblemPlace) -> tuple[PackageProblem, ...]:
    """Return what is wrong with the name of a document, which becomes an address."""
    wrong = addresses.wrong_letters(file.path.rpartition("/")[2])
    if not wrong:
        return ()
    problem = PackageProblem(
        PlaceKind.PATH,
        at,
        file.path,
        expected=_("a name without {letters}").format(letters=" ".join(wrong)),
        remedy=_("rename the document, and correct its path in datapackage.json"),
    )
    return (problem,)


def _sealed(
    directory: Path, descriptor: Descriptor
) -> Iterator[tuple[File, tuple[PackageProblem, ...]]]:
    """Yield every document that the descriptor names, and what is wrong with it as a file."""
    listed = descriptor.get("sources")
    for number, declared in enumerate(listed if isinstance(listed, list) else ()):
        if isinstance(declared, dict):  # else the rule of the property has said so
            at = ProblemPlace(DESCRIPTOR, field=f"sources.{number}.path")
            file = files.read(directory, FOLDER, declared, at)
            yield file, (*file.problems, *_called(file, at))


def read(
    directory: Path, descriptor: Descriptor
) -> tuple[tuple[str, ...] | None, tuple[PackageProblem, ...]]:
    """Return the lines of the first source, None where there are none, and what is wrong.

    The others, such as a scan, are held to their seals.
    """
    found = list(_sealed(directory, descriptor))
    problems = tuple(problem for _file, wrong in found for problem in wrong)
    first = found[0][0] if found else None
    if first is None or first.content is None:
        return None, problems
    try:
        return documents.lines(first.content), problems
    except DocumentError as error:
        return None, (*problems, *_unreadable(first, error))
