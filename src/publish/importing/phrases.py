"""The phrases in which these documents state figures; the text is clean (see `passages`).

Source: SENTENCES sections 2 to 12. A phrase is read the same wherever it stands; which figure of
which table it belongs to is decided later (`amounts`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from publish.documents import figures
from publish.documents.figures import COUNT_UNIT, MONEY, NUMBER, SIGNED, UNIT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from decimal import Decimal

UP = "增加|增长|上升|提高|增幅"
DOWN = "减少|下降|降低|降幅"
# What amounts do, and percentages only with their sign.
_OF_AMOUNTS = frozenset({"增加", "减少"})
SAME = "基本持平|持平|无变化|无增减|没有变化|基本一致|一致|相同"
_AND = r"(?:[、,和]|以及)"
_BUDGET_WORD = r"(?:年初|全年|年度|当年|调整后?的?)?(?:部门)?预算(?:安排)?数?"


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase of a sentence: its kind, its stretch, and what it says.

    kind: amount, amounts (of several figures), count, prior (the accounts of a year that the
    label names), budget, share, completion, change (in money), growth (in percent), unchanged,
    compare (names the base), reason, because (a reason that only 主要是 marks).

    `label` is the text before the figure, back to the last mark of punctuation; `of` is the whole
    of a share, the budget of a completion, the year of a comparison or the text of a reason.
    `direction` is empty where the document leaves it open: 减少（增加）.
    """

    kind: str
    start: int
    end: int
    values: tuple[Decimal, ...] = ()
    units: tuple[str, ...] = ()
    label: str = ""
    label_start: int = 0
    of: str = ""
    direction: str = ""
    each: bool = False


_MONEY_LIST = rf"{SIGNED}{UNIT}?(?:{_AND}{NUMBER}{UNIT})*"
_LEFT_OPEN = rf"(?:\((?:{UP}|{DOWN})\))?"
_FORMS = {
    # 主要变动原因是R   主要原因:R   决算数小于预算数的主要原因是R   A;二是B belongs together
    "reason": r"(?:决算数?(?:大于|小于|高于|低于)(?:年初|全年)?预算数?的?)?"
    r"(?:主要)?(?:变动|变化|增减|增加|减少|增长|下降|差异)?(?:变动|变化)?的?(?:主要)?"
    r"原因(?:主要)?(?:是由于|是因为|在于|是|为|:)+:?"
    r"(?P<reason>[^。;]+(?:;(?:(?=[二三四五六]是|其[次他三]|同时|另外|此外|\(?[2-9][).、]|[②-⑨])[^。;]+"
    r"|(?![^。;]*(?:持平|无变化|无增减))[^。;\d]+(?=[。;]|$)))*)",
    # 下降20%,主要是公务接待减少
    "because": r"(?<=[元%平],)主要(?:是|系|由于|因为?)(?!用[于来]|指)(?:由于|因为?)?"
    r"(?P<cause>[^。;]+)",
    # 决算数大于预算数5万元   决算数同预算数基本持平   决算数等于预算数   预决算持平
    "against": rf"(?:决算数?(?:大于|小于|高于|低于|等于|同|与|和){_BUDGET_WORD}(?:{SAME})?"
    rf"|(?:与|同|和){_BUDGET_WORD}(?:{SAME})|预决算数?(?:{SAME}))(?:{NUMBER}{UNIT})?",
    # 完成预算97.75%   完成年初预算的98%   完成全年预算NU的P   预算执行率98%
    "completion": rf"(?:完成(?P<of>{_BUDGET_WORD})(?P<phase>{NUMBER}{UNIT})?"
    rf"|占(?P<part_of>{_BUDGET_WORD})|(?P<rate>预算)(?:执行|完成)率)"
    rf"[的为达到]*(?P<done>{NUMBER})(?P<done_sign>%?)(?!{MONEY}|{COUNT_UNIT}|倍)",
    # 占88%   占本年支出合计的83%   占比11.27%
    "share": r"占(?P<whole>[^,;。:、占]{0,30}?)的?(?:比重|比例|比)?[为达]?"
    rf"(?P<part>{NUMBER})(?P<part_sign>%?)(?!{MONEY}|{COUNT_UNIT})",
    # 各增加2516.77万元、1069.13万元   减少8.06万元   减少10.10,9.20万元
    "change": rf"(?P<each>各|分别|均)?(?:(?P<verb>{UP}|{DOWN})(?P<open>{_LEFT_OPEN})[了为]?"
    rf"(?P<amounts>{SIGNED}(?:{_AND}{NUMBER})*{UNIT}(?:{_AND}{NUMBER}{UNIT})*)"
    rf"|(?P<verb_bare>增加|减少)[了为]?(?P<amount_bare>{SIGNED})(?=[,;。]|$))",
    # 各增长135%、55%   下降27.%   增长P without its sign
    "growth": rf"(?P<each_pct>各|分别|均)?(?P<verb_pct>{UP}|{DOWN})(?P<open_pct>{_LEFT_OPEN})"
    rf"[了为]?(?P<rates>{SIGNED}%?(?:{_AND}{NUMBER}%)*)(?!{MONEY}|{COUNT_UNIT}|[倍亿千百])",
    # 决算与2018年持平   与上年相比无变化   收入支出总计持平
    "unchanged": rf"(?<![如作])(?P<same>{SAME})(?!表述)",
    # 与2019年相比   比2019年   较上年决算数   比上年   同比   与2020年度预算相比
    "compare": r"(?:(?P<than>较|比)|(?P<with>与|和|同))"
    r"(?:(?P<base>上一?年度?|上一度|去年|(?:19|20)\d{2}年度?)(?P<base_budget>年初预算数?|预算数?)?"
    r"(?:(?:支出|收入)?决算数?|(?:支出|收入)数)?(?:同期)?|(?P<budget>(?:年初|全年)?预算数?))"
    rf"(?(with)(?:相比较?|对比|比较|比|(?={SAME}))|(?:相比|对比)?)|同比",
    # 单价50万元以上通用设备0台(套): the threshold belongs to the label
    "threshold": rf"单?[价位台件]{{1,3}}值?(?:在)?{NUMBER}{UNIT}(?:\(含[^)]*\))?(?:及?以[上下])",
    # 收、支总计各是100.50,90.25万元
    "amounts": rf"(?:各|分别)[是为](?P<several>{NUMBER}{UNIT}?(?:{_AND}{NUMBER}{UNIT}?)+)"
    rf"(?<=[元万])",
    "count": rf"(?P<count>{NUMBER})(?P<count_unit>{COUNT_UNIT})",
    # 5万元, behind 为 also 5; not 单价为3元/平方米
    "amount": rf"(?P<amount>{SIGNED})(?P<unit>{UNIT})?(?!{MONEY})",
}
_PHRASE = re.compile("|".join(f"(?P<_{kind}>{form})" for kind, form in _FORMS.items()))
# 2019年度决算数, 上年支出决算
_PRIOR = re.compile(r"(?:(?P<year>\d{4})年度?|上年(?:度)?)(?:支出)?决算数?$")
# 年初预算数; not 一般公共预算
_BUDGET = re.compile(
    r"(?<!公共)(?<!基金)(?<!经营)(?P<phase>年初|全年|调整后?的?|年度|当年)?(?:部门)?(?:支出)?"
    r"预算(?:安排|批复)?数?$"
)
# 支出决算为, 分别是
_COPULA = re.compile(r"(?:各?[是为]|均[是为]|共计|共|:|达到?|分别[是为]){1,9}$")
# 与上年相比,增加
_STOP = re.compile(r"[,;。:]")
# Without a mark of punctuation a label would reach back to the beginning of the passage.
_LONGEST_LABEL = 300


