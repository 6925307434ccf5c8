"""Putting a finished folder in the place of an old one, so that a reader never meets half of it."""

from __future__ import annotations

import ctypes
import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

AT_FDCWD = -100
RENAME_EXCHANGE = 2  # Linux; RENAME_SWAP of macOS has the same number
ASIDE = ".old"
"""Ends the name of a folder moved aside; `whole_files.tidy` puts it back where a run died."""


def _exchange(one: Path, other: Path) -> bool:
    """Swap two folders in one step; False where the system or its file system cannot."""
    names = (os.fsencode(one), os.fsencode(other))
    try:
        library = ctypes.CDLL(None, use_errno=True)
        if hasattr(library, "renamex_np"):  # macOS
            return bool(library.renamex_np(*names, RENAME_EXCHANGE) == 0)
        rename = library.renameat2
    except (OSError, AttributeError):
        return False
    return bool(rename(AT_FDCWD, names[0], AT_FDCWD, names[1], RENAME_EXCHANGE) == 0)


def move_aside(new: Path, target: Path) -> None:
    """Swap two folders in three moves; raises OSError with `target` as it was."""
    aside = new.with_name(target.name + ASIDE)
    target.rename(aside)
    try:
        new.rename(target)
    except OSError:
        aside.rename(target)
        raise
    aside.rename(new)


def put(new: Path, target: Path) -> None:
    """Let `new` stand at `target`; what stood there ends up at the place of `new`.

    Both must lie on one file system. Raises OSError; `target` is then as it was.
    """
    if not target.exists():
        new.rename(target)
    elif not _exchange(new, target):
        move_aside(new, target)
