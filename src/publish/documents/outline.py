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

from publish.documents import passages

if TYPE_CHECKING:
    from collections.abc import Iterator

    from publish.documents.printed import Line

# 第二部分 部门决算情况说明, 附件1, 一、收入决算情况, (一)收入, (1)收入, 1.收入
_MARK = re.compile(
    r"(?P<mark>第[一二三四五六七八九十\d]{1,4}部分|附[件表]\d*(?=$|[:、.])|[一二三四五六七八九十]{1,3}[、.]"
    r"|\([一二三四五六七八九十]{1,3}\)、?|\(\d{1,2}\)"
    rf"|{passages.POINT})(?P<title>.*)$"
)
_LEVELS = (
    ("part", re.compile(r"\A第.+部分")),  # 第二部分
    ("annex", re.compile(r"附[件表]")),  # 附件1
    ("section", re.compile(r"\A[一二三四五六七八九十]+[、.]")),  # 一、
    ("subsection", re.compile(r"\A\([一二三四五六七八九十]+\)")),  # (一)
    ("point", re.compile(r"\d|\(\d")),  # 1. (1)
)
_LONGEST = 60
_SHORT = 12
# Words with which headings of this genre end or that name their matter.
# `收入决算情况`, `主要职能`, `收入支出决算总表(万元)`
_HEADING = re.compile(
    r"情况|说明|结果|分析|概况|措施|原因|目标|建议|结论|问题|职[能责]|机构|表(?:\([^()]{0,40}\))?$|解释|报告|事项|方面$"
)
# 1.资金到位, 2.资金使用情况
_POINT_HEADING = re.compile(r"(?:情况|说明|结果|分析|结论|建议|概况|计划|到位|使用)$")
# The number of a point: `12.`
_NUMBER = re.compile(r"\d+[.、]")
# A heading without a numeral is one only where its words leave no doubt.
# 收入决算情况说明, 名词解释, 收入支出决算总表
_UNMARKED = re.compile(r"情况(?:说明)?$|解释$|决算(?:公开)?(?:总|明细)?表(?:\(.*\))?$")
# 某某局2020年度收入决算情况说明: who and when says nothing about the matter.
_OWNER = re.compile(r"^(?:关于)?(?:[^,;:。]{0,30}?\d{4}年度?|本(?:部门|单位)(?:本年度?)?)")
# The end of a long title of a part, wrapped into the next line: 部门决算情况 / 说明
_REST = re.compile(r"(?:部门|单位)?(?:决算)?(?:情况)?(?:说明|概况|分析|表)")
# What ends a clause is in no title: 本部门概况如下:
_INNER = re.compile(r"[,;:。]")
# 目录
_CONTENTS = re.compile(r"目录$")
# 第一部分 部门概况 ……… - 4 -
_CONTENTS_LINE = re.compile(r"(?:[.…·]{2}|\t)\s{0,80}+[-—]?\s{0,8}+\d{1,3}\s{0,8}+[-—]?$")


@dataclass(frozen=True, slots=True)
class SectionKind:
    """A known section: its key, its level, its usual title and the words of its headings."""

    key: str
    level: str
    title: str
    words: tuple[re.Pattern[str], ...]
    closed: bool = False
    within: tuple[str, ...] = ()

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
    within: tuple[str, ...] = ()
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
def kinds() -> tuple[SectionKind, ...]:
    """Return the known sections in the order in which they are tried."""
    path = Path(__file__).with_name("sections.toml")
    return tuple(
        SectionKind(
            found["key"],
            found["level"],
            found["title"],
            tuple(re.compile(words) for words in found["words"]),
            found.get("closed", False),
            tuple(found.get("within", ())),
        )
        for found in tomllib.loads(path.read_text("utf-8"))["section"]
    )


def _kind(title: str) -> SectionKind | None:
    bare = _OWNER.sub("", passages.bare(title).rstrip("。:"))
    return next((kind for kind in kinds() if kind.fits(bare)), None)


def _key(title: str) -> str:
    kind = _kind(title)
    return kind.key if kind else ""


