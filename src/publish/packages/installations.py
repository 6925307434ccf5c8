"""The files of a package put in place in one step; whatever else lies in its folder stays.

What people added is carried over under its name, hidden files, folders and links, too. Nothing
that people wrote is overwritten: the command refuses, with the names.
"""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from publish.errors import PackageError, Problem
from publish.messages import _
from publish.packages import folders, whole_files

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping


def _holds(path: Path, content: bytes) -> bool:
    with suppress(OSError):
        return path.stat().st_size == len(content) and path.read_bytes() == content
    return False


def _in_the_way(directory: Path, path: str) -> str:
    """Return what stands where no file can be written at all, in words; empty where it can."""
    for folder in Path(path).parents[:-1]:
        if (directory / folder).is_symlink():
            return _("{path}, a link").format(path=folder)
        if (directory / folder).exists() and not (directory / folder).is_dir():
            return _("{path}, not a folder").format(path=folder)
    return _("a folder") if (directory / path).is_dir() else ""


def _found(directory: Path, path: str, content: bytes) -> str:
    """Return what people wrote where another file must stand, in words; empty where nothing."""
    target = directory / path
    is_there = target.is_symlink() or target.exists()
    return _("a file with other content") if is_there and not _holds(target, content) else ""


def _refusals(
    contents: Mapping[str, bytes], directory: Path, replaceable: Collection[str]
) -> Iterator[Problem]:
    expected = _("no file that publish did not write")
    remedy = _("move it away, then run the command again")
    if directory.exists() and not directory.is_dir():
        yield Problem(str(directory), _("a file"), _("the folder of a package"), remedy)
    for path, content in contents.items():
        found = _in_the_way(directory, path)
        if not found and path not in replaceable:
            found = _found(directory, path, content)
        if found:
            yield Problem(str(directory / path), found, expected, remedy)


def _carry_file(old: Path, new: Path) -> None:
    """Give a file a second name, or where the file system has none, a copy."""
    try:
        os.link(old, new, follow_symlinks=False)
    except OSError:
        if old.is_symlink():
            new.symlink_to(old.readlink())
        else:
            whole_files.write(new, old.read_bytes())
            shutil.copystat(old, new)


def _carry(old: Path, new: Path, changed: Collection[Path]) -> None:
    """Give everything in a folder a place in the new one, but for what changes."""
    new.mkdir()
    for path in sorted(old.iterdir()):
        if path.is_dir() and not path.is_symlink():
            if not whole_files.is_room(path):
                _carry(path, new / path.name, changed)
        elif path not in changed:
            _carry_file(path, new / path.name)
    shutil.copymode(old, new)


def _make(contents: Mapping[str, bytes], directory: Path, new: Path) -> None:
    """Write the files into the new folder; an error names the place that each is meant for."""
    for path, content in contents.items():
        try:
            whole_files.write(new / path, content)
        except OSError as error:
            place = str(directory / path)
            raise OSError(error.errno, error.strerror or str(error), place) from error


def put(contents: Mapping[str, bytes], directory: Path, replaceable: Collection[str]) -> None:
    """Let `directory` hold these files; of what stands there only `replaceable` changes or goes.

    Until the last moment the old folder stands there whole; where nothing changes, no byte and no
    time does. Raises OSError, and PackageError where a file that is not replaceable is in the way.
    """
    real = Path(os.path.realpath(directory))  # a link to the folder of a package stays one
    whole_files.tidy(real.parent)
    if problems := tuple(_refusals(contents, directory, replaceable)):
        raise PackageError(
            _("Something else stands where a file must be written; nothing was written."), problems
        )
    changed = {p: content for p, content in contents.items() if not _holds(directory / p, content)}
    gone = {path for path in replaceable if path not in contents and (directory / path).exists()}
    if not changed and not gone:
        return
    with whole_files.opened(real.parent) as room:
        new = room / real.name
        if real.is_dir():
            _carry(real, new, {real / path for path in (*changed, *gone)})
        _make(changed, directory, new)
        folders.put(new, real)
