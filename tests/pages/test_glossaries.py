"""The page of the terms."""

from example_performance import contents, package, row, year

from publish.pages import glossaries


def test_an_account_is_called_by_its_last_name() -> None:
    """Words of the accounts come first; the way down to an account stands with it."""
    values = glossaries.glossary_page(year())
    assert [(term.id, term.name, term.above) for term in values["words"]] == [
        ("term-1", "基本支出", ())
    ]
    (account,) = values["accounts"]
    assert (account.name, account.above) == ("住房公积金", ("住房保障", "住房改革支出"))
    assert (account.definition, account.link.anchor, account.note) == (
        "指住房公积金。",
        "L25s1",
        "note-term-2",
    )


def test_a_class_alone_is_an_account() -> None:
    """It belongs to no other, and is not a word to be explained in the text."""
    term = row(
        "glossary",
        number=3,
        term="教育支出(类)",
        definition="指。",
        source_locator="L24",
        source_quote="指",
    )
    (found,) = glossaries.load(year(package(glossary=(term,))))
    assert (found.name, found.above, found.is_account) == ("教育支出", (), True)


def test_only_words_are_explained_in_place() -> None:
    """Accounts have long names that occur everywhere."""
    assert len(contents()["glossary"]) == 2
    assert [term.name for term in glossaries.plain(year())] == ["基本支出"]
