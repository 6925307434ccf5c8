"""Charts: plain values in, SVG text out, drawn once and kept.

Amounts keep the digits of the document; what is not stated is said in words and never drawn as 0.
"""

from publish.charts.pictures import svg
from publish.charts.values import Bar, Chart, Kind, Step

__all__ = ["Bar", "Chart", "Kind", "Step", "svg"]
