"""How many projects had goals, monitoring and evaluation."""

from decimal import Decimal

import pytest
from example_forms import lines, stated
from hypothesis import given
from hypothesis import strategies as st

from publish.documents import passages
from publish.documents.units import Units
from publish.importing import project_counts


def read(text: str) -> list[tuple[object, ...]]:
    """Key, count, amount and words of what a sentence counts."""
    passage = passages.clean(*lines(text))
    found = [stated(draft) for draft in project_counts.read(passage, Units())]
    return [
        tuple(row.get(name) for name in ("key", "count", "amount_wanyuan", "label"))
        for row in found
    ]


def test_the_sentences_of_sichuan() -> None:
    """Goals, monitoring, self-evaluation; 两 is a number too."""
    text = (
        "对防火等两个项目开展了预算事前绩效评估，对8个项目编制了绩效目标，选取3个项目开展绩效监控"
    )
    assert read(text) == [
        ("pre_assessed", 2, None, "两个项目开展了预算事前绩效评估"),
        ("with_goals", 8, None, "8个项目编制了绩效目标"),
        ("monitored", 3, None, "选取3个项目开展绩效监控"),
    ]
    assert read("对3个项目开展了绩效目标完成情况自评，还自行组织了十个项目支出绩效评价。") == [
        ("self_evaluated", 3, None, "3个项目开展了绩效目标完成情况自评"),
        ("evaluated", 10, None, "组织了十个项目支出绩效评价"),
    ]


def test_the_sentences_of_shanghai() -> None:
    """Counts with the budget of the projects."""
    text = "绩效自评的2024年度项目12个，涉及预算金额1,203.50万元，平均得分93分"
    label = "绩效自评的2024年度项目12个，涉及预算金额1,203.50万元"
    assert read(text) == [("self_evaluated", 12, Decimal("1203.50"), label)]


def test_money_of_projects_in_yuan() -> None:
    """Its words say the unit."""
    text = "绩效自评的2024年度项目12个，涉及预算金额12,035,000元"
    assert read(text) == [("self_evaluated", 12, Decimal("1203.5"), text)]


@pytest.mark.parametrize("text", ["", "项目较多。", "完成3个项目。", "对项目开展了绩效自评。"])
def test_other_sentences_count_nothing(text: str) -> None:
    """A count without one of the known sentences is none."""
    assert read(text) == []


FORMS = {
    "{N}个项目开展了预算事前绩效评估": "pre_assessed",
    "{N}个项目编制了绩效目标": "with_goals",
    "选取{N}个项目开展绩效监控": "monitored",
    "{N}个项目开展了绩效自评": "self_evaluated",
    "组织了{N}个项目绩效评价": "evaluated",
}
# 三 beside 12, with their values.
COUNTS = st.integers(0, 999).map(lambda count: (str(count), count)) | st.sampled_from(
    list(project_counts.NUMERALS.items())
)


@given(st.lists(st.tuples(st.sampled_from(list(FORMS)), COUNTS), min_size=1, max_size=4))
def test_generated_sentences_are_read_back(told: list[tuple[str, tuple[str, int]]]) -> None:
    """Whatever is counted, in digits or in characters, is counted as often as it is said."""
    sentences = [form.replace("{N}", printed) for form, (printed, _count) in told]
    assert sorted(read("，".join(f"对{sentence}" for sentence in sentences)), key=str) == sorted(
        (
            (FORMS[form], count, None, sentence)
            for sentence, (form, (_printed, count)) in zip(sentences, told, strict=True)
        ),
        key=str,
    )


@given(st.text(alphabet="对12三个项目开展了编制绩效目标自评价组织监控，。"))
def test_any_words_count_what_they_print(text: str) -> None:
    """No words break the reading, and every count stands in the words that it quotes."""
    numerals = {str(value): character for character, value in project_counts.NUMERALS.items()}
    for _key, count, _amount, label in read(text):
        assert str(count) in str(label) or numerals[str(count)] in str(label)
