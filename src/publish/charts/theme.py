"""How charts look: every colour and size; their words stand in texts/zh/charts.toml.

The colours of bars have a contrast of at least 3:1 on white, on Material's slate (#1e2129) and on
the strips below them, and stay apart for colour-blind readers; text takes the colour of the page.
"""

from __future__ import annotations

from dataclasses import dataclass

FONT = "'Noto Sans CJK SC','Source Han Sans SC','PingFang SC','Microsoft YaHei',sans-serif"

OWN_FONT = "Publish Sans"
"""The font in `publish/fonts`, for pictures that look the same everywhere."""

INK = "currentColor"

PAPER, PAPER_INK = "#ffffff", "#1c2530"
"""The ground and the text of pictures that leave the website."""

STRIPS = {
    "bar": ("#2f7fd0", 1),  # 4.1:1 on white, 4.4:1 on the dark page
    "earlier": ("#858585", 1),  # 3.7:1 and 4.9:1
    "negative": ("#c8641e", 1),  # 4.0:1 and 4.6:1
    "left": ("#c8641e", 1),  # of money that came in, what was not spent
    "whole": (INK, 0.09),
    "rule": (INK, 0.45),
}
"""Colour and opacity of a strip by its role."""

AREAS = {
    "row": (INK, 0),  # nothing to see, all of a row to point at
    "year": STRIPS["earlier"],
    "newest": STRIPS["bar"],
    "below": STRIPS["negative"],
}
"""Colour and opacity of an area by its role."""

LABELS = {
    "text": (400, 1),
    "head": (600, 1),
    "value": (600, 1),
    "muted": (400, 0.75),  # 7.1:1 and 5.7:1 in the text colours of Material
}
"""Weight and opacity of a label by its role."""

REGULAR, BOLD = 400, 700

TEXT_SIZE = 14
BELOW_MIDDLE = 5
"""From the middle of a line down to the foot of its digits."""

LINE = 20
BAR = 20
RULE = 1
HEAD_GAP = 3
SPACE = 8
COLUMN_GAP = 12
GUTTER = 40
MINIMUM_HEIGHT = 150
"""With one bar, too, a chart is an object on the page: over 120 px high on a small phone."""

MINIMUM_SPAN = 40
LABEL_LINES = 3
NOTE_LENGTH = 110
SIDE_LENGTH = 60
"""What of a note, and of the label of a bar in a pair, is shown, in tenths of the type size."""


@dataclass(frozen=True, slots=True)
class PageForm:
    """A drawing for a width of the page; `beside` puts labels left of the bars, else above."""

    name: str
    width: int
    beside: bool
    block_gap: int
    bar_gap: int

    @property
    def row(self) -> int:
        """The height of a bar and of the gap to the next: on a phone, room for a finger."""
        return BAR + self.bar_gap

    @property
    def label_width(self) -> int:
        """The room for a label."""
        return round(self.width * 0.36) if self.beside else self.width


FORMS = (
    PageForm("wide", 640, beside=True, block_gap=12, bar_gap=4),
    PageForm("narrow", 320, beside=False, block_gap=16, bar_gap=10),
)
"""One drawing cannot serve both: at 320 px the text of a 640 px drawing is 7 px high."""


@dataclass(frozen=True, slots=True)
class Style:
    """Running text: its size, the height of its lines, the room across, and how many lines."""

    size: int
    line: int
    width: int
    lines: int
    weight: int = REGULAR
    opacity: float = 1


POSTER_OVER = Style(13, 22, 640, 2, opacity=0.75)
POSTER_TITLE = Style(24, 34, 640, 3, BOLD)
POSTER_SENTENCE = Style(15, 24, 640, 6)
POSTER_SOURCE = Style(12, 20, 640, 3, opacity=0.75)

CARD_GROUND, CARD_INK = "#14324f", "#ffffff"
CARD_BAR, CARD_EARLIER = "#8ec5ff", "#8796a8"
CARD_LABEL = Style(28, 42, 1056, 1, opacity=0.85)
CARD_TITLES = (
    Style(60, 78, 1056, 1, BOLD),
    Style(48, 62, 1056, 2, BOLD),
    Style(40, 52, 1056, 2, BOLD),
)
"""The first that shows all of a name."""

CARD_TOLD = Style(34, 50, 1056, 2, opacity=0.9)
CARD_FIGURES = tuple(Style(size, size + 16, 1056, 1, BOLD) for size in (76, 60, 44, 32))
CARD_CHANGE = Style(30, 44, 1056, 1, opacity=0.9)
CARD_BAR_TEXT = Style(24, 34, 1056, 1)
