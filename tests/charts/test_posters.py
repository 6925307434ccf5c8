"""Charts to take away: complete without their page, and the same on every machine."""

import hashlib
import os
import struct
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

from example_charts import INCOME, THREE_PUBLIC, bars
from hypothesis import given
from hypothesis import strategies as st

from publish.charts import Chart, ChartKind, Credit, caches, lettering, posters
from publish.charts.values import Bar

SVG = "{http://www.w3.org/2000/svg}"
CREDIT = Credit("消防队 · 2020年度部门决算", "资料来源：消防队2020年度部门决算，原文第 3 行。")
NO_FONTS = "<?xml version='1.0'?><fontconfig><dir>/nowhere</dir></fontconfig>"
DRAW = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from example_charts import INCOME
from publish.charts import Credit, poster
sys.stdout.buffer.write(poster(INCOME, Credit("消防队", "𠮷镕"), Path(sys.argv[2])).png)
"""


def texts(svg: bytes) -> list[str]:
    """The lines of text in an SVG file."""
    return [found.text or "" for found in ET.fromstring(svg).iter(f"{SVG}text")]  # noqa: S314  our own


def test_a_poster_says_whose_figures_these_are(tmp_path: Path) -> None:
    """From the top down: who and when, title, sentence, chart, source."""
    assert texts(posters.poster(THREE_PUBLIC, CREDIT, tmp_path).svg) == [
        "消防队 · 2020年度部门决算",
        "三公经费",
        "决算比预算少。",
        *("单位：万元", "公务接待费", "预算", "3.67", "决算", "3.6", "完成98%"),
        "资料来源：消防队2020年度部门决算，原文第 3 行。",
    ]


def test_a_poster_is_an_image_on_white(tmp_path: Path) -> None:
    """It has a title and a description, and a ground as large as itself."""
    found = ET.fromstring(posters.poster(INCOME, CREDIT, tmp_path).svg)  # noqa: S314  our own
    title, desc, ground = list(found)[:3]
    assert (title.text, desc.text) == ("收入从哪里来", "本年收入4,383.87万元。")
    assert found.get("aria-labelledby") == f"{title.get('id')} {desc.get('id')}"
    assert (ground.get("width"), ground.get("height")) == (found.get("width"), found.get("height"))
    assert ground.get("fill") == "#ffffff"


def test_the_png_is_twice_the_size_of_the_drawing(tmp_path: Path) -> None:
    """Sharp on paper and on the screens of phones."""
    made = posters.poster(INCOME, CREDIT, tmp_path)
    height = int(ET.fromstring(made.svg).get("height", "0"))  # noqa: S314  our own
    assert struct.unpack_from(">II", made.png, 16) == (1440, 2 * height)


def test_the_png_is_the_same_on_a_machine_without_fonts(tmp_path: Path) -> None:
    """The font is shipped; a sign that it does not have is drawn as 〓 everywhere."""
    settings = tmp_path / "fonts.conf"
    settings.write_text(NO_FONTS, "utf-8")
    here = str(Path(__file__).parents[1])
    made = [
        subprocess.run(
            [sys.executable, "-c", DRAW, here, str(tmp_path / name)],
            env={**os.environ, **variables},
            check=True,
            stdout=-1,
        ).stdout
        for name, variables in (("with", {}), ("without", {"FONTCONFIG_FILE": str(settings)}))
    ]
    assert hashlib.sha256(made[0]).hexdigest() == hashlib.sha256(made[1]).hexdigest()


def test_posters_are_kept(tmp_path: Path) -> None:
    """The second time nothing is drawn; another source is another poster."""
    first = posters.poster(bars("1"), CREDIT, tmp_path)
    files = sorted(tmp_path.iterdir())
    assert [path.name[64:] for path in sorted(files, key=lambda one: one.suffix)] == [
        "-poster.png",
        "-poster.svg",
    ]
    assert posters.poster(bars("1"), CREDIT, tmp_path) == first
    assert sorted(tmp_path.iterdir()) == files
    posters.poster(bars("1"), Credit("", ""), tmp_path)
    assert len(list(tmp_path.iterdir())) == 4


def test_long_texts_are_cut_off_and_hostile_ones_stay_text(tmp_path: Path) -> None:
    """A title of 10,000 signs has three lines, and markup is text."""
    evil = "<script>alert(1)</script>\x00" + "长" * 10_000
    chart = Chart(ChartKind.BARS, evil, evil, evil, (Bar(evil, None, evil),))
    made = posters.poster(chart, Credit(evil, evil), tmp_path)
    assert len(texts(made.svg)) < 25
    assert b"<script" not in made.svg
    assert texts(made.svg)[0].startswith("<script>alert(1)</script>")


@given(st.characters(codec="gb2312"))
def test_the_font_has_what_the_lettering_says(sign: str) -> None:
    """Signs of the first rows and all characters; other rows are drawn as 〓."""
    row = sign.encode("gb2312")[0]
    is_there = row < 0x80 or 0xA1 <= row <= 0xA3 or row >= 0xB0
    assert lettering.in_font(sign) == (sign if is_there else "〓")


def test_the_fonts_are_shipped_with_their_licence() -> None:
    """Two weights, under three megabytes in all."""
    names = sorted(path.name for path in caches.FONTS.iterdir())
    assert names == ["OFL.txt", "PublishSans-Bold.otf", "PublishSans-Regular.otf", "README.md"]
    assert sum(path.stat().st_size for path in caches.FONTS.glob("*.otf")) < 3_000_001
