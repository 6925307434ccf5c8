"""CSV files and archives for readers: the same values always give the same bytes.

The canonical CSV of a table is `packages.table_csv`. Here are the flavour for Excel, the long
table over all departments and years, the checksums, and the archive of a package.
"""

from __future__ import annotations

import csv
import hashlib
import io
import re
import unicodedata
import zipfile
from typing import TYPE_CHECKING

from publish import packages, texts

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from publish.packages import Package
    from publish.tables import Field, Row, TableSchema, Value

LONG_KEY = ("department", "department_name", "fiscal_year")

INVISIBLE = r"\s\ufeff\u200b-\u200f\u2060"
FORMULA = re.compile(rf"\A(?:[\0\t\r\n]|[{INVISIBLE}]*[=+\-@＝＋－＠])")
"""What a spreadsheet may run or turn into a number: `=1+1`, ` @SUM(A1)`, `－5`, a leading tab."""

NUMBER_LIKE = re.compile(r"\A[(¥$]?[.,:/%\-\s年月日时分秒]*\d[\d.,:/%\-\s年月日时分秒eE)]*")
"""What it would take for a number or a date: `2080505`, `007`, `1-2`, `2020年1月`, `(1)`, `1E5`."""

KEEP_TEXT = "\t"
"""Closes a cell that would be taken for a number: Excel then keeps the text as it is.

A tab behind the text cannot be seen, leaves sorting and searching by the first digits alone and
is no formula, while `="007"` is one and an apostrophe would be shown.
"""

LONG_AGO = (1980, 1, 1, 0, 0, 0)
"""The first time that an archive can name; the real one would change its bytes."""

PERMISSIONS = 0o100644 << 16
UNIX = 3


def _text(text: str) -> str:
    """Return a text that Excel shows as it is: not run, not taken for a number or a date."""
    if FORMULA.match(text):
        return "'" + text
    if NUMBER_LIKE.fullmatch(unicodedata.normalize("NFKC", text)):
        return text + KEEP_TEXT
    return text


def _excel_cell(field: Field, value: Value) -> str:
    if isinstance(value, str):
        return _text(field.values.get(value, value))
    return packages.cell(value)


def _header(field: Field) -> str:
    if not field.unit:
        return _text(field.title)
    return _text(texts.plain("downloads.excel.header", title=field.title, unit=field.unit))


def excel_csv(table: TableSchema, rows: Iterable[Row]) -> bytes:
    """Return a table for Excel: UTF-8 with BOM, CRLF, Chinese headers and words for keys.

    Amounts and counts are numbers as printed; every text stays text, also a code of digits. A
    text that could be a formula gets an apostrophe in front. An empty cell is: not stated.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(_header(field) for field in table.fields)
    writer.writerows(
        [_excel_cell(field, row.get(field.name)) for field in table.fields] for row in rows
    )
    return text.getvalue().encode("utf-8-sig")


def long_csv(table: TableSchema, published: Iterable[Package]) -> bytes:
    """Return the rows of a table in all departments and years, in the canonical flavour.

    The department, its name and the fiscal year stand in front; sorted by department and year.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    names = [field.name for field in table.fields]
    writer.writerow([*LONG_KEY, *names])
    for package in sorted(published, key=lambda each: (each.department, each.fiscal_year)):
        front = [package.department, package.department_name, str(package.fiscal_year)]
        for row in package.rows(table.name):
            writer.writerow(front + [packages.cell(row.get(name)) for name in names])
    return text.getvalue().encode()


def _checksum_line(path: str, content: bytes) -> str:
    """Return a line for `sha256sum -c`, which marks a path with a backslash or a line end."""
    escaped = path.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r")
    mark = "\\" if escaped != path else ""
    return f"{mark}{hashlib.sha256(content).hexdigest()}  {escaped}\n"


def checksums(files: Mapping[str, bytes]) -> bytes:
    """Return the file SHA256SUMS of these files, by their paths; `sha256sum -c` reads it."""
    return "".join(_checksum_line(path, files[path]) for path in sorted(files)).encode()


def archive(files: Mapping[str, bytes], folder: str) -> bytes:
    """Return a zip of these files in one folder, the same bytes on every machine.

    Nothing is compressed: what a compressor writes differs between the versions of zlib.
    """
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as file:
        for path in sorted(files):
            entry = zipfile.ZipInfo(f"{folder}/{path}", LONG_AGO)
            entry.external_attr = PERMISSIONS
            entry.create_system = UNIX
            file.writestr(entry, files[path])
    return target.getvalue()
