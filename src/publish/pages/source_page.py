"""The page 原文: the whole document, its headings, and an address for each line and sentence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from publish import texts
from publish.downloads import safe_names
from publish.pages import titles, years
from publish.texts import markup

if TYPE_CHECKING:
    from markupsafe import Markup

    from publish.pages.originals import OriginalLine
    from publish.pages.years import Edition

# The heading of the page itself is the only one of the first depth.
_DEPTHS = {"part": 2, "annex": 3, "section": 3, "subsection": 4}
_DEEPEST = 4

# What the document says a page of the year says better: that one is found first.
_QUIET = 0.05


@dataclass(frozen=True, slots=True)
class SourceStretch:
    """A heading with the lines below it; what stands above the first heading has none."""

    depth: int
    heading: OriginalLine | None
    lines: tuple[OriginalLine, ...]

    @property
    def mark(self) -> Markup:
        """The signs in front of a heading in Markdown: ###."""
        return markup.trusted("#" * self.depth)


def _stretches(edition: Edition) -> tuple[SourceStretch, ...]:
    depths = {
        str(row["source_locator"]).partition(";")[0]: _DEPTHS.get(str(row["level"]), _DEEPEST)
        for row in edition.package.rows("outline")
    }
    found: list[tuple[int, OriginalLine | None, list[OriginalLine]]] = [(0, None, [])]
    for line in edition.document.lines.values():
        if line.anchor in depths and line.text:
            # documents skip levels; a page must not, or a screen reader seems to miss a heading
            depth = min(depths[line.anchor], (found[-1][0] or 1) + 1)
            found.append((depth, line, []))
        elif line.text:
            found[-1][2].append(line)
    return tuple(SourceStretch(depth, heading, tuple(lines)) for depth, heading, lines in found)


def source_page(edition: Edition) -> dict[str, Any]:
    """Return the values of the page of the document, beside those of the frame of a year.

    `stretches` are the headings with the lines below them, `file` is the Offer of the document,
    `is_as_text` says that it is offered under a name under which nothing in it runs.
    """
    package = edition.package
    return {
        **years.frame(edition, "source.html"),
        "stretches": _stretches(edition),
        "line_count": len(edition.document.lines),
        "has_leftovers": any(line.has_leftover for line in edition.document.lines.values()),
        "is_as_text": safe_names.name(package.source_name, package.source) != package.source_name,
        "file": edition.offers["source"][0],
        "title": titles.told(
            package, "parts.page.title_of_accounts", title=texts.plain("source.title")
        ),
        "description": titles.told(package, "source.description"),
        "hide": ["navigation"],
        "boost": _QUIET,
    }
