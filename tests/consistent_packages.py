"""Packages of a made-up department in which every figure agrees with every other one.

`amounts` is the hypothesis strategy, `package_of` makes a package of what it draws. `Writer` writes
rows together with the document that states them, so that every row has its place and its words.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import ROUND_HALF_UP, Decimal
from types import MappingProxyType
from typing import Any

from hypothesis import strategies as st

from publish import tables
from publish.packages import Package
from publish.tables import Row, Value

YEAR = 2020
DESCRIPTOR = {
    "department": {"slug": "fire-brigade", "name": "消防队"},
    "fiscalYear": YEAR,
}
CENT = Decimal("0.01")
CLASSES = ("教育支出", "科学技术支出", "社会保障和就业支出", "灾害防治及应急管理支出")
ACCOUNTS = {
    "personnel": ("基本工资", "津贴补贴", "奖金", "绩效工资"),
    "public": ("办公费", "水费", "电费", "邮电费"),
}
THINGS = ("设备维护", "会议费用", "宣传培训", "隐患排查")


def money(cents: int) -> Decimal:
    """Return an amount in 万元 with two decimals."""
    return (Decimal(cents) * CENT).quantize(CENT)


def percent(part: Decimal, whole: Decimal) -> Decimal:
    """Return a percentage with two decimals, rounded half up."""
    return (100 * part / whole).quantize(CENT, ROUND_HALF_UP)


@dataclass(slots=True)
class Writer:
    """Rows of tables, and the lines of the document that state them."""

    lines: list[str] = field(default_factory=lambda: ["2020年度部门决算"])
    rows: dict[str, list[Row]] = field(default_factory=dict)

    def say(self, words: str) -> None:
        """Write a line of the document."""
        self.lines.append(words)

    def add(self, table: str, label: str, **values: Value) -> None:
        """Write a row and the line that states it: the label, then every number with its unit."""
        known = tables.load()[table]
        row: Row = {column.name: None for column in known.fields}
        told = [label]
        for name, value in values.items():
            row[name] = value
            if isinstance(value, Decimal):
                unit = "%" if name.endswith("_pct") else values.get("unit") or "万元"
                told.append(f"{value}{unit}")
        named = next(
            name
            for name in ("label", "name", "item", "purpose", "indicator", "text", "series", "title")
            if name in row
        )
        row[named] = row[named] or label
        if "statement" in row:
            row["statement"] = row["statement"] or 1
        self.say("，".join(told) + "。")
        row["source_locator"] = f"L{len(self.lines)}"
        row["source_quote"] = self.lines[-1]
        self.rows.setdefault(table, []).append(row)

    def package(self) -> Package:
        """Return the package."""
        contents = {name: tuple(rows) for name, rows in self.rows.items()}
        source = "\n".join(self.lines).encode()
        return Package(DESCRIPTOR, MappingProxyType(contents), "accounts.txt", source)


@dataclass(frozen=True, slots=True)
class Amounts:
    """What is drawn: every amount in hundredths of 万元, from which all others follow."""

    classes: tuple[tuple[int, ...], ...]
    accounts: Mapping[str, tuple[int, ...]]
    fund: int
    own_income: int
    opening: int
    closing: int
    last_year: int
    three_public: tuple[int, int, int]
    receptions: tuple[int, ...]
    lines: tuple[int, ...]
    assets: tuple[int, int, int]
    counts: tuple[int, int, int]


_CENTS = st.integers(min_value=1_001, max_value=9_999_999).filter(lambda cents: cents % 10 != 0)
# 三公 is within the expenditure of the department, to which every fund adds more than this.
_SMALL = st.integers(min_value=11, max_value=999).filter(lambda cents: cents % 10 != 0)
_LARGE = st.integers(min_value=100_001, max_value=9_999_999).filter(lambda cents: cents % 10 != 0)
_COUNTS = st.integers(min_value=1, max_value=40)


def _tuples(
    fewest: int, most: int, cents: st.SearchStrategy[int] = _CENTS
) -> st.SearchStrategy[tuple[int, ...]]:
    return st.lists(cents, min_size=fewest, max_size=most).map(tuple)


amounts = st.builds(
    Amounts,
    classes=st.lists(_tuples(1, 3), min_size=2, max_size=4).map(tuple),
    accounts=st.fixed_dictionaries({group: _tuples(2, 4) for group in ACCOUNTS}),
    fund=_LARGE,
    own_income=_CENTS,
    opening=_CENTS,
    closing=_CENTS,
    last_year=_CENTS,
    three_public=st.tuples(_SMALL, _SMALL, _SMALL),
    receptions=_tuples(2, 4, _SMALL),
    lines=_tuples(2, 4),
    assets=st.tuples(_CENTS, _CENTS, _CENTS),
    counts=st.tuples(_COUNTS, _COUNTS, _COUNTS),
)


def _changed(this_year: Decimal, last_year: Decimal) -> dict[str, Any]:
    change = this_year - last_year
    return {
        "base_year": YEAR - 1,
        "change_wanyuan": change,
        "change_pct": percent(change, last_year),
        "change_direction": "increase" if change >= 0 else "decrease",
        "change_against": "year",
    }


def _functions(writer: Writer, drawn: Amounts, basic: Decimal) -> Decimal:
    """Write classes and items; the first item takes all of 基本支出. Return the total."""
    fund = "general_public_budget"
    total = sum((sum(map(money, items), Decimal(0)) for items in drawn.classes), basic)
    for at, items in enumerate(drawn.classes):
        name = CLASSES[at]
        parts = [money(cents) for cents in items]
        if at == 0:
            parts[0] += basic
        whole = sum(parts, Decimal(0))
        writer.add(
            "expenditure-by-function", name, fund=fund, level="class", class_name=name,
            amount_wanyuan=whole, share_pct=percent(whole, total),
        )  # fmt: skip
        for number, amount in enumerate(parts):
            budget = amount * 2
            writer.add(
                "expenditure-by-function", f"{name}第{number}项", fund=fund, level="item",
                class_name=name, group_name=f"{name}管理事务", item_name=f"{name}第{number}项",
                amount_wanyuan=amount, budget_wanyuan=budget, completion_of="预算",
                completion_pct=percent(amount, budget),
            )  # fmt: skip
    return total


def _basic(writer: Writer, drawn: Amounts) -> Decimal:
    totals = {group: sum(map(money, drawn.accounts[group]), Decimal(0)) for group in ACCOUNTS}
    whole = sum(totals.values(), Decimal(0))
    writer.add(
        "basic-expenditure", "基本支出合计", group="total", level="total", amount_wanyuan=whole
    )
    for group, names in ACCOUNTS.items():
        label = "人员经费" if group == "personnel" else "公用经费"
        writer.add(
            "basic-expenditure", label, group=group, level="group", amount_wanyuan=totals[group]
        )
        for name, cents in zip(names, drawn.accounts[group], strict=False):
            writer.add(
                "basic-expenditure", name, group=group, level="account", amount_wanyuan=money(cents)
            )
    return whole


def _totals(writer: Writer, drawn: Amounts, budget: Decimal, basic: Decimal) -> None:
    """Write income, expenditure and the totals, which include what is carried over."""
    fund, own = money(drawn.fund), money(drawn.own_income)
    spent = budget + fund
    opening, closing = money(drawn.opening), money(drawn.closing)
    income = spent + closing + own
    parts = {"general_public_budget": income - own - fund, "government_fund": fund, "other": own}
    for key, amount in {"total": income, **parts}.items():
        share = {} if key == "total" else {"share_pct": percent(amount, income)}
        writer.add("income", f"收入{key}", key=key, amount_wanyuan=amount, **share)
    spending = {"total": spent + own, "basic": basic, "project": spent + own - basic}
    for key, amount in spending.items():
        share = {} if key == "total" else {"share_pct": percent(amount, spent + own)}
        writer.add("expenditure", f"支出{key}", key=key, amount_wanyuan=amount, **share)
    totals = {
        "total_income": income + opening,
        "total_expenditure": spent + own + closing + opening,
        "current_income": income,
        "current_expenditure": spent + own,
        "opening_balance": opening,
        "closing_balance": closing + opening,
    }
    for key, amount in totals.items():
        change = _changed(amount, money(drawn.last_year)) if key.startswith("total") else {}
        writer.add(
            "key-figures", f"总表{key}", key=key, scope="all", amount_wanyuan=amount, **change
        )
    funds = {
        "fiscal_appropriation": spent,
        "general_public_budget": budget,
        "government_fund": fund,
    }
    for scope, amount in funds.items():
        writer.add(
            "key-figures", f"财政拨款支出{scope}", key="appropriation_expenditure", scope=scope,
            amount_wanyuan=amount,
        )  # fmt: skip


def _three_public(writer: Writer, drawn: Amounts) -> None:
    overseas, purchase, operation = map(money, drawn.three_public)
    reception = sum(map(money, drawn.receptions), Decimal(0))
    cells = {
        "total": overseas + purchase + operation + reception,
        "overseas": overseas,
        "vehicles": purchase + operation,
        "vehicle_purchase": purchase,
        "vehicle_operation": operation,
        "reception": reception,
        "domestic_reception": reception,
    }
    for key, amount in cells.items():
        share = {"share_pct": percent(amount, cells["total"])}
        writer.add(
            "three-public", f"三公{key}", key=key, final_wanyuan=amount, budget_wanyuan=amount * 2,
            completion_pct=percent(amount, amount * 2), completion_of="预算",
            **({} if key == "total" else share),
        )  # fmt: skip
    for number, cents in enumerate(drawn.receptions):
        writer.add(
            "receptions", f"第{number}种公务接待", visits=number + 1, amount_wanyuan=money(cents)
        )
    visits = Decimal(sum(range(1, len(drawn.receptions) + 1)))
    writer.add(
        "official-travel", "国内公务接待", key="domestic_receptions", count=visits, unit="批次"
    )
    sedans, off_road, buses = map(Decimal, drawn.counts)
    for key, count in {
        "vehicles_held": sedans + off_road + buses,
        "sedans_held": sedans,
        "off_road_vehicles_held": off_road,
        "buses_held": buses,
    }.items():
        writer.add("official-travel", f"车辆{key}", key=key, count=count, unit="辆")


def _assets(writer: Writer, drawn: Amounts) -> None:
    land, furniture, worn = map(money, drawn.assets)
    original = land + furniture + worn
    for key, amount in {
        "fixed_assets_original": original,
        "accumulated_depreciation": worn,
        "fixed_assets_net": land + furniture,
        "land_and_buildings": land + worn,
        "furniture": furniture,
    }.items():
        writer.add("state-assets", f"资产{key}", key=key, amount_wanyuan=amount)
    writer.add("procurement", "采购总额", key="total", amount_wanyuan=land + furniture)
    writer.add("procurement", "采购货物", key="goods", amount_wanyuan=land)
    writer.add("procurement", "采购工程", key="works", amount_wanyuan=furniture)


def _project(writer: Writer, drawn: Amounts) -> None:
    """Write a project: its form, its cost indicators, the lines of its report, its evaluation."""
    lines = [money(cents) for cents in drawn.lines]
    planned = sum(lines, Decimal(0)) * 2
    paid = sum(lines, Decimal(0))
    rate = percent(paid, planned)
    writer.add(
        "projects", "安全项目", project_id="p01", name="安全项目", budget_wanyuan=planned,
        executed_wanyuan=paid, fiscal_budget_wanyuan=planned, fiscal_executed_wanyuan=paid,
        completion_pct=rate,
    )  # fmt: skip
    writer.add(
        "self-evaluations", "安全项目评价", evaluation_id="e01", project_id="p01", number=1,
        name="安全项目评价", amount_wanyuan=planned, paid_wanyuan=paid, execution_pct=rate,
    )  # fmt: skip
    for number, (thing, amount) in enumerate(zip(THINGS, lines, strict=False), start=1):
        writer.add(
            "performance-indicators", thing, project_id="p01", number=number, level2="成本指标",
            indicator=thing, target_text=f"{amount * 2}万元", actual_text=f"{amount}万元",
            target_operator="<=", target_value=amount * 2, target_unit="万元",
        )  # fmt: skip
    for number, (thing, amount) in enumerate(zip(THINGS, lines, strict=False), start=1):
        writer.add(
            "project-funds", f"成本指标：{thing}", report="安全项目绩效评价报告", project_id="p01",
            number=number, item=thing, planned_wanyuan=amount * 2, paid_wanyuan=amount,
            execution_pct=percent(amount, amount * 2),
        )  # fmt: skip


def _appropriations(writer: Writer, drawn: Amounts) -> None:
    spent, moved, left = map(money, drawn.three_public)
    cells = (
        ("arranged", "安排资金", spent + moved + left),
        ("initial", "年初预算", spent + moved),
        ("added", "追加预算", left),
        ("executed", "实际支出", spent),
        ("recovered", "收回预算", moved),
        ("closing", "年末结转", left),
    )
    place = len(writer.lines) + 1
    words = "，".join(f"{label}{amount}万元" for _stage, label, amount in cells) + "。"
    for stage, label, amount in cells:
        writer.add("budget-execution", label, kind="专项资金", stage=stage, amount_wanyuan=amount)
        writer.lines.pop()
        writer.rows["budget-execution"][-1].update(source_locator=f"L{place}", source_quote=words)
    writer.say(words)


def _charts(writer: Writer) -> None:
    for row in writer.rows["expenditure"][1:]:
        writer.add(
            "published-charts", str(row["label"]), chart=1, figure="1", title="支出决算结构图",
            series="支出", category=row["label"], value=row["amount_wanyuan"],
        )  # fmt: skip


def package_of(drawn: Amounts) -> Package:
    """Return the package of what was drawn."""
    writer = Writer()
    basic = _basic(writer, drawn)
    budget = _functions(writer, drawn, basic)
    _totals(writer, drawn, budget, basic)
    _three_public(writer, drawn)
    _assets(writer, drawn)
    _project(writer, drawn)
    _appropriations(writer, drawn)
    _charts(writer)
    writer.add("staffing", "编制", key="established_posts", count=Decimal(90), unit="人")
    writer.add("staffing", "在职", key="staff", count=Decimal(60), unit="人")
    return writer.package()


def with_cell(old: Package, table: str, index: int, **values: Value) -> Package:
    """Return a package with other values in a row; the words of the row stay."""
    rows = list(old.tables[table])
    rows[index] = {**rows[index], **values}
    return replace(old, tables=MappingProxyType({**old.tables, table: tuple(rows)}))
