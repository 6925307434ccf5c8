"""The published document of a package: sealed, and text."""

from pathlib import Path

from example_package import LINES, broken, descriptor, edit_descriptor, example, seal

from publish.checks import sources

TEXT = "a text file (.txt) in UTF-8 or GB18030"


def test_the_document_is_read_as_lines(tmp_path: Path) -> None:
    """Line ends are not part of a line."""
    assert sources.read(example(tmp_path), descriptor()) == (LINES, ())


def test_without_a_source_there_are_no_lines(tmp_path: Path) -> None:
    """That it is missing has been said by its property."""
    assert sources.read(example(tmp_path), {}) == (None, ())


def test_a_missing_document_is_the_only_problem(tmp_path: Path) -> None:
    """The rows are not held against a document that is not there."""
    directory = example(tmp_path)
    (directory / "source" / "accounts.txt").unlink()
    assert broken(directory) == [
        ("file", "source/accounts.txt", "no such file", "a file that can be read")
    ]


def test_a_document_that_was_changed_breaks_its_seal(tmp_path: Path) -> None:
    """One letter is enough."""
    directory = example(tmp_path)
    file = directory / "source" / "accounts.txt"
    file.write_bytes(file.read_bytes().replace("：".encode(), "；".encode(), 1))
    places = [found[:2] for found in broken(directory)]
    assert places == [("hash", "source/accounts.txt (hash)")]


def test_a_document_that_is_no_text_is_the_only_problem(tmp_path: Path) -> None:
    """Other formats have no reader yet."""
    directory = example(tmp_path)
    (directory / "source" / "accounts.txt").write_bytes(b"%PDF-1.7\0\0\0")
    seal(directory)
    assert broken(directory) == [("file", "source/accounts.txt", "a binary file", TEXT)]


def test_a_document_out_of_the_package_is_refused(tmp_path: Path) -> None:
    """It lies below source/ and nowhere else."""
    directory = example(tmp_path)
    edit_descriptor(directory, lambda found: found["sources"][0].update(path="../accounts.txt"))
    assert broken(directory) == [
        (
            "path",
            "datapackage.json (sources.0.path)",
            "../accounts.txt: a path that leads out of the package",
            "a file of the package below source/",
        )
    ]


def test_a_document_in_gb18030_is_read_right(tmp_path: Path) -> None:
    """Quotes are compared as text, not as bytes."""
    directory = example(tmp_path)
    file = directory / "source" / "accounts.txt"
    file.write_bytes(file.read_text("utf-8").encode("gb18030"))
    seal(directory)
    assert broken(directory) == []
