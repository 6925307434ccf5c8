"""What a cell of a performance form is, told by its words and never by its position."""

import pytest
from example_forms import lines

from publish.documents import grids
from publish.importing import form_columns


def row(text: str) -> grids.GridRow:
    """A row of cells parted by commas."""
    (found,) = grids.rows(lines("\t" + "\n\t".join(text.split(","))))
    return found


@pytest.mark.parametrize(
    "title",
    [
        "项目绩效目标完成情况表",
        "项目支出绩效自评表",
        "部门预算项目支出绩效自评表(2023年度)",
        "某市某局2020年度项目支出绩效目标自评表",
    ],
)
def test_a_title_of_a_form(title: str) -> None:
    """Who, what year and a bracket may stand around the words of the title."""
    assert form_columns.title().search(title)


@pytest.mark.parametrize(
    "text",
    [
        "部门整体支出绩效自评表",
        "《项目支出绩效自评表》见附件",
        "项目支出绩效自评表见附件2。",
        "收入支出决算总表",
    ],
)
def test_no_title_of_a_form(text: str) -> None:
    """A form about the whole department, or a sentence that names a form, opens none."""
    assert not form_columns.title().search(text)


def test_columns_are_found_wherever_they_stand() -> None:
    """The order of the columns is free; a column without a role is left out."""
    found = form_columns.roles("indicators", row("得分,完成值,备注,三级指标,年度指标值,一级指标"))
    assert found == {
        0: "score",
        1: "actual_text",
        3: "indicator",
        4: "target_text",
        5: "level1",
    }


def test_each_role_is_given_once() -> None:
    """Of two columns with one role the first has it; the surer words go before the first."""
    found = form_columns.roles("goals", row("年度目标完成情况,预期目标,实际完成目标"))
    assert found == {1: "expected_goal", 2: "actual_goal"}
    assert form_columns.roles("indicators", row("三级指标,得分,得分")) == {
        0: "indicator",
        1: "score",
    }


def test_a_label_has_a_role_or_none() -> None:
    """Prose that holds the words of a label is too long for one."""
    found = [
        form_columns.role("funds", text)
        for text in (
            "年度资金总额",
            "其中:财政资金",
            "单位资金",
            "本年度比上一年度增加了很多的一些特别项目的资金总额",
        )
    ]
    assert found == ["total", "fiscal", "unit", ""]
