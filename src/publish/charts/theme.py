"""How charts look: every colour, size and word of theirs that is not data.

The colours of bars have a contrast of at least 3:1 on white, on Material's slate (#1e2129) and on
the strips below them, and stay apart for colour-blind readers; text takes the colour of the page.
"""

from __future__ import annotations

from dataclasses import dataclass

FONT = "'Noto Sans CJK SC','Source Han Sans SC','PingFang SC','Microsoft YaHei',sans-serif"

INK = "currentColor"

STRIPS = {
    "bar": ("#3b82c4", 1),  # 4.1:1 on white, 4.0:1 on slate
    "earlier": ("#7d8b9c", 1),  # 3.5:1 and 4.6:1
    "negative": ("#cc6a2e", 1),  # 3.7:1 and 4.3:1
    "left": ("#cc6a2e", 1),  # of money that came in, what was not spent
    "whole": (INK, 0.09),
    "rule": (INK, 0.45),
}
"""Colour and opacity of a strip by its role."""

LABELS = {
    "text": (400, 1),
    "value": (600, 1),
    "muted": (400, 0.75),  # 7.1:1 and 5.7:1 in the text colours of Material
}
"""Weight and opacity of a label by its role."""

TEXT_SIZE = 14
BELOW_MIDDLE = 5
"""From the middle of a line down to the foot of its digits."""

LINE = 20
BAR = 20
BAR_GAP = 4
RULE = 1
HEAD_GAP = 3
SPACE = 8
COLUMN_GAP = 12
MINIMUM_HEIGHT = 150
"""With one bar, too, a chart is an object on the page: over 120 px high on a small phone."""

MINIMUM_SPAN = 40
LABEL_LINES = 3
NOTE_LENGTH = 110
SIDE_LENGTH = 60
"""What of a note, and of the label of a bar in a pair, is shown, in tenths of the type size."""

NOT_STATED = "未公布"
UNIT = "单位：{unit}"
WHOLE = "灰条全长为合计 {whole}"
WHOLE_RATE = "灰条全长为 {whole}"


@dataclass(frozen=True, slots=True)
class Form:
    """A drawing for a width of the page; `beside` puts labels left of the bars, else above."""

    name: str
    width: int
    beside: bool
    block_gap: int

    @property
    def label_width(self) -> int:
        """The room for a label."""
        return round(self.width * 0.36) if self.beside else self.width


FORMS = (
    Form("wide", 640, beside=True, block_gap=12),
    Form("narrow", 350, beside=False, block_gap=16),
)
"""One drawing cannot serve both: at 350 px the text of a 640 px drawing is 8 px high."""
