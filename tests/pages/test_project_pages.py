"""The page of a project."""

from typing import Any

from example_performance import PLAN, package, year

from publish.pages import evaluation_reports, links, project_pages, projects
from publish.pages.years import Edition


def page(number: int, edition: Edition | None = None) -> dict[str, Any]:
    """Return the values of the page of the first or second project."""
    known = edition or year()
    found = projects.load(known.package)[number]
    return project_pages.project_page(known, found, evaluation_reports.load(known))


def test_a_project_shows_promise_money_indicators_and_report() -> None:
    """Everything that the tables have of it."""
    values = page(0)
    plan = values["plan"]
    assert links.plain(values["lead"]) == "2020年预算 300 万元，执行 300 万元，完成预算的 100%。"
    assert [(item.title, item.said.text) for item in plan["goals"]] == [
        ("预期目标", "建成系统，满意度达到100%。"),
        ("实际完成目标", "建成了系统。"),
    ]
    assert (plan["indicators"].count, plan["chart"].drawing) == (1, '<svg class="chart">2</svg>')
    assert [report.title for report in values["reports"]] == ["安全项目2020年绩效评价报告"]
    assert [line.title for line in values["lines"]] == ["部门整体支出绩效评价报告"]
    (evaluation,) = values["evaluations"]
    assert links.plain(evaluation.lead) == "2020年安排 300 万元，已支付 7.25 万元，执行率 92%。"
    assert [(item.title, item.said.text, item.said.link.anchor) for item in evaluation.said] == [
        ("数量指标", "开会4次。", "L16s1")
    ]


def test_problems_and_improvements_are_quoted() -> None:
    """They are apart from the summary; none are none."""
    assert page(0)["plan"]["remarks"] == ()
    said = package(projects=({**PLAN, "problems": "太慢。", "improvements": "加快。"},))
    remarks = page(0, year(said))["plan"]["remarks"]
    assert [(item.title, item.said.text) for item in remarks] == [
        ("发现的主要问题", "太慢。"),
        ("下一步改进措施", "加快。"),
    ]


def test_a_project_without_a_form_shows_what_the_evaluation_says() -> None:
    """The first sentence then comes from there."""
    values = page(1)
    assert (values["plan"], values["lines"], values["reports"]) == (None, (), ())
    assert links.plain(values["lead"]) == "2020年安排 10.2 万元。"


def test_a_project_that_only_a_report_knows_has_no_sentence() -> None:
    """Its report is shown all the same."""
    values = page(0, year(package(projects=(), self_evaluations=())))
    assert (values["lead"], len(values["reports"])) == ((), 1)


def test_a_project_leads_to_performance_and_to_the_money() -> None:
    """Back to all projects, and on to the accounts."""
    values = page(0)
    assert [step.path for step in values["related"]] == [
        "performance.html",
        "function.html",
        "income.html",
    ]
    assert [step.path for step in values["trail"]][-1] == "performance.html"
