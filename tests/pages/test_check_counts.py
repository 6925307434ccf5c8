"""How much was checked."""

from example_findings import result

from publish.pages import check_counts
from publish.pages.check_counts import Tally
from publish.reconciliation import Outcome, Status

OUTCOME = Outcome(
    tuple(
        result(status=status)
        for status in (*Status, Status.PASSED)  # each once, and one passed more
    ),
    (),
    9,
    (),
)


def test_what_was_not_compared_is_counted_apart() -> None:
    """Unchecked is not passed, and what does not apply is no check."""
    found = check_counts.total(OUTCOME)
    assert found == Tally("", "全部", passed=2, failed=1, explained=1, unchecked=1)
    assert found.compared == 4


def test_every_family_has_its_numbers() -> None:
    """A family without results is there, with zeros."""
    first, *others = check_counts.families(OUTCOME)
    assert first == Tally("sums", "合计与分级", passed=2, failed=1, explained=1, unchecked=1)
    assert {(each.compared, each.unchecked) for each in others} == {(0, 0)}
