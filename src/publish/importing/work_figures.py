"""Figures of the report on the year's work, each with the clause that states it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from publish.documents import figures
from publish.importing import rules
from publish.importing.drafts import Draft, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from publish.documents.outline import Section
    from publish.documents.passages import Passage
    from publish.tables import Row

TABLE = "work-figures"
# 登录系统填报隐患企业2680家; the comma of 1,200 parts no clauses.
_CLAUSE = re.compile(r"[^,;。]+(?:,(?=\d{3}(?!\d))[^,;。]+)*")
# 600余项, 2868人次, 5.1%, 30万吨/年, 3元/平方米
_AFTER = re.compile(
    rf"(?P<about>余|多)?(?P<unit>%|万?吨/年|{figures.MONEY}(?:/[\u4e00-\u9fff]{{1,3}})?"
    rf"|{figures.COUNT_UNIT}|[\u4e00-\u9fff])?"
)
# 约600项, 近600项
# 排查隐患约, 整改近; not 最近
_ABOUT = re.compile(r"(?:约|(?<!最)近|逾)$")
# “135+6”力量建设模式, 《推进30万吨/年以下煤矿分类处置实施方案》
_NAME = re.compile(r"“[^”]{0,200}”|《[^》]{0,200}》")
# 1.强化安全监管,稳住安全生产基本盘。夯实…
_TOPIC = re.compile(r"[^。]{1,40}(?=。)")


def _topic(passage: Passage, title: str) -> str:
    """Return the sentence that opens a paragraph like a heading, else the title of the section."""
    start = rules.prefix(passage.text)
    found = _TOPIC.match(passage.text, start)
    if found is None or figures.numbers(found[0]):
        return title
    return passage.printed(*found.span())


def _unnamed(text: str) -> list[figures.Number]:
    """Return the numbers of a text that are no dates and stand in no name."""
    shut = {place for stretch in figures.dates(text) for place in stretch}
    shut |= {place for at in _NAME.finditer(text) for place in range(*at.span())}
    return [number for number in figures.numbers(text) if number.start not in shut]


def _unit(passage: Passage, number: figures.Number) -> Row:
    """Return the unit behind a number, and whether the words around it say about."""
    after = _AFTER.match(passage.text, number.end)
    about = _ABOUT.search(passage.text, 0, number.start) or (after and after["about"])
    unit = passage.printed(*after.span("unit")) if after and after["unit"] else None
    return {"unit": unit, "approximate": "true" if about else "false"}


def _figures(passage: Passage) -> Iterator[tuple[figures.Number, re.Match[str]]]:
    """Yield the figures of a paragraph with the clauses that state them."""
    numbers = _unnamed(passage.text)
    for clause in _CLAUSE.finditer(passage.text, rules.prefix(passage.text)):
        for number in numbers:
            if clause.start() <= number.start < clause.end():
                yield number, clause


def read(section: Section) -> Iterator[Draft]:
    """Yield the figures of a section in their order; dates and numbers in names are none."""
    position = 0
    for passage in section.passages():
        topic = _topic(passage, section.headings[0].title)
        for number, clause in _figures(passage):
            position += 1
            values: Row = {
                "position": position,
                "topic": topic,
                "text": passage.printed(*clause.span()),
                "value": number.value,
                **_unit(passage, number),
            }
            yield Draft(TABLE, values, (Span(passage, *clause.span()),))
