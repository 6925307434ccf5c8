"""Word documents (.docx): a zip archive with the text in word/document.xml."""

from __future__ import annotations

import io
import zipfile

from publish.readers import elements
from publish.readers.elements import Elements

_SIGNATURE = b"PK\x03\x04"
_BODY = "word/document.xml"
# The paragraphs of a row of a table are parts of its line; a text box is kept once.
WORD = Elements(
    text=frozenset({"w:t"}),
    blocks=frozenset({"w:p", "w:br", "w:cr"}),
    cells=frozenset({"w:tc"}),
    row="w:tr",
    tabs=frozenset({"w:tab"}),
    left_out=frozenset({"mc:fallback", "w:ppr", "w:rpr", "w:del"}),
)


def fits(content: bytes) -> bool:
    """Tell whether the bytes are a zip archive."""
    return content.startswith(_SIGNATURE)


def lines(content: bytes, largest: int) -> tuple[str, ...]:
    """Return the paragraphs and table rows of a Word document.

    Raises ValueError when the archive is damaged, has no such document, or unpacks to more than
    `largest` bytes.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            if archive.getinfo(_BODY).file_size > largest:
                raise ValueError(_BODY)
            body = archive.read(_BODY).decode()
    except (
        zipfile.BadZipFile,
        KeyError,
        NotImplementedError,
        RuntimeError,
        OSError,
        EOFError,
    ) as error:
        raise ValueError(_BODY) from error
    return elements.lines(body, WORD)
