"""Files and folders are put in place whole: nobody meets half of one, whenever a run ends.

What is new is made in a room, a hidden folder beside its place, and takes the place by one rename.
A run holds the lock of its rooms, and the system lifts a lock when a process ends, however it
ends: so the next run knows which rooms a killed one left behind, and removes these alone. Where a
file system has no locks, none is removed.
"""

from __future__ import annotations

import fcntl
import os
import re
import shutil
import tempfile
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from publish.packages import folders

if TYPE_CHECKING:
    from collections.abc import Iterator

PREFIX = ".new-"
_ROOM = re.compile(r"\.new-[a-z0-9_]{8}")
"""The name of a room: `.new-k3v_0a9x`."""


def is_room(path: Path) -> bool:
    """Tell whether a folder is named as a room."""
    return bool(_ROOM.fullmatch(path.name))


def _give_back(room: Path) -> None:
    """Put back what a run killed between two moves had moved aside; see `folders.move_aside`."""
    for aside in room.glob(f"*{folders.ASIDE}"):
        target = room.parent / aside.name.removesuffix(folders.ASIDE)
        if not target.exists():
            aside.rename(target)


def tidy(place: Path) -> None:
    """Remove the rooms in `place` whose runs are dead."""
    for room in sorted(path for path in place.glob(f"{PREFIX}*") if is_room(path)):
        with suppress(OSError):  # it is another's, or there are no locks: then it stays
            lock = os.open(room, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                _give_back(room)
                shutil.rmtree(room)
            finally:
                os.close(lock)


def _locked(place: Path) -> tuple[Path, int]:
    """Return a new room and its lock; one that was tidied away before it was locked is no room."""
    while True:
        room = Path(tempfile.mkdtemp(prefix=PREFIX, dir=place))
        with suppress(FileNotFoundError):
            lock = os.open(room, os.O_RDONLY)
            with suppress(OSError):
                fcntl.flock(lock, fcntl.LOCK_EX)
            if room.exists():
                return room, lock
            os.close(lock)


@contextmanager
def opened(place: Path) -> Iterator[Path]:
    """Give a room in `place`, which is made and tidied first; it is removed at the end."""
    place.mkdir(parents=True, exist_ok=True)
    tidy(place)
    room, lock = _locked(place)
    try:
        yield room
    finally:
        shutil.rmtree(room, ignore_errors=True)  # what is in place is; the next run tries again
        os.close(lock)


def put(path: Path, content: bytes, room: Path, *, lasts: bool = True) -> None:
    """Put a file in place by way of an open room on the same file system. Raises OSError.

    `lasts`: the content reaches the disk before the name does, so that a power cut leaves the old
    file or the new one, and never an empty one. It takes a disk milliseconds for each file, so
    what any build makes again does without: pages, and what is still in a room itself.
    """
    new = room / path.name
    try:
        with new.open("wb") as file:
            file.write(content)
            if lasts:
                file.flush()
                os.fsync(file.fileno())
        path.parent.mkdir(parents=True, exist_ok=True)
        new.replace(path)
    except OSError as error:  # the name of the room would tell nobody anything
        raise OSError(error.errno, error.strerror or str(error), str(path)) from error


def write(path: Path, content: bytes, place: Path | None = None, *, lasts: bool = True) -> None:
    """Put one file in place whole, its folder with it; the room is in `place`, else beside it.

    Raises OSError, with the file as it was.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with opened(place or path.parent) as room:
        put(path, content, room, lasts=lasts)
