"""The home page and the pages of departments."""

from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote

from example_edition import edition

from publish import pages
from publish.pages import indexes
from publish.pages.links import plain


def test_the_home_page_shows_the_newest_year(tmp_path: Path) -> None:
    """Its figures lead into the document of that year, seen from the home page."""
    values = indexes.home([[edition(tmp_path)]])
    newest = values["newest"]
    assert (newest["department"], newest["year"]) == ("消防队", 2020)
    assert newest["href"] == "fire-brigade/2020/index.html"
    assert newest["cards"][0].link.href == "fire-brigade/2020/source.html#L3s1c1"
    assert plain(newest["opening"]) == (
        "2020年收入总计约 1,384 万元，比2019年多约 16.8 万元；支出总计约 1,020 万元。"
    )


def test_the_home_page_tells_who_has_published_what(tmp_path: Path) -> None:
    """A row for each department and year, with the way to both and what was spent."""
    (row,) = indexes.home([[edition(tmp_path)]])["published"]
    assert (row["folder"], row["href"]) == (
        "fire-brigade/index.html",
        "fire-brigade/2020/index.html",
    )
    assert (row["total"].kind, row["total"].text) == ("figure", "1,019.5")
    assert row["checked"] == "fire-brigade/2020/quality.html"


def test_every_reader_has_a_way_in(tmp_path: Path) -> None:
    """Pages that the newest year does not have are not offered."""
    audiences = indexes.home([[edition(tmp_path)]])["audiences"]
    assert [[step.path for step in audience.steps] for audience in audiences] == [
        ["fire-brigade/2020/guide.html", "fire-brigade/2020/function.html"],
        [
            "fire-brigade/2020/downloads.html",
            "fire-brigade/2020/quality.html",
            "fire-brigade/2020/source.html",
            "data.html",
        ],
        ["about.html#publish", "about.html#corrections", "checks/index.html"],
    ]


def test_an_example_of_the_search_is_a_link_that_asks(tmp_path: Path) -> None:
    """Words are encoded; they arrive in the search as they are."""
    examples = indexes.home([[edition(tmp_path)]])["examples"]
    first = examples[0]
    assert first["title"] == "三公经费"
    assert unquote(first["href"]) == "index.html?q=三公经费"
    assert first["href"].isascii()


def test_every_department_has_a_page(tmp_path: Path) -> None:
    """One home page, one page of all data, one page for each department."""
    found = dict(pages.index_pages([edition(tmp_path)], ()))
    assert sorted(found) == ["data.md", "fire-brigade/index.md", "index.md"]
    assert "2020/source.html#L3s1c1" in found["fire-brigade/index.md"].decode()


def test_several_years_stand_beside_each_other(tmp_path: Path) -> None:
    """Every figure leads into the document of its year; what a year does not state is a gap."""
    newest = edition(tmp_path)
    tables = {**newest.package.tables, "three-public": ()}
    descriptor = {**newest.package.descriptor, "fiscalYear": 2019}
    package = replace(newest.package, descriptor=descriptor, tables=tables)
    before = replace(newest, package=package)
    values = indexes.department_page([newest, before])
    assert [
        (figure.label, [(cell.text, cell.link and str(cell.link.href)) for cell in figure.cells])
        for figure in values["figures"]
    ] == [
        (
            "收入总计",
            [("1,383.50", "2020/source.html#L3s1c1"), ("1,383.50", "2019/source.html#L3s1c1")],
        ),
        (
            "支出总计",
            [("1,019.5", "2020/source.html#L3s1c2"), ("1,019.5", "2019/source.html#L3s1c2")],
        ),
        ("“三公”经费", [("3.60", "2020/source.html#L8s1"), ("", None)]),
    ]
    assert values["trends"]["said"] == "收入总计2020年与2019年相同，都是 1,383.50 万元。"


def test_one_year_has_no_trend(tmp_path: Path) -> None:
    """One point shows no way."""
    assert indexes.department_page([edition(tmp_path)])["trends"] is None
