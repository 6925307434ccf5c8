"""Charts as they stand in a page: image, text alternative, escaping, and always the same bytes."""

import os
import subprocess
import sys
from decimal import Decimal
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from example_charts import CHARTS, INCOME, THREE_PUBLIC, bars
from hypothesis import given, settings

from publish.charts import Bar, Chart, ChartKind, drawings, rows, svg
from publish.charts.marks import Label, Layout
from publish.charts.scales import Scale
from publish.errors import BuildError, Problem

SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = """<script>alert("1")</script> & ' ]]> <!-- \x00\u202e\ud800"""
HOSTILE_SHOWN = """<script>alert("1")</script> & ' ]]> <!-- \ufffd\ufffd"""
NO_FONTS = "<?xml version='1.0'?><fontconfig><dir>/nowhere</dir></fontconfig>"
DRAW = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from example_charts import INCOME
from publish import charts
sys.stdout.buffer.write(charts.svg(INCOME, Path(sys.argv[2])).encode())
"""


def drawn(chart: Chart, cache: Path) -> list[ET.Element]:
    """The SVG elements of a chart."""
    return list(ET.fromstring(svg(chart, cache)))  # noqa: S314  our own


def texts(picture: ET.Element) -> list[str]:
    """The lines of text in an SVG element."""
    return [found.text or "" for found in picture.iter(f"{SVG}text")]


def told(picture: ET.Element) -> list[str]:
    """What is said of each bar in an SVG element when it is pointed at."""
    return [found.text or "" for found in picture.iterfind(f"{SVG}path/{SVG}title")]


def test_every_bar_says_what_it_is(tmp_path: Path) -> None:
    """Label, amount with thousands and unit, remark: in a title, for a mouse without a script."""
    for picture in drawn(INCOME, tmp_path):
        assert told(picture) == [
            "一般公共预算财政拨款收入：3,852.430 万元，占88%",
            "事业收入：0 万元，占0%",
            "其他收入：未公布",
        ]
    for picture in drawn(THREE_PUBLIC, tmp_path):
        assert told(picture) == [
            "公务接待费，预算：3.67 万元",
            "公务接待费，决算：3.6 万元，完成98%",
        ]


def test_an_amount_over_a_hundred_million_is_told_in_both_units() -> None:
    """The digits stay; 亿 stands beside them from 10,000 万元 on, not with other units."""
    amounts = [Decimal("9999.99"), Decimal("12345.60"), Decimal(-20000)]
    assert [rows.measured(amount, "万元") for amount in amounts] == [
        "9,999.99 万元",
        "12,345.60 万元（约 1.23 亿元）",
        "-20,000 万元（约 -2.00 亿元）",
    ]
    assert [rows.measured(Decimal(20000), unit) for unit in ("%", "项")] == ["20,000%", "20,000 项"]


def test_a_chart_says_labels_digits_and_notes_as_they_are_printed(tmp_path: Path) -> None:
    """Both drawings hold the same texts: zero is 0, not stated is said in words."""
    expected = [
        "单位：万元，灰条全长为合计 4,383.87",
        *("一般公共预算财政拨款收入", "3,852.430", "占88%"),
        *("事业收入", "0", "占0%"),
        *("其他收入", "未公布"),
    ]
    assert [texts(picture) for picture in drawn(INCOME, tmp_path)] == [expected, expected]


def test_a_chart_is_an_image_with_a_title_and_a_description(tmp_path: Path) -> None:
    """Each drawing is an image that is named by its own title and description."""
    for picture in drawn(INCOME, tmp_path):
        title, description = list(picture)[:2]
        assert picture.get("role") == "img"
        assert picture.get("aria-labelledby") == f"{title.get('id')} {description.get('id')}"
        assert (title.tag, title.text) == (f"{SVG}title", "收入从哪里来")
        assert (description.tag, description.text) == (f"{SVG}desc", "本年收入4,383.87万元。")


def test_no_id_occurs_twice_in_a_page_of_two_charts(tmp_path: Path) -> None:
    """Ids come from the content: two charts with two drawings each have eight different ids."""
    page = [*drawn(INCOME, tmp_path), *drawn(THREE_PUBLIC, tmp_path)]
    ids = [found.get("id") for picture in page for found in picture.iter() if found.get("id")]
    assert len(set(ids)) == len(ids) == 8


def test_a_chart_scales_to_the_page(tmp_path: Path) -> None:
    """Both drawings have a size and a view box, and are 120 px high on a phone."""
    sizes = [(p.get("class"), p.get("width"), p.get("viewBox")) for p in drawn(bars("1"), tmp_path)]
    assert sizes == [
        ("chart-wide", "640", "0 0 640 150"),
        ("chart-narrow", "320", "0 0 320 150"),
    ]
    assert 150 * 280 / 320 > 120


def test_what_is_kept_is_not_drawn_again(tmp_path: Path) -> None:
    """The same chart is read from its one file in the cache, byte for byte."""
    cold = svg(INCOME, tmp_path)
    (kept,) = tmp_path.iterdir()
    assert kept.read_bytes() == cold.encode()
    kept.write_bytes(b"kept")
    assert svg(INCOME, tmp_path) == "kept"


def test_digits_as_printed_are_part_of_what_a_chart_is(tmp_path: Path) -> None:
    """1.5 and 1.50 are two charts."""
    assert svg(bars("1.5"), tmp_path) != svg(bars("1.50"), tmp_path)
    assert len(list(tmp_path.iterdir())) == 2


def test_a_chart_does_not_depend_on_the_fonts_of_the_machine(tmp_path: Path) -> None:
    """A process that finds no font at all draws the same bytes."""
    settings_file = tmp_path / "fonts.conf"
    settings_file.write_text(NO_FONTS, "utf-8")
    command = [sys.executable, "-c", DRAW, str(Path(__file__).parents[1]), str(tmp_path / "other")]
    found = subprocess.run(
        command, env={**os.environ, "FONTCONFIG_FILE": str(settings_file)}, check=True, stdout=-1
    )
    assert found.stdout.decode() == svg(INCOME, tmp_path / "here")


def test_a_warm_build_never_loads_the_libraries(tmp_path: Path) -> None:
    """A chart from the cache is had without Altair and vl-convert."""
    svg(INCOME, tmp_path)
    look = "print(sorted({'altair', 'vl_convert'} & set(sys.modules)), file=sys.stderr)"
    command = [sys.executable, "-c", DRAW + look, str(Path(__file__).parents[1]), str(tmp_path)]
    found = subprocess.run(command, check=True, capture_output=True)
    assert found.stderr.decode().strip() == "[]"


def test_text_of_a_document_stays_text(tmp_path: Path) -> None:
    """Markup is escaped, and what XML forbids or what turns the direction is not there."""
    bar = Bar(HOSTILE, Decimal(1), group=HOSTILE)
    chart = Chart(ChartKind.PARTS, HOSTILE, HOSTILE, HOSTILE, (bar,))
    for picture in drawn(chart, tmp_path):
        tags = {found.tag.removeprefix(SVG) for found in picture.iter()}
        assert tags == {"svg", "title", "desc", "path", "text"}
        assert [found.text for found in list(picture)[:2]] == [HOSTILE_SHOWN, HOSTILE_SHOWN]
        assert told(picture) == [f"{HOSTILE_SHOWN}，{HOSTILE_SHOWN}：1 {HOSTILE_SHOWN}"]
        assert "alert" in "".join(texts(picture))


def test_a_long_label_is_cut_off_and_said_in_full_beside_it(tmp_path: Path) -> None:
    """Three lines at most; the whole text is the title of the last."""
    label = "长" * 10_000
    chart = Chart(ChartKind.BARS, "图", "说明", "万元", (Bar(label, Decimal(1)),))
    for picture in drawn(chart, tmp_path):
        *_, last = (found for found in picture.iter(f"{SVG}text") if "长" in (found.text or ""))
        assert len(texts(picture)) == 5
        assert last.text is not None
        assert last.text.endswith("…")
        assert [title.text for title in last] == [label]


@settings(max_examples=15)
@given(CHARTS)
def test_any_chart_is_well_formed_and_says_its_amounts(
    tmp_path_factory: pytest.TempPathFactory, chart: Chart
) -> None:
    """Whatever the texts and amounts: XML that can be read, all digits, and never NaN."""
    for picture in drawn(chart, tmp_path_factory.mktemp("cache")):
        printed = {rows.amount_text(bar.amount, chart.unit) for bar in chart.bars}
        assert printed <= set(texts(picture))
        places = [found.get(name, "") for found in picture.iter() for name in ("d", "transform")]
        assert not [place for place in places if "NaN" in place or "Infinity" in place]


def test_what_cannot_be_drawn_is_an_error_of_the_build() -> None:
    """A layout that no library can write names its words and the remedy."""
    scale = Scale(Decimal(0), Decimal(1), 0, 10)
    with pytest.raises(BuildError) as caught:
        drawings.elements(Layout(10, 10, scale, (Label("text", "甲\ud800", 0, 0),)))
    (problem,) = caught.value.problems
    assert (problem.place, problem.remedy) == ("甲\ud800", "report this as a defect")


def test_a_picture_that_cannot_be_drawn_is_an_error_of_the_build() -> None:
    """The beginning of it is named."""
    with pytest.raises(BuildError) as caught:
        drawings.rastered("<svg", 1)
    said = "the document does not have a root node"
    assert caught.value.problems == (Problem("<svg", said, remedy="report this as a defect"),)


def test_a_cache_that_cannot_be_written_is_an_error_of_the_build(tmp_path: Path) -> None:
    """Where a file is in the way of the folder, the place and the remedy are named."""
    (tmp_path / "cache").write_bytes(b"")
    with pytest.raises(BuildError) as caught:
        svg(bars("1"), tmp_path / "cache")
    (problem,) = caught.value.problems
    assert problem == Problem(
        str(tmp_path / "cache"),
        "File exists",
        "a folder that can be written, with enough space",
        "free space or change the permissions, then run the command again",
    )
