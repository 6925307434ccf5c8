"""The descriptor of a package: everything but its resources, from the document and the data model.

The document decides; what it does not say (a licence, a region without evidence) stays empty or
is said in words, never invented.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from publish import packages
from publish.codes import divisions
from publish.documents import outline, passages
from publish.packages.histories import EDITION, VERSION

if TYPE_CHECKING:
    from publish.documents.printed import Line

SCHEMA = "https://datapackage.org/profiles/2.0/datapackage.json"
# What follows the region names a smaller place: 上海市浦东新区|川沙新镇, 成都市|高新区. Words in
# which 市, 区 and 乡 name no place are set aside; behind 局, 委 or 院 an office is named already.
# 城市管理局, 城乡建设局
_NO_PLACE = re.compile(r"城市|城乡|城镇|乡镇|社区|小区|地区|景区|市区|灾区|保护区|乡村")
# 川沙新镇, 高新区
_SMALLER = re.compile(
    r"[^局厅委院办处部会所队站馆校团室中]{1,12}?(?:[市县区旗盟乡镇]|街道|自治州|苏木)"
)
# The official set (公开01 to 公开09) by key: its title, and the forms of the title in use.
OFFICIAL_TABLES = {
    "T1": ("收入支出决算总表", "收入支出决算总表"),
    "T2": ("收入决算表", "收入决算表"),
    "T3": ("支出决算表", "支出决算表"),
    "T4": ("财政拨款收入支出决算总表", "财政拨款收入支出决算总表"),
    "T5": ("一般公共预算财政拨款支出决算表", "一般公共预算财政拨款支出决算表"),
    "T6": ("一般公共预算财政拨款基本支出决算表", "一般公共预算财政拨款基本支出决算表"),
    "T7": ("“三公”经费支出决算表", "(?:一般公共预算)?(?:财政拨款)?三公经费(?:财政拨款)?支出决算表"),
    "T8": (
        "政府性基金预算财政拨款收入支出决算表",
        "政府性基金预算(?:财政拨款)?(?:收入)?(?:及)?支出决算表",
    ),
    "T9": (
        "国有资本经营预算财政拨款支出决算表",
        "国有资本经营预算(?:财政拨款)?(?:收入)?支出决算表",
    ),
}
# `收入支出决算总表`, `支出决算表(公开03表)`
_ANY_TITLE = re.compile(r"决算(?:总|明细)?表(?:\(.*\))?$")
# 此表无数据, 故本表为空表
_EMPTY = re.compile(r"无数据|没有数据|空表")
# 4383.87
_AMOUNT = re.compile(r"\d\.\d\d")
LONGEST_TITLE = 60
LONGEST_LINE = 400  # what lies behind it is prose
STATEMENT_OF_USE = (
    "本数据整理自该部门依法主动公开的决算文件，数字与原文一致。原文件没有写明使用许可；"
    "转载和使用时请注明部门名称、年度和原文出处。"
)


@dataclass(frozen=True, slots=True)
class PackageIdentity:
    """Whose document it is: slug and name of the department, and the fiscal year."""

    department: str
    name: str
    year: int


def _region(name: str, year: int) -> dict[str, str]:
    """Return where the department is, as far as its name says it for certain; else nothing.

    The level is that of the region, unless the name goes on to a smaller place.
    """
    place = divisions.place(name, year)
    if place is None:
        return {}
    division = place.division
    region = {"region_code": division.code, "region_name": divisions.full_name(division, year)}
    if place.ambiguous or _SMALLER.match(_NO_PLACE.sub("", place.rest)):
        return region
    return {**region, "level": division.level}


def _titled(lines: tuple[Line, ...]) -> tuple[tuple[str, str], ...]:
    """Return the title of each printed or listed table, bare, with the text up to the next."""
    found: list[tuple[str, list[str]]] = []
    for line in lines:
        text = passages.bare(line.text[:LONGEST_LINE])
        clean = passages.clean(line).text
        if len(clean) < LONGEST_TITLE and _ANY_TITLE.search(clean):
            found.append((passages.bare(clean[outline.mark_end(clean) :]), [text]))
        elif found:
            found[-1][1].append(text)
    return tuple((title, "\n".join(texts)) for title, texts in found)


def not_disclosed(lines: tuple[Line, ...]) -> list[dict[str, str]]:
    """Return the official tables that the document does not contain, each with the reason."""
    titled = _titled(lines)
    found = []
    for key, (title, form) in OFFICIAL_TABLES.items():
        # with a remark behind it: `支出决算表(公开03表)`
        fits = re.compile(rf"{form}(?:\(.*\))?")
        texts = [text for name, text in titled if fits.fullmatch(name)]
        if any(_AMOUNT.search(text) and not _EMPTY.search(text) for text in texts):
            continue
        if any(_EMPTY.search(text) for text in texts):
            reason = "文件只列出表名，并注明此表无数据。"
        elif texts:
            reason = "文件只列出表名，没有表的内容。"
        else:
            reason = "文件中没有这张表，也没有列出它的标题。"
        found.append({"table": key, "title": title, "reason": reason})
    return found


def descriptor(
    identity: PackageIdentity, source_name: str, source: bytes, lines: tuple[Line, ...]
) -> dict[str, Any]:
    """Return the descriptor without its resources."""
    name = identity.name or identity.department
    title = f"{name}{identity.year}年度部门决算"
    return {
        "$schema": SCHEMA,
        "name": f"{identity.department}-final-accounts",
        "id": f"{identity.department}/{identity.year}",
        "title": title,
        "description": f"{title}公开文件的全部表格化数据："
        "收入、支出、财政拨款、一般公共预算、基本支出、"
        "“三公”经费、政府采购和国有资产。每一行都注明原文位置并附原文，金额单位为万元，数字与原文一致。",
        "version": VERSION,
        "created": EDITION,
        "keywords": ["部门决算", "财政", "政府信息公开", name, str(identity.year)],
        "contributors": [{"title": name, "roles": ["publisher", "contact"]}],
        "statementOfUse": STATEMENT_OF_USE,
        "sources": [
            {
                "title": f"{title}（公开文件原文）",
                "path": f"source/{source_name}",
                "bytes": len(source),
                "hash": packages.sha256(source),
            }
        ],
        "department": {"slug": identity.department, "name": name, **_region(name, identity.year)},
        "fiscalYear": identity.year,
        "currency": "CNY",
        "unit": "万元",
        "notDisclosed": not_disclosed(lines),
    }
