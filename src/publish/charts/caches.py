"""A cache of drawn charts: a folder, each file named by the key of what it shows.

The key is made of the values, of this package's own code, texts and fonts, and of the versions of
the drawing libraries: a change of any of them draws anew, everything else is read from the cache.
"""

from __future__ import annotations

import hashlib
import importlib.metadata
import json
from dataclasses import asdict
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from publish import texts
from publish.errors import BuildError, unwritten
from publish.messages import _
from publish.packages import whole_files

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from _typeshed import DataclassInstance

HERE = Path(__file__).parent
FONTS = HERE / "fonts"
LIBRARIES = ("altair", "vl-convert-python")


@cache
def _way_of_drawing() -> bytes:
    """Return a digest of code, texts, fonts and libraries, which decide how values are drawn."""
    digest = hashlib.sha256()
    for path in (*sorted(HERE.glob("*.py")), *sorted(FONTS.glob("*.otf"))):
        digest.update(path.read_bytes())
    digest.update(_written(texts.section("charts")))
    for name in LIBRARIES:
        digest.update(f"{name} {importlib.metadata.version(name)}".encode())
    return digest.digest()


def _written(values: Mapping[str, object]) -> bytes:
    return json.dumps(values, ensure_ascii=True, default=str).encode()


def content(value: DataclassInstance) -> bytes:
    """Return all that a value says, digits as they are printed."""
    return _written(asdict(value))


def _keep(made: bytes, path: Path) -> None:
    try:
        whole_files.write(path, made)
    except OSError as error:
        raise BuildError(
            _("A chart could not be kept."),
            [unwritten(str(path.parent), error)],
        ) from error


def kept(cache: Path, name: str, shown: bytes, make: Callable[[], bytes]) -> bytes:
    """Return what `make` draws of the values `shown`, from the cache where it is there.

    `name` tells one kind of file from another: `page.svg`. Raises BuildError when it cannot be
    drawn or kept.
    """
    key = hashlib.sha256(_way_of_drawing() + shown).hexdigest()
    path = cache / f"{key}-{name}"
    try:
        return path.read_bytes()
    except OSError:
        made = make()
        _keep(made, path)
        return made
