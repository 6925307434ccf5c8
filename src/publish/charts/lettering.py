"""Text in charts: how wide it is, where its lines break, what of it can be printed.

Widths are estimated and never measured, so that a chart does not depend on installed fonts.
They are counted in tenths of the type size: a Chinese character has ten, a broad Latin one nine,
any other six.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

WIDE = 10
BROAD = "%@—…MWmw"
BROAD_WIDTH = 9
OTHER = 6
ELLIPSIS = "…"
MISSING = "〓"
"""What printers set for a sign that their font does not have."""

MORE_SIGNS = frozenset("−·–—‘’“”…‰€¥▲▼\ufffd≤≥")
SIGN_ROWS, FIRST_CHARACTER = range(0xA1, 0xA4), 0xB0
"""The rows of GB 2312 whose signs, and from which on all characters, the shipped font has."""

PIECE = re.compile(r"[（《“【(]*(?:[0-9A-Za-z.,%-]+|.)[，。、；：）》”】,.;:)]*")
"""What stays on one line: `2020`, `12.5%`, `（款）`, `费、`."""


def printable(text: str) -> str:
    """Return the text on one line, without what XML forbids or what would turn its direction."""
    shown = (
        "�" if unicodedata.category(sign) in {"Cc", "Cs", "Co", "Cn"} else sign
        for sign in " ".join(text.split())
        if unicodedata.category(sign) != "Cf"
    )
    return "".join(shown)


@cache
def _is_in_font(sign: str) -> bool:
    code = sign.encode("gb2312", "ignore")
    in_row = len(code) > 1 and (code[0] in SIGN_ROWS or code[0] >= FIRST_CHARACTER)
    return sign in MORE_SIGNS or len(code) == 1 or in_row


def in_font(text: str) -> str:
    """Return the text in the signs of the shipped font; another font would differ by machine."""
    return "".join(sign if _is_in_font(sign) else MISSING for sign in text)


def _tenths(sign: str) -> int:
    if unicodedata.east_asian_width(sign) in "WFA":
        return WIDE
    return BROAD_WIDTH if sign in BROAD else OTHER


def tenths(text: str) -> int:
    """Return the estimated width in tenths of the type size."""
    return sum(map(_tenths, text))


def width(text: str, size: int) -> int:
    """Return the estimated width in pixels, rounded up."""
    return -(-tenths(text) * size // 10)


def _broken(text: str, limit: int) -> list[str]:
    lines = [""]
    for piece in PIECE.findall(text):
        for part in [piece] if tenths(piece) <= limit else piece:
            if lines[-1] and tenths((lines[-1] + part).rstrip()) > limit:
                lines.append("")
            lines[-1] += part
    return [line.strip() for line in lines]


def _even(text: str, limit: int, lines: list[str]) -> list[str]:
    """Return as many lines, but the first no longer than needed; no piece is broken for it."""
    longest = max(map(tenths, PIECE.findall(text)), default=0)
    while limit - WIDE >= longest and len(even := _broken(text, limit - WIDE)) == len(lines):
        lines, limit = even, limit - WIDE
    return lines


def wrapped(text: str, limit: int, most: int) -> tuple[str, ...]:
    """Return the text in at most `most` lines of `limit` tenths, as even as they can be.

    What does not fit is cut off at the end with an ellipsis.
    """
    lines = _broken(text[: (limit // OTHER + 1) * (most + 1)], limit)
    if len(lines) <= most:
        return tuple(_even(text, limit, lines)) if len(lines) > 1 else tuple(lines)
    last = lines[most - 1]
    while tenths(last + ELLIPSIS) > limit:
        last = last[:-1]
    return (*lines[: most - 1], last + ELLIPSIS)
