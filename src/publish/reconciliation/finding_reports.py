"""What `publish check` says of a reconciled package: for people as text, for machines as JSON."""

from __future__ import annotations

from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from publish import packages, tables
from publish.errors import PackageError, Problem
from publish.messages import _
from publish.packages import differences, histories, resource_entries
from publish.packages.differences import Changes
from publish.reconciliation import acknowledgements, catalogue, finding_rows
from publish.reconciliation.explanations import plain
from publish.reconciliation.outcomes import Outcome, run
from publish.reconciliation.results import HEAVIEST_FIRST, Finding, Severity, Status, Text

if TYPE_CHECKING:
    from pathlib import Path

    from publish.packages import Package
    from publish.reconciliation.acknowledgements import Acknowledgement, Answers
    from publish.tables import Row

_LONGEST_QUOTE = 80


@dataclass(frozen=True, slots=True)
class Choice:
    """What of a report is wanted: a family, a least severity, a language (zh or en)."""

    family: str = ""
    severity: Severity = Severity.INFO
    language: str = "en"

    def takes(self, finding: Finding) -> bool:
        """Tell whether a finding is wanted."""
        weight = HEAVIEST_FIRST.index(finding.severity)
        is_heavy = weight <= HEAVIEST_FIRST.index(self.severity)
        return is_heavy and self.family in {"", finding.family}

    def said(self, text: Text) -> str:
        """Return a text in the language."""
        return text.zh if self.language == "zh" else text.en

    def family_name(self, family: str) -> str:
        """Return the name of a family in the language."""
        return catalogue.families()[family] if self.language == "zh" else family


def choice(family: str, severity: str, language: str) -> Choice:
    """Return the choice of a person. Raises PackageError for a family that there is not."""
    families = catalogue.families()
    if family and family not in families:
        raise PackageError(
            _("There is no such family of checks."),
            [Problem("--family", family, _("one of: {values}").format(values=", ".join(families)))],
        )
    return Choice(family, Severity(severity), language)


@dataclass(frozen=True, slots=True)
class Reconciled:
    """A package with what the checks found and what staff answered."""

    path: str
    outcome: Outcome
    answers: Answers

    @property
    def open_errors(self) -> tuple[Finding, ...]:
        """The errors that nobody has answered."""
        return tuple(
            finding
            for finding in self.outcome.findings
            if finding.severity is Severity.ERROR and finding.id not in self.answers.current
        )

    def text(self, choice: Choice) -> str:
        """Return the report for people: families, findings, stale answers, coverage."""
        families = [
            _family(self.outcome, family, choice)
            for family in catalogue.families()
            if choice.family in {"", family}
        ]
        found = [
            _told(finding, self.answers.current.get(finding.id), choice)
            for finding in self.outcome.findings
            if choice.takes(finding)
        ]
        stale = [
            _("Stale answer: {id} ({by}: {note})").format(id=one.id, by=one.by, note=one.note)
            for one in self.answers.stale
        ]
        return "\n".join([self.path, *families, *found, *stale, self._coverage()])

    def _coverage(self) -> str:
        return _("{covered} of {figures} figures stand in an identity.").format(
            covered=self.outcome.covered, figures=self.outcome.figures
        )

    def uncovered(self) -> tuple[str, ...]:
        """Return the figures that no identity covers, one line each."""
        return tuple(
            f"{one.table} {one.row_key} {one.column} {plain(one.value)}"
            for one in self.outcome.uncovered
        )

    def json(self, choice: Choice) -> dict[str, Any]:
        """Return the report for machines."""
        return {
            "families": {
                family: {str(status): self.outcome.counts(family)[status] for status in Status}
                for family in catalogue.families()
                if choice.family in {"", family}
            },
            "findings": [
                _machine(finding, self.answers.current.get(finding.id))
                for finding in self.outcome.findings
                if choice.takes(finding)
            ],
            "stale": [one.id for one in self.answers.stale],
            "figures": self.outcome.figures,
            "covered": self.outcome.covered,
            "uncovered": list(self.uncovered()),
        }


