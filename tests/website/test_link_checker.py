"""Every way of a finished website leads somewhere."""

from pathlib import Path

import pytest

from publish.errors import BuildError
from publish.website import link_checker

PAGE = "fire-brigade/2020/index.html"


def website(root: Path, page: str) -> Path:
    """Return a website of one page, a home page and two files."""
    files = {PAGE: page, "index.html": "", "data/a.csv": "", "fire-brigade/2020/决算#1.txt": ""}
    for path, content in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(content, "utf-8")
    return root


@pytest.mark.parametrize(
    "page",
    [
        '<a href="../../data/a.csv" download="">',
        '<a class="x" href="%E5%86%B3%E7%AE%97%231.txt#L1">',
        '<a href="../..">',
        '<a href="#L1">',
        '<a href="">',
        '<a href="index.html?q=1">',
        '<a href="https://example.org/nowhere.csv">',
        '<a href="mailto:a@example.org">',
        '<a href="/nowhere.csv">',
        '<p>&lt;a href="nowhere.csv"&gt; href="nowhere.csv"</p>',
        '<a title=\' href="\' aria-label="a > b" href="index.html">',
    ],
)
def test_ways_that_lead_somewhere_are_right(tmp_path: Path, page: str) -> None:
    """Encoded names, folders, anchors; other hosts and absolute addresses are not followed."""
    link_checker.check(website(tmp_path, page))


def test_all_ways_that_lead_nowhere_are_told(tmp_path: Path) -> None:
    """Each with its page, decoded as it is written there."""
    page = '<a aria-label="a > b" href="a%20b.csv"><img alt="" src="&#99;.png"><a href="../../..">'
    with pytest.raises(BuildError) as caught:
        link_checker.check(website(tmp_path, page))
    assert [(problem.place, problem.found) for problem in caught.value.problems] == [
        (PAGE, "a way to ../../.., where nothing is"),
        (PAGE, "a way to a%20b.csv, where nothing is"),
        (PAGE, "a way to c.png, where nothing is"),
    ]
