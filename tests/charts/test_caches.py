"""What is drawn once and kept."""

from pathlib import Path

import pytest
from example_charts import bars

from publish.charts import caches
from publish.errors import BuildError


def never() -> bytes:
    """Fail: what is kept is not made again."""
    pytest.fail("drawn again")


def test_what_is_kept_is_not_made_again(tmp_path: Path) -> None:
    """The same values under the same name are read from their file."""
    assert caches.kept(tmp_path / "new", "a.svg", b"1", lambda: b"one") == b"one"
    assert caches.kept(tmp_path / "new", "a.svg", b"1", never) == b"one"
    assert len(list((tmp_path / "new").iterdir())) == 1


def test_other_values_and_other_kinds_have_files_of_their_own(tmp_path: Path) -> None:
    """A page, a poster and a card of the same values are three files."""
    made = {
        caches.kept(tmp_path, name, shown, lambda shown=shown, name=name: shown + name.encode())
        for name in ("a", "b")
        for shown in (b"1", b"2")
    }
    assert made == {b"1a", b"1b", b"2a", b"2b"}
    assert len(list(tmp_path.iterdir())) == 4


def test_digits_as_printed_are_part_of_the_content() -> None:
    """1.5 and 1.50 are two charts."""
    assert caches.content(bars("1.5")) != caches.content(bars("1.50"))


def test_an_error_keeps_nothing(tmp_path: Path) -> None:
    """A picture that cannot be drawn leaves no file that would pass for it."""

    def broken() -> bytes:
        raise BuildError("no", [])

    with pytest.raises(BuildError):
        caches.kept(tmp_path, "a.svg", b"1", broken)
    assert list(tmp_path.iterdir()) == []
