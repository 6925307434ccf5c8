"""Lines that a width has cut are whole again, and only those."""

from collections.abc import Callable

import pytest
from example_amounts import numbers
from example_forms import lines
from example_transformations import width, wrapped
from hypothesis import given, settings
from hypothesis import strategies as st

from publish.documents import wraps

SENTENCE = (
    "2020年一般公共预算财政拨款支出2491.62万元，主要用于以下方面：教育支出1535.71万元，占61.6%。"
)
PARAGRAPHS = (
    "（一）一般公共预算财政拨款支出决算总体情况",
    SENTENCE * 6,
    "1.教育支出1535.71万元，完成预算100%。",
    SENTENCE,
)


def whole(text: str) -> list[str]:
    """The lines of a text, those joined that its width has cut."""
    found = lines(text)
    wrap = wraps.found(found)
    return [line.text for line in (wraps.unwrapped(found, wrap) if wrap else found)]


WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
NARROW = {wide: narrow for narrow, wide in WIDE.items()}


@pytest.mark.parametrize("most", range(20, 41))
@pytest.mark.parametrize(("before", "after"), [(NARROW, WIDE), (WIDE, NARROW)])
def test_digits_changed_behind_the_cut_are_as_wide_as_they_were(
    most: int, before: dict[int, int], after: dict[int, int]
) -> None:
    """Full-width digits came into a text that was wrapped by columns, or went out of it."""
    text = "\n".join(PARAGRAPHS).translate(before)
    found = whole(wrapped(text, most, width).translate(after))
    paragraphs = [one.translate(after) for one in PARAGRAPHS]
    assert [any(one in line for line in found) for one in paragraphs] == [True] * len(paragraphs)


@pytest.mark.parametrize("most", range(20, 41))
@pytest.mark.parametrize("measure", [len, width])
def test_a_text_cut_at_any_width_is_whole_again(most: int, measure: Callable[[str], int]) -> None:
    """Letters or columns, inside of numbers too: every paragraph stands whole in a line.

    Only one whose last line is full by chance goes on in the next one.
    """
    text = "\n".join(PARAGRAPHS)
    found = whole(wrapped(text, most, measure))
    assert [any(one in line for line in found) for one in PARAGRAPHS] == [True] * len(PARAGRAPHS)
    lasts = (wrapped(one, most, measure).split("\n")[-1] for one in PARAGRAPHS)
    by_chance = sum(1 for last in lasts if measure(last) > most - len("2020"))
    assert len(found) >= len(PARAGRAPHS) - by_chance


@pytest.mark.parametrize(
    "text",
    [
        "\n".join(PARAGRAPHS),
        "收入10万元\n支出20万元\n结余10万元",
        "\n".join([f"{SENTENCE[:30]}。"] * 9),
        "\n".join(["\t" + "指" * 30] * 9),
        "",
    ],
    ids=["paragraphs", "short lines", "sentences", "cells", "nothing"],
)
def test_a_text_with_a_line_for_a_paragraph_is_left_as_it_is(text: str) -> None:
    """As wide as each other is not cut: cut lines stop in the middle of a sentence."""
    assert whole(text) == text.split("\n")


FULL = "一般公共预算财政拨款支出决算完成了年初预算"


@pytest.mark.parametrize(
    "after",
    [
        "（二）教育支出",
        "1.教育支出",
        "——效益指标完成情况",
        "项目二：培训",
        "指标2：培训",
        "数量指标：4次",
        "图2：支出结构图",
        "\u3000\u3000教育支出",
        "[bookmark: _Toc1]教育支出",
        "| 教育 | 1 |",
    ],
)
def test_a_full_line_does_not_go_on_in_what_opens_a_paragraph(after: str) -> None:
    """A mark, a label, a caption, an indent, a bookmark or a row begins something of its own."""
    text = "\n".join([*[FULL] * 4, "元。", FULL, after])
    assert whole(text) == [f"{FULL * 4}元。", FULL, after]


@pytest.mark.parametrize(
    ("full", "after", "is_one"),
    [
        ("（一）某市应急管理局财政拨款支出决算具体情况", "2020年支出", False),
        ("（一）某市应急管理局财政拨款支出决算具体情况", "说明", True),
        ("（一）某市应急管理局资金计划、到位及使用情况", "（可用表格形式反映）", True),
        ("（一）财政拨款收入支出决算明细表（此表无数据", "）", True),
        ("（1）全市安全生产专项资金和演练费300万元。", "其中调整10万元。", False),
        ("2020年安全生产专项资金项目支出绩效自评报告", "一是资金", False),
        ("本部门按要求对2020年部门整体绩效评价情况", "开展自评。", True),
    ],
)
def test_a_full_heading_is_complete_where_its_words_say_so(
    full: str, after: str, *, is_one: bool
) -> None:
    """情况 ends a heading, unless 说明 or a bracket follows; a sentence is no heading."""
    filler = "支" * len(full)
    found = whole("\n".join([*[filler] * 4, "元。", full, after]))
    assert found[1:] == ([full + after] if is_one else [full, after])


def test_cells_keep_their_lines() -> None:
    """A tab at the beginning of a line opens a cell, but not inside a row or a sentence."""
    cell, row, sentence = "\t" + "目" * 20, "甲\t" + "乙" * 19, "支" * 21
    text = [*["支" * 21] * 3, "元。", cell, "\t标", row, "\t1", sentence, "\t万元。"]
    assert whole("\n".join(text)) == [
        "支" * 63 + "元。",
        cell,
        "\t标",
        f"{row}\t1",
        f"{sentence}\t万元。",
    ]


def test_a_joined_line_knows_its_lines() -> None:
    """Every column leads to the line that it was printed in."""
    found = lines(wrapped(SENTENCE * 2, 30))
    wrap = wraps.found(found)
    assert wrap is not None
    (line,) = wraps.unwrapped(found, wrap)
    for column, letter in enumerate(line.text):
        own = next(one for one in found if one.locator == line.place(column))
        assert own.text[column % 30] == letter


def test_a_text_with_a_blank_line_behind_each_line_has_none() -> None:
    """Where cells or other blank lines show that they are not the document's own."""
    doubled = lines("\t名称\n\n\t培训\n\n\n\n\t金额\n")
    assert [line.text for line in wraps.single(doubled)] == ["\t名称", "\t培训", "", "\t金额"]
    apart = lines("收入10万元。\n\n支出5万元。\n")
    assert wraps.single(apart) == apart


SENTENCES = st.tuples(
    st.sampled_from(["一般公共预算财政拨款支出决算", "社会保障和就业支出", "政府性基金预算收入"]),
    numbers(),
    st.sampled_from(["主要原因是人员调出和项目支出按照合同进度支付", "与上年相比有所增加"]),
).map(lambda told: f"{told[0]}{told[1].text}万元，{told[2]}。")
TEXTS = st.lists(st.lists(SENTENCES, min_size=3, max_size=5).map("".join), min_size=1, max_size=3)


@given(TEXTS, st.integers(20, 60), st.sampled_from([len, width]))
@settings(max_examples=60)
def test_any_paragraphs_cut_at_a_width_are_whole_again(
    paragraphs: list[str], most: int, measure: Callable[[str], int]
) -> None:
    """Whatever is said, each paragraph stands whole in a line, and no letter is lost or moved."""
    found = whole(wrapped("\n".join(paragraphs), most, measure))
    assert "".join(found) == "".join(paragraphs)
    assert all(any(paragraph in line for line in found) for paragraph in paragraphs)
