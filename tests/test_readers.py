"""Pages and Word documents become the lines that a person reads in them."""

import io
import zipfile

import pytest
from example_documents import document
from hypothesis import given
from hypothesis import strategies as st

from publish import documents, importing
from publish.errors import DocumentError
from publish.readers import docx, webpages

PARAGRAPHS = ("一、收入支出决算总体情况说明", "2020年度收入总计 4383.87 万元。")


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
        ("<p>收入\n  总计</p>", ["收入 总计"]),
        ("收入<br>支出<br/>结余", ["收入", "支出", "结余"]),
        (
            "<table><tr><th>项目<td>金额</td></tr><tr><td>收入</td><td>1</td></tr></table>",
            ["项目\t金额", "收入\t1"],
        ),
        ("<script>var a = '<p>1</p>';</script><p>2</p>", ["2"]),
        ("<p>&lt;收入&gt; &amp; 支出</p>", ["<收入> & 支出"]),
        ("<p></p><p> </p>", []),
        ("<p>没有结束", ["没有结束"]),
    ],
    ids=["blocks", "blanks", "breaks", "table", "script", "characters", "empty", "open"],
)
def test_pages(body: str, expected: list[str]) -> None:
    """A block is a line, a row of a table one line with tabs; scripts and styles are left out."""
    assert list(webpages.lines(page(body))) == expected


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
            ["收入\t10"],
        ),
        (DELETED, ["新"]),
        (TEXT_BOX, ["图1"]),
        ("<w:p/>", []),
    ],
    ids=["paragraphs", "tab", "break", "table", "fields and deletions", "text box", "empty"],
)
def test_word_documents(body: str, expected: list[str]) -> None:
    """A paragraph is a line, a row of a table one line with tabs; what was deleted is gone."""
    assert list(docx.lines(word(body), documents.LARGEST)) == expected


@pytest.mark.parametrize(
    "content",
    [word("", "xl/workbook.xml"), word("<w:p/>")[:-30], b"PK\x03\x04"],
    ids=["another office document", "cut", "a beginning"],
)
def test_other_archives_are_refused(content: bytes) -> None:
    """An archive without a Word document in it is a binary file."""
    with pytest.raises(DocumentError) as caught:
        documents.read(content)
    assert [problem.found for problem in caught.value.problems] == ["a binary file"]


def test_a_document_that_unpacks_to_too_much_is_refused() -> None:
    """The size of the text is asked before it is unpacked."""
    with pytest.raises(ValueError, match="document"):
        docx.lines(word(paragraph("收入")), 10)


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


@given(st.text(alphabet="<>/&;ptrdhb brtableclassw:tcp收入1", max_size=120))
def test_any_elements_are_read(text: str) -> None:
    """No sequence of elements breaks the reading."""
    assert all(line.strip() for line in webpages.lines(page(text)))
    assert all(line.strip() for line in docx.lines(word(text), documents.LARGEST))