def _family(outcome: Outcome, family: str, choice: Choice) -> str:
    counts = outcome.counts(family)
    return _(
        "  {family}: {passed} passed, {failed} failed, {explained} explained,"
        " {unchecked} unchecked, {inapplicable} not applicable"
    ).format(
        family=choice.family_name(family),
        passed=counts[Status.PASSED],
        failed=counts[Status.FAILED],
        explained=counts[Status.EXPLAINED],
        unchecked=counts[Status.UNCHECKED],
        inapplicable=counts[Status.NOT_APPLICABLE],
    )


def _weight(severity: Severity) -> str:
    words = {
        Severity.ERROR: _("error"),
        Severity.WARNING: _("warning"),
        Severity.INFO: _("info"),
    }
    return words[severity]


def _told(finding: Finding, answer: Acknowledgement | None, choice: Choice) -> str:
    """Return a finding in plain words with its places and its answer."""
    lines = [f"  {_weight(finding.severity)}  {finding.id}", f"    {choice.said(finding.text)}"]
    for place in finding.places:
        words = (
            place.quote
            if len(place.quote) <= _LONGEST_QUOTE
            else place.quote[:_LONGEST_QUOTE] + "…"
        )
        lines.append(f"      {place.locator}: {words}")
    if answer is not None:
        lines.append("    " + _("answered by {by}: {note}").format(by=answer.by, note=answer.note))
    return "\n".join(lines)


def _machine(finding: Finding, answer: Acknowledgement | None) -> dict[str, Any]:
    cells = {name: packages.cell(value) for name, value in finding_rows.row(finding).items()}
    answered = {"by": answer.by, "note": answer.note} if answer else None
    return {**cells, "acknowledgement": answered}


def reconcile(directory: Path) -> Reconciled:
    """Return what the checks find in the package in `directory`. Raises PackageError."""
    outcome = run(packages.load(directory))
    known = acknowledgements.load(directory)
    return Reconciled(str(directory), outcome, acknowledgements.answers(outcome.findings, known))


def with_findings(package: Package) -> Package:
    """Return the package with what the checks find as its table `findings`."""
    found = {**package.tables, finding_rows.TABLE: finding_rows.rows(run(package).findings)}
    return replace(package, tables=MappingProxyType(found))


def findings_csv(package: Package) -> bytes:
    """Return the file of what the checks find in a package today."""
    return packages.table_csv(
        tables.load()[finding_rows.TABLE], finding_rows.rows(run(package).findings)
    )


def _stored(directory: Path) -> tuple[Row, ...]:
    """Return the findings as they are stored; none where they cannot be read, which is mended."""
    try:
        return packages.load(directory).rows(finding_rows.TABLE)
    except PackageError:
        return ()


def save(directory: Path) -> None:
    """Write the findings into the package as its resource `findings`, and nothing else.

    In the descriptor the entry of the resource follows, and the history. Raises PackageError.
    """
    old, table = (
        packages.load(directory, without=frozenset({finding_rows.TABLE})),
        tables.load()[finding_rows.TABLE],
    )
    found = finding_rows.rows(run(old).findings)
    content = packages.table_csv(table, found)
    before = resource_entries.resources(old.descriptor).get(finding_rows.TABLE, {})
    entry = resource_entries.sealed(table, content, before)
    descriptor = resource_entries.with_resource(old.descriptor, entry)
    known, now = differences.columns(old.descriptor), differences.columns(descriptor)
    changes = Changes(
        rows=differences.differences(
            {finding_rows.TABLE: _stored(directory)}, {finding_rows.TABLE: found}
        ),
        added=tuple(name for name in now if name not in known),
        gone=tuple(name for name in known if name not in now),
    )
    contents = {str(entry["path"]): content}
    if entry != before:
        told = histories.continued(descriptor, changes)
        contents[packages.DESCRIPTOR] = packages.written(told)
    packages.install(contents, directory, contents.keys())


def find(directories: tuple[Path, ...], id_: str) -> tuple[Path, Finding]:
    """Return the finding of an id and the package that has it. Raises PackageError."""
    found = [
        (directory, finding)
        for directory in directories
        for finding in reconcile(directory).outcome.findings
        if finding.id == id_
    ]
    if len(found) == 1:
        return found[0]
    raise PackageError(
        _("There is no such finding."),
        [
            Problem(
                id_,
                _("{count} findings").format(count=len(found)),
                _("the id of one finding"),
                _("run publish check to see the findings; name the package with --package"),
            )
        ],
    )
