"""Headline figures over the years."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from example_edition import loaded
from hypothesis import given
from hypothesis import strategies as st

from publish.charts import Bar, ChartKind
from publish.packages import Package
from publish.pages import trends

D = Decimal


def year(root: Path, fiscal_year: int, **amounts: str | None) -> Package:
    """Return a package of another year with these totals."""
    package = loaded(root / str(fiscal_year))
    known = {str(row["key"]): row for row in package.rows("key-figures")}
    rows = tuple(
        {**known[f"total_{key}"], "amount_wanyuan": None if text is None else D(text)}
        for key, text in amounts.items()
    )
    descriptor = {**package.descriptor, "fiscalYear": fiscal_year}
    return replace(package, descriptor=descriptor, tables={"key-figures": rows})


def test_figures_are_followed_over_all_years(tmp_path: Path) -> None:
    """A year that does not state one, or that is not there at all, is a gap."""
    found = trends.trends(
        (
            year(tmp_path, 2022, income="30", expenditure="9"),
            year(tmp_path, 2019, income="20", expenditure="8"),
            year(tmp_path, 2020, income=None, expenditure="8.5"),
        )
    )
    assert found is not None
    assert found.years == (2019, 2020, 2021, 2022)
    assert [(one.label, one.amounts) for one in found.figures] == [
        ("收入总计", (D(20), None, None, D(30))),
        ("支出总计", (D(8), D("8.5"), None, D(9))),
    ]
    assert found.chart.kind is ChartKind.YEARS
    assert found.chart.bars[:4] == (
        Bar("2019年", D(20), group="收入总计"),
        Bar("2020年", None, group="收入总计"),
        Bar("2021年", None, group="收入总计"),
        Bar("2022年", D(30), group="收入总计"),
    )


@pytest.mark.parametrize(
    ("after", "said"),
    [
        ("1030", "收入总计由2019年的 1,000 万元增加到2020年的 1,030 万元。"),
        ("970", "收入总计由2019年的 1,000 万元减少到2020年的 970 万元。"),
        ("1000.00", "收入总计2020年与2019年相同，都是 1,000.00 万元。"),
    ],
)
def test_the_sentence_says_the_way_of_the_first_figure(
    tmp_path: Path, after: str, said: str
) -> None:
    """More, less, the same."""
    found = trends.trends((year(tmp_path, 2019, income="1000"), year(tmp_path, 2020, income=after)))
    assert found is not None
    assert found.chart.description == said


def test_one_year_is_no_trend(tmp_path: Path) -> None:
    """Nor are none, nor two that state different figures."""
    alone = year(tmp_path, 2019, income="1")
    assert trends.trends(()) is None
    assert trends.trends((alone,)) is None
    assert trends.trends((alone, year(tmp_path, 2020, expenditure="1"))) is None


@pytest.mark.slow
@given(st.lists(st.none() | st.decimals(-10_000, 10_000, places=2), min_size=2, max_size=6))
def test_every_stated_amount_is_drawn_as_it_is(
    tmp_path_factory: pytest.TempPathFactory, amounts: list[Decimal | None]
) -> None:
    """Whatever the years state: nothing is computed, nothing filled in."""
    root = tmp_path_factory.mktemp("years")
    packages = [
        year(root, 2015 + n, income=None if amount is None else str(amount))
        for n, amount in enumerate(amounts)
    ]
    found = trends.trends(packages)
    if sum(amount is not None for amount in amounts) < 2:
        assert found is None
    else:
        assert found is not None
        assert [bar.amount for bar in found.chart.bars] == amounts
