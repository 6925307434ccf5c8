"""The headings of a document and the sections that they open.

Headings are found by their words; their numerals are kept as printed and never relied on,
because these documents mix 一、 1、 （一） and lose some of them.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from publish import passages
from publish.documents import Line

if TYPE_CHECKING:
    from collections.abc import Iterator

_MARK = re.compile(
    r"(?P<mark>第[一二三四五六七八九十\d]+部分|附[件表]\d*(?=$|[:、.])|[一二三四五六七八九十]{1,3}[、.]"
    r"|\([一二三四五六七八九十]{1,3}\)、?|\(\d{1,2}\)|\d{1,2}[.、](?!\d))(?P<title>.*)$"
)
_LEVELS = (
    ("part", re.compile(r"第.+部分")),
    ("annex", re.compile(r"附[件表]")),
    ("section", re.compile(r"[一二三四五六七八九十]+[、.]")),
    ("subsection", re.compile(r"\([一二三四五六七八九十]+\)")),
    ("point", re.compile(r"\d|\(\d")),
)
_LONGEST = 45
_SHORT = 12
# Words with which headings of this genre end or that name their matter.
_HEADING = re.compile(
    r"情况|说明|结果|分析|概况|措施|原因|目标|建议|结论|问题|职[能责]|机构|表(?:\(.*\))?$|解释|报告|事项|方面$"
)
_POINT_HEADING = re.compile(r"(?:情况|说明|结果|分析|结论|建议|概况|计划|到位|使用)$")
_NUMBER = re.compile(r"\d+[.、]")
_INNER = re.compile(r"[,;:。]")
_CONTENTS = re.compile(r"目录$")
_CONTENTS_LINE = re.compile(r"(?:[.…·]{2,}|\t)\s*[-—]?\d{1,3}[-—]?\s*$")


@dataclass(frozen=True, slots=True)
class Kind:
    """A known section: its key, its level, its usual title and the words of its headings."""

    key: str
    level: str
    title: str
    words: tuple[re.Pattern[str], ...]
    closed: bool = False

    def fits(self, title: str) -> bool:
        """Tell whether a clean heading names this section."""
        return any(words.search(title) for words in self.words)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: its place, its numeral and title as printed, and the key of a known section."""

    line: Line
    level: str
    number: str
    title: str
    key: str = ""
    rest: str = ""
    title_lines: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A known section: its headings and its lines, gathered from wherever they stand.

    A heading with text behind it is in `lines` with that text alone, in `whole_lines` whole.
    """

    key: str
    headings: tuple[Heading, ...]
    lines: tuple[Line, ...]
    whole_lines: tuple[Line, ...] = ()

    def passages(self) -> tuple[passages.Passage, ...]:
        """Return the paragraphs of the section."""
        return passages.join(self.lines)


@cache
def kinds() -> tuple[Kind, ...]:
    """Return the known sections in the order in which they are tried."""
    path = Path(__file__).parent / "sections" / "sections.toml"
    return tuple(
        Kind(
            found["key"],
            found["level"],
            found["title"],
            tuple(re.compile(words) for words in found["words"]),
            found.get("closed", False),
        )
        for found in tomllib.loads(path.read_text("utf-8"))["section"]
    )


def _kind(title: str) -> Kind | None:
    bare = passages.bare(title).rstrip("。:")
    return next((kind for kind in kinds() if kind.fits(bare)), None)


def _names_matter(mark: str, title: str) -> bool:
    """Tell whether a short text behind a mark is a heading and not an item of a list."""
    if re.match(r"第.+部分|附[件表]", mark):
        return True
    if _kind(title) is not None and _HEADING.search(title):
        return True
    if re.match(r"\(?\d", mark):
        return bool(_POINT_HEADING.search(title))
    return bool(_HEADING.search(title)) or 0 < len(title) <= _SHORT


def _level(mark: str, kind: Kind | None) -> str:
    """Return the level by the mark; a known section keeps its level under a lost or Arabic mark."""
    if kind is not None and (not mark or (kind.level == "section" and _NUMBER.fullmatch(mark))):
        return kind.level
    return next(name for name, form in _LEVELS if form.match(mark))


def mark_end(text: str) -> int:
    """Return how many characters in front of a clean line are its numeral."""
    at = _MARK.match(text)
    return at.start("title") if at else 0


def heading(line: Line) -> Heading | None:
    """Return the heading that the line is or begins with, or None."""
    clean = passages.clean(line)
    if line.text.startswith("\t") or _CONTENTS_LINE.search(line.text.rstrip("\r\n")):
        return None
    at = _MARK.match(clean.text)
    start = at.start("title") if at else 0
    stop = clean.text.find("。", start)
    end = len(clean.text) if stop < 0 else stop
    title = clean.text[start:end].removesuffix(":")
    if len(title) > _LONGEST or _INNER.search(title):
        return None
    kind = _kind(title)
    if at is None:
        known = kind is not None and stop < 0 and re.search(r"情况(?:说明)?$|解释$", title)
        if not known:
            return None
    elif not _names_matter(at["mark"], title):
        return None
    mark = clean.printed(0, start)
    rest = clean.origin[end + 1][1] if end + 1 < len(clean.text) else len(line.text)
    return Heading(
        line,
        _level(at["mark"] if at else "", kind),
        mark.rstrip("、.．."),
        clean.printed(start, start + len(title)),
        kind.key if kind else "",
        line.text[rest:],
    )


def _without_contents(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """Return the lines behind the table of contents, whose lines look like headings."""
    for index, line in enumerate(lines):
        if not _CONTENTS.match(passages.clean(line).text):
            continue
        titles: set[str] = set()
        for after in range(index + 1, len(lines)):
            found = heading(lines[after])
            title = passages.bare(found.title) if found else ""
            if title and title in titles:
                first = next(
                    at
                    for at in range(index + 1, after)
                    if (same := heading(lines[at])) and passages.bare(same.title) == title
                )
                return lines[:first] + lines[after:] if first < after else lines
            titles.add(title)
    return lines


def _titled(found: Heading, lines: tuple[Line, ...]) -> Heading:
    """Return the heading of a part or an annex with the title that stands on the next lines."""
    if found.title or found.level not in {"part", "annex"}:
        return found
    parts = []
    for line in lines:
        text = passages.clean(line)
        if not text.text or _INNER.search(text.text) or heading(line) or line.text[:1] == "\t":
            break
        parts.append((line, text.printed(0, len(text.text))))
    title = "".join(part for _line, part in parts)
    if len(title) > 2 * _LONGEST:
        return found
    return replace(found, title=title, title_lines=tuple(line for line, _part in parts))


def headings(lines: tuple[Line, ...]) -> tuple[Heading, ...]:
    """Return every heading in its order, the contents page left out."""
    body = _without_contents(lines)
    return tuple(
        _titled(found, body[index + 1 : index + 6])
        for index, line in enumerate(body)
        if (found := heading(line)) is not None
    )


def _walk(lines: tuple[Line, ...]) -> Iterator[tuple[str, Heading | None, Line]]:
    """Yield each line with the key of the section that it belongs to."""
    key, closed = "", False
    shut = {kind.key for kind in kinds() if kind.closed}
    for line in _without_contents(lines):
        found = heading(line)
        if found is None:
            yield key, None, line
            continue
        if found.level in {"part", "annex"}:
            closed = found.key in shut or found.level == "annex"
            key = found.key
        elif not closed and (found.key or found.level == "section"):
            key = found.key
        yield key, found, Line(line.locator, found.rest)


def sections(lines: tuple[Line, ...]) -> dict[str, Section]:
    """Return the known sections by key; a section that is absent has no entry."""
    found: dict[str, tuple[list[Heading], list[Line], list[Line]]] = {}
    for key, opened, line in _walk(lines):
        if not key:
            continue
        titles, body, whole = found.setdefault(key, ([], [], []))
        if opened is not None:
            titles.append(opened)
        body.append(line)
        whole.append(opened.line if opened else line)
    return {
        key: Section(key, tuple(titles), tuple(body), tuple(whole))
        for key, (titles, body, whole) in found.items()
    }