@dataclass(frozen=True, slots=True)
class _Match:
    """A form found in a text; `floor` is where the phrase before it ends."""

    text: str
    at: re.Match[str]
    floor: int
    label_start: int = field(init=False)

    def __post_init__(self) -> None:
        start = _label_start(self.text, self.at.start(), self.floor)
        object.__setattr__(self, "label_start", start)

    @property
    def label(self) -> str:
        """The text before the phrase, the verb 为 or 是 left out."""
        return _COPULA.sub("", self.text[self.label_start : self.at.start()])

    def phrase(self, kind: str) -> Phrase:
        """Return the phrase without its figures."""
        return Phrase(kind, *self.at.span(), label=self.label, label_start=self.label_start)


def _label_start(text: str, at: int, floor: int) -> int:
    """Return where the label of a figure at `at` begins; `floor` ends the phrase before."""
    if floor < at and text[floor] in "、和及":
        floor += 1
    floor = max(floor, at - _LONGEST_LABEL)
    end = floor + len(_COPULA.sub("", text[floor:at]))
    start = max((found.end() for found in _STOP.finditer(text, floor, end)), default=floor)
    opened = text.rfind("(", start, end)
    return opened + 1 if opened > text.rfind(")", start, end) else start


def _direction(verb: str) -> str:
    return "increase" if verb in UP.split("|") else "decrease"


def _numbers(text: str) -> tuple[Decimal, ...]:
    # 183.72万元, -8.06%
    return tuple(figures.value(at) for at in re.findall(rf"[-−]?{NUMBER}", text))


def _units(text: str, count: int) -> tuple[str, ...]:
    """Return the unit of each of `count` amounts; in list style the last one is that of all."""
    # 183.72万元
    units = tuple(re.findall(UNIT, text))
    return (units[-1],) * (count - len(units)) + units


