"""The importer on the reference document, on copies of it, and on what is no disclosure."""

import codecs
import re
import unicodedata
from contextlib import suppress
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest
from example_documents import ACCOUNTS, Tables, document, values
from hypothesis import given, settings
from hypothesis import strategies as st

from publish import documents, importing, packages, tables
from publish.documents import outline, passages, printed
from publish.documents.printed import Line
from publish.errors import DocumentError
from publish.importing import FIGURES, Import, coverage
from publish.reconciliation import finding_reports

PACKAGES = Path(__file__).parents[2] / "datapackages"
DEPARTMENT, YEAR = "panzhihua-emergency-management", 2020
DIRECTORY = PACKAGES / DEPARTMENT / str(YEAR)
SOURCE = DIRECTORY / "source" / f"{DEPARTMENT}-{YEAR}.txt"
# A row that the document states with words: the year before the year of the accounts.
PRIOR_YEAR = re.compile(r"上年|上一年|去年|同比")
NUMERALS = {"两个": 2}  # 两个项目
# Columns that count rows of ours and not of the document.
OURS = {"statement", "position", "number"}


@cache
def content() -> bytes:
    """Return the reference document."""
    return SOURCE.read_bytes()


def read(source: bytes) -> Import:
    """Return what the importer makes of a copy of the reference document."""
    return importing.read(source, SOURCE.name, DEPARTMENT, YEAR)


@cache
def reference() -> Import:
    """Return what the importer makes of the reference document."""
    return read(content())


def test_the_committed_package_is_reproduced_byte_for_byte() -> None:
    """Importing anew, with its findings, gives every file of the committed package, no other."""
    committed = {
        str(path.relative_to(DIRECTORY)): path.read_bytes()
        for path in DIRECTORY.rglob("*")
        if path.is_file()
    }
    assert packages.files(finding_reports.with_findings(reference().package)) == committed


def test_twice_in_a_row_is_the_same() -> None:
    """The importer asks no clock and no order of a set."""
    again = read(content())
    assert packages.files(again.package) == packages.files(reference().package)


def quoted(found: Tables) -> list[tuple[str, int, str, str]]:
    """Return table, row, locator and words of every place of every row."""
    return [
        (table, number, locator, words)
        for table, rows in found.items()
        if tables.load()[table].has_provenance
        for number, row in enumerate(rows, start=1)
        for locator, words in coverage.pieces(row)
    ]


def unquoted(found: Tables, lines: dict[str, str]) -> list[tuple[str, int, str, str]]:
    """Return the places whose words are not there."""
    return [place for place in quoted(found) if not place[3] or place[3] not in lines[place[2]]]


def test_every_row_quotes_the_document() -> None:
    """The words of every row of every table stand at the place that it names."""
    lines = {line.locator: line.text for line in printed.lines(documents.read(content()))}
    assert unquoted(dict(reference().package.tables), lines) == []


def numbers_of(quote: str) -> set[Decimal]:
    """Return the numbers of a quote, read without the importer's help."""
    plain = re.sub(r"\[bookmark:[^\]]*\]", "", unicodedata.normalize("NFKC", quote))
    joined = re.sub(r"\s+", "", plain.replace("\t", "\0"))
    numbers = re.findall(r"\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?", joined)
    words = {Decimal(number) for word, number in NUMERALS.items() if word in joined}
    return {Decimal(number.replace(",", "")) for number in numbers} | words


def unprinted(found: Tables, year: int) -> list[tuple[str, int, str, object]]:
    """Return the numbers of rows that their quotes do not print; signs are words."""
    known = tables.load()
    wrong = []
    for name, rows in found.items():
        if not known[name].has_provenance:
            continue
        columns = [
            column
            for column in known[name].fields
            if column.type in {"number", "integer"} and column.name not in OURS
        ]
        for number, row in enumerate(rows, start=1):
            quote = str(row["source_quote"])
            for column in columns:
                value = row[column.name]
                if value is None or abs(Decimal(value)) in numbers_of(quote):
                    continue
                is_prior = column.name == "base_year" and PRIOR_YEAR.search(quote)
                if is_prior and value == year - 1:
                    continue
                wrong.append((name, number, column.name, value))
    return wrong


def test_every_number_is_printed_in_its_quote() -> None:
    """Each number of each row of the accounts stands in the words that the row quotes."""
    of_accounts = {
        name: rows
        for name, rows in reference().package.tables.items()
        if name != "published-charts"  # tails of binary fractions are rounded: see plots
    }
    assert unprinted(of_accounts, YEAR) == []


