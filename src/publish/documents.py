"""Reading a published document: bytes become lines of text, each with its locator.

A line of a text ends at a line feed and nowhere else; a paragraph or a table row of a page or a
Word document is one line. Locators are `L1`, `L2`, ….
"""

from __future__ import annotations

import codecs
import stat
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import wraps
from typing import TYPE_CHECKING, Any, TypeAlias

from publish.errors import DocumentError, Problem
from publish.messages import _
from publish.readers import docx, webpages
from publish.readers.limits import (
    LARGEST,
    LONGEST_LINE,
    MOST_CHARACTERS,
    MOST_LINES,
    BeyondError,
)

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

_Lines: TypeAlias = "tuple[Line, ...]"

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
ENCODINGS = ("utf-8", "gb18030")
# Word processors leave field marks (0x01-0x1f) in an export; a file with more of them is no text.
CONTROL_SHARE = 0.02


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the document as published and where it stands (`L38`).

    `joints` are the columns where later lines begin that were joined to it, each with its locator;
    digits in `doubtful` columns may be a part of a number only. `known` is what has been found out
    about the line, by what it is: its passage, its heading. Many look at the same lines.
    """

    locator: str
    text: str
    joints: tuple[tuple[int, str], ...] = ()
    doubtful: frozenset[int] = frozenset()
    known: dict[str, Any] = field(default_factory=dict, init=False, compare=False, repr=False)

    def place(self, column: int) -> str:
        """Return the locator of the line that a column was printed in."""
        at = bisect_right(self.joints, column, key=lambda joint: joint[0])
        return self.joints[at - 1][1] if at else self.locator

    def part(self, start: int, end: int) -> Line:
        """Return the line from one column up to another; its columns keep their places."""
        if not self.joints and not self.doubtful:
            return Line(self.locator, self.text[start:end])
        joints = {max(column - start, 0): at for column, at in self.joints if column < end}
        doubtful = frozenset(column - start for column in self.doubtful if start <= column < end)
        return Line(self.locator, self.text[start:end], tuple(joints.items()), doubtful)

    def stripped(self, letters: str) -> Line:
        """Return the line without the letters at its ends."""
        start = len(self.text) - len(self.text.lstrip(letters))
        return self.part(start, max(len(self.text.rstrip(letters)), start))

    def split(self, between: re.Pattern[str]) -> tuple[Line, ...]:
        """Return the parts of the line between the places that a pattern finds."""
        found = [at.span() for at in between.finditer(self.text)]
        starts = (0, *(end for _start, end in found))
        ends = (*(start for start, _end in found), len(self.text))
        return tuple(map(self.part, starts, ends))


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


def _lines_of_text(text: str) -> tuple[str, ...]:
    found = text.split("\n")
    if found[-1] == "":
        del found[-1]
    return tuple(line.removesuffix("\r") for line in found)


def _too_large(problems: Iterable[Problem]) -> DocumentError:
    return DocumentError(_("The document is larger than any disclosure."), problems)


def _beyond(found: tuple[str, ...]) -> Iterator[Problem]:
    """Yield what is more than a document may have."""
    size = sum(map(len, found))
    remedy = _("import each year and each department from a document of its own")
    if len(found) > MOST_LINES:
        lines_found = _("{count} lines").format(count=len(found))
        yield Problem(
            _("document"), lines_found, _("at most {count}").format(count=MOST_LINES), remedy
        )
    if size > MOST_CHARACTERS:
        yield _too_many_characters(_("{count} characters").format(count=size), remedy)
    for number, line in enumerate(found, start=1):
        if len(line) > LONGEST_LINE:
            yield Problem(
                f"L{number}",
                _("{count} characters").format(count=len(line)),
                _("at most {count} in a line").format(count=LONGEST_LINE),
                _("save the document with a line for each paragraph"),
            )
            return


def _too_many_characters(found: str, remedy: str) -> Problem:
    return Problem(_("document"), found, _("at most {count}").format(count=MOST_CHARACTERS), remedy)


def lines(content: bytes) -> tuple[str, ...]:
    """Return the lines of a text in UTF-8, UTF-16 with a mark, or GB18030, a page or a .docx.

    Raises DocumentError when the bytes are empty, none of these, or more than a document may have.
    """
    try:
        found = _lines(content)
    except BeyondError:
        most = _("more than {count} characters, or a file that unpacks to far more").format(
            count=MOST_CHARACTERS
        )
        remedy = _("import each year and each department from a document of its own")
        raise _too_large([_too_many_characters(most, remedy)]) from None
    if problems := tuple(_beyond(found)):
        raise _too_large(problems)
    return found


def _lines(content: bytes) -> tuple[str, ...]:
    if not content.strip():
        raise _unreadable(_("an empty file"))
    try:
        if docx.fits(content):
            return docx.lines(content, LARGEST)
        text = _decode(content)
    except ValueError:
        raise _unreadable(_("a binary file")) from None
    if not _is_text(text):
        raise _unreadable(_("a binary file"))
    return webpages.lines(text) if webpages.fits(text) else _lines_of_text(text)


def places(content: bytes) -> dict[str, str]:
    """Return the text at each locator of a document. Raises DocumentError."""
    return {line.locator: line.text for line in read(content)}


def kept(read: Callable[[bytes], _Lines]) -> Callable[[bytes], _Lines]:
    """Return a reader that keeps what it read last, for the same bytes.

    The import, its checks and its summary read one document. Equal bytes that come from elsewhere
    are read again, so that who measures two readings measures two.
    """
    last: list[tuple[bytes, _Lines]] = []

    @wraps(read)
    def reader(content: bytes) -> _Lines:
        if not last or last[0][0] is not content:
            last[:] = [(content, read(content))]
        return last[0][1]

    return reader


@kept
def read(content: bytes) -> tuple[Line, ...]:
    """Return the lines of a document with their locators. Raises DocumentError."""
    return tuple(Line(f"L{number}", text) for number, text in enumerate(lines(content), start=1))


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
