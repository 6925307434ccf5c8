"""Everything about results: one id for one project, and nothing passed over in silence."""

from collections import Counter
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from example_forms import (
    TITLES,
    TRAINING,
    Shape,
    flattened,
    in_columns,
    lines,
    ministry,
    piped,
    scored,
    sichuan_2023,
    stated,
)
from example_reference import columns, imported
from example_reference import lines as reference_lines
from hypothesis import given, settings
from hypothesis import strategies as st

from publish import checks, importing, packages
from publish.documents import outline
from publish.documents.outline import Section
from publish.documents.printed import Line
from publish.documents.units import Units
from publish.importing import forms, performance
from publish.importing.drafts import Draft

FORM = flattened(
    "项目绩效目标完成情况表",
    [
        ["项目名称", "消防培训项目"],
        ["预算执行情况(万元)", "预算数:", "50万元", "执行数:", "45万元"],
        ["", "一级指标", "二级指标", "三级指标", "预期指标值", "实际完成指标值"],
        ["", "产出指标", "数量指标", "培训", "2期", "完成"],
    ],
)
SUMMARY = (
    "（1）消防培训项目绩效目标完成情况综述。项目全年预算数50万元，执行数为45万元，完成预算的90%。"
    "通过项目实施，能力提高。发现的主要问题：支付慢。年底紧张。下一步改进措施：加快支付。"
)


def section(text: str) -> Section:
    """A section on performance with the lines of a text."""
    title, *body = lines("（四）预算绩效管理情况。\n" + text)
    heading = outline.heading(title)
    assert heading is not None
    return Section("performance", (heading,), tuple(body), (title, *body))


def read(whole: tuple[Line, ...], found: Section | None) -> tuple[Draft, ...]:
    """The rows about results of a document without a unit of its own."""
    return performance.read(whole, found, Units(), forms.read(whole, Units()))


def unread(whole: tuple[Line, ...], found: Section | None) -> tuple[Line, ...]:
    """The rows of tables about results that nothing explains."""
    return performance.unread(whole, found, forms.read(whole, Units()))


def rows(text: str, table: str) -> list[dict[str, object]]:
    """The rows of a table that a section on performance states."""
    found = section(text)
    drafts = read(found.whole_lines, found)
    return [dict(stated(draft)) for draft in drafts if draft.table == table]


def test_a_summary_in_yuan_is_converted() -> None:
    """全年预算数500000元: the amounts are those of the summary in 万元, the unit is said."""
    text = SUMMARY.replace("50万元", "500,000元").replace("45万元", "450000元")
    (row,) = rows(text, "projects")
    names = ("budget_wanyuan", "executed_wanyuan", "completion_pct", "unit_as_published")
    assert [row.get(name) for name in names] == [50, 45, 90, "元"]


def test_form_and_summary_of_a_project_are_one_row() -> None:
    """The summary adds the rate, its words, problems and improvements."""
    expected = {
        "project_id": "p01",
        "name": "消防培训项目",
        "budget_wanyuan": Decimal(50),
        "executed_wanyuan": Decimal(45),
        "completion_pct": Decimal(90),
        "problems": "支付慢。年底紧张。",
        "improvements": "加快支付。",
        "summary": SUMMARY.partition("综述。")[2],
    }
    assert rows(f"{SUMMARY}\n{FORM}", "projects") == [expected]


def test_a_project_without_a_form_is_kept() -> None:
    """Its summary alone is a row, its form alone too."""
    assert [row["name"] for row in rows(SUMMARY, "projects")] == ["消防培训"]
    assert [row["name"] for row in rows(FORM, "projects")] == ["消防培训项目"]


def test_the_words_of_a_form_are_no_part_of_the_report() -> None:
    """The section is a report of its own, without its forms; a summary names its project."""
    found = rows(f"前言。\n{SUMMARY}\n{FORM}\n\n后记。", "evaluation-reports")
    keys = ("position", "report", "project_id", "section", "heading")
    assert [tuple(row.get(key) for key in keys) for row in found] == [
        (1, "预算绩效管理情况", None, None, None),
        (2, "预算绩效管理情况", "p01", "（1）", "消防培训项目绩效目标完成情况综述"),
    ]
    assert str(found[1]["text"]).endswith("加快支付。\n后记。")