def uncovered(found: Import) -> list[tuple[str, str, str]]:
    """Return the numbers of the sections read here that ended in no row."""
    places = {line.locator for key in found.present for line in found.sections[key].whole_lines}
    lines = printed.lines(documents.read(found.package.source))
    return [
        (token.locator, token.printed, token.reason)
        for token in coverage.tokens(lines, found.package.tables)
        if token.locator in places and not token.rows
    ]


def test_every_figure_of_the_accounts_ended_in_a_row() -> None:
    """What is no row is a date, a mark of a list or a caption; nothing was passed over."""
    assert reference().present == FIGURES
    reasons = {"date", "list mark", "caption"}
    assert [found for found in uncovered(reference()) if found[2] not in reasons] == []


def test_every_account_has_a_code_with_evidence() -> None:
    """All classes, items and economic accounts of the document are in the lists of the year."""
    package = reference().package
    for table, classification in (
        ("expenditure-by-function", "functional-classification"),
        ("basic-expenditure", "economic-classification"),
    ):
        used = [
            row["code"] for row in package.rows(table) if row["level"] not in {"total", "group"}
        ]
        evidence = {row["code"]: row["evidence"] for row in package.rows(classification)}
        assert set(used) <= set(evidence)
        assert set(evidence.values()) <= {"two-sources", "one-source"}


def test_the_classification_is_the_part_in_use() -> None:
    """A package carries the accounts that it uses and those above them, and no other."""
    rows = reference().package.rows("functional-classification")
    used = {str(row["code"]) for row in reference().package.rows("expenditure-by-function")}
    above = {code[:end] for code in used for end in (3, 5, 7)}
    assert {str(row["code"]) for row in rows} == above


@pytest.mark.parametrize(
    "encode",
    [
        lambda text: text.encode("gb18030"),
        lambda text: codecs.BOM_UTF8 + text.encode(),
        lambda text: codecs.BOM_UTF16_LE + text.encode("utf-16-le"),
        lambda text: codecs.BOM_UTF16_BE + text.encode("utf-16-be"),
        lambda text: text.replace("\n", "\r\n").encode(),
    ],
    ids=["gb18030", "utf-8 with mark", "utf-16-le", "utf-16-be", "crlf"],
)
def test_every_encoding_gives_the_same_tables(encode: object) -> None:
    """The tables do not depend on the encoding and the ends of lines of the file."""
    copy = read(encode(content().decode()))  # type: ignore[operator]
    assert copy.package.tables == reference().package.tables


def test_a_figure_stated_twice_with_other_values_is_kept() -> None:
    """The same figure with two values is two rows, each with its place."""
    nothing, again = "国有资本经营预算拨款支出0万元", "政府性基金预算拨款支出528.01万元"
    text = content().decode().replace(nothing, again)
    text = text.replace("国有资本经营预算支出决算情况说明", "政府性基金预算支出决算情况说明")
    rows = read(text.encode()).package.rows("key-figures")
    assert [
        (row["statement"], row["amount_wanyuan"], row["source_locator"])
        for row in rows
        if row["scope"] == "government_fund"
    ] == [(1, Decimal("527.01"), "L123"), (2, Decimal("528.01"), "L125")]


def test_an_unknown_path_leaves_the_code_empty() -> None:
    """An account that the list of the year does not have keeps its printed names."""
    text = (
        content()
        .decode()
        .replace("地震事务（款）其他地震事务支出（项）", "某某事务（款）某某（项）")
    )
    row = read(text.encode()).package.row("expenditure-by-function", item_name="某某")
    assert row is not None
    assert (row["code"], row["group_name"], row["amount_wanyuan"]) == (
        *(None, "某某事务"),
        Decimal("75.7"),
    )


def test_sections_that_are_absent_are_named() -> None:
    """What the document does not have is said."""
    text = document("totals", "收入总计10万元。")
    found = importing.read(text.encode(), "document.txt", "bureau", YEAR)
    assert found.present == ("totals", "income", "fiscal_totals", "three_public")
    assert set(found.present) | set(found.absent) == set(FIGURES)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("关于召开会议的通知\n各单位：请准时参加。\n", "none of them"),
        ("一、收入决算情况说明\n本年收入合计1万元。\n", "收入决算情况"),
    ],
)
def test_what_is_no_disclosure_is_refused(text: str, found: str) -> None:
    """Another document is refused with what was found, what was expected and what to do."""
    with pytest.raises(DocumentError) as caught:
        importing.read(text.encode(), "document.txt", "bureau", YEAR)
    (problem,) = caught.value.problems
    assert problem.found == found
    assert problem.place
    assert problem.expected
    assert problem.remedy


