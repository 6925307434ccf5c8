"""Targets of indicators: 不少于4次 becomes an operator, a value and a unit; prose stays prose.

Source: SENTENCES section 11. A year is a date and no amount; a list of several numbers is text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from publish import figures, passages

if TYPE_CHECKING:
    from decimal import Decimal

# Words before the number; the longer first, because 不少于 holds 少于.
_BEFORE = {
    ">=": "不少于|不低于|不小于|至少|大于等于|≥|>=|=>",
    "<=": "不超过|不高于|不多于|不大于|小于等于|控制在|≤|<=|=<",
    ">": "大于|超过|高于|多于|>",
    "<": "小于|低于|少于|<",
    "=": "等于|=",
}
_AFTER = {">=": "及?以上", "<=": "及?以[内下]"}
_NUMBER = figures.NUMBER
_TARGET = re.compile(
    r"(?P<thing>[^\d,;。、:()<>≥≤=]*?)"
    rf"(?P<before>{'|'.join(_BEFORE.values())})?"
    rf"(?P<value>{_NUMBER})(?P<unit>%|[^\d,;。、:()<>≥≤=%]*?)(?P<after>及?以[上内下])?"
    r"(?:\([^()\d]*\))?[。;]?"
)
_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class Target:
    """What an indicator must reach: `operator` is =, >=, >, <= or <; `unit` as printed."""

    operator: str
    value: Decimal
    unit: str


def _operator(before: str | None, after: str | None) -> str:
    for words, phrases in ((before, _BEFORE), (after, _AFTER)):
        for operator, forms in phrases.items():
            if words and re.fullmatch(forms, words):
                return operator
    return "="


def parse(text: str) -> Target | None:
    """Return the target that a cell states, or None where it is prose, a list or a date."""
    found = _TARGET.fullmatch(passages.squeezed(text))
    if found is None or (found["before"] and found["after"] and found["before"] != "控制在"):
        return None
    if _YEAR.fullmatch(found["value"]) and found["unit"].startswith(("年", "")) and (
        not found["unit"] or found["unit"].startswith("年")
    ):
        return None
    return Target(
        _operator(found["before"], found["after"]), figures.value(found["value"]), found["unit"]
    )
