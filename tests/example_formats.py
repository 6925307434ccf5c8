"""Documents in the formats that offices keep them in, as a word processor writes them.

A document is a list of paragraphs and tables; `text`, `page` and `word` write it as a text (its
tables with pipes), as LibreOffice saves it as a page (runs in `<font>`, soft ends of lines, tabs in
front of cells), and as a Word document (a run for each change of script).
"""

import html
import io
import re
import zipfile
from itertools import groupby
from typing import TypeAlias

Table: TypeAlias = list[list[str]]
Part: TypeAlias = str | Table

_WIDE = re.compile(r"[^\x00-\xff]")


def _runs(words: str) -> list[str]:
    """The words parted where the script changes, as both programs do."""
    return ["".join(run) for _wide, run in groupby(words, lambda at: bool(_WIDE.match(at)))]


def _fonts(words: str) -> str:
    """The words as LibreOffice marks them; a blank may end a line of the file."""
    runs = (
        f'<font face="Noto Serif CJK SC"><span lang="zh-CN">{run}</span></font>'
        if _WIDE.match(run)
        else html.escape(run)
        for run in _runs(words)
    )
    return (
        "".join(runs).replace(" ", "\n").replace("<font\n", "<font ").replace("<span\n", "<span ")
    )


def _cell(words: str) -> str:
    paragraphs = (f"<p>\n\t\t\t{_fonts(part)}</p>\n" for part in words.split("\n"))
    return f'\t\t<td width="120" style="border: 1px">{"".join(paragraphs)}\t\t</td>\n'


def _rows(table: Table) -> str:
    rows = "".join(f"\t<tr>\n{''.join(map(_cell, row))}\t</tr>\n" for row in table)
    begin = '<table width="600" cellpadding="2" cellspacing="0">\n\t<col width="55"/>\n\n'
    return f"{begin}{rows}</table>\n"


def page(parts: list[Part]) -> bytes:
    """The document as LibreOffice saves it as HTML."""
    body = "".join(
        (f"<p>{_fonts(part)}</p>\n" if part else "<p><br/>\n\n</p>\n")
        if isinstance(part, str)
        else _rows(part)
        for part in parts
    )
    return (
        "<!DOCTYPE html>\n<html>\n<head>\n"
        '\t<meta http-equiv="content-type" content="text/html; charset=utf-8"/>\n'
        '\t<title></title>\n\t<style type="text/css">\n\t\tp { line-height: 115% }\n\t</style>\n'
        f'</head>\n<body lang="zh-CN" dir="ltr">{body}</body>\n</html>'
    ).encode()


def page_of_lines(text: str) -> bytes:
    """A text as LibreOffice saves it as HTML: its lines as they are, in `<pre>`."""
    lines = "\n".join(
        "".join(
            f'<font face="Noto Sans Mono CJK SC, monospace"><span lang="zh-CN">{run}</span></font>'
            if _WIDE.match(run)
            else html.escape(run, quote=False)
            for run in _runs(line)
        )
        for line in text.split("\n")
    )
    return (
        "<!DOCTYPE html>\n<html>\n<head>\n<title></title>\n</head>\n"
        f'<body lang="en-US" dir="ltr"><pre class="western">{lines}</pre>\n</body>\n</html>'
    ).encode()


def _paragraph(words: str) -> str:
    runs = "".join(
        f'<w:r><w:rPr></w:rPr><w:t xml:space="preserve">{html.escape(run)}</w:t></w:r>'.replace(
            "\t", '</w:t><w:tab/><w:t xml:space="preserve">'
        )
        for run in _runs(words)
    )
    tabs = '<w:tabs><w:tab w:val="left" w:pos="720"/></w:tabs>'
    return f'<w:p><w:pPr><w:pStyle w:val="TextBody"/>{tabs}<w:rPr></w:rPr></w:pPr>{runs}</w:p>'


def _word_table(table: Table) -> str:
    rows = "".join(
        "<w:tr><w:trPr></w:trPr>"
        + "".join(
            '<w:tc><w:tcPr><w:tcW w:w="601" w:type="dxa"/></w:tcPr>'
            + "".join(map(_paragraph, cell.split("\n")))
            + "</w:tc>"
            for cell in row
        )
        + "</w:tr>"
        for row in table
    )
    return f"<w:tbl><w:tblPr></w:tblPr><w:tblGrid></w:tblGrid>{rows}</w:tbl>"


def word(parts: list[Part]) -> bytes:
    """The document as a word processor saves it as .docx."""
    body = "".join(
        _paragraph(part) if isinstance(part, str) else _word_table(part) for part in parts
    )
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "word/document.xml",
            '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
            f"<w:document><w:body>{body}<w:sectPr></w:sectPr></w:body></w:document>",
        )
    return content.getvalue()


def _piped(table: Table) -> list[str]:
    rows = ["| " + " | ".join(row).replace("\n", "<br>") + " |" for row in table]
    return ["", rows[0], "|---|---|", *rows[1:], ""]


def text(parts: list[Part]) -> bytes:
    """The document as a text, its tables with pipes."""
    lines: list[str] = []
    for part in parts:
        lines += [part] if isinstance(part, str) else _piped(part)
    return ("\n".join(lines) + "\n").encode()
