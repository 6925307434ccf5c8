"""Clean text, the way back from it to the source, and paragraphs from lines."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publish.documents import passages
from publish.documents.passages import clean
from publish.documents.printed import Line

# No page is as wide: a text with such a line has a line for each paragraph.
LONG = "收" * 130 + "。"


def lines(*texts: str) -> tuple[Line, ...]:
    """Return lines with locators from L1."""
    return tuple(Line(f"L{number}", text) for number, text in enumerate(texts, start=1))


def joined(*texts: str) -> list[str]:
    """Return the clean texts of the paragraphs of lines."""
    return [passage.text for passage in passages.join(lines(*texts))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("２０２０ 年，收入：４，３８３．８７ 万 元（决算）", "2020年,收入:4,383.87万元(决算)"),
        ("[bookmark: _Toc15396600]一、[bookmark: _Toc1]收入", "一、收入"),
        ("收入PAGEREF _Toc15396600 \\h", "收入"),
        ("收\u200b入\ufeff总\u00ad计", "收入总计"),
        ("“三公”经费", "“三公”经费"),
        ("①其他②10万元", "①其他②10万元"),
        (" \t\u3000", ""),
        ("支出²\t10万元", "支出²10万元"),
        ("5½、m²", "5½、m²"),
        ("1.\t2020年", "1.2020年"),
        ("1.\t收入", "1.收入"),
    ],
)
def test_noise_is_left_out(text: str, expected: str) -> None:
    """Blanks, bookmarks, field codes, full-width forms and marks without width are normalised."""
    assert clean(Line("L1", text)).text == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("增长71\t.6%", "增长??.?%"),
        ("增长７１.\t６%，占3%", "增长??.?%,占3%"),
        ("共1 234, \t567万元", "共????,???万元"),
    ],
)
def test_a_number_with_a_tab_beside_its_point_is_doubtful(text: str, expected: str) -> None:
    """It may be one number or two: neither is read, nor a part of one."""
    assert clean(Line("L1", text)).text.replace(passages.DOUBT, "?") == expected


@given(st.lists(st.text(max_size=40), min_size=1, max_size=3), st.data())
def test_every_stretch_leads_back(texts: list[str], data: st.DataObject) -> None:
    """The words of any stretch stand in its lines, and cleaning them gives the stretch again."""
    source = lines(*texts)
    passage = clean(*source)
    assert len(passage.text) == len(passage.origin)
    start = data.draw(st.integers(0, len(passage.text)))
    end = data.draw(st.integers(start, len(passage.text)))
    known = {line.locator: line.text for line in source}
    assert all(words in known[locator] for locator, words in passage.quote(start, end))


def test_a_quote_names_every_line_that_it_touches() -> None:
    """A stretch over two lines is quoted in two pieces, each with its locator."""
    passage = clean(*lines("收入总计 4383.87", " 万元。"))
    assert passage.quote(2, 13) == (("L1", "总计 4383.87"), ("L2", "万元"))
    assert passage.printed(2, 13) == "总计4383.87万元"


def test_names_compare_without_quotes_and_blanks() -> None:
    """Names are compared without quotation marks, white space and width."""
    assert passages.bare(" “三公”经费（含） ") == "三公经费(含)"
    assert passages.squeezed(" “三公”经费（含） ") == "“三公”经费(含)"


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (("收入10", "万元。"), ["收入10万元。"]),
        ((LONG, "收入10万元。", "支出5万元。"), [LONG, "收入10万元。", "支出5万元。"]),
        ((LONG, "收入10万元", "", "支出5万元"), [LONG, "收入10万元", "支出5万元"]),
        (("主要原因是", "1.人员增加", "（二）支出"), ["主要原因是", "1.人员增加", "(二)支出"]),
        (("收入10", "图3：收入结构图（单位：万元）", "万元。"), ["收入10万元。"]),
        (("收入10", "- 12 -", "万元。"), ["收入10万元。"]),
        (("\t名称", "\t金额"), ["名称", "金额"]),
        (
            ("接待3次，具体内容包括：", "调研2次；", "宣传1次。", "外事接待0次。"),
            ["接待3次,具体内容包括:调研2次;宣传1次。", "外事接待0次。"],
        ),
        (("具体内容包括：调研2次；", "1.外事0次。"), ["具体内容包括:调研2次;", "1.外事0次。"]),
    ],
    ids=[
        "wrapped",
        "sentences",
        "blank line",
        "list marks",
        "caption",
        "page number",
        "cells",
        "receptions",
        "behind receptions",
    ],
)
def test_paragraphs(texts: tuple[str, ...], expected: list[str]) -> None:
    """Wrapped lines are one paragraph; ends, list marks, blank lines and cells part paragraphs."""
    assert joined(*texts) == expected


def test_a_full_line_goes_on_over_the_end_of_a_sentence_and_of_a_page() -> None:
    """In a wrapped text only a short line ends a paragraph."""
    full = "一般公共预算财政拨款支出决算完成年初预算。"
    assert joined(full, full, "与上年持平。", full, full[:-1], "", "年末。") == [
        f"{full}{full}与上年持平。",
        f"{full}{full[:-1]}年末。",
    ]


@pytest.mark.parametrize(
    "item",
    [
        (
            "卫生健康支出（类）医疗",
            "（项）。",
            "主要用于：",
            "医疗保险支出。",
            "年初预算为 196.40",
            "万元。",
        ),
        ("住房保障支出（类）公积金（项）", "。", "支出决算为 289.59 万元，", "持平。"),
        ("住房保障支出（类）补贴（项）。主要用于补贴。", "支出决算为 1 万元。"),
    ],
)
def test_an_item_goes_on_up_to_its_amount(item: tuple[str, ...]) -> None:
    """In a wrapped text the lines of an item are short where its sentences end."""
    full = "一般公共预算财政拨款支出决算完成年初预算。"
    found = joined(full, full, full, "与上年持平。", *item, "与上年持平。", "2.下一项。")
    assert found[1:] == [joined("".join(item))[0], "与上年持平。", "2.下一项。"]


def test_the_meaning_of_an_item_is_no_amount_to_come() -> None:
    """Terms are explained one after the other, and stay apart."""
    full = "一般公共预算财政拨款支出决算完成年初预算。"
    terms = ("医疗（项）：指医疗保险支出。", "补贴（项）：反映补贴。")
    found = joined(full, full, full, "与上年持平。", *terms, *terms)
    assert found[1:] == ["医疗(项):指医疗保险支出。", "补贴(项):反映补贴。"] * 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("图1:收支决算总计变动情况图(单位:万元)", True),
        ("(图6:支出决算结构)(单位:万元)", True),
        ("-12-", True),
        ("第12页", True),
        ("图书10万元。", False),
        ("12.5万元", False),
    ],
)
def test_lines_that_are_no_part_of_a_sentence(text: str, *, expected: bool) -> None:
    """Captions and page numbers stand alone."""
    assert passages.stands_alone(text) == expected
