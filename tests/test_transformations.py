"""What a document states does not depend on the program that wrote it down."""

from functools import cache

import pytest
from example_documents import document
from example_formats import Part, page, text, word
from example_forms import TITLES, TRAINING, ministry, scored
from example_reference import SOURCE
from example_sentences import SENTENCES, Sentence
from example_transformations import changed, read, rows, transformed, width, wrapped
from hypothesis import given
from hypothesis import strategies as st

from publish.importing import Import

pytestmark = pytest.mark.slow

WIDTHS = (30, 40, 44, 50)


@cache
def reference() -> str:
    """The reference document."""
    return SOURCE.read_bytes().decode()


@cache
def original() -> Import:
    """What the reference document states."""
    return read(reference().encode())


@pytest.mark.parametrize("name", list(transformed("")))
def test_the_reference_document_states_the_same_in_every_dress(name: str) -> None:
    """Ends of lines, blanks, digits, encodings, a page and a Word document: the same rows."""
    assert rows(read(transformed(reference())[name])) == rows(original())


@pytest.mark.parametrize("most", WIDTHS)
@pytest.mark.parametrize("measure", [len, width])
def test_wrapped_the_reference_document_states_no_other_amount(most: int, measure: object) -> None:
    """Cut anywhere, also inside of numbers: the same amounts, or listed as not understood."""
    content = wrapped(reference(), most, len if measure is len else width).encode()
    assert changed(original(), read(content)) == []


@given(SENTENCES)
def test_generated_sentences_state_the_same_in_every_dress(sentence: Sentence) -> None:
    """Every transformation that keeps the lines gives the same rows."""
    whole = document(sentence.section, sentence.text)
    before = rows(read(whole.encode(), sentence.year))
    for content in transformed(whole).values():
        assert rows(read(content, sentence.year)) == before


@given(SENTENCES, st.sampled_from(WIDTHS), st.sampled_from([len, width]))
def test_wrapped_generated_sentences_state_no_other_amount(
    sentence: Sentence, most: int, measure: object
) -> None:
    """A short document does not show that it was wrapped: what is doubtful is listed."""
    whole = document(sentence.section, sentence.text)
    content = wrapped(whole, most, len if measure is len else width).encode()
    before = read(whole.encode(), sentence.year)
    assert changed(before, read(content, sentence.year)) == []


def test_what_changed_is_seen() -> None:
    """Another amount, another row and a missing one are told."""
    before = read(document("totals", "收入总计10万元，支出总计20万元。").encode())
    other = read(document("totals", "收入总计10万元，支出总计30万元。").encode())
    less = read(document("totals", "收入总计10万元。").encode())
    assert len(changed(before, other)) == len(["invented", "gone"])
    assert changed(before, less) == ["key-figures: amount_wanyuan 20 is gone"]
    assert changed(before, before) == []


def test_a_table_of_accounts_invents_nothing() -> None:
    """The rows of a table in a page and in a Word document say what they say between pipes."""
    table = [
        ["科目名称", "合计", "基本支出", "项目支出"],
        ["行政运行", "201", "100.00", "101.00"],
        ["列1", "基本支出", "项目支出", "100.00", "101.00"],
    ]
    parts: list[Part] = [
        *document("totals", "收入总计10万元。").splitlines(),
        "公开05表",
        table,
        "第四部分 附件",
        TITLES[ministry],
        ministry(scored(TRAINING)),
    ]
    piped = rows(read(text(parts)))
    assert sorted(piped) == ["key-figures", "outline", "performance-indicators", "projects"]
    assert [rows(read(write(parts))) == piped for write in (page, word)] == [True, True]
