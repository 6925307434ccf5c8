"""The catalogue of sentence shapes, and generated sentences with the rows that they state."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

from example_amounts import REASONS, YEARS, Printed, counts, numbers, percents
from hypothesis import strategies as st

from publish.documents.figures import in_wanyuan


@dataclass(frozen=True, slots=True)
class Sentence:
    """Sentences of a section and the rows that they must give, as `example_documents.shown`."""

    section: str
    year: int
    text: str
    rows: tuple[str, ...]
    shape: str = ""


def catalogue() -> list[Sentence]:
    """Return every sentence shape of `sentences.toml`."""
    path = Path(__file__).with_name("sentences.toml")
    return [
        Sentence(
            found["section"],
            found["year"],
            found["text"].strip("\n"),
            tuple(found["rows"].strip("\n").splitlines()),
            found["shape"],
        )
        for found in tomllib.loads(path.read_text("utf-8"))["sentence"]
    ]


def _signed(verb: str, amount: Printed) -> str:
    is_decrease = verb in {"减少", "下降"} and amount.value
    return format(-amount.value if is_decrease else amount.value, "f")


def _direction(verb: str) -> str:
    return "increase" if verb in {"增加", "增长"} else "decrease"


CHANGES = st.sampled_from([("增加", "增长"), ("减少", "下降")])


@dataclass(frozen=True, slots=True)
class Change:
    """A change in words and the cells that it gives."""

    text: str
    cells: str


@st.composite
def changes(draw: st.DrawFn) -> Change:
    """Return 增加NU，增长P with its cells."""
    (verb, growth), amount, rate = draw(CHANGES), draw(numbers()), draw(percents())
    return Change(
        f"{verb}{amount.text}万元，{growth}{rate.text}%",
        f"change_wanyuan={_signed(verb, amount)} change_pct={_signed(growth, rate)}"
        f" change_direction={_direction(verb)}",
    )


@st.composite
def totals(draw: st.DrawFn) -> Sentence:
    """Return 收入总计、支出总计 with 各增加A、B，各增长P、Q."""
    year = draw(YEARS)
    income, outlay, more, also = (draw(numbers()) for _figure in range(4))
    first, second = draw(percents()), draw(percents())
    verb, growth = draw(CHANGES)
    reason = draw(REASONS)
    text = (
        f"{year}年度收入总计{income.text}万元、支出总计{outlay.text}万元。与{year - 1}年相比，"
        f"收、支总计各{verb}{more.text}万元、{also.text}万元，"
        f"各{growth}{first.text}%、{second.text}%。主要变动原因是{reason}。"
    )
    rows = tuple(
        f"key-figures key={key} scope=all label={label} amount_wanyuan={amount.cell}"
        f" base_year={year - 1} change_wanyuan={_signed(verb, change)}"
        f" change_pct={_signed(growth, rate)} change_direction={_direction(verb)}"
        f" change_against=year reason={reason}"
        for key, label, amount, change, rate in (
            ("total_income", "收入总计", income, more, first),
            ("total_expenditure", "支出总计", outlay, also, second),
        )
    )
    return Sentence("totals", year, text, rows)


SOURCES = {
    "general_public_budget": "一般公共预算财政拨款收入",
    "government_fund": "政府性基金预算财政拨款收入",
    "state_capital": "国有资本经营预算财政拨款收入",
    "superior_subsidy": "上级补助收入",
    "institutional": "事业收入",
    "business": "经营收入",
    "subordinate_remittance": "附属单位上缴收入",
    "other": "其他收入",
}
KINDS = {
    "basic": "基本支出",
    "project": "项目支出",
    "remitted_to_superior": "上缴上级支出",
    "business": "经营支出",
    "subordinate_subsidy": "对附属单位补助支出",
}


@st.composite
def shares(draw: st.DrawFn) -> Sentence:
    """Return 本年收入合计 or 本年支出合计 with some of its parts in any order."""
    section, names = draw(st.sampled_from([("income", SOURCES), ("expenditure", KINDS)]))
    year, whole = draw(YEARS), draw(numbers())
    keys = draw(st.lists(st.sampled_from(sorted(names)), min_size=1, unique=True))
    parts = [(key, draw(numbers()), draw(percents())) for key in keys]
    label = {"income": "本年收入合计", "expenditure": "本年支出合计"}[section]
    listed = "；".join(f"{names[key]}{part.text}万元，占{rate.text}%" for key, part, rate in parts)
    rows = (
        f"{section} key=total label={label} amount_wanyuan={whole.cell}",
        *(
            f"{section} key={key} label={names[key]} amount_wanyuan={part.cell}"
            f" share_pct={rate.cell}"
            for key, part, rate in parts
        ),
    )
    return Sentence(section, year, f"{year}年{label}{whole.text}万元，其中：{listed}。", rows)


ACCOUNTS = {
    "2010301": ("一般公共服务支出", "政府办公厅（室）及相关机构事务", "行政运行"),
    "2013299": ("一般公共服务支出", "组织事务", "其他组织事务支出"),
    "2050202": ("教育支出", "普通教育", "小学教育"),
    "2080501": ("社会保障和就业支出", "行政事业单位养老支出", "行政单位离退休"),
    "2210201": ("住房保障支出", "住房改革支出", "住房公积金"),
}


@st.composite
def items(draw: st.DrawFn) -> Sentence:
    """Return lines of items with budgets, accounts, completion and reason, each or not."""
    codes = draw(st.lists(st.sampled_from(sorted(ACCOUNTS)), min_size=1, unique=True))
    texts, rows = [], []
    for number, code in enumerate(codes, start=1):
        names = ACCOUNTS[code]
        path = "".join(f"{name}（{mark}）" for name, mark in zip(names, "类款项", strict=True))
        final, budget, rate = draw(numbers()), draw(numbers()), draw(percents())
        budgeted, reasoned = draw(st.booleans()), draw(st.booleans())
        reason = draw(REASONS)
        of = "年初预算" if budgeted else "预算"
        texts.append(
            f"{number}.{path}："
            + (f"年初预算为{budget.text}万元，" if budgeted else "")
            + f"支出决算为{final.text}万元，完成{of}{'的' if budgeted else ''}{rate.text}%"
            + (f"，决算数小于预算数的主要原因是{reason}。" if reasoned else "，决算数等于预算数。")
        )
        rows.append(
            "expenditure-by-function fund=general_public_budget level=item"
            f" label={path} code={code} class_name={names[0]} group_name={names[1]}"
            f" item_name={names[2]} amount_wanyuan={final.cell}"
            + (f" budget_wanyuan={budget.cell}" if budgeted else "")
            + f" completion_pct={rate.cell} completion_of={of}"
            + (f" reason={reason}" if reasoned else "")
        )
    return Sentence("general_budget", 2020, "\n".join(texts), tuple(rows))


ECONOMIC = {
    "30101": "基本工资",
    "30102": "津贴补贴",
    "30106": "伙食补助费",
    "30108": "机关事业单位基本养老保险缴费",
    "30113": "住房公积金",
    "30302": "退休费",
}


@st.composite
def accounts(draw: st.DrawFn) -> Sentence:
    """Return 人员经费 with economic accounts, some with amounts."""
    whole = draw(numbers())
    codes = draw(st.lists(st.sampled_from(sorted(ECONOMIC)), min_size=1, unique=True))
    amounts = [draw(st.none() | numbers()) for _code in codes]
    listed = "、".join(
        ECONOMIC[code] + (f"{amount.text}万元" if amount else "")
        for code, amount in zip(codes, amounts, strict=True)
    )
    head = (
        f"basic-expenditure group=personnel level=group label=人员经费 amount_wanyuan={whole.cell}"
    )
    rows = (
        head,
        *(
            f"basic-expenditure group=personnel level=account label={ECONOMIC[code]} code={code}"
            + (f" amount_wanyuan={amount.cell}" if amount else "")
            for code, amount in zip(codes, amounts, strict=True)
        ),
    )
    return Sentence("basic", 2020, f"人员经费{whole.text}万元，主要包括：{listed}。", rows)


PARTS = {
    "overseas": "因公出国（境）费",
    "vehicles": "公务用车购置及运行维护费",
    "reception": "公务接待费",
}


@st.composite
def three_public(draw: st.DrawFn) -> Sentence:
    """Return a part of 三公 with completion, change against a year, and reason."""
    key = draw(st.sampled_from(sorted(PARTS)))
    year, base = draw(YEARS), draw(YEARS)
    final, rate, change, reason = draw(numbers()), draw(percents()), draw(changes()), draw(REASONS)
    label = f"{PARTS[key]}支出"
    text = (
        f"{label}{final.text}万元,完成预算{rate.text}%。{label}决算比{base}年{change.text}。"
        f"主要原因是{reason}。"
    )
    row = (
        f"three-public key={key} label={label} final_wanyuan={final.cell}"
        f" completion_pct={rate.cell} completion_of=预算 base_year={base} {change.cells}"
        f" change_against=year reason={reason}"
    )
    return Sentence("three_public", year, text, (row,))


PURPOSES = st.lists(
    st.sampled_from(["煤矿督查检查公务接待", "灾害救援接待", "法规宣传", "调研、检查接待费"]),
    min_size=1,
    unique=True,
)


@st.composite
def receptions(draw: st.DrawFn) -> Sentence:
    """Return visits, persons and an itemised list of receptions."""
    visits, persons, spent = draw(counts()), draw(counts()), draw(numbers())
    listed = [(purpose, draw(counts()), draw(numbers())) for purpose in draw(PURPOSES)]
    purposes = "；".join(
        f"{purpose}{count.text}次，支出{amount.text}万元" for purpose, count, amount in listed
    )
    text = (
        f"国内公务接待{visits.text}批次，{persons.text}人次（不包括陪同人员），"
        f"共计支出{spent.text}万元，具体内容包括：{purposes}。"
    )
    rows = (
        f"three-public key=domestic_reception label=共计支出 final_wanyuan={spent.cell}",
        f"official-travel key=domestic_receptions label=国内公务接待 count={visits.cell} unit=批次",
        (
            "official-travel key=domestic_reception_persons label=国内公务接待"
            f" count={persons.cell} unit=人次"
        ),
        *(
            f"receptions purpose={purpose} visits={count.cell} amount_wanyuan={amount.cell}"
            for purpose, count, amount in listed
        ),
    )
    return Sentence("three_public", 2020, text, rows)


USES = {
    "vehicles_leaders": "主要领导干部用车",
    "vehicles_communication": "机要通信用车",
    "vehicles_emergency": "应急保障用车",
    "vehicles_law_enforcement": "执法执勤用车",
    "vehicles_special": "特种专业技术用车",
    "vehicles_other": "其他用车",
}


@st.composite
def vehicles(draw: st.DrawFn) -> Sentence:
    """Return vehicles by use and equipment above a threshold."""
    year, whole, large = draw(YEARS), draw(counts()), draw(counts())
    keys = draw(st.lists(st.sampled_from(sorted(USES)), min_size=1, unique=True))
    held = [(key, draw(counts())) for key in keys]
    listed = "、".join(f"{USES[key]}{count.text}辆" for key, count in held)
    text = (
        f"截至{year}年12月31日，某局共有车辆{whole.text}辆，其中：{listed}。"
        f"单价50万元以上通用设备{large.text}台（套）。"
    )
    rows = (
        f"state-assets key=vehicles label=某局共有车辆 quantity={whole.cell} unit=辆",
        *(
            f"state-assets key={key} label={USES[key]} quantity={count.cell} unit=辆"
            for key, count in held
        ),
        (
            "state-assets key=general_equipment label=单价50万元以上通用设备"
            f" quantity={large.cell} unit=台（套）"
        ),
    )
    return Sentence("assets", year, text, rows)


@st.composite
def procurement(draw: st.DrawFn) -> Sentence:
    """Return the total of procurement, its kinds and the firms' part, in 万元 or 元."""
    unit = draw(st.sampled_from(["万元", "元"]))
    figures = [draw(numbers(decimals=6)) for _figure in range(5)]
    rate = draw(percents())
    names = {
        "total": "政府采购支出总额",
        "goods": "政府采购货物支出",
        "works": "政府采购工程支出",
        "services": "政府采购服务支出",
        "sme": "授予中小企业合同金额",
    }
    printed = [
        f"{name}{figure.text}{unit}" for name, figure in zip(names.values(), figures, strict=True)
    ]
    text = (
        f"{printed[0]}，其中：{'、'.join(printed[1:4])}。"
        f"{printed[4]}，占政府采购支出总额的{rate.text}%。"
    )
    rows = tuple(
        f"procurement key={key} label={name}"
        f" amount_wanyuan={format(in_wanyuan(figure.value, unit), 'f')}"
        + (f" share_pct={rate.cell} share_of=政府采购支出总额" if key == "sme" else "")
        + (" unit_as_published=元" if unit == "元" else "")
        for (key, name), figure in zip(names.items(), figures, strict=True)
    )
    return Sentence("procurement", 2020, text, rows)


SENTENCES = st.one_of(
    totals(),
    shares(),
    items(),
    accounts(),
    three_public(),
    receptions(),
    vehicles(),
    procurement(),
)
