"""The plan of the pages of a year."""

from pathlib import Path

from example_edition import loaded

from publish import tables
from publish.pages import topics


def test_the_pages_of_a_year_are_these() -> None:
    """Addresses are public: nothing is renamed or added unnoticed."""
    plan = topics.load()
    assert [topic.slug for topic in (*plan.topics, *plan.pages)] == [
        "income",
        "function",
        "basic",
        "three-public",
        "procurement-assets",
        "performance",
        "quality",
        "downloads",
        "source",
    ]
    assert [topic.slug for topic in plan.asides] == ["guide", "profile", "glossary"]


def test_every_page_and_unit_has_its_words() -> None:
    """A title that is missing in the catalogue would be an error of the build, found here."""
    for topic in topics.load().all:
        assert topic.title
        assert topic.question
        assert all(unit.title for unit in topic.units)


def test_units_name_what_the_data_model_has() -> None:
    """Every table, column, key and level in the plan exists; a misspelt one would show nothing."""
    known = tables.load()
    for topic in topics.load().all:
        assert set(topic.tables) <= set(known)
        for unit in topic.units:
            table = known[unit.table]
            names = {field.name for field in table.fields}
            assert set(unit.columns) | set(unit.where) <= names
            values = {*table.keys, *(v for f in table.fields for v in f.values)}
            assert {value for wanted in unit.where.values() for value in wanted} <= values
            assert set(unit.parts) <= values


def test_units_of_a_page_have_different_addresses() -> None:
    """A link to a part of a page leads to one part."""
    for topic in topics.load().topics:
        assert len({unit.id for unit in topic.units}) == len(topic.units)


def test_a_unit_shows_its_rows_alone(tmp_path: Path) -> None:
    """`where` keeps the classes and leaves the items to the next table."""
    package = loaded(tmp_path)
    function = next(topic for topic in topics.load().topics if topic.slug == "function")
    shown = {unit.id: [row["label"] for row in unit.rows(package)] for unit in function.units}
    assert shown == {
        "expenditure": [],
        "classes": ["社会保障和就业"],
        "items": ["其他人力资源事务支出", "行政单位离退休"],
        "funds": [],
    }


def test_a_card_finds_its_row_or_none(tmp_path: Path) -> None:
    """A headline figure that the document does not have has no card."""
    package = loaded(tmp_path)
    found = [card.row(package) for card in topics.load().cards]
    assert [row and row["label"] for row in found] == [
        "收入总计",
        "支出总计",
        None,
        None,
        "“三公”经费合计",
        None,
    ]
