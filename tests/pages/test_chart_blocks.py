"""A chart with everything around it: source, files, code to embed."""

from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

from example_edition import edition

from publish import pages
from publish.charts import Bar, Chart, ChartKind, Poster
from publish.pages import chart_blocks, rendering, topics, years
from publish.pages.chart_blocks import Picture, Spot
from publish.pages.years import Edition

CHART = Chart(ChartKind.BARS, "收入", "收入 5 万元。", "万元", (Bar("收入", None),))


def made(root: Path, **changed: object) -> tuple[Edition, Picture]:
    """Return an edition with posters, and a picture in it."""
    found = edition(root)
    values = {"poster": lambda _chart, credit: Poster(b"svg", credit.source.encode()), **changed}
    printed = replace(found, **values)
    row = found.package.rows("income")[0]
    return printed, chart_blocks.picture(
        printed, CHART, Spot("income", "income.html#income", row, "income")
    )


class Tags(HTMLParser):
    """The elements of a piece of HTML, in order, with their attributes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep an element."""
        self.found.append((tag, dict(attrs)))


def test_a_picture_has_its_data_and_its_files(tmp_path: Path) -> None:
    """The CSV file of its table, the SVG and the PNG beside the pages of the year."""
    _, found = made(tmp_path)
    assert [(one.kind, one.href) for one in (*found.data, *found.offers)] == [
        ("CSV", "data/income.csv"),
        ("图片（SVG）", "charts/income.svg"),
        ("图片（PNG）", "charts/income.png"),
    ]
    assert list(found.files) == ["charts/income.svg", "charts/income.png"]
    source = "资料来源：消防队2020年度部门决算，原文第 4 行。"
    assert found.files["charts/income.png"].decode() == source


def test_the_code_to_embed_is_a_linked_picture(tmp_path: Path) -> None:
    """Without the address of the website its place is marked; with it the code is complete."""
    for site, base in (("", "https://本站网址/"), ("https://a.cn/b/", "https://a.cn/b/")):
        _, found = made(tmp_path / (site and "known"), site=site)
        year = f"{base}fire-brigade/2020/"
        assert found.is_complete == bool(site)
        assert Tags(found.embed).found == [
            ("a", {"href": f"{year}income.html#income"}),
            (
                "img",
                {
                    "src": f"{year}charts/income.svg",
                    "alt": "收入：收入 5 万元。",
                    "width": "720",
                },
            ),
        ]


def test_hostile_words_stay_words_in_the_code_and_on_the_page(tmp_path: Path) -> None:
    """Escaped once for the website that embeds it, and once more for ours."""
    evil = """"><script>alert('1')</script>"""
    found = edition(tmp_path)
    chart = replace(CHART, title=evil, description=evil)
    spot = Spot("x", "x.html", found.package.rows("income")[0], "income")
    picture = chart_blocks.picture(found, chart, spot)
    assert [tag for tag, _ in Tags(picture.embed).found] == ["a", "img"]
    assert Tags(picture.embed).found[1][1]["alt"] == f"{evil}：{evil}"
    macro = '{% import "chart.j2" as charts %}{{ charts.chart(picture) }}'
    shown = rendering.environment().from_string(macro).render(picture=picture)
    assert "<script" not in shown
    assert [tag for tag, _ in Tags(shown).found].count("textarea") == 1


def test_a_chart_is_called_after_its_page_and_its_unit() -> None:
    """A name says what it shows; units of one name on two pages do not meet."""
    plan = topics.load()
    row = {"x": 1}
    found = {
        (page.slug, unit.id): chart_blocks.spot(unit, row).name
        for page in plan.all
        for unit in page.units
    }
    assert found["three-public", "three-public"] == "three-public"
    assert found["performance", "counts"] == "performance-counts"
    assert len(set(found.values())) == len(found)


def test_pictures_are_found_in_the_values_of_a_page(tmp_path: Path) -> None:
    """In units, in lists of them, and nowhere else."""
    printed, picture = made(tmp_path)
    values = years.topic_page(printed, topics.load().page("income"))
    assert len(list(chart_blocks.found(values))) == 2
    nested = {"a": ({"b": picture}, "text", None, 1), "c": [picture]}
    assert list(chart_blocks.found(nested)) == [picture, picture]


def test_the_files_of_charts_lie_beside_the_pages(tmp_path: Path) -> None:
    """One of each kind for a chart, also where two pages show it."""
    printed, _ = made(tmp_path)
    paths = [path for path, _ in pages.year_pages(printed) if "/charts/" in path]
    assert sorted(set(paths)) == [
        f"fire-brigade/2020/charts/{name}.{kind}"
        for name in ("basic", "function-items", "income-totals", "income")
        for kind in ("png", "svg")
    ]


def test_a_chart_over_years_lies_beside_the_page_of_its_department(tmp_path: Path) -> None:
    """One folder higher, with the table over all years, and no single place in a document."""
    printed, _ = made(tmp_path)
    found = chart_blocks.picture_of_years(printed, CHART, "key-figures")
    assert (found.root, found.link) == ("../", None)
    assert [one.href for one in found.data] == ["../data/key-figures.csv"]
    assert found.files["charts/trends.png"].decode() == "资料来源：消防队各年度部门决算。"
    assert Tags(found.embed).found[0] == (
        "a",
        {"href": "https://本站网址/fire-brigade/index.html#trends"},
    )
