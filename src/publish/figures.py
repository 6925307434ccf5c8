"""Numbers and units as these documents print them; the text is clean (see `passages`).

Source: SENTENCES section 1. Groups of exactly three digits are thousands (`4,383.87`); in list
style a comma parts two numbers (`4383.87,3019.54`), and never a group after a decimal part.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

# `27.` stands for a decimal point without decimals: 下降27.%
# The group is atomic: a pattern that fails behind a number must not try again with half of it.
# 1.2020年 is the mark of a list in front of a year.
NUMBER = r"(?>(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.(?!\d{4}年)\d+)?)(?:\.(?=%))?"
# 增加-8.06万元, 为-5万元; in 2020-2022 and in --(基数为0) the mark is no sign.
SIGNED = rf"(?:(?<=[\u4e00-\u9fff:(])[-−])?{NUMBER}"
# 0.39万 for 0.39万元 occurs before a mark of punctuation
UNIT = r"(?:万元|亿元|元|万(?=[,。;:()、]|$))"
COUNT_UNIT = (
    r"(?:人次|批次|台\(套\)|台/套|团次|车次|家次|辆次"
    r"|[次批个人辆台套件项家名户架艘条期篇处座])"
)

# A spreadsheet leaves tails such as 130.94999999999999; no document prints so many decimals.
TAIL = 6
PRECISION = Decimal("0.01")

# How many 万元 one of the unit is.
IN_WANYUAN = {
    "万元": Decimal(1),
    "万": Decimal(1),
    "亿元": Decimal(10_000),
    "元": Decimal("0.0001"),
}

# 2．2019年: a list mark before a year is no decimal number
_TOKEN = re.compile(rf"\d{{1,2}}(?=\.(?:19|20)\d\d年)|{NUMBER}")
# 2020年, 2020-2022年, 12月31日: dates are no amounts.
_DATE = re.compile(
    r"\d{4}(?:[-—~至到]\d{4})?年|\d{1,2}月(?:\d{1,2}日|底|末|份)?|\d{1,2}日(?=[,。]|$)"
)


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a clean text: its value and where it stands."""

    value: Decimal
    start: int
    end: int


def value(text: str) -> Decimal:
    """Return the exact value of a printed number; the digits stay as printed."""
    return Decimal(text.replace(",", "").replace("−", "-").removesuffix("."))


def rounded(amount: Decimal) -> Decimal:
    """Return a number without the tail of a binary fraction; shorter ones stay as printed."""
    exponent = amount.as_tuple().exponent
    if not isinstance(exponent, int) or -exponent <= TAIL:
        return amount
    short = amount.quantize(PRECISION)
    return short.to_integral_value() if short == short.to_integral_value() else short


def numbers(text: str) -> tuple[Number, ...]:
    """Return every number of a clean text in its order, without signs."""
    return tuple(Number(value(at[0]), at.start(), at.end()) for at in _TOKEN.finditer(text))


def dates(text: str) -> tuple[range, ...]:
    """Return the stretches of a clean text that are years, months and days."""
    return tuple(range(at.start(), at.end()) for at in _DATE.finditer(text))


def in_wanyuan(amount: Decimal, unit: str) -> Decimal:
    """Return an amount in 万元, exactly; `unit` is one of IN_WANYUAN."""
    factor = IN_WANYUAN[unit]
    return amount if factor == 1 else amount * factor
