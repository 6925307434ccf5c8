"""The pages of a year."""

from pathlib import Path

from example_edition import edition

from publish import pages
from publish.pages import topics, years

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
    values = years.topic_page(edition(tmp_path), TOPICS["totals"])
    (part, _appropriation) = values["units"]
    assert (part.chart, part.is_derived, part.origin) == (
        '<svg class="chart">2</svg>',
        True,
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
        "totals.html",
        "income.html",
        "expenditure.html",
    ]
    assert [(step.path, step.is_current) for step in frame["years"]] == [
        ("../2019/income.html", False),
        ("../2020/income.html", True),
    ]


def test_the_overview_has_a_card_for_each_headline_figure(tmp_path: Path) -> None:
    """A card has its figure, its change or what is said instead, and its way to the sentence."""
    values = years.overview(edition(tmp_path))
    assert [
        (card["title"], card["text"], card["direction"], card["link"].anchor)
        for card in values["cards"]
    ] == [
        ("收入总计", "1,383.50", "increase", "L3s1c1"),
        ("支出总计", "1,019.5", "none", "L3s1c2"),
        ("“三公”经费", "3.60", "decrease", "L8s1"),
    ]


def test_a_year_has_these_files(tmp_path: Path) -> None:
    """Addresses are public, and the same values give the same pages."""
    found = dict(pages.year_pages(edition(tmp_path)))
    assert sorted(found) == sorted(
        f"fire-brigade/2020/{name}.md"
        for name in ("index", "quality", "downloads", "source", *TOPICS)
    )
    assert found == dict(pages.year_pages(edition(tmp_path)))
