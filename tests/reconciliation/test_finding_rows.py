"""Findings as rows of the package, and as the report of a command."""

import json
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from consistent_packages import Writer
from example_package import descriptor, example
from reconciliation_cases import parents_equal_children, share_is_part_of_whole

from publish import packages, reconciliation
from publish.errors import PackageError
from publish.packages import Package
from publish.reconciliation import (
    FigurePlace,
    Finding,
    Severity,
    acknowledgements,
    catalogue,
    finding_reports,
    finding_rows,
)
from publish.reconciliation.finding_reports import Choice

D = Decimal


def _package() -> Package:
    writer = Writer()
    parents_equal_children(writer, broken=True)
    share_is_part_of_whole(writer, broken=True)
    drawn = writer.package()
    return Package({**descriptor(), "fiscalYear": 2020}, drawn.tables, "accounts.txt", drawn.source)


def _findings() -> tuple[Finding, ...]:
    return reconciliation.run(_package()).findings


def test_a_row_files_a_finding_under_its_first_figure() -> None:
    """The row names table, key and column, all figures, both sides and all places."""
    found = finding_rows.rows(_findings())
    assert [(row["check"], row["table"], row["row_key"], row["column"]) for row in found] == [
        (
            "parents-equal-children",
            "key-figures",
            "appropriation_expenditure|general_public_budget|1",
            "amount_wanyuan",
        ),
        ("share-is-part-of-whole", "procurement", "sme|1", "share_pct"),
    ]
    first, second = found
    assert (first["published"], first["recomputed"]) == (D("1200.09"), D("200.09"))
    assert (first["difference"], first["tolerance"]) == (D("1000.00"), D("0.020"))
    assert first["closes_with"] == "小学: 161.64 → 1161.64"
    assert (second["published"], second["recomputed"]) == (D("0.04"), D("0.5743"))
    assert len(str(first["figures"]).split("\t")) == 5


def test_every_place_of_a_row_has_its_words() -> None:
    """As many pieces of the quote as locators, in their order."""
    for row in finding_rows.rows(_findings()):
        locators = str(row["source_locator"]).split(";")
        pieces = str(row["source_quote"]).split("\t")
        lines = _package().source.decode().split("\n")
        assert len(locators) == len(pieces)
        assert all(
            piece in lines[int(locator[1:]) - 1]
            for locator, piece in zip(locators, pieces, strict=True)
        )


def test_a_quote_over_cells_is_several_pieces() -> None:
    """A tab parts pieces, so that one inside a quote parts it."""
    (finding, _other) = _findings()
    moved = replace(finding, places=(FigurePlace("L3", "甲\t乙"), FigurePlace("L4", "丙")))
    found = finding_rows.row(moved)
    assert (found["source_locator"], found["source_quote"]) == ("L3;L3;L4", "甲\t乙\t丙")


def test_rows_are_the_same_for_the_same_package() -> None:
    """Twice the same rows."""
    assert finding_rows.rows(_findings()) == finding_rows.rows(_findings())


@pytest.fixture
def directory(tmp_path: Path) -> Path:
    """A package with two errors, on disk."""
    packages.write(_package(), tmp_path / "fire-brigade" / "2020")
    return tmp_path / "fire-brigade" / "2020"


def test_the_report_says_families_findings_and_coverage(directory: Path) -> None:
    """A summary by family, each finding in words with its places, how much is covered."""
    text = finding_reports.reconcile(directory).text(Choice())
    assert "  sums: 2 passed, 2 failed" in text
    assert "error  share-is-part-of-whole-" in text
    assert "      L4: 小学，161.64万元。" in text
    assert text.endswith("figures stand in an identity.")


def test_the_report_speaks_the_language_asked_for(directory: Path) -> None:
    """The names of families and the words of findings are Chinese."""
    text = finding_reports.reconcile(directory).text(Choice(language="zh"))
    assert "合计与分级" in text
    assert "如果小学不是161.64而是1161.64" in text


@pytest.mark.parametrize(
    ("choice", "checks"),
    [
        (Choice(), ["parents-equal-children", "share-is-part-of-whole"]),
        (Choice(family="shares"), ["share-is-part-of-whole"]),
        (Choice(family="units"), []),
        (Choice(severity=Severity.ERROR), ["parents-equal-children", "share-is-part-of-whole"]),
    ],
)
def test_a_choice_narrows_the_report(directory: Path, choice: Choice, checks: list[str]) -> None:
    """A family, a least severity."""
    found = finding_reports.reconcile(directory).json(choice)
    assert [finding["check"] for finding in found["findings"]] == checks
    assert set(found["families"]) == (
        {choice.family} if choice.family else set(catalogue.families())
    )


def test_the_report_for_machines_is_json(directory: Path) -> None:
    """Every value is text or a number that JSON knows."""
    found = finding_reports.reconcile(directory).json(Choice())
    assert json.loads(json.dumps(found)) == found
    assert found["figures"] == found["covered"] + len(found["uncovered"])


def test_an_answered_error_is_not_open(directory: Path) -> None:
    """The answer stands beside the finding; the other error is still open."""
    first, second = finding_reports.reconcile(directory).outcome.findings
    acknowledgements.acknowledge(directory, first, "已更正", "财务科")
    found = finding_reports.reconcile(directory)
    assert found.open_errors == (second,)
    assert "answered by 财务科: 已更正" in found.text(Choice())
    assert found.json(Choice())["findings"][0]["acknowledgement"] == {
        "by": "财务科",
        "note": "已更正",
    }


def test_a_stale_answer_is_said(directory: Path) -> None:
    """An answer to a finding that is gone."""
    (directory / acknowledgements.FILE).write_text(
        acknowledgements.text([acknowledgements.Acknowledgement("gone", "已知", "甲", "0")]),
        "utf-8",
    )
    found = finding_reports.reconcile(directory)
    assert "Stale answer: gone (甲: 已知)" in found.text(Choice())
    assert found.json(Choice())["stale"] == ["gone"]


def test_a_finding_is_found_by_its_id(directory: Path) -> None:
    """The id leads to its package; an unknown one is an error that says what to do."""
    first, _second = finding_reports.reconcile(directory).outcome.findings
    assert finding_reports.find((directory,), first.id) == (directory, first)
    with pytest.raises(PackageError, match="publish check"):
        finding_reports.find((directory,), "unknown")


def test_a_sound_example_has_few_findings(tmp_path: Path) -> None:
    """The example of the other tests is checked without an error of the program."""
    found = finding_reports.reconcile(example(tmp_path)).outcome
    assert {finding.check for finding in found.findings} <= set(catalogue.checks())
