"""The SVG of a chart as it stands in a page, kept in a folder by what it shows.

The key of a picture is made of the chart, of this package's own code and of the versions of the
drawing libraries: a change of any of them draws anew, everything else is read from the cache.
"""

from __future__ import annotations

import hashlib
import importlib.metadata
import json
import tempfile
from dataclasses import asdict
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from publish.charts import theme
from publish.charts.layouts import layout
from publish.charts.lettering import printable
from publish.errors import BuildError, Problem
from publish.messages import _

if TYPE_CHECKING:
    from publish.charts.theme import Form
    from publish.charts.values import Chart

LIBRARIES = ("altair", "vl-convert-python")
IDENTITY = 12
"""Hexadecimal digits of an id: two charts of a page do not meet."""


@cache
def _way_of_drawing() -> bytes:
    """Return what decides, beside the chart itself, how it looks."""
    digest = hashlib.sha256()
    for path in sorted(Path(__file__).parent.glob("*.py")):
        digest.update(path.read_bytes())
    for name in LIBRARIES:
        digest.update(f"{name} {importlib.metadata.version(name)}".encode())
    return digest.digest()


def _content(chart: Chart) -> bytes:
    return json.dumps(asdict(chart), ensure_ascii=True, default=str).encode()


def _picture(chart: Chart, form: Form, identity: str) -> ET.Element:
    from publish.charts.drawings import elements  # noqa: PLC0415  draws only what is not cached

    placed = layout(chart, form)
    ids = (f"chart-{identity}-{form.name}-title", f"chart-{identity}-{form.name}-desc")
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


def _draw(chart: Chart) -> str:
    identity = hashlib.sha256(_content(chart)).hexdigest()[:IDENTITY]
    element = ET.Element("div", {"class": "drawing"})
    element.extend(_picture(chart, form, identity) for form in theme.FORMS)
    return ET.tostring(element, encoding="unicode")


def _keep(text: str, path: Path) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".new-", dir=path.parent) as room:
            new = Path(room) / path.name
            new.write_bytes(text.encode())
            new.replace(path)
    except OSError as error:
        raise BuildError(
            _("A chart could not be kept."),
            [
                Problem(
                    str(path.parent),
                    error.strerror or str(error),
                    _("a folder that can be written, with enough space"),
                    _("free space or change the permissions, then run the command again"),
                )
            ],
        ) from error


def svg(chart: Chart, cache: Path) -> str:
    """Return the chart for a page: a `div.drawing` with one SVG for wide and one for narrow places.

    The style sheet shows one of the two; both have the title and the description of the chart.
    A picture in `cache` is used and a new one is kept there. Raises BuildError
    when it cannot be drawn or kept.
    """
    key = hashlib.sha256(_way_of_drawing() + _content(chart)).hexdigest()
    path = cache / f"{key}.svg"
    try:
        return path.read_bytes().decode()
    except OSError:
        text = _draw(chart)
        _keep(text, path)
        return text
