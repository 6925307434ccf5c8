"""What held, what could not be compared and why, and the figures that no check would miss."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from publish import tables
from publish.pages import contradictions, formulas, projects
from publish.reconciliation import Status, catalogue

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from markupsafe import Markup

    from publish.pages.formulas import Parts
    from publish.pages.years import Edition
    from publish.reconciliation import Figure, Result


@dataclass(frozen=True, slots=True)
class Held:
    """A claim that held: of what, and in numbers; without numbers it held of these things."""

    claim: str
    guide: Markup
    formulas: tuple[tuple[str, Parts], ...]
    subjects: tuple[str, ...]

    @property
    def count(self) -> int:
        """How many times it held."""
        return len(self.formulas) + len(self.subjects)


@dataclass(frozen=True, slots=True)
class FamilyAgreement:
    """The claims of a family that held."""

    title: str
    held: tuple[Held, ...]

    @property
    def count(self) -> int:
        """How many times a claim of the family held."""
        return sum(each.count for each in self.held)


@dataclass(frozen=True, slots=True)
class Gap:
    """What a check could not compare, and why."""

    claim: str
    guide: Markup
    reason: str
    subjects: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Uncovered:
    """The figures of a table that no identity covers."""

    title: str
    figures: tuple[tuple[str, Parts, str], ...]


def _names(edition: Edition) -> Mapping[str, str]:
    """Return what keys are called that results are about: of tables, and of projects."""
    found = {project.id: project.name for project in projects.load(edition.package)}
    return {**found, **{name: table.title for name, table in tables.load().items()}}


def _held(check: str, results: Iterable[Result], edition: Edition) -> Held:
    known, shown, told = _names(edition), [], []
    for result in results:
        name = known.get(result.subject, result.subject)
        if result.claim is None:
            told.append(name or edition.package.department_name)
        else:
            shown.append((name, formulas.formula(edition.document, result.claim)))
    claim = catalogue.checks()[check].claim.zh
    return Held(claim, contradictions.guide(check), tuple(shown), tuple(told))


def families(edition: Edition) -> tuple[FamilyAgreement, ...]:
    """Return what held, by family and check, in the order of the catalogue."""
    results: dict[str, list[Result]] = defaultdict(list)
    for result in edition.outcome.results:
        if result.status is Status.PASSED:
            results[result.check].append(result)
    found = []
    for key, title in catalogue.families().items():
        checks = (id_ for id_, check in catalogue.checks().items() if check.family == key)
        held = tuple(_held(id_, results[id_], edition) for id_ in checks if results[id_])
        if held:
            found.append(FamilyAgreement(title, held))
    return tuple(found)


def gaps(edition: Edition) -> tuple[Gap, ...]:
    """Return what could not be compared, things with one reason together."""
    known = _names(edition)
    found: dict[tuple[str, str], dict[str, None]] = defaultdict(dict)
    for result in edition.outcome.results:
        if result.status is Status.UNCHECKED:
            subject = known.get(result.subject, result.subject)
            found[result.check, result.text.zh][subject] = None
    checks = catalogue.checks()
    return tuple(
        Gap(checks[check].claim.zh, contradictions.guide(check), reason, tuple(subjects))
        for (check, reason), subjects in found.items()
    )


def inapplicable(edition: Edition) -> tuple[str, ...]:
    """Return the claims for which the document has nothing to compare."""
    checks = catalogue.checks()
    absent = (one for one in edition.outcome.results if one.status is Status.NOT_APPLICABLE)
    return tuple(dict.fromkeys(checks[one.check].claim.zh for one in absent))


def uncovered(edition: Edition) -> tuple[Uncovered, ...]:
    """Return the figures that no identity would miss, by table."""
    found: dict[str, list[Figure]] = defaultdict(list)
    for figure in edition.outcome.uncovered:
        found[figure.table].append(figure)
    return tuple(
        Uncovered(
            tables.load()[table].title,
            tuple(
                (one.name, (formulas.number(edition.document, one),), one.unit) for one in figures
            ),
        )
        for table, figures in found.items()
    )
