"""Duties and terms: numbered lists of words."""

from example_forms import lines, stated
from hypothesis import given
from hypothesis import strategies as st

from publish.documents.outline import Section
from publish.importing import lists


def section(text: str) -> Section:
    """A section with the lines of a text."""
    body = lines(text)
    return Section("any", (), body, body)


def test_duties_go_from_mark_to_mark() -> None:
    """A duty of several paragraphs is one; what stands before the first mark is none."""
    text = "主要职责是：\n1．负责应急管理。\n2、拟订规划。\n参与调查处理。\n（3）其他任务。"
    assert [stated(draft) for draft in lists.duties(section(text))] == [
        {"number": 1, "text": "负责应急管理。"},
        {"number": 2, "text": "拟订规划。\n参与调查处理。"},
        {"number": 3, "text": "其他任务。"},
    ]


def test_terms_have_a_colon_or_a_verb() -> None:
    """A term ends at the colon or before 指; an item with neither is no term."""
    text = (
        "1.财政拨款收入：指财政预算资金。\n2.基本支出指人员和公用支出。\n3.没有解释\n"
        "4.“三公”经费：指三项经费。\n其中，接待费含外宾。"
    )
    assert [stated(draft) for draft in lists.terms(section(text))] == [
        {"number": 1, "term": "财政拨款收入", "definition": "指财政预算资金。"},
        {"number": 2, "term": "基本支出", "definition": "指人员和公用支出。"},
        {"number": 4, "term": "“三公”经费", "definition": "指三项经费。\n其中，接待费含外宾。"},
    ]


def test_every_paragraph_is_quoted() -> None:
    """The places of an item are all its lines, with their marks."""
    (duty,) = lists.duties(section("1．负责应急管理。\n\n参与调查处理。"))
    assert [place for span in duty.spans for place in span.places()] == [
        ("L1", "1．负责应急管理。"),
        ("L3", "参与调查处理。"),
    ]


def test_a_list_without_marks_is_empty() -> None:
    """Nothing is guessed from lines alone."""
    assert list(lists.duties(section("负责应急管理。\n拟订规划。"))) == []


WORDS = st.text(alphabet="甲乙丙丁戊己庚辛壬癸", min_size=2, max_size=12)
PARAGRAPHS = WORDS.map(lambda words: f"{words}。")
MARKS = ["{}.", "{}．", "{}、", "（{}）", "({})、"]


@given(
    st.lists(st.lists(PARAGRAPHS, min_size=1, max_size=3), min_size=1, max_size=12),
    st.sampled_from(MARKS),
)
def test_generated_duties_are_read_back(duties: list[list[str]], mark: str) -> None:
    """Any number of duties with any mark, of any number of paragraphs each."""
    text = "\n".join(
        mark.format(number) + "\n".join(paragraphs) for number, paragraphs in enumerate(duties, 1)
    )
    found = [stated(draft) for draft in lists.duties(section(text))]
    assert [row["number"] for row in found] == list(range(1, len(duties) + 1))
    # Short lines of one length may be those of a narrow page, which are one paragraph.
    assert [str(row["text"]).replace("\n", "") for row in found] == list(map("".join, duties))


@given(
    st.lists(st.tuples(WORDS, WORDS), min_size=1, max_size=8), st.sampled_from(["：", "：指", "指"])
)
def test_generated_terms_are_read_back(terms: list[tuple[str, str]], between: str) -> None:
    """Whatever is explained, the term stands before the colon or before 指."""
    text = "\n".join(
        f"{number}.{term}{between}{words}。" for number, (term, words) in enumerate(terms, 1)
    )
    assert [stated(draft) for draft in lists.terms(section(text))] == [
        {"number": number, "term": term, "definition": between.removeprefix("：") + words + "。"}
        for number, (term, words) in enumerate(terms, 1)
    ]
