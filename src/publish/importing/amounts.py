"""From the phrases of a passage to drafts of rows: the figure that each amount and count states.

A label is looked up in the rules of its section; a label that says nothing (支出决算为) belongs to
the account or figure before it. What cannot be placed is left out, and the report lists it:
nothing is guessed.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from publish.importing import changes, phrases, rules
from publish.importing.contexts import Reading, Setting, is_generic
from publish.importing.drafts import Draft

if TYPE_CHECKING:
    from publish.documents.passages import Passage
    from publish.importing.phrases import Phrase
    from publish.importing.rules import LabelRule

__all__ = ["Setting", "read"]

_AMOUNT = {"three-public": "final_wanyuan"}
_COUNT = {
    "official-travel": "count",
    "receptions": "visits",
    "staffing": "count",
    "state-assets": "quantity",
}
# Within the line of an account: 其中: 基本支出NU, 项目支出NU
_PARTS = {"基本支出": "basic_wanyuan", "项目支出": "project_wanyuan"}
# 年初预算数, 调整后的预算
_PHASE = re.compile(r"(?:年初|全年|调整后?的?|年度|当年)?(?:部门)?预算(?:安排|批复)?数?$")
# 收入和支出
_AND = re.compile(r"[、和与及]")


def _rule(reading: Reading, phrase: Phrase, unit: str | None) -> LabelRule | None:
    return rules.find(reading.setting.section, phrase.label, reading.sentence(phrase), unit)


def _new_drafts(reading: Reading, phrase: Phrase, unit: str | None) -> list[Draft]:
    """Return a draft for each row that the label of a phrase names, without its figure."""
    rule = _rule(reading, phrase, unit)
    start = phrase.label_start + rules.prefix(phrase.label)
    span = reading.span(start, phrase.end)
    if rule is None:
        named = reading.setting.name(phrase.label, reading.passage) if unit is None else None
        return [] if named is None else [Draft(named.table, named.values, (span,))]
    label = _PHASE.sub("", phrase.label) if phrase.kind == "budget" else phrase.label
    printed = reading.passage.printed(start, phrase.label_start + len(label))
    return [
        Draft(rule.table, {"key": key, "scope": rule.scope or None, "label": printed}, (span,))
        for key in rule.keys
    ]


def _same_row(one: Draft, other: Draft) -> bool:
    names = ("key", "scope", "level", "fund") if one.has("key") else ("fund", "level", "label")
    return one.table == other.table and all(
        one.values.get(name) == other.values.get(name) for name in names
    )


def _column(draft: Draft) -> str:
    return _AMOUNT.get(draft.table, "amount_wanyuan")


def _amount(reading: Reading, phrase: Phrase) -> None:
    text = rules.label(phrase.label)
    if reading.subject is not None and (is_generic(text) or text in _PARTS):
        _amount_of_subject(reading, phrase, _PARTS.get(text))
        return
    made = _new_drafts(reading, phrase, None)
    if made:
        _state(reading, phrase, made)
    elif reading.current and is_generic(text):
        last = reading.current[-1]
        values = reading.wanyuan(phrase.values[0], phrase.units[0], _column(reading.drafts[last]))
        reading.attach([last], values, phrase.end)


def _amount_of_subject(reading: Reading, phrase: Phrase, part: str | None) -> None:
    """Give an amount to the account of the line; another amount is another statement of it."""
    place = reading.subject or 0
    column = part or _column(reading.drafts[place])
    values = reading.wanyuan(phrase.values[0], phrase.units[0], column)
    if part is None:
        place = reading.restate(place, {column: values[column]}, phrase.label_start)
    reading.attach([place], values, phrase.end)
    if part is None:
        reading.current, reading.targets, reading.reached = [place], [], phrase.end


def _state(reading: Reading, phrase: Phrase, made: list[Draft]) -> None:
    """Take in the drafts of a phrase, each with its amount; one amount may be that of all."""
    reading.subject = None
    places = []
    for index, draft in enumerate(made):
        at = index if len(phrase.values) > 1 else 0
        values = reading.wanyuan(phrase.values[at], phrase.units[at], _column(draft))
        place = _waiting(reading, draft)
        if place is None:
            place = reading.add(draft.with_values(values))
        else:
            reading.attach([place], values, phrase.end)
        places.append(place)
    reading.speak_of(places, phrase)


def _waiting(reading: Reading, draft: Draft) -> int | None:
    """Return the place of the draft that was named before and has no amount yet."""
    column = _column(draft)
    return next(
        (
            at
            for at, old in enumerate(reading.drafts)
            if _same_row(old, draft) and not old.has(column)
        ),
        None,
    )


def _amounts(reading: Reading, phrase: Phrase) -> None:
    """Read 收、支总计各是A、B: as many figures as amounts, in their order."""
    rule = _rule(reading, phrase, None)
    made = _new_drafts(reading, phrase, None)
    if rule is None or len(rule.keys) != len(phrase.values):
        made = [draft for part in _parts(phrase) for draft in _new_drafts(reading, part, None)]
    if len(made) == len(phrase.values):
        _state(reading, phrase, made)


def _parts(phrase: Phrase) -> list[Phrase]:
    """Return the phrase once for each name of its label: 基本支出和项目支出."""
    ends = [at.start() for at in _AND.finditer(phrase.label)] + [len(phrase.label)]
    starts = [0, *(end + 1 for end in ends[:-1])]
    return [phrases.relabelled(phrase, start, end) for start, end in zip(starts, ends, strict=True)]


def _count(reading: Reading, phrase: Phrase) -> None:
    unit, value = phrase.units[0], phrase.values[0]
    last = reading.drafts[reading.current[-1]] if reading.current else None
    is_whole = value == value.to_integral_value()
    if last is not None and last.table == "receptions" and unit in {"人次", "人"}:
        if is_whole:
            reading.attach(reading.current, {"persons": int(value)}, phrase.end)
        return
    for draft in _new_drafts(reading, phrase, unit):
        column = _COUNT[draft.table]
        if column == "visits" and not is_whole:
            continue
        label = draft.values["label"] or _shared_label(reading, draft) or unit
        stated = draft.with_values(
            {
                column: int(value) if column == "visits" else value,
                "unit": reading.passage.printed(phrase.end - len(unit), phrase.end),
                "label": label,
                "purpose": label,
            }
        )
        reading.speak_of([reading.add(stated)], phrase)


def _shared_label(reading: Reading, draft: Draft) -> str | None:
    """Return the label that a count shares with another: 国内公务接待28批次，116人次."""
    kind = str(draft.values["key"]).split("_")[0]
    alike = [old for old in reading.drafts if str(old.values.get("key")).startswith(kind)]
    known = alike or [reading.drafts[place] for place in reading.current]
    return str(known[-1].values.get("label") or "") if known else None


def _budget(reading: Reading, phrase: Phrase) -> None:
    is_adjusted = phrase.of.startswith(changes.ADJUSTED)
    column = "adjusted_budget_wanyuan" if is_adjusted else "budget_wanyuan"
    values = reading.wanyuan(phrase.values[0], phrase.units[0], column)
    text = rules.label(_PHASE.sub("", phrase.label))
    if reading.subject is not None and (is_generic(text) or phrase.of != "预算"):
        reading.attach([reading.subject], values, phrase.end)
        return
    made = [] if is_generic(text) else _new_drafts(reading, phrase, None)
    if made and not any(_same_row(reading.drafts[at], made[0]) for at in reading.current):
        reading.subject = None
        reading.speak_of([reading.add(draft) for draft in made], phrase)
    if made or is_generic(text):
        reading.attach(reading.current, values, phrase.end)


def _prior(reading: Reading, phrase: Phrase) -> None:
    """Read 2020年决算数为NU: an amount where the year is that of the accounts, else left out."""
    if phrase.of == str(reading.setting.fiscal_year):
        _amount(reading, phrase)


_READ = {
    "amount": _amount,
    "amounts": _amounts,
    "prior": _prior,
    "count": _count,
    "budget": _budget,
    "share": changes.read_share,
    "completion": changes.read_completion,
    "change": changes.read_change,
    "growth": changes.read_change,
    "unchanged": changes.read_change,
    "compare": changes.read_base,
    "reason": changes.read_reason,
    "because": changes.read_because,
}
_COUNTED = frozenset({"count", "quantity", "visits", "change_direction"})


def read(passage: Passage, setting: Setting) -> tuple[Draft, ...]:
    """Return the drafts that a passage states; those without any figure are left out."""
    reading = Reading(passage, setting)
    subjects = list(setting.subjects)
    names = [range(draft.spans[0].start, draft.spans[0].end) for draft in subjects]
    for phrase in phrases.phrases(passage.text, names):
        while subjects and subjects[0].spans[0].start < phrase.start:
            reading.open(subjects.pop(0))
        while subjects and subjects[0].spans[0].start < phrase.end:
            del subjects[0]  # named within a reason: no line of its own
        _READ[phrase.kind](reading, phrase)
    return tuple(draft for draft in reading.drafts if _states_something(draft))


def _states_something(draft: Draft) -> bool:
    return any(
        draft.has(name)
        for name in draft.values
        if name.endswith(("_wanyuan", "_pct")) or name in _COUNTED
    )
