"""The published documents that a package carries, sealed, and what was read from the first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from publish import documents
from publish.checks import files
from publish.checks.descriptor_files import shown
from publish.checks.problems import PackageProblem, PlaceKind, ProblemPlace
from publish.documents import document_rows
from publish.errors import DocumentError
from publish.messages import _
from publish.packages import DESCRIPTOR, addresses

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from publish.checks.descriptor_files import Descriptor
    from publish.checks.files import File
    from publish.checks.sheets import Sheet
    from publish.documents.blocks import Document

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
) -> tuple[Document | None, tuple[PackageProblem, ...]]:
    """Return the first source as it is read today, None where it is not, and what is wrong.

    The others, such as a scan, are held to their seals.
    """
    found = list(_sealed(directory, descriptor))
    problems = tuple(problem for _file, wrong in found for problem in wrong)
    first = found[0][0] if found else None
    if first is None or first.content is None:
        return None, problems
    try:
        return documents.read(first.content), problems
    except DocumentError as error:
        return None, (*problems, *_unreadable(first, error))


def texts(document: Document) -> dict[str, str]:
    """Return the text at each place of a document, in its order."""
    return {str(row["locator"]): str(row["text"] or "") for row in document_rows.rows(document, {})}


def carried(sheet: Sheet) -> dict[str, str]:
    """Return the text at each place of the document as the package carries it."""
    locator, text = sheet.index("locator"), sheet.index("text")
    return {line.cells[locator]: line.cells[text] for line in sheet.lines}


def is_carried(sheet: Sheet | None, document: Document | None) -> Iterator[PackageProblem]:
    """Yield that a package does not carry its document, or another text than a text file has.

    How other formats are read may change; what the package carries is what its rows refer to.
    """
    remedy = _("run publish import again with --force")
    if sheet is None:
        yield PackageProblem(
            PlaceKind.RESOURCE,
            ProblemPlace(DESCRIPTOR, field="resources"),
            _("no table document: the package was made by an older version"),
            expected=_("the document as it was read, to which all places refer"),
            remedy=_("run publish import again with --force; nothing else changes"),
        )
    elif document is not None and document.format == "text":
        right, found = texts(document), carried(sheet)
        for line in sheet.lines:
            place, text = line.cells[sheet.index("locator")], line.cells[sheet.index("text")]
            if right.pop(place, None) != text:
                yield PackageProblem(
                    PlaceKind.QUOTE,
                    sheet.place(line.number, "text"),
                    shown(text),
                    expected=_("the words of the source at {place}").format(place=place),
                    remedy=remedy,
                )
                return
        if right:
            place = next(iter(right))
            yield PackageProblem(
                PlaceKind.QUOTE,
                ProblemPlace(sheet.file, len(found) + 1),
                _("the document without {place}").format(place=place),
                expected=_("every line of the source"),
                remedy=remedy,
            )
