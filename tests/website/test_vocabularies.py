"""The words that the website's search does not cut."""

import tempfile
from pathlib import Path

import jieba
from example_package import package
from hypothesis import given, settings
from hypothesis import strategies as st

from publish.website import vocabularies
from publish.website.vocabularies import LENGTHS

HERE = Path(tempfile.gettempdir())


def test_words_are_those_of_public_finance_and_short_names_of_the_packages() -> None:
    """An account is a word; a name too long to be one is found by its words."""
    found = vocabularies.words([package()])
    assert {"三公", "行政运行", "住房公积金", "基本工资"} <= set(found)
    assert "其他人力资源事务支出" not in found
    assert {len(word) for word in found} <= set(LENGTHS)
    assert list(found) == sorted(set(found))


def test_the_list_of_fiscal_words_is_in_order() -> None:
    """Every line is a word of Chinese letters of a length that counts, and stands there once."""
    path = Path(vocabularies.__file__).with_name("fiscal-terms.txt")
    lines = [line for line in path.read_text("utf-8").splitlines() if not line.startswith("#")]
    assert sorted(lines) == sorted(vocabularies.fiscal())
    assert [line for line in lines if len(line) not in LENGTHS] == []
    assert [line for line in lines if not vocabularies._CHINESE.fullmatch(line)] == []  # noqa: SLF001


def test_a_taught_word_is_kept_whole_and_forgotten_afterwards(tmp_path: Path) -> None:
    """Two builds in one process cut alike, whatever was built in between."""
    text = "煤矿督查检查公务接待费"
    with vocabularies.taught((), tmp_path):
        before = jieba.lcut(text)
    with vocabularies.taught(["督查检查"], tmp_path):
        assert "督查检查" in jieba.lcut(text)
    assert jieba.lcut(text) == before


@settings(max_examples=10)  # each compares half a million words
@given(st.lists(st.text("三公经费结转预算", min_size=2, max_size=6), max_size=6))
def test_nothing_of_a_dictionary_remains(words: list[str]) -> None:
    """Frequencies and beginnings of words are what they were, to the last one."""
    dictionary = jieba.dt.FREQ
    with vocabularies.taught((), HERE):
        before = (jieba.dt.total, dict(dictionary))
    with vocabularies.taught(words, HERE):
        assert set(words) <= dictionary.keys()
    assert (jieba.dt.total, dictionary) == before
