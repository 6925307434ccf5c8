"""What a build remembers of a package: that these very files have passed these very checks.

The verdict is the checksum of every published file of the package and of the toolkit, in
`build/cache/checks/<department>-<year>`; only a pass is remembered.
"""

from __future__ import annotations

import hashlib
from functools import cache
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING

import publish
from publish.checks import descriptor_files
from publish.checks.problems import PackageProblem
from publish.packages import contents, whole_files

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

TOOLKIT = Path(publish.__file__).parent
SOURCES = frozenset({".py", ".toml", ".csv"})
ENGINE = "frictionless"  # only its version is asked for: to import it is what a verdict saves


def _checksum(parts: Iterable[tuple[str, bytes]]) -> str:
    found = hashlib.sha256()
    for name, content in parts:
        found.update(f"{name}\0{len(content)}\0".encode("utf-8", "surrogateescape"))
        found.update(content)
    return found.hexdigest()


@cache
def _toolkit() -> str:
    sources = sorted(path for path in TOOLKIT.rglob("*") if path.suffix in SOURCES)
    parts = ((path.relative_to(TOOLKIT).as_posix(), path.read_bytes()) for path in sources)
    return f"{_checksum(parts)} {metadata.version(ENGINE)}"


def _parts(directory: Path) -> Iterator[tuple[str, bytes]]:
    """Yield what a check looks at: the names of everything, the bytes of what is published."""
    descriptor = descriptor_files.read(directory)
    named = frozenset() if isinstance(descriptor, PackageProblem) else contents.named(descriptor)
    for entry in contents.entries(directory):
        yield f"{entry.sort.name} {entry.path}", b""
        if entry.path in named and entry.sort is contents.Sort.FILE:
            try:
                yield entry.path, contents.read(directory, entry.path)
            except OSError:  # the check will say so
                yield f"unreadable {entry.path}", b""


def of(directory: Path) -> str:
    """Return the verdict that a pass of the package would have, as its files stand now."""
    return f"{_toolkit()} {_checksum(_parts(directory))}"


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
    whole_files.write(_place(cache_folder, directory), verdict.encode())
