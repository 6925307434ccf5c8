"""Every check: a document in which its claim holds, and one in which it yields its one finding."""

import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from types import MappingProxyType

import example_documents
import pytest
from consistent_packages import Writer
from reconciliation_cases import Case, all_cases

from publish import importing, reconciliation
from publish.packages import Package
from publish.reconciliation import catalogue, outcomes
from publish.reconciliation.books import Book
from publish.reconciliation.outcomes import CHECKS
from publish.reconciliation.results import Result, Status

CASES = all_cases()
APPROVED = tomllib.loads(
    Path(__file__).parents[1].joinpath("reconciliation_findings.toml").read_text("utf-8")
)
# Its table is in no package yet; see test_reconciliation_official_tables.
ELSEWHERE = {"income-by-function-adds-up"}


def _package(write: Case, *, broken: bool) -> Package:
    writer = Writer()
    write(writer, broken=broken)
    return writer.package()


def test_every_check_has_a_case() -> None:
    """No check is without a test of both sides."""
    assert set(CASES) | ELSEWHERE == set(catalogue.checks())


def test_every_check_is_run_under_its_name() -> None:
    """The functions are named as the claims of the catalogue, in its families' order."""
    assert {check.__name__.replace("_", "-") for check in CHECKS} == set(catalogue.checks())


@pytest.mark.parametrize("check", CASES)
def test_a_claim_that_holds_passes(check: str) -> None:
    """The check passes, and no other check finds anything."""
    outcome = reconciliation.run(_package(CASES[check], broken=False))
    assert outcome.findings == ()
    assert Status.PASSED in {result.status for result in outcome.results if result.check == check}


@pytest.mark.parametrize("check", CASES)
def test_a_broken_claim_is_one_finding(check: str) -> None:
    """The check yields its finding once, as approved, and no other check finds anything."""
    found = [
        {
            "check": finding.check,
            "severity": str(finding.severity),
            "certainty": str(finding.certainty),
            "message": finding.text.zh,
            "message_en": finding.text.en,
            "closes_with": finding.closes_with,
        }
        for finding in reconciliation.run(_package(CASES[check], broken=True)).findings
    ]
    assert found == [{"check": check, **APPROVED[check]}]


@pytest.mark.parametrize("check", CASES)
def test_a_finding_names_its_places(check: str) -> None:
    """Every place of a finding is a line of the document with exactly these words."""
    package = _package(CASES[check], broken=True)
    lines = package.source.decode().split("\n")
    (finding,) = reconciliation.run(package).findings
    assert finding.places
    assert all(place.quote in lines[int(place.locator[1:]) - 1] for place in finding.places)


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
def test_a_check_with_nothing_to_compare_says_so(
    check: Callable[[Book], Iterator[Result]],
) -> None:
    """On an empty package no check has passed; silence is no success."""
    package = Package({"fiscalYear": 2020}, MappingProxyType({}), "", b"")
    statuses = {result.status for result in outcomes.results_of(check, Book(package))}
    assert len(statuses) == 1
    assert statuses <= {Status.NOT_APPLICABLE, Status.UNCHECKED}


def test_a_year_in_any_width_has_its_place() -> None:
    """A finding about a row without an amount stands where the row does: ２０１７年 is 2017."""
    text = "与２０１７年相比，一般公共预算财政拨款增加546.39万元。"
    content = example_documents.document("general_budget", text).encode()
    package = importing.read(content, "d.txt", "bureau", 2020).package
    found = [one for one in reconciliation.run(package).findings if one.check.startswith("compar")]
    assert [[place.quote for place in one.places] for one in found] == [[text.rstrip("。")]]


def test_an_error_in_a_check_is_an_error() -> None:
    """A cell that no reader would make stops the run; it is never a finding."""
    writer = Writer()
    writer.add("income", "合计", key="total")
    writer.rows["income"][0]["amount_wanyuan"] = object()  # type: ignore[assignment]
    with pytest.raises(TypeError):
        reconciliation.run(writer.package())


def test_the_catalogue_is_complete() -> None:
    """Every check has a family, both sentences, a source and its help."""
    families = catalogue.families()
    assert list(dict.fromkeys(check.family for check in catalogue.checks().values())) == list(
        families
    )
    for check in catalogue.checks().values():
        told = (
            check.claim.zh,
            check.claim.en,
            check.source,
            check.when,
            check.example,
            check.remedy,
        )
        assert all(told), check.id
