"""A chart as it stands in a page: one unit with its source, its files, and the code to embed it.

The files lie beside the pages of a year: `charts/function-items.svg` and `.png`. They are complete
without the page, and need no script.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from markupsafe import escape

from publish import texts
from publish.charts import Credit, Poster
from publish.downloads import offers
from publish.pages import titles, topics
from publish.texts import markup

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markupsafe import Markup

    from publish.charts import Chart
    from publish.downloads.offers import Offer
    from publish.pages.links import Link
    from publish.pages.topics import TopicUnit
    from publish.pages.years import Edition
    from publish.tables import Row

FOLDER = "charts"
_ROOTS = {1: "../", 2: "../../"}
"""From a page to the root of the website, by the folders that the page lies in."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a chart stands: its name, its page, the first of its rows, and the table of these.

    `note` says what the document does not print of it.
    """

    name: str
    page: str
    row: Row
    table: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class _Frame:
    """The surroundings of a chart in a page: the folder of the page, the source, the data."""

    folder: str
    name: str
    page: str
    credit: Credit
    source: str
    link: Link | None
    data: tuple[Offer, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart with everything around it; `embed` is HTML for another website.

    `is_complete` tells whether the code has the address of this website; a reader's browser knows
    it too, and a script then puts it in the place of `placeholder`.
    """

    drawing: Markup
    note: str
    link: Link | None
    source: str
    root: Markup
    data: tuple[Offer, ...]
    offers: tuple[Offer, ...]
    embed: str
    is_complete: bool
    files: Mapping[str, bytes] = field(compare=False, repr=False)

    @property
    def placeholder(self) -> str:
        """The placeholder of the address of the website where it is not known."""
        return texts.pattern("charts.embed.address")


def spot(unit: TopicUnit, row: Row, note: str = "") -> Spot:
    """Return where the chart of a unit stands: on its page, at its heading."""
    slug = next(
        (
            page.slug
            for page in topics.load().all
            if (unit.id, unit.table) in {(one.id, one.table) for one in page.units}
        ),
        unit.id,
    )
    name = slug if slug == unit.id else f"{slug}-{unit.id}"
    return Spot(name, f"{slug}.html#{unit.id}", row, unit.table, note)


def unprinted(_chart: Chart, _credit: Credit) -> Poster:
    """Return no files: a poster for pages that nobody takes pictures from."""
    return Poster(b"", b"")


def _embed(site: str, frame: _Frame, chart: Chart) -> str:
    """Return a linked picture; every text in it is escaped for HTML, wherever it is pasted."""
    there = f"{site or texts.pattern('charts.embed.address')}{frame.folder}/"
    said = texts.plain("charts.embed.said", title=chart.title, sentence=chart.description)
    page, picture = markup.address(frame.page), markup.address(f"{FOLDER}/{frame.name}.svg")
    image = f'<img src="{escape(there)}{picture}" alt="{escape(said)}" width="720">'
    return f'<a href="{escape(there)}{page}">{image}</a>'


def _framed(edition: Edition, chart: Chart, frame: _Frame) -> Picture:
    poster = edition.poster(chart, frame.credit)
    made = {"svg": poster.svg, "png": poster.png}
    files = {f"{FOLDER}/{frame.name}.{kind}": made[kind] for kind in made if made[kind]}
    return Picture(
        drawing=markup.trusted(edition.draw(chart)),
        note=frame.note,
        link=frame.link,
        source=frame.source,
        root=markup.address(_ROOTS[frame.folder.count("/") + 1]),
        data=frame.data,
        offers=tuple(
            offers.offer(texts.pattern(f"charts.files.{path[-3:]}"), path, content)
            for path, content in files.items()
        ),
        embed=_embed(edition.site, frame, chart),
        is_complete=bool(edition.site),
        files=files,
    )


def picture(edition: Edition, chart: Chart, spot: Spot) -> Picture:
    """Return a chart as it stands in a page of this edition. Raises BuildError."""
    package, link = edition.package, edition.document.link(spot.row)
    source = titles.told(package, "charts.source.line", place=link.place)
    frame = _Frame(
        folder=package.address,
        name=spot.name,
        page=spot.page,
        credit=Credit(titles.told(package, "charts.source.over"), f"{source}{spot.note}"),
        source=titles.told(package, "charts.source.page"),
        link=link,
        data=edition.offers.get(spot.table, ())[:1],
        note=spot.note,
    )
    return _framed(edition, chart, frame)


def picture_of_years(edition: Edition, chart: Chart, table: str) -> Picture:
    """Return a chart over the years as it stands in the page of the edition's department.

    `table` has the first of its figures: over all years it lies at the root of the website.
    """
    package = edition.package
    source = titles.told(package, "charts.source.years")
    data = offers.Offer("CSV", markup.address(f"../data/{table}.csv"), "", "")
    frame = _Frame(
        folder=package.department,
        name="trends",
        page="index.html#trends",
        credit=Credit(package.department_name, source),
        source=source,
        link=None,
        data=(data,),
    )
    return _framed(edition, chart, frame)


def found(values: object) -> Iterator[Picture]:
    """Yield the pictures in the values of a page, wherever they stand."""
    if isinstance(values, Picture):
        yield values
    elif isinstance(values, Mapping):
        yield from (picture for value in values.values() for picture in found(value))
    elif isinstance(values, (tuple, list)):
        yield from (picture for value in values for picture in found(value))
    else:
        yield from found(getattr(values, "chart", ()))