def _names_matter(mark: str, title: str) -> bool:
    """Tell whether a short text behind a mark is a heading and not an item of a list."""
    # 第二部分, 附件
    if re.match(r"\A(?:第.+部分|附[件表])", mark):
        return True
    if _kind(title) is not None and _HEADING.search(title):
        return True
    # the mark of a point: `3.`, `(3)`
    if re.match(r"\(?\d", mark):
        return bool(_POINT_HEADING.search(title))
    return bool(_HEADING.search(title)) or 0 < len(title) <= _SHORT


def _level(mark: str, kind: SectionKind | None) -> str:
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
    if "heading" not in line.known:
        line.known["heading"] = _heading(line)
    found: Heading | None = line.known["heading"]
    return found


def _heading(line: Line) -> Heading | None:
    clean = passages.clean(line)
    if line.text.startswith("\t") or _CONTENTS_LINE.search(line.text.rstrip()):
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
        if kind is None or kind.within or stop >= 0 or not _UNMARKED.search(title):
            return None
    elif not _names_matter(at["mark"], title):
        return None
    mark = clean.printed(0, start)
    rest = clean.origin[end + 1][1] if end + 1 < len(clean.text) else len(line.text)
    return Heading(
        line,
        _level(at["mark"] if at else "", kind),
        mark.rstrip("、.．"),
        clean.printed(start, start + len(title)),
        kind.key if kind else "",
        kind.within if kind else (),
        line.text[rest:],
    )


def _without_contents(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """Return the lines behind the table of contents, whose lines look like headings.

    The contents end where a heading of theirs comes again, numeral and words.
    """
    begin = next(
        (at for at, line in enumerate(lines) if _CONTENTS.match(passages.clean(line).text)),
        len(lines),
    )
    entries: dict[tuple[str, str], int] = {}
    for at in range(begin + 1, len(lines)):
        found = heading(lines[at])
        if found is None or not found.title:
            continue
        entry = (found.number, passages.bare(found.title))
        if entry in entries:
            return lines[: entries[entry]] + lines[at:]
        entries[entry] = at
    return lines


def _titled(found: Heading, lines: tuple[Line, ...]) -> Heading:
    """Return the heading of a part or an annex with the title that stands on the next lines."""
    if found.level not in {"part", "annex"}:
        return found
    if found.title:
        rest = passages.clean(*lines[:1])
        if not _REST.fullmatch(rest.text):
            return found
        title = found.title + rest.printed(0, len(rest.text))
        return replace(found, title=title, key=_key(title), title_lines=lines[:1])
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
    """Return every heading in its order; the contents page and rows of tables are left out."""
    body = _without_contents(lines)
    walked = list(_walk(lines))
    return tuple(
        _titled(found, body[index + 1 : index + 6])
        for index, (key, found, _line) in enumerate(walked)
        if found is not None and (found.key or key not in {"tables", "table"})
    )


def _walk(lines: tuple[Line, ...]) -> Iterator[tuple[str, Heading | None, Line]]:
    """Yield each line with the key of the section that it belongs to."""
    key, closed = "", ""
    shut = {kind.key for kind in kinds() if kind.closed}
    for line in _without_contents(lines):
        found = heading(line)
        if found is None:
            yield key, None, line
            continue
        if found.level in {"part", "annex"}:
            closed = found.key if found.key in shut else ""
            closed = "annex" if found.level == "annex" else closed
            key = found.key
        elif not closed or _reopens(found, closed):
            closed = ""
            if _opens(found, key):
                key = found.key
        yield key, found, line.part(len(line.text) - len(found.rest), len(line.text))


def _opens(found: Heading, key: str) -> bool:
    """Tell whether a heading opens a section while the section `key` is open."""
    if found.within:
        return key in found.within
    return bool(found.key) or (found.level == "section" and key != "table")


def _reopens(found: Heading, closed: str) -> bool:
    """Tell whether a heading ends the tables; no heading of a part need stand before it."""
    known = found.key not in {"", "table"} and _UNMARKED.search(passages.bare(found.title))
    return closed == "tables" and found.level == "section" and bool(known)


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
