"""Folders of generated files: afterwards a folder holds these files and no others.

A file that is right already is not touched, so that its time tells when it really changed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from publish.packages import whole_files

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


def read(root: Path) -> dict[str, bytes]:
    """Return the files below `root` by their path in it; hidden ones are left out."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file() and not any(part.startswith(".") for part in path.relative_to(root).parts)
    }


def _holds(path: Path, content: bytes) -> bool:
    if not path.is_file() or path.stat().st_size != len(content):
        return False
    return path.read_bytes() == content


def _remove_all_but(files: Mapping[str, bytes], root: Path) -> None:
    """Remove what is not wanted, and folders where a file must stand, deepest first.

    Rooms stay: they are those of runs that are alive.
    """
    for path in sorted(root.rglob("*"), reverse=True):
        if whole_files.is_room(root / path.relative_to(root).parts[0]):
            continue
        if path.is_dir() and not path.is_symlink():
            if not any(path.iterdir()):
                path.rmdir()
        elif path.relative_to(root).as_posix() not in files:
            path.unlink()


def write(files: Mapping[str, bytes], root: Path) -> int:
    """Make `root` hold exactly these files, each whole, and return how many had to be written.

    Raises OSError.
    """
    with whole_files.opened(root) as room:
        _remove_all_but(files, root)
        changed = [name for name, content in files.items() if not _holds(root / name, content)]
        for name in changed:
            whole_files.put(root / name, files[name], room, lasts=False)
    return len(changed)
