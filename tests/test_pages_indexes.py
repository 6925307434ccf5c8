"""The home page and the pages of departments."""

from pathlib import Path

from example_edition import edition

from publish import pages
from publish.pages import indexes


def test_the_home_page_shows_the_newest_year_of_each_department(tmp_path: Path) -> None:
    """Its figures lead into the document of that year, seen from the home page."""
    values = indexes.home([[edition(tmp_path)]], ())
    (department,) = values["departments"]
    assert (department["name"], department["href"]) == ("消防队", "fire-brigade/index.html")
    assert department["newest"]["cards"][0]["link"].href == "fire-brigade/2020/source.html#L3s1c1"
    assert [each["href"] for each in department["editions"]] == ["fire-brigade/2020/index.html"]


def test_every_department_has_a_page(tmp_path: Path) -> None:
    """One home page, one page for each department."""
    found = dict(pages.index_pages([edition(tmp_path)], ()))
    assert sorted(found) == ["fire-brigade/index.md", "index.md"]
    assert "2020/source.html#L3s1c1" in found["fire-brigade/index.md"].decode()