def test_a_document_without_the_section_has_its_annexes() -> None:
    """Forms and reports stand in annexes where the explanation has no section on performance."""
    drafts = read(lines(f"附件1\n某项目绩效评价报告\n一、概况\n完成。\n\n{FORM}"), None)
    assert Counter(draft.table for draft in drafts) == {
        "projects": 1,
        "performance-indicators": 1,
        "evaluation-reports": 1,
    }


def test_what_nothing_explains_is_reported_with_its_line() -> None:
    """Rows of a form never seen, and rows of a known form that do not fit."""
    strange = "\t项目监控表\n\n\t名称\n\t一季度\n\n\t甲\n\t5\n\n后记。"
    found = section(f"{FORM}\n\t\n\t产出指标\n\t会议\n\n结束。\n{strange}")
    assert [tuple(line.text.split("\t")) for line in unread(found.whole_lines, found)] == [
        ("", "产出指标", "会议"),
        ("结束。",),
        ("项目监控表",),
        ("名称", "一季度"),
        ("甲", "5"),
    ]


DISCLOSURE = """第二部分 2022年度部门决算情况说明
一、收入支出决算总体情况说明
2022年度收入总计120万元、支出总计110万元。
二、收入决算情况说明
2022年本年收入合计120万元。
三、支出决算情况说明
2022年本年支出合计110万元。
十、其他重要事项的情况说明
（四）预算绩效管理情况。
对2个项目开展了绩效自评。
"""


@pytest.mark.parametrize("shapes", [(flattened, piped), (piped, flattened)])
def test_a_disclosure_with_forms_of_the_ministry_and_of_sichuan(
    shapes: tuple[Shape, Shape], tmp_path: Path
) -> None:
    """Form (a) in the text and form (b) in an annex: tables that are right in every respect."""
    first, second = scored(TRAINING), replace(in_columns(scored(TRAINING)), name="防火宣传经费")
    forms = [
        shapes[0](TITLES[ministry], ministry(first)),
        "\n第四部分 附件\n附件1：自评材料\n",
        shapes[1](TITLES[sichuan_2023], sichuan_2023(second)),
    ]
    text = DISCLOSURE + "\n".join(forms)
    package = importing.read(text.encode(), "bureau-2022.txt", "bureau", 2022).package
    names = ("project_id", "budget_wanyuan", "executed_wanyuan", "total_score")
    money = (Decimal(100), Decimal(90), Decimal("91.5"))
    assert [tuple(row[name] for name in names) for row in package.rows("projects")] == [
        ("p01", *money),
        ("p02", *money),
    ]
    marks = [row["score"] for row in package.rows("performance-indicators")]
    assert marks == [Decimal("16.5")] * 10
    packages.write(package, tmp_path / "bureau" / "2022")
    problems = checks.check(tmp_path / "bureau" / "2022").problems
    assert [problem for problem in problems if problem.place.file != "datapackage.json"] == []


def test_the_reference_document_is_read_whole() -> None:
    """4 projects, 63 indicators, 15 self-evaluations; no row of a table is left."""
    tables = ("projects", "performance-indicators", "self-evaluations", "performance-counts")
    assert [len(imported().package.rows(table)) for table in tables] == [4, 63, 15, 6]
    section = imported().sections["performance"]
    assert unread(reference_lines(), section) == ()


