"""The department-wide self-evaluation: one row a project, its indicators by kind.

A project opens with a list mark, a name and an amount: （1）安全生产专项资金300万元。 What follows
up to the next one is labelled text (数量指标：…) and sentences on completion. A rate or a payment
is taken for the project only where the text states it for the whole project.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from publish.documents import figures, outline, passages
from publish.importing.drafts import Draft, Span

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from publish.documents.passages import Passage
    from publish.documents.printed import Line
    from publish.documents.units import Units
    from publish.tables import Row

TABLE = "self-evaluations"
# (1)安全生产专项资金300万元。
_OPENS = re.compile(
    rf"(?P<mark>\([1-9]\d?\)|[1-9]\d?[.、])(?P<name>[^,;。:]+?)"
    rf"(?P<amount>{figures.NUMBER})(?P<unit>{figures.UNIT})[。:]?$"
)
# ——满意度指标完成情况分析。
_GROUP = re.compile(r"(?:——|--)(?P<title>[^。]*)。?$")
# 已支付7.25万元
_PAID = re.compile(rf"已(?:支付|执行|拨付)(?P<value>{figures.NUMBER})(?P<unit>{figures.UNIT})")
# 执行率91%
_RATE = re.compile(rf"执行率(?:为|达)?(?P<value>{figures.NUMBER})%?")
# 地质灾害相关业务培训费8万元; whether 支付 stands before it is asked of the whole number, because
# behind 已支付 the search would go on with 000元 of 5,000元.
_ITEM_AMOUNT = re.compile(rf"(?<!\d,)(?<![\d.])(?P<value>{figures.NUMBER})(?P<unit>{figures.UNIT})")
_PAYMENTS = ("支付", "执行", "拨付")
_EVERY = r"各项(?:绩效)?(?:指标|目标)"
_PAYING = r"已(?:支付|执行|拨付)|(?:尚|还|暂)未"
# 各项指标, 已支付, 执行率
_COMPLETION = re.compile(rf"{_EVERY}|{_PAYING}|执行率|完成率|剩余|结余")
# 成本指标:…1万元。各项指标都全部完成,完成率100%。 : the second sentence is on the project, as are
# 项目已完成验收。 目前尚未支付。 截至年底已支付3万元。
_STATUS = re.compile(
    rf"(?<=。)(?:{_EVERY}|{_PAYING}|剩余|结余|目前|截至|该项目"
    r"|本?项目(?:资金)?(?:已|尚|还|暂|正|未))"
)


@cache
def _labels() -> tuple[re.Pattern[str], dict[str, re.Pattern[str]], dict[str, re.Pattern[str]]]:
    declared = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
    labels = {name: re.compile("|".join(forms)) for name, forms in declared["labels"].items()}
    groups = {name: re.compile("|".join(forms)) for name, forms in declared["groups"].items()}
    either = "|".join(form for forms in declared["labels"].values() for form in forms)
    # 产出指标:, 成本指标:
    return re.compile(rf"(?:^|(?<=[;。,]))(?P<label>{either}):"), labels, groups


@dataclass(slots=True)
class _Project:
    values: Row
    units: Units
    spans: list[Span] = field(default_factory=list)
    group: str = ""


def _tier(heading: outline.Heading) -> str:
    """Return the kind of money that a heading names (上级专项（项目）资金…), else nothing."""
    # 上级专项资金绩效目标完成情况
    found = re.match(r"(.{0,60}?(?:资金|预算))(?:绩效目标)?完成情况", heading.title)
    return found[1].removesuffix("绩效目标") if found else ""


def _texts(project: _Project, passage: Passage) -> None:
    """Put labelled text into its column, everything else into satisfaction or status."""
    form, labels, _groups = _labels()
    marks = list(form.finditer(passage.text))
    edges = [at.start() for at in marks] + [len(passage.text)]
    if edges[0] > 0:
        _loose(project, passage, edges[0])
    for at, end in zip(marks, edges[1:], strict=True):
        column = next(name for name, words in labels.items() if words.fullmatch(at["label"]))
        status = _STATUS.search(passage.text, at.end(), end)
        stop = status.start() if status else end
        _add(project, column, passage.printed(at.end(), stop))
        _add(project, "status", passage.printed(stop, end))


def _loose(project: _Project, passage: Passage, end: int) -> None:
    text = passage.text[:end]
    column = "status" if _COMPLETION.search(text) and not project.group else project.group
    _add(project, column or "status", passage.printed(0, end))


def _add(project: _Project, column: str, text: str) -> None:
    old = project.values.get(column)
    text = text.rstrip("；;，,")
    if text:
        project.values[column] = f"{old}\n{text}" if old else text


def _amount(at: re.Match[str], units: Units) -> tuple[Decimal, str | None]:
    return units.money(figures.value(at["value"]), at["unit"])


def _sentence(text: str, at: int) -> str:
    start = text.rfind("。", 0, at) + 1
    end = text.find("。", at)
    return text[start : end if end >= 0 else len(text)]


def _items(sentence: str) -> Iterator[re.Match[str]]:
    """Yield the amounts of a sentence that are no payments."""
    for at in _ITEM_AMOUNT.finditer(sentence):
        if not sentence[: at.start()].endswith(_PAYMENTS):
            yield at


def _money(project: _Project, passage: Passage) -> None:
    """Take payment and rate where they are stated for the whole project, else leave them.

    A sentence that names the amount of an item states them for this item: it must be the whole.
    """
    units = project.units.listed(passage.text)
    for column, form in (("paid_wanyuan", _PAID), ("execution_pct", _RATE)):
        found = list(form.finditer(passage.text))
        if len(found) != 1 or project.values.get(column) is not None:
            continue
        items = _items(_sentence(passage.text, found[0].start()))
        if any(_amount(item, units)[0] != project.values["amount_wanyuan"] for item in items):
            continue
        value = figures.value(found[0]["value"])
        if column == "paid_wanyuan":
            value, printed = _amount(found[0], units)
            project.values["unit_as_published"] = project.values["unit_as_published"] or printed
        project.values[column] = value


def _group(text: str) -> str:
    _form, _columns, groups = _labels()
    return next((name for name, words in groups.items() if words.search(text)), "")


def _opened(passage: Passage, at: re.Match[str], units: Units) -> _Project:
    amount, printed = units.money(figures.value(at["amount"]), at["unit"])
    values: Row = {
        "number": int(figures.numbers(at["mark"])[0].value),
        "name": passage.printed(*at.span("name")),
        "amount_wanyuan": amount,
        "unit_as_published": printed,
    }
    return _Project(values, units, [Span(passage, 0, len(passage.text))])


def read(lines: tuple[Line, ...], units: Units) -> tuple[Draft, ...]:
    """Return the projects of a department-wide report; ids of projects are given later.

    `units` are those of the report.
    """
    found: list[_Project] = []
    tier, is_open = "", False
    for line in lines:
        passage = passages.clean(line)
        at = _OPENS.match(passage.text)
        heading = None if at else outline.heading(line)
        if heading is not None:
            tier, is_open = _tier(heading) or tier, False
        elif at and tier:
            project = _opened(passage, at, units)
            project.values |= {"evaluation_id": f"e{len(found) + 1:02}", "tier": tier}
            found.append(project)
            is_open = True
        elif is_open and passage.text:
            _go_on(found[-1], passage)
    return tuple(Draft(TABLE, project.values, tuple(project.spans)) for project in found)


def _go_on(project: _Project, passage: Passage) -> None:
    opened = _GROUP.match(passage.text)
    if opened:
        project.group = _group(opened["title"])
        return
    _texts(project, passage)
    _money(project, passage)
    project.spans.append(Span(passage, 0, len(passage.text)))
