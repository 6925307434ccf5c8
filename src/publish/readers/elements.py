"""Lines of text from elements: what HTML pages and the body of a Word document have in common.

Both are read by Python's tolerant HTML parser: it knows no entities but characters, follows no
reference, and reads a damaged document as far as it goes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from html.parser import HTMLParser

_BLANKS = re.compile(r"[ \t\r\n\f\v]+")


@dataclass(frozen=True, slots=True)
class Elements:
    """The names of the elements of a format, in small letters.

    `text` are those whose words count, empty for all; `blocks` end a line; `cells` are parted by
    a tab, and a `row` of them is one line; `left_out` is skipped with all that it contains.
    """

    text: frozenset[str]
    blocks: frozenset[str]
    cells: frozenset[str]
    row: str
    tabs: frozenset[str]
    left_out: frozenset[str]


class _Collector(HTMLParser):
    """Gathers the lines of a document; the state is the line that is open."""

    def __init__(self, elements: Elements) -> None:
        super().__init__(convert_charrefs=True)
        self.elements = elements
        self.lines: list[str] = []
        self.cells: list[str] = []
        self.words: list[str] = []
        self.rows = self.skipped = self.counted = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element."""
        del attrs
        if tag in self.elements.left_out:
            self.skipped += 1
        elif tag == self.elements.row:
            self.end_line()
            self.rows += 1
        elif tag in self.elements.cells and self.rows and self.words:
            self.cells.append(self.taken())  # the cell before was never closed
        elif tag in self.elements.tabs:
            self.words.append("\t")
        elif tag in self.elements.blocks and not self.rows:
            self.end_line()
        self.counted += tag in self.elements.text

    def handle_endtag(self, tag: str) -> None:
        """Close an element."""
        if tag in self.elements.left_out:
            self.skipped = max(self.skipped - 1, 0)
        elif tag == self.elements.row and self.rows:
            self.rows -= 1
            self.end_line()
        elif tag in self.elements.cells and self.rows:
            self.cells.append(self.taken())
        elif tag in self.elements.blocks and not self.rows:
            self.end_line()
        if tag in self.elements.text:
            self.counted = max(self.counted - 1, 0)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Read an element without content: a tab, a break, or nothing."""
        if tag in self.elements.tabs | self.elements.blocks:
            self.handle_starttag(tag, attrs)

    def handle_data(self, data: str) -> None:
        """Take the words that count."""
        if not self.skipped and (self.counted or not self.elements.text):
            self.words.append(_BLANKS.sub(" ", data))

    def taken(self) -> str:
        """Return the words gathered so far and begin anew."""
        words = "".join(self.words).strip(" ")
        self.words = []
        return words

    def end_line(self) -> None:
        """Close the open line: its cells, then its words."""
        words = self.taken()
        if self.cells:
            self.lines.append("\t".join([*self.cells, *filter(None, [words])]))
        elif words:
            self.lines.append(words)
        self.cells = []


def lines(text: str, elements: Elements) -> tuple[str, ...]:
    """Return the lines of a text; a table row is one line, its cells parted by tabs."""
    collector = _Collector(elements)
    collector.feed(text)
    collector.close()
    collector.end_line()
    return tuple(collector.lines)
