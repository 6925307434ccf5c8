"""Packages in which everything agrees, and the same packages with one figure changed."""

from decimal import Decimal

from consistent_packages import Amounts, amounts, package_of, with_cell
from hypothesis import given, settings
from hypothesis import strategies as st

from publish import reconciliation
from publish.packages import Package
from publish.reconciliation import Figure, Outcome, Severity
from publish.reconciliation.books import Book

# A change that rounding could explain in no identity of the generated packages.
STEPS = {"_pct": Decimal(7), "_wanyuan": Decimal("3.71"), "": Decimal(2)}
# What no identity can hold: of two figures that only bound each other, and of budgets without rate.
UNCOVERED = {
    ("expenditure-by-function", "budget_wanyuan"),
    ("key-figures", "amount_wanyuan"),
    ("key-figures", "change_wanyuan"),
    ("staffing", "count"),
    ("state-assets", "amount_wanyuan"),
    ("three-public", "budget_wanyuan"),
}


def _step(figure: Figure) -> Decimal:
    return next(step for suffix, step in STEPS.items() if figure.column.endswith(suffix))


def _broken(package: Package, figure: Figure) -> Outcome:
    value = figure.value + _step(figure)
    change = value if figure.column not in {"visits", "persons"} else int(value)
    return reconciliation.run(
        with_cell(package, figure.table, figure.index, **{figure.column: change})
    )


@given(amounts)
def test_where_everything_agrees_nothing_is_found(drawn: Amounts) -> None:
    """No finding at all, not even of rounding, and nothing has failed."""
    package = package_of(drawn)
    assert reconciliation.run(package).findings == ()


@given(amounts)
@settings(max_examples=20)
def test_few_figures_are_uncovered(drawn: Amounts) -> None:
    """The list of figures that no identity covers is the known one."""
    package = package_of(drawn)
    outcome = reconciliation.run(package)
    assert {(figure.table, figure.column) for figure in outcome.uncovered} <= UNCOVERED
    assert outcome.covered + len(outcome.uncovered) == outcome.figures


@given(amounts, st.data())
@settings(max_examples=60)
def test_one_change_is_one_finding(drawn: Amounts, data: st.DataObject) -> None:
    """A changed figure gives one finding, which names it, or no identity covers it."""
    package = package_of(drawn)
    covered = set(Book(package).figures()) - set(reconciliation.run(package).uncovered)
    amounts = sorted(
        (figure for figure in covered if not figure.column.endswith("_pct")),
        key=lambda figure: (figure.table, figure.index, figure.column),
    )
    figure = data.draw(st.sampled_from(amounts))
    (finding,) = _broken(package, figure).findings
    assert figure in finding.figures
    assert finding.severity in {Severity.ERROR, Severity.WARNING}
    assert (
        not finding.closes_with
        or str(figure.value) in finding.closes_with
        or (figure.name not in finding.closes_with)
    )


@given(amounts)
@settings(max_examples=10)
def test_the_same_package_gives_the_same_outcome(drawn: Amounts) -> None:
    """Findings depend on nothing but the package."""
    package = package_of(drawn)
    broken = with_cell(package, "income", 0, amount_wanyuan=Decimal("0.01"))
    assert reconciliation.run(broken) == reconciliation.run(broken)


@given(amounts)
@settings(max_examples=10)
def test_a_class_that_lost_a_thousand_is_an_error_of_sums(drawn: Amounts) -> None:
    """The change of a class is found in its items and in the total, once, and as what it was."""
    package = package_of(drawn)
    rows = package.tables["expenditure-by-function"]
    index = next(at for at, row in enumerate(rows) if row["level"] == "item")
    old = rows[index]["amount_wanyuan"]
    assert isinstance(old, Decimal)
    broken = with_cell(package, "expenditure-by-function", index, amount_wanyuan=old + 1000)
    found = [
        (finding.check, finding.severity, index in {figure.index for figure in finding.figures})
        for finding in reconciliation.run(broken).findings
    ]
    assert found == [("parents-equal-children", Severity.ERROR, True)]
