"""Names that become addresses."""

from pathlib import Path

import pytest
from example_package import example
from example_site import bare

from publish.packages import addresses
from publish.website import build


@pytest.mark.parametrize(
    ("slug", "is_one"),
    [
        ("fire-brigade", True),
        ("a1", True),
        ("checks", False),
        ("assets", False),
        ("Fire", False),
        ("a--b", False),
        ("a" * 81, False),
        ("", False),
        ("a\n", False),
    ],
)
def test_a_slug_is_a_name_of_a_folder_that_the_website_has_not(slug: str, *, is_one: bool) -> None:
    """Small letters, digits, single hyphens, and no folder of the website's own."""
    assert addresses.is_slug(slug) is is_one


def test_every_folder_of_the_website_is_reserved(tmp_path: Path) -> None:
    """Of what is built, only the department's own folder could be called otherwise."""
    project = bare(tmp_path)
    directory = example(project.packages)
    made = build.documents(project, (directory,), lambda _told: None)
    folders = {path.split("/")[0] for path in (*made.pages, *made.files) if "/" in path}
    assert folders - {"fire-brigade"} <= addresses.RESERVED


@pytest.mark.parametrize(
    ("name", "wrong"),
    [
        ("决算公开 2020.txt", ""),
        ("2020年度部门决算（公开）.docx", ""),
        ("a#b?.txt", "#?"),
        ("50%.txt", "%"),
        ("a\\b:c.txt", "\\:"),
        ("a\u202etxt.exe", "\u202e"),
        ("a\nb", "\n"),
        ("a\udcff", "\udcff"),
        (".hidden", "."),
        ("end ", " "),
    ],
)
def test_a_name_of_a_document_is_read_alike_everywhere(name: str, wrong: str) -> None:
    """Chinese and blanks inside are fine; what would cut the address is named."""
    assert addresses.wrong_letters(name) == wrong
