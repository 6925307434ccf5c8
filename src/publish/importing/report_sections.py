"""Evaluation reports: their titles, their sections with the whole text, and where they begin.

A report stands in an annex under a title that ends with 报告, or is the section on performance
of the explanation itself. The text is kept whole, a paragraph a line.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from publish.documents import outline, passages
from publish.importing.drafts import Draft, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from publish.documents.outline import Heading
    from publish.documents.printed import Line

TABLE = "evaluation-reports"
# 部门整体支出绩效自评报告
_TITLE = re.compile(r"(?:绩效(?:自评|评价|自评价)?|自评|评价)(?:综合)?报告$")
# 《绩效自评报告》, 见附件:
_NO_TITLE = re.compile(r"[,;。:《》、]")
_LONGEST = 70
_TITLE_LINES = 3
_RANKS = ("part", "annex", "section", "subsection", "point", "item")


@dataclass(frozen=True, slots=True)
class EvaluationReport:
    """A report: its title as printed, the lines of its title, and the lines of its body."""

    title: str
    title_lines: tuple[Line, ...]
    lines: tuple[Line, ...]


@dataclass(slots=True)
class ReportPart:
    """A section of a report: its heading, the numerals above it, its paragraphs."""

    heading: Heading | None
    numerals: str
    lines: list[Line] = field(default_factory=list)

    def texts(self) -> tuple[str, ...]:
        """Return the clean texts of its paragraphs."""
        return tuple(passages.clean(line).text for line in self.lines)


def _plain(line: Line) -> str:
    """Return the clean text of a line that may be a piece of a title, else nothing."""
    text = passages.clean(line).text
    if line.text.startswith("\t") or len(text) > _LONGEST or _NO_TITLE.search(text):
        return ""
    return "" if outline.mark_end(text) else text


def _title_at(lines: tuple[Line, ...], index: int) -> tuple[Line, ...]:
    """Return the lines of the title that ends at `index`; none where no title ends there."""
    if not _TITLE.search(_plain(lines[index])):
        return ()
    first = index
    while first > 0 and index - first < _TITLE_LINES - 1 and _plain(lines[first - 1]):
        first -= 1
    return lines[first : index + 1]


def _ends(heading: Heading | None) -> bool:
    return heading is not None and heading.level in {"part", "annex"}


def reports(lines: tuple[Line, ...]) -> tuple[EvaluationReport, ...]:
    """Return the reports of the annexes in their order."""
    found: list[tuple[tuple[Line, ...], list[Line]]] = []
    is_inside = False
    for index, line in enumerate(lines):
        title = _title_at(lines, index)
        if title:
            if is_inside and len(title) > 1:
                del found[-1][1][-(len(title) - 1) :]
            found.append((title, []))
            is_inside = True
        elif _ends(outline.heading(line)):
            is_inside = False
        elif is_inside:
            found[-1][1].append(line)
    return tuple(
        EvaluationReport("".join(_printed(line) for line in title), title, tuple(body))
        for title, body in found
    )


def _printed(line: Line) -> str:
    text = passages.clean(line)
    return text.printed(0, len(text.text))


# (2)追加预算安排及支出情况: automatic numbering has made 2 of 二.
_BRACKETED = re.compile(r"\((?P<number>\d{1,2}|[一二三四五六七八九十])\)")
_NUMERALS = "一二三四五六七八九十"


def _order(mark: str) -> int:
    """Return the number of a heading in brackets, (二) or (2); 0 for any other mark."""
    found = _BRACKETED.match(passages.squeezed(mark))
    if found is None:
        return 0
    number = found["number"]
    return int(number) if number.isdigit() else _NUMERALS.index(number) + 1


def _level(heading: Heading, above: dict[str, str]) -> str:
    """Return the level of a heading: (1) stands below 1.

    (2) behind (一) and not behind (1) is a (二) renumbered.
    """
    order = _order(heading.number)
    if heading.level != "point" or order == 0:
        return heading.level
    is_next = order > 1 and order == _order(above.get("subsection", "")) + 1
    return "subsection" if is_next and "item" not in above else "item"


def parts(lines: tuple[Line, ...]) -> tuple[ReportPart, ...]:
    """Return the sections of a report, the first one without a heading where text precedes."""
    found = [ReportPart(None, "")]
    above: dict[str, str] = {}
    for line in lines:
        heading = outline.heading(line)
        if heading is None:
            found[-1].lines.append(line)
            continue
        own = _level(heading, above)
        rank = _RANKS.index(own)
        above = {level: mark for level, mark in above.items() if _RANKS.index(level) < rank}
        above[own] = heading.number
        found.append(ReportPart(heading, " ".join(mark for mark in above.values() if mark)))
        if heading.rest.strip():
            end = len(line.text)
            found[-1].lines.append(line.part(end - len(heading.rest), end))
    return tuple(part for part in found if part.heading or any(_printed(at) for at in part.lines))


def spans(lines: list[Line] | tuple[Line, ...]) -> tuple[Span, ...]:
    """Return the stretches of the lines that hold words."""
    found = (passages.clean(line) for line in lines)
    return tuple(Span(text, 0, len(text.text)) for text in found if text.text)


def part_drafts(report: EvaluationReport, position: int) -> Iterator[Draft]:
    """Yield a draft for each section of a report; `position` numbers them through the document."""
    for part in parts(report.lines):
        heading = part.heading
        paragraphs = [text for line in part.lines if (text := _printed(line))]
        # The heading may have its text behind it, on its own line.
        titles = [heading.line] if heading else []
        body = [line for line in part.lines if line.locator not in {at.locator for at in titles}]
        yield Draft(
            TABLE,
            {
                "position": position,
                "report": report.title,
                "section": part.numerals or None,
                "heading": heading.title if heading else None,
                "text": "\n".join(paragraphs) or None,
            },
            (*spans(titles), *spans(body)),
        )
        position += 1
