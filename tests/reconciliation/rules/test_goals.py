"""What is done and what is under way, in the wordings of the genre."""

from consistent_packages import Writer
from hypothesis import given
from hypothesis import strategies as st

from publish import reconciliation

STATES = "a-state-is-told-one-way"
THINGS = ["招投标", "竣工验收", "设备采购", "方案编制"]
DONE = ["已完成{}", "已经完成{}", "完成了{}", "全部完成{}"]
DOING = ["正在进行{}", "正在开展{}", "正在组织{}", "正在办理{}", "正在实施{}"]


def told(*sentences: str) -> list[str]:
    """Return what is found where a report on one project says these sentences."""
    writer = Writer()
    for position, text in enumerate(sentences, 1):
        writer.add(
            "evaluation-reports", text, position=position, report="某项目绩效评价报告",
            project_id="p01", text=text,
        )  # fmt: skip
    found = reconciliation.run(writer.package()).findings
    return [finding.text.zh for finding in found if finding.check == STATES]


@given(st.sampled_from(THINGS), st.sampled_from(DONE), st.sampled_from(DOING))
def test_what_is_done_is_not_under_way(thing: str, done: str, doing: str) -> None:
    """Whatever verbs are used, the same step is done or under way."""
    words = thing[:3]
    expected = [f"同一项目，一处说“{words}”已经完成，另一处说正在进行。"]
    assert told(f"项目{done.format(thing)}。", f"该项目{doing.format(thing)}。") == expected


@given(st.permutations(THINGS), st.sampled_from(DONE), st.sampled_from(DOING))
def test_two_steps_contradict_nothing(things: list[str], done: str, doing: str) -> None:
    """One step is done while another is under way."""
    assert told(f"项目{done.format(things[0])}。", f"该项目{doing.format(things[1])}。") == []
