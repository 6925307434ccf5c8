"""What became of the appropriations: 年初安排, 追加, 实际支出, 收回, 年末结转.

Read from the sections on money of the department-wide evaluation report.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from publish import figures, passages
from publish.drafts import Draft, Span, money
from publish.sections import rules

if TYPE_CHECKING:
    from collections.abc import Iterator

    from publish.passages import Passage
    from publish.sections.reports import Part

TABLE = "budget-execution"
_SECTION = re.compile(r"(?:预算|支出|资金|结转).*情况|需要说明的情况")
_NOT = re.compile(r"绩效目标")
_AMOUNT = re.compile(
    rf"(?P<label>[^,;。:()]*?)(?P<amount>{figures.NUMBER})(?P<unit>{figures.UNIT})?(?=[,;。()、]|$)"
)
_SECTION_WORDS = re.compile(r"(?:安排)?(?:及|和)?(?:收支|使用|支出)?(?:及结转结余使用)?(?<!说明的)情况$")
_LABEL_END = re.compile(r"(?:[\u4e00-\u9fff])$")


@cache
def _stages() -> dict[str, re.Pattern[str]]:
    declared = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
    return {stage: re.compile("|".join(forms)) for stage, forms in declared.items()}


def _stage(label: str) -> str:
    return next((stage for stage, words in _stages().items() if words.search(label)), "")


def _kind(heading: str) -> str:
    """Return the appropriation that a heading is about, without the words on the section."""
    return _SECTION_WORDS.sub("", heading)


def is_about_money(part: Part) -> bool:
    """Tell whether a section of a report says what became of appropriations."""
    title = part.heading.title if part.heading else ""
    return bool(_SECTION.search(title)) and not _NOT.search(title)


def _amounts(passage: Passage, kind: str) -> Iterator[Draft]:
    stage, whole = "", ""
    for at in _AMOUNT.finditer(passage.text):
        start = at.start("label") + rules.prefix(at["label"])
        label = passage.text[start : at.end("label")]
        if not _LABEL_END.search(label):
            continue
        # 追加预算2258.4万元,其中基本支出18.27万元: a part belongs to the stage of its whole
        is_next = passage.text[at.start() : start].startswith(";") or passage.text[at.start() - 1] == ";"
        stage = _stage(label) or (whole if is_next else stage)
        whole = whole or stage
        if not stage:
            continue
        amount, unit = money(figures.value(at["amount"]), at["unit"] or "", "万元")
        yield Draft(
            TABLE,
            {
                "kind": kind,
                "stage": stage,
                "label": passage.printed(start, at.end("label")),
                "amount_wanyuan": amount,
                "unit_as_published": unit,
            },
            (Span(passage, start, at.end()),),
        )


def read(part: Part) -> Iterator[Draft]:
    """Yield the appropriations that a section states."""
    if part.heading is None or not is_about_money(part):
        return
    for line in part.lines:
        yield from _amounts(passages.clean(line), _kind(part.heading.title))
