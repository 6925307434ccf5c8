"""The files of a package: which of them are published, and the one way to read any of them.

What a package publishes is what its descriptor names, and the answers of staff; no draft beside
them. Only regular files are read, none through a link, and none without a limit. Hidden files,
such as .DS_Store, are nobody's business. An OSError says which file could not be read, and why.
"""

from __future__ import annotations

import csv
import errno
import io
import json
import os
import stat
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path
from typing import TYPE_CHECKING

from publish.errors import PackageError, Problem
from publish.messages import _

if TYPE_CHECKING:
    from _csv import Reader
    from collections.abc import Iterator, Mapping

DESCRIPTOR = "datapackage.json"
BESIDE = ("acknowledgements.toml",)
"""Files that are published although no descriptor names them."""

LARGEST = 64 * 1024 * 1024
"""Bytes of a file, as of a document: more than any table of a department has."""


class Sort(Enum):
    """What stands at a path of a package."""

    FILE = auto()
    LINK = auto()
    OTHER = auto()  # a named pipe, a device, a socket


@dataclass(frozen=True, slots=True)
class FolderEntry:
    """What stands in a package, folders aside; `path` is its path there."""

    path: str
    sort: Sort


def _entry(found: os.DirEntry[str], path: str) -> FolderEntry:
    if found.is_symlink():
        return FolderEntry(path, Sort.LINK)
    return FolderEntry(path, Sort.FILE if found.is_file(follow_symlinks=False) else Sort.OTHER)


def entries(directory: Path) -> Iterator[FolderEntry]:
    """Yield everything in a package that is not hidden, sorted; no link is followed.

    A folder that cannot be listed has nothing in it.
    """
    waiting = [""]
    while waiting:
        above = waiting.pop()
        try:
            listed = sorted(os.scandir(directory / above), key=lambda found: found.name)
        except OSError:
            continue
        for found in listed:
            path = f"{above}/{found.name}" if above else found.name
            if found.name.startswith("."):
                continue
            if found.is_dir(follow_symlinks=False):
                waiting.append(path)
            else:
                yield _entry(found, path)


def link(directory: Path, path: str = "") -> str:
    """Return the link on the way to a file of a package, as a path; empty where there is none.

    The folders of the package and of its department count; what is above them is not ours.
    """
    way = (directory.parent, directory)
    parts = path.split("/") if path else []
    inside = (directory.joinpath(*parts[: end + 1]) for end in range(len(parts)))
    return next((str(step) for step in (*way, *inside) if os.path.islink(step)), "")  # noqa: PTH114


def _refused(number: int, text: str, path: Path) -> OSError:
    return OSError(number, text, str(path))


def read(directory: Path, path: str) -> bytes:
    """Return the bytes of a regular file of a package. Raises OSError."""
    place = directory / path
    found = link(directory, path)
    if found:
        raise _refused(errno.ELOOP, _("a link"), Path(found))
    # O_NONBLOCK: a named pipe that nobody writes to does not hang.
    handle = os.open(place, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    try:
        return _content(handle, place)
    finally:
        os.close(handle)


def _content(handle: int, place: Path) -> bytes:
    sort = os.fstat(handle).st_mode
    if stat.S_ISDIR(sort):
        raise _refused(errno.EISDIR, _("a folder"), place)
    if not stat.S_ISREG(sort):
        raise _refused(errno.EINVAL, _("no regular file"), place)
    with open(handle, "rb", closefd=False) as file:
        content = file.read(LARGEST + 1)
    if len(content) > LARGEST:
        text = _("more than {size} bytes").format(size=LARGEST)
        raise _refused(errno.EFBIG, text, place)
    return content


def _paths(listed: object) -> list[str]:
    items = listed if isinstance(listed, list) else []
    found = (item.get("path") for item in items if isinstance(item, dict))
    return [path for path in found if isinstance(path, str)]


def sources(descriptor: Mapping[str, object]) -> list[str]:
    """Return the paths of the documents that a descriptor names."""
    return _paths(descriptor.get("sources"))


def named(descriptor: Mapping[str, object]) -> tuple[str, ...]:
    """Return the paths of everything that a package with this descriptor publishes."""
    paths = (DESCRIPTOR, *BESIDE, *_paths(descriptor.get("resources")), *sources(descriptor))
    return tuple(dict.fromkeys(paths))


def published(directory: Path) -> dict[str, bytes]:
    """Return the files that a package publishes, by their path in it, sorted.

    Raises PackageError when one of them cannot be read.
    """
    try:
        descriptor = json.loads(read(directory, DESCRIPTOR))
        there = (
            path
            for path in sorted(named(descriptor))
            if path not in BESIDE or os.path.lexists(directory / path)
        )
        return {path: read(directory, path) for path in there}
    except (OSError, ValueError, RecursionError, AttributeError) as error:
        raise unreadable(directory, error) from error


def unreadable(directory: Path, error: Exception) -> PackageError:
    """Return that a package cannot be read, and where."""
    is_file = isinstance(error, OSError)
    place = str(error.filename or directory) if isinstance(error, OSError) else str(directory)
    found = (error.strerror if isinstance(error, OSError) else None) or str(error)
    expected = _("a file that can be read") if is_file else ""
    problem = Problem(place, found, expected, _("run: publish check"))
    return PackageError(_("A package cannot be read."), [problem])


def csv_rows(text: str) -> Reader:
    """Return the rows of a CSV file; a cell may be as long as a file. Raises csv.Error."""
    csv.field_size_limit(LARGEST)  # 128 KB is the limit otherwise; a report can be longer
    return csv.reader(io.StringIO(text, newline=""), strict=True)
