"""Numbers and units as these documents print them; the text is clean (see `passages`).

Source: SENTENCES section 1. Groups of exactly three digits are thousands (`4,383.87`); in list
style a comma parts two numbers (`4383.87,3019.54`), and never a group after a decimal part.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

# `27.` stands for a decimal point without decimals: 下降27.%
NUMBER = r"(?:\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?)(?:\.(?=%))?"
# 0.39万 for 0.39万元 occurs before a mark of punctuation
UNIT = r"(?:万元|亿元|元|万(?=[,。;:()、]|$))"
COUNT_UNIT = r"(?:人次|批次|台\(套\)|台/套|团次|车次|家次|辆次|[次批个人辆台套件项家名户架艘条期篇处座])"

# How many 万元 one of the unit is.
IN_WANYUAN = {"万元": Decimal(1), "万": Decimal(1), "亿元": Decimal(10_000), "元": Decimal("0.0001")}

_TOKEN = re.compile(NUMBER)
# 2020年, 2020-2022年, 12月31日: dates are no amounts.
_DATE = re.compile(r"\d{4}(?:[-—~至到]\d{4})?年|\d{1,2}月(?:\d{1,2}日|底|末|份)?|\d{1,2}日(?=[,。]|$)")


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a clean text: its value and where it stands."""

    value: Decimal
    start: int
    end: int


def value(text: str) -> Decimal:
    """Return the exact value of a printed number; the digits stay as printed."""
    return Decimal(text.replace(",", "").removesuffix("."))


def numbers(text: str) -> tuple[Number, ...]:
    """Return every number of a clean text in its order."""
    return tuple(Number(value(at[0]), at.start(), at.end()) for at in _TOKEN.finditer(text))


def dates(text: str) -> tuple[range, ...]:
    """Return the stretches of a clean text that are years, months and days."""
    return tuple(range(at.start(), at.end()) for at in _DATE.finditer(text))


def in_wanyuan(amount: Decimal, unit: str) -> Decimal:
    """Return an amount in 万元, exactly; the unit is 万元, 亿元 or 元."""
    factor = IN_WANYUAN[unit]
    return amount if factor == 1 else amount * factor
