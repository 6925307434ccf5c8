"""What the end of a line has cut is one paragraph, or is not understood."""

import pytest
from example_amounts import Printed, numbers, percents
from example_documents import document
from example_forms import lines
from hypothesis import given
from hypothesis import strategies as st

from publish import documents, importing
from publish.documents import figures, paragraphs, passages, printed
from publish.importing import coverage


def whole(text: str) -> list[str]:
    """The clean texts of the lines of a document; doubtful digits are question marks."""
    found = paragraphs.whole(lines(text))
    return [passages.clean(line).text.replace(passages.DOUBT, "?") for line in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("支出1535\n.71万元", ["支出1535.71万元"]),
        ("支出1535.\n71万元，增加。", ["支出1535.71万元,增加。"]),
        ("下降7\n%", ["下降7%"]),
        ("支出300\n万元", ["支出300万元"]),
        ("支出4\n,383.87万元", ["支出4,383.87万元"]),
        ("2020年，支出15\n35.71万元。", ["2020年,支出1535.71万元。"]),
        ("2020年一般公共预算支出15\n35.71万元。", ["2020年一般公共预算支出1535.71万元。"]),
        ("支出300\n\n万元", ["支出300万元"]),
        ("支出30，\n占3%", ["支出30,占3%"]),
    ],
)
def test_a_number_is_joined_where_it_surely_goes_on(text: str, expected: list[str]) -> None:
    """A point, a percent sign or a unit begins no line; a sentence goes on with its amount."""
    assert whole(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("指标1\n180万元。", ["指标?", "???万元。"]),
        ("2019年。支出15\n35.71", ["2019年。支出??", "??.??"]),
        (
            "1.培训，共8次，支出15\n\n35万元，增加2万元。",
            ["1.培训,共?次,支出??", "", "??万元,增加?万元。"],
        ),
        ("\t已支付18\n0万元", ["\t已支付??".strip(), "?万元"]),
        (
            "收入合计4\n383万元，其他收入3852\n.43万元。",
            ["收入合计?", "???万元,其他收入????.43万元。"],
        ),
        ("共8次，增长71\n\n\n.6%。", ["共?次,增长??", "", "", ".?%。"]),
        ("\t已支付18\n.6万元", ["已支付??", ".?万元"]),
        ("共8次，支出15\n\n\n35万元。", ["共?次,支出??", "", "", "??万元。"]),
    ],
)
def test_digits_that_may_be_halves_are_not_understood(text: str, expected: list[str]) -> None:
    """Nor is what the same sentence says with them; the mark of a list stays."""
    assert whole(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "支出共30\n2.教育支出",
        "支出共30\n2021年支出",
        "300\n215",
        "\t300\n\t215",
        "| 30\n| 40",
        "支出共30\n\u3000\u30005万元",
        "图1：支出结构图\n万元",
        "支出30万元\n支出20万元",
        "支出30万元\n\n支出20万元",
        "收入决算情况说明，\n\n\n支出",
        "附件1：材料\n\n绩效自评表",
    ],
)
def test_what_is_no_cut_stays(text: str) -> None:
    """Marks of lists, years, cells, indents, captions and paragraphs begin lines of their own."""
    assert whole(text) == [passages.squeezed(line) for line in text.split("\n")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2020年，财政拨款\n\n收入10万元。", ["2020年,财政拨款收入10万元。"]),
        ("收入10万元，\n\n支出5万元。", ["收入10万元,支出5万元。"]),
        ("收入10万元\n\n、支出5万元。", ["收入10万元、支出5万元。"]),
    ],
)
def test_a_paragraph_goes_on_over_a_blank_line(text: str, expected: list[str]) -> None:
    """Where its sentence is open: no paragraph ends with a comma or begins with one."""
    assert whole(text) == expected


def test_a_row_quotes_each_line_of_its_number() -> None:
    """The pieces of a broken number stand at their places."""
    text = document("totals", "2020年，收入总计15\n35.71万元。")
    (row,) = importing.read(text.encode(), "d.txt", "bureau", 2020).package.rows("key-figures")
    assert (str(row["amount_wanyuan"]), row["source_locator"]) == ("1535.71", "L3;L4")
    assert row["source_quote"] == "收入总计15\t35.71万元"


def test_a_half_is_in_no_row_and_is_listed() -> None:
    """No amount of half a number, and both halves are shown as not understood."""
    text = document("totals", "收入总计15\n35.71元以上").encode()
    package = importing.read(text, "d.txt", "bureau", 2020).package
    assert package.rows("key-figures") == ()
    tokens = coverage.tokens(printed.lines(documents.read(text)), package.tables)
    assert [token.printed for token in tokens if not token.covered] == ["15", "35.71"]


@given(numbers(), percents(), st.integers(6, 60), st.sampled_from(["\n", "\n\n"]))
def test_a_cut_sentence_is_whole_or_not_understood(
    amount: Printed, rate: Printed, place: int, cut: str
) -> None:
    """Wherever a line ends, no number is read that the sentence does not state."""
    text = f"2020年，收入总计{amount.text}万元，增长{rate.text}%，人员26人。"
    at = min(place, len(text) - 1)
    known = {number.value for number in figures.numbers(passages.squeezed(text))}
    found = whole(text[:at] + cut + text[at:])
    assert {number.value for line in found for number in figures.numbers(line)} <= known
    assert sum(map(len, found)) == len(passages.squeezed(text))
