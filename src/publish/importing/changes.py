"""Shares, completions, changes and reasons: to which figure of a passage each belongs.

It is the figure that the phrase names; where it names none, see `contexts`. 各增加A、B goes to
the two totals in their order. What cannot be placed is left out, and the report lists it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from publish import tables
from publish.importing import rules
from publish.importing.contexts import is_generic
from publish.importing.drafts import Draft

if TYPE_CHECKING:
    from publish.importing.contexts import Reading
    from publish.importing.phrases import Phrase
    from publish.tables import Row

# 收、支总计, 收入、支出总计
_BOTH = re.compile(r"收(?:入)?、?支")
_TOTALS = "收入支出总计"
# 2019年
_YEAR = re.compile(r"(\d{4})年")
# XXXX and …… are what a template leaves.
_WORDS = re.compile(r"[^X×*….]", re.IGNORECASE)
ADJUSTED = ("全年", "调整")


def read_share(reading: Reading, phrase: Phrase) -> None:
    """Place 占88%."""
    places = _named_or_unnamed(reading, phrase, "share_pct")[-1:]
    values: Row = {"share_pct": phrase.values[0], "share_of": phrase.of or None}
    reading.attach(places, values, phrase.end)


def read_completion(reading: Reading, phrase: Phrase) -> None:
    """Place 完成预算98% and the budget that may stand inside: 完成全年预算5万元的90%."""
    values: Row = {"completion_pct": phrase.values[0], "completion_of": phrase.of}
    if len(phrase.values) > 1:
        is_adjusted = phrase.of.startswith(ADJUSTED)
        column = "adjusted_budget_wanyuan" if is_adjusted else "budget_wanyuan"
        values |= reading.wanyuan(phrase.values[1], phrase.units[1], column)
    stated = {name: values[name] for name in ("completion_pct", "completion_of")}
    for place in _named_or_unnamed(reading, phrase, "completion_pct"):
        reading.attach([reading.restate(place, stated, phrase.start)], values, phrase.end)


def read_base(reading: Reading, phrase: Phrase) -> None:
    """Note 与2019年相比: it governs what follows up to the full stop."""
    goes_on = not phrase.label and reading.targets and not reading.parted(phrase)
    if goes_on and phrase.of == "同比":
        return
    reading.compared, reading.targets = phrase, []


def read_change(reading: Reading, phrase: Phrase) -> None:
    """Place 增加5万元, 增长3% or 持平."""
    compared = reading.compared
    if compared and "。" in reading.passage.text[compared.end : phrase.start]:
        reading.compared, reading.targets = None, []
    if phrase.direction == "unchanged" and reading.compared is None:
        return  # 收支持平, 目标一致: not compared with a year
    count = len(phrase.values)
    places = _subjects(reading, phrase)
    if count > 1 and len(places) != count:
        return
    reading.targets = [
        _compared(reading, phrase, place, index if count > 1 else 0)
        for index, place in enumerate(places)
    ]


def _compared(reading: Reading, phrase: Phrase, place: int, index: int) -> int:
    """Give a change to a figure; a second one, against another base, is another statement."""
    values = _change(reading, phrase, place, index)
    if not values:
        return place
    values |= _base(reading)
    stated = {name: value for name, value in values.items() if name != "unit_as_published"}
    start = reading.compared.start if reading.compared else phrase.label_start
    place = reading.restate(place, stated, start)
    reading.attach([place], values, phrase.end)
    if reading.compared is not None:
        reading.reach_back(place, reading.compared.start)
    return place


def read_because(reading: Reading, phrase: Phrase) -> None:
    """Place 主要是R where it stands right behind a change."""
    ends = {reading.drafts[place].spans[-1].end for place in reading.targets}
    if phrase.start - 1 in ends:
        read_reason(reading, phrase)


def read_reason(reading: Reading, phrase: Phrase) -> None:
    """Place 主要原因是R; a second reason for the same figure stands behind the first."""
    if not _WORDS.search(phrase.of):
        return
    printed = reading.passage.printed(phrase.end - len(phrase.of), phrase.end)
    named = _named(reading, phrase) if rules.label(phrase.label) else []
    places = named or reading.targets or reading.unnamed(phrase, "reason")
    for place in places:
        draft = reading.drafts[place]
        known = str(draft.values.get("reason") or "")
        if printed not in known:
            reason = f"{known}；{printed}" if known else printed
            reading.drafts[place] = draft.with_values({"reason": reason}, phrase.end)


def _named_or_unnamed(reading: Reading, phrase: Phrase, column: str) -> list[int]:
    if rules.label(phrase.label) and (places := _named(reading, phrase)):
        return [place for place in places if reading.keeps(place, column)]
    return reading.unnamed(phrase, column)


def _subjects(reading: Reading, phrase: Phrase) -> list[int]:
    """Return the drafts that a change is about: its own subject, else that of the comparison."""
    own = rules.label(phrase.label)
    if not own and reading.targets:
        return reading.targets
    speaker = phrase if own else reading.compared
    text = rules.label(speaker.label) if speaker else ""
    if phrase.each or _BOTH.search(text):
        return _totals(reading, speaker or phrase, max(len(phrase.values), 2))
    if speaker is None or not text:
        return reading.unnamed(phrase, "base_year")
    return [place for place in _named(reading, speaker) if reading.keeps(place, "base_year")]


def _totals(reading: Reading, speaker: Phrase, count: int) -> list[int]:
    """Return the totals of income and expenditure, made where the passage does not state them."""
    totals = [
        at
        for at, draft in enumerate(reading.drafts)
        if str(draft.values["key"]).startswith("total")
    ]
    if not totals:
        totals = _made(reading, speaker, rules.find(reading.setting.section, _TOTALS, "", None))
    return totals[-count:]


def _named(reading: Reading, phrase: Phrase) -> list[int]:
    """Return the drafts of the rows that the label of a phrase names, made where there are none."""
    text = rules.label(phrase.label)
    if is_generic(text) and reading.subject is not None:
        return [reading.subject]
    rule = rules.find(reading.setting.section, text, text, None)
    if rule is None:
        return _like(reading, phrase, text)
    named = [
        at
        for at, draft in enumerate(reading.drafts)
        if draft.table == rule.table
        and draft.values.get("key") in rule.keys
        and (draft.values.get("scope") or "") == rule.scope
    ]
    return named[-len(rule.keys) :] or _made(reading, phrase, rule)


def _like(reading: Reading, phrase: Phrase, text: str) -> list[int]:
    """Return the figure that a label without a rule means: a class of accounts, or the last one."""
    if is_generic(text):
        return reading.unnamed(phrase, "base_year")
    account = reading.setting.name(text, reading.passage)
    for at, draft in enumerate(reading.drafts):
        if account and account.has("code") and draft.values.get("code") == account.values["code"]:
            return [at]
    last = reading.current[-1:]
    printed = rules.label(str(reading.drafts[last[0]].values.get("label") or "")) if last else ""
    return last if printed and (text in printed or printed in text) else []


def _made(reading: Reading, phrase: Phrase, rule: rules.LabelRule | None) -> list[int]:
    """Return new drafts for a figure that the passage compares without stating it.

    None where the passage does not name it either: 与上年相比,各增加5万元、6万元.
    """
    start = phrase.label_start + rules.prefix(phrase.label)
    span = reading.span(start, phrase.end)
    printed = reading.passage.printed(start, phrase.label_start + len(phrase.label))
    if rule is None or not printed:
        return []
    return [
        reading.add(
            Draft(rule.table, {"key": key, "scope": rule.scope or None, "label": printed}, (span,))
        )
        for key in rule.keys
    ]


def _possible(year: int) -> int | None:
    """Return a year that accounts may be compared with; None for 1919."""
    column = tables.load()["key-figures"].field("base_year")
    is_possible = (column.minimum or year) <= year <= (column.maximum or year)
    return year if is_possible else None


def _base(reading: Reading) -> Row:
    if reading.compared is None:
        return {}
    base = reading.compared.of
    year = _YEAR.match(base)
    is_budget = "预算" in base
    before = None if is_budget else reading.setting.fiscal_year - 1
    return {
        "base_year": _possible(int(year[1])) if year else before,
        "change_against": "budget" if is_budget else "year",
    }


def _change(reading: Reading, phrase: Phrase, place: int, index: int) -> Row:
    """Return the cells of a change; 下降（增长）5% has the direction of the amount before it."""
    known = reading.drafts[place].values.get("change_direction")
    direction = phrase.direction or (str(known) if known and reading.targets else "")
    if not direction:
        return {}
    values: Row = {"change_direction": direction}
    if not phrase.values:
        return values
    amount = phrase.values[index]
    column = "change_wanyuan" if phrase.kind == "change" else "change_pct"
    if phrase.kind == "change":
        amount, printed = reading.units.money(amount, phrase.units[index])
        if printed is not None:
            values["unit_as_published"] = printed
    values[column] = -amount if direction == "decrease" and amount else amount
    return values
