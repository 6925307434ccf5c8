"""What people write for the website."""

import os
from pathlib import Path

import pytest

from publish.errors import BuildError
from publish.website import handwritten


def website(root: Path) -> Path:
    """Return a folder with a page and a style."""
    for path, content in {"pages/about.md": "# 关于\n", "assets/css/a.css": "a {}"}.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(content, "utf-8")
    return root


def test_pages_and_assets_have_their_places(tmp_path: Path) -> None:
    """Pages at the root of the website, assets in their folder."""
    assert handwritten.files(website(tmp_path)) == {
        "about.md": "# 关于\n".encode(),
        "assets/css/a.css": b"a {}",
    }


def test_every_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    """A page in another encoding, and a name in another: all at once, with their places."""
    pages = website(tmp_path) / "pages"
    (pages / "gbk.md").write_bytes("# 决算\n".encode("gbk"))
    (pages / os.fsdecode("决算.css".encode("gbk"))).write_bytes(b"")
    (pages / "picture.png").write_bytes(b"\xff")
    with pytest.raises(BuildError) as caught:
        handwritten.files(tmp_path)
    assert [(problem.place, problem.found) for problem in caught.value.problems] == [
        (str(pages / "gbk.md"), "a file that is not UTF-8"),
        (str(pages / os.fsdecode("决算.css".encode("gbk"))), "a file name that is not UTF-8"),
    ]
