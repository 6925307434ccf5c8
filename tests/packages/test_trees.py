"""Folders of generated files."""

from pathlib import Path

from publish.packages import trees


def test_a_folder_holds_exactly_the_files(tmp_path: Path) -> None:
    """What is new is written, what is not wanted is removed with its folder."""
    (tmp_path / "old").mkdir()
    (tmp_path / "old" / "page.md").write_bytes(b"old")
    assert trees.write({"a/b.md": b"1", "c.md": b"2"}, tmp_path) == 2
    assert trees.read(tmp_path) == {"a/b.md": b"1", "c.md": b"2"}
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a", "c.md"]


def test_what_is_right_is_not_touched(tmp_path: Path) -> None:
    """An equal file keeps its time, a changed one of the same size does not."""
    trees.write({"a.md": b"1", "b.md": b"2"}, tmp_path)
    before = {name: (tmp_path / name).stat().st_mtime_ns for name in ("a.md", "b.md")}
    assert trees.write({"a.md": b"1", "b.md": b"3"}, tmp_path) == 1
    after = {name: (tmp_path / name).stat().st_mtime_ns for name in ("a.md", "b.md")}
    assert after["a.md"] == before["a.md"]
    assert (tmp_path / "b.md").read_bytes() == b"3"


def test_a_folder_gives_way_to_a_file_of_its_name(tmp_path: Path) -> None:
    """A page that became a file replaces the folder that stood there, and the other way round."""
    trees.write({"a/b": b"1"}, tmp_path)
    trees.write({"a": b"2"}, tmp_path)
    assert trees.read(tmp_path) == {"a": b"2"}
    trees.write({"a/b": b"3"}, tmp_path)
    assert trees.read(tmp_path) == {"a/b": b"3"}


def test_hidden_files_are_not_read(tmp_path: Path) -> None:
    """What editors and systems leave in a folder does not get into the website."""
    (tmp_path / ".swp").write_bytes(b"x")
    (tmp_path / "a.md").write_bytes(b"1")
    assert trees.read(tmp_path) == {"a.md": b"1"}
