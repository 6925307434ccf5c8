"""The files of a package: what is published, and that nothing else can be read by mistake."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from example_package import edit_descriptor, example, package

from publish import packages
from publish.errors import PackageError
from publish.packages import contents
from publish.packages.contents import FolderEntry, Sort
from publish.reconciliation import acknowledgements

INCOME = "data/income.csv"
TABLES = [f"data/{name}.csv" for name in (*package().tables, "findings")]


def test_what_the_descriptor_names_is_published_and_nothing_else(tmp_path: Path) -> None:
    """Drafts, notes and hidden files beside the document are nobody's business."""
    directory = example(tmp_path)
    for name in ("notes.txt", "README.md", "source/draft.docx", "data/old.csv", ".DS_Store"):
        (directory / name).write_text("secret", "utf-8")
    found = contents.published(directory)
    assert sorted(found) == sorted(["datapackage.json", "source/accounts.txt", *TABLES])
    assert found[INCOME] == (directory / INCOME).read_bytes()


def test_answers_of_staff_are_published_where_there_are_any(tmp_path: Path) -> None:
    """No descriptor names them; the pages show them."""
    directory = example(tmp_path)
    (directory / acknowledgements.FILE).write_text("# none yet\n", "utf-8")
    assert contents.published(directory)[acknowledgements.FILE] == b"# none yet\n"
    assert acknowledgements.FILE in contents.BESIDE


def test_every_document_that_is_named_is_published(tmp_path: Path) -> None:
    """A scan beside the text is a source, too."""
    directory = example(tmp_path)
    (directory / "source" / "scan.pdf").write_bytes(b"%PDF")
    edit_descriptor(directory, lambda found: found["sources"].append({"path": "source/scan.pdf"}))
    assert contents.published(directory)["source/scan.pdf"] == b"%PDF"


def _linked(path: Path, to: Path) -> None:
    to.parent.mkdir(parents=True, exist_ok=True)
    path.rename(to)
    path.symlink_to(to)


@pytest.mark.parametrize("path", [INCOME, "data", ".", ".."])
def test_nothing_is_read_through_a_link(tmp_path: Path, path: str) -> None:
    """A file, its folder, the package and the department: a link on the way is refused."""
    directory = example(tmp_path / "packages")
    place = {".": directory, "..": directory.parent}.get(path, directory / path)
    _linked(place, tmp_path / "elsewhere")
    with pytest.raises(OSError, match="a link") as caught:
        contents.read(directory, INCOME)
    assert caught.value.filename == str(place)
    with pytest.raises(PackageError, match="a link"):
        contents.published(directory)


def test_links_above_the_department_are_the_business_of_who_set_them(tmp_path: Path) -> None:
    """The whole of datapackages/ may lie on another disk."""
    example(tmp_path / "disk")
    (tmp_path / "datapackages").symlink_to(tmp_path / "disk")
    directory = tmp_path / "datapackages" / "fire-brigade" / "2020"
    assert INCOME in contents.published(directory)


@pytest.mark.parametrize(
    ("put", "found"),
    [(os.mkfifo, "no regular file"), (Path.mkdir, "a folder")],
    ids=["pipe", "folder"],
)
def test_only_regular_files_are_read(
    tmp_path: Path, put: Callable[[Path], object], found: str
) -> None:
    """A named pipe that nobody writes to does not hang."""
    put(tmp_path / "x")
    with pytest.raises(OSError, match=found):
        contents.read(tmp_path, "x")


def test_a_device_is_not_read_without_end() -> None:
    """/dev/zero has no last byte."""
    with pytest.raises(OSError, match="no regular file"):
        contents.read(Path("/dev"), "zero")


def test_a_file_without_measure_is_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The limit is said."""
    monkeypatch.setattr(contents, "LARGEST", 3)
    (tmp_path / "x").write_bytes(b"1234")
    with pytest.raises(OSError, match="more than 3 bytes"):
        contents.read(tmp_path, "x")
    (tmp_path / "x").write_bytes(b"123")
    assert contents.read(tmp_path, "x") == b"123"


def test_entries_say_what_stands_in_a_package(tmp_path: Path) -> None:
    """Sorted, in folders too, hidden ones left out, no link followed."""
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "x").touch()
    (tmp_path / "a" / ".DS_Store").touch()
    (tmp_path / "b").symlink_to("a")
    os.mkfifo(tmp_path / "c")
    found = [
        FolderEntry("b", Sort.LINK),
        FolderEntry("c", Sort.OTHER),
        FolderEntry("a/x", Sort.FILE),
    ]
    assert list(contents.entries(tmp_path)) == found
    assert list(contents.entries(tmp_path / "nowhere")) == []


@pytest.mark.parametrize("junk", ["[", "[]", "1", "[" * 100_000, '{"resources": 1}', ""])
def test_a_descriptor_that_is_none_publishes_nothing_or_says_so(tmp_path: Path, junk: str) -> None:
    """Whatever it holds: our error, or no file beside it."""
    (tmp_path / packages.DESCRIPTOR).write_text(junk, "utf-8")
    try:
        found = list(contents.published(tmp_path))
    except PackageError as error:
        found = [problem.remedy for problem in error.problems]
    assert found in (["run: publish check"], [packages.DESCRIPTOR])


def test_a_cell_may_be_as_long_as_a_report() -> None:
    """The module csv stops at 128 KB by itself."""
    long = "长" * 140_000
    assert list(contents.csv_rows(f'a,"{long}"\n')) == [["a", long]]
