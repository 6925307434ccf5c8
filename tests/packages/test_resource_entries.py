"""Resources and sources of any descriptor."""

from typing import Any

import pytest

from publish import tables
from publish.packages import resource_entries


@pytest.mark.parametrize("listed", [None, 1, "x", {}, ["x", 1, None, {}, {"name": 1}]])
def test_what_is_no_resource_is_left_out(listed: object) -> None:
    """A descriptor that people edited may hold anything."""
    assert resource_entries.resources({"resources": listed}) == {}


@pytest.mark.parametrize(
    ("sources", "path"),
    [
        ([{"path": "source/a.txt"}, {"path": "source/b.txt"}], "source/a.txt"),
        ([{"path": "source/../../a.txt"}], ""),
        ([{"path": "/etc/passwd"}], ""),
        ([{"path": ["source/a.txt"]}], ""),
        ([], ""),
        (["source/a.txt"], ""),
        ({"path": "source/a.txt"}, ""),
        (None, ""),
    ],
)
def test_the_first_source_is_a_file_of_the_package(sources: object, path: str) -> None:
    """Nothing else is taken for the document that was read."""
    assert resource_entries.first_source({"sources": sources}) == path


def test_what_people_added_to_a_resource_stays() -> None:
    """The import knows the title of a table better; a further property is theirs."""
    before = {"name": "income", "title": "别的", "licenses": [{"name": "CC0"}], "bytes": 1}
    found = resource_entries.entry(tables.load()["income"], b"abc", before)
    assert (found["title"], found["licenses"]) == ("收入决算", [{"name": "CC0"}])
    assert found["bytes"] == 3


def test_a_new_seal_changes_nothing_else() -> None:
    """Size, checksum and columns follow from the file; everything else is as it was."""
    table = tables.load()["income"]
    before = {**resource_entries.entry(table, b"abc", {}), "title": "别的", "note": "x"}
    found = resource_entries.sealed(table, b"abcd", before)
    assert {key for key in found if found[key] != before[key]} == {"bytes", "hash"}
    assert list(found) == list(before)


def test_a_resource_takes_the_place_of_the_one_of_its_name() -> None:
    """The order stays; a new one comes last."""
    told: dict[str, Any] = {"resources": [{"name": "a"}, {"name": "b"}]}
    new, further = {"name": "a", "bytes": 1}, {"name": "c"}
    assert resource_entries.with_resource(told, new)["resources"] == [new, {"name": "b"}]
    assert resource_entries.with_resource(told, further)["resources"] == [
        *told["resources"],
        further,
    ]
    assert resource_entries.with_resource(told, told["resources"][1]) == told
