"""Lines of money of a project in an evaluation report: planned, paid, execution rate.

`省市安全生产综合督查、检查、巡查、考核30万元，已支付27万元，执行率90%` is one line; several stand in a
sentence, parted by semicolons.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from publish import figures, passages
from publish.drafts import Draft, Span, money
from publish.sections import rules

if TYPE_CHECKING:
    from collections.abc import Iterator

    from publish.passages import Passage
    from publish.sections.reports import Part
    from publish.tables import Row

TABLE = "project-funds"
_PLANNED = rf"(?P<planned>{figures.NUMBER})(?P<planned_unit>{figures.UNIT})"
_PAID = rf"(?P<paid>{figures.NUMBER})(?P<paid_unit>{figures.UNIT})"
_LINE = re.compile(
    rf"(?P<item>[^;。:]*?[\u4e00-\u9fff)])(?<![\d.]){_PLANNED}"
    rf"(?:(?:,[^,;。\d]{{0,20}})?,?(?:已|全部)+(?:支付|执行|拨付)(?:完毕|完成|到[^,;。]*)?(?:{_PAID})?)?"
    rf"(?:,?执行率(?P<rate>{figures.NUMBER})%?)?(?=[,;。、:]|$)"
)
# What stands in front of an item: a mark of punctuation, 其中, the number of the indicator.
_LEAD = re.compile(r"[,;、:]*(?:其中[:,]?)?(?:指标\d+[:、]?)?")
# 项目一：安全生产专项资金300万元。 （1）安全生产专项资金300万元。
_OPENS = re.compile(
    rf"(?:项目[一二三四五六七八九十]+:|\(\d{{1,2}}\)|\d{{1,2}}[.、])(?P<name>[^,;。:]+?){figures.NUMBER}{figures.UNIT}[。:]?$"
)
_PAYS = re.compile(r"(?:支付|拨付)(?!资金)")
_SECTION = re.compile(r"资金计划|资金使用|资金到位|到位及使用")
_COST = re.compile(r"成本指标:")


def _values(passage: Passage, at: re.Match[str]) -> Row:
    """Return the values of a line; an amount behind 支付 is paid, any other is planned."""
    item = at["item"]
    amount, unit = money(figures.value(at["planned"]), at["planned_unit"], "万元")
    pays = _PAYS.match(item)
    values: Row = {("paid_wanyuan" if pays else "planned_wanyuan"): amount}
    if at["paid"]:
        values["paid_wanyuan"] = money(figures.value(at["paid"]), at["paid_unit"], "万元")[0]
    if at["rate"]:
        values["execution_pct"] = figures.value(at["rate"])
    lead = _LEAD.match(item)
    start = at.start("item") + (pays.end() if pays else lead.end() if lead else 0)
    return {
        **values,
        "item": passage.printed(start, at.end("item")),
        "unit_as_published": unit,
    }


def lines(passage: Passage, start: int) -> Iterator[Draft]:
    """Yield the lines of money of a passage from `start` on."""
    position = start + rules.prefix(passage.text[start:])
    for at in _LINE.finditer(passage.text, position):
        yield Draft(TABLE, _values(passage, at), (Span(passage, *at.span()),))


def read(part: Part) -> Iterator[Draft]:
    """Yield the lines of money of a section: of its cost indicators, or of its use of money.

    `name` is the project that the section named last, where it lists several.
    """
    is_use = part.heading is not None and bool(_SECTION.search(part.heading.title))
    name = None
    for line in part.lines:
        passage = passages.clean(line)
        opened = _OPENS.match(passage.text)
        cost = _COST.search(passage.text)
        if opened is not None and not is_use:
            name = passage.printed(*opened.span("name"))
        elif cost is not None or is_use:
            for draft in lines(passage, cost.end() if cost else 0):
                yield replace(draft, values={**draft.values, "name": name})
