"""Charts: plain values in, SVG text and pictures out, drawn once and kept.

Amounts keep the digits of the document; what is not stated is said in words and never drawn as 0.
"""

from publish.charts.cards import Card, card
from publish.charts.pictures import svg
from publish.charts.posters import Credit, Poster, poster
from publish.charts.values import Bar, Chart, ChartKind, Step, is_drawable

__all__ = [
    "Bar",
    "Card",
    "Chart",
    "ChartKind",
    "Credit",
    "Poster",
    "Step",
    "card",
    "is_drawable",
    "poster",
    "svg",
]
