"""Paths of a descriptor: what leads out of the package is refused before anything is read."""

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
def test_a_path_is_refused_for_its_first_reason(path: str, reason: str) -> None:
    """Each way out of the package has its words, and a plain path has none."""
    assert paths.reason(path, "data") == reason


@given(st.lists(NAMES, min_size=1, max_size=4))
def test_plain_relative_paths_are_never_refused(names: list[str]) -> None:
    """Names without a leading dot, joined by single slashes, stay inside of the package."""
    assert paths.refusal("/".join(names)) == ""
