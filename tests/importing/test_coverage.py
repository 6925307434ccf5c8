"""Which number of a document ended in which row, and why another did not."""

import pytest
from example_documents import document
from example_sentences import SENTENCES, Sentence
from hypothesis import given

from publish import documents, importing
from publish.documents import printed
from publish.documents.printed import Line
from publish.importing import coverage
from publish.importing.coverage import Token


def tokens(section: str, text: str, year: int = 2020) -> list[Token]:
    """Return the numbers of a disclosure that says `text` in a section."""
    content = document(section, text).encode()
    found = importing.read(content, "document.txt", "bureau", year)
    return list(coverage.tokens(printed.lines(documents.read(content)), found.package.tables))


def ends(section: str, text: str, year: int = 2020) -> list[tuple[str, str]]:
    """Return each number with the tables in which it ended, or the reason, or nothing."""
    return [
        (
            token.printed,
            ",".join(dict.fromkeys(table for table, _number in token.rows)) or token.reason,
        )
        for token in tokens(section, text, year)
    ]


def test_every_number_has_its_end() -> None:
    """A number is in a row, has a reason to be no figure, or is uncovered."""
    assert ends("totals", "1.2020年收入总计10万元，比2019年增加2万元，人均3元。") == [
        ("1", "list mark"),
        ("2020", "date"),
        ("10", "key-figures"),
        ("2019", "key-figures"),
        ("2", "key-figures"),
        ("3", ""),
    ]


def test_a_token_knows_place_words_and_row() -> None:
    """A token names its line, its words with some around them, and the rows that state it."""
    (token,) = tokens("totals", "收入总计10万元。")
    assert token == Token("L3", "10", "收入总计10万元。", (("key-figures", 1),), "")
    assert token.covered


def test_an_uncovered_number_is_not_covered() -> None:
    """A number without row and reason is not covered."""
    (token,) = tokens("totals", "人均3元。")
    assert (token.rows, token.reason, token.covered) == ((), "", False)


def test_numbers_of_a_reason_are_covered_by_the_reason() -> None:
    """What a text column repeats is covered, also over the ends of lines."""
    text = "2020年收入总计10万元，比2019年增加2万元。主要原因：项目增加3\n万元，人员增加4万元。"
    assert ends("totals", text)[-2:] == [("3", "key-figures"), ("4", "key-figures")]


def test_a_number_is_whole_over_blanks_and_lines() -> None:
    """A number that the document parts is one number where a row says so."""
    assert ends("totals", "收入总计4 383.87万元，支出总计30\n19.54万元。") == [
        ("4383.87", "key-figures"),
        ("3019.54", "key-figures"),
    ]


def test_a_text_that_repeats_its_halves_does_not_say_a_number() -> None:
    """Where the end of a line cuts a number, only its value or its whole words cover it."""
    lines = (Line("L1", "支出15"), Line("L2", "35.71万元"))
    row = {"source_locator": "L1;L2", "source_quote": "支出15\t35.71万元"}
    for text, expected in (("支出15\n35.71万元", ["15", "35.71"]), ("支出1535.71万元", [])):
        found = coverage.tokens(lines, {"evaluation-reports": [{"text": text, **row}]})
        assert [token.printed for token in found if not token.covered] == expected


def test_a_number_is_whole_over_a_blank_line() -> None:
    """A blank line inside a number is none of its digits."""
    assert ends("totals", "2020年，收入总计4383\n\n.87万元。")[-1] == ("4383.87", "key-figures")


def test_numbers_beside_each_other_are_several() -> None:
    """Without a row a blank parts two numbers."""
    assert ends("totals", "另有 12 34 项") == [("12", ""), ("34", "")]


def test_converted_amounts_are_covered() -> None:
    """An amount in 元 is covered by its row in 万元."""
    assert ends("totals", "收入总计10000.00元。") == [("10000.00", "key-figures")]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("截至2020年12月31日。", "date"),
        ("（2020—2022年）", "date"),
        ("截至2020\n年。", "date"),
        ("（1）人员增加", "list mark"),
        ("2.人员增加", "list mark"),
        ("图1：收入结构图（单位：万元）", "caption"),
        ("见附件1。", "annex number"),
        ("攀应急函〔2020〕36号", "document number"),
        ("《2020—2022年行动计划》", "date"),
        ("《135计划》", "number in a name"),
        ("单价50万元以上", "threshold"),
        ("单位价值100万元（含）以上", "threshold"),
        ("占地3亩", ""),
    ],
)
def test_reasons(text: str, reason: str) -> None:
    """Dates, marks, captions, names and thresholds are no figures; everything else is asked for."""
    assert {token.reason for token in tokens("assets", text)} == {reason}


def test_the_quotes_of_a_row_are_its_pieces() -> None:
    """One piece for each locator; a single place may have a tab in its words."""
    row = {"source_locator": "L1;L2", "source_quote": "收入10\t万元"}
    assert coverage.pieces(row) == (("L1", "收入10"), ("L2", "万元"))
    assert coverage.pieces(row | {"source_locator": "L1"}) == (("L1", "收入10\t万元"),)


@given(SENTENCES)
def test_generated_sentences_are_covered(sentence: Sentence) -> None:
    """Every number of a generated sentence ended in a row or is no figure."""
    found = tokens(sentence.section, sentence.text, sentence.year)
    assert [token.context for token in found if not token.covered] == []
