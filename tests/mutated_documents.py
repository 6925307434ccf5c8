"""Documents as nobody would publish them: lines lost, doubled and swapped, figures broken.

`mutated(random)` is a disclosure, or a part of one, after some accidents. The same state of the
random numbers gives the same bytes.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from random import Random

import example_package
import example_sentences

REFERENCE = (
    Path(__file__).parent.parent
    / "datapackages/panzhihua-emergency-management/2020/source"
    / "panzhihua-emergency-management-2020.txt"
)
# How often a document is small, and of these made of sections; how often one is whole.
_SMALL, _MADE, _WHOLE = 0.8, 0.9, 0.98
# How often a section has lines of another one.
_STRAY = 0.3
Lines = list[str]
Accident = Callable[[Random, Lines], Lines]

_DIGITS = re.compile(r"\d+(?:\.\d+)?")
# What stands where a number should: too large, too exact, in other digits, no number at all.
_FIGURES = (
    "0", "00", "-0", "-5.5", "1" * 30, "9" * 400, "7" * 5_000, "0." + "3" * 40, "12.5.7",
    "1e400", "１２３．４５", "٣٤", "²", "①", "一百二十", "1,234,567", "1,2,3", "12,3456", "NaN",
    "∞", ".5", "5.", "0.00000001", "99999999999999999", "123456789012345.67", "1" * 16 + ".5",
    "𝟙𝟚", "Ⅷ",
)  # fmt: skip
_MARKS = (
    "，。；：、（）()“”《》%％\t\u3000\xa0\u200b\ufeff\x07\x1f|#\\·…—\u202e\x85\u2028\U0001f600"
)
# Headings and pieces of sentences, put where they do not belong.
_PIECES = (
    "二十五、其他", "第二十五部分", "第99部分 附表", "(二十)情况说明", "(99)结果", "一十、说明",
    "十十、说明", "第0部分", "附件", "目录", "99999.分析", "二、", "三、收入决算情况说明",
    "各增加、减少", "分别是1、2", "其中：", "占%", "完成预算",
    "与上年相比，各增加5万元、6万元。", "较2019年各减少3万元、4万元，下降5%、6%。", "主要原因是",
    "（项）", "205教育（类）", "单价0万元以上", "其中：收入、支出总计各是1,2万元。",
    "[bookmark: _Toc1", "图1：", "\t\t\t1\t2", "|a|b|", "|---|---|",
    "图3：收入\t占比\t1\t2\t3\t4\t5\t6\t7\t8",
)  # fmt: skip


@cache
def _reference() -> tuple[str, ...]:
    return tuple(REFERENCE.read_bytes().decode("utf-8-sig").splitlines())


@cache
def _small() -> tuple[tuple[str, ...], ...]:
    sentences = ["第二部分 部门决算情况说明", "一、收入支出决算总体情况说明"]
    sentences += [sentence.text for sentence in example_sentences.catalogue()]
    return (tuple(example_package.LINES), tuple(sentences))


# Sections that make a disclosure of any document that has them, as they open.
_OPENINGS = (
    "一、收入支出决算总体情况说明", "二、收入决算情况说明", "三、支出决算情况说明",
    "四、财政拨款收入支出决算总体情况说明", "五、一般公共预算财政拨款支出决算情况说明",
    "六、一般公共预算财政拨款基本支出决算情况说明", "七、“三公”经费财政拨款支出决算情况说明",
    "八、政府性基金预算支出决算情况说明", "（二）政府采购支出情况", "（三）国有资产占有使用情况",
)  # fmt: skip


def _made(random: Random) -> Lines:
    """Return a small document: a few sections, each with a few lines of the whole one."""
    told = _reference()
    titles = random.sample(_OPENINGS, random.randint(3, 5))
    lines = ["第二部分 2020年度部门决算情况说明"]
    for title in sorted(titles, key=_OPENINGS.index):
        own = next((at for at, line in enumerate(told) if line.endswith(title[2:])), None)
        start = random.randrange(len(told)) if own is None or random.random() < _STRAY else own + 1
        lines += [title, *told[start : start + random.randint(1, 6)]]
    return lines


def _document(random: Random) -> Lines:
    """Return a small document, some stretches of the whole one, or now and then all of it."""
    sort = random.random()
    if sort < _SMALL:
        return _made(random) if random.random() < _MADE else list(random.choice(_small()))
    lines = list(_reference())
    if sort > _WHOLE:
        return lines
    kept: Lines = lines[: random.randint(0, 35)] if random.random() < 0.5 else []
    kept += lines[random.randint(34, 60) : random.randint(80, 130)]
    start = random.randrange(len(lines))
    return kept + lines[start : start + random.randint(1, 80)]


def _place(random: Random, lines: Lines) -> int:
    return random.randrange(len(lines)) if lines else 0


def _lost(random: Random, lines: Lines) -> Lines:
    at = _place(random, lines)
    return lines[:at] + lines[at + random.choice((1, 1, 1, 5, 40)) :]


def _doubled(random: Random, lines: Lines) -> Lines:
    at = _place(random, lines)
    piece = lines[at : at + random.choice((1, 1, 1, 5, 40))]
    again = random.choice((at, _place(random, lines)))
    return lines[:again] + piece + lines[again:]


def _swapped(random: Random, lines: Lines) -> Lines:
    one, other = _place(random, lines), _place(random, lines)
    if lines:
        lines[one], lines[other] = lines[other], lines[one]
    return lines


def _figure(random: Random, lines: Lines) -> Lines:
    """Replace a number, or every number, of a line."""
    numbered = [at for at, line in enumerate(lines) if _DIGITS.search(line)]
    if numbered:
        at = random.choice(numbered)
        found = list(_DIGITS.finditer(lines[at]))
        one = random.choice(found)
        new = random.choice(_FIGURES)
        whole = random.random() < 0.2
        lines[at] = (
            _DIGITS.sub(new.replace("\\", r"\\"), lines[at])
            if whole
            else lines[at][: one.start()] + new + lines[at][one.end() :]
        )
    return lines


def _digits(random: Random, lines: Lines) -> Lines:
    """Replace single digits all over the document."""
    share = random.choice((0.01, 0.1, 0.5))
    return [
        re.sub(
            r"\d",
            lambda at: random.choice("0123456789") if random.random() < share else at[0],
            line,
        )
        for line in lines
    ]


def _cut(random: Random, lines: Lines) -> Lines:
    at = _place(random, lines)
    if lines and lines[at]:
        column = random.randrange(len(lines[at]))
        lines[at : at + 1] = [
            lines[at][:column],
            *[""] * random.choice((0, 0, 1, 3)),
            lines[at][column:],
        ]
    return lines


def _joined(random: Random, lines: Lines) -> Lines:
    at = _place(random, lines)
    lines[at : at + 2] = ["".join(lines[at : at + 2])]
    return lines


def _letters(random: Random, lines: Lines) -> Lines:
    """Put marks, pieces of other sentences or noise into a line, or take letters out of it."""
    at = _place(random, lines)
    if not lines:
        return lines
    line = lines[at]
    start = random.randint(0, len(line))
    end = min(start + random.choice((0, 0, 1, 3)), len(line))
    new = random.choice(
        (random.choice(_MARKS), random.choice(_PIECES), "", random.choice(_MARKS) * 30)
    )
    lines[at] = line[:start] + new + line[end:]
    return lines


def _piece(random: Random, lines: Lines) -> Lines:
    lines.insert(_place(random, lines), random.choice(_PIECES))
    return lines


def _wrapped(random: Random, lines: Lines) -> Lines:
    width = random.choice((7, 20, 30, 40, 50))
    return [line[at : at + width] for line in lines for at in range(0, max(len(line), 1), width)]


def _wide(_random: Random, lines: Lines) -> Lines:
    return [line.translate({at: at + 0xFEE0 for at in range(0x30, 0x3A)}) for line in lines]


def _shuffled(random: Random, lines: Lines) -> Lines:
    at = _place(random, lines)
    piece = lines[at : at + 30]
    random.shuffle(piece)
    return lines[:at] + piece + lines[at + 30 :]


_ACCIDENTS: tuple[Accident, ...] = (
    _lost, _lost, _doubled, _doubled, _swapped, _swapped, _figure, _figure, _figure, _figure,
    _digits, _cut, _cut, _joined, _letters, _letters, _letters, _piece, _piece, _wrapped, _wide,
    _shuffled,
)  # fmt: skip


def _encoded(random: Random, text: str) -> bytes:
    """Return the text in an encoding of its own, now and then with a part in another."""
    encoding = random.choice(("utf-8", "utf-8", "utf-8", "utf-8-sig", "gb18030", "utf-16"))
    content = text.encode(encoding)
    if random.random() < 0.03:
        at = random.randint(0, len(text))
        return text[:at].encode(encoding) + text[at:].encode(
            random.choice(("gb18030", "utf-16-le"))
        )
    if random.random() < 0.03:
        at = random.randint(0, len(content))
        return content[:at] + random.randbytes(random.choice((1, 2, 5))) + content[at:]
    return content


def mutated(random: Random) -> bytes:
    """Return the bytes of a document after up to a dozen accidents."""
    lines = _document(random)
    for _ in range(random.choice((1, 2, 3, 5, 8, 12))):
        lines = random.choice(_ACCIDENTS)(random, lines)
    return _encoded(random, random.choice(("\n", "\n", "\r\n")).join(lines) + "\n")
