"""All checks together: each has its name, its case, its help, and is never silently passed."""

import ast
from collections.abc import Callable, Iterator
from pathlib import Path
from types import MappingProxyType

import example_documents
import pytest
from consistent_packages import Writer
from reconciliation_cases import APPROVED

from publish import importing, reconciliation
from publish.packages import Package
from publish.reconciliation import catalogue, outcomes
from publish.reconciliation.books import Book
from publish.reconciliation.outcomes import CHECKS
from publish.reconciliation.results import Result, Status

RULES = Path(__file__).with_name("rules")
# Its table is in no package yet; see rules/test_table_identities.py.
ELSEWHERE = {"income-by-function-adds-up"}


def _cases(path: Path) -> set[str]:
    """The checks for which a file writes or imports a case, by the names of its functions."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom):
            found |= {name.name for name in node.names}
        elif isinstance(node, ast.FunctionDef):
            found.add(node.name)
    return {name.replace("_", "-") for name in found}


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
def test_every_check_has_a_case_in_the_file_of_its_rule(
    check: Callable[[Book], Iterator[Result]],
) -> None:
    """No check is without a test of both sides, and it stands where one looks for it."""
    name = check.__name__.replace("_", "-")
    rule = check.__module__.rpartition(".")[2]
    assert (name in _cases(RULES / f"test_{rule}.py")) == (name not in ELSEWHERE)


def test_every_case_is_approved() -> None:
    """The list of approved findings is that of the checks with a case."""
    assert set(APPROVED) | ELSEWHERE == set(catalogue.checks())


def test_every_check_is_run_under_its_name() -> None:
    """The functions are named as the claims of the catalogue, in its families' order."""
    assert {check.__name__.replace("_", "-") for check in CHECKS} == set(catalogue.checks())


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
