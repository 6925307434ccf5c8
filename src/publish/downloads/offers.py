"""What a page offers to download, in the words of a reader: kind, size, rows, checksum."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

from publish.texts import markup

if TYPE_CHECKING:
    from markupsafe import Markup

_STEP = 1024


def size(count: int) -> str:
    """Return a number of bytes as readers write it: 512 B, 2.1 KB, 3.4 MB."""
    amount, unit = float(count), "B"
    for larger in ("KB", "MB", "GB"):
        if amount < _STEP:
            break
        amount, unit = amount / _STEP, larger
    return f"{amount:.0f} B" if unit == "B" else f"{amount:.1f} {unit}"


@dataclass(frozen=True, slots=True)
class Offer:
    """A file beside the pages of a year."""

    kind: str
    href: Markup
    size: str
    sha256: str


def offer(kind: str, path: str, content: bytes) -> Offer:
    """Return the offer of a file that lies at `path` beside the page."""
    return Offer(kind, markup.file_address(path), size(len(content)), sha256(content).hexdigest())
