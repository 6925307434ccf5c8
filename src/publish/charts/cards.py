"""Social cards: the picture that stands beside a link in a message, 1200 by 630 pixels.

From the top down: the website, the department, the year; from the bottom up: the bars of the main
figure, its change, the figure itself. Long names shrink, then they are cut off.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from publish.charts import caches, theme
from publish.charts.lettering import ELLIPSIS, printable, wrapped
from publish.charts.posters import png, sheet, write
from publish.charts.rows import amount_text

if TYPE_CHECKING:
    from decimal import Decimal
    from pathlib import Path

    from publish.charts.theme import Style
    from publish.charts.values import Bar

WIDTH, HEIGHT = 1200, 630
MARGIN = 72
GAP = 12
BAR, BAR_STEP = 28, 42
LABEL, VALUE = 110, 230
"""The room left of the bars for their labels, and right of them for their amounts."""

SMALLEST = 2
"""No bar of something is thinner than this."""


@dataclass(frozen=True, slots=True)
class Card:
    """What a card says: `over` and `title` at the top, the figure of `label` below.

    A card without a figure says `told` in its place. `bars` are the same figure by year, the last
    one is the one that counts.
    """

    over: str
    title: str
    told: str
    label: str = ""
    figure: str = ""
    change: str = ""
    bars: tuple[Bar, ...] = ()


def _fitting(text: str, styles: tuple[Style, ...]) -> Style:
    """Return the first style that shows all of the text, or the last."""
    for style in styles:
        lines = wrapped(printable(text), style.width * 10 // style.size, style.lines)
        if not lines[-1].endswith(ELLIPSIS):
            return style
    return styles[-1]


def _box(picture: ET.Element, place: tuple[int, int], width: int, fill: str) -> None:
    left, top = place
    sizes = {"x": left, "y": top, "width": width, "height": BAR}
    named = {name: str(size) for name, size in sizes.items()}
    ET.SubElement(picture, "rect", {**named, "fill": fill})


def _bars(picture: ET.Element, bars: tuple[Bar, ...], top: int) -> None:
    """Draw the amounts of the years; what is not stated or below zero has no bar."""
    amounts = [bar.amount or 0 for bar in bars]
    longest, room = max(amounts, default=0), WIDTH - 2 * MARGIN - LABEL - VALUE
    left = MARGIN + LABEL
    for number, (bar, amount) in enumerate(zip(bars, amounts, strict=True), start=1):
        colour = theme.CARD_BAR if number == len(bars) else theme.CARD_EARLIER
        length = max(round(_share(amount, longest) * room), SMALLEST) if amount > 0 else 0
        line = top + (BAR - theme.CARD_BAR_TEXT.line) // 2
        write(picture, bar.label, (MARGIN, line), theme.CARD_BAR_TEXT)
        _box(picture, (left, top), length, colour)
        value = amount_text(bar.amount, "")
        write(picture, value, (left + length + GAP, line), theme.CARD_BAR_TEXT)
        top += BAR_STEP


def _share(amount: Decimal | int, whole: Decimal | int) -> float:
    return float(amount) / float(whole)


def _figure(picture: ET.Element, card: Card) -> None:
    """Draw what stands at the bottom, its lowest line first."""
    top = HEIGHT - MARGIN + BAR_STEP - BAR - len(card.bars) * BAR_STEP
    _bars(picture, card.bars, top)
    figure = _fitting(card.figure, theme.CARD_FIGURES)
    top -= theme.CARD_CHANGE.line + 2 * GAP
    write(picture, card.change, (MARGIN, top), theme.CARD_CHANGE)
    top -= figure.line
    write(picture, card.figure, (MARGIN, top), figure)
    write(picture, card.label, (MARGIN, top - theme.CARD_LABEL.line), theme.CARD_LABEL)


def _picture(card: Card) -> bytes:
    picture = sheet(WIDTH, HEIGHT, "card", (theme.CARD_INK, theme.CARD_GROUND))
    end = write(picture, card.over, (MARGIN, MARGIN - 20), theme.CARD_LABEL)
    title = _fitting(card.title, theme.CARD_TITLES)
    end = write(picture, card.title, (MARGIN, end), title)
    write(picture, card.told, (MARGIN, end + GAP), theme.CARD_TOLD)
    if card.figure:
        _figure(picture, card)
    return ET.tostring(picture, encoding="unicode").encode()


def card(shown: Card, cache: Path) -> bytes:
    """Return the card as PNG, from the cache where it is there. Raises BuildError."""
    return caches.kept(cache, "card.png", caches.content(shown), lambda: png(_picture(shown), 1))
