"""Bytes become lines, whatever wrote them."""

import codecs
import io
import os
import subprocess
import sys
import zipfile
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publish import documents
from publish.documents import limits, printed
from publish.documents.printed import Line
from publish.errors import DocumentError, Problem

TEXT = "一、收入支出决算总体情况说明\n2020年度收入总计4383.87万元。\n"
BROKEN = b"\x00\x01\x02"
LINES = ("一、收入支出决算总体情况说明", "2020年度收入总计4383.87万元。")


def texts(content: bytes) -> tuple[str, ...]:
    """Return the text of each line of a document."""
    return tuple(line.text for line in printed.lines(documents.read(content)))


@pytest.mark.parametrize(
    "content",
    [
        TEXT.encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        TEXT.encode("gb18030"),
        codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        TEXT.replace("\n", "\r\n").encode(),
        TEXT.rstrip("\n").encode(),
    ],
    ids=["utf-8", "utf-8 with mark", "gb18030", "utf-16-le", "utf-16-be", "crlf", "open end"],
)
def test_every_encoding_gives_the_same_lines(content: bytes) -> None:
    """The lines of a text are the same in every encoding and with every end of line."""
    assert texts(content) == LINES


def test_lines_know_their_locators() -> None:
    """Locators count every line, blank ones too, from L1."""
    found = printed.lines(documents.read(b"a\n\nb"))
    assert found == (Line("L1", "a"), Line("L2", ""), Line("L3", "b"))


def test_a_line_ends_at_a_line_feed_only() -> None:
    """Other marks that some programs take for the end of a line stay inside it."""
    text = "第一部分\u2028部门概况\x0b一、主要职能\x0c二、机构设置"
    assert texts(f"{text}\n".encode()) == (text,)


@pytest.mark.parametrize("content", [b"", b" \n\t\n"])
def test_an_empty_file_is_refused(content: bytes) -> None:
    """An empty file is named as such, with what was expected and what to do."""
    with pytest.raises(DocumentError) as caught:
        documents.read(content)
    assert [problem.found for problem in caught.value.problems] == ["an empty file"]


@pytest.mark.parametrize(
    "content",
    [
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
        bytes(range(256)) * 8,
        "收入\0总计".encode(),
        codecs.BOM_UTF16_LE + b"\x00\xd8\x41\x00",
    ],
    ids=["picture", "every byte", "a zero inside", "half of a pair"],
)
def test_a_binary_file_is_refused(content: bytes) -> None:
    """A binary file is named as such, with place, expectation and remedy."""
    with pytest.raises(DocumentError) as caught:
        documents.read(content)
    assert caught.value.problems == (
        Problem(
            "document",
            "a binary file",
            "a text file (.txt) in UTF-8 or GB18030",
            "open the document in a word processor, save it as plain text, and import that",
        ),
    )


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    """No bytes raise anything but a DocumentError."""
    with suppress(DocumentError):
        assert documents.read(content).blocks


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["C"]), min_size=1))
def test_no_letter_is_lost(text: str) -> None:
    """A text of one line is read as it is."""
    if text.strip():
        assert texts(text.encode()) == (text,)


def test_a_document_is_loaded_as_it_is(tmp_path: Path) -> None:
    """Loading changes no byte."""
    path = tmp_path / "document.txt"
    path.write_bytes(b"\xff\x00\r\n")
    assert documents.load(path) == b"\xff\x00\r\n"


@pytest.mark.parametrize("name", ["absent.txt", "."])
def test_a_document_that_cannot_be_read_is_named(tmp_path: Path, name: str) -> None:
    """A missing file or a folder gives a DocumentError that names the path."""
    with pytest.raises(DocumentError) as caught:
        documents.load(tmp_path / name)
    assert [problem.place for problem in caught.value.problems] == [str(tmp_path / name)]


def test_a_file_of_any_size_is_not_taken_into_memory(tmp_path: Path) -> None:
    """A file above the limit is refused before it is read."""
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(documents.LARGEST + 1)
    with pytest.raises(DocumentError) as caught:
        documents.load(path)
    assert caught.value.problems == (
        Problem(str(path), f"{documents.LARGEST + 1} bytes", f"at most {documents.LARGEST} bytes"),
    )