def _amount(found: _Match) -> Phrase | None:
    at = found.at
    bare = found.label == found.text[found.label_start : at.start()]
    if at["unit"] is None and bare:
        return None  # a number without a unit is an amount only behind 为, 是 or a colon
    phrase = replace(
        found.phrase("amount"), values=_numbers(at["amount"]), units=(at["unit"] or "",)
    )
    if prior := _PRIOR.search(found.label):
        return replace(phrase, kind="prior", of=prior["year"] or "")
    if budget := _BUDGET.search(found.label):
        return replace(phrase, kind="budget", of=(budget["phase"] or "") + "预算")
    return phrase


def _amounts(found: _Match) -> Phrase:
    text = found.at["several"]
    values = _numbers(text)
    return replace(found.phrase("amounts"), values=values, units=_units(text, len(values)))


def _count(found: _Match) -> Phrase:
    at = found.at
    values, units = (figures.value(at["count"]),), (at["count_unit"],)
    return replace(found.phrase("count"), values=values, units=units)


def _reason(found: _Match) -> Phrase:
    return replace(found.phrase("reason"), of=found.at["reason"])


def _because(found: _Match) -> Phrase:
    return replace(found.phrase("because"), of=found.at["cause"])


def _completion(found: _Match) -> Phrase:
    at = found.at
    phase = at["phase"] or ""
    # 全年预算300万元
    unit = re.search(UNIT, phase)
    values = (figures.value(at["done"]), *_numbers(phase))
    of = at["of"] or at["part_of"] or at["rate"]
    units = ("%", unit[0]) if unit else ("%",)
    return replace(found.phrase("completion"), values=values, units=units, of=of)


def _share(found: _Match) -> Phrase:
    values = (figures.value(found.at["part"]),)
    return replace(found.phrase("share"), values=values, units=("%",), of=found.at["whole"])


def _signed(phrase: Phrase, verb: str, *, is_open: bool) -> Phrase | None:
    """Return the phrase with its direction; 增加-8 is a decrease, 减少-8 may mean either."""
    direction = "" if is_open else _direction(verb)
    if any(value < 0 for value in phrase.values):
        if direction != "increase" or len(phrase.values) > 1:
            return None
        direction = "decrease"
    return replace(phrase, values=tuple(map(abs, phrase.values)), direction=direction)


def _change(found: _Match) -> Phrase | None:
    at = found.at
    text, verb = at["amounts"] or at["amount_bare"], at["verb"] or at["verb_bare"]
    values = _numbers(text)
    units = _units(text, len(values)) if at["amounts"] else ("",)
    phrase = replace(found.phrase("change"), values=values, units=units, each=bool(at["each"]))
    return _signed(phrase, verb, is_open=bool(at["open"]))


def _growth(found: _Match) -> Phrase | None:
    at = found.at
    if at["verb_pct"] in _OF_AMOUNTS and "%" not in at["rates"]:
        return None  # 增加546.3 is no percentage
    phrase = replace(
        found.phrase("growth"), values=_numbers(at["rates"]), each=bool(at["each_pct"])
    )
    return _signed(phrase, at["verb_pct"], is_open=bool(at["open_pct"]))


def _unchanged(found: _Match) -> Phrase:
    return replace(found.phrase("unchanged"), direction="unchanged")


def _compare(found: _Match) -> Phrase:
    at = found.at
    base = (at["base"] or "") + (at["base_budget"] or at["budget"] or "")
    return replace(found.phrase("compare"), of=base or "同比")


_READ: dict[str, Callable[[_Match], Phrase | None]] = {
    "reason": _reason,
    "because": _because,
    "completion": _completion,
    "share": _share,
    "change": _change,
    "growth": _growth,
    "unchanged": _unchanged,
    "compare": _compare,
    "amounts": _amounts,
    "count": _count,
    "amount": _amount,
}


def relabelled(phrase: Phrase, start: int, end: int) -> Phrase:
    """Return the phrase with the part of its label from `start` to `end` as its label."""
    label = phrase.label[start:end]
    return replace(phrase, label=label, label_start=phrase.label_start + start)


def phrases(text: str, names: Iterable[range] = ()) -> tuple[Phrase, ...]:
    """Return the phrases of a clean text in their order; numbers outside of them are no figures.

    `names` are stretches that are names (205类): no phrase begins in one, no label reaches back
    over one.
    """
    days = {place for stretch in figures.dates(text) for place in stretch}
    named = tuple(names)
    found: list[Phrase] = []
    position, floor = 0, 0
    while at := _PHRASE.search(text, position):
        floor = max([floor, *(name.stop for name in named if name.start <= at.start())])
        if at.start() < floor:
            position = floor
            continue
        kind = next(name for name in _FORMS if at[f"_{name}"] is not None)
        is_date = kind == "amount" and at.start() in days
        phrase = _READ[kind](_Match(text, at, floor)) if kind in _READ and not is_date else None
        position = max(at.end(), position + 1)
        if phrase is not None:
            found.append(phrase)
            floor = phrase.end
    return tuple(found)
