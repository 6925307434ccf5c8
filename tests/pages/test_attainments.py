"""How many indicators reached their targets."""

from dataclasses import replace
from decimal import Decimal

import pytest
from example_performance import INDICATOR, package, year

from publish import reconciliation
from publish.charts import Bar, Chart, ChartKind
from publish.pages import attainments, performance_page, project_pages, projects
from publish.pages.years import Edition

TARGET = {
    "target_operator": ">=",
    "target_value": Decimal(4),
    "target_unit": "次",
    "target_text": "不少于4次",
}


def checked(*results: str, project: str = "p01") -> Edition:
    """Return the year with an indicator for each of these results, as the checks see it."""
    rows = tuple(
        {**INDICATOR, **TARGET, "project_id": project, "number": number, "actual_text": result}
        for number, result in enumerate(results, start=1)
    )
    made = package(performance_indicators=rows)
    return replace(year(made), outcome=reconciliation.run(made))


def test_results_are_counted_by_what_became_of_their_targets() -> None:
    """Reached, not reached, and told in words: the last is never judged."""
    found = attainments.of_all(checked("4次", "5次", "3次", "全部完成"))
    assert found is not None
    assert found.sentence == (
        "文件列出 4 项指标；2 项的结果达到目标；1 项没有达到；"
        "1 项的目标或结果用文字写，没有数字可比。"
    )
    (project,) = found.projects
    assert (project.name, project.href) == ("安全项目", "project-p01.html")
    assert (project.total, project.met, project.missed, project.unclear) == (4, 2, 1, 1)


def test_a_chart_shows_every_kind_against_all() -> None:
    """None of a kind is 0, and the whole is the number of indicators."""
    drawn: list[Chart] = []

    def draw(chart: Chart) -> str:
        drawn.append(chart)
        return ""

    found = attainments.of_project(replace(checked("4次", "好"), draw=draw), "p01", "安全项目")
    assert found is not None
    bars = (("达到目标", 1), ("没有达到", 0), ("没有数字可比", 1))
    assert drawn == [
        Chart(
            ChartKind.PARTS,
            "安全项目：指标达到了多少",
            "文件列出 2 项指标；1 项的结果达到目标；1 项的目标或结果用文字写，没有数字可比。",
            "项",
            tuple(Bar(label, Decimal(count)) for label, count in bars),
            Decimal(2),
        )
    ]


@pytest.mark.parametrize("results", [(), ("全部完成", "好")])
def test_without_numbers_there_is_nothing_to_count(results: tuple[str, ...]) -> None:
    """Words alone, or no indicator at all: no chart."""
    found = checked(*results)
    assert (attainments.of_all(found), attainments.of_project(found, "p01", "")) == (None, None)


def test_pages_show_them() -> None:
    """That of the performance shows all, that of a project its own."""
    found = checked("4次")
    summary = performance_page.performance_page(found)["attainment"]
    assert [one.total for one in summary.projects] == [1]
    (project, *_) = projects.load(found.package)
    plan = project_pages.project_page(found, project, ())["plan"]
    assert plan["attainment"].sentence == "文件列出 1 项指标；1 项的结果达到目标。"
