"""Numbers as readers see them: digits as printed, thousands set apart, signs as words or marks."""

from __future__ import annotations

import re
from decimal import Decimal

MINUS = "\N{MINUS SIGN}"


def grouped(value: Decimal | int) -> str:
    """Return the number with thousands separators and every decimal that was printed."""
    sign = MINUS if value < 0 else ""
    return f"{sign}{Decimal(value).copy_abs():,f}"


def signed(value: Decimal | int) -> str:
    """Return the number with its sign also where it is positive; zero has none."""
    return f"+{grouped(value)}" if value > 0 else grouped(value)


def printed(value: Decimal | int) -> str:
    """Return the digits to look for in the source: no sign, no separators."""
    return format(Decimal(value).copy_abs(), "f")


_DIGITS = "零一二三四五六七八九"
_TEN = 10
# 七, 十, 十二, 二十, 二十五
_CHARACTERS = re.compile(
    r"(?=.)(?:(?P<tens>[一二三四五六七八九])?(?P<ten>十))?(?P<ones>[一二三四五六七八九])?"
)


def of_characters(text: str) -> int | None:
    """Return the number that characters write, up to 99; None for what is none: 一二, 十十."""
    found = _CHARACTERS.fullmatch(text)
    if found is None:
        return None
    tens = _DIGITS.index(found["tens"] or "一") if found["ten"] else 0
    return _TEN * tens + _DIGITS.index(found["ones"] or "零")


def in_characters(number: int) -> str:
    """Return a number from 1 to 99 in characters: 二十五; nothing for another one."""
    if not 0 < number < _TEN * _TEN:
        return ""
    tens, ones = divmod(number, _TEN)
    above = "" if tens == 0 else "十" if tens == 1 else f"{_DIGITS[tens]}十"
    return above + (_DIGITS[ones] if ones else "")
