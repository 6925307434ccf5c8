"""Reading datapackage.json before it is trusted."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from publish.checks import descriptor_files
from publish.checks.problems import PackageProblem, PlaceKind, ProblemPlace
from publish.packages import DESCRIPTOR

NO_NUMBER = "Out of range float values are not JSON compliant"
TOO_LONG = (
    "Exceeds the limit (4300 digits) for integer string conversion: "
    "value has 5000 digits; use sys.set_int_max_str_digits() to increase the limit"
)


def _unreadable(found: str) -> PackageProblem:
    return PackageProblem(
        PlaceKind.DESCRIPTOR,
        ProblemPlace("datapackage.json"),
        found,
        expected="one JSON object in UTF-8 without a byte order mark",
        remedy="restore it from version control, or run publish import again with --force",
    )


def test_an_object_is_read(tmp_path: Path) -> None:
    """Nothing is known of its values yet."""
    (tmp_path / DESCRIPTOR).write_text('{"title": "决算", "resources": []}', "utf-8")
    assert descriptor_files.read(tmp_path) == {"title": "决算", "resources": []}


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (b"", "line 1, column 1: Expecting value"),
        (b'{"title": "x", "unit": 1, "title": "y"}', "the property title twice"),
        (b'{"a": [{"x": 1, "x": 1}]}', "the property x twice"),
        (b'{"bytes": NaN}', NO_NUMBER),
        (b'{"bytes": -1e999}', NO_NUMBER),
        (b'{"a": ' * 40 + b"1" + b"}" * 40, "brackets within brackets without end"),
        (b'{"title": \n}', "line 2, column 1: Expecting value"),
        (
            b'\xef\xbb\xbf{"title": "x"}',
            "line 1, column 1: Unexpected UTF-8 BOM (decode using utf-8-sig)",
        ),
        ('{"title": "决算"}'.encode("gb18030"), "byte 12 is not UTF-8"),
        (b'["title"]', '["title"]'),
        (b"null", "nothing"),
        (b"[" * 100_000, "brackets within brackets without end"),
        (
            rb'{"title": "\ud800"}',
            r"'utf-8' codec can't encode character '\ud800' in position 11: surrogates not allowed",
        ),
        (
            b"[" + b"1" * 5000 + b"]",
            TOO_LONG,
        ),
    ],
)
def test_what_is_no_object_is_named(tmp_path: Path, content: bytes, found: str) -> None:
    """Not JSON, not UTF-8, not an object: each says what is there, and where."""
    (tmp_path / DESCRIPTOR).write_bytes(content)
    assert descriptor_files.read(tmp_path) == _unreadable(found)


def test_a_descriptor_that_cannot_be_opened_is_named(tmp_path: Path) -> None:
    """The words of the operating system say why."""
    (tmp_path / DESCRIPTOR).mkdir()
    assert descriptor_files.read(tmp_path) == _unreadable("a folder")


def test_a_property_is_found_by_its_path() -> None:
    """What is not there is None, also below a value that is no object."""
    descriptor = {"department": {"slug": "fire-brigade"}, "unit": "万元"}
    names = ("department.slug", "department.name", "unit", "unit.slug", "title")
    found = [descriptor_files.value(descriptor, name) for name in names]
    assert found == ["fire-brigade", None, "万元", None, None]


def test_a_long_value_is_shortened() -> None:
    """A message shows at most eighty characters of it."""
    assert descriptor_files.shown(["一"] * 100) == "[" + '"一", ' * 15 + '"一"…'


@pytest.mark.parametrize("put", [Path.mkdir, os.mkfifo, lambda path: path.symlink_to("/dev/zero")])
def test_a_descriptor_that_is_no_file_is_named(
    tmp_path: Path, put: Callable[[Path], object]
) -> None:
    """A folder, a named pipe, a link to a device: neither a hang nor a traceback."""
    put(tmp_path / DESCRIPTOR)
    assert isinstance(descriptor_files.read(tmp_path), PackageProblem)


@pytest.mark.parametrize(
    ("found", "shown"), [("x", "x"), ("", '""'), (" ", '" "'), (None, "nothing"), ([1], "[1]")]
)
def test_a_value_is_shown_so_that_it_can_be_seen(found: object, shown: str) -> None:
    """An empty text is not an empty message."""
    assert descriptor_files.shown(found) == shown
