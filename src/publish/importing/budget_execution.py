"""What became of the appropriations: 年初安排, 追加, 实际支出, 收回, 年末结转.

Read from the sections on money of the department-wide evaluation report.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from publish.documents import figures, passages
from publish.importing import rules
from publish.importing.drafts import Draft, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from publish.documents.passages import Passage
    from publish.documents.units import Units
    from publish.importing.report_sections import ReportPart

TABLE = "budget-execution"
# 专项资金安排及支出情况, but not 绩效目标完成情况
_SECTION = re.compile(r"(?:预算|支出|资金|结转).{0,60}情况|需要说明的情况")
# 绩效目标完成情况
_NOT = re.compile(r"绩效目标")
# 追加预算2258.4万元, 项目支出2240.13, 调整指标10万元到某街道
_AMOUNT = re.compile(
    rf"(?:^|(?<=[,;。:()]))(?P<label>[^,;。:()]{{0,80}}?[\u4e00-\u9fff])(?P<amount>{figures.NUMBER})"
    rf"(?:(?P<unit>{figures.UNIT})(?=[,;。()、到至]|用于|$)|(?=[,;。()、]|$))"
)
# 专项资金安排及支出情况 is about 专项资金.
_SECTION_WORDS = re.compile(
    r"(?:安排)?(?:及|和)?(?:收支|使用|支出)?(?:及结转结余使用)?(?<!说明的)情况$"
)
# 其他需要说明的情况 is about whatever its sentences name.
_ANYTHING = re.compile(r"需要说明的情况$")
# 专项资金, 项目支出
_NAME = re.compile(r"(?:资金|支出|预算|经费|项目)$")


@cache
def _stages() -> dict[str, re.Pattern[str]]:
    declared = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
    return {stage: re.compile("|".join(forms)) for stage, forms in declared.items()}


def _stage(label: str) -> str:
    return next((stage for stage, words in _stages().items() if words.search(label)), "")


def _kind(heading: str, passage: Passage) -> str:
    """Return the appropriation that a paragraph is about: of its heading, or as it says first.

    其他资金年初结转121.71万元 below 其他需要说明的情况 is about 其他资金.
    """
    first = _AMOUNT.search(passage.text)
    if _ANYTHING.search(heading) and first and (stage := _stage(first["label"])):
        start, end = first.span("label")
        start += rules.prefix(first["label"])
        words = _stages()[stage].search(passage.text, start, end)
        if words and _NAME.search(passage.text[start : words.start()]):
            return passage.printed(start, words.start())
    return _SECTION_WORDS.sub("", heading)


def is_about_money(part: ReportPart) -> bool:
    """Tell whether a section of a report says what became of appropriations."""
    title = part.heading.title if part.heading else ""
    return bool(_SECTION.search(title)) and not _NOT.search(title)


def _amounts(passage: Passage, kind: str, units: Units) -> Iterator[Draft]:
    stage, whole = "", ""
    for at in _AMOUNT.finditer(passage.text):
        start = at.start("label") + rules.prefix(at["label"])
        # 追加预算2258.4万元,其中基本支出18.27万元;项目支出…: a part belongs to the stage of its
        # whole, also behind what became of the part before it.
        before = passage.text[: at.start()]
        own = _stage(at["label"]) or (whole if before.endswith(";") else stage)
        if before.count("(") <= before.count(")"):
            stage, whole = own, whole or own
        if not own:
            continue
        amount, unit = units.money(figures.value(at["amount"]), at["unit"] or "")
        yield Draft(
            TABLE,
            {
                "kind": kind,
                "stage": own,
                "label": passage.printed(start, at.end("label")),
                "amount_wanyuan": amount,
                "unit_as_published": unit,
            },
            (Span(passage, start, at.end()),),
        )


def read(part: ReportPart, units: Units) -> Iterator[Draft]:
    """Yield the appropriations that a section states; `units` are those of the report."""
    if part.heading is None or not is_about_money(part):
        return
    own = units.inside(part.texts())
    for line in part.lines:
        passage = passages.clean(line)
        kind = _kind(part.heading.title, passage)
        yield from _amounts(passage, kind, own.listed(passage.text))
