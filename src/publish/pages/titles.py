"""Texts about a department and a year: the titles and the descriptions of pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from publish import texts

if TYPE_CHECKING:
    from publish.packages import Package


def told(package: Package, key: str, /, **values: object) -> str:
    """Return the text with its places filled; `department` and `year` are those of the package."""
    return texts.plain(key, department=package.department_name, year=package.fiscal_year, **values)


def title(package: Package, words: str) -> str:
    """Return the title of a page of figures: what it is about, the department, the year."""
    return told(package, "parts.page.title", title=words)


def listed(words: tuple[str, ...], separator: str) -> str:
    """Return words as a list in a sentence; `separator` is one of `parts.list`."""
    return texts.plain(f"parts.list.{separator}").join(words)
