"""The published document that a package carries, sealed, as lines of text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from publish import documents
from publish.checks import files
from publish.checks.problems import Kind, PackageProblem, Place
from publish.errors import DocumentError
from publish.packages import DESCRIPTOR

if TYPE_CHECKING:
    from pathlib import Path

    from publish.checks.descriptors import Descriptor

FOLDER = "source"


def read(
    directory: Path, descriptor: Descriptor
) -> tuple[tuple[str, ...] | None, tuple[PackageProblem, ...]]:
    """Return the lines of the first source, None where there are none, and what is wrong."""
    listed = descriptor.get("sources")
    declared = listed[0] if isinstance(listed, list) and listed else None
    if not isinstance(declared, dict):
        return None, ()  # the rule of the property has said so
    file = files.read(directory, FOLDER, declared, Place(DESCRIPTOR, field="sources.0.path"))
    if file.content is None:
        return None, file.problems
    try:
        return documents.lines(file.content), file.problems
    except DocumentError as error:
        unreadable = (
            PackageProblem(
                Kind.FILE,
                Place(file.path),
                problem.found,
                expected=problem.expected,
                remedy=problem.remedy,
            )
            for problem in error.problems
        )
        return None, (*file.problems, *unreadable)
