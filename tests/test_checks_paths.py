"""Paths of a descriptor: what leads out of the package is refused before anything is read."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publish.checks import paths

NAMES = st.from_regex(r"[a-z0-9][a-z0-9._-]{0,8}", fullmatch=True)


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("data/income.csv", ""),
        ("../income.csv", "a path that leads out of the package"),
        ("data/../../income.csv", "a path that leads out of the package"),
        ("/etc/passwd", "an absolute path or one with backslashes"),
        ("data\\income.csv", "an absolute path or one with backslashes"),
        ("C:/income.csv", "an address outside of the package"),
        ("https://example.org/income.csv", "an address outside of the package"),
        ("file:///etc/passwd", "an address outside of the package"),
        ("data/.income.csv", "a hidden file or folder"),
        (".data/income.csv", "a hidden file or folder"),
        ("data//income.csv", "a path that is not in its plain form"),
        ("data/income.csv\0", "a path that is not in its plain form"),
        ("", "a path that is not in its plain form"),
        ("income.csv", "a file outside of data/"),
        ("source/income.csv", "a file outside of data/"),
    ],
)
def test_a_path_is_refused_for_its_first_reason(tmp_path: Path, path: str, reason: str) -> None:
    """Each way out of the package has its words, and a plain path has none."""
    assert paths.reason(tmp_path, path, "data") == reason


@given(st.lists(NAMES, min_size=1, max_size=4))
def test_plain_relative_paths_are_never_refused(names: list[str]) -> None:
    """Names without a leading dot, joined by single slashes, stay inside of the package."""
    assert paths.refusal("/".join(names)) == ""


def test_a_link_out_of_the_package_is_refused(tmp_path: Path) -> None:
    """The path looks harmless; the link on the way is followed before it is allowed."""
    (tmp_path / "secret.csv").write_text("key\n")
    package = tmp_path / "package"
    (package / "data").mkdir(parents=True)
    (package / "data" / "income.csv").symlink_to(tmp_path / "secret.csv")
    assert (
        paths.reason(package, "data/income.csv", "data") == "a link that leads out of the package"
    )


def test_a_link_within_the_package_is_allowed(tmp_path: Path) -> None:
    """What it leads to is part of the package."""
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "one.csv").write_text("key\n")
    (tmp_path / "data" / "two.csv").symlink_to("one.csv")
    assert paths.reason(tmp_path, "data/two.csv", "data") == ""


def test_a_link_to_itself_does_not_end_in_a_traceback(tmp_path: Path) -> None:
    """Such a link is refused, or found missing later, according to the version of Python."""
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "loop.csv").symlink_to("loop.csv")
    assert paths.reason(tmp_path, "data/loop.csv", "data") in {
        "",
        "a link that leads out of the package",
    }
