"""From the phrases of a passage to drafts of rows: which change belongs to which amount.

A share, a completion, a change and a reason belong to the figure that they name; where they name
none, to the last one. 各增加A、B goes to the last two figures in their order. What cannot be
placed is left out, and the report lists it: nothing is guessed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from publish import phrases
from publish.drafts import Draft, Span, money
from publish.sections import rules

if TYPE_CHECKING:
    from collections.abc import Callable
    from decimal import Decimal

    from publish.passages import Passage
    from publish.phrases import Phrase
    from publish.tables import Row

_AMOUNT = {"three-public": "final_wanyuan"}
_COUNT = {
    "official-travel": "count",
    "receptions": "visits",
    "staffing": "count",
    "state-assets": "quantity",
}
# 支出决算为NU, 决算数NU, 共计支出NU, 金额NU: the figure is that of the subject.
_GENERIC = re.compile(r"(?:本年|全年|实际)?(?:共计)?(?:支出)?(?:决算)?(?:支出)?数?|金额|合同金额")
_PHASE = re.compile(r"(?:年初|全年|调整后?|年度)?预算(?:安排)?数?$")
_BOTH = re.compile(r"收(?:入)?、?支")
_YEAR = re.compile(r"(\d{4})年")


@dataclass(frozen=True, slots=True)
class Setting:
    """What the reading of a passage needs to know: section, year, usual unit, and who may help.

    `name` offers a draft for a label that no rule knows (a class of accounts), or None.
    """

    section: str
    fiscal_year: int
    unit: str
    name: Callable[[str, Passage], Draft | None] = lambda _label, _passage: None
    subject: Draft | None = None


@dataclass(slots=True)
class _Reading:
    """The state of reading one passage: drafts so far, and those that the next phrase belongs to."""

    passage: Passage
    setting: Setting
    drafts: list[Draft] = field(default_factory=list)
    current: list[int] = field(default_factory=list)
    compared: Phrase | None = None
    targets: list[int] = field(default_factory=list)

    def sentence(self, phrase: Phrase) -> str:
        text = self.passage.text[: phrase.start]
        return text[text.rfind("。") + 1 :]

    def open(self, draft: Draft) -> None:
        self.drafts.append(draft)
        self.current, self.targets = [len(self.drafts) - 1], []

    def attach(self, places: list[int], values: Row, end: int) -> None:
        for place in places:
            draft = self.drafts[place]
            new = {name: value for name, value in values.items() if not draft.has(name)}
            self.drafts[place] = draft.with_values(new, end)

    def wanyuan(self, amount: Decimal, unit: str, column: str) -> Row:
        value, printed = money(amount, unit, self.setting.unit)
        return {column: value, "unit_as_published": printed}


def _new_drafts(reading: _Reading, phrase: Phrase, unit: str | None) -> list[Draft]:
    """Return a draft for each row that the label of a phrase names, without its figure."""
    rule = rules.find(reading.setting.section, phrase.label, reading.sentence(phrase), unit)
    start = phrase.label_start + rules.prefix(phrase.label)
    label_end = phrase.label_start + len(_PHASE.sub("", phrase.label))
    span = Span(reading.passage, start, phrase.end)
    if rule is None:
        named = reading.setting.name(phrase.label, reading.passage) if unit is None else None
        return [] if named is None else [Draft(named.table, named.values, (span,))]
    printed = reading.passage.printed(start, label_end)
    return [
        Draft(rule.table, {"key": key, "scope": rule.scope or None, "label": printed}, (span,))
        for key in rule.keys
    ]


def _same_row(one: Draft, other: Draft) -> bool:
    names = ("key", "scope", "level", "fund") if one.has("key") else ("fund", "level", "label")
    return one.table == other.table and all(
        one.values.get(name) == other.values.get(name) for name in names
    )


def _amount(reading: _Reading, phrase: Phrase) -> None:
    made = _new_drafts(reading, phrase, None)
    value, unit = phrase.values[0], phrase.units[0]
    if not made:
        if reading.current and _GENERIC.fullmatch(rules.label(phrase.label)):
            column = _AMOUNT.get(reading.drafts[reading.current[-1]].table, "amount_wanyuan")
            reading.attach(reading.current[-1:], reading.wanyuan(value, unit, column), phrase.end)
        return
    places = []
    for draft in made:
        column = _AMOUNT.get(draft.table, "amount_wanyuan")
        values = reading.wanyuan(value, unit, column)
        waiting = next(
            (
                at
                for at, old in enumerate(reading.drafts)
                if _same_row(old, draft) and not old.has(column)
            ),
            None,
        )
        if waiting is None:
            reading.drafts.append(draft.with_values(values))
            waiting = len(reading.drafts) - 1
        else:
            reading.attach([waiting], values, phrase.end)
        places.append(waiting)
    reading.current, reading.targets = places, []


def _count(reading: _Reading, phrase: Phrase) -> None:
    unit, value = phrase.units[0], phrase.values[0]
    last = reading.drafts[reading.current[-1]] if reading.current else None
    if last is not None and last.table == "receptions" and unit in {"人次", "人"}:
        reading.attach(reading.current, {"persons": int(value)}, phrase.end)
        return
    for draft in _new_drafts(reading, phrase, unit):
        column = _COUNT[draft.table]
        # 国内公务接待28批次，116人次: the second count shares the label of the first
        label = draft.values["label"] or (last.values.get("label") if last else None) or unit
        reading.open(
            draft.with_values(
                {
                    column: int(value) if column == "visits" else value,
                    "unit": reading.passage.printed(phrase.end - len(unit), phrase.end),
                    "label": label,
                    "purpose": label,
                }
            )
        )


def _budget(reading: _Reading, phrase: Phrase) -> None:
    column = "adjusted_budget_wanyuan" if phrase.of[:2] in {"全年", "调整"} else "budget_wanyuan"
    made = _new_drafts(reading, phrase, None)
    if made and not any(_same_row(reading.drafts[at], made[0]) for at in reading.current):
        for draft in made:
            reading.open(draft)
    if reading.current:
        values = reading.wanyuan(phrase.values[0], phrase.units[0], column)
        reading.attach(reading.current, values, phrase.end)


def _bracketed(reading: _Reading, phrase: Phrase) -> list[int]:
    """Return the drafts that a phrase belongs to; behind a bracket, the one before the bracket."""
    if not reading.current:
        return []
    text, end = reading.passage.text, reading.drafts[reading.current[-1]].spans[-1].end
    between = text[end : phrase.start]
    if between.count(")") <= between.count("("):
        return reading.current
    opened = text.rfind("(", 0, end)
    before = [at for at, draft in enumerate(reading.drafts) if draft.spans[-1].start < opened]
    return before[-1:]


def _share(reading: _Reading, phrase: Phrase) -> None:
    values: Row = {"share_pct": phrase.values[0], "share_of": phrase.of or None}
    reading.attach(_bracketed(reading, phrase)[-1:], values, phrase.end)


def _completion(reading: _Reading, phrase: Phrase) -> None:
    values: Row = {"completion_pct": phrase.values[0], "completion_of": phrase.of}
    if len(phrase.values) > 1:
        printed = re.search(rf"{phrases.UNIT}", reading.passage.text[phrase.start : phrase.end])
        unit = printed[0] if printed else ""
        adjusted = phrase.of[:2] in {"全年", "调整"}
        column = "adjusted_budget_wanyuan" if adjusted else "budget_wanyuan"
        values |= reading.wanyuan(phrase.values[1], unit, column)
    reading.attach(_bracketed(reading, phrase), values, phrase.end)


def _named(reading: _Reading, phrase: Phrase) -> list[int]:
    """Return the drafts of the rows that the label of a phrase names, made where there are none."""
    text = rules.label(phrase.label)
    rule = rules.find(reading.setting.section, text, text, None)
    if rule is None:
        last = reading.drafts[reading.current[-1]] if reading.current else None
        printed = rules.label(str(last.values.get("label") or "")) if last else ""
        return reading.current[-1:] if printed and (text in printed or printed in text) else []
    named = [
        at
        for at, draft in enumerate(reading.drafts)
        if draft.table == rule.table
        and draft.values.get("key") in rule.keys
        and (draft.values.get("scope") or "") == rule.scope
    ]
    if not named:
        for draft in _new_drafts(reading, phrase, None):
            reading.drafts.append(draft)
            named.append(len(reading.drafts) - 1)
    return named[-len(rule.keys) :]


def _subjects(reading: _Reading, phrase: Phrase) -> list[int]:
    """Return the drafts that a comparison is about: its own subject, else that of the sentence."""
    compared = reading.compared
    if compared and "。" in reading.passage.text[compared.end : phrase.start]:
        reading.compared, reading.targets = None, []
    own = rules.label(phrase.label)
    if not own and reading.targets:
        return reading.targets
    speaker = phrase if own else reading.compared
    text = rules.label(speaker.label) if speaker else ""
    if phrase.each or _BOTH.search(text):
        totals = [at for at, draft in enumerate(reading.drafts) if _is_total(draft)]
        return totals[-max(len(phrase.values), 2) :]
    return _named(reading, speaker) if speaker and text else _bracketed(reading, phrase)


def _is_total(draft: Draft) -> bool:
    return str(draft.values.get("key")).startswith("total")


def _base(reading: _Reading) -> Row:
    if reading.compared is None:
        return {}
    base = reading.compared.of
    year = _YEAR.match(base)
    against = "budget" if "预算" in base else "year"
    return {
        "base_year": int(year[1]) if year else reading.setting.fiscal_year - 1,
        "change_against": against,
    }


def _comparison(reading: _Reading, phrase: Phrase) -> None:
    count = len(phrase.values)
    places = _subjects(reading, phrase)
    if count > 1 and len(places) != count:
        return
    for index, place in enumerate(places):
        values: Row = {**_base(reading), "change_direction": phrase.direction}
        if phrase.values:
            values |= _change(reading, phrase, index if count > 1 else 0)
        reading.attach([place], values, phrase.end)
    reading.targets = places


def _change(reading: _Reading, phrase: Phrase, index: int) -> Row:
    amount = phrase.values[index]
    values: Row = {}
    if phrase.kind == "change":
        amount, printed = money(amount, phrase.units[index], reading.setting.unit)
        if printed is not None:
            values["unit_as_published"] = printed
    column = "change_wanyuan" if phrase.kind == "change" else "change_pct"
    values[column] = -amount if phrase.direction == "decrease" and amount else amount
    return values


def _compare(reading: _Reading, phrase: Phrase) -> None:
    reading.compared, reading.targets = phrase, []


def _reason(reading: _Reading, phrase: Phrase) -> None:
    start = phrase.end - len(phrase.of)
    values: Row = {"reason": reading.passage.printed(start, phrase.end)}
    reading.attach(reading.targets or reading.current, values, phrase.end)


_READ = {
    "amount": _amount,
    "count": _count,
    "budget": _budget,
    "share": _share,
    "completion": _completion,
    "change": _comparison,
    "growth": _comparison,
    "unchanged": _comparison,
    "compare": _compare,
    "reason": _reason,
}


def read(passage: Passage, setting: Setting) -> tuple[Draft, ...]:
    """Return the drafts that a passage states; those without any figure are left out."""
    reading = _Reading(passage, setting)
    if setting.subject is not None:
        reading.open(setting.subject)
    for phrase in phrases.phrases(passage.text):
        if phrase.kind in _READ:
            _READ[phrase.kind](reading, phrase)
    return tuple(draft for draft in reading.drafts if _states_something(draft))


def _states_something(draft: Draft) -> bool:
    return any(
        draft.has(name)
        for name in draft.values
        if name.endswith(("_wanyuan", "_pct")) or name in {"count", "quantity", "visits", "change_direction"}
    )
