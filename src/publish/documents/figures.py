"""Numbers and units as these documents print them; the text is clean (see `passages`).

Source: SENTENCES section 1. Groups of exactly three digits are thousands (`4,383.87`); in list
style a comma parts two numbers (`4383.87,3019.54`), and never a group after a decimal part.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import MAX_EMAX, MAX_PREC, MIN_EMIN, ROUND_HALF_EVEN, Context, Decimal

# `27.` stands for a decimal point without decimals: 下降27.%
# The groups are atomic: a pattern that fails behind a number must not try again with half of it.
# 1.2020年 is the mark of a list in front of a year.
_WHOLE = r"(?>\d{1,3}(?:,\d{3}){1,5}(?!\d)|\d+)"
_DECIMALS = r"(?:\.(?!\d{4}年)\d+)?+"
_POINT = r"(?:\.(?=%))?"
# No department spends 10^15 万元, and a binary fraction has 17 decimals (0.30000000000000004): what
# is longer is no amount, nor is any part of it, nor is 007 or the end of 12.5.7, nor what stands
# beside a digit in doubt (see `passages`).
_DOUBT = "\N{REPLACEMENT CHARACTER}"
NUMBER = (
    rf"(?<![\d{_DOUBT}])(?<![\d{_DOUBT}]\.)(?!0\d)(?>{_WHOLE}(?<!\d{{16}})(?<!(?:,\d{{3}}){{5}})"
    rf"{_DECIMALS}(?<!\d{{21}})){_POINT}(?![.,]?{_DOUBT})"
)
# 增加-8.06万元, 为-5万元; in 2020-2022 and in --(基数为0) the mark is no sign.
SIGNED = rf"(?:(?<=[\u4e00-\u9fff:(])[-−])?{NUMBER}"
# 5万元, 300千元, 1.2亿元; 0.39万 for 0.39万元 occurs before a mark of punctuation
MONEY = r"(?:[百千]?万元|亿元|[百千]?元|[万亿](?=[,。;:()、]|$))"
# 3元/平方米, 500元每人, 12万元/年: so much for each is no amount.
PER = r"(?:[/∕]|每[人户村年月日天次亩吨个台套件])"
UNIT = rf"(?:{MONEY}(?!{PER}))"
COUNT_UNIT = (
    r"(?:人次|批次|台\(套\)|台/套|团次|车次|家次|辆次"
    r"|[次批个人辆台套件项家名户架艘条期篇处座])"
)

# A spreadsheet leaves tails such as 130.94999999999999; no document prints so many decimals.
TAIL = 6
PRECISION = Decimal("0.01")
_EXACT = Context(prec=MAX_PREC, Emax=MAX_EMAX, Emin=MIN_EMIN)

# One of the unit is 10 to this power in 万元.
IN_WANYUAN = {
    "元": -4, "百元": -2, "千元": -1, "万": 0, "万元": 0,
    "百万元": 2, "千万元": 3, "亿": 4, "亿元": 4,
}  # fmt: skip

# 2．2019年: a list mark before a year is no decimal number
_TOKEN = re.compile(rf"\d{{1,2}}(?=\.(?:19|20)\d\d年)|{_WHOLE}{_DECIMALS}{_POINT}")
# 4383.87
_AMOUNT = re.compile(NUMBER)
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
    return shortest(quantized(amount, PRECISION))


def quantized(value: Decimal, step: Decimal, rounding: str = ROUND_HALF_EVEN) -> Decimal:
    """Return a number with the decimals of `step`, however many digits it has."""
    return value.quantize(step, rounding, _EXACT)


def printed(text: str) -> tuple[Number, ...]:
    """Return whatever a clean text prints in digits, in its order, without signs."""
    return tuple(Number(value(at[0]), at.start(), at.end()) for at in _TOKEN.finditer(text))


def numbers(text: str) -> tuple[Number, ...]:
    """Return every number of a clean text that may be a figure: none too long, none like 007."""
    return tuple(
        number
        for number in printed(text)
        if _AMOUNT.fullmatch(text[number.start : number.end].removesuffix("."))
    )


def dates(text: str) -> tuple[range, ...]:
    """Return the stretches of a clean text that are years, months and days."""
    return tuple(range(at.start(), at.end()) for at in _DATE.finditer(text))


def in_wanyuan(amount: Decimal, unit: str) -> Decimal:
    """Return an amount in 万元, exactly: 5000元 are 0.5; `unit` is one of IN_WANYUAN.

    What is in 万元 keeps the digits as printed. The digits are moved and not multiplied, so that
    no number is too long to stay exact.
    """
    power = IN_WANYUAN[unit]
    return shortest(_shifted(amount, power)) if power else amount


def printed_in(amount: Decimal, unit: str) -> Decimal:
    """Return the number that a document in `unit` prints for an amount in 万元."""
    power = IN_WANYUAN[unit]
    return shortest(_shifted(amount, -power)) if power else amount


def power(exponent: int) -> Decimal:
    """Return 10 to the power of `exponent`."""
    return Decimal((0, (1,), exponent))


def last_place(amount: Decimal) -> int:
    """Return the power of ten of the last digit of a number: -2 for 14.30."""
    return int(amount.as_tuple().exponent)


def _shifted(amount: Decimal, power: int) -> Decimal:
    sign, digits, exponent = amount.as_tuple()
    exponent = int(exponent) + power
    return Decimal((sign, digits + (0,) * max(exponent, 0), min(exponent, 0)))


def shortest(amount: Decimal) -> Decimal:
    """Return a number without the zeros that end its decimals: 0.5000 is 0.5."""
    sign, digits, exponent = amount.as_tuple()
    places = -int(exponent)
    while places > 0 and digits[-1] == 0 and len(digits) > 1:
        digits, places = digits[:-1], places - 1
    return Decimal((sign, digits, -places if any(digits) else 0))
