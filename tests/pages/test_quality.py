"""The page 数据核对."""

from dataclasses import replace
from pathlib import Path

from example_edition import edition
from example_findings import DOCUMENT, finding, result

from publish.pages import quality, rendering
from publish.pages.years import Edition
from publish.reconciliation import Outcome, Severity
from publish.reconciliation.acknowledgements import Acknowledgement, Answers

ANSWER = Acknowledgement(finding().id, "更正稿已公开", "办公室", "0")


def checked(root: Path) -> Edition:
    """Return the example with one finding, which the department has answered."""
    outcome = Outcome((result(),), (finding(),), 4, ())
    answers = Answers({ANSWER.id: ANSWER}, (replace(ANSWER, note="旧的答复"),))
    return replace(edition(root), outcome=outcome, document=DOCUMENT, answers=answers)


def test_findings_stand_by_severity_with_their_answers(tmp_path: Path) -> None:
    """Errors, warnings and notes each have their place; an answer stands with its finding."""
    values = quality.quality_page(checked(tmp_path))
    found = {one: [each.answer for each in shown] for one, shown in values["findings"].items()}
    assert found == {Severity.ERROR: [ANSWER], Severity.WARNING: [], Severity.INFO: []}
    assert [(each.title, each.compared) for each in values["tallies"][:2]] == [
        ("全部", 1),
        ("合计与分级", 1),
    ]


def test_the_page_says_everything_without_a_script(tmp_path: Path) -> None:
    """The sentence with the numbers, the quotes, the answer and the stale one are in the page."""
    values = quality.quality_page(checked(tmp_path))
    page = rendering.page(rendering.environment(), "quality.md.j2", values).decode()
    for words in (
        "共核对 1 项：0 项相符，1 项不符",
        "source.html#L1s1",
        "source.html#L2s1",
        "更正稿已公开",
        "旧的答复",
        'href="../../checks/expenditure-equals-its-kinds.html"',
    ):
        assert words in page


def test_nothing_wrong_is_said_to_be_so(tmp_path: Path) -> None:
    """A page without findings has a sentence in their place, and offers no empty list."""
    found = replace(edition(tmp_path), outcome=Outcome((), (), 0, ()))
    values = quality.quality_page(found)
    page = rendering.page(rendering.environment(), "quality.md.j2", values).decode()
    assert "没有发现对不上的地方。" in page
    assert 'class="finding' not in page
