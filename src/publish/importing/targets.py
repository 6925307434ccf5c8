"""Targets of indicators: 不少于4次 becomes an operator, a value and a unit; prose stays prose.

Source: SENTENCES section 11. A year or a month is a date and no amount; a list of several numbers,
an order (第1名), a span (3-5次) and an approximate number (50人左右) are text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from publish.documents import figures, passages

if TYPE_CHECKING:
    from decimal import Decimal

# Words before the number; the longer first, because 不少于 holds 少于.
BEFORE = {
    ">=": "不得?(?:少|低|小)于|至少|大于(?:或|且)?等于|≥|>=|=>",
    "<=": "不得?(?:超过|(?:高|多|大)于)|小于(?:或|且)?等于|控制在|≤|<=|=<",
    ">": "大于|超过|高于|多于|>",
    "<": "小于|低于|少于|<",
    "=": "等于|=",
}
AFTER = {">=": "及?以上", "<=": "及?以[内下]"}
_WORDS = r"[^\d,;。、:()<>≥≤=]"
# 系统建设1项, 每季度安委会全体会议不少于4次, 90%以上, >3年(其他产业影响年数)
_TARGET = re.compile(
    rf"(?P<thing>{_WORDS}{{0,40}}?)(?P<before>{'|'.join(BEFORE.values())})?"
    rf"(?P<value>{figures.NUMBER})(?P<unit>%|(?:(?!%){_WORDS}){{0,6}}?(?:\(套\))?)"
    r"(?P<after>及?以[上内下])?(?:\([^()\d]*\))?[。;]?"
)
# 2020年, 2021年底前, 12月底前
_DATE = re.compile(r"(?:19|20)\d\d(?:年.*)?|\d{1,2}(?:月.*|日(?:前|底前)?)")
# 未发生1起, 第1名, 前3名, 约50人, GB50016标准, -5%
_NO_AMOUNT = re.compile(r"[未无不没]|[第前约近]$|[A-Za-z]$|[-+−—~～/×*]")
# 50人左右, 50余人, 30日内, 3次/月, 5G网络; km and the like are units.
_NO_UNIT = re.compile(r"左右|上下|^[余多]|[内前后]$|[-+−—~～/×*]|^(?!(?:km|kg|m|t|h)$)[A-Za-z]")


@dataclass(frozen=True, slots=True)
class Target:
    """What an indicator must reach: `operator` is =, >=, >, <= or <; `unit` as printed."""

    operator: str
    value: Decimal
    unit: str


def _operators(found: re.Match[str]) -> set[str]:
    """Return what the words before and behind the number say; none of them says =."""
    said = {
        operator
        for words, phrases in ((found["before"], BEFORE), (found["after"], AFTER))
        for operator, forms in phrases.items()
        if words and re.fullmatch(forms, words)
    }
    return said or {"="}


def parse(text: str) -> Target | None:
    """Return the target that a cell states, or None where it is prose, a list or a date."""
    found = _TARGET.fullmatch(passages.squeezed(text))
    if found is None or _NO_AMOUNT.search(found["thing"]) or _NO_UNIT.search(found["unit"]):
        return None
    operators = _operators(found)
    is_date = _DATE.fullmatch(found["value"] + found["unit"]) and not found["after"]
    if is_date or len(operators) > 1:
        return None
    return Target(operators.pop(), figures.value(found["value"]), found["unit"])
