"""A small made-up document about projects, and the year made of it by values.

Two projects: one with a form (p01), one that only the evaluation of the department names (p02).
"""

from decimal import Decimal

from example_edition import draw
from example_package import descriptor

from publish import tables
from publish.packages import Package
from publish.pages import originals
from publish.pages.links import OriginalDocument
from publish.pages.years import Edition
from publish.tables import Row, Value

LINES = (
    "对8个项目编制了绩效目标，对两个项目开展了绩效监控。",
    "安全项目",
    "300万元",
    "300万元",
    "300万元",
    "215.50万元",
    "建成系统，满意度达到100%。",
    "建成了系统。",
    "（1）综述。预算300万元，执行300万元，完成预算的100%。",
    "产出",
    "数量",
    "指标1：会议",
    "不少于4次",
    "不少于4次",
    "（1）安全项目300万元。",
    "数量指标：开会4次。",
    "已支付7.25万元，执行率92%。",
    "（2）人才经费10.2万元。",
    "年初安排100万元，实际支出90万元，其中工资60万元、奖金30万元，收回10万元。",
    "一、部门概况",
    "本部门编制78人。",
    "在职64人。",
    "（一）项目概况",
    "1.基本支出：指保障机构运转的支出。",
    "2.住房保障（类）住房改革支出（款）住房公积金（项）：指住房公积金。",
    "1.负责安全。",
    "检查企业432家次，排查隐患600余项。",
    "会议经费8万元，已支付7.25万元。",
)
D = Decimal


def row(table: str, **values: Value) -> Row:
    """Return a row of a table; what is not named is not stated."""
    empty: Row = {field.name: None for field in tables.load()[table].fields}
    assert set(values) <= set(empty), table
    return {**empty, **values}


def at(*numbers: int) -> dict[str, str]:
    """Return the provenance of a row that these whole lines state."""
    return {
        "source_locator": ";".join(f"L{number}" for number in numbers),
        "source_quote": "\t".join(LINES[number - 1] for number in numbers),
    }


PLAN = row(
    "projects",
    project_id="p01",
    name="安全项目",
    budget_wanyuan=D(300),
    executed_wanyuan=D(300),
    fiscal_budget_wanyuan=D(300),
    fiscal_executed_wanyuan=D("215.50"),
    completion_pct=D(100),
    expected_goal="建成系统，满意度达到100%。",
    actual_goal="建成了系统。",
    summary="预算300万元，执行300万元，完成预算的100%。",
    **at(2, 3, 4, 5, 6, 7, 8, 9),
)
INDICATOR = row(
    "performance-indicators",
    project_id="p01",
    number=1,
    level1="产出",
    level2="数量",
    indicator="指标1：会议",
    target_text="不少于4次",
    actual_text="不少于4次",
    **at(10, 11, 12, 13, 14),
)


def _evaluations() -> tuple[Row, ...]:
    one = {"tier": "年初部门预算", "number": 1, "name": "安全项目", "amount_wanyuan": D(300)}
    two = {"tier": "上级专项", "number": 1, "name": "人才经费", "amount_wanyuan": D("10.2")}
    said = {"quantity": "开会4次。", "paid_wanyuan": D("7.25"), "execution_pct": D(92)}
    return (
        row(
            "self-evaluations",
            evaluation_id="e01",
            project_id="p01",
            **one,
            **said,
            **at(15, 16, 17),
        ),
        row("self-evaluations", evaluation_id="e02", project_id="p02", **two, **at(18)),
    )


def _steps(kind: str, *steps: tuple[str, str, str]) -> tuple[Row, ...]:
    return tuple(
        row(
            "budget-execution",
            kind=kind,
            stage=stage,
            label=label,
            statement=1,
            amount_wanyuan=D(amount),
            source_locator="L19",
            source_quote=f"{label}{amount}万元",
        )
        for stage, label, amount in steps
    )


FLOW = _steps(
    "基本支出",
    ("initial", "年初安排", "100"),
    ("executed", "实际支出", "90"),
    ("executed", "工资", "60"),
    ("executed", "奖金", "30"),
    ("recovered", "收回", "10"),
)


def _reports() -> tuple[Row, ...]:
    own, other = "部门整体支出绩效评价报告", "安全项目2020年绩效评价报告"
    table = "evaluation-reports"
    return (
        row(table, position=1, report=own, text="本部门编制78人。", **at(21)),
        row(
            table,
            position=2,
            report=own,
            section="一",
            heading="部门概况",
            text="本部门编制78人。\n在职64人。",
            **at(20, 21, 22),
        ),
        row(
            table,
            position=3,
            report=other,
            project_id="p01",
            section="一 （一）",
            heading="项目概况",
            **at(23),
        ),
    )


def _counts(table: str, *counts: tuple[str, str, str, str, int]) -> tuple[Row, ...]:
    return tuple(
        row(
            table,
            key=key,
            statement=1,
            label=key,
            count=D(count),
            unit=unit,
            source_locator=f"L{line}",
            source_quote=quote,
        )
        for key, count, unit, quote, line in counts
    )


def _glossary() -> tuple[Row, ...]:
    account = "住房保障（类）住房改革支出（款）住房公积金（项）"
    return (
        row("glossary", number=1, term="基本支出", definition="指保障机构运转的支出。", **at(24)),
        row("glossary", number=2, term=account, definition="指住房公积金。", **at(25)),
    )


def _work() -> tuple[Row, ...]:
    text = "检查企业432家次，排查隐患600余项"
    counts = ((D(432), "家次", "false"), (D(600), "项", "true"))
    return tuple(
        row(
            "work-figures",
            position=place,
            topic="强化监管",
            text=text,
            value=value,
            unit=unit,
            approximate=about,
            **at(27),
        )
        for place, (value, unit, about) in enumerate(counts, start=1)
    )


def contents() -> dict[str, tuple[Row, ...]]:
    """Return the tables of the year."""
    line = {
        "report": "部门整体支出绩效评价报告",
        "number": 1,
        "project_id": "p01",
        "item": "会议经费",
    }
    return {
        "performance-counts": _counts(
            "performance-counts",
            ("with_goals", "8", "个", "8个项目编制了绩效目标", 1),
            ("monitored", "2", "个", "两个项目开展了绩效监控", 1),
        ),
        "projects": (PLAN,),
        "performance-indicators": (INDICATOR,),
        "self-evaluations": _evaluations(),
        "project-funds": (
            row("project-funds", **line, planned_wanyuan=D(8), paid_wanyuan=D("7.25"), **at(28)),
        ),
        "evaluation-reports": _reports(),
        "budget-execution": FLOW,
        "staffing": _counts(
            "staffing",
            ("staff", "64", "人", "在职64人", 22),
            ("established_posts", "78", "人", "编制78人", 21),
        ),
        "duties": (row("duties", number=1, text="负责安全。", **at(26)),),
        "work-figures": _work(),
        "glossary": _glossary(),
    }


def package(**changed: tuple[Row, ...]) -> Package:
    """Return the year with other rows in some tables; `_` stands for the hyphen of a name."""
    found = contents() | {name.replace("_", "-"): rows for name, rows in changed.items()}
    known = {**descriptor(), "resources": []}
    return Package(known, found, "accounts.txt", "\n".join(LINES).encode())


def year(made: Package | None = None) -> Edition:
    """Return the year as the pages see it."""
    known = made or package()
    return Edition(known, OriginalDocument(originals.read(known.document)), {}, (2020,), draw)
