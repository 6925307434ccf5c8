"""Numbers as readers see them: digits as printed, thousands set apart, signs as words or marks."""

from __future__ import annotations

from decimal import Decimal

MINUS = "\N{MINUS SIGN}"


def grouped(value: Decimal | int) -> str:
    """Return the number with thousands separators and every decimal that was printed."""
    whole, _, decimals = format(abs(Decimal(value)), "f").partition(".")
    digits = f"{int(whole):,}"
    sign = MINUS if value < 0 else ""
    return f"{sign}{digits}.{decimals}" if decimals else f"{sign}{digits}"


def signed(value: Decimal | int) -> str:
    """Return the number with its sign also where it is positive; zero has none."""
    return f"+{grouped(value)}" if value > 0 else grouped(value)


def printed(value: Decimal | int) -> str:
    """Return the digits to look for in the source: no sign, no separators."""
    return format(abs(Decimal(value)), "f")
