"""Basic expenditure by economic account: lists in which some accounts carry amounts.

Source: SENTENCES section 7. An account that is only named has no amount: not stated, not zero.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from publish import codes
from publish.documents import figures
from publish.documents.figures import MONEY, NUMBER, UNIT
from publish.documents.passages import DOUBT
from publish.importing.drafts import Draft, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from publish.documents.passages import Passage
    from publish.documents.units import Units
    from publish.tables import Row

TABLE = "basic-expenditure"
_GROUPS = (("personnel", "人员经费"), ("public", "公用经费"))
_MONEY = rf"[为是:]{{0,4}}(?P<amount>{NUMBER})(?P<unit>{UNIT})?(?!{MONEY})"
# 一般公共预算财政拨款基本支出1796.61万元
_TOTAL = re.compile(
    rf"(?:\d{{4}}年度?)?,?(?P<name>[^,;。:]{{0,60}}?基本支出)(?:决算)?数?(?:合计)?{_MONEY}(?!%)"
)
# 日常公用经费183.72万元   人员经费1000万元,占基本支出预算80%   公用经费,主要包括:办公费
_HEAD = re.compile(
    rf"(?P<name>(?:日常)?(?:人员|公用)经费)(?:支出)?(?:决算)?数?(?:{_MONEY}(?!%))?"
    rf"(?:,占[^,;。:\d]{{0,60}}(?P<share>{NUMBER})%)?"
)
# `,主要包括:`, `用于`
_LIST = re.compile(r"[,;:。(]?(?:主要|具体)?(?:包括|用于)[:,]?")
# The end of a list: the sentence, or the head of the other group, 日常公用经费.
_LIST_END = re.compile(r"[。;]|(?:日常)?(?:人员|公用)经费")
# 基本工资355.75万元、   伙食补助费、   因公出国（境）费用、   其他资本性支出等。
_ITEM = re.compile(
    rf"(?<=[、,;。:(括于])"
    rf"(?P<name>[^、,;。\d{DOUBT}]{{1,60}}?(?:\([^)]{{0,40}}\)[^、,;。\d{DOUBT}]{{0,20}}?)?)(?:{_MONEY})?"
    r"(?:等(?:支出|费用|方面)?)?\)?(?=[、,;。]|$)"
)


@dataclass(frozen=True, slots=True)
class _Reading:
    """A passage that is read, the year and the units."""

    passage: Passage
    year: int
    units: Units

    def draft(self, at: re.Match[str], values: Row) -> Draft:
        """Return the row of a match with its label and its amount, where it has one."""
        if at["amount"]:
            value, printed = self.units.money(figures.value(at["amount"]), at["unit"] or "")
            values |= {"amount_wanyuan": value, "unit_as_published": printed}
        values["label"] = self.passage.printed(*at.span("name"))
        return Draft(TABLE, values, (Span(self.passage, *at.span()),))

    def group(self, at: re.Match[str], block: str) -> Draft:
        """Return the row of 人员经费 or 公用经费."""
        share = figures.value(at["share"]) if at["share"] else None
        return self.draft(at, {"group": block, "level": "group", "share_pct": share})

    def accounts(self, start: int, block: str) -> Iterator[Draft]:
        """Yield the accounts of the list that begins at `start`."""
        text = self.passage.text
        stop = _LIST_END.search(text, start)
        for at in _ITEM.finditer(text, start, stop.start() if stop else len(text)):
            account = codes.economic(self.year, block, at["name"])
            code = account.code if account else None
            yield self.draft(at, {"group": block, "level": "account", "code": code})


def read(passage: Passage, year: int, units: Units) -> tuple[Draft, ...]:
    """Return the totals and the accounts that a passage of the section states.

    `units` are those of the section.
    """
    reading = _Reading(passage, year, units.listed(passage.text))
    found = [
        reading.draft(at, {"group": "total", "level": "total"})
        for at in _TOTAL.finditer(passage.text)
    ]
    for at in _HEAD.finditer(passage.text):
        block = next(key for key, words in _GROUPS if words in at["name"])
        if at["amount"]:
            found.append(reading.group(at, block))
        opened = _LIST.match(passage.text, at.end())
        if opened:
            found.extend(reading.accounts(opened.end(), block))
    return tuple(found)
