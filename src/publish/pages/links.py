"""Ways between pages, and from a figure to the sentence of the document that states it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from publish import texts
from publish.documents import places
from publish.pages import originals
from publish.pages.finding_marks import ADDRESS
from publish.texts import markup

if TYPE_CHECKING:
    from collections.abc import Mapping

    from markupsafe import Markup

    from publish.pages.finding_marks import Mark
    from publish.pages.originals import OriginalLine
    from publish.tables import Row
    from publish.texts.sentences import SpokenFigure, Words

SOURCE = "source.html"


@dataclass(frozen=True, slots=True)
class Crumb:
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

    @property
    def checked(self) -> Markup:
        """The address for a link in Markdown, which the generator checks."""
        return markup.address(f"{self.page.removesuffix('.html')}.md#{self.anchor}")


@dataclass(frozen=True, slots=True)
class Linked:
    """A figure in a sentence with the way to its place in the document."""

    text: str
    link: Link
    marks: tuple[Mark, ...] = ()


def plain(words: tuple[str | Linked, ...]) -> str:
    """Return a sentence with links as bare text."""
    return "".join(word if isinstance(word, str) else word.text for word in words)


@dataclass(frozen=True, slots=True)
class OriginalDocument:
    """The document as published, seen from a page: its lines, and the way to the page 原文.

    `marks` are those of its figures, by the address of their row and their column.
    """

    lines: Mapping[str, OriginalLine]
    base: str = ""
    marks: Mapping[tuple[str, str], tuple[Mark, ...]] = field(
        default_factory=lambda: MappingProxyType({})
    )

    def link(self, row: Row, digits: str = "", unit: str = "") -> Link:
        """Return the way to the words that state the row, and in them these digits.

        `unit` is a pattern of what must follow the digits.
        """
        pieces = originals.pieces(str(row["source_locator"]), str(row["source_quote"]))
        anchor = originals.anchor(self.lines, pieces, digits, unit)
        # L38s2c1 is a clause of L38
        at = places.locator(anchor.partition("s")[0])
        if at is not None and at.line is not None:
            name = texts.plain("parts.figure.line", line=at.line)
        else:
            name = texts.plain("parts.figure.anchor", anchor=anchor)
        return Link(self.base + SOURCE, anchor, name)

    def marked(self, row: Row, *columns: str) -> tuple[Mark, ...]:
        """Return the marks of these cells of a row."""
        address = str(row.get(ADDRESS))
        found = (mark for name in columns for mark in self.marks.get((address, name), ()))
        return tuple(replace(mark, page=self.base + mark.page) for mark in found)

    def _linked(self, figure: SpokenFigure) -> Linked:
        marks = self.marked(figure.row, figure.column)
        return Linked(figure.text, self.link(figure.row, figure.digits), marks)

    def linked(self, words: Words) -> tuple[str | Linked, ...]:
        """Return the sentence with a link at each of its figures."""
        return tuple(part if isinstance(part, str) else self._linked(part) for part in words)
