"""What is made once in a run, whatever the number of its workers; nobody may change it."""

import fcntl
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from publish.packages import trees


def once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> Path:
    """Return the folder of this name in the run; the first worker that asks lets it be made."""
    room = factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        room = room.parent
    made, new = room / name, room / f"{name}.new"
    with (room / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not made.exists():
            shutil.rmtree(new, ignore_errors=True)  # the attempt of another worker failed
            new.mkdir()
            make(new)
            new.rename(made)
    return made


def print_of(folder: Path) -> int:
    """Return a number that tells whether any file in a folder has changed in this process."""
    return hash(frozenset(trees.read(folder).items()))
