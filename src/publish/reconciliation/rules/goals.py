"""Indicators and what became of them: results, deadlines, states, weights and scores.

Source: CHECKS section 10, PERF-*.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from publish.documents import figures
from publish.reconciliation import reasons
from publish.reconciliation.claims import AtMost, Balance
from publish.reconciliation.explanations import say
from publish.reconciliation.judging import judged, passed, unchecked
from publish.reconciliation.prints import squeezed
from publish.reconciliation.results import FigurePlace, Result, Status
from publish.reconciliation.tolerances import HUNDRED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from publish.reconciliation.books import Book, Entry
    from publish.reconciliation.results import Figure

TARGETS, DEADLINE = "results-meet-targets", "nothing-is-due-after-the-deadline"
STATES, SCORES = "a-state-is-told-one-way", "weights-and-scores-add-up"
TABLE, EVALUATIONS = "performance-indicators", "self-evaluations"
# 4次, 98.5%
_NUMBER = re.compile(r"(\d+(?:\.\d+)?)([^\d,;。、()%]{0,4}|%)")
# 2021年底前; not 〔2019年〕
_YEAR = re.compile(r"(?<![\d〔\[(])(20\d\d)年")
# A year in a name is no deadline: 《2019年规划》, “2019年方案”
_NAMED = re.compile(r"《[^》]{0,200}》|“[^”]{0,200}”")
_TOLD = ("quantity", "quality", "cost", "economic", "social", "ecological", "status")
# 已完成招投标, 完成了竣工验收; 正在进行招投标, 正在组织竣工验收
_DONE = re.compile(r"(?:(?:已|已经|全部)完成了?|完成了)([\u4e00-\u9fff]{2,6})")
# 正在进行招投标
_DOING = re.compile(r"正在(?:进行|开展|组织|办理|实施)?([\u4e00-\u9fff]{2,6})")
_ALIKE = 3


def _result(entry: Entry) -> tuple[Decimal, str] | None:
    """Return the one number of a result and its unit."""
    found = _NUMBER.findall(squeezed(entry.text("actual_text")))
    return (Decimal(found[0][0]), found[0][1]) if len(found) == 1 else None


def _is_met(entry: Entry, target: Decimal, value: Decimal) -> bool:
    operator = entry["target_operator"]
    if "成本" in entry.text("level2"):
        return value <= target  # money saved is no failure
    if operator == "<":
        return value < target
    if operator == "<=":
        return value <= target
    return value > target if operator == ">" else value >= target


def _comparable(
    target: Decimal, unit: str, value: Decimal, printed: str
) -> tuple[Decimal, Decimal] | None:
    """Return target and result in one unit, None where they have none in common.

    Money may be printed in two units: 5万元 and 48000元. A target without a unit may be in 万元.
    """
    known = figures.IN_WANYUAN
    if unit in known and printed in known:
        return figures.in_wanyuan(target, unit), figures.in_wanyuan(value, printed)
    if not printed.startswith(unit) or (not unit and known.get(printed)):
        return None
    return target, value


def _target(entry: Entry) -> Result | None:
    target = entry.figure("target_value")
    if target is None:
        return None
    result = _result(entry)
    if result is None:
        return unchecked(TARGETS, entry.name, reasons.IN_WORDS, (target,))
    pair = _comparable(target.value, entry.text("target_unit"), *result)
    if pair is None:
        return unchecked(TARGETS, entry.name, reasons.NO_BASE, (target,))
    if _is_met(entry, *pair):
        return passed(TARGETS, entry.name, (target,))
    text = say("missed", name=entry.name, target=entry["target_text"], actual=entry["actual_text"])
    return Result(TARGETS, Status.FAILED, entry.name, (target,), text=text)


def results_meet_targets(book: Book) -> Iterator[Result]:
    """A result that is a number reaches the target of its indicator."""
    yield from (found for entry in book.entries(TABLE) if (found := _target(entry)))


def _years(text: str) -> list[int]:
    return [int(year) for year in _YEAR.findall(_NAMED.sub("", squeezed(text)))]


def _late(entry: Entry, deadline: int) -> tuple[FigurePlace, ...]:
    """Return where a row names a later year than its deadline."""
    told = {squeezed(entry.text(column)) for column in _TOLD}
    later = [
        words
        for text in told
        # 2020年开工;2021年完工
        for words in re.split("[;。,\n]", text)
        if any(year > deadline for year in _years(words))
    ]
    return tuple(
        place
        for place in dict.fromkeys(entry.places)
        if any(squeezed(words) in squeezed(place.quote) for words in later)
    )


def _due(entry: Entry) -> Result | None:
    years = _years(entry.text("timeliness"))
    if not years:
        return None
    places = _late(entry, max(years))
    if not places:
        return passed(DEADLINE, entry.name)
    own = tuple(
        place
        for place in dict.fromkeys(entry.places)
        if squeezed(entry.text("timeliness")) in squeezed(place.quote)
    )
    text = say("late", name=entry.name, deadline=entry["timeliness"])
    return Result(DEADLINE, Status.FAILED, entry.name, text=text, places=(*own, *places))


def nothing_is_due_after_the_deadline(book: Book) -> Iterator[Result]:
    """No date of a project lies after the one by which it is to be done."""
    yield from (found for entry in book.entries(EVALUATIONS) if (found := _due(entry)))


def _states(book: Book) -> dict[str, list[FigurePlace]]:
    """Return the words of the document on each project."""
    found: dict[str, list[FigurePlace]] = {}
    for table in (EVALUATIONS, "evaluation-reports", "projects"):
        for project, entries in book.by(table, "project_id").items():
            if project:
                found.setdefault(project, []).extend(
                    place for entry in entries for place in entry.places
                )
    return found


def _contrary(places: list[FigurePlace]) -> Iterator[tuple[str, FigurePlace, FigurePlace]]:
    done = [(words, place) for place in places for words in _DONE.findall(squeezed(place.quote))]
    for place in places:
        for words in _DOING.findall(squeezed(place.quote)):
            for other, where in done:
                if words[:_ALIKE] == other[:_ALIKE] and len(words) >= _ALIKE:
                    yield words[:_ALIKE], where, place


def a_state_is_told_one_way(book: Book) -> Iterator[Result]:
    """What is done in one place is not under way in another."""
    projects = _states(book)
    for project, places in projects.items():
        seen: set[str] = set()
        for words, done, doing in _contrary(list(dict.fromkeys(places))):
            if words in seen:
                continue
            seen.add(words)
            text = say("two-states", words=words)
            subject = f"{project}|{words}"
            yield Result(STATES, Status.FAILED, subject, text=text, places=(done, doing))
        if not seen:
            yield passed(STATES, project)


def _figures(entries: tuple[Entry, ...], column: str) -> tuple[Figure, ...]:
    return tuple(figure for entry in entries if (figure := entry.figure(column)))


def weights_and_scores_add_up(book: Book) -> Iterator[Result]:
    """Weights make up 100, scores the total; no score is more than its weight."""
    for project, entries in book.by(TABLE, "project_id").items():
        weights, scores = _figures(entries, "weight"), _figures(entries, "score")
        if len(weights) == len(entries):
            # Forms leave the 10 points of the execution rate outside the list, or not.
            claims = [Balance(weights, (), HUNDRED - rest) for rest in (0, 10)]
            claim = next((claim for claim in claims if claim.holds()), claims[0])
            yield judged(SCORES, project, claim)
        forms = book.by("projects", "project_id").get(project, ())
        total = forms[0].figure("total_score") if forms else None
        if total and len(scores) == len(entries):
            rest = AtMost(scores, (total,))
            exact = Balance((total,), scores)
            yield judged(SCORES, total.name, exact if exact.holds() else rest)
        for entry in entries:
            score, weight = entry.figure("score"), entry.figure("weight")
            if score and weight:
                yield judged(SCORES, entry.name, AtMost((score,), (weight,)))
