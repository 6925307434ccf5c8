"""How large a document may be: far more than a disclosure of 2,000 pages, far less than an attack.

Such a document has about 100,000 lines, 3 million characters, and 50 MB where it is a page or the
body of a Word file. What is read of it takes about a hundred bytes for each character.
"""

LARGEST = 64 * 1024 * 1024
"""Bytes of a file, and of the body of a Word file when it is unpacked."""

MOST_LINES = 300_000
MOST_CHARACTERS = 5_000_000
LONGEST_LINE = 10_000
"""Characters of a line: a paragraph of ten pages, or a row of a table with all its cells."""

DENSEST = 200
"""How many times its packed size the body of a Word file may have; text is packed to a tenth."""


class BeyondError(Exception):
    """A document has more words than a document may have."""
