"""What the sentences of the genre state: every known shape, and generated ones."""

import re
import unicodedata

import pytest
from example_amounts import Printed, numbers
from example_documents import Tables, document, imported, shown, values
from example_sentences import SENTENCES, Sentence, catalogue
from hypothesis import given
from hypothesis import strategies as st

from publish.documents.passages import clean
from publish.documents.printed import Line
from publish.documents.units import Units
from publish.importing import amounts
from publish.importing.amounts import Setting
from publish.importing.coverage import pieces
from publish.importing.drafts import Draft


@pytest.mark.parametrize("sentence", catalogue(), ids=lambda sentence: sentence.shape)
def test_known_shapes(sentence: Sentence) -> None:
    """Every sentence shape of the genre gives its rows and no other."""
    found = shown(imported(sentence.section, sentence.text, sentence.year))
    assert found == list(sentence.rows)


@pytest.mark.parametrize("sentence", catalogue(), ids=lambda sentence: sentence.shape)
def test_every_row_quotes_its_sentence(sentence: Sentence) -> None:
    """The words of every row stand in the document, at the place that the row names."""
    lines = document(sentence.section, sentence.text).split("\n")
    tables = imported(sentence.section, sentence.text, sentence.year)
    missing = [
        (locator, quote)
        for rows in tables.values()
        for row in rows
        for locator, quote in pieces(row)
        if not quote or quote not in lines[int(locator.removeprefix("L")) - 1]
    ]
    assert missing == []


@given(SENTENCES)
def test_generated_sentences(sentence: Sentence) -> None:
    """A generated sentence is read as what it was generated from."""
    found = shown(imported(sentence.section, sentence.text, sentence.year))
    assert sorted(found) == sorted(sentence.rows)


def _plain(tables: dict[str, tuple[dict[str, object], ...]]) -> object:
    """Return the tables without provenance, every text in the plain form of its letters."""
    return {
        name: tuple(
            {
                column: unicodedata.normalize("NFKC", value) if isinstance(value, str) else value
                for column, value in row.items()
            }
            for row in rows
        )
        for name, rows in values(tables).items()
    }


NOISE = st.sampled_from([" ", "\u3000", "\u00a0", "\u200b", "[bookmark: _Toc15396604]"])
FULL_WIDTH = str.maketrans("0123456789.%", "０１２３４５６７８９．％")


@given(
    sentence=SENTENCES,
    noise=st.lists(st.tuples(st.integers(0, 10_000), NOISE), max_size=12),
    wide=st.booleans(),
)
def test_noise_changes_nothing(
    sentence: Sentence, noise: list[tuple[int, str]], *, wide: bool
) -> None:
    """Blanks, bookmarks and full-width digits anywhere change no value; the quotes still occur."""
    text = sentence.text.translate(FULL_WIDTH) if wide else sentence.text
    for place, mark in noise:
        at = place % (len(text) + 1)
        inside = re.search(r"\[[^\]]*$", text[:at])
        text = text if inside else text[:at] + mark + text[at:]
    noisy = imported(sentence.section, text, sentence.year)
    assert _plain(noisy) == _plain(imported(sentence.section, sentence.text, sentence.year))
    lines = document(sentence.section, text).split("\n")
    assert all(
        quote in lines[int(locator.removeprefix("L")) - 1]
        for rows in noisy.values()
        for row in rows
        for locator, quote in pieces(row)
    )


def _wrapped(text: str, width: int) -> str:
    """Return a text in lines of at most `width` columns; a Chinese character has two."""
    lines, used = [""], 0
    for letter in text:
        columns = 2 if unicodedata.east_asian_width(letter) in "WF" else 1
        if used + columns > width:
            lines.append("")
            used = 0
        lines[-1] += letter
        used += columns
    return "\n".join(lines)


# A line that ends within a number or between a number and what belongs to it.
_CUT = re.compile(r"[\d.,%][\n]|[\n][\d.,%年]")


def _cells(tables: Tables) -> list[tuple[str, dict[str, object]]]:
    """The rows of all tables without what a lost half changes: the label, the numbering."""
    return [
        (name, {column: row[column] for column in row if column not in {"label", "statement"}})
        for name, rows in values(tables).items()
        for row in rows
    ]


def _is_part(row: dict[str, object], whole: dict[str, object]) -> bool:
    """Tell whether a row says nothing but what the other one says."""
    return all(cell in {None, whole[column]} for column, cell in row.items())


@given(SENTENCES, st.integers(24, 200))
def test_wrapping_changes_nothing(sentence: Sentence, width: int) -> None:
    """A paragraph wrapped at any width states what it states in one line: the same rows.

    In a paragraph or two the width is a guess: a number that a line end cuts may be not understood,
    but no cell of a row is ever another one.
    """
    text = "\n".join(_wrapped(line, width) for line in sentence.text.split("\n"))
    found = imported(sentence.section, text, sentence.year)
    whole = imported(sentence.section, sentence.text, sentence.year)
    if not _CUT.search(text):
        assert values(found) == values(whole)
    known = _cells(whole)
    assert [
        row
        for name, row in _cells(found)
        if not any(name == other and _is_part(row, one) for other, one in known)
    ] == []


def test_a_passage_without_figures_states_nothing() -> None:
    """Prose gives no row."""
    passage = clean(Line("L1", "本年无人员因公出国（境）。"))
    assert amounts.read(passage, Setting("three_public", 2020, Units())) == ()


def _digits(text: str) -> str:
    return re.sub(r"\D", "", unicodedata.normalize("NFKC", text))


def _invented(draft: Draft) -> list[str]:
    """The amounts and percentages of a row whose digits do not stand in the words it quotes."""
    quoted = _digits("".join(words for span in draft.spans for _place, words in span.places()))
    return [
        name
        for name, value in draft.values.items()
        if name.endswith(("_wanyuan", "_pct"))
        and value is not None
        and (_digits(str(value)).strip("0") or "0") not in quoted
    ]


@given(
    st.text(alphabet="收支总计增加减少比年决算万元占完成预算,;。:()（）0123456789.%、和"),
    numbers(),
)
def test_any_words_state_nothing_that_they_do_not_print(text: str, income: Printed) -> None:
    """Whatever follows it a sentence keeps its amount, and no figure is invented."""
    line = Line("L1", f"收入总计{income.text}万元。{text}")
    for section in ("totals", "general_budget", "three_public", "procurement"):
        found = amounts.read(clean(line), Setting(section, 2020, Units()))
        assert [_invented(draft) for draft in found] == [[]] * len(found)
        assert section != "totals" or found[0].values["amount_wanyuan"] == income.value
