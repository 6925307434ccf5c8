"""The sentences over the tables of performance."""

from decimal import Decimal

from example_performance import PLAN, contents, row

from publish.pages import leads, names, performance_leads
from publish.tables import Row
from publish.texts import sentences

D = Decimal


def said(name: str, rows: tuple[Row, ...], table: str) -> str:
    """Return the lead of a table as bare text."""
    named = tuple(names.named(table, each) for each in rows)
    return sentences.text(leads.lead(name, 2020, named))


def test_counts_say_what_was_done_with_how_many_projects() -> None:
    """What the document does not state is left out; nothing stated gives no sentence."""
    rows = contents()["performance-counts"]
    assert said("performance_counts", rows, "performance-counts") == (
        "2020年有 8 个项目编制了绩效目标；有 2 个项目开展了绩效监控。"
    )
    empty = ({**rows[0], "count": None},)
    assert said("performance_counts", empty, "performance-counts") == ""


def test_the_staff_comes_in_the_order_of_readers() -> None:
    """Posts first, then the people in them, at the end of the year."""
    assert said("staffing", contents()["staffing"], "staffing") == (
        "2020年末编制 78 人；在职人员 64 人。"
    )


def test_execution_names_the_most_money_and_the_lowest_rate() -> None:
    """All equal, one lower, and some rates not stated are told apart."""
    one = {**PLAN, "name": "甲"}
    other = {**PLAN, "name": "乙", "budget_wanyuan": D(7), "completion_pct": D(92)}
    third = {**other, "name": "丙", "completion_pct": None}
    assert (
        said("execution", (one,), "projects")
        == "2020年只有甲一项有金额，300 万元；各项目的执行率都是 100%。"
    )
    most = "2020年金额最大的一项是甲，300 万元"
    assert said("execution", (one, other), "projects") == f"{most}；执行率最低的是乙，92%。"
    assert said("execution", (one, other, third), "projects") == (
        f"{most}；文件写明的执行率中最低的是乙，92%。"
    )
    assert said("execution", (third,), "projects") == "2020年只有丙一项有金额，7 万元。"


def test_self_evaluations_name_the_most_money_and_the_lowest_rate() -> None:
    """One of the two has a rate."""
    rows = contents()["self-evaluations"]
    assert said("self_evaluations", rows, "self-evaluations") == (
        "2020年金额最大的一项是安全项目，300 万元；文件写明的执行率中最低的是安全项目，92%。"
    )


def test_the_money_of_a_project_is_one_sentence() -> None:
    """Columns that are not stated are left out, and none at all gives no words."""
    columns = ("budget_wanyuan", "executed_wanyuan", "completion_pct")
    words = performance_leads.money("project", 2020, PLAN, columns)
    assert sentences.text(words) == "2020年预算 300 万元，执行 300 万元，完成预算的 100%。"
    places = [
        part.row["source_locator"] for part in words if isinstance(part, sentences.SpokenFigure)
    ]
    assert places == ["L3", "L4", "L9"]
    partly = row("projects", executed_wanyuan=D(7), source_locator="L3", source_quote="7")
    assert (
        sentences.text(performance_leads.money("project", 2020, partly, columns))
        == "2020年执行 7 万元。"
    )
    assert performance_leads.money("project", 2020, row("projects"), columns) == ()