@given(st.text(max_size=300))
def test_any_text_is_read_or_refused(text: str) -> None:
    """No text raises anything but a DocumentError."""
    with suppress(DocumentError):
        importing.read(text.encode(errors="ignore"), "document.txt", "bureau", YEAR)


TITLES = [kind.title for kind in outline.kinds()]
WORDS = st.sampled_from(
    [
        *(
            "一、",
            "（一）",
            "1.",
            "第二部分 ",
            "附件1",
            "目录",
            "图1：",
            "\t",
            "\n",
            "\n",
            "。",
            "；",
            "，",
            "（",
        ),
        *(
            "收入总计",
            "支出总计",
            "三公经费",
            "教育支出（类）",
            "普通教育（款）",
            "小学教育（项）",
            "人员经费",
        ),
        *(
            "主要包括：",
            "其中：",
            "比2019年",
            "增加",
            "减少",
            "持平",
            "完成预算",
            "占",
            "主要原因是",
            "各",
        ),
        *("10", "1,234.5", "万元", "元", "%", "辆", "批次", "人次", "2020年"),
        *TITLES,
    ]
)


@given(st.lists(WORDS, max_size=80).map("".join))
def test_any_words_of_the_genre_are_read_or_refused(text: str) -> None:
    """Words of the genre behind a sentence give rows that quote the document, or a DocumentError.

    The sentence makes it a document of the genre, and is read as long as it is not refused.
    """
    content = document(
        "totals", f"2020年度收入总计4383.87万元、支出总计3019.54万元。\n{text}"
    ).encode()
    try:
        found = importing.read(content, "document.txt", "bureau", YEAR)
    except DocumentError:
        return
    lines = {line.locator: line.text for line in printed.lines(documents.read(content))}
    assert Decimal("4383.87") in [
        row["amount_wanyuan"] for row in found.package.rows("key-figures")
    ]
    assert unquoted(dict(found.package.tables), lines) == []
    keys = tables.load()
    for name, rows in found.package.tables.items():
        identities = [tuple(row[column] for column in keys[name].primary_key) for row in rows]
        assert len(set(identities)) == len(identities), name


@st.composite
def damaged(draw: st.DrawFn) -> str:
    """Return the reference document with lines deleted, doubled, swapped, or cut anywhere."""
    lines = content().decode().split("\n")
    for _change in range(draw(st.integers(1, 8))):
        at, other = (draw(st.integers(0, len(lines) - 1)) for _place in range(2))
        change = draw(st.sampled_from(["delete", "double", "swap", "cut", "break"]))
        if change == "delete" and len(lines) > 1:
            del lines[at : at + draw(st.integers(1, 40))]
        elif change == "double":
            lines.insert(other, lines[at])
        elif change == "swap":
            lines[at], lines[other] = lines[other], lines[at]
        else:
            cut = draw(st.integers(0, len(lines[at])))
            lines[at : at + 1] = [
                lines[at][:cut],
                *([lines[at][cut:]] if change == "break" else []),
            ]
        lines = lines or [""]
    return "\n".join(lines)


@pytest.mark.slow
@settings(max_examples=20)
@given(damaged())
def test_a_damaged_document_is_read_or_refused(text: str) -> None:
    """Whatever happens to the lines of a document, what is read is quoted from it."""
    try:
        found = read(text.encode())
    except DocumentError:
        return
    lines = {line.locator: line.text for line in printed.lines(documents.read(text.encode()))}
    assert any(found.package.tables.values())
    assert unquoted(dict(found.package.tables), lines) == []


def wrapped(text: str, width: int) -> str:
    """Return a document in lines of a page; headings, captions and cells keep their lines."""
    found = []
    for line in re.sub(r"\[bookmark:[^\]]*\]", "", text).split("\n"):
        is_whole = (
            outline.heading(Line("", line)) is not None
            or passages.stands_alone(passages.squeezed(line))
            or line.startswith("\t")
        )
        step = max(len(line), 1) if is_whole else width
        found += [line[at : at + step] for at in range(0, len(line), step)] or [""]
    return "\n".join(found)


@pytest.mark.parametrize("width", [28, 36, 45])
def test_wrapped_like_a_page_the_accounts_are_the_same(width: int) -> None:
    """The reference document in lines of a page states the same accounts, other places aside."""
    found = read(wrapped(content().decode(), width).encode()).package.tables
    accounts = [name for name in ACCOUNTS if name != "state-assets"]  # annexes add to these
    assert values({name: found[name] for name in accounts}) == values(
        {name: reference().package.rows(name) for name in accounts}
    )
