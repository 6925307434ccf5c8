"""Duties and terms: numbered lists of words."""

from example_forms import lines, stated

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
