"""Numbered lists of words: statutory duties and the terms of 名词解释."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from publish.importing.drafts import Draft, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from publish.documents.outline import Section
    from publish.documents.passages import Passage
    from publish.tables import Row

# 1.负责应急管理… (13)、开展… 二、…
_MARK = re.compile(
    r"\(?(?P<number>\d{1,3})(?:[.、]|\)、?)(?!\d)|(?P<chinese>[一二三四五六七八九十]{1,3})、"
)
# 1.财政拨款收入: 指单位从同级财政部门取得的财政预算资金。
_TERM = re.compile(r"(?P<term>[^:。]{2,60}?)(?:[:]|(?=指))(?P<definition>.+)")


def _items(section: Section) -> Iterator[list[Passage]]:
    """Yield the passages of each item of a list, from its mark up to the next."""
    item: list[Passage] = []
    for passage in section.passages():
        if _MARK.match(passage.text):
            if item:
                yield item
            item = [passage]
        elif item:
            item.append(passage)
    if item:
        yield item


def _whole(item: list[Passage], start: int) -> tuple[str, tuple[Span, ...]]:
    """Return the words of an item from `start` of its first passage, and their places."""
    first, *rest = item
    words = [first.printed(start, len(first.text)), *(at.printed(0, len(at.text)) for at in rest)]
    return "\n".join(words), tuple(Span(at, 0, len(at.text)) for at in item)


def duties(section: Section) -> Iterator[Draft]:
    """Yield the duties that a section lists."""
    for number, item in enumerate(_items(section), start=1):
        mark = _MARK.match(item[0].text)
        text, places = _whole(item, mark.end() if mark else 0)
        yield Draft("duties", {"number": number, "text": text}, places)


def terms(section: Section) -> Iterator[Draft]:
    """Yield the terms that a section explains."""
    for number, item in enumerate(_items(section), start=1):
        mark = _MARK.match(item[0].text)
        start = mark.end() if mark else 0
        found = _TERM.match(item[0].text, start)
        if found is None:
            continue
        definition, places = _whole(item, found.start("definition"))
        values: Row = {
            "number": number,
            "term": item[0].printed(*found.span("term")),
            "definition": definition,
        }
        yield Draft("glossary", values, places)
