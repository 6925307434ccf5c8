"""The page of downloads."""

from pathlib import Path

from example_edition import edition

from publish.pages import dictionaries
from publish.pages.dictionaries import DictionaryEntry


def test_every_table_is_offered_with_its_columns(tmp_path: Path) -> None:
    """Tables stand in the order of the data model, each with rows, columns and two files."""
    values = dictionaries.downloads_page(edition(tmp_path))
    assert [(str(part.id), part.row_count, len(part.files)) for part in values["tables"]] == [
        ("key-figures", 2, 2),
        ("income", 3, 2),
        ("expenditure-by-function", 3, 2),
        ("basic-expenditure", 3, 2),
        ("three-public", 1, 2),
        ("official-travel", 2, 2),
        ("outline", 2, 2),
        ("functional-classification", 6, 2),
        ("economic-classification", 2, 2),
        ("document", 10, 2),
        ("findings", 4, 2),
    ]
    assert values["row_count"] == 38


def test_the_dictionary_explains_keys_in_words(tmp_path: Path) -> None:
    """A column of keys lists them with their Chinese names."""
    values = dictionaries.downloads_page(edition(tmp_path))
    funds = values["tables"][2].fields[0]
    assert isinstance(funds, DictionaryEntry)
    assert (funds.name, funds.type) == ("fund", "文本")
    assert "general_public_budget 一般公共预算" in funds.meaning


def test_tables_that_are_not_disclosed_are_listed(tmp_path: Path) -> None:
    """What the document does not have is told with the reason."""
    values = dictionaries.downloads_page(edition(tmp_path))
    assert [(gap["title"], gap["reason"]) for gap in values["gaps"]] == [
        ("收入支出决算总表", "文件中没有。")
    ]
