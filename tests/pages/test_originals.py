"""The document in lines, sentences and clauses, and the way to the words that state a figure."""

from hypothesis import given
from hypothesis import strategies as st

from publish import documents
from publish.pages import originals

DOCUMENT = (
    "[bookmark: _Toc1]一、 收入\n"
    "\n"
    "收入总计１,383.50万元。“很好。”与上年相比增加16.77万元；持平\n"
    "主要包括：基本工资355.75万元、津贴补贴5.75万元、奖金75万元，共1,000元。\n"
).encode()
LINES = originals.read(documents.read(DOCUMENT))


def test_lines_have_numbers_and_lose_leftovers() -> None:
    """Every line has its address; what a word processor left in it is known and not shown."""
    assert [
        (line.anchor, line.number, line.text, line.has_leftover) for line in LINES.values()
    ] == [
        ("L1", "1", "一、 收入", True),
        ("L2", "2", "", False),
        ("L3", "3", "收入总计１,383.50万元。“很好。”与上年相比增加16.77万元；持平", False),
        (
            "L4",
            "4",
            "主要包括：基本工资355.75万元、津贴补贴5.75万元、奖金75万元，共1,000元。",
            False,
        ),
    ]


def test_sentences_end_with_their_closing_quote() -> None:
    """A sentence ends at 。；！？ and keeps a quote that closes behind it."""
    assert [(part.anchor, part.text) for part in LINES["L3"].sentences] == [
        ("L3s1", "收入总计１,383.50万元。"),
        ("L3s2", "“很好。”"),
        ("L3s3", "与上年相比增加16.77万元；"),
        ("L3s4", "持平"),
    ]


def test_a_list_of_figures_is_cut_into_clauses() -> None:
    """A sentence with many figures is cut at its commas, and never inside a number."""
    (sentence,) = LINES["L4"].sentences
    assert [(part.anchor, part.text) for part in sentence.clauses] == [
        ("L4s1c1", "主要包括：基本工资355.75万元、"),
        ("L4s1c2", "津贴补贴5.75万元、"),
        ("L4s1c3", "奖金75万元，"),
        ("L4s1c4", "共1,000元。"),
    ]


@given(st.text("甲，、。；,12.[bookmark: _Toc1]", max_size=40))
def test_nothing_of_a_line_is_lost(text: str) -> None:
    """Sentences and clauses together are the line; each stands where it says."""
    for line in originals.read(documents.read(f"甲{text}".encode())).values():
        whole = "".join(sentence.text for sentence in line.sentences)
        assert "".join(whole.split()) == "".join(line.text.split())
        for sentence in line.sentences:
            parts = "".join(part.text for part in sentence.clauses) or sentence.text
            assert "".join(parts.split()) == "".join(sentence.text.split())


def test_a_figure_leads_to_the_smallest_part_that_states_it() -> None:
    """75 is not found inside 355.75, and a full-width digit is a digit."""

    def place(words: str, digits: str, line: str = "L4") -> str:
        return originals.anchor(LINES, [(line, words)], digits)

    whole = LINES["L4"].raw
    assert place(whole, "75") == "L4s1c3"
    assert place(whole, "5.75") == "L4s1c2"
    assert place(whole, "1000") == "L4s1c4"
    assert place("收入总计１,383.50万元", "1383.50", "L3") == "L3s1"


def test_the_unit_behind_the_digits_can_decide() -> None:
    """The same digits stand twice; the pattern of the unit tells which are meant."""
    lines = originals.read(documents.read("支出14万元。占14元。".encode()))
    places = [("L1", "支出14万元。占14元。")]
    assert originals.anchor(lines, places, "14", "元") == "L1s2"
    assert originals.anchor(lines, places, "14", "(?!元)") == "L1s1"


def test_without_the_digits_it_is_the_sentence_of_the_quote() -> None:
    """A derived figure leads to the sentence its row comes from; an unknown quote to its line."""
    assert originals.anchor(LINES, [("L4", "奖金75万元")], "99") == "L4s1"
    assert originals.anchor(LINES, [("L4", "不在这里")], "99") == "L4"


def test_a_quote_has_a_piece_for_each_place() -> None:
    """Several places have a piece each; the cells of one place all belong to it."""
    assert originals.pieces("L1;L2", "甲\t乙") == (("L1", "甲"), ("L2", "乙"))
    assert originals.pieces("L1", "甲\t乙") == (("L1", "甲"), ("L1", "乙"))
