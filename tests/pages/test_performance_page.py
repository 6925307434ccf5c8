"""The page 绩效评价, and which pages a year has."""

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

from example_edition import edition
from example_performance import contents, package, row, year

from publish import pages
from publish.downloads.offers import offer
from publish.pages import links, performance_page, topics, years


def test_the_page_has_a_part_for_each_table() -> None:
    """Sentence, chart and rows; the name of a project leads to its page."""
    values = performance_page.performance_page(year())
    drawn = {part.id: part.chart and part.chart.drawing for part in values["units"]}
    shown = [(part.id, drawn[part.id], len(part.layout.entries)) for part in values["units"]]
    assert shown == [
        ("counts", None, 2),
        ("execution", '<svg class="chart">1</svg>', 1),
        ("self-evaluations", None, 2),
        ("flow", '<svg class="chart">3</svg>', 5),
    ]
    pages_of = {part.id: [entry.page for entry in part.layout.entries] for part in values["units"]}
    assert pages_of == {
        "counts": ["", ""],
        "execution": ["project-p01.html"],
        "self-evaluations": ["project-p01.html", "project-p02.html"],
        "flow": [""] * 5,
    }
    assert links.plain(values["units"][3].lead) == (
        "2020年基本支出：年初安排 100 万元；实际支出 90 万元，收回 10 万元。"
    )


def test_words_in_a_table_lead_to_the_document() -> None:
    """What is said of the satisfaction is quoted with its place."""
    said = {**contents()["self-evaluations"][0], "satisfaction": "开会4次。"}
    values = performance_page.performance_page(year(package(self_evaluations=(said,))))
    layout = next(part.layout for part in values["units"] if part.id == "self-evaluations")
    (entry,) = layout.entries
    assert [(cell.kind, cell.text) for cell in entry.cells][-1] == ("cited", "开会4次。")
    assert entry.cells[-1].link.anchor == "L16s1"


def test_tables_that_are_not_there_are_left_out() -> None:
    """A year of reports alone has its reports; a project no table leads to is listed."""
    tables = {"evaluation-reports": contents()["evaluation-reports"]}
    values = performance_page.performance_page(year(replace(package(), tables=tables)))
    assert values["units"] == ()
    assert [project.id for project in values["others"]] == ["p01"]
    assert values["description"] == "消防队2020年的绩效评价。"


def test_an_evaluation_without_a_project_leads_nowhere() -> None:
    """Its row has no page."""
    alone = row(
        "self-evaluations", evaluation_id="e01", name="甲", source_locator="L2", source_quote="甲"
    )
    values = performance_page.performance_page(year(package(self_evaluations=(alone,))))
    layout = next(part.layout for part in values["units"] if part.id == "self-evaluations")
    assert [(entry.label, entry.page) for entry in layout.entries] == [("甲", "")]


MINE = re.compile(r"performance|reports|project-.*|profile|glossary")


def names(found: years.Edition) -> list[str]:
    """Return the names of those pages of a year that are not in every year."""
    made = (Path(path).stem for path, _ in pages.year_pages(with_files(found)))
    return [name for name in made if MINE.fullmatch(name)]


def with_files(found: years.Edition) -> years.Edition:
    """Return the year without what needs files: the example is a value alone."""
    source = (offer("原文件", "source/accounts.txt", b""),)
    offers = dict.fromkeys(found.package.tables, ()) | {"source": source, "all": ()}
    return replace(found, offers=offers)


def test_a_year_has_the_pages_that_its_tables_give() -> None:
    """Addresses are public: nothing is renamed or added unnoticed."""
    assert names(year()) == [
        "performance",
        "reports",
        "project-p01",
        "project-p02",
        "profile",
        "glossary",
    ]
    accounts = replace(package(), tables={"glossary": contents()["glossary"]})
    assert names(year(accounts)) == ["glossary"]


def test_the_switcher_shows_only_pages_that_are_there(tmp_path: Path) -> None:
    """Accounts alone: no way leads to a page that does not exist."""
    mine = ["performance.html", "profile.html", "glossary.html"]

    def shown(frame: dict[str, Any]) -> list[str]:
        steps = (*frame["steps"], *frame["beside"])
        return [step.path for step in steps if step.path in mine]

    assert shown(years.frame(edition(tmp_path), "income.html")) == []
    assert shown(years.frame(year(), "income.html")) == mine


def test_another_year_without_the_page_is_opened_at_its_overview() -> None:
    """Every year of the department is reached from every page."""
    tables = {2019: frozenset({"income"}), 2020: frozenset(contents())}
    known = replace(year(), years=(2018, 2019, 2020), tables=tables)
    shown = years.frame(known, "performance.html")["years"]
    assert [step.path for step in shown] == [
        "../2018/performance.html",
        "../2019/index.html",
        "../2020/performance.html",
    ]


def test_the_money_leads_to_performance_where_there_is_such_a_page(tmp_path: Path) -> None:
    """The accounts end with the way to what the money achieved."""
    plan = topics.load()
    shown = {
        slug: [step.path for step in years.related(year(), plan.page(slug))]
        for slug in ("income", "function", "basic")
    }
    assert shown == {
        "income": ["function.html", "performance.html"],
        "function": ["performance.html"],
        "basic": [],
    }
    assert years.related(edition(tmp_path), plan.page("function")) == ()


def test_hostile_words_are_text_on_every_page() -> None:
    """Tags, Markdown and attributes in every text of every table stay what they are: text."""
    evil = '<script>alert(1)</script>"><img src=x> [x](javascript:1) `a` { .x } ## 基本支出'
    tables = {
        name: tuple(
            {
                column: evil if isinstance(value, str) and column in TEXTS else value
                for column, value in each.items()
            }
            for each in rows
        )
        for name, rows in contents().items()
    }
    made = pages.year_pages(with_files(year(replace(package(), tables=tables))))
    for path, content in made:
        text = content.decode()
        for sign in ("<script>", "<img", "](javascript", "`a`"):
            assert sign not in text, path


TEXTS = frozenset(
    {"name", "label", "item", "heading", "text", "report", "tier", "quantity", "status", "section"}
    | {"expected_goal", "actual_goal", "summary", "indicator", "level1", "level2", "target_text"}
    | {"actual_text", "term", "definition", "topic", "kind"}
)
