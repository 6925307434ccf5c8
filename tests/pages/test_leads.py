"""The sentence over each table, on the committed package and on the example."""

from pathlib import Path

import pytest
from example_edition import loaded
from example_site import DEPARTMENT, HERE, YEAR

from publish import packages
from publish.pages import leads, topics
from publish.texts import sentences

UNITS = {unit.id: unit for topic in topics.load().topics for unit in topic.units}
REASON = "部门说明的原因是“本年市防震减灾事务中心、市地震监测中心财务全部纳入本单位核算"
EXPECTED = {
    "totals": "2020年收入总计 4,383.87 万元，比2019年增加 2,516.77 万元（135%）；"
    "支出总计 3,019.54 万元，比2019年增加 1,069.13 万元（55%），"
    f"{REASON}，且因职能职责的转变项目资金的增加”。",
    "appropriation": "2020年财政拨款收入总计 4,383.87 万元，比2019年增加 2,517.1 万元（135%）；"
    "财政拨款支出总计 3,018.63 万元，比2019年增加 1,068.31 万元（55%），"
    f"{REASON}，且因职能职责的转变项目资金的增加”。",
    "income": "2020年本年收入合计 4,383.87 万元；"
    "其中最多的是一般公共预算财政拨款收入，3,852.43 万元（占 88%）。",
    "expenditure": "2020年本年支出合计 3,019.54 万元；"
    "其中最多的是基本支出，1,797.04 万元（占 60%）。",
    "funds": "2020年一般公共预算财政拨款支出 2,491.62 万元，占本年支出合计 83%，"
    f"比2019年增加 546.39 万元（28%），{REASON}”；"
    "政府性基金预算支出 527.01 万元；国有资本经营预算支出为零。",
    "classes": "2020年金额最大的一项是灾害防治及应急管理支出，2,177.82 万元（占 87.41%）。",
    "items": "2020年金额最大的一项是其他应急管理支出，374.38 万元。",
    "basic": "2020年一般公共预算财政拨款基本支出 1,796.61 万元；人员经费 1,612.88 万元；"
    "日常公用经费 183.72 万元。",
    "three-public": "2020年“三公”经费合计 25.17 万元，完成预算 97.75%；"
    "其中最多的是公务用车购置及运行维护费，21.57 万元（占 86%）。",
    "counts": "2020年因公出国（境）团组 0 次；公务用车保有量 7 辆；国内公务接待 28 批次；"
    "国内公务接待 116 人次。",
    "receptions": "2020年金额最大的一项是煤矿督查检查公务接待，1.37 万元。",
    "agency": "2020年机关运行经费 183.72 万元，比2019年增加 76.66 万元（71.6%），"
    "部门说明的原因是“市防震减灾事务中心、市地震监测中心财务纳入核算导致费用增加”。",
    "procurement": "2020年政府采购支出总额 34.02 万元；全部是政府采购货物支出；"
    "授予中小企业合同金额为零，占政府采购支出总额 0%；"
    "授予小微企业合同金额 34.02 万元，占政府采购支出总额 100%。",
    "assets": "2020年末车辆 7 辆；单价50万元以上通用设备 0 台（套）；"
    "单价100万元以上专用设备 0 台（套）。",
}


@pytest.mark.parametrize("unit", EXPECTED)
def test_every_table_of_the_real_document_has_its_sentence(unit: str) -> None:
    """The sentences that citizens read, word for word."""
    package = packages.load(HERE / "datapackages" / DEPARTMENT / str(YEAR))
    words = leads.lead(UNITS[unit].lead, YEAR, UNITS[unit].rows(package))
    assert sentences.text(words) == EXPECTED[unit]


def test_a_table_without_rows_has_no_sentence(tmp_path: Path) -> None:
    """The example has no procurement: nothing is said, and no total is invented."""
    package = loaded(tmp_path)
    for unit in UNITS.values():
        if not unit.rows(package):
            assert leads.lead(unit.lead, YEAR, ()) == ()


def test_the_items_are_the_lowest_accounts() -> None:
    """Where a document goes only to groups, the groups are compared."""
    group, item = {"level": "group"}, {"level": "item"}
    assert leads.lowest([group, item]) == (item,)
    assert leads.lowest([group, group]) == (group, group)