def test_a_name_that_is_no_utf8_is_a_clear_error(tmp_path: Path) -> None:
    """The name is shown byte by byte, and what to do."""
    path = tmp_path / os.fsdecode("决算.txt".encode("gbk"))
    path.write_text("决算", "utf-8")
    with pytest.raises(DocumentError, match="a file name that is not UTF-8") as caught:
        documents.load(path)
    said = io.StringIO()
    caught.value.show(said)
    assert "\\xbe\\xf6\\xcb\\xe3.txt" in said.getvalue()


def test_a_document_beyond_the_limits_is_refused_with_all_of_them() -> None:
    """Lines, characters and the longest line are stated, with the line that is too long."""
    many = ["短"] * (limits.MOST_LINES + 1)
    with pytest.raises(DocumentError) as refused:
        documents.read("\n".join(["长" * (limits.LONGEST_LINE + 1), *many]).encode())
    assert [(problem.place, problem.expected) for problem in refused.value.problems] == [
        ("document", f"at most {limits.MOST_LINES}"),
        ("L1", f"at most {limits.LONGEST_LINE} in a line"),
    ]
    with pytest.raises(DocumentError) as refused:
        documents.read("\n".join(["字" * 5_000] * 1_001).encode())
    assert [problem.found for problem in refused.value.problems] == ["5005000 characters"]


def test_only_a_file_is_read(tmp_path: Path) -> None:
    """A device would be read without end, and nobody may ever write into a pipe."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    for path in (pipe, Path("/dev/zero")):
        with pytest.raises(DocumentError) as refused:
            documents.load(path)
        assert refused.value.problems == (Problem(str(path), "a device or a pipe", "a file"),)


def _packed(body: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", body)
    return file.getvalue()


# What a child process reads with so little memory that a bomb would end it.
_CHILD = """
import resource, sys
from pathlib import Path
from publish import importing
from publish.errors import PublishError
resource.setrlimit(resource.RLIMIT_AS, (700 * 2**20, 700 * 2**20))
try:
    importing.read(Path(sys.argv[1]).read_bytes(), "bomb", "office", 2020)
except PublishError as error:
    print(str(error).partition("\\n")[0])
"""
_LARGE = "The document is larger than any disclosure."
# What is never closed says nothing: a page without a word.
_EMPTY = "This is not a disclosure of final accounts (部门决算)."


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (_packed(b"<w:p><w:t>" + b"a" * 60_000_000), _LARGE),
        (_packed(b"<w:p>" * 12_000_000), _LARGE),
        (
            _packed(b"".join(b"<w:p><w:t>%060d</w:t></w:p>" % at**9 for at in range(100_000))),
            _LARGE,
        ),
        (b"<html>" + (b"<p>" + b"a" * 500) * 20_000, _LARGE),
        (b"<html>" + b"<!--" * 3_000_000, _EMPTY),
        (b"<html>" + b"<?" * 3_000_000, _LARGE),
    ],
    ids=["letters", "nested", "paragraphs", "page", "comments", "instructions"],
)
def test_a_bomb_is_refused_before_it_fills_the_memory(
    content: bytes, message: str, tmp_path: Path
) -> None:
    """A small file that unpacks to a large one, or a page of tags, ends with a message."""
    path = tmp_path / "bomb"
    path.write_bytes(content)
    command = (sys.executable, "-c", _CHILD, str(path))
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    assert (done.returncode, done.stderr, done.stdout) == (0, "", f"{message}\n")


def test_the_lines_of_a_document_are_made_once_and_those_of_an_equal_one_again() -> None:
    """The import, its checks and its summary share the lines; another document has its own."""
    content = TEXT.encode()
    document = documents.read(content)
    first = printed.lines(document)
    assert printed.lines(document) is first
    again = printed.lines(documents.read(TEXT.encode()))
    assert again == first
    assert again is not first


def test_bytes_that_cannot_be_read_leave_no_lines_behind() -> None:
    """A document is refused as often as it is read, and not with the lines of the one before."""
    documents.read(TEXT.encode())
    for _time in range(2):
        with pytest.raises(DocumentError):
            documents.read(BROKEN)
