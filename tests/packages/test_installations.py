"""Files of a package put in place in one step, and what stays."""

import os
from pathlib import Path

import pytest
from full_disks import full

from publish.errors import PackageError
from publish.packages import installations

OURS = frozenset({"datapackage.json", "data/a.csv", "data/b.csv"})


def _package(root: Path) -> Path:
    directory = root / "department" / "2020"
    (directory / "data").mkdir(parents=True)
    for name in OURS:
        (directory / name).write_text("old", "utf-8")
    return directory


def _files(directory: Path) -> dict[str, str]:
    return {
        path.relative_to(directory).as_posix(): path.read_text("utf-8")
        for path in directory.rglob("*")
        if path.is_file()
    }


def test_files_are_written_changed_and_removed_and_everything_else_stays(tmp_path: Path) -> None:
    """Hidden files, folders, links, empty folders, modes and times are those of before."""
    directory = _package(tmp_path)
    for name in (".gitattributes", "notes/2020/plan.txt", "source/second.txt", "data/.keep"):
        (directory / name).parent.mkdir(parents=True, exist_ok=True)
        (directory / name).write_text(name, "utf-8")
    (directory / "empty").mkdir()
    (directory / "link").symlink_to("nowhere")
    (directory / "notes").chmod(0o750)
    os.utime(directory / ".gitattributes", ns=(5, 5))
    contents = {"datapackage.json": b"new", "data/c.csv": b"new", "data/a.csv": b"old"}
    installations.put(contents, directory, OURS)
    assert _files(directory) == {
        "datapackage.json": "new",
        "data/c.csv": "new",
        "data/a.csv": "old",
        **{
            name: name
            for name in (".gitattributes", "notes/2020/plan.txt", "source/second.txt", "data/.keep")
        },
    }
    assert (directory / "empty").is_dir()
    assert os.readlink(directory / "link") == "nowhere"  # noqa: PTH115  the text of the link
    assert (directory / "notes").stat().st_mode & 0o777 == 0o750
    assert (directory / ".gitattributes").stat().st_mtime_ns == 5
    assert [path.name for path in directory.parent.iterdir()] == ["2020"]


def test_where_a_file_system_has_no_second_names_there_are_copies(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same stays, by another way."""

    def no_links(*_: object, **__: object) -> None:
        raise PermissionError

    directory = _package(tmp_path)
    (directory / "notes.txt").write_text("notes", "utf-8")
    (directory / "notes.txt").chmod(0o640)
    (directory / "link").symlink_to("notes.txt")
    monkeypatch.setattr(os, "link", no_links)
    installations.put({"datapackage.json": b"new"}, directory, {"datapackage.json"})
    assert (directory / "notes.txt").read_text("utf-8") == "notes"
    assert (directory / "notes.txt").stat().st_mode & 0o777 == 0o640
    assert (directory / "link").is_symlink()
    assert (directory / "datapackage.json").read_text("utf-8") == "new"


def test_where_nothing_changes_nothing_is_touched(tmp_path: Path) -> None:
    """The folder is the same one, not an equal one."""
    directory = _package(tmp_path)
    before = directory.stat().st_ino
    installations.put(dict.fromkeys(OURS, b"old"), directory, OURS)
    assert directory.stat().st_ino == before


def test_what_people_wrote_is_not_overwritten(tmp_path: Path) -> None:
    """A file of theirs, a folder, a link on the way: all named at once, and nothing is written."""
    directory, outside = _package(tmp_path), tmp_path / "outside"
    outside.mkdir()
    (directory / "theirs.txt").write_text("theirs", "utf-8")
    (directory / "source").symlink_to(outside)
    (directory / "data" / "c.csv").mkdir()
    names = ("theirs.txt", "source/a.txt", "data/c.csv", "datapackage.json/x")
    before = _files(directory)
    with pytest.raises(PackageError) as caught:
        installations.put(dict.fromkeys(names, b"new"), directory, OURS)
    assert [(problem.place, problem.found) for problem in caught.value.problems] == [
        (str(directory / "theirs.txt"), "a file with other content"),
        (str(directory / "source/a.txt"), "source, a link"),
        (str(directory / "data/c.csv"), "a folder"),
        (str(directory / "datapackage.json/x"), "datapackage.json, not a folder"),
    ]
    assert _files(directory) == before
    assert list(outside.iterdir()) == []


def test_a_file_in_the_place_of_the_package_is_not_replaced(tmp_path: Path) -> None:
    """It is no package, so it is somebody's."""
    (tmp_path / "2020").write_text("theirs", "utf-8")
    with pytest.raises(PackageError, match="found: a file\n"):
        installations.put({"datapackage.json": b"new"}, tmp_path / "2020", OURS)
    assert (tmp_path / "2020").read_text("utf-8") == "theirs"


def test_a_link_to_the_folder_of_a_package_stays_one(tmp_path: Path) -> None:
    """The files are put where it leads."""
    directory, link = _package(tmp_path), tmp_path / "link"
    link.symlink_to(directory)
    installations.put({"datapackage.json": b"new"}, link, {"datapackage.json"})
    assert link.is_symlink()
    assert (directory / "datapackage.json").read_text("utf-8") == "new"


def test_on_a_full_disk_the_error_names_the_file(tmp_path: Path) -> None:
    """The old package stands whole, and no room is left."""
    directory = _package(tmp_path)
    before = _files(directory)
    contents = {"datapackage.json": b"new", "data/a.csv": b"x" * 101}
    with full(100), pytest.raises(OSError, match="too large") as caught:
        installations.put(contents, directory, OURS)
    assert caught.value.filename == str(directory / "data" / "a.csv")
    assert _files(directory) == before
    assert [path.name for path in directory.parent.iterdir()] == ["2020"]
