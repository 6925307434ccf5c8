"""Word documents (.docx): a zip archive with the text in word/document.xml."""

from __future__ import annotations

import io
import lzma
import struct
import zipfile
import zlib
from typing import TYPE_CHECKING

from publish.documents import elements
from publish.documents.elements import Elements
from publish.documents.limits import DENSEST, BeyondError

if TYPE_CHECKING:
    from publish.documents.blocks import Paragraph, Table

_SIGNATURE = b"PK\x03\x04"
_BODY = "word/document.xml"
# The declarations of a small document are packed best.
_HEADER = 4096
# A text box is kept once.
WORD = Elements(
    text=frozenset({"w:t"}),
    paragraphs=frozenset({"w:p"}),
    blocks=frozenset(),
    breaks=frozenset({"w:br", "w:cr"}),
    kept=frozenset(),
    cells=frozenset({"w:tc"}),
    row="w:tr",
    table="w:tbl",
    tabs=frozenset({"w:tab"}),
    left_out=frozenset({"mc:fallback", "w:ppr", "w:rpr", "w:del"}),
    body="w:body",
)


def fits(content: bytes) -> bool:
    """Tell whether the bytes are a zip archive."""
    return content.startswith(_SIGNATURE)


def blocks(content: bytes, largest: int) -> tuple[Paragraph | Table, ...]:
    """Return the paragraphs and tables of a Word document.

    Raises ValueError when the archive is damaged, has no such document, or unpacks to more than
    `largest` bytes.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            about = archive.getinfo(_BODY)
            if about.file_size > min(largest, DENSEST * (about.compress_size + _HEADER)):
                raise BeyondError
            with archive.open(about) as file:
                body = file.read(about.file_size).decode()
    except (
        zipfile.BadZipFile,
        KeyError,
        NotImplementedError,
        RuntimeError,
        OSError,
        EOFError,
        zlib.error,
        lzma.LZMAError,
        struct.error,
    ) as error:
        raise ValueError(_BODY) from error
    return elements.blocks(body, WORD)