# What each table calls the projects of the reference document.
WARNING = "攀枝花市安全生产预警体系和基于物联网的远程安全监管监察与事故应急处置系统建设"
NAMES = {
    ("projects", "name"): {
        "p01": "安全生产专项资金",
        "p02": "安全生产专项经费",
        "p03": "地震事务专项经费",
        "p04": f"{WARNING}项目",
    },
    ("self-evaluations", "name"): {
        "p01": "安全生产专项资金",
        "p02": "安全生产专项经费",
        "p03": "地震事务专项经费",
        "p04": f"{WARNING}项目",
        "p05": "2020年人才专项经费",
        "p06": "儿童福利支出",
        "p07": "企[2019]14号—市直属基干民兵购置服装和个人战备物资购置经费",
        "p08": "2020年第二批科技资金",
        "p09": "自然灾害救助减灾资金",
        "p10": "人才专项经费第五批",
        "p11": "2019年度争取资金工作经费",
        "p12": "攀枝花市应急救援能力提升",
        "p13": "2020年中央自然灾害救灾资金",
        "p14": "2020年省级安全生产专项资金",
        "p15": "省级防震减灾专项",
    },
}
REPORTS = {
    "p01": "安全生产专项资金项目2020年绩效评价报告",
    "p02": "安全生产专项经费项目2020年绩效评价报告",
    "p04": f"{WARNING}2020年绩效评价报告",
    "p12": "攀枝花市应急救援能力提升项目2020年绩效评价报告",
}


@pytest.mark.parametrize(("place", "names"), NAMES.items(), ids=["projects", "self-evaluations"])
def test_the_same_project_has_the_same_id(place: tuple[str, str], names: dict[str, str]) -> None:
    """An id stands for one project in every table, under every name that the document uses."""
    assert dict(columns(place[0], "project_id", place[1])) == names


@pytest.mark.parametrize("table", ["evaluation-reports", "project-funds"])
def test_a_report_is_of_its_project(table: str) -> None:
    """Sections and money of the report on a project carry its id."""
    found = {row for row in columns(table, "project_id", "report") if row[0] in REPORTS}
    assert {row for row in found if row[1] in REPORTS.values()} == set(REPORTS.items())


def test_money_and_indicators_belong_to_known_projects() -> None:
    """Lines of money in the report on the department have the id of the project named above."""
    known = set(NAMES["self-evaluations", "name"])
    assert {project for (project,) in columns("project-funds", "project_id")} <= known
    assert Counter(project for (project,) in columns("performance-indicators", "project_id")) == {
        "p01": 21,
        "p02": 19,
        "p03": 13,
        "p04": 10,
    }


def test_money_of_self_evaluations_is_stated_for_the_whole() -> None:
    """Two of fifteen state a payment, five a rate; e11 and e13 state neither."""
    money = columns("self-evaluations", "evaluation_id", "paid_wanyuan", "execution_pct")
    assert [row for row in money if row[1] is not None or row[2] is not None] == [
        ("e06", Decimal("0.32"), 1),
        ("e07", Decimal("7.25"), 91),
        ("e09", None, 92),
        ("e10", None, 100),
        ("e12", None, 100),
    ]


def test_slips_of_the_document_are_kept() -> None:
    """An amount without a unit, one in 元 among 万元, 45 here and 46 there: each as printed."""
    slips = columns("budget-execution", "label", "amount_wanyuan", "unit_as_published")
    assert [row for row in slips if row[2] is not None] == [
        ("项目支出", Decimal("2240.13"), "missing"),
        ("实际支出", Decimal("701.7"), "元"),
    ]
    funds = columns("project-funds", "report", "item", "paid_wanyuan")
    assert [(row[0][:4], row[2]) for row in funds if row[1] == "重点行业领域安全专项整治"] == [
        ("预算绩效", 45),
        ("攀枝花市", 45),
        ("安全生产", 46),
        ("安全生产", 45),
    ]


@settings(max_examples=25)
@given(st.data())
def test_damage_never_makes_the_readers_fail(data: st.DataObject) -> None:
    """Lines deleted, doubled, swapped, cut: what is left unread stands in the document."""
    found = list(reference_lines())
    for _time in range(data.draw(st.integers(1, 30))):
        one, two = (data.draw(st.integers(0, len(found) - 1)) for _line in range(2))
        found[one], found[two] = found[two], data.draw(st.sampled_from([found[one], found[two]]))
    found = found[: data.draw(st.integers(10, len(found)))]
    damaged = lines("\n".join(line.text for line in found))
    section = outline.sections(damaged).get("performance")
    read(damaged, section)
    places = {line.locator for line in damaged}
    assert {line.locator for line in unread(damaged, section)} <= places
