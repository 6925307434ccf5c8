"""The published document of a package: sealed, and text."""

from pathlib import Path

import pytest
from example_package import LINES, broken, descriptor, edit_descriptor, example, seal

from publish import checks, packages
from publish.checks import sources

TEXT = "a text file (.txt) in UTF-8 or GB18030"


def test_the_document_is_read_as_lines(tmp_path: Path) -> None:
    """Line ends are not part of a line."""
    document, problems = sources.read(example(tmp_path), descriptor())
    assert document is not None
    assert tuple(sources.texts(document).values()) == LINES
    assert problems == ()


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


def _second(directory: Path, **changes: object) -> None:
    """Let the descriptor name a scan beside the text, as it is but for `changes`."""
    content = b"%PDF-1.7\0"
    (directory / "source" / "scan.pdf").write_bytes(content)
    declared = {
        "title": "扫描件",
        "path": "source/scan.pdf",
        "bytes": len(content),
        "hash": packages.sha256(content),
    }
    edit_descriptor(directory, lambda found: found["sources"].append({**declared, **changes}))


def test_a_second_document_may_be_of_any_format(tmp_path: Path) -> None:
    """It is sealed, and not read."""
    directory = example(tmp_path)
    _second(directory)
    assert broken(directory) == []


@pytest.mark.parametrize(
    ("changes", "kind", "place"),
    [
        ({"path": "../../secret.txt"}, "path", "datapackage.json (sources.1.path)"),
        ({"path": "/etc/passwd"}, "path", "datapackage.json (sources.1.path)"),
        ({"path": "data/income.csv"}, "path", "datapackage.json (sources.1.path)"),
        ({"path": "source/nowhere.pdf"}, "file", "source/nowhere.pdf"),
        ({"bytes": 1}, "hash", "source/scan.pdf (bytes)"),
        ({"hash": f"sha256:{'0' * 64}"}, "hash", "source/scan.pdf (hash)"),
    ],
)
def test_a_second_document_is_held_to_the_same_claims(
    tmp_path: Path, changes: dict[str, object], kind: str, place: str
) -> None:
    """Path, size and checksum of every one are looked at, not of the first alone."""
    directory = example(tmp_path)
    _second(directory, **changes)
    assert [found[:2] for found in broken(directory)] == [(kind, place)]


@pytest.mark.parametrize("name", ["a#b.txt", "a?b.txt", "50%.txt", "a\u202eb.txt", "a:b.txt"])
def test_a_name_that_is_no_address_is_refused(tmp_path: Path, name: str) -> None:
    """The remedy is another name."""
    directory = example(tmp_path)
    (directory / "source" / "accounts.txt").rename(directory / "source" / name)
    edit_descriptor(directory, lambda found: found["sources"][0].update(path=f"source/{name}"))
    (problem,) = checks.check(directory).problems
    assert problem.place.text() == "datapackage.json (sources.0.path)"
    assert problem.remedy == "rename the document, and correct its path in datapackage.json"


@pytest.mark.parametrize("name", ["决算 2020（公开）.txt", "README.md", "deeper/accounts.txt"])
def test_other_names_are_accepted(tmp_path: Path, name: str) -> None:
    """Blanks, Chinese, the name of a page, a folder below source/."""
    directory = example(tmp_path)
    (directory / "source" / name).parent.mkdir(exist_ok=True)
    (directory / "source" / "accounts.txt").rename(directory / "source" / name)
    edit_descriptor(directory, lambda found: found["sources"][0].update(path=f"source/{name}"))
    assert broken(directory) == []


def test_a_name_in_other_capitals_is_pointed_at(tmp_path: Path) -> None:
    """Some systems take the two for one; a web server does not."""
    directory = example(tmp_path)
    (directory / "source" / "accounts.txt").rename(directory / "source" / "Accounts.TXT")
    found = "no such file; there is source/Accounts.TXT"
    assert [problem[:3] for problem in broken(directory)] == [
        ("file", "source/accounts.txt", found)
    ]
