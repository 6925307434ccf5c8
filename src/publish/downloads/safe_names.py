"""The names under which documents as published lie on the website, so that nothing in them runs.

A page of a department may hold scripts. A web server can forbid them by a header (see `headers`),
but not every server sends it, and a disk sends none. Text shown as text runs nowhere: such a
document lies there byte for byte, as a file that ends in .txt. An escaped page instead would not
be the document any more, and its checksum would be another. In the archive it has its own name.
"""

from __future__ import annotations

from pathlib import PurePosixPath

FOLDER = "source"

KNOWN = frozenset({".txt", ".csv", ".tsv", ".json", ".pdf", ".rtf", ".zip", ".png", ".jpg"}) | {
    *(".doc", ".docx", ".xls", ".xlsx", ".ppt", ".pptx", ".odt", ".ods", ".jpeg"),
}
"""What every browser knows by its ending and shows as text, opens elsewhere, or saves."""

OFFICE = frozenset({".wps", ".et", ".dps", ".ofd", ".ceb", ".cebx", ".uof", ".uot", ".7z", ".rar"})
"""What browsers do not know: they look at the first bytes, and take markup for a page."""

MARKS = b"\xef\xbb\xbf \t\r\n\f"
"""What may stand in front of markup: a byte order mark, blanks."""


def _is_inert(name: str, content: bytes) -> bool:
    ending = PurePosixPath(name).suffix.lower()
    if ending in KNOWN:
        return True
    return ending in OFFICE and not content.lstrip(MARKS).startswith(b"<")


def name(published: str, content: bytes) -> str:
    """Return the name of an original on the website: accounts.html becomes accounts-html.txt.

    No other ending is left in it: some servers run a file for an ending in the middle of its name.
    """
    return published if _is_inert(published, content) else f"{published.replace('.', '-')}.txt"


def path(published: str, content: bytes) -> str:
    """Return the path of a file of a package on the website; only an original gets another one."""
    folder, _, rest = published.partition("/")
    return f"{FOLDER}/{name(rest, content)}" if folder == FOLDER and rest else published
