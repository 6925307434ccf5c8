"""The same document as other programs leave it: other ends of lines, widths, encodings, formats.

What is read may not depend on them: `changed` tells what an import of a transformed document says
that the original does not, and which amounts it lacks without listing their numbers.
"""

import codecs
import unicodedata
from collections.abc import Callable, Iterator
from decimal import Decimal
from itertools import pairwise

from example_formats import page_of_lines, word

from publish import importing, tables
from publish.importing import Import, coverage
from publish.tables import Row

# Columns that count rows, and texts that only repeat the document: nothing is known by them.
COUNTS = {"position", "number", "statement", "evaluation_id", "project_id", "chart"}
TEXTS = {
    "text", "reason", "summary", "problems", "improvements", "definition", "expected_goal",
    "actual_goal", "quantity", "quality", "timeliness", "cost", "economic_benefit",
    "social_benefit", "ecological_benefit", "sustainability", "benefit", "satisfaction", "status",
    "topic", "title", "heading", "section", "report", "source_locator", "source_quote",
}  # fmt: skip
_FULL_WIDTH = {digit: digit + 0xFEE0 for digit in range(ord("0"), ord("9") + 1)}
_FACTORS = (Decimal(1), Decimal(10_000), Decimal("0.0001"))


def width(text: str) -> int:
    """The columns of a text: a Chinese letter has two."""
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)


def _cut(line: str, most: int, measure: Callable[[str], int]) -> Iterator[str]:
    start, filled = 0, 0
    for at, letter in enumerate(line):
        if filled + measure(letter) > most:
            yield line[start:at]
            start, filled = at, 0
        filled += measure(letter)
    yield line[start:]


def wrapped(text: str, most: int, measure: Callable[[str], int] = len) -> str:
    """A text cut after every `most` letters, or columns, wherever that is."""
    return "\n".join(part for line in text.split("\n") for part in _cut(line, most, measure))


def transformed(text: str) -> dict[str, bytes]:
    """The text as programs leave it that keep its lines."""
    lines = text.split("\n")
    return {
        "crlf": text.replace("\n", "\r\n").encode(),
        "trailing blanks": "\n".join(f"{line}   " for line in lines).encode(),
        "full-width digits": text.translate(_FULL_WIDTH).encode(),
        "gb18030": text.encode("gb18030"),
        "utf-16": codecs.BOM_UTF16_LE + text.encode("utf-16-le"),
        "blank lines between lines": "\n\n".join(lines).encode(),
        "page": page_of_lines(text),
        "word": word(list(lines)),
    }


def read(content: bytes, year: int = 2020) -> Import:
    """Import a document."""
    return importing.read(content, "document.txt", "bureau", year)


def _plain(row: Row) -> dict[str, object]:
    """A row without places, in the normal form of its words."""
    return {
        name: unicodedata.normalize("NFKC", value) if isinstance(value, str) else value
        for name, value in row.items()
        if not name.startswith("source_")
    }


def rows(found: Import) -> dict[str, list[dict[str, object]]]:
    """The rows of an import without their places, and without the document."""
    return {
        name: [_plain(row) for row in read]
        for name, read in found.package.tables.items()
        if name != "document"
    }


def _amounts(row: dict[str, object]) -> dict[str, Decimal]:
    return {
        name: Decimal(value)
        for name, value in row.items()
        if isinstance(value, int | Decimal) and name not in COUNTS
    }


def _key(table: str, row: dict[str, object]) -> tuple[object, ...]:
    names = [*tables.load()[table].primary_key, "label", "item", "name", "indicator"]
    return tuple(row.get(name) for name in names if name not in COUNTS | TEXTS)


def _is_part(row: dict[str, object], whole: dict[str, object]) -> bool:
    """Tell whether every amount of a row is one of the other."""
    known = _amounts(whole)
    return all(known.get(name) == amount for name, amount in _amounts(row).items())


def _listed(found: Import) -> set[Decimal]:
    """The numbers that the import lists as not understood, parts also put together.

    51,91 / 9,881 is listed as three.
    """
    tokens = [token for token in coverage.of(found.package) if not token.covered]
    printed = [unicodedata.normalize("NFKC", token.printed) for token in tokens]
    parted = zip(printed, printed[1:], printed[2:], strict=False)
    printed += [*map("".join, pairwise(printed)), *map("".join, parted)]
    plain = (text.replace(",", "").replace(" ", "").strip(".") for text in printed)
    return {Decimal(text) for text in plain if text.replace(".", "", 1).isdigit()}


def changed(original: Import, other: Import) -> list[str]:
    """What the other import says that the original does not, and lacks without a word."""
    found = []
    listed = _listed(other)
    for table, before in rows(original).items():
        left = list(before)
        for row in rows(other).get(table, []):
            own = [at for at in left if _key(table, at) == _key(table, row) and _is_part(row, at)]
            if not own:
                found.append(f"{table}: invented {row}")
                continue
            nearest = max(own, key=lambda at: len(_amounts(at).keys() & _amounts(row).keys()))
            left.remove(nearest)
            left += [
                {name: amount}
                for name, amount in _amounts(nearest).items()
                if name not in _amounts(row)
            ]
        found += [
            f"{table}: {name} {amount} is gone"
            for row in left
            for name, amount in _amounts(row).items()
            if not any(abs(amount) * factor in listed for factor in _FACTORS)
        ]
    found += [f"{table}: invented" for table in rows(other) if table not in rows(original)]
    return found
