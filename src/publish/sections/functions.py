"""Functional accounts (类 款 项) in the text: classes of a structure and lines of items.

Source: SENTENCES section 6. `一般公共服务（类）组织事务（款）其他组织事务支出（项）: 支出决算为…`
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from publish import codes
from publish.drafts import Draft, Span
from publish.sections import rules

if TYPE_CHECKING:
    from publish.passages import Passage
    from publish.tables import Row

TABLE = "expenditure-by-function"
_NAME = r"[^()。,;:]+?(?:\([^()类款项]*\)[^()。,;:]*?)?"
_PATH = re.compile(
    rf"(?P<class>{_NAME})\(\d*类\)(?:支出)?"
    rf"(?:(?P<group>{_NAME})\(\d*款\)(?:支出)?"
    rf"(?:(?P<item>{_NAME})\(\d*项\)(?:支出)?)?)?"
)
# 社会保障和就业（类）支出 within a list of classes; 卫生健康支出 has no mark at all.
_CLASS = re.compile(r"(?P<name>[^()]+?)(?:\(\d*类\)|支出)+")


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


def subject(passage: Passage, year: int, fund: str) -> Draft | None:
    """Return the account whose path opens the passage, or None."""
    start = rules.prefix(passage.text)
    found = _PATH.match(passage.text, start)
    if found is None or not found["group"]:
        return None
    names = (found["class"], found["group"], found["item"] or "")
    values = _named(year, names, fund)
    values["label"] = passage.printed(start, found.end())
    return Draft(TABLE, values, (Span(passage, start, found.end()),))


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
