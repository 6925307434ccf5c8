"""Lines that a program has cut at a width become whole again.

A text that was wrapped shows it: many lines are as wide as the widest one, and stop in the middle
of a sentence. In such a text a full line goes on in the next one, unless that one opens a paragraph
of its own.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, TypeAlias

from publish.documents import figures, outline, passages
from publish.documents.printed import Line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_Measure: TypeAlias = "Callable[[str], int]"

# No program wraps narrower or wider; a Chinese letter is two columns wide.
_NARROWEST, _WIDEST = 20, 240
# So many full lines are no accident, if most of them stop in the middle of a sentence.
_FEW, _ENOUGH = 2, 3
_SHARE, _OPEN = 0.05, 0.6
_TAB = 8
# A longer line is no heading and no title.
_LONGEST_TITLE = 200
# 支出4383.87万元。
SENTENCE_END = re.compile(r"[。;:!?]$")
# What a program that wraps leaves in one piece: a number, a word.
# 4,383.87, 万
_PIECE = re.compile(r"[0-9A-Za-z.,%]{1,40}|.", re.DOTALL)
# How a paragraph begins that is no sentence going on.
# 第二部分, 三、, (四), 3、, ①, 附件1
STARTS = re.compile(
    r"第[一二三四五六七八九十\d]+部分|[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十\d]{1,3}\)"
    rf"|(?!\d{{1,2}}\.%){passages.POINT}|[①-⑳]|——|附[件表](?:\d|$)"
    # 项目一:安全生产专项资金  指标1:培训人数  目标1.开展培训  数量指标:培训26人
    r"|项目[一二三四五六七八九十\d]{1,2}[:、]|[指目]标\d{1,2}[:、.]|[\u4e00-\u9fff]{2,6}指标:"
)
INDENTED = ("\u3000\u3000", "  ")
# Words with which a heading is complete: 收入决算情况说明, 主要职能
_COMPLETE = re.compile(
    r"(?:情况|说明|解释|职[能责]|设置|概况|分析|表(?:\([^()]*\))?|目标|措施|建议|报告)$"
)
# and those with which one goes on: 收入决算情况 / 说明
_HEADING_GOES_ON = re.compile(r"\(|的?(?:情况|说明|综述|概况|分析|完成|表|及|和|、)")
# (1)安全生产专项资金300万元。
_ITEM = re.compile(
    r"(?:项目[一二三四五六七八九十\d]{1,2}:|\(\d{1,2}\)|\d{1,2}[.、])"
    rf"[^,;。:]{{1,80}}{figures.NUMBER}{figures.UNIT}[。:]"
)
# 安全生产专项资金绩效评价报告
_REPORT = re.compile(r"[^,;。:《》、]{1,70}报告$")


@dataclass(slots=True)
class Growing:
    """A line while others are joined to it: its parts, and the beginning of what is printed."""

    parts: list[Line] = field(default_factory=list)
    begins: str = ""

    def add(self, line: Line) -> None:
        """Join a line."""
        self.parts.append(line)
        if len(self.begins) <= _LONGEST_TITLE:
            self.begins += line.text

    def line(self) -> Line:
        """Return the parts as one line."""
        first, *others = self.parts
        if not others:
            return first
        joints, doubtful, column = list(first.joints), set(first.doubtful), len(first.text)
        for part in others:
            joints.append((column, part.locator))
            joints += [(column + at, locator) for at, locator in part.joints]
            doubtful |= {column + at for at in part.doubtful}
            column += len(part.text)
        text = "".join(part.text for part in self.parts)
        return Line(first.locator, text, tuple(joints), frozenset(doubtful))


@dataclass(frozen=True, slots=True)
class Wrap:
    """How a text was wrapped: what a line measures, and the measure of a full one.

    `is_hard`: numbers and words were cut, too.
    """

    measure: _Measure
    width: int
    is_hard: bool = False

    def is_full(self, line: str, after: str) -> bool:
        """Tell whether the beginning of the next line had no room in a line."""
        if self.is_hard:
            return self.is_exact(line, after)
        piece = _PIECE.match(after)
        if piece is None or not self.width - _NARROWEST < self.measure(line) <= self.width:
            return False
        return self.measure(line + piece[0]) > self.width

    def is_exact(self, line: str, after: str) -> bool:
        """Tell whether not even one letter more had room in a line."""
        return self.measure(line) <= self.width < self.measure(line + after[:1])


@lru_cache(maxsize=65_536)  # a document has few letters, and each of them often
def _letter(letter: str) -> int:
    return 2 if unicodedata.east_asian_width(letter) in {"W", "F"} else 1


def _columns(text: str) -> int:
    return len(text) if text.isascii() else sum(map(_letter, text))


def _tabbed(text: str) -> int:
    first, *others = text.split("\t")
    width = _columns(first)
    for part in others:
        width += _TAB - width % _TAB + _columns(part)
    return width


def _bare_columns(text: str) -> int:
    return _columns(text.rstrip())


def _digits(text: str) -> tuple[int, int]:
    """Return how many digits of a text are narrow, and how many are as wide as Chinese letters."""
    found = [_letter(letter) for letter in text if letter.isdecimal()]
    return found.count(1), found.count(2)


def _narrow_columns(text: str) -> int:
    """Measure a text whose digits were made wide after it was wrapped."""
    return _columns(text) - _digits(text)[1]


def _wide_columns(text: str) -> int:
    """Measure a text whose digits were made narrow after it was wrapped."""
    return _columns(text) + _digits(text)[0]


def _bare_length(text: str) -> int:
    return len(text.rstrip())


_MEASURES: tuple[_Measure, ...] = (
    *(len, _columns, _tabbed, _bare_length, _bare_columns),
    *(_narrow_columns, _wide_columns),
)


@dataclass(frozen=True, slots=True)
class _Measured:
    """The lines of a text as one measure has them, each alone and with the next letter."""

    measure: _Measure
    widths: list[int]
    with_next: list[int]


def _measured(texts: list[str], measure: _Measure) -> _Measured:
    with_next = [measure(line + after[:1]) for line, after in pairwise(texts)]
    return _Measured(measure, list(map(measure, texts)), with_next)


def _candidates(measured: _Measured) -> Iterator[Wrap]:
    """Yield how a text may have been wrapped: up to its widest line, or to its usual one.

    Headings and cells may have been left as they are. A Chinese letter may leave a column free.
    """
    widths = Counter(measured.widths)
    usual = max(widths, key=lambda width: (widths[width] * (width >= _NARROWEST), width))
    for width in {max(widths), usual, usual + 1}:
        if _NARROWEST <= width <= _WIDEST:
            yield Wrap(measured.measure, width)


def _full(texts: list[str], measured: _Measured, width: int) -> int:
    """Return how many lines a wrap has filled; 0 where they do not show that it did."""
    full = [
        line
        for (line, after), alone, longer in zip(
            pairwise(texts), measured.widths, measured.with_next, strict=False
        )
        if alone <= width < longer and after.strip()
    ]
    longer = sum(1 for alone in measured.widths if alone > width)
    is_open = [not SENTENCE_END.search(passages.squeezed(line)) for line in full]
    said = sum(1 for line in texts if line.strip())
    least = max(_FEW if all(is_open) else _ENOUGH, said * _SHARE, longer * _FEW)
    return len(full) if len(full) >= least and sum(is_open) >= len(full) * _OPEN else 0


def found(lines: tuple[Line, ...]) -> Wrap | None:
    """Return how a text was wrapped; None where its lines are its paragraphs."""
    texts = [line.text for line in lines]
    ranked = [
        (_full(texts, measured, wrap.width), wrap)
        for measured in (_measured(texts, measure) for measure in _MEASURES if texts)
        for wrap in _candidates(measured)
    ]
    count, best = max(ranked, key=lambda one: one[0], default=(0, None))
    if not count or best is None:
        return None
    is_hard = any(
        line[-1:].isdigit() and after[:1].isdigit() and best.is_exact(line, after)
        for line, after in pairwise(texts)
    )
    return replace(best, is_hard=is_hard)


def is_heading(text: str) -> bool:
    """Tell whether a printed line is a heading and nothing more."""
    if len(text) > _LONGEST_TITLE:
        return False
    heading = outline.heading(Line("", text))
    return heading is not None and not passages.squeezed(heading.rest)


def _is_whole(text: str) -> bool:
    """Tell whether a line as printed is a complete heading, title or caption."""
    if len(text) > _LONGEST_TITLE:
        return False
    clean = passages.clean(Line("", text)).text
    if passages.CAPTION.match(clean):
        return clean.endswith(")")
    if _ITEM.fullmatch(clean):
        return True
    # A sentence may begin as a heading without a numeral does.
    is_marked = outline.mark_end(clean) > 0 and is_heading(text)
    is_titled = is_marked or bool(_REPORT.fullmatch(clean))
    is_complete = bool(_COMPLETE.search(clean)) and clean.count("(") == clean.count(")")
    return is_titled and is_complete


def _opens(text: str) -> bool:
    """Tell whether a line as printed shows that it begins a paragraph or a caption."""
    clean = passages.squeezed(text)
    is_marked = bool(STARTS.match(clean) or passages.CAPTION.match(clean))
    return is_marked or text.startswith(INDENTED)


def _is_cut(before: Growing, after: str) -> bool:
    """Tell whether a full line goes on in the next one."""
    text, last = before.begins, before.parts[-1].text
    if after.startswith("\t"):
        is_sentence = not text.startswith("\t") and not SENTENCE_END.search(passages.squeezed(last))
        return "\t" in text.lstrip("\t") or is_sentence
    if after.startswith("|"):
        return text.startswith("|") and not last.rstrip().endswith("|")
    if after.startswith("[bookmark:"):
        return last.endswith("]")
    if _opens(after):
        return False
    clean = passages.squeezed(after)
    if _is_whole(text) and not _HEADING_GOES_ON.match(clean):
        return False
    return not (_REPORT.fullmatch(clean) and SENTENCE_END.search(passages.squeezed(last)))


def unwrapped(lines: tuple[Line, ...], wrap: Wrap) -> Iterator[Line]:
    """Yield the lines with those joined that the width of the text has cut."""
    growing = Growing()
    for line in lines:
        if growing.parts and not (
            line.text.strip()
            and wrap.is_full(growing.parts[-1].text, line.text)
            and _is_cut(growing, line.text)
        ):
            yield growing.line()
            growing = Growing()
        growing.add(line)
    if growing.parts:
        yield growing.line()


def single(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """Return the lines without the blank one behind each, where a text has one behind each."""
    if len(lines) < _ENOUGH or any(line.text.strip() for line in lines[1::2]):
        return lines
    kept = lines[::2]
    shows = any(not line.text.strip() or line.text.startswith("\t") for line in kept)
    return kept if shows or found(kept) else lines
