"""The state of reading one passage: the figures named so far, and those that are spoken of.

A phrase without a subject of its own is about the figure before it in its sentence; behind a
full stop it is about the one figure that the sentence before was about, lists (其中) left out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from publish import tables
from publish.importing.drafts import Draft, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from decimal import Decimal

    from publish.documents.passages import Passage
    from publish.documents.units import Units
    from publish.importing.phrases import Phrase
    from publish.tables import Row

# What follows is part of the figure before: 其中: A; B   包括A, B   主要用于以下方面: A; B
_LIST = re.compile(r"其中|包括|如下|以下")
# 总收入A,其中本年收入B,较上年减少C: which of the two decreased is not said.
_APPOSED = re.compile(r"其中(?![:,])")
# What makes two drafts statements of one row.
_IDENTITY = (
    "key",
    "scope",
    "label",
    "fund",
    "level",
    "code",
    "class_name",
    "group_name",
    "item_name",
)
# What stands further in front of a figure does not tell what it is.
_LONGEST_SENTENCE = 1000
# What stands in brackets: `(类)`
_CLOSED = re.compile(r"\([^()]*\)")
# 支出决算为NU, 决算数NU, 共计支出NU, 金额NU: the figure is that of the subject.
_GENERIC = re.compile(
    r"(?:本年度?|全年|当年|实际|共计?|合计|财政拨款|科目)*(?:支出)?(?:决算)?(?:支出)?数?|(?:合同)?金额"
)


@dataclass(frozen=True, slots=True)
class Setting:
    """The setting of a passage: its section, the year, the units, and readers of other labels.

    `name` offers a draft for a label that no rule knows (a class of accounts), or None;
    `subjects` are the accounts whose names stand in the passage.
    """

    section: str
    fiscal_year: int
    units: Units
    name: Callable[[str, Passage], Draft | None] = lambda _label, _passage: None
    subjects: tuple[Draft, ...] = ()


@dataclass(slots=True)
class Reading:
    """The state of reading one passage; figures are numbered by their place in `drafts`.

    `current` were named last, `topics` are those of the sentence outside its lists, `subject` is
    the account whose line it is, `targets` are those that the comparison `compared` is about.
    """

    passage: Passage
    setting: Setting
    drafts: list[Draft] = field(default_factory=list)
    current: list[int] = field(default_factory=list)
    topics: list[int] = field(default_factory=list)
    subject: int | None = None
    compared: Phrase | None = None
    targets: list[int] = field(default_factory=list)
    reached: int = 0
    is_list: bool = False
    is_apposed: bool = False
    units: Units = field(init=False)

    def __post_init__(self) -> None:
        self.units = self.setting.units.listed(self.passage.text)

    def sentence(self, phrase: Phrase) -> str:
        """Return the sentence up to the figure of a phrase, closed brackets left out."""
        text = self.passage.text[max(phrase.start - _LONGEST_SENTENCE, 0) : phrase.start]
        return _CLOSED.sub("", text[text.rfind("。") + 1 :])

    def parted(self, phrase: Phrase) -> bool:
        """Tell whether a full stop stands between the last figure and a phrase."""
        return "。" in self.passage.text[self.reached : phrase.start]

    def add(self, draft: Draft) -> int:
        """Take a draft in and return its place."""
        self.drafts.append(draft)
        return len(self.drafts) - 1

    def open(self, subject: Draft) -> None:
        """Begin the line of an account."""
        self.subject = self.add(subject)
        self.current, self.topics = [self.subject], [self.subject]
        self.compared, self.targets = None, []
        self.is_list = self.is_apposed = False
        self.reached = subject.spans[-1].end

    def speak_of(self, places: list[int], phrase: Phrase) -> None:
        """Note the figures that a phrase names; what is said next is about them."""
        between = self.passage.text[self.reached : phrase.start]
        is_new, within = "。" in between, self._is_bracketed(phrase)
        opens_list = bool(_LIST.search(between[between.rfind("。") + 1 :]))
        self.is_list = opens_list or within or (self.is_list and not is_new)
        self.is_apposed = bool(_APPOSED.search(between))
        if not self.is_list:
            self.topics = places if is_new else [*self.topics, *places]
        self.current, self.targets, self.reached = places, [], phrase.end

    def _is_bracketed(self, phrase: Phrase) -> bool:
        text = self.passage.text[: phrase.start]
        return text.rfind("(") > text.rfind(")")

    def attach(self, places: Iterable[int], values: Row, end: int) -> None:
        """Fill empty columns of the drafts at `places`; what is filled is never changed.

        What is said again with the same value widens the words of the draft.
        """
        for place in places:
            draft = self.drafts[place]
            said = {
                name: value
                for name, value in values.items()
                if not draft.has(name) or draft.values[name] == value
            }
            self.drafts[place] = draft.with_values(said, end)

    def restate(self, place: int, values: Row, start: int) -> int:
        """Return the place for values: the same, or another statement where they contradict it.

        Its words begin at `start`; it is the same row of the table with other figures.
        """
        draft = self.drafts[place]
        if all(draft.values.get(name) in {None, value} for name, value in values.items()):
            return place
        known = {name: draft.values.get(name) for name in _IDENTITY}
        return self.add(Draft(draft.table, known, (self.span(start, start),)))

    def reach_back(self, place: int, start: int) -> None:
        """Let the words of a draft begin at `start` at the latest."""
        draft = self.drafts[place]
        first = draft.spans[0]
        if start < first.start:
            spans = (replace(first, start=start), *draft.spans[1:])
            self.drafts[place] = replace(draft, spans=spans)

    def wanyuan(self, amount: Decimal, unit: str, column: str) -> Row:
        """Return the cells of an amount: 万元, and the printed unit where it is another."""
        value, printed = self.units.money(amount, unit)
        return {column: value, "unit_as_published": printed}

    def span(self, start: int, end: int) -> Span:
        """Return a stretch of the passage."""
        return Span(self.passage, start, end)

    def keeps(self, place: int, column: str) -> bool:
        """Tell whether the table of a draft has a column."""
        fields = tables.load()[self.drafts[place].table].fields
        return any(found.name == column for found in fields)

    def unnamed(self, phrase: Phrase, column: str) -> list[int]:
        """Return the drafts that a phrase without a subject is about; none where it is open."""
        if self.parted(phrase):
            topics = [place for place in self.topics if self.keeps(place, column)]
            return topics if len(topics) == 1 or self._is_pair(topics) else []
        places = [place for place in self._before_bracket(phrase) if self.keeps(place, column)]
        if column != "base_year" or places != self.current:
            return places
        if self._is_uncompared_pair(self.topics) and self.topics[-1:] == places:
            return self.topics if self._is_pair(self.topics) else []
        return [] if self.is_apposed else places

    def _before_bracket(self, phrase: Phrase) -> list[int]:
        """Return the current drafts; behind a bracket, the one before the bracket."""
        if not self.current:
            return []
        text, end = self.passage.text, self.drafts[self.current[-1]].spans[-1].end
        between = text[end : phrase.start]
        if between.count(")") <= between.count("("):
            return self.current
        opened = text.rfind("(", 0, end)
        before = [at for at, draft in enumerate(self.drafts) if draft.spans[-1].start < opened]
        return before[-1:]

    def _is_uncompared_pair(self, places: list[int]) -> bool:
        """Tell whether the places are 收入总计 and 支出总计, neither compared yet."""
        pair = [self.drafts[place] for place in places]
        keys = [draft.values.get("key") for draft in pair]
        return keys == ["total_income", "total_expenditure"] and not any(
            draft.has("change_direction") for draft in pair
        )

    def _is_pair(self, places: list[int]) -> bool:
        """Tell whether one change may be that of both totals: they are equal."""
        amounts = {self.drafts[place].values.get("amount_wanyuan") for place in places}
        return self._is_uncompared_pair(places) and len(amounts) == 1


def is_generic(label: str) -> bool:
    """Tell whether a clean label names no figure of its own (支出决算, 金额, nothing)."""
    return bool(_GENERIC.fullmatch(label))
