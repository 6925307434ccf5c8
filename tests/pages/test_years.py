"""The pages of a year."""

from dataclasses import replace
from pathlib import Path

from example_edition import edition

from publish import pages
from publish.pages import topics, years
from publish.pages.links import Linked, plain

TOPICS = {topic.slug: topic for topic in topics.load().topics}


def test_a_part_of_the_document_that_is_absent_is_said_to_be_so(tmp_path: Path) -> None:
    """A page keeps its address; in the place of the table stands a sentence."""
    values = years.topic_page(edition(tmp_path), TOPICS["procurement-assets"])
    assert [(part.id, part.layout, part.chart, part.absent) for part in values["units"]] == [
        (name, None, None, "消防队2020年的文件没有公布这一部分。")
        for name in ("agency", "procurement", "assets")
    ]


def test_a_chart_says_the_sentence_of_its_table(tmp_path: Path) -> None:
    """The chart of a unit is drawn with its bars; derived amounts are marked as such."""
    values = years.topic_page(edition(tmp_path), TOPICS["income"])
    part = next(part for part in values["units"] if part.id == "totals")
    assert part.chart is not None
    assert (part.chart.drawing, part.chart.note, part.origin) == (
        '<svg class="chart">2</svg>',
        "较早一年的数是用本年的数减去文件所说的增减额算出来的。",
        "source.md#L3s1",
    )


def test_every_page_leads_to_its_neighbours_and_other_years(tmp_path: Path) -> None:
    """Breadcrumbs, sections, pages before and after, and the same page of other years."""
    frame = years.frame(edition(tmp_path, (2019, 2020)), "income.html")
    assert [(step.title, step.path) for step in frame["trail"]] == [
        ("首页", "../../index.html"),
        ("消防队", "../index.html"),
        ("2020年", "index.html"),
    ]
    assert [step.path for step in (frame["before"], frame["current"], frame["after"])] == [
        "index.html",
        "income.html",
        "function.html",
    ]
    assert [step.path for step in frame["beside"]] == ["guide.html"]
    assert [(step.path, step.is_current) for step in frame["years"]] == [
        ("../2019/income.html", False),
        ("../2020/income.html", True),
    ]


def test_a_page_beside_the_sections_has_no_neighbours(tmp_path: Path) -> None:
    """It is reached from every section, and leads to all of them."""
    frame = years.frame(edition(tmp_path), "guide.html")
    assert (frame["before"], frame["current"].title, frame["after"]) == (None, "怎样读", None)
    assert len(frame["trail"]) == 3


def test_a_page_opens_with_what_to_take_away(tmp_path: Path) -> None:
    """The opening is the description of the page, too; its figures lead into the document."""
    values = years.topic_page(edition(tmp_path), TOPICS["income"])
    said = (
        "2020年收入总计约 1,384 万元，比2019年多约 16.8 万元。钱全部来自一般公共预算财政拨款收入。"
    )
    assert (plain(values["opening"]), values["description"]) == (said, said)
    assert [word.link.anchor for word in values["opening"] if isinstance(word, Linked)] == [
        "L3s1c1",
        "L3s2",
    ]


def test_a_page_without_an_opening_is_described_by_its_first_sentence(tmp_path: Path) -> None:
    """A page is never described by nothing where it says something."""
    known = edition(tmp_path)
    name = "expenditure-by-function"
    package = replace(known.package, tables={name: known.package.tables[name]})
    values = years.topic_page(replace(known, package=package), TOPICS["function"])
    assert (values["opening"], values["description"]) == (
        (),
        "2020年金额最大的一项是行政单位离退休，54.18 万元。",
    )


def test_a_year_has_these_files(tmp_path: Path) -> None:
    """Addresses are public, and the same values give the same pages."""
    found = dict(pages.year_pages(edition(tmp_path)))
    assert sorted(found) == sorted(
        f"fire-brigade/2020/{name}.md"
        for name in ("index", "guide", "quality", "downloads", "source", *TOPICS)
    )
    assert found == dict(pages.year_pages(edition(tmp_path)))


def test_an_overview_without_figures_says_so(tmp_path: Path) -> None:
    """A form that nobody filled in has no cards, no charts, and no sentence about them."""
    known = edition(tmp_path)
    empty = replace(known, package=replace(known.package, tables={}))
    page = dict(pages.year_pages(empty))["fire-brigade/2020/index.md"].decode()
    assert "没有从这份文件里读到主要的收支数字。请看原文。" in page
    assert 'class="cards"' not in page
