"""What a cell of a performance form is, told by its words; `forms.toml` is the list."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from publish.documents.grids import GridRow

# A longer text is no label.
LONGEST = 24


@cache
def _declared() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_name("forms.toml").read_text("utf-8"))


@cache
def _words(group: str) -> dict[str, tuple[re.Pattern[str], ...]]:
    return {
        role: tuple(re.compile(form) for form in forms)
        for role, forms in _declared()[group].items()
    }


@cache
def title() -> re.Pattern[str]:
    """Return what the title of a form looks like."""
    return re.compile("|".join(_declared()["titles"]))


def role(group: str, text: str) -> str:
    """Return the role of a label, or nothing."""
    if len(text) > LONGEST:
        return ""
    return next(
        (name for name, forms in _words(group).items() if any(form.search(text) for form in forms)),
        "",
    )


def roles(group: str, row: GridRow) -> dict[int, str]:
    """Return the role of each column that a row of headings names, each role once."""
    found: dict[int, str] = {}
    labels = {index: text for index, text in enumerate(row.texts()) if 0 < len(text) <= LONGEST}
    for name, forms in _words(group).items():
        index = next(
            (index for form in forms for index, text in labels.items() if form.search(text)), None
        )
        if index is not None:
            found[index] = name
            del labels[index]
    return dict(sorted(found.items()))
