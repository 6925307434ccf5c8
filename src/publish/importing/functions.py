"""Functional accounts (类 款 项) in the text: classes of a structure and lines of items.

Source: SENTENCES section 6. `一般公共服务（类）组织事务（款）其他组织事务支出（项）: 支出决算为…`
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from publish import codes
from publish.importing import rules
from publish.importing.drafts import Draft, Span

if TYPE_CHECKING:
    from publish.documents.passages import Passage
    from publish.tables import Row

TABLE = "expenditure-by-function"
# A name may have a bracket inside: 政府办公厅（室）及相关机构事务, 中医（民族医）药专项
_NAME = r"[^()。,;:\d]{1,60}?(?:\([^()类款项]{0,40}\)[^()。,;:\d]{0,40}?)?"
_FIRST_NAME = r"[^()。,;:、.\d“”]{1,60}?(?:\([^()类款项]{0,40}\)[^()。,;:、.\d]{0,40}?)?"
# 一般公共服务（类）组织事务（款）其他组织事务支出（项）   教育支出（205类）普通教育（02款）…
# Below a line of the class: 组织事务（款）其他组织事务支出（项）   其他组织事务支出（项）
_PATH = re.compile(
    rf"(?P<first>{_FIRST_NAME})\(\d{{0,9}}(?P<mark>[类款项])\)(?:支出)?"
    rf"(?:(?P<second>{_NAME})\(\d{{0,9}}(?P<second_mark>[款项])\)(?:支出)?"
    rf"(?:(?P<third>{_NAME})\(\d{{0,9}}(?P<third_mark>项)\)(?:支出)?)?)?"
)
MARKS = "类款项"
# A class alone is the subject of a line only where its figures follow.
# 科目为183.72万元, 年初预算数
_FIGURES = re.compile(r"(?:科目)?[:,。]?(?:[为共]|共计)?(?:\d|年初|全年|支出决算|决算数|预算)")
# 社会保障和就业（类）支出 within a list of classes; 卫生健康支出 has no mark at all.
_CLASS = re.compile(r"(?P<name>[^()]{1,80}?)(?:\(\d{0,9}类\)|支出){1,9}")


def _named(year: int, names: tuple[str, str, str], fund: str) -> Row:
    """Return the values of an account: the names of the list where it is known, else as printed."""
    account = codes.functional(year, *names)
    known = codes.path(codes.FUNCTIONAL, year, account.code) if account else ()
    official = [found.name for found in known] + [""] * 3
    depth = 3 if names[2] else 2 if names[1] else 1
    printed = [official[index] or names[index] or None for index in range(3)]
    return {
        "fund": fund,
        "level": ("class", "group", "item")[depth - 1],
        "code": account.code if account else None,
        "class_name": printed[0],
        "group_name": printed[1],
        "item_name": printed[2],
    }


def _class_start(year: int, name: str) -> int:
    """Return where the name of a class begins in a text that ends with it: 主要用于教育."""
    text = codes.plain(name)
    ends = [
        codes.plain(account.name)
        for account in codes.of_year(codes.FUNCTIONAL, year).values()
        if account.level == "class" and text.endswith(codes.plain(account.name))
    ]
    return max(name.rfind(max(ends, key=len)), 0) if ends else 0


def _names(at: re.Match[str], first: str, above: tuple[str, ...]) -> tuple[str, str, str]:
    """Return class, group and item; what the path leaves out is that of the line above."""
    printed = {at["mark"]: first, at["second_mark"]: at["second"], at["third_mark"]: at["third"]}
    depth = MARKS.index(at["mark"])
    names = [*(*above, "", "")[:depth], *(printed.get(mark) or "" for mark in MARKS[depth:])]
    return names[0], names[1], names[2]


def subjects(
    passage: Passage, year: int, fund: str, above: tuple[str, ...] = ()
) -> tuple[Draft, ...]:
    """Return the accounts whose paths stand in the passage, in their order.

    `above` are the names of class and group in the line before: a path may begin below them.
    """
    found = []
    for at in _PATH.finditer(passage.text):
        is_class = at["mark"] == MARKS[0]
        if is_class and not at["second"] and not _FIGURES.match(passage.text, at.end()):
            continue
        start = at.start() + (_class_start(year, at["first"]) if is_class else 0)
        names = _names(at, passage.text[start : at.end("first")], above)
        values = _named(year, names, fund)
        values["label"] = passage.printed(start, at.end())
        found.append(Draft(TABLE, values, (Span(passage, start, at.end()),)))
        above = names[:2]
    return tuple(found)


def above(drafts: tuple[Draft, ...]) -> tuple[str, ...]:
    """Return the names of class and group that the last of the drafts has."""
    return tuple(str(drafts[-1].values[name] or "") for name in ("class_name", "group_name"))


def class_draft(label: str, year: int, fund: str, printed: str) -> Draft | None:
    """Return the class of accounts that a label names (`教育支出（类）`), or None."""
    found = _CLASS.fullmatch(rules.label(label))
    if found is None:
        return None
    marked = "类)" in label
    if not marked and codes.functional(year, found["name"]) is None:
        return None
    values = _named(year, (found["name"], "", ""), fund)
    return Draft(TABLE, {**values, "label": printed})
