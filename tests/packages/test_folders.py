"""Putting a finished folder in the place of an old one."""

from pathlib import Path

import pytest

from publish.packages import folders


def _folder(path: Path, text: str) -> Path:
    path.mkdir()
    (path / "file").write_text(text, "utf-8")
    return path


def test_a_new_folder_takes_a_free_place(tmp_path: Path) -> None:
    """Where nothing stands, the folder is moved there."""
    folders.put(_folder(tmp_path / "new", "new"), tmp_path / "target")
    assert (tmp_path / "target" / "file").read_text("utf-8") == "new"
    assert not (tmp_path / "new").exists()


def test_a_new_folder_takes_the_place_of_an_old_one(tmp_path: Path) -> None:
    """What stood there ends up where the new one was."""
    old, new = _folder(tmp_path / "target", "old"), _folder(tmp_path / "new", "new")
    folders.put(new, old)
    assert (tmp_path / "target" / "file").read_text("utf-8") == "new"
    assert (tmp_path / "new" / "file").read_text("utf-8") == "old"


def test_without_the_system_call_two_moves_do_the_same(tmp_path: Path) -> None:
    """Other systems than Linux swap by moving aside."""
    old, new = _folder(tmp_path / "target", "old"), _folder(tmp_path / "new", "new")
    folders.move_aside(new, old)
    assert (tmp_path / "target" / "file").read_text("utf-8") == "new"
    assert (tmp_path / "new" / "file").read_text("utf-8") == "old"


def test_a_failed_move_leaves_the_old_folder(tmp_path: Path) -> None:
    """Where the new folder is not there, the old one stands as it was."""
    old = _folder(tmp_path / "target", "old")
    with pytest.raises(OSError, match="missing"):
        folders.move_aside(tmp_path / "missing", old)
    assert (old / "file").read_text("utf-8") == "old"
