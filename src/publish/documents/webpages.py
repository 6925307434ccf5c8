"""HTML pages, as departments publish them and word processors save them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from publish.documents import elements
from publish.documents.elements import Elements

if TYPE_CHECKING:
    from publish.documents.blocks import Paragraph, Table

# `<!DOCTYPE html>`, `<?xml version="1.0"?><html xmlns="…">`
_BEGINNING = re.compile(
    r"(?>\s+|<\?xml[^>]*>|<!--.*?-->)*+<(?:!doctype\s+html|html)\b", re.IGNORECASE | re.DOTALL
)
_BLOCKS = (
    "address article aside blockquote center dd div dl dt figure footer form h1 h2 h3 h4 h5 h6"
    " header hr li main nav ol p section tbody tfoot thead ul"
)
HTML = Elements(
    text=frozenset(),
    paragraphs=frozenset(),
    blocks=frozenset(_BLOCKS.split()),
    breaks=frozenset({"br"}),
    kept=frozenset({"pre"}),
    cells=frozenset({"td", "th"}),
    row="tr",
    table="table",
    tabs=frozenset(),
    left_out=frozenset({"head", "script", "style", "template", "noscript"}),
    body="body",
)


def fits(text: str) -> bool:
    """Tell whether a text is a page."""
    return bool(_BEGINNING.match(text))


def blocks(text: str) -> tuple[Paragraph | Table, ...]:
    """Return the paragraphs and tables of a page."""
    return elements.blocks(text, HTML)
