"""Figures of the report on the year's work, each with the clause that states it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from publish import figures
from publish.drafts import Draft, Span
from publish.sections import rules

if TYPE_CHECKING:
    from collections.abc import Iterator

    from publish.outline import Section
    from publish.passages import Passage

TABLE = "work-figures"
_CLAUSE = re.compile(r"[^,;。]+(?:,(?=\d{3}(?!\d))[^,;。]+)*")
_AFTER = re.compile(
    rf"(?P<about>余|多)?(?P<unit>%|万?吨/年|万元|亿元|元|{figures.COUNT_UNIT}|[\u4e00-\u9fff])?"
)
_NAME = re.compile(r"“[^”]*”|《[^》]*》")
_TOPIC = re.compile(r"[^。]*")


def _topic(passage: Passage) -> str:
    start = rules.prefix(passage.text)
    found = _TOPIC.match(passage.text, start)
    return passage.printed(start, found.end()) if found else ""


def _unnamed(text: str) -> list[figures.Number]:
    """Return the numbers of a text that are no dates and stand in no name."""
    shut = {place for stretch in figures.dates(text) for place in stretch}
    shut |= {place for at in _NAME.finditer(text) for place in range(*at.span())}
    return [number for number in figures.numbers(text) if number.start not in shut]


def read(section: Section) -> Iterator[Draft]:
    """Yield the figures of a section in their order; dates and numbers in names are none."""
    position = 0
    for passage in section.passages():
        topic = _topic(passage)
        numbers = _unnamed(passage.text)
        for clause in _CLAUSE.finditer(passage.text, rules.prefix(passage.text)):
            for number in numbers:
                if not clause.start() <= number.start < clause.end():
                    continue
                position += 1
                after = _AFTER.match(passage.text, number.end)
                unit = passage.printed(*after.span("unit")) if after and after["unit"] else None
                values = {
                    "position": position,
                    "topic": topic,
                    "text": passage.printed(*clause.span()),
                    "value": number.value,
                    "unit": unit,
                    "approximate": "true" if after and after["about"] else "false",
                }
                yield Draft(TABLE, values, (Span(passage, *clause.span()),))
