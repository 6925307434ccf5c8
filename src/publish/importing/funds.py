"""Lines of money of a project in an evaluation report: planned, paid, execution rate.

`安全生产综合督查30万元，已支付27万元，执行率90%` is one line; several stand in a sentence, parted
by semicolons or commas.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from publish.documents import figures, passages
from publish.importing import rules
from publish.importing.drafts import Draft, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from publish.documents.passages import Passage
    from publish.documents.units import Units
    from publish.importing.report_sections import ReportPart
    from publish.tables import Row

TABLE = "project-funds"
# A clause; a comma inside brackets parts none: 多功能会议室设置(实现培训,视频会议等功能)
_WORDS = r"(?:[^,;。:()]|\([^()]*\))"
_PLANNED = rf"(?P<planned>{figures.NUMBER})(?P<planned_unit>{figures.UNIT})"
_PAID = rf"(?P<paid>{figures.NUMBER})(?P<paid_unit>{figures.UNIT})"
# 尾矿库隐患排查10万元; 综合督查30万元,已支付27万元,执行率90%; 投资1300万元,按照进度,已支付300万元
_LINE = re.compile(
    rf"(?:^|(?<=[,;。:])|(?<=[元%])、)(?P<item>{_WORDS}{{1,80}}?)(?<=[\u4e00-\u9fff)]){_PLANNED}"
    rf"(?:(?:,[^,;。\d]{{0,20}})?,?(?:已|全部)+(?:支付|执行|拨付)(?:完毕|完成|到[^,;。]*)?(?:{_PAID})?)?"
    rf"(?:,?执行率(?P<rate>{figures.NUMBER})%?)?(?=[,;。、:]|$)"
)
# What stands in front of an item: 其中, 指标3.
_LEAD = re.compile(r"(?:其中)?(?:指标\d+[:、]?)?")
# 项目一:安全生产专项资金300万元。 (1)安全生产专项资金300万元。
_OPENS = re.compile(
    r"(?:项目[一二三四五六七八九十]+:|\(\d{1,2}\)|\d{1,2}[.、])"
    rf"(?P<name>[^,;。:]+?){figures.NUMBER}{figures.UNIT}[。:]?$"
)
# 支付安委会全体成员会议8万元, but not 支付资金8万元
_PAYS = re.compile(r"(?:支付|拨付)(?!资金)")
# 其中已支付27万元, 指标10万元 of 调整指标10万元: words that name no purpose.
_NO_PURPOSE = re.compile(
    r"(?:已|全部|实际|共|累计|其中|剩余|尚未|合计|共计|总计|资金|金额|支付|执行|拨付|支出|使用|到位)*"
)
# 资金计划, 资金使用情况, 资金计划、到位及使用情况; what 资金到位 lists is neither planned nor paid.
_SECTION = re.compile(r"资金计划|资金使用|到位及使用")
# 成本指标:
_COST = re.compile(r"成本指标:")


def _money(at: re.Match[str], units: Units, *, is_payment: bool) -> Row:
    """Return what a line says of money; `is_payment`: its first amount is paid, else planned."""
    amount, unit = units.money(figures.value(at["planned"]), at["planned_unit"])
    values: Row = {("paid_wanyuan" if is_payment else "planned_wanyuan"): amount}
    if at["paid"]:
        values["paid_wanyuan"], paid_in = units.money(figures.value(at["paid"]), at["paid_unit"])
        unit = unit or paid_in
    if at["rate"]:
        values["execution_pct"] = figures.value(at["rate"])
    return {**values, "unit_as_published": unit}


def lines(passage: Passage, start: int, units: Units) -> Iterator[Draft]:
    """Yield the lines of money of a passage from `start` on; behind 支付 stands what was paid."""
    own = units.listed(passage.text)
    for at in _LINE.finditer(passage.text, start):
        first = at.start("item") + rules.prefix(at["item"])
        lead = _LEAD.match(passage.text, first, at.end("item"))
        first = lead.end() if lead else first
        if _NO_PURPOSE.fullmatch(passage.text, first, at.end("item")) is None:
            pays = _PAYS.match(passage.text, first)
            values = _money(at, own, is_payment=pays is not None)
            values["item"] = passage.printed(pays.end() if pays else first, at.end("item"))
            yield Draft(TABLE, values, (Span(passage, first, at.end()),))


def read(part: ReportPart, units: Units) -> Iterator[Draft]:
    """Yield the lines of money of a section: of its cost indicators, or of its use of money.

    `units` are those of the report. `name` is the project that the section named last, where it
    lists several.
    """
    own = units.inside(part.texts())
    is_use = part.heading is not None and bool(_SECTION.search(part.heading.title))
    name = None
    for line in part.lines:
        passage = passages.clean(line)
        opened = _OPENS.match(passage.text)
        cost = _COST.search(passage.text)
        if opened is not None and not is_use:
            name = passage.printed(*opened.span("name"))
        elif cost is not None or is_use:
            for draft in lines(passage, cost.end() if cost else 0, own):
                yield replace(draft, values={**draft.values, "name": name})
