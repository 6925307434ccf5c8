"""What the checks find in the reference document, and how fast.

The findings are approved here as a reader would check them against the document; no figure of the
document stands in the code.
"""

import time
import tomllib
from decimal import Decimal
from pathlib import Path

import pytest
from consistent_packages import with_cell

from publish import packages, reconciliation
from publish.packages import Package
from publish.reconciliation import Outcome, Severity, Status
from publish.reconciliation.books import Book

DIRECTORY = Path(__file__).parents[2] / "datapackages/panzhihua-emergency-management/2020"
APPROVED = Path(__file__).parents[1].joinpath("reconciliation_reference.toml")


@pytest.fixture(scope="module")
def package() -> Package:
    """The reference package."""
    return packages.load(DIRECTORY)


@pytest.fixture(scope="module")
def outcome(package: Package) -> Outcome:
    """What the checks find in it."""
    return reconciliation.run(package)


def test_the_findings_are_the_approved_ones(outcome: Outcome) -> None:
    """Every finding, its weight, its words and its places; nothing more."""
    found = [
        {
            "id": finding.id,
            "severity": str(finding.severity),
            "certainty": str(finding.certainty),
            "message": finding.text.zh,
            "closes_with": finding.closes_with,
            "places": ";".join(dict.fromkeys(place.locator for place in finding.places)),
        }
        for finding in outcome.findings
    ]
    assert found == tomllib.loads(APPROVED.read_text("utf-8"))["finding"]


def test_every_place_has_its_words(package: Package, outcome: Outcome) -> None:
    """A finding quotes the document to the letter."""
    lines = package.source.decode().split("\n")
    for finding in outcome.findings:
        for place in finding.places:
            assert place.quote in lines[int(place.locator[1:]) - 1], finding.id


def test_ids_are_unique(outcome: Outcome) -> None:
    """One id, one finding."""
    ids = [finding.id for finding in outcome.findings]
    assert len(set(ids)) == len(ids)


def test_what_holds_is_said_with_its_numbers(outcome: Outcome) -> None:
    """Passing is a result, too: income, 三公, visits, carry-over."""
    held = {
        (result.check, result.claim.published)
        for result in outcome.results
        if result.status is Status.PASSED and result.claim
    }
    assert held >= {
        ("income-equals-its-sources", Decimal("4383.87")),
        ("expenditure-equals-its-kinds", Decimal("3019.54")),
        ("three-public-equals-its-parts", Decimal("25.17")),
        ("receptions-add-up", Decimal(28)),
        ("vehicles-add-up", Decimal(7)),
        ("funds-add-up-to-the-appropriation", Decimal("3018.63")),
        ("appropriations-add-up", Decimal("2615.83")),
    }


def test_a_changed_amount_is_found_or_listed(package: Package, outcome: Outcome) -> None:
    """Each tenth amount changed by more than rounding: a new finding, or no identity covers it."""
    known = {(finding.id, finding.text) for finding in outcome.findings}
    uncovered = set(outcome.uncovered)
    amounts = [
        figure
        for figure in Book(package).figures()
        if figure.column.endswith("_wanyuan") and figure not in uncovered
    ]
    for figure in amounts[::10]:
        broken = with_cell(
            package, figure.table, figure.index, **{figure.column: figure.value + Decimal("8.13")}
        )
        new = [
            finding
            for finding in reconciliation.run(broken).findings
            if (finding.id, finding.text) not in known
        ]
        assert any(figure in finding.figures for finding in new), figure


def test_errors_are_contradictions_of_figures(outcome: Outcome) -> None:
    """Wording and rounding are never errors in this document."""
    errors = {finding.family for finding in outcome.findings if finding.severity is Severity.ERROR}
    assert errors == {"sums", "shares", "repetitions", "parts", "units"}


@pytest.mark.no_cover
def test_the_check_takes_under_a_second(package: Package) -> None:
    """Reconciliation is no reason to wait: a second of the processor, whatever else it does."""
    start = time.process_time()
    reconciliation.run(package)
    assert time.process_time() - start < 1


def test_the_order_of_rows_does_not_matter(package: Package, outcome: Outcome) -> None:
    """The rows of tables without an order of their own may stand in any order."""
    names = ("income", "expenditure", "three-public", "procurement", "projects", "key-figures")
    turned = {name: tuple(reversed(package.tables[name])) for name in names}
    other = reconciliation.run(
        Package(
            package.descriptor,
            {**package.tables, **turned},
            package.source_name,
            package.source,
        )
    )
    assert {finding.id for finding in other.findings} == {
        finding.id for finding in outcome.findings
    }
