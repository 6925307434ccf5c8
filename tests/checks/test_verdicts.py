"""What a build remembers of a package that has passed."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from example_package import example

from publish.checks import verdicts


def _rename(directory: Path) -> object:
    return (directory / "data" / "income.csv").rename(directory / "data" / "revenue.csv")


@pytest.mark.parametrize(
    "change",
    [
        lambda directory: (directory / "data" / "income.csv").write_text("key\n"),
        lambda directory: (directory / "data" / "more.csv").touch(),
        lambda directory: (directory / "source" / "accounts.txt").unlink(),
        _rename,
    ],
    ids=["changed", "added", "removed", "renamed"],
)
def test_every_change_of_a_file_is_another_verdict(
    tmp_path: Path, change: Callable[[Path], object]
) -> None:
    """Names and contents count."""
    directory = example(tmp_path)
    before = verdicts.of(directory)
    change(directory)
    assert verdicts.of(directory) != before


def test_times_of_files_are_no_part_of_a_verdict(tmp_path: Path) -> None:
    """A fresh checkout of the same files has passed already."""
    directory = example(tmp_path)
    before = verdicts.of(directory)
    os.utime(directory / "data" / "income.csv", (0, 0))
    assert verdicts.of(directory) == before


@pytest.mark.parametrize("sort", ["loop", "device", "pipe", "folder"])
def test_what_is_no_regular_file_is_not_read_and_is_another_verdict(
    tmp_path: Path, sort: str
) -> None:
    """A verdict does not hang on a device, a pipe or a huge file elsewhere; the check names it."""
    directory = example(tmp_path)
    before, income = verdicts.of(directory), directory / "data" / "income.csv"
    income.unlink()
    put = {
        "loop": lambda: income.symlink_to("income.csv"),
        "device": lambda: income.symlink_to("/dev/zero"),
        "pipe": lambda: os.mkfifo(income),
        "folder": income.mkdir,
    }
    put[sort]()
    assert verdicts.of(directory) != before


def test_a_draft_beside_the_package_is_not_read(tmp_path: Path) -> None:
    """What is not published may be of any size; that it is there is noted."""
    directory = example(tmp_path)
    (directory / "draft.docx").write_bytes(b"1")
    before = verdicts.of(directory)
    (directory / "draft.docx").write_bytes(b"2")
    assert verdicts.of(directory) == before


def test_a_verdict_is_remembered_for_its_package(tmp_path: Path) -> None:
    """Nothing before, the last one after, and another package has none."""
    directory, cache = tmp_path / "fire" / "2020", tmp_path / "cache"
    found = [verdicts.remembered(cache, directory)]
    for verdict in ("one", "two"):
        verdicts.remember(cache, directory, verdict)
        found.append(verdicts.remembered(cache, directory))
    assert found == ["", "one", "two"]
    assert verdicts.remembered(cache, tmp_path / "fire" / "2021") == ""
    assert [path.name for path in (cache / "checks").iterdir()] == ["fire-2020"]


def test_a_damaged_memory_is_none(tmp_path: Path) -> None:
    """It is checked again, and no more."""
    directory = tmp_path / "fire" / "2020"
    verdicts.remember(tmp_path, directory, "one")
    (tmp_path / "checks" / "fire-2020").write_bytes(b"\xff\xfe")
    assert verdicts.remembered(tmp_path, directory) == ""
