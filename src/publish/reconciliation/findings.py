"""From results to findings: one for each cause, rounding gathered, in an order that is stable."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from publish.reconciliation import catalogue, explanations
from publish.reconciliation.causes import causes
from publish.reconciliation.claims import Balance, Same
from publish.reconciliation.closings import tidy, unique
from publish.reconciliation.explanations import plain, say
from publish.reconciliation.results import (
    HEAVIEST_FIRST,
    NOTHING,
    Certainty,
    Finding,
    Severity,
    Status,
    Text,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from decimal import Decimal

    from publish.reconciliation.causes import Cause
    from publish.reconciliation.claims import Claim
    from publish.reconciliation.results import Figure, FigurePlace, Result

ONE_UNIT = "amounts-are-in-one-unit"
_DIGITS = 8


def _id(check: str, subject: str) -> str:
    """Return an id that depends on the check and what it is about, never on order or values."""
    return f"{check}-{hashlib.sha256(subject.encode()).hexdigest()[:_DIGITS]}"


def _subject(result: Result) -> str:
    if not result.figures:
        return result.subject
    figure = result.figures[0]
    return f"{figure.table}|{figure.row_key}|{figure.column}"


def _weight(result: Result) -> Severity:
    return result.severity or catalogue.checks()[result.check].severity


def _order(result: Result) -> tuple[int, int]:
    return HEAVIEST_FIRST.index(_weight(result)), list(catalogue.checks()).index(result.check)


def _figures(results: Iterable[Result]) -> tuple[Figure, ...]:
    return tuple(dict.fromkeys(figure for result in results for figure in result.figures))


def _places(results: Sequence[Result]) -> tuple[FigurePlace, ...]:
    """Return the places of results in order: those given, then those of the figures."""
    given = (place for result in results for place in result.places)
    stated = (
        place
        for result in results
        if not result.places or result.claim
        for figure in result.figures
        for place in figure.places
    )
    return tuple(dict.fromkeys((*stated, *given)))


def _joined(parts: Iterable[Text]) -> Text:
    told = [part for part in parts if part != NOTHING]
    return Text("".join(part.zh for part in told), " ".join(part.en for part in told))


def _also(results: Sequence[Result]) -> Text:
    """Return the other failures of a cause, in short."""
    others = [_short(result.claim) for result in results[1:] if result.claim]
    return say("also", others="；".join(others)) if others else NOTHING


def _short(claim: Claim) -> str:
    if isinstance(claim, Balance):
        left, right = explanations.sides(claim)
        return f"{left} ≠ {right}"
    return explanations.claimed(claim).zh.rstrip("。")


def _is_counted(claim: Claim | None) -> bool:
    """Tell whether a claim is about one figure and what was counted: it says itself what closes."""
    return isinstance(claim, Balance) and len(claim.figures) == 1


def _closing(cause: Cause) -> tuple[str, Text]:
    if _is_counted(cause.results[0].claim):
        return "", NOTHING
    found = unique(tuple(tidy(mending) for mending in cause.mendings))
    if found is None:
        return "", NOTHING
    name, old, new = found.figure.name, found.figure.value, found.value
    text = say("closes", name=name, old=old, new=new)
    return f"{name}: {plain(old)} → {plain(new)}", text


def _gap(claim: Balance, figures: tuple[Figure, ...], value: Decimal) -> Decimal:
    """Return what a sum lacks when every figure of a quantity has one value."""
    steps = (
        (claim.left.count(figure) - claim.right.count(figure)) * (value - figure.value)
        for figure in figures
    )
    return abs(sum(steps, claim.difference))


def _alternative(claim: Same, results: Iterable[Result]) -> tuple[str, Text]:
    """Return which of several printed values closes the sums that the quantity stands in."""
    sums = [
        result.claim
        for result in results
        if isinstance(result.claim, Balance)
        and result.status is not Status.UNCHECKED
        and not set(result.claim.figures).isdisjoint(claim.figures)
    ]
    values = dict.fromkeys(figure.value for figure in claim.figures)
    gaps = {value: sum(_gap(one, claim.figures, value) for one in sums) for value in values}
    closing = [value for value, gap in gaps.items() if gap == min(gaps.values())]
    exact = [
        one
        for one in sums
        if not one.difference
        and any(figure in claim.figures and figure.value in closing for figure in one.figures)
    ]
    if len(closing) != 1 or not exact:
        return "", NOTHING
    formula = " = ".join(map(explanations.terms, (exact[0].left, exact[0].right)))
    told = f"{claim.figures[0].name}: {plain(closing[0])}"
    return told, say("closes-with", value=closing[0], formula=formula)


def _finding(results: tuple[Result, ...], text: Text, closes_with: str = "") -> Finding:
    """Return the finding of results with one cause, the weightiest first."""
    first = results[0]
    check = catalogue.checks()[first.check]
    claim = first.claim
    return Finding(
        id=_id(first.check, _subject(first)),
        check=first.check,
        family=check.family,
        severity=_weight(first),
        certainty=first.certainty or check.certainty,
        text=text,
        figures=_figures(results),
        places=_places(results),
        published=claim.published if claim else None,
        recomputed=claim.recomputed if claim else None,
        difference=claim.difference if claim else None,
        tolerance=claim.tolerance if claim else None,
        closes_with=closes_with,
        results=results,
    )


def _of_cause(cause: Cause, results: Iterable[Result]) -> Finding:
    ordered = tuple(sorted(cause.results, key=_order))
    first = ordered[0].claim
    closes_with, closing = _closing(cause)
    if isinstance(first, Same) and not closes_with:
        closes_with, closing = _alternative(first, results)
    own = (
        ordered[0].text
        if ordered[0].text != NOTHING or first is None
        else explanations.claimed(first)
    )
    return _finding(ordered, _joined((own, _also(ordered), closing)), closes_with)


def _rounded(results: Iterable[Result]) -> list[Finding]:
    """Return a note for each table in which printed figures differ from their sum by rounding."""
    groups: dict[tuple[str, str], list[Result]] = defaultdict(list)
    for result in results:
        # Shares that make up 99.99 are each rounded rightly: no figure differs from another.
        is_sum = isinstance(result.claim, Balance) and not result.claim.constant
        if result.is_rounded and is_sum:
            groups[result.check, result.figures[0].table].append(result)
    return [_note(check, table, tuple(group)) for (check, table), group in groups.items()]


def _note(check: str, table: str, results: tuple[Result, ...]) -> Finding:
    told = []
    for result in results:
        claim = result.claim
        if isinstance(claim, Balance):
            left, right = explanations.sides(claim)
            told.append(
                say(
                    "rounded", left=left, right=right, difference=abs(claim.difference),
                    tolerance=claim.tolerance,
                ).zh
            )  # fmt: skip
    text = say("rounding", count=len(results), listed="；".join(told))
    return replace(
        _finding(results, text),
        id=_id(check, f"rounding|{table}"),
        severity=Severity.INFO,
        certainty=Certainty.PROVEN,
    )


def _printed_twice(results: Sequence[Result]) -> list[Finding]:
    """Return a note for each quantity whose printings differ by rounding: 121.7 and 121.71."""
    found = []
    for result in results:
        if result.is_rounded and isinstance(result.claim, Same):
            closes_with, closing = _alternative(result.claim, results)
            told = f"{result.subject}：{explanations.values(result.claim)}"
            text = _joined((say("rounded-same", values=told), closing))
            finding = _finding((result,), text, closes_with)
            found.append(replace(finding, severity=Severity.INFO, certainty=Certainty.PROVEN))
    return found


def _confirming(result: Result, results: Iterable[Result]) -> Balance | None:
    """Return a sum that holds with the figure of a result as it is read."""
    for other in results:
        is_sum = other.status is Status.PASSED and isinstance(other.claim, Balance)
        if is_sum and not set(result.figures).isdisjoint(other.figures):
            return other.claim if isinstance(other.claim, Balance) else None
    return None


def _told(results: Sequence[Result]) -> list[Finding]:
    """Return the findings of results that say themselves what they found."""
    found = []
    for result in results:
        is_failed = result.status is Status.FAILED and result.claim is None
        is_explained = result.status is Status.EXPLAINED and result.severity is not None
        if not (is_failed or is_explained):
            continue
        finding = _finding((result,), result.text)
        claim = _confirming(result, results) if result.check == ONE_UNIT else None
        if claim is not None:
            formula = " = ".join(map(explanations.terms, (claim.left, claim.right)))
            text = _joined((result.text, say("confirmed", formula=formula)))
            finding = replace(finding, certainty=Certainty.PROVEN, text=text)
        found.append(finding)
    return found


def _gathered(findings: Iterable[Finding]) -> list[Finding]:
    """Return findings with those of one group as one."""
    groups: dict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        group = finding.results[0].group
        groups[group or finding.id].append(finding)
    return [_united(group) for group in groups.values()]


def _united(group: list[Finding]) -> Finding:
    first = group[0]
    if len(group) == 1:
        return first
    results = tuple(result for finding in group for result in finding.results)
    text = _joined(tuple(finding.text for finding in group))
    return replace(
        first, text=text, results=results, figures=_figures(results), places=_places(results)
    )


def findings(results: Sequence[Result]) -> tuple[Finding, ...]:
    """Return the findings of all results, the heaviest first, then in the catalogue's order."""
    found = [
        *(_of_cause(cause, results) for cause in causes(results)),
        *_told(results),
        *_rounded(results),
        *_printed_twice(results),
    ]
    order = list(catalogue.checks())
    return tuple(
        sorted(
            _gathered(found),
            key=lambda one: (HEAVIEST_FIRST.index(one.severity), order.index(one.check), one.id),
        )
    )
