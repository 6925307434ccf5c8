"""The phrases in which these documents state figures; the text is clean (see `passages`).

Source: SENTENCES sections 2 to 12. A phrase is read the same wherever it stands; which figure of
which table it belongs to is decided later (`statements`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from publish import figures
from publish.figures import COUNT_UNIT, NUMBER, UNIT

if TYPE_CHECKING:
    from decimal import Decimal

UP = "增加|增长|上升|提高"
DOWN = "减少|下降|降低"
SAME = "基本持平|持平|无变化|无增减|没有变化|一致|相同"
_AND = r"(?:[、,和]|以及)"


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase of a sentence: its kind, its stretch, and what it says.

    kind: amount, count, prior (the amount of the year compared with), budget, share, completion,
    change (in money), growth (in percent), unchanged, compare (names the base), reason.
    `label` is the text before the figure, back to the last mark of punctuation; `of` is the whole
    of a share, the budget of a completion, the year of a comparison or the text of a reason.
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


_MONEY = rf"{NUMBER}{UNIT}?"
_FORMS = {
    # 主要变动原因是R   主要原因:R   决算数小于预算数的主要原因是R
    "reason": r"(?:决算数(?:大于|小于|高于|低于)(?:年初|全年)?预算数?的?)?"
    r"(?:主要)?(?:变动|变化|增减|增加|减少|增长|下降)?的?(?:主要)?原因(?:是由于|是因为|是|为|:)+:?"
    r"(?P<reason>[^。]+)",
    # 决算数大于预算数   决算数同预算数基本持平   决算数等于预算数
    "against": r"决算数(?:大于|小于|高于|低于|等于|同|与)(?:年初|全年)?预算数?(?:基本持平|持平|一致|相同)?",
    # 完成预算97.75%   完成年初预算的98%   完成全年预算NU的P
    "completion": rf"完成(?P<of>(?:年初|全年|年度|调整后?的?)?预算数?)"
    rf"(?P<phase>{NUMBER}{UNIT})?的?(?P<done>{NUMBER})(?P<done_sign>%?)",
    # 占88%   占本年支出合计的83%   占固定资产的11.27%
    "share": rf"占(?P<whole>[^,;。:、占]{{0,30}}?)的?(?:比重|比例)?为?(?P<part>{NUMBER})(?P<part_sign>%?)"
    rf"(?!{UNIT})",
    # 各增加2516.77万元、1069.13万元   减少8.06万元
    "change": rf"(?P<each>各|分别)?(?P<verb>{UP}|{DOWN})了?"
    rf"(?P<amounts>{NUMBER}{UNIT}?(?:{_AND}{NUMBER}{UNIT})*)(?<=[元万])",
    # 各增长135%、55%   下降27.%   增长P
    "growth": rf"(?P<each_pct>各|分别)?(?P<verb_pct>{UP}|{DOWN})了?"
    rf"(?P<rates>{NUMBER}%?(?:{_AND}{NUMBER}%)*)(?!{UNIT}|{COUNT_UNIT}|\d)",
    # 决算与2018年持平   与上年相比无变化   收入支出总计持平
    "unchanged": rf"(?P<same>{SAME})",
    # 与2019年相比   比2019年   较上年决算数   比上年   同比   与2020年度预算相比
    "compare": r"(?:(?:与|较|比|和|同)(?P<base>上年度?|上一年度?|去年|\d{4}年度?)"
    r"(?P<base_budget>年初预算|预算)?(?:决算)?数?(?:同期)?(?:相比|比较|比)?|同比)",
    # 单价50万元以上通用设备0台(套): the threshold belongs to the label
    "threshold": rf"单[价台件]{NUMBER}{UNIT}(?:\(含\))?(?:以上|以下)",
    "count": rf"(?P<count>{NUMBER})(?P<count_unit>{COUNT_UNIT})",
    "amount": rf"(?P<amount>{NUMBER})(?P<unit>{UNIT})?",
}
_PHRASE = re.compile("|".join(f"(?P<_{kind}>{form})" for kind, form in _FORMS.items()))
_PRIOR = re.compile(r"(?P<year>\d{4})年度?(?:支出)?决算数?$|上年(?:度)?(?:支出)?决算数?$")
_BUDGET = re.compile(r"(?P<phase>年初|全年|调整后?|年度)?(?:支出)?预算(?:安排)?数?$")
_COPULA = re.compile(r"(?:各?[是为]|共计|共|:|达到?|分别[是为])+$")
_STOP = re.compile(r"[,;。:]")


def _direction(verb: str) -> str:
    return "increase" if verb in UP.split("|") else "decrease"


def _numbers(text: str) -> tuple[Decimal, ...]:
    return tuple(figures.value(at) for at in re.findall(NUMBER, text))


def _label_start(text: str, at: int, floor: int) -> int:
    """Return where the label of a figure at `at` begins; `floor` ends the phrase before."""
    if floor < at and text[floor] in "、和及":
        floor += 1
    end = floor + len(_COPULA.sub("", text[floor:at]))
    start = max((found.end() for found in _STOP.finditer(text, floor, end)), default=floor)
    opened = text.rfind("(", start, end)
    return opened + 1 if opened > text.rfind(")", start, end) else start


def _amount(text: str, at: re.Match[str], floor: int) -> Phrase | None:
    kind = "amount" if at["_amount"] else "count"
    value, unit = (at["amount"], at["unit"]) if kind == "amount" else (at["count"], at["count_unit"])
    start = _label_start(text, at.start(), floor)
    label = text[start : at.start()]
    bare = _COPULA.sub("", label)
    if kind == "amount" and unit is None and bare == label:
        return None  # a number without a unit is an amount only behind 为, 是 or a colon
    found = Phrase(
        kind, at.start(), at.end(), (figures.value(value),), (unit or "",), bare, start
    )
    if kind == "amount" and (prior := _PRIOR.search(bare)):
        return Phrase("prior", *_stretch(found), of=prior["year"] or "")
    if kind == "amount" and (budget := _BUDGET.search(bare)):
        return Phrase("budget", *_stretch(found), of=(budget["phase"] or "") + "预算")
    return found


def _stretch(
    found: Phrase,
) -> tuple[int, int, tuple[Decimal, ...], tuple[str, ...], str, int]:
    return found.start, found.end, found.values, found.units, found.label, found.label_start


def _read(text: str, at: re.Match[str], floor: int) -> Phrase | None:
    kind = next(name for name in _FORMS if at[f"_{name}"] is not None)
    if kind == "threshold":
        return None
    start, end = at.span()
    label_start = _label_start(text, start, floor)
    label = text[label_start:start]
    if kind in {"amount", "count"}:
        return _amount(text, at, floor)
    if kind == "reason":
        return Phrase(kind, start, end, of=at["reason"], label=label, label_start=label_start)
    if kind == "completion":
        phase = _numbers(at["phase"] or "")
        return Phrase(kind, start, end, (*_numbers(at["done"]), *phase), (at["done_sign"],), of=at["of"])
    if kind == "share":
        return Phrase(kind, start, end, _numbers(at["part"]), (at["part_sign"],), of=at["whole"])
    if kind == "compare":
        of = (at["base"] or "上年") + (at["base_budget"] or "")
        return Phrase(kind, start, end, of=of, label=label, label_start=label_start)
    if kind == "change":
        units = tuple(re.findall(UNIT, at["amounts"]))
        values, verb, each = _numbers(at["amounts"]), at["verb"], bool(at["each"])
        units = (units[-1],) * (len(values) - len(units)) + units
        return Phrase(kind, start, end, values, units, label, label_start, "", _direction(verb), each)
    if kind == "growth":
        values, verb, each = _numbers(at["rates"]), at["verb_pct"], bool(at["each_pct"])
        signs = ("%",) * at["rates"].count("%")
        return Phrase(kind, start, end, values, signs, label, label_start, "", _direction(verb), each)
    return Phrase(kind, start, end, label=label, label_start=label_start, direction="unchanged")


def phrases(text: str) -> tuple[Phrase, ...]:
    """Return the phrases of a clean text in their order; numbers outside of them are no figures."""
    days = {place for stretch in figures.dates(text) for place in stretch}
    found: list[Phrase] = []
    position, floor = 0, 0
    while at := _PHRASE.search(text, position):
        is_date = at.start() in days and at["_amount"] is not None
        phrase = None if is_date else _read(text, at, floor)
        position = max(at.end(), position + 1)
        if phrase is not None:
            found.append(phrase)
            floor = phrase.end
    return tuple(found)
