"""Pages and Word documents become the lines that a person reads in them."""

import io
import re
import zipfile
from collections import Counter
from pathlib import Path

import example_formats
import pytest
from example_documents import document, values
from hypothesis import given
from hypothesis import strategies as st

from publish import documents, importing
from publish.documents import limits, printed, webpages
from publish.documents import word as docx
from publish.documents.blocks import Document, Paragraph, Table
from publish.errors import DocumentError

PARAGRAPHS = ("一、收入支出决算总体情况说明", "2020年度收入总计 4383.87 万元。")


def texts(blocks: tuple[Paragraph | Table, ...]) -> list[str]:
    """Return the lines of blocks, a row of a table as one line."""
    return [line.text for line in printed.lines(Document("", blocks))]


def page(body: str) -> str:
    """Return an HTML page."""
    return (
        '<!DOCTYPE html>\n<html><head><meta charset="utf-8"><title>决算</title>'
        f"<style>p {{margin: 0}}</style></head><body>{body}</body></html>"
    )


def word(body: str, name: str = "word/document.xml") -> bytes:
    """Return a Word document with a body."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr(
            name, f'<?xml version="1.0"?><w:document><w:body>{body}</w:body></w:document>'
        )
    return content.getvalue()


def paragraph(text: str) -> str:
    """Return a paragraph of a Word document in two runs."""
    half = len(text) // 2
    runs = (text[:half], text[half:])
    return "<w:p><w:pPr/>" + "".join(f"<w:r><w:t>{run}</w:t></w:r>" for run in runs) + "</w:p>"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<p>收入<b>总</b>计</p>\n<div>10&nbsp;万元</div>", ["收入总计", "10\xa0万元"]),
        ("<p>收入\n  总计<b>\n</b>10\n万元</p>", ["收入总计 10 万元"]),
        ("收入<br>支出<br/>结余", ["收入", "支出", "结余"]),
        (
            "<table><tr><th>项目<td>金额</td></tr><tr><td>收入</td><td>1</td></tr></table>",
            ["\t项目\t金额", "\t收入\t1", ""],
        ),
        (
            "<table><tr><td>项目<td rowspan=2 colspan=2>金额<td>年</tr><tr><td>收入<td>1</table>",
            ["\t项目\t金额\t年", "\t收入\t\t1", ""],
        ),
        (
            "<table><tr><td>目标</td><td><p>一\n次</p><p>二<br>次</p></td></tr></table>",
            ["\t目标\t一次\u2028二\u2028次", ""],
        ),
        (
            "<table><tr><td><p>一</p><table><tr><td>甲<td>乙</table></td><td>二</td></tr></table>",
            ["一", "\t甲\t乙", "", "二", ""],
        ),
        ("<table><tr><td><p>一</p><p>二</p></td></tr></table>", ["一", "二", ""]),
        ("<tr><td>收入</td></tr>", ["收入", ""]),
        ("<pre>\n 一\n\t<b>二</b>\r\n\n三  3</pre>四", [" 一", "\t二", "", "三  3", "四"]),
        ("一<br><br>二<p>三<br></p><p><br></p>四", ["一", "", "二", "三", "", "四"]),
        ("<table>" * 50 + "<tr><td>一<td>二", ["一", "二", ""]),
        ("<![foo[ 1 ]]>2<![if !vml]>3<![", ["23"]),
        (f"&#{'1' * 5000};1&#x41;", ["\ufffd1A"]),
        ("<script>var a = '<p>1</p>';</script><p>2</p>", ["2"]),
        ("<p>&lt;收入&gt; &amp; 支出</p>", ["<收入> & 支出"]),
        ("<p></p><p> </p>", []),
        ("<p>没有结束", ["没有结束"]),
    ],
    ids=[
        "blocks",
        "blanks",
        "breaks",
        "table",
        "merged cells",
        "cell of paragraphs",
        "table in a cell",
        "layout",
        "row without a table",
        "kept lines",
        "empty lines",
        "deep",
        "marked section",
        "long reference",
        "script",
        "characters",
        "empty",
        "open",
    ],
)
def test_pages(body: str, expected: list[str]) -> None:
    """A block is a line, a row of a table one line with a tab before each cell; no scripts."""
    assert texts(webpages.blocks(page(body))) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<!DOCTYPE html><html>", True),
        ("\n<!-- 决算 -->\n<HTML lang='zh'>", True),
        ("一、收入决算<html>", False),
        ("<p>收入</p>", False),
        ("", False),
    ],
)
def test_what_is_a_page(text: str, *, expected: bool) -> None:
    """A page says so at its beginning; a text with angle brackets is a text."""
    assert webpages.fits(text) == expected


DELETED = (
    "<w:p><w:r><w:instrText>TOC</w:instrText></w:r><w:del><w:r><w:t>旧</w:t></w:r></w:del>"
    "<w:r><w:t xml:space='preserve'>新 </w:t></w:r></w:p>"
)
BLANKS = "<w:p><w:r><w:t xml:space='preserve'>  收入  10 </w:t></w:r></w:p>"
TEXT_BOX = (
    "<mc:AlternateContent><mc:Choice><w:p><w:r><w:t>图1</w:t></w:r></w:p></mc:Choice>"
    "<mc:Fallback><w:p><w:r><w:t>图1</w:t></w:r></w:p></mc:Fallback></mc:AlternateContent>"
)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("".join(map(paragraph, PARAGRAPHS)), list(PARAGRAPHS)),
        ("<w:p><w:r><w:t>收入</w:t><w:tab/><w:t>支出</w:t></w:r></w:p>", ["收入\t支出"]),
        ("<w:p><w:r><w:t>收入</w:t><w:br/><w:t>支出</w:t></w:r></w:p>", ["收入", "支出"]),
        (
            f"<w:tbl><w:tr><w:tc>{paragraph('收入')}</w:tc><w:tc>{paragraph('10')}</w:tc></w:tr></w:tbl>",
            ["\t收入\t10", ""],
        ),
        (DELETED, ["新 "]),
        (BLANKS, ["  收入  10 "]),
        (f"<w:tbl><w:tr><w:tc>{BLANKS}</w:tc><w:tc/></w:tr></w:tbl>", ["\t收入 10\t", ""]),
        (TEXT_BOX, ["图1"]),
        ("<w:p/>", [""]),
        ("<w:p><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr><w:r><w:t>一</w:t></w:r></w:p>", ["一"]),
    ],
    ids=[
        "paragraphs",
        "tab",
        "break",
        "table",
        "fields and deletions",
        "blanks",
        "blanks in a cell",
        "text box",
        "empty",
        "stops of tabs",
    ],
)
def test_word_documents(body: str, expected: list[str]) -> None:
    """A paragraph is a line with its blanks, a row of a table one with tabs; deletions are gone."""
    assert texts(docx.blocks(word(body), documents.LARGEST)) == expected


PACKED = example_formats.word(["收入总计10万元。"] * 50)
# The bytes behind the name of the file are its packed text.
BEGIN = PACKED.index(b"word/document.xml") + len("word/document.xml")
DAMAGED = PACKED[:BEGIN] + b"\xff" * 40 + PACKED[BEGIN + 40 :]


@pytest.mark.parametrize(
    "content",
    [word("", "xl/workbook.xml"), word("<w:p/>")[:-30], b"PK\x03\x04", DAMAGED],
    ids=["another office document", "cut", "a beginning", "a damaged stream"],
)
def test_other_archives_are_refused(content: bytes) -> None:
    """An archive without a Word document in it is a binary file."""
    with pytest.raises(DocumentError) as caught:
        documents.read(content)
    assert [problem.found for problem in caught.value.problems] == ["a binary file"]


def test_a_document_that_unpacks_to_too_much_is_refused() -> None:
    """The size of the text is asked before it is unpacked."""
    with pytest.raises(limits.BeyondError):
        docx.blocks(word(paragraph("收入")), 10)


SENTENCE = "2020年度收入总计4383.87万元、支出总计3019.54万元。"


@pytest.mark.parametrize(
    "content",
    [
        page(
            "".join(f"<p>{line}</p>" for line in document("totals", SENTENCE).splitlines())
        ).encode(),
        page(
            "".join(f"<p>{line}</p>" for line in document("totals", SENTENCE).splitlines())
        ).encode("gb18030"),
        word("".join(map(paragraph, document("totals", SENTENCE).splitlines()))),
    ],
    ids=["page", "page in gb18030", "word"],
)
def test_every_format_gives_the_same_tables(content: bytes) -> None:
    """The tables and their locators do not depend on the format of the document."""
    text = document("totals", SENTENCE).encode()
    assert (
        importing.read(content, "document", "bureau", 2020).package.tables
        == importing.read(text, "document", "bureau", 2020).package.tables
    )


@pytest.mark.parametrize("name", ["form.html", "form.docx"])
def test_what_libreoffice_writes_is_read_as_the_text(name: str) -> None:
    """A form with merged cells, saved as a page and as a Word document, gives the same rows."""
    folder = Path(__file__).parents[1] / "libreoffice"
    text = (folder / "form.txt").read_bytes()
    expected = importing.read(text, "form.txt", "bureau", 2020).package.tables
    found = importing.read((folder / name).read_bytes(), name, "bureau", 2020).package.tables
    assert (len(expected["projects"]), len(expected["performance-indicators"])) == (1, 5)
    assert values(dict(found)) == values(dict(expected))


TAGS = (
    "<p>",
    "</p>",
    "<br>",
    "<table>",
    "</table>",
    "<tr>",
    "</tr>",
    "<td>",
    "</td>",
    "<b>",
    "<pre>",
)


@given(st.lists(st.sampled_from([*TAGS, "收入", "1", "<td rowspan=3 colspan=2>"]), max_size=40))
def test_any_elements_are_read(parts: list[str]) -> None:
    """Whatever the order of elements, every word between them is read, each once."""
    words = "".join(part for part in parts if "<" not in part)
    letters = "".join(texts(webpages.blocks(page("".join(parts)))))
    assert Counter(re.sub(r"\s", "", letters)) == Counter(words)


@given(st.text(alphabet="<>/&;!-[]#ptrdhb brtableclassw:tcp收入1", max_size=120))
def test_no_text_breaks_the_reading(text: str) -> None:
    """What is damaged is read as far as it goes; the line behind it is there."""
    assert "结束" in "".join(texts(webpages.blocks(page(f"{text}-->\"'><p>结束</p>"))))
    assert all("\n" not in line for line in texts(docx.blocks(word(text), documents.LARGEST)))
