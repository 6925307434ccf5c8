"""Names that become addresses: of departments, of years, of documents.

A department and a year are folders of the website as they are folders of `datapackages/`.
"""

from __future__ import annotations

import re
import unicodedata

from publish.messages import _

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")  # `panzhihua-emergency-management`
LONGEST_SLUG = 80
RESERVED = frozenset({"assets", "checks", "data", "headers", "search"})
"""Folders that the website has beside those of the departments."""

YEARS = range(1990, 2101)

# What begins a question, a fragment or an escape in an address, or is no name on Windows.
_NO_NAME = frozenset('#?%\\/:*"<>|')


def is_slug(text: str) -> bool:
    """Tell whether a text can be the folder and the address of a department."""
    return len(text) <= LONGEST_SLUG and bool(SLUG.fullmatch(text)) and text not in RESERVED


def slugs() -> str:
    """Return in words what a slug is."""
    return _(
        "lower-case Latin letters, digits and single hyphens, at most {most}; none of {names}"
    ).format(most=LONGEST_SLUG, names=", ".join(sorted(RESERVED)))


def wrong_letters(name: str) -> str:
    """Return the letters for which a document cannot be called so; empty when it can.

    A name that a browser, a spreadsheet's link, a checksum file and an archive read alike.
    """
    found = (
        letter for letter in name if letter in _NO_NAME or unicodedata.category(letter)[0] == "C"
    )
    edges = [edge for edge in (name[:1], name[-1:]) if edge in {" ", "."}]
    return "".join(dict.fromkeys([*found, *edges]))
