"""The style sheets of all pages in one file."""

from pathlib import Path

import pytest

from publish.packages import trees
from publish.website import stylesheets

STYLES = {"assets/css/a.css": "a{}", "assets/css/b.css": 'b{mask:url("data:image/svg+xml,x")}'}
PAGE = (
    "<html><head>\n"
    '  <link rel="stylesheet" href="{base}assets/css/a.css">\n\n'
    '  <link rel="stylesheet" href="{base}assets/css/b.css">\n'
    "<title>收入</title></head><body>"
    '<link rel="stylesheet" href="x.css">\n</body></html>'
)


def made(root: Path, styles: dict[str, str]) -> dict[str, str]:
    """Return the files of a website with these style sheets after they were joined."""
    bases = {"index.html": "", "a/2020/index.html": "../../", "404.html": "/juesuan/"}
    pages = {path: PAGE.format(base=base) for path, base in bases.items()}
    other = {"a/source.html": '<head><link rel="stylesheet" href="own.css"></head>'}
    files = {**styles, **pages, **other}
    trees.write({path: text.encode() for path, text in files.items()}, root)
    stylesheets.join(root)
    return {path: content.decode() for path, content in trees.read(root).items()}


def test_every_page_asks_for_one_file(tmp_path: Path) -> None:
    """In order, wherever the page lies; what is no part of the head stays."""
    found = made(tmp_path, STYLES)
    name = next(path for path in found if path.startswith("assets/stylesheets/"))
    assert found[name] == "a{}\n" + STYLES["assets/css/b.css"]
    for path, base in (
        ("index.html", ""),
        ("a/2020/index.html", "../../"),
        ("404.html", "/juesuan/"),
    ):
        assert found[path] == (
            f'<html><head>\n  <link rel="stylesheet" href="{base}{name}">\n\n'
            '<title>收入</title></head><body><link rel="stylesheet" href="x.css">\n</body></html>'
        )


def test_a_page_with_other_styles_stays_as_it_is(tmp_path: Path) -> None:
    """A document as published, for example."""
    found = made(tmp_path, STYLES)
    assert found["a/source.html"] == '<head><link rel="stylesheet" href="own.css"></head>'


@pytest.mark.parametrize("rule", ["a{mask:url(../images/a.svg)}", "@import 'b.css';"])
def test_nothing_is_joined_that_leads_to_files_beside_it(tmp_path: Path, rule: str) -> None:
    """From another folder the address would be wrong."""
    found = made(tmp_path, {**STYLES, "assets/css/a.css": rule})
    assert found["index.html"] == PAGE.format(base="")


def test_the_name_follows_the_content(tmp_path: Path) -> None:
    """A changed style is a new file, so that a browser may keep the old one for ever."""
    one = set(made(tmp_path / "one", STYLES))
    other = set(made(tmp_path / "other", {**STYLES, "assets/css/a.css": "a{x:y}"}))
    assert len(one ^ other) == 2
