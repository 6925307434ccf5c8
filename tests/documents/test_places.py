"""One grammar of places for every format."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publish.documents import places
from publish.documents.places import Locator, Place

NUMBERS = st.integers(1, 999_999_999)
SHEETS = st.text(
    st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1, max_size=20
)
LOCATORS = st.one_of(
    st.builds(Locator, page=st.none() | NUMBERS, line=NUMBERS),
    st.builds(Locator, page=st.none() | NUMBERS, table=NUMBERS, row=NUMBERS, column=NUMBERS),
    st.builds(Locator, sheet=SHEETS, row=st.integers(1, 1_048_576), column=st.integers(1, 16_384)),
)


@given(LOCATORS)
def test_what_is_written_is_read_back(locator: Locator) -> None:
    """In every format, whatever the sheet is called."""
    assert places.locator(str(locator)) == locator


@given(st.lists(LOCATORS, min_size=1, max_size=5), st.integers(0, 99), st.integers(1, 99))
def test_several_places_are_joined_and_parted(
    found: list[Locator], start: int, length: int
) -> None:
    """A sheet may be called by the mark that joins them."""
    here = [Place(str(locator), start, start + length) for locator in found]
    parted = [places.place(text) for text in places.split(places.join(here))]
    assert parted == list(dict.fromkeys(here))


@pytest.mark.parametrize(
    "text", ["", "L", "L0", "l4", "P4", "T1R2", "L４", "L4;L5", "L4:5", "L4:5-5", "表!b7", "'表!B7"]
)
def test_anything_else_is_no_place(text: str) -> None:
    """Nothing is guessed."""
    assert places.place(text) is None


@pytest.mark.parametrize(
    ("text", "container"),
    [
        ("L4", ""),
        ("P2L4", ""),
        ("T3R7C2", "T3"),
        ("P12T1R7C3", "P12T1"),
        ("公开01表!AB7", "公开01表"),
    ],
)
def test_a_cell_knows_its_table(text: str, container: str) -> None:
    """A line is in none."""
    found = places.locator(text)
    assert found is not None
    assert (found.container, found.is_cell) == (container, container != "")


def test_a_place_gives_its_words() -> None:
    """The characters from its start up to its end, or all."""
    text = "收入总计4383.87万元"
    assert (Place("L38", 4, 11).words(text), Place("L38").words(text)) == ("4383.87", text)
