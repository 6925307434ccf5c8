"""Every sentence, heading and label of the website, in one catalogue: `zh/*.toml`, a file a page.

A text is called by the name of its file and its keys: `home.search.title`. `{name}` is a place for
a value. A second language is a second folder with the same keys. What is not here: the names of
tables and columns (`tables.toml`, part of the data), the checks (`checks.toml`), and the pages
that a person writes (`site/pages`).
"""

from __future__ import annotations

import string
import tomllib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from publish.texts import markup

if TYPE_CHECKING:
    from collections.abc import Mapping

    from markupsafe import Markup

LANGUAGE = "zh"


@cache
def _catalogue() -> dict[str, Any]:
    folder = Path(__file__).parent / LANGUAGE
    return {path.stem: tomllib.loads(path.read_text("utf-8")) for path in folder.glob("*.toml")}


def section(name: str) -> Mapping[str, Any]:
    """Return the texts below a name: `sentences.change`. KeyError when there are none."""
    found: Any = _catalogue()
    for key in name.split("."):
        found = found[key]
    if not isinstance(found, dict):
        raise KeyError(name)
    return found


@cache
def pattern(name: str) -> str:
    """Return a text with its places as they stand; KeyError when there is none."""
    above, _, key = name.rpartition(".")
    found = section(above)[key]
    if not isinstance(found, str):
        raise KeyError(name)
    return found


@cache
def parts(name: str) -> tuple[tuple[str, str], ...]:
    """Return a text as pairs: words, and the name of the place behind them (empty: none)."""
    return tuple(
        (words, place or "") for words, place, _, _ in string.Formatter().parse(pattern(name))
    )


def plain(name: str, /, **values: object) -> str:
    """Return a text with its places filled, not yet escaped: a title, a value of a template."""
    return "".join(words + (str(values[place]) if place else "") for words, place in parts(name))


def say(name: str, /, **values: object) -> Markup:
    """Return a text for a page: its words and its values escaped, but for values in Markup."""
    return markup.joined(
        piece for words, place in parts(name) for piece in (words, values[place] if place else "")
    )
