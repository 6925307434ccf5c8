"""The unit of an amount: which it is, and what of the document says so.

It is that of the words behind the number, else that of the heading above it (单位:元, 预算数(元)),
else the one that the amounts of its section carry, else the one of the document. Every reader of
a section asks `Units`; none has a unit of its own.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from publish.documents import figures

if TYPE_CHECKING:
    from collections.abc import Iterable
    from decimal import Decimal

WANYUAN, YUAN = "万元", "元"
MISSING = "missing"
# A slip needs this many amounts in 万元 beside it: one other amount makes no list.
FEWEST = 2
# 万元 are printed with two decimals (TABLES section 2): what is less than half of the last one
# stands in no list of them.
USUAL_PLACE = -2
# Amounts of one list may differ by this factor from the greatest and the least of it.
ORDER = 10
# The last place of a number in 元, told in 万元.
_SHIFT = figures.IN_WANYUAN[YUAN]
# 14.31元, 30万元; not 3元/平方米 and not the threshold 50万元以上
_AMOUNT = re.compile(
    rf"(?<!\d,)(?<![\d.])(?P<value>{figures.NUMBER})(?P<unit>{figures.UNIT})"
    r"(?!(?:\(含\))?及?以[上下])"
)
# 单位:元   (金额单位:万元)   单位:人民币元 : a line of its own
_DECLARED = re.compile(rf"\(?(?:金额)?(?:计量)?单位[:为]?(?:人民币)?(?P<unit>{figures.MONEY})\)?")
# 预算数(元)   预算执行情况(单位:万元) : behind the words of a heading
_BEHIND = re.compile(rf"\((?:(?:金额)?单位[:为]?)?(?:人民币)?(?P<unit>{figures.MONEY})\)")


class Origin(StrEnum):
    """What says which unit it is; the first that says something counts."""

    WORDS = "words"
    HEADING = "heading"
    SECTION = "section"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of money and what says so."""

    name: str
    origin: Origin

    @property
    def as_published(self) -> str | None:
        """The unit that is printed where it is not 万元; `missing` where none is printed."""
        if self.origin in {Origin.SECTION, Origin.DOCUMENT}:
            return MISSING
        return None if self.name == WANYUAN else self.name


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with the unit that is printed behind it."""

    value: Decimal
    unit: str


def printed(text: str) -> tuple[Amount, ...]:
    """Return the amounts of a clean text that have a unit behind them; rates are none."""
    return tuple(Amount(figures.value(at["value"]), at["unit"]) for at in _AMOUNT.finditer(text))


def in_wanyuan(amount: Amount) -> Decimal:
    """Return an amount in 万元 as its own words say it."""
    return figures.in_wanyuan(amount.value, amount.unit)


def usual(amounts: Iterable[Amount]) -> str:
    """Return the unit that more than half of the amounts carry, empty where none is carried so.

    3万 may be people.
    """
    found = Counter(amount.unit for amount in amounts if amount.unit.endswith(YUAN))
    name, count = found.most_common(1)[0] if found else ("", 0)
    return name if count * 2 > found.total() else ""


def declared(text: str) -> str:
    """Return the unit that a line declares for what stands below it: 单位:元; else nothing."""
    found = _DECLARED.fullmatch(text)
    return found["unit"] if found else ""


def named(heading: str) -> str:
    """Return the unit that a heading or label names in brackets: 预算数(元); else nothing."""
    found = _BEHIND.search(heading)
    return found["unit"] if found else declared(heading)


def plain(heading: str) -> str:
    """Return a heading without the unit in its brackets: 预算数(元): is 预算数:."""
    return _BEHIND.sub("", heading)


def are_slips(amounts: Iterable[Amount]) -> bool:
    """Tell whether the amounts of one list that are printed in 元 are meant in 万元.

    支出2491.62万元: 一般公共服务14.31元、社会保障168.55万元、住房保障130.95万元 is such a list;
    督查30万元、宣传40万元、培训费5000元 is none, and the 5000 元 are 0.5万元. The words count
    unless all other amounts of the list contradict them:

    - At least two amounts are in 万元, and more than in 元: the list is one of 万元.
    - Read as 万元, each of the others is of the order of the list: not above ten times its
      greatest amount. 5000 beside 30 and 40 is not.
    - Read as 元, each is below a tenth of the least amount of the list, and told in a way in which
      nobody tells it beside 万元: in parts of 1 元 (701.7) where the others are rounded to 100
      元, or so small that in 万元 with these decimals it is 0.00 (14.31, all below 50 元). An
      item of 500 元 beside 600万元 may be meant so, and is believed.

    One amount in 元 that is certainly meant so (5000) proves that the list uses both units: then
    none is a slip. Source: CHECKS section 9, UNIT-SCALE.
    """
    found = tuple(amount for amount in amounts if amount.value)
    usual_ones = [amount.value for amount in found if amount.unit == WANYUAN]
    others = [amount.value for amount in found if amount.unit == YUAN]
    if len(usual_ones) < FEWEST or len(usual_ones) <= len(others):
        return False
    place = min(USUAL_PLACE, *map(figures.last_place, usual_ones))
    return all(
        value <= max(usual_ones) * ORDER
        and figures.in_wanyuan(value, YUAN) * ORDER < min(usual_ones)
        and _is_too_fine(value, place)
        for value in others
    )


def _is_too_fine(value: Decimal, place: int) -> bool:
    """Tell whether a number in 元 says more than 万元 with the last place 10^`place` can say."""
    whole = figures.shortest(value)
    is_broken = figures.last_place(whole) < 0 and figures.last_place(whole) + _SHIFT < place
    return is_broken or figures.in_wanyuan(value, YUAN) * 2 < figures.power(place)


@dataclass(frozen=True, slots=True)
class Units:
    """What says the unit at one place of a document, the nearest first; empty: it says nothing.

    Where nothing at all says it, it is 万元, in which these accounts are published (TABLES
    section 2). `slips`: the list that the place belongs to proves that its 元 are 万元.
    """

    document: str = WANYUAN
    section: str = ""
    heading: str = ""
    slips: bool = False

    def inside(self, texts: Iterable[str]) -> Units:
        """Return the units inside a section; `texts` are its clean lines."""
        lines = tuple(texts)
        amounts = tuple(amount for text in lines for amount in printed(text))
        heading = next(filter(None, map(declared, lines)), "")
        return replace(
            self,
            section=(usual(amounts) if len(amounts) >= FEWEST else "") or self.section,
            heading=heading or self.heading,
            slips=are_slips(amounts),
        )

    def under(self, heading: str) -> Units:
        """Return the units below a heading, or behind a label, that may name one."""
        return replace(self, heading=named(heading) or self.heading)

    def listed(self, text: str) -> Units:
        """Return the units in a paragraph, which is a list where it states several amounts.

        One with fewer is an item of the list that its section is.
        """
        amounts = printed(text)
        return replace(self, slips=are_slips(amounts)) if len(amounts) > FEWEST else self

    def of(self, words: str) -> Unit:
        """Return the unit of an amount; `words` is what stands behind it, empty for nothing."""
        if words:
            return Unit(words, Origin.WORDS)
        if self.heading:
            return Unit(self.heading, Origin.HEADING)
        if self.section:
            return Unit(self.section, Origin.SECTION)
        return Unit(self.document, Origin.DOCUMENT)

    def money(self, amount: Decimal, words: str) -> tuple[Decimal, str | None]:
        """Return an amount in 万元, exactly, and what `unit_as_published` says of it.

        A slip keeps the printed number and the printed unit.
        """
        unit = self.of(words)
        if words == YUAN and self.slips:
            return amount, unit.as_published
        return figures.in_wanyuan(amount, unit.name), unit.as_published


def of_document(sections: Iterable[Iterable[str]]) -> Units:
    """Return the units of a document; `sections` are the clean texts of its accounts."""
    texts = tuple(text for section in sections for text in section)
    amounts = (amount for text in texts for amount in printed(text))
    lines = filter(None, map(declared, texts))
    return Units(document=usual(amounts) or next(lines, WANYUAN))
