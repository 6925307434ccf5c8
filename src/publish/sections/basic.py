"""Basic expenditure by economic account: lists in which some accounts carry amounts.

Source: SENTENCES section 7. An account that is only named has no amount: not stated, not zero.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from publish import codes, figures
from publish.drafts import Draft, Span, money
from publish.figures import NUMBER, UNIT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from publish.passages import Passage
    from publish.tables import Row

TABLE = "basic-expenditure"
_GROUPS = (("personnel", "人员经费"), ("public", "公用经费"))
_HEAD = re.compile(
    rf"(?P<name>(?:日常)?(?:人员|公用)经费)(?:支出)?(?:决算)?(?:数)?[为是:]?(?P<amount>{NUMBER})(?P<unit>{UNIT})?"
)
_TOTAL = re.compile(
    rf"(?:\d{{4}}年度?)?,?(?P<name>[^,;。:]*?基本支出)(?:决算)?(?:数)?(?:合计)?[为是:]?(?P<amount>{NUMBER})(?P<unit>{UNIT})?"
)
_LIST = re.compile(r"(?:主要)?(?:包括|用于)[:,]?")
# The end of a list: the sentence, or the head of the other group.
_LIST_END = re.compile(r"[。;]|(?:日常)?(?:人员|公用)经费")
_ITEM = re.compile(
    rf"(?P<name>[^、,;。\d]+?(?:\([^)]*\)[^、,;。\d]*?)?)(?:[为是:]?(?P<amount>{NUMBER})(?P<unit>{UNIT})?)?"
    r"(?:等(?:支出|费用|方面)?)?(?=[、,;。]|$)"
)


def _amount(passage: Passage, at: re.Match[str], unit: str, values: Row) -> Draft:
    if at["amount"]:
        value, printed = money(figures.value(at["amount"]), at["unit"] or "", unit)
        values |= {"amount_wanyuan": value, "unit_as_published": printed}
    values["label"] = passage.printed(*at.span("name"))
    return Draft(TABLE, values, (Span(passage, *at.span()),))


def _items(passage: Passage, start: int, block: str, setting: tuple[int, str]) -> Iterator[Draft]:
    year, unit = setting
    stop = _LIST_END.search(passage.text, start)
    end = stop.start() if stop else len(passage.text)
    for at in _ITEM.finditer(passage.text, start, end):
        account = codes.economic(year, block, at["name"])
        code = account.code if account else None
        yield _amount(passage, at, unit, {"group": block, "level": "account", "code": code})


def read(passage: Passage, year: int, unit: str) -> tuple[Draft, ...]:
    """Return the totals and the accounts that a passage of the section states.

    `unit` is the usual unit of the document.
    """
    found: list[Draft] = []
    for at in _TOTAL.finditer(passage.text):
        found.append(_amount(passage, at, unit, {"group": "total", "level": "total"}))
    for at in _HEAD.finditer(passage.text):
        block = next(key for key, words in _GROUPS if words in at["name"])
        found.append(_amount(passage, at, unit, {"group": block, "level": "group"}))
        opened = _LIST.match(passage.text, at.end() + 1)
        if opened:
            found.extend(_items(passage, opened.end(), block, (year, unit)))
    return tuple(found)
