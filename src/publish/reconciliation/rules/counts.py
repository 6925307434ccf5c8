"""Counts that are announced, against what the document lists.

Source: CHECKS section 7, COUNT-PERF, COUNT-SENSE; section 10, PERF-PHASE.
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from publish.reconciliation.claims import AtMost, Balance
from publish.reconciliation.explanations import cell, say
from publish.reconciliation.judging import judged, passed
from publish.reconciliation.prints import quoted, squeezed
from publish.reconciliation.results import FigurePlace, Result, Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from publish.reconciliation.books import Book, Entry
    from publish.reconciliation.results import Figure

LISTS, NESTED, SENSE = "announced-counts-match-lists", "phases-are-nested", "counts-fit-amounts"
COUNTS, COUNT = "performance-counts", "count"
_TITLE_LINES = 6
_NUMERALS = "一二三四五六七八九十"
# “甲”“乙”“丙”等3个项目
# “安全生产”、“防汛抗旱”和“森林防火”等3个项目
_QUOTED = re.compile(
    r"((?:[“\"][^“”\"]{2,60}[”\"][、,和及]{0,4}){2,40}+)等(\d{1,4}|[两二三四五六七八九十])个"
)
# “安全生产”
_NAME = re.compile(r"[“\"]([^“”\"]+)[”\"]")
# 管理3个事业单位即甲(参公)、乙和丙
_LISTED = re.compile(
    r"((?<!\d)\d{1,4}|[两二三四五六七八九十])个[\u4e00-\u9fff]{1,12}?(?:即|分别为|分别是)([^。;:]{4,300})"
)
# A remark behind a name: `(参公)`
_BRACKETS = re.compile(r"\([^()]*\)")
# What parts names, also in words: 监察支队、救援中心和信息中心
_PARTED = re.compile("[、,]|和|及")
# 监察支队、救援中心
_COMMA = re.compile("[、,]")


def _number(text: str) -> int:
    return int(text) if text.isdigit() else _NUMERALS.index(text.replace("两", "二")) + 1


def _title(book: Book, entry: Entry) -> FigurePlace:
    """Return the line with the title of a report, else the first place of its text."""
    first = entry.places[0]
    at = max(book.printed.index(first.locator), 0)
    for line in reversed(book.lines[max(at - _TITLE_LINES, 0) : at]):
        words = squeezed(line.text)
        if words and "报告" in words and words in squeezed(entry.text("report")):
            return quoted(line)
    return first


def _figure(book: Book, key: str) -> Figure | None:
    return book.figure(COUNTS, key, COUNT)


def _reports(book: Book) -> tuple[Entry, ...]:
    """Return the first row of each evaluation report on a project."""
    found: dict[str, Entry] = {}
    for entry in book.entries("evaluation-reports"):
        if entry["project_id"] and "报告" in entry.text("report"):
            found.setdefault(entry.text("report"), entry)
    return tuple(found.values())


def _all_counts(book: Book) -> str:
    cells = [(entry.name, entry[COUNT]) for entry in book.first(COUNTS)]
    return "、".join(f"“{name}”" for name, count in cells if count is not None)


def _self_evaluated(book: Book) -> Result | None:
    announced, shown = _figure(book, "self_evaluated"), _figure(book, "reported")
    forms = len(book.entries("projects"))
    if announced is None or not forms:
        return None
    claim = Balance((announced,), (), Decimal(forms))
    if claim.holds():
        return judged(LISTS, announced.name, claim)
    listed = len(book.entries("self-evaluations"))
    text = say(
        "self-evaluated", announced=announced.value, forms=forms, listed=listed,
        counts=_all_counts(book),
    )  # fmt: skip
    figures = (announced, *((shown,) if shown else ()), *_others(book))
    return Result(LISTS, Status.FAILED, announced.name, figures, claim=claim, text=text)


def _others(book: Book) -> tuple[Figure, ...]:
    figures = (_figure(book, key) for key in ("with_goals", "monitored"))
    return tuple(figure for figure in figures if figure)


def _shown(book: Book) -> Result | None:
    shown, forms = _figure(book, "reported"), len(book.entries("projects"))
    if shown is None or not forms:
        return None
    text = say("shown", announced=shown.value, forms=forms)
    return replace(judged(LISTS, shown.name, Balance((shown,), (), Decimal(forms))), text=text)


def _evaluated(book: Book) -> Result | None:
    announced, reports = _figure(book, "evaluated"), _reports(book)
    if announced is None or not reports:
        return None
    claim = Balance((announced,), (), Decimal(len(reports)))
    if claim.holds():
        return judged(LISTS, announced.name, claim)
    titles = "、".join(f"《{entry['report']}》" for entry in reports)
    text = say("evaluated", announced=announced.value, found=len(reports), titles=titles)
    places = tuple(dict.fromkeys(_title(book, entry) for entry in reports))
    return Result(
        LISTS, Status.FAILED, announced.name, (announced,), claim=claim, text=text, places=places
    )


def _lists(book: Book) -> Iterator[Result]:
    """Yield the lists in sentences that say how many things they name."""
    for line, words in book.texts:
        for at in _QUOTED.finditer(words):
            yield _list(book, quoted(line, at[0]), (at[2], len(_NAME.findall(at[1]))))
        for at in _LISTED.finditer(_BRACKETS.sub("", words)):
            # 和 stands between things, and inside names: 人力资源和社会保障局
            most, fewest = (len([*filter(None, form.split(at[2]))]) for form in (_PARTED, _COMMA))
            said = _number(at[1])
            found = said if fewest <= said <= most else most
            yield _list(book, quoted(line, at[0][:12]), (at[1], found))


def _list(book: Book, place: FigurePlace, counts: tuple[str, int]) -> Result:
    said, found = _number(counts[0]), counts[1]
    figures = book.stated_at(place.locator, Decimal(said))
    counted = tuple(figure for figure in figures if figure.column == COUNT)[:1]
    words = place.quote[:40]
    if said == found:
        claim = Balance(counted, (), Decimal(found)) if counted else None
        return Result(LISTS, Status.PASSED, words, counted, claim=claim, is_binding=False)
    text = say("listed", words=words, said=said, found=found)
    return Result(LISTS, Status.FAILED, words, counted, text=text, places=(place,))


def announced_counts_match_lists(book: Book) -> Iterator[Result]:
    """So many projects, reports, names are there as the document announces."""
    results = [found for read in (_self_evaluated, _shown, _evaluated) if (found := read(book))]
    results += _lists(book)
    yield from results


def phases_are_nested(book: Book) -> Iterator[Result]:
    """No more projects are monitored or self-evaluated than have goals."""
    goals = _figure(book, "with_goals")
    for key in ("monitored", "self_evaluated"):
        part = _figure(book, key)
        if goals and part:
            yield judged(NESTED, part.name, AtMost((part,), (goals,)))


# A count and the amount that goes with it: where one is 0 the other is, too.
_PAIRS = (
    (("official-travel", "overseas_persons", COUNT), ("three-public", "overseas", "final_wanyuan")),
    (
        ("official-travel", "vehicles_purchased", COUNT),
        ("three-public", "vehicle_purchase", "final_wanyuan"),
    ),
    (
        ("official-travel", "domestic_receptions", COUNT),
        ("three-public", "domestic_reception", "final_wanyuan"),
    ),
    (
        ("official-travel", "foreign_receptions", COUNT),
        ("three-public", "foreign_reception", "final_wanyuan"),
    ),
)


def counts_fit_amounts(book: Book) -> Iterator[Result]:
    """0 visits cost nothing, and what costs something was not 0."""
    for one, other in _PAIRS:
        count, amount = book.figure(*one), book.figure(*other)
        if count is None or amount is None:
            continue
        if bool(count.value) == bool(amount.value):
            yield passed(SENSE, count.name, (count, amount))
            continue
        text = say("count-and-amount", count=cell(count), amount=cell(amount))
        yield Result(SENSE, Status.FAILED, count.name, (count, amount), text=text)
