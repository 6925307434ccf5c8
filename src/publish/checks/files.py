"""Files that a descriptor seals with their size and checksum: the tables and the source."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from publish import packages
from publish.checks import paths
from publish.checks.problems import Kind, PackageProblem, Place
from publish.messages import _

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


def _read(directory: Path, path: str) -> File:
    try:
        return File(path, (directory / path).read_bytes())
    except OSError as error:
        found = _("no such file") if isinstance(error, FileNotFoundError) else str(error.strerror)
        problem = PackageProblem(
            Kind.FILE,
            Place(path),
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
            Kind.HASH,
            Place(path, field=name),
            str(value),
            expected=_("{value}, as datapackage.json says").format(value=declared.get(name)),
            remedy=by_hand(),
        )
        for name, value in actual.items()
        if value != declared.get(name)
    ]


def read(directory: Path, folder: str, declared: Mapping[str, object], at: Place) -> File:
    """Return the file that `declared` (path, bytes, hash; the place `at`) names below `folder`."""
    path = declared.get("path")
    reason = (
        paths.reason(directory, path, folder) if isinstance(path, str) else _("not a path in text")
    )
    if not isinstance(path, str) or reason:
        problem = PackageProblem(
            Kind.PATH,
            at,
            _("{path}: {reason}").format(path=path, reason=reason),
            expected=paths.expected(folder),
            remedy=_("move the file into the package and name it with its path from there"),
        )
        return File("", None, (problem,))
    file = _read(directory, path)
    if file.content is None:
        return file
    return File(path, file.content, tuple(_broken_seals(path, file.content, declared)))
