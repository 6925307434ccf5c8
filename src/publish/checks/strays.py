"""What stands in a package beside the files that its descriptor names.

A link is refused wherever it is: what it leads to would be published. Other files are not
published; in data/, which holds nothing but tables, one that nobody names is a problem.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from publish.checks.problems import PackageProblem, PlaceKind, ProblemPlace
from publish.messages import _
from publish.packages import contents

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from publish.checks.descriptor_files import Descriptor
    from publish.packages.contents import FolderEntry

TABLES = "data/"


def _no_file(place: ProblemPlace, found: str) -> PackageProblem:
    return PackageProblem(
        PlaceKind.FILE,
        place,
        found,
        expected=_("files and folders of the package itself"),
        remedy=_("put a copy of the file in its place, or move it out of the package"),
    )


def linked(directory: Path) -> tuple[PackageProblem, ...]:
    """Return that the folder of the package or of its department is a link."""
    found = contents.link(directory)
    return (_no_file(ProblemPlace(), _("a link: {path}").format(path=found)),) if found else ()


def _unnamed(path: str) -> PackageProblem:
    return PackageProblem(
        PlaceKind.FILE,
        ProblemPlace(path),
        _("a file that datapackage.json does not name"),
        remedy=_("move the file out of data/, or add its resource to datapackage.json"),
    )


def check(directory: Path, descriptor: Descriptor) -> Iterator[PackageProblem]:
    """Yield every link, everything that is no regular file, and what is no table in data/."""
    named = frozenset(contents.named(descriptor))
    words = {contents.Sort.LINK: _("a link"), contents.Sort.OTHER: _("no regular file")}
    for entry in contents.entries(directory):
        if entry.sort in words:
            yield _no_file(ProblemPlace(entry.path), words[entry.sort])
        elif entry.path.startswith(TABLES) and entry.path not in named:
            yield _unnamed(entry.path)


def _outermost(entry: FolderEntry, named: Iterable[str]) -> str:
    """Return a file that is not named, or the outermost folder around it without a named file."""
    parts = entry.path.split("/")
    folders = ("/".join(parts[:end]) + "/" for end in range(1, len(parts)))
    empty = (one for one in folders if not any(path.startswith(one) for path in named))
    return next(empty, entry.path)


def unpublished(directory: Path, descriptor: Descriptor) -> tuple[str, ...]:
    """Return what is not published, by its path; a folder without a named file as a whole."""
    named = frozenset(contents.named(descriptor))
    found = (
        _outermost(entry, named)
        for entry in contents.entries(directory)
        if entry.path not in named and not entry.path.startswith(TABLES)
    )
    return tuple(dict.fromkeys(found))
