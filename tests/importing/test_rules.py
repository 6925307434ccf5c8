"""Which figure a label states."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publish import tables
from publish.documents import outline, passages
from publish.importing import rules


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("2020年度收入总计", "收入总计"),
        ("1.财政拨款收入", "财政拨款收入"),
        ("（一）本年收入合计", "本年收入合计"),
        ("①其他收入", "其他收入"),
        ("其中：事业收入", "事业收入"),
        ("包括财政拨款收入", "财政拨款收入"),
        ("截至2020年12月31日，车辆", "车辆"),
        ("某某局2020年度支出", "支出"),
        ("“三公”经费", "三公经费"),
        ("1.5", "1.5"),
        ("", ""),
    ],
)
def test_labels_are_compared_bare(text: str, label: str) -> None:
    """List marks, 其中, the department, the year and quotes do not count."""
    assert rules.label(passages.squeezed(text)) == label


def test_a_prefix_is_counted_as_it_stands() -> None:
    """The prefix is what stands before the printed label; the department stays with it."""
    assert rules.prefix("2.其中:2020年收入") == len("2.其中:2020年")
    assert rules.prefix("某某局2020年度收入总计") == 0


@pytest.mark.parametrize(
    ("section", "label", "sentence", "unit", "keys"),
    [
        ("totals", "收入支出总计", "", None, ("total_income", "total_expenditure")),
        ("totals", "收、支总计", "", None, ("total_income", "total_expenditure")),
        ("totals", "财政拨款收入", "", None, None),
        ("totals", "年初结转和结余", "", None, ("opening_balance",)),
        ("income", "一般公共预算财政拨款收入", "", None, ("general_public_budget",)),
        ("income", "财政拨款收入", "", None, ("fiscal_appropriation",)),
        ("expenditure", "对附属单位补助支出", "", None, ("subordinate_subsidy",)),
        ("three_public", "公务用车购置及运行维护费支出决算", "", None, ("vehicles",)),
        ("three_public", "公务用车购置支出", "", None, ("vehicle_purchase",)),
        ("three_public", "轿车", "全年购置公务用车2辆，其中：轿车", "辆", ("sedans_purchased",)),
        ("three_public", "轿车", "单位共有公务用车7辆，其中：轿车", "辆", ("sedans_held",)),
        ("three_public", "", "国内公务接待28批次，", "人次", ("domestic_reception_persons",)),
        ("three_public", "", "外事接待0批次，", "人", ("foreign_reception_persons",)),
        ("three_public", "团组", "接待来访团组", "个", ("domestic_receptions",)),
        ("three_public", "国内公务接待", "国内公务接待", "次", ("domestic_receptions",)),
        ("three_public", "全年接待", "全年接待", "次", ("domestic_receptions",)),
        ("three_public", "", "公务接待费2万元，共20", "次", ("domestic_receptions",)),
        ("three_public", "督查公务接待", "督查公务接待", "次", None),
        ("three_public", "法规宣传", "救援接待2次，支出1万元；法规宣传", "次", None),
        ("three_public", "", "救援接待2次，", "人次", None),
        ("three_public", "", "全年接待2批次，", "人次", ("domestic_reception_persons",)),
        ("procurement", "授予小微企业合同金额", "", None, ("small_micro",)),
        ("assets", "单价100万元以上专用设备", "", "台(套)", ("special_equipment",)),
        ("assets", "车辆", "", None, None),
        ("absent", "收入总计", "", None, None),
    ],
)
def test_rules(
    section: str, label: str, sentence: str, *, unit: str | None, keys: tuple[str, ...] | None
) -> None:
    """The first rule of the section that fits label, sentence and unit wins; money has no unit."""
    rule = rules.find(section, label, sentence, unit)
    assert (rule.keys if rule else None) == keys


def test_rules_name_keys_of_the_data_model() -> None:
    """Every key of a rule is a key of its table, every scope one of the columns'."""
    known = tables.load()
    wrong = [
        (section, rule.table, key, rule.scope)
        for section, listed in rules.load().items()
        for rule in listed
        for key in rule.keys
        if rule.table not in {"receptions", "basic-expenditure"}
        and (
            key not in known[rule.table].keys
            or (rule.scope and rule.scope not in known[rule.table].field("scope").values)
        )
    ]
    assert wrong == []


def test_every_section_with_figures_has_rules() -> None:
    """The rules are those of known sections."""
    assert {kind.key for kind in outline.kinds()} >= set(rules.load()) - {
        "fixed_assets",
        "staffing",
    }


@given(st.text(max_size=20), st.text(max_size=20), st.none() | st.sampled_from(["辆", "个"]))
def test_any_label_finds_one_rule_or_none(label: str, sentence: str, unit: str | None) -> None:
    """A prefix is never longer than the text; a rule found is of its section, and for that unit."""
    assert 0 <= rules.prefix(label) <= len(label)
    for section, known in rules.load().items():
        found = rules.find(section, label, sentence, unit)
        assert found is None or (found in known and (found.unit is None) == (unit is None))


OWNERS = ["", "某某局2020年度", "2020年", "其中：", "（一）"]


@given(
    st.sampled_from(OWNERS), st.sampled_from(["收入总计", "支出总计"]), st.sampled_from(["", "为"])
)
def test_what_stands_around_a_label_changes_no_rule(owner: str, name: str, behind: str) -> None:
    """Department, year and mark in front of 收入总计 leave it the total of the income."""
    found = rules.find("totals", passages.squeezed(f"{owner}{name}{behind}"), "", None)
    keys = {"收入总计": ("total_income",), "支出总计": ("total_expenditure",)}
    assert found is not None
    assert found.keys == keys[name]
