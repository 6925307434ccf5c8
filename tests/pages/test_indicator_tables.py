"""The indicators of a project."""

from decimal import Decimal

from example_performance import INDICATOR, year

from publish.pages import indicator_tables
from publish.pages.indicator_tables import IndicatorGroup


def test_target_and_result_lead_to_their_own_cells() -> None:
    """The same words stand in two places."""
    found = indicator_tables.table((INDICATOR,), year().document)
    ((indicator,),) = [group.indicators for group in found.groups]
    assert indicator.name == "指标1：会议"
    assert indicator.target is not None
    assert indicator.actual is not None
    assert (indicator.target.text, indicator.target.link.anchor) == ("不少于4次", "L13s1")
    assert (indicator.actual.text, indicator.actual.link.anchor) == ("不少于4次", "L14s1")


def test_indicators_stand_under_their_levels() -> None:
    """A level that is said twice is said once; no level at all is no title."""
    rows = (
        INDICATOR,
        {**INDICATOR, "level2": "质量"},
        {**INDICATOR, "level1": "满意度", "level2": "满意度"},
        {**INDICATOR, "level1": None, "level2": None},
    )
    found = indicator_tables.table(rows, year().document)
    assert [group.title for group in found.groups] == ["产出 · 数量", "产出 · 质量", "满意度", ""]
    assert found.count == 4


def test_a_result_that_is_not_stated_is_none() -> None:
    """The page then says that it is not published."""
    found = indicator_tables.table(({**INDICATOR, "actual_text": None},), year().document)
    assert found.groups[0].indicators[0].actual is None


def test_scores_have_columns_where_a_form_has_them() -> None:
    """The form of 2020 has none, others have 分值 and 得分."""
    assert indicator_tables.table((INDICATOR,), year().document).extras == ()
    scored = {**INDICATOR, "weight": Decimal(4)}
    found = indicator_tables.table((scored, INDICATOR), year().document)
    assert found.extras == ("分值",)
    texts = [[extra and extra.text for extra in one.extras] for one in found.groups[0].indicators]
    assert texts == [["4"], [None]]


def test_no_indicators_are_no_groups() -> None:
    """A form may have none."""
    assert indicator_tables.table((), year().document).groups == tuple[IndicatorGroup, ...]()
