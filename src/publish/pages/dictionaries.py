"""The page 数据下载: every table with its files, its columns and how to cite and verify them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from publish import tables, texts
from publish.pages import titles, years
from publish.texts import markup

if TYPE_CHECKING:
    from markupsafe import Markup

    from publish.downloads.offers import Offer
    from publish.pages.years import Edition
    from publish.tables import Field


@dataclass(frozen=True, slots=True)
class DictionaryEntry:
    """A column in the data dictionary, in the words of readers."""

    name: str
    title: str
    type: str
    unit: str
    meaning: str


@dataclass(frozen=True, slots=True)
class DictionarySection:
    """A table on the page of downloads."""

    id: Markup
    title: str
    description: str
    row_count: int
    fields: tuple[DictionaryEntry, ...]
    files: tuple[Offer, ...]


def _entry(field: Field) -> DictionaryEntry:
    meaning = field.description
    if field.values:
        values = titles.listed(
            tuple(
                texts.plain("downloads.dictionary.value", value=value, name=name)
                for value, name in field.values.items()
            ),
            "clauses",
        )
        meaning = texts.plain(
            "downloads.dictionary.meaning_of_values", meaning=meaning, values=values
        )
    kind = texts.plain(f"downloads.types.{field.type}")
    return DictionaryEntry(field.name, field.title, kind, field.unit, meaning)


def _section(edition: Edition, name: str) -> DictionarySection:
    table = tables.load()[name]
    return DictionarySection(
        id=markup.address(name),
        title=table.title,
        description=table.description,
        row_count=len(edition.package.tables[name]),
        fields=tuple(map(_entry, table.fields)),
        files=edition.offers[name],
    )


def downloads_page(edition: Edition) -> dict[str, Any]:
    """Return the values of the page of downloads, beside those of the frame of a year.

    `tables` are the sections, one a table; `bundle` is the Offers of the archive; `gaps` are the
    entries of notDisclosed (title and reason); `identity` and `version` are the descriptor's.
    """
    package = edition.package
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
        "title": titles.told(
            package, "parts.page.title_of_accounts", title=texts.plain("downloads.title")
        ),
        "description": titles.told(package, "downloads.description", count=len(sections)),
    }
