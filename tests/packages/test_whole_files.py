"""Files put in place whole, and the rooms in which they are made."""

import errno
import fcntl
import os
from pathlib import Path

import pytest
from full_disks import full

from publish.packages import whole_files


def _names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_file_takes_the_place_of_an_old_one(tmp_path: Path) -> None:
    """Its folder is made, and no room is left."""
    path = tmp_path / "deep" / "file"
    for content in (b"one", b"two"):
        whole_files.write(path, content)
        assert path.read_bytes() == content
    assert _names(tmp_path / "deep") == ["file"]


def test_on_a_full_disk_the_old_file_stays_whole(tmp_path: Path) -> None:
    """The error names the file that was meant, never the room; nothing is left behind."""
    path = tmp_path / "file"
    path.write_bytes(b"old")
    with full(100), pytest.raises(OSError, match="too large") as caught:
        whole_files.write(path, b"x" * 101)
    assert (caught.value.errno, caught.value.filename) == (errno.EFBIG, str(path))
    assert path.read_bytes() == b"old"
    assert _names(tmp_path) == ["file"]


def test_the_room_of_a_single_file_can_stand_elsewhere(tmp_path: Path) -> None:
    """A folder that others watch or list is not troubled by a room."""
    folder = tmp_path / "folder"
    folder.mkdir()
    before = folder.stat().st_mtime_ns
    with whole_files.opened(tmp_path) as room:
        assert _names(folder) == []
        assert folder.stat().st_mtime_ns == before
        whole_files.put(folder / "file", b"content", room)
    assert _names(tmp_path) == ["folder"]


def test_what_a_dead_run_left_is_removed(tmp_path: Path) -> None:
    """Nobody holds its lock; what only looks like a room stays."""
    (tmp_path / ".new-abcd_123" / "site").mkdir(parents=True)
    for name in (".new-", ".new-plans-for-2021", "new-abcd_123"):
        (tmp_path / name).mkdir()
    (tmp_path / ".new-file_abc").write_bytes(b"a file is no room")
    (tmp_path / ".new-link_abc").symlink_to(tmp_path / "new-abcd_123")
    whole_files.tidy(tmp_path)
    assert _names(tmp_path) == [
        *(".new-", ".new-file_abc", ".new-link_abc", ".new-plans-for-2021", "new-abcd_123")
    ]


def test_a_room_of_a_run_that_is_alive_stays(tmp_path: Path) -> None:
    """Two runs at once do not take each other's rooms."""
    with whole_files.opened(tmp_path) as mine:
        (mine / "file").write_bytes(b"mine")
        with whole_files.opened(tmp_path) as other:
            assert _names(tmp_path) == sorted([mine.name, other.name])
            assert (mine / "file").read_bytes() == b"mine"
    assert _names(tmp_path) == []


def test_a_lock_ends_with_its_process(tmp_path: Path) -> None:
    """The system lifts it, so a killed run cannot keep its room."""
    room = tmp_path / ".new-abcd_123"
    room.mkdir()
    lock = os.open(room, os.O_RDONLY)
    fcntl.flock(lock, fcntl.LOCK_EX)
    whole_files.tidy(tmp_path)
    assert _names(tmp_path) == [room.name]
    os.close(lock)
    whole_files.tidy(tmp_path)
    assert _names(tmp_path) == []


def test_what_was_moved_aside_is_put_back(tmp_path: Path) -> None:
    """Where folders are swapped by moves, a run that died between them has lost nothing."""
    for name in ("2020.old", "2021.old"):
        (tmp_path / ".new-abcd_123" / name).mkdir(parents=True)
        (tmp_path / ".new-abcd_123" / name / "file").write_bytes(b"old")
    (tmp_path / "2021").mkdir()
    whole_files.tidy(tmp_path)
    assert _names(tmp_path) == ["2020", "2021"]
    assert _names(tmp_path / "2020") == ["file"]
    assert _names(tmp_path / "2021") == []


def test_a_room_is_made_with_its_place(tmp_path: Path) -> None:
    """The first run of all needs no folder."""
    with whole_files.opened(tmp_path / "a" / "b") as room:
        assert room.parent == tmp_path / "a" / "b"
        assert whole_files.is_room(room)
