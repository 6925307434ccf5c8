"""Every text of a descriptor, wherever it stands: printable, and no address that a click would run.

Source: Data Package v2; the addresses are those of licences, contributors and the package itself.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from publish.checks import descriptor_files
from publish.checks.cells import controls
from publish.messages import _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from publish.checks.descriptor_files import Descriptor
    from publish.checks.problems import PackageProblem

ADDRESSES = frozenset({"path", "homepage", "url", "href", "image"})
# Their paths are files of the package, and have claims of their own.
FILES = frozenset({"resources", "sources"})
_ADDRESS = re.compile(r"""(?:https?://|mailto:)[^\s<>"\\]+""")  # https://example.org/licence


def _texts(name: str, found: object) -> Iterator[tuple[str, str]]:
    """Yield (name of the property, text), names of properties and what is inside of them alike."""
    if isinstance(found, str):
        yield name, found
    elif isinstance(found, dict):
        for key, value in found.items():
            yield name, key
            yield from _texts(f"{name}.{key}" if name else key, value)
    elif isinstance(found, list):
        for number, value in enumerate(found):
            yield from _texts(f"{name}.{number}", value)


def _is_address(name: str) -> bool:
    """Tell whether a property is an address: licenses.0.path, and not sources.0.path."""
    parts = name.split(".")
    return parts[-1] in ADDRESSES and parts[0] not in FILES


def check(descriptor: Descriptor) -> Iterator[PackageProblem]:
    """Yield every text with control characters, and every address that is none of the web."""
    for name, text in _texts("", dict(descriptor)):
        if controls(text):
            yield descriptor_files.problem(name, text, _("a text without control characters"))
        elif _is_address(name) and not _ADDRESS.fullmatch(text):
            expected = _("an address that begins with https://, http:// or mailto:")
            yield descriptor_files.problem(name, text, expected)
