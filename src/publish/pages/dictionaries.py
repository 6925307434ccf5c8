"""The page 数据下载: every table with its files, its columns and how to cite and verify them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from publish import markup, tables
from publish.pages import years

if TYPE_CHECKING:
    from markupsafe import Markup

    from publish.pages.offers import Offer
    from publish.pages.years import Edition
    from publish.tables import Field

_TYPES = {"string": "文本", "integer": "整数", "number": "数"}


@dataclass(frozen=True, slots=True)
class Entry:
    """A column in the data dictionary, in the words of readers."""

    name: str
    title: str
    type: str
    unit: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Section:
    """A table on the page of downloads."""

    id: Markup
    title: str
    description: str
    row_count: int
    fields: tuple[Entry, ...]
    files: tuple[Offer, ...]


def _entry(field: Field) -> Entry:
    meaning = field.description
    if field.values:
        meaning += "：" + "；".join(f"{value} {name}" for value, name in field.values.items())
    return Entry(field.name, field.title, _TYPES[field.type], field.unit, meaning)


def _section(edition: Edition, name: str) -> Section:
    table = tables.load()[name]
    return Section(
        id=markup.address(name),
        title=table.title,
        description=table.description,
        row_count=len(edition.package.tables[name]),
        fields=tuple(map(_entry, table.fields)),
        files=edition.offers[name],
    )


def downloads_page(edition: Edition) -> dict[str, Any]:
    """Return the values of the page of downloads."""
    package = edition.package
    name = f"{package.department_name}{package.fiscal_year}年度部门决算"
    sections = tuple(_section(edition, table) for table in tables.load() if table in package.tables)
    return {
        **years.frame(edition, "downloads.html"),
        "tables": sections,
        "row_count": sum(section.row_count for section in sections),
        "bundle": edition.offers["all"],
        "gaps": package.descriptor.get("notDisclosed", ()),
        "version": package.descriptor["version"],
        "identity": package.descriptor["id"],
        "use": package.descriptor.get("statementOfUse", ""),
        "title": f"数据下载 · {name}",
        "description": f"{name}的全部数据：{len(sections)}张表，每一行都带原文位置和原文。",
    }
