"""The SVG of a chart as it stands in a page."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from publish.charts import caches, theme
from publish.charts.layouts import layout
from publish.charts.lettering import printable

if TYPE_CHECKING:
    from pathlib import Path

    from publish.charts.theme import PageForm
    from publish.charts.values import Chart

IDENTITY = 12
"""Hexadecimal digits of an id: two charts of a page do not meet."""


def identity(shown: bytes) -> str:
    """Return what the ids of a picture with this content begin with."""
    return f"chart-{hashlib.sha256(shown).hexdigest()[:IDENTITY]}"


def _picture(chart: Chart, form: PageForm, name: str) -> ET.Element:
    from publish.charts.drawings import elements  # noqa: PLC0415  draws only what is not cached

    placed = layout(chart, form)
    ids = (f"{name}-{form.name}-title", f"{name}-{form.name}-desc")
    picture = ET.Element(
        "svg",
        {
            "xmlns": "http://www.w3.org/2000/svg",
            "class": f"chart-{form.name}",
            "viewBox": f"0 0 {placed.width} {placed.height}",
            "width": str(placed.width),
            "height": str(placed.height),
            "role": "img",
            "aria-labelledby": " ".join(ids),
            "fill": theme.INK,
            "font-family": theme.FONT,
            "font-size": str(theme.TEXT_SIZE),
        },
    )
    ET.SubElement(picture, "title", {"id": ids[0]}).text = printable(chart.title)
    ET.SubElement(picture, "desc", {"id": ids[1]}).text = printable(chart.description)
    picture.extend(elements(placed))
    return picture


def _draw(chart: Chart) -> bytes:
    name = identity(caches.content(chart))
    element = ET.Element("div", {"class": "drawing"})
    element.extend(_picture(chart, form, name) for form in theme.FORMS)
    return ET.tostring(element, encoding="unicode").encode()


def svg(chart: Chart, cache: Path) -> str:
    """Return the chart for a page: a `div.drawing` with one SVG for wide and one for narrow places.

    The style sheet shows one of the two; both have the title and the description of the chart.
    A picture in `cache` is used and a new one is kept there. Raises BuildError
    when it cannot be drawn or kept.
    """
    shown = caches.content(chart)
    return caches.kept(cache, "page.svg", shown, lambda: _draw(chart)).decode()
