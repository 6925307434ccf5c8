"""What stands in a package beside the files that its descriptor names."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from example_package import broken, example

from publish import checks

EXPECTED = "files and folders of the package itself"


@pytest.mark.parametrize(
    "path", ["notes.txt", "source/annex.txt", "data/old.csv", "drafts", "acknowledgements.toml"]
)
@pytest.mark.parametrize("to", ["{outside}", "source/accounts.txt", "nowhere", "/dev/zero", "."])
def test_a_link_is_refused_wherever_it_is_and_leads(tmp_path: Path, path: str, to: str) -> None:
    """Its content would be published, or its name would lie."""
    outside = tmp_path / "secret.txt"
    outside.write_text("secret", "utf-8")
    directory = example(tmp_path)
    (directory / path).symlink_to(to.format(outside=outside))
    assert broken(directory) == [("file", path, "a link", EXPECTED)]


@pytest.mark.parametrize("level", ["package", "department"])
def test_a_package_that_is_a_link_is_refused(tmp_path: Path, level: str) -> None:
    """The folder of the year and that of the department alike; nothing else is then looked at."""
    directory = example(tmp_path)
    place = directory if level == "package" else directory.parent
    place.rename(tmp_path / "moved")
    place.symlink_to(tmp_path / "moved")
    assert broken(directory) == [("file", "", f"a link: {place}", EXPECTED)]


@pytest.mark.parametrize("put", [os.mkfifo, lambda path: os.mknod(path, 0o140600)], ids="ps")
def test_what_is_no_file_is_refused(tmp_path: Path, put: Callable[[Path], object]) -> None:
    """A named pipe, a socket: nobody hangs on it."""
    directory = example(tmp_path)
    put(directory / "source" / "x")
    assert broken(directory) == [("file", "source/x", "no regular file", EXPECTED)]


def test_a_draft_is_noted_and_stops_nobody(tmp_path: Path) -> None:
    """A folder without a published file is named as a whole; nothing else is said."""
    directory = example(tmp_path)
    for path in ("README.md", "source/draft.docx", "drafts/2021/a.txt", "drafts/b.txt"):
        (directory / path).parent.mkdir(parents=True, exist_ok=True)
        (directory / path).write_text("draft", "utf-8")
    checked = checks.check(directory)
    assert checked.problems == ()
    assert checked.unpublished == ("README.md", "source/draft.docx", "drafts/")
    assert "not published, as datapackage.json does not name it: README.md" in checked.text()


def test_hidden_files_are_no_matter(tmp_path: Path) -> None:
    """File managers leave them behind, in data/ too; they are neither published nor noted."""
    directory = example(tmp_path)
    for path in (".DS_Store", "data/.DS_Store", "data/._income.csv", ".git/config"):
        (directory / path).parent.mkdir(parents=True, exist_ok=True)
        (directory / path).write_text("x", "utf-8")
    checked = checks.check(directory)
    assert (checked.problems, checked.unpublished) == ((), ())


def test_a_name_that_is_not_utf_8_is_shown_and_no_traceback(tmp_path: Path) -> None:
    """The report for people and the one for machines can both be printed."""
    directory = example(tmp_path)
    (directory / "a\udcff.txt").write_text("x", "utf-8")
    report = checks.ProblemReport((checks.check(directory),))
    assert "a\\udcff.txt" in report.text()
    assert "a\\\\udcff.txt" in report.json()
    (report.text() + report.json()).encode("utf-8")
