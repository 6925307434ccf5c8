"""The one module that knows Altair and vl-convert: a layout becomes the elements of an SVG.

Both libraries are imported when a chart is drawn, so that a build that draws none never loads
them. Here, and only here, amounts become floats. Vega measures text only to fit a drawing
around it; with fixed sizes and no fitting nothing depends on the installed fonts.

A sign that XML forbids ends the whole process inside vl-convert: texts have gone through
`lettering.printable` before they come here.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

from publish.charts import theme
from publish.charts.caches import FONTS
from publish.charts.lettering import in_font
from publish.charts.marks import Area, Label, Rule, Strip
from publish.errors import BuildError, Problem
from publish.messages import _

if TYPE_CHECKING:
    from collections.abc import Iterator

    import altair as alt

    from publish.charts.marks import Layout, Mark
    from publish.charts.scales import Scale

SVG = "{http://www.w3.org/2000/svg}"
LAYERS = f".//{SVG}g[@class]"
LONG_NUMBER = re.compile(r"(\.\d\d)\d+")
"""`384.28229426433916`: what is beyond a hundredth of a pixel."""

EXCERPT = 200
"""So much of a picture that cannot be drawn is shown."""

DEFAULTS = {
    "fill": theme.INK,
    "fill-opacity": "1",
    "font-weight": "400",
    "text-anchor": "start",
}
KEPT = ("d", "transform", *DEFAULTS)


def _datum(mark: Mark) -> dict[str, Any]:
    match mark:
        case Strip(role, amount, top, start):
            fill, opacity = theme.STRIPS[role]
            ends = {"zero": float(start), "amount": float(amount), "bottom": top + theme.BAR}
            return {"top": top, **ends, "inset": 0, "fill": fill, "opacity": opacity}
        case Rule(top, bottom):
            fill, opacity = theme.STRIPS["rule"]
            end = {"amount": 0, "bottom": bottom}
            return {"top": top, **end, "inset": -theme.RULE, "fill": fill, "opacity": opacity}
        case Area():
            fill, opacity = theme.AREAS[mark.role]
            ends = {"right": mark.left + mark.width, "bottom": mark.top + mark.height}
            look = {"fill": fill, "opacity": opacity, "said": mark.said}
            return {"left": mark.left, "top": mark.top, **ends, **look}
        case Label():
            weight, opacity = theme.LABELS[mark.role]
            place = {
                "x": mark.x,
                "y": mark.y + theme.BELOW_MIDDLE,
                "align": "right" if mark.ends else "left",
            }
            text = {"text": mark.text, "full": mark.full}
            return {**text, **place, "weight": weight, "opacity": opacity}


def _bars(marks: list[dict[str, Any]], scale: Scale) -> alt.Chart:
    """Return strips between two amounts; a rule is one of no length, a pixel wide."""
    import altair as alt  # noqa: PLC0415  a warm build never needs it

    amounts = alt.Scale(
        domain=[float(scale.low), float(scale.high)], range=[scale.left, scale.right], nice=False
    )
    layer = alt.Chart(alt.InlineData(values=marks))
    drawn: alt.Chart = layer.mark_rect(aria=False, xOffset=alt.ExprRef("datum.inset")).encode(
        x=alt.X("zero:Q", scale=amounts, axis=None),
        x2=alt.X2("amount"),
        y=alt.Y("top:Q", scale=None, axis=None),
        y2=alt.Y2("bottom"),
        fill=alt.Fill("fill:N", scale=None),
        fillOpacity=alt.FillOpacity("opacity:Q", scale=None),
    )
    return drawn


def _labels(marks: list[dict[str, Any]]) -> alt.Chart:
    import altair as alt  # noqa: PLC0415  as above

    layer = alt.Chart(alt.InlineData(values=marks)).mark_text(
        align=alt.ExprRef("datum.align"),
        baseline="alphabetic",
        fontWeight=alt.ExprRef("datum.weight"),
        fontSize=theme.TEXT_SIZE,
        fill=theme.INK,
    )
    drawn: alt.Chart = layer.encode(
        x=alt.X("x:Q", scale=None, axis=None),
        y=alt.Y("y:Q", scale=None, axis=None),
        text=alt.Text("text:N"),
        fillOpacity=alt.FillOpacity("opacity:Q", scale=None),
        description=alt.Description("full:N"),
    )
    return drawn


def _areas(marks: list[dict[str, Any]]) -> alt.Chart:
    import altair as alt  # noqa: PLC0415  as above

    layer = alt.Chart(alt.InlineData(values=marks)).mark_rect()
    drawn: alt.Chart = layer.encode(
        x=alt.X("left:Q", scale=None, axis=None),
        x2=alt.X2("right"),
        y=alt.Y("top:Q", scale=None, axis=None),
        y2=alt.Y2("bottom"),
        fill=alt.Fill("fill:N", scale=None),
        fillOpacity=alt.FillOpacity("opacity:Q", scale=None),
        description=alt.Description("said:N"),
    )
    return drawn


def _of(layout: Layout, *kinds: type[Mark]) -> list[dict[str, Any]]:
    return [_datum(mark) for mark in layout.marks if isinstance(mark, kinds)]


def specification(layout: Layout) -> dict[str, Any]:
    """Return the Vega-Lite specification of a layout: bars, text over them, then the areas."""
    import altair as alt  # noqa: PLC0415  as above

    bars = [{"zero": 0, **datum} for datum in _of(layout, Strip, Rule)]
    labels, areas = _labels(_of(layout, Label)), _areas(_of(layout, Area))
    chart = alt.layer(_bars(bars, layout.scale), labels, areas)
    sized = chart.properties(width=layout.width, height=layout.height, padding=0, autosize="none")
    apart = sized.resolve_scale(x="independent", y="independent").configure_view(stroke=None)
    # Altair would check every mark against its schema, which takes longer than drawing.
    found: dict[str, Any] = apart.to_dict(validate=False)
    return found


def _element(found: ET.Element) -> ET.Element:
    shown = {
        name: LONG_NUMBER.sub(r"\1", found.attrib[name])
        for name in KEPT
        if found.get(name, DEFAULTS.get(name)) != DEFAULTS.get(name)
    }
    element = ET.Element(found.tag.removeprefix(SVG), shown)
    element.text = found.text
    if full := found.get("aria-label"):
        ET.SubElement(element, "title").text = full
    return element


def _elements(svg: str) -> Iterator[ET.Element]:
    """Yield the marks of Vega's SVG with what a reader sees, less than half of what it writes."""
    for layer in ET.fromstring(svg).iterfind(LAYERS):  # noqa: S314  vl-convert wrote it
        if "role-mark" in layer.attrib["class"]:
            yield from map(_element, layer)


