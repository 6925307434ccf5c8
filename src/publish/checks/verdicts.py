"""What a build remembers of a package: that these very files have passed these very checks.

The verdict is the checksum of every file of the package and of the toolkit, in
`build/cache/checks/<department>-<year>`; only a pass is remembered.
"""

from __future__ import annotations

import hashlib
import os
from functools import cache
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING

import publish

if TYPE_CHECKING:
    from collections.abc import Iterable

TOOLKIT = Path(publish.__file__).parent
SOURCES = frozenset({".py", ".toml", ".csv"})
ENGINE = "frictionless"  # only its version is asked for: to import it is what a verdict saves


def _checksum(root: Path, paths: Iterable[Path]) -> str:
    found = hashlib.sha256()
    for path in sorted(paths):
        content = path.read_bytes()
        found.update(f"{path.relative_to(root).as_posix()}\0{len(content)}\0".encode())
        found.update(content)
    return found.hexdigest()


@cache
def _toolkit() -> str:
    sources = (path for path in TOOLKIT.rglob("*") if path.suffix in SOURCES)
    return f"{_checksum(TOOLKIT, sources)} {metadata.version(ENGINE)}"


def of(directory: Path) -> str:
    """Return the verdict that a pass of the package would have, as its files stand now.

    Raises OSError when a file cannot be read.
    """
    # What a link leads to inside of the package is there as a file; out of it no link passes.
    files = (path for path in directory.rglob("*") if path.is_file() and not path.is_symlink())
    return f"{_toolkit()} {_checksum(directory, files)}"


def _place(cache_folder: Path, directory: Path) -> Path:
    whole = directory.resolve()
    return cache_folder / "checks" / f"{whole.parent.name}-{whole.name}"


def remembered(cache_folder: Path, directory: Path) -> str:
    """Return the verdict of the last pass of the package; empty when there was none."""
    try:
        return _place(cache_folder, directory).read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        return ""


def remember(cache_folder: Path, directory: Path, verdict: str) -> None:
    """Keep the verdict of a pass. Raises OSError."""
    place = _place(cache_folder, directory)
    place.parent.mkdir(parents=True, exist_ok=True)
    new = place.with_name(f".{place.name}.{os.getpid()}")
    new.write_text(verdict, "utf-8")
    new.replace(place)
