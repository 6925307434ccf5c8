"""Reading a published document: bytes become paragraphs and tables, each with its locator.

A line of a text ends at a line feed and nowhere else, and is a paragraph: `L1`, `L2`, ….
"""

from __future__ import annotations

import codecs
import stat
import unicodedata
from typing import TYPE_CHECKING

from publish.documents import printed, webpages, word
from publish.documents.blocks import Document, Paragraph
from publish.documents.limits import LARGEST, LONGEST_LINE, MOST_CHARACTERS, MOST_LINES, BeyondError
from publish.errors import DocumentError, Problem
from publish.messages import _

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
ENCODINGS = ("utf-8", "gb18030")
# Word processors leave field marks (0x01-0x1f) in an export; a file with more of them is no text.
CONTROL_SHARE = 0.02


def _decode(content: bytes) -> str:
    for mark, encoding in BYTE_ORDER_MARKS:
        if content.startswith(mark):
            return content.decode(encoding)
    for encoding in ENCODINGS:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise ValueError


def _is_text(text: str) -> bool:
    odd = sum(1 for letter in text if unicodedata.category(letter) in {"Cc", "Cn", "Co"})
    plain = sum(text.count(mark) for mark in "\n\r\t\f\v")
    return "\0" not in text and odd - plain <= len(text) * CONTROL_SHARE


def _unreadable(found: str) -> DocumentError:
    return DocumentError(
        _("The document cannot be read."),
        [
            Problem(
                _("document"),
                found,
                _("a text file (.txt) in UTF-8 or GB18030"),
                _("open the document in a word processor, save it as plain text, and import that"),
            )
        ],
    )


def _lines_of_text(text: str) -> tuple[Paragraph, ...]:
    found = text.split("\n")
    if found[-1] == "":
        del found[-1]
    return tuple(
        Paragraph(f"L{number}", line.removesuffix("\r").replace("\r", " "))
        for number, line in enumerate(found, start=1)
    )


def _too_large(problems: Iterable[Problem]) -> DocumentError:
    return DocumentError(_("The document is larger than any disclosure."), problems)


def _beyond(document: Document) -> Iterator[Problem]:
    """Yield what is more than a document may have."""
    found = printed.lines(document)
    size = sum(len(line.text) for line in found)
    remedy = _("import each year and each department from a document of its own")
    if len(found) > MOST_LINES:
        lines_found = _("{count} lines").format(count=len(found))
        yield Problem(
            _("document"), lines_found, _("at most {count}").format(count=MOST_LINES), remedy
        )
    if size > MOST_CHARACTERS:
        yield _too_many_characters(_("{count} characters").format(count=size), remedy)
    for line in found:
        if len(line.text) > LONGEST_LINE:
            yield Problem(
                line.locator,
                _("{count} characters").format(count=len(line.text)),
                _("at most {count} in a line").format(count=LONGEST_LINE),
                _("save the document with a line for each paragraph"),
            )
            return


def _too_many_characters(found: str, remedy: str) -> Problem:
    return Problem(_("document"), found, _("at most {count}").format(count=MOST_CHARACTERS), remedy)


def read(content: bytes) -> Document:
    """Return a text in UTF-8, UTF-16 with a mark, or GB18030, a page or a .docx as a document.

    Raises DocumentError when the bytes are empty, none of these, or more than a document may have.
    """
    try:
        found = _read(content)
    except BeyondError:
        most = _("more than {count} characters, or a file that unpacks to far more").format(
            count=MOST_CHARACTERS
        )
        remedy = _("import each year and each department from a document of its own")
        raise _too_large([_too_many_characters(most, remedy)]) from None
    if problems := tuple(_beyond(found)):
        raise _too_large(problems)
    return found


def _read(content: bytes) -> Document:
    if not content.strip():
        raise _unreadable(_("an empty file"))
    try:
        if word.fits(content):
            return Document("docx", word.blocks(content, LARGEST))
        text = _decode(content)
    except ValueError:
        raise _unreadable(_("a binary file")) from None
    if not _is_text(text):
        raise _unreadable(_("a binary file"))
    if webpages.fits(text):
        return Document("html", webpages.blocks(text))
    return Document("text", _lines_of_text(text))


def _is_named(path: Path) -> bool:
    """Tell whether the name is UTF-8: it is published, and becomes an address."""
    return not any("\ud800" <= letter <= "\udfff" for letter in path.name)


def _refused(path: Path, found: str, expected: str) -> DocumentError:
    problem = Problem(str(path), found, expected)
    return DocumentError(_("The document cannot be read."), [problem])


def load(path: Path) -> bytes:
    """Return the bytes of the document at `path`. Raises DocumentError."""
    if not _is_named(path):
        said, expected = _("a file name that is not UTF-8"), _("a name in UTF-8")
        problem = Problem(str(path), said, expected, _("rename the file"))
        raise DocumentError(_("The document cannot be read."), [problem])
    try:
        about = path.stat()
        if not stat.S_ISREG(about.st_mode) and not stat.S_ISDIR(about.st_mode):
            raise _refused(path, _("a device or a pipe"), _("a file"))
        if about.st_size > LARGEST:
            found = _("{size} bytes").format(size=about.st_size)
            raise _refused(path, found, _("at most {size} bytes").format(size=LARGEST))
        with path.open("rb") as file:
            # A file that grows while it is read, or lies about its size, is read no further.
            return file.read(LARGEST)
    except OSError as error:
        raise DocumentError(
            _("The document cannot be read."),
            [Problem(str(path), error.strerror or str(error), _("a file that can be read"))],
        ) from error