@cache  # the library reads all fonts of the machine again each time
def _bring_fonts() -> None:
    import vl_convert  # noqa: PLC0415  as above

    vl_convert.register_font_directory(str(FONTS))


def rastered(svg: str, scale: float) -> bytes:
    """Return a picture as PNG: the same bytes on every machine, whatever fonts it has.

    Raises BuildError when the library cannot draw it.
    """
    import vl_convert  # noqa: PLC0415  as above

    _bring_fonts()
    try:
        return bytes(vl_convert.svg_to_png(in_font(svg), scale=scale))
    except (ValueError, RuntimeError) as error:
        raise _undrawn(svg[:EXCERPT], error) from error


def _undrawn(words: str, error: Exception) -> BuildError:
    said = str(error).partition("\n")[0]  # the library adds where it was, in its own code
    problem = Problem(words, said, remedy=_("report this as a defect"))
    return BuildError(_("A chart cannot be drawn."), [problem])


def _words(layout: Layout) -> str:
    return " ".join(mark.text for mark in layout.marks if isinstance(mark, Label))


@lru_cache(maxsize=2)  # a page and a poster show the same drawing, one after the other
def elements(layout: Layout) -> tuple[ET.Element, ...]:
    """Return the `path` and `text` elements that show a layout.

    Raises BuildError when the libraries cannot draw it.
    """
    import vl_convert  # noqa: PLC0415  as above

    try:
        return tuple(_elements(vl_convert.vegalite_to_svg(specification(layout))))
    except (ValueError, RuntimeError, ET.ParseError) as error:
        raise _undrawn(_words(layout), error) from error
