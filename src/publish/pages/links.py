"""Ways between pages, and from a figure to the sentence of the document that states it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from publish import markup, originals

if TYPE_CHECKING:
    from collections.abc import Mapping

    from markupsafe import Markup

    from publish.originals import Line
    from publish.sentences import Words
    from publish.tables import Row

SOURCE = "source.html"
_LINE = re.compile(r"L(\d+)")


@dataclass(frozen=True, slots=True)
class Step:
    """A link to another page; `note` says more, `is_current` is set where the reader is."""

    title: str
    path: str
    note: str = ""
    is_current: bool = False

    @property
    def href(self) -> Markup:
        """The address as it stands in the page."""
        return markup.address(self.path)


@dataclass(frozen=True, slots=True)
class Link:
    """The way to a sentence: the address of its page, its anchor, and what the place is called."""

    page: str
    anchor: str
    place: str

    @property
    def href(self) -> Markup:
        """The address as it stands in the page."""
        return markup.address(f"{self.page}#{self.anchor}")


@dataclass(frozen=True, slots=True)
class Linked:
    """A figure in a sentence with the way to its place in the document."""

    text: str
    link: Link


@dataclass(frozen=True, slots=True)
class Document:
    """The document as published, seen from a page: its lines, and the way to the page 原文."""

    lines: Mapping[str, Line]
    base: str = ""

    def link(self, row: Row, digits: str = "", unit: str = "") -> Link:
        """Return the way to the words that state the row, and in them these digits.

        `unit` is a pattern of what must follow the digits.
        """
        places = originals.pieces(str(row["source_locator"]), str(row["source_quote"]))
        anchor = originals.anchor(self.lines, places, digits, unit)
        line = _LINE.match(anchor)
        name = f"原文第 {line[1]} 行" if line else f"原文 {anchor}"
        return Link(self.base + SOURCE, anchor, name)

    def linked(self, words: Words) -> tuple[str | Linked, ...]:
        """Return the sentence with a link at each of its figures."""
        return tuple(
            part if isinstance(part, str) else Linked(part.text, self.link(part.row, part.digits))
            for part in words
        )
