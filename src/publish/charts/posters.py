"""A chart to take away: a picture that is complete without its page, as SVG and as PNG.

From the top down: the title, the sentence, the chart, and where its figures come from, on white.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from publish.charts import caches, rasters, theme
from publish.charts.layouts import layout
from publish.charts.lettering import printable, wrapped
from publish.charts.pictures import identity

if TYPE_CHECKING:
    from pathlib import Path

    from publish.charts.theme import Style
    from publish.charts.values import Chart

FORM = theme.FORMS[0]
MARGIN = 40
WIDTH = FORM.width + 2 * MARGIN
RULE_GAP = 28
SCALE = 2.0
"""Pixels of the PNG for each of the drawing: sharp on paper and on the screens of phones."""


@dataclass(frozen=True, slots=True)
class Credit:
    """What stands over the title of a poster, and below its chart: whose figures these are."""

    over: str
    source: str


@dataclass(frozen=True, slots=True)
class Poster:
    """The two files of a chart."""

    svg: bytes
    png: bytes


def sheet(width: int, height: int, ids: str, colours: tuple[str, str]) -> ET.Element:
    """Return an empty picture on a ground, (ink, ground) its colours."""
    ink, ground = colours
    made = ET.Element(
        "svg",
        {
            "xmlns": "http://www.w3.org/2000/svg",
            "viewBox": f"0 0 {width} {height}",
            "width": str(width),
            "height": str(height),
            "role": "img",
            "aria-labelledby": f"{ids}-title {ids}-desc",
            "color": ink,
            "fill": theme.INK,
            "font-family": f"'{theme.OWN_FONT}',{theme.FONT}",
            "font-size": str(theme.TEXT_SIZE),
        },
    )
    ET.SubElement(made, "title", {"id": f"{ids}-title"})
    ET.SubElement(made, "desc", {"id": f"{ids}-desc"})
    ET.SubElement(made, "rect", {"width": str(width), "height": str(height), "fill": ground})
    return made


def write(picture: ET.Element, text: str, place: tuple[int, int], style: Style) -> int:
    """Write a text in lines from `place` (left, top) down; return where its last line ends."""
    left, top = place
    lines = wrapped(printable(text), style.width * 10 // style.size, style.lines)
    for number, line in enumerate(lines, start=1):
        foot = top + number * style.line - (style.line - style.size) // 2 - style.size // 8
        attributes = {"x": str(left), "y": str(foot), "font-size": str(style.size)}
        if style.weight != theme.REGULAR:
            attributes["font-weight"] = str(style.weight)
        if style.opacity != 1:
            attributes["fill-opacity"] = str(style.opacity)
        ET.SubElement(picture, "text", attributes).text = line
    return top + len(lines) * style.line


def _picture(chart: Chart, credit: Credit, ids: str) -> ET.Element:
    from publish.charts.drawings import elements  # noqa: PLC0415  draws only what is not cached

    picture = sheet(WIDTH, 0, ids, (theme.PAPER_INK, theme.PAPER))
    title, desc, ground = list(picture)
    title.text, desc.text = printable(chart.title), printable(chart.description)
    end = write(picture, credit.over, (MARGIN, MARGIN - 8), theme.POSTER_OVER)
    end = write(picture, chart.title, (MARGIN, end), theme.POSTER_TITLE)
    end = write(picture, chart.description, (MARGIN, end + theme.SPACE), theme.POSTER_SENTENCE)
    placed = layout(chart, FORM)
    top = end + theme.LINE
    drawing = ET.SubElement(picture, "g", {"transform": f"translate({MARGIN},{top})"})
    drawing.extend(elements(placed))
    rule = top + placed.height + RULE_GAP // 2
    line = {"d": f"M{MARGIN},{rule}h{FORM.width}", "stroke": theme.INK, "stroke-opacity": "0.2"}
    ET.SubElement(picture, "path", line)
    end = write(picture, credit.source, (MARGIN, rule + RULE_GAP // 2), theme.POSTER_SOURCE)
    height = str(end + MARGIN // 2)
    picture.set("viewBox", f"0 0 {WIDTH} {height}")
    picture.set("height", height)
    ground.set("height", height)
    return picture


def _svg(chart: Chart, credit: Credit, ids: str) -> bytes:
    return ET.tostring(_picture(chart, credit, ids), encoding="unicode").encode()


def png(svg: bytes, scale: float = SCALE) -> bytes:
    """Return the picture as PNG, in the font that is shipped. Raises BuildError."""
    from publish.charts.drawings import rastered  # noqa: PLC0415  as above

    return rasters.packed(rastered(svg.decode(), scale))


def poster(chart: Chart, credit: Credit, cache: Path) -> Poster:
    """Return the chart with its title, its sentence and where its figures come from.

    Pictures in `cache` are used and new ones are kept there. Raises BuildError when one cannot be
    drawn or kept.
    """
    shown = caches.content(chart) + caches.content(credit)
    ids = identity(shown)
    svg = caches.kept(cache, "poster.svg", shown, lambda: _svg(chart, credit, ids))
    return Poster(svg, caches.kept(cache, "poster.png", svg, lambda: png(svg)))
