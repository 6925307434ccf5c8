"""Files that a descriptor seals with their size and checksum: the tables and the source."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from publish import packages
from publish.checks import descriptor_files, paths
from publish.checks.problems import PackageProblem, PlaceKind, ProblemPlace
from publish.messages import _
from publish.packages import contents

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class File:
    """A file as the package has it; `content` is None where it may not or cannot be read."""

    path: str
    content: bytes | None
    problems: tuple[PackageProblem, ...] = ()


def by_hand() -> str:
    """Return what to do about a file that is not as `publish import` wrote it."""
    return _(
        "the file was changed by hand: restore it from version control, "
        "or run publish import again with --force"
    )


def _missing(directory: Path, path: str) -> str:
    """Return that there is no such file, and one whose name differs in capitals only."""
    near = (
        entry.path for entry in contents.entries(directory) if entry.path.lower() == path.lower()
    )
    other = next(near, "")
    return _("no such file; there is {path}").format(path=other) if other else _("no such file")


def _read(directory: Path, path: str) -> File:
    if contents.link(directory, path):
        return File(path, None)  # every link of the package is named, this one among them
    try:
        return File(path, contents.read(directory, path))
    except OSError as error:
        is_missing = isinstance(error, FileNotFoundError)
        found = _missing(directory, path) if is_missing else str(error.strerror)
        problem = PackageProblem(
            PlaceKind.FILE,
            ProblemPlace(path),
            found,
            expected=_("a file that can be read"),
            remedy=_("restore it from version control, or run publish import again with --force"),
        )
        return File(path, None, (problem,))


def _broken_seals(
    path: str, content: bytes, declared: Mapping[str, object]
) -> list[PackageProblem]:
    actual = {"bytes": len(content), "hash": packages.sha256(content)}
    return [
        PackageProblem(
            PlaceKind.HASH,
            ProblemPlace(path, field=name),
            str(value),
            expected=_("{value}, as datapackage.json says").format(
                value=descriptor_files.shown(declared.get(name))
            ),
            remedy=by_hand(),
        )
        for name, value in actual.items()
        if value != declared.get(name) or type(value) is not type(declared.get(name))
    ]


def read(directory: Path, folder: str, declared: Mapping[str, object], at: ProblemPlace) -> File:
    """Return the file that `declared` (path, bytes, hash; the place `at`) names below `folder`."""
    path = declared.get("path")
    reason = paths.reason(path, folder) if isinstance(path, str) else _("not a path in text")
    if not isinstance(path, str) or reason:
        problem = PackageProblem(
            PlaceKind.PATH,
            at,
            _("{path}: {reason}").format(path=descriptor_files.shown(path), reason=reason),
            expected=paths.expected(folder),
            remedy=_("move the file into the package and name it with its path from there"),
        )
        return File("", None, (problem,))
    file = _read(directory, path)
    if file.content is None:
        return file
    return File(path, file.content, tuple(_broken_seals(path, file.content, declared)))
