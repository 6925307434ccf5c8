"""What the descriptor of a package tells of its history."""

import pytest

from publish.packages import histories
from publish.packages.differences import Changes, Difference
from publish.packages.histories import EDITION

NEW = Difference("income", "total 1", (("label", "", "合计"),))
GONE = Difference("income", "other 1", (("label", "其他", ""),))
CHANGED = Difference("income", "total 1", (("amount_wanyuan", "1", "2"),))
TITLE = Difference("datapackage.json", "title", (("", "旧", "新"),))


@pytest.mark.parametrize(
    ("changes", "version"),
    [
        (Changes(rows=(CHANGED,)), "1.2.4"),
        (Changes(rows=(CHANGED, GONE)), "1.2.4"),
        (Changes(properties=(TITLE,)), "1.2.4"),
        (Changes(files=("income",)), "1.2.4"),
        (Changes(rows=(CHANGED, NEW)), "1.3.0"),
        (Changes(added=("income.share_pct",)), "1.3.0"),
        (Changes(added=("income.share_pct",), gone=("income.share",)), "2.0.0"),
        (Changes(gone=("receptions",)), "2.0.0"),
    ],
)
def test_a_version_tells_what_kind_of_change_it_is(changes: Changes, version: str) -> None:
    """PATCH corrects, MINOR adds rows, columns or tables, MAJOR takes columns or tables away."""
    assert histories.raised("1.2.3", changes) == version


@pytest.mark.parametrize("version", ["one", "1.0", "1.0.0-beta", "01.0.0", "9" * 5000, 1, None, []])
def test_what_is_no_version_counts_as_the_first(version: object) -> None:
    """A descriptor may hold anything; the history goes on all the same."""
    assert histories.raised(version, Changes(rows=(CHANGED,))) == "1.0.1"


def test_without_changes_the_history_is_as_it_was() -> None:
    """A new reading that finds the same is no event."""
    told = {"title": "题", "version": "1.0.0", "created": "2020-01-01T00:00:00Z"}
    assert histories.continued(told, Changes()) == told


def test_changes_are_logged_beside_the_version() -> None:
    """`created` stays, `modified` is the date of the reading rules, the log grows at its end."""
    told = {"version": "1.0.0", "created": "2020-01-01T00:00:00Z", "title": "题"}
    once = histories.continued(told, Changes(rows=(CHANGED, GONE), properties=(TITLE,)))
    first = {
        "version": "1.0.1",
        "date": EDITION,
        "rows": {"changed": 1, "removed": 1},
        "tables": ["income"],
        "properties": ["title"],
    }
    assert list(once) == ["version", "created", "modified", "changes", "title"]
    assert once == {**told, "version": "1.0.1", "modified": EDITION, "changes": [first]}
    twice = histories.continued(once, Changes(added=("staffing",)))
    second = {"version": "1.1.0", "date": EDITION, "added": ["staffing"]}
    assert list(twice) == list(once)
    assert twice == {**once, "version": "1.1.0", "changes": [first, second]}
