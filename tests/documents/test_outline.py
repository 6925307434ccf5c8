"""Headings found by their words, contents left out, sections gathered."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publish import documents
from publish.documents import outline, printed
from publish.documents.printed import Line

BODY = """第一部分 某某局概况
一、主要职能
1.负责应急管理、防震减灾和安全生产综合监督管理工作。
二、机构设置
下属二级预算单位0个。
第二部分 2020年度部门决算情况说明
1、 [bookmark: _Toc15377205]收入支出决算总体情况说明
2020年度收入总计10万元。
图1：收、支决算总计变动情况图（单位：万元）
二、收入决算情况说明
本年收入合计10万元。
五、一般公共预算财政拨款支出决算情况说明
（一）一般公共预算财政拨款支出决算总体情况
一般公共预算财政拨款支出10万元。
（三）一般公共预算财政拨款支出决算具体情况
1.教育支出（类）普通教育（款）小学教育（项）:支出决算为10万元。
七、“三公”经费财政拨款支出决算情况说明
无。
十、其他重要事项的情况说明
（一）机关运行经费支出情况
2020年，某某局机关运行经费支出1万元。
第三部分 名词解释
1.财政拨款收入：指从财政取得的资金。
第四部分 附件
附件1
一、部门概况
（一）机关运行经费支出情况
机关运行经费支出2万元。
"""


def lines(text: str) -> tuple[Line, ...]:
    """Return the lines of a text."""
    return printed.lines(documents.read(text.encode()))


def headings(text: str) -> list[tuple[str, str, str, str]]:
    """Return level, numeral, title and section of the headings of a text."""
    return [
        (heading.level, heading.number, heading.title, heading.key)
        for heading in outline.headings(lines(text))
    ]


def sections(text: str) -> dict[str, list[str]]:
    """Return the lines with text of each section."""
    return {
        key: [line.text for line in section.lines if line.text]
        for key, section in outline.sections(lines(text)).items()
    }


def test_every_heading_with_level_and_numeral() -> None:
    """Headings keep their numerals as printed; a lost numeral does not change the level."""
    assert headings(BODY) == [
        ("part", "第一部分", "某某局概况", "profile"),
        ("section", "一", "主要职能", "duties"),
        ("section", "二", "机构设置", "institutions"),
        ("part", "第二部分", "2020年度部门决算情况说明", "explanation"),
        ("section", "1", "收入支出决算总体情况说明", "totals"),
        ("section", "二", "收入决算情况说明", "income"),
        ("section", "五", "一般公共预算财政拨款支出决算情况说明", "general_budget"),
        ("subsection", "（一）", "一般公共预算财政拨款支出决算总体情况", "general_budget"),
        ("subsection", "（三）", "一般公共预算财政拨款支出决算具体情况", "general_budget"),
        ("section", "七", "“三公”经费财政拨款支出决算情况说明", "three_public"),
        ("section", "十", "其他重要事项的情况说明", "other_matters"),
        ("subsection", "（一）", "机关运行经费支出情况", "agency_operation"),
        ("part", "第三部分", "名词解释", "glossary"),
        ("part", "第四部分", "附件", "annex"),
        ("annex", "附件1", "", ""),
        ("section", "一", "部门概况", "profile"),
        ("subsection", "（一）", "机关运行经费支出情况", "agency_operation"),
    ]


def test_sections_have_their_lines() -> None:
    """A section has the lines below its headings; an annex says nothing about the accounts."""
    found = sections(BODY)
    assert found["totals"] == [
        "2020年度收入总计10万元。",
        "图1：收、支决算总计变动情况图（单位：万元）",
    ]
    assert found["general_budget"] == [
        "一般公共预算财政拨款支出10万元。",
        "1.教育支出（类）普通教育（款）小学教育（项）:支出决算为10万元。",
    ]
    assert found["agency_operation"] == ["2020年，某某局机关运行经费支出1万元。"]


def test_the_contents_page_is_left_out() -> None:
    """The lines of the contents page look like headings and are none."""
    titles = [line for line in BODY.splitlines() if line[0] in "第一二五七十"]
    contents = "\n".join(["目 录", *titles])
    assert headings(f"{contents}\n{BODY}") == headings(BODY)
    assert sections(f"{contents}\n{BODY}")["totals"] == sections(BODY)["totals"]


@pytest.mark.parametrize("tail", ["\t12", "……12", "........ 3", " ...... - 5 -"])
def test_lines_with_a_page_number_are_contents(tail: str) -> None:
    """A line that ends with dots or a tab and a page number belongs to the contents."""
    assert headings(f"一、收入支出决算总体情况说明{tail}\n") == []


@pytest.mark.parametrize("mark", ["一、", "1、", "12.", "（一）", "(1)", "", " 三、 "])
def test_any_numeral_or_none(mark: str) -> None:
    """A known section is found by its words under any numeral, or none."""
    text = f"{mark}“三公”经费财政拨款支出决算情况说明\n三公经费5万元。\n"
    assert sections(text) == {"three_public": ["三公经费5万元。"]}


@pytest.mark.parametrize(
    ("title", "key"),
    [
        ("2020年度收入支出决算总体情况", "totals"),
        ("某某局2020年度收入支出决算总体情况说明", "totals"),
        ("收支总体情况说明", "totals"),
        ("收入决算情况说明", "income"),
        ("关于2021年度支出决算情况说明", "expenditure"),
        ("财政拨款收入支出决算总体情况说明", "fiscal_totals"),
        ("一般公共预算财政拨款支出决算结构情况", "general_budget"),
        ("一般公共预算财政拨款收入支出决算总体情况说明", "general_budget"),
        ("一般公共预算财政拨款基本支出决算情况说明", "basic"),
        ("财政拨款“三公”经费支出决算情况说明", "three_public"),
        ("政府性基金预算财政拨款收入支出决算情况说明", "government_fund"),
        ("国有资本经营预算支出决算情况说明", "state_capital"),
        ("机关运行经费支出情况", "agency_operation"),
        ("政府采购支出情况", "procurement"),
        ("国有资产占有使用情况说明", "assets"),
        ("预算绩效管理情况", "performance"),
        ("名词解释", "glossary"),
        ("收入决算表", "table"),
        ("2024年度部门决算表", "tables"),
        ("工作开展情况", ""),
    ],
)
def test_titles_of_sections(title: str, key: str) -> None:
    """Sections are known by words of their titles, whoever and whenever they name."""
    assert [found for *_rest, found in headings(f"一、{title}\n")] == [key]


def test_short_titles_mean_a_section_only_within_another() -> None:
    """支出情况 is the expenditure under the totals and the budget's own under a budget."""
    text = (
        "（一）收入支出决算总体情况说明\n1.总体情况。收入总计1万元。\n2.收入情况。收入合计2万元。\n"
        "3.支出情况。支出合计3万元。\n（三）一般公共预算财政拨款支出决算情况说明\n"
        "2.支出情况。一般公共预算财政拨款支出4万元。\n"
    )
    assert sections(text) == {
        "totals": ["收入总计1万元。"],
        "income": ["收入合计2万元。"],
        "expenditure": ["支出合计3万元。"],
        "general_budget": ["一般公共预算财政拨款支出4万元。"],
    }


def test_tables_end_where_the_explanation_begins() -> None:
    """The rows of printed tables belong to no section, with or without a heading of a part."""
    text = (
        "某某局2024年度部门决算表\n收入支出决算总表\n一、一般公共预算财政拨款收入 9\n"
        "二十一、国有资本经营预算支出\n财政拨款收入支出决算总表\n总计 9\n"
        "一、收入支出决算总体情况说明\n收入总计9万元。\n"
    )
    assert sections(text)["totals"] == ["收入总计9万元。"]
    assert [title for _level, _number, title, _key in headings(text)] == [
        "某某局2024年度部门决算表",
        "收入支出决算总表",
        "财政拨款收入支出决算总表",
        "收入支出决算总体情况说明",
    ]


def test_a_long_title_of_a_part_is_joined() -> None:
    """The end of a wrapped title of a part stands on the next line."""
    text = "第三部分 上海市某某区某某局 2024 年度部门决算\n情况说明\n一、收入决算情况说明\n"
    assert headings(text)[0] == (
        *("part", "第三部分", "上海市某某区某某局2024年度部门决算情况说明", "explanation"),
    )


def test_an_annex_has_the_title_of_its_next_lines() -> None:
    """The title of an annex may stand on the lines below it."""
    text = "附件1\n某某局\n2020年部门整体支出绩效评价报告\n\n一、部门概况\n"
    (annex, _section) = outline.headings(lines(text))
    assert (annex.title, [line.locator for line in annex.title_lines]) == (
        "某某局2020年部门整体支出绩效评价报告",
        ["L2", "L3"],
    )


@pytest.mark.parametrize(
    "line",
    [
        "1.负责应急管理、防震减灾和安全生产综合监督管理工作，组织和指导各地。",
        "1.公务用车购置及运行维护费支出21.57万元,完成预算98%。",
        "2020年本年收入合计10万元。",
        "12.5万元",
        "",
    ],
)
def test_sentences_are_no_headings(line: str) -> None:
    """A sentence with a list mark is no heading."""
    assert outline.heading(Line("L1", line)) is None


def test_the_text_behind_a_heading_belongs_to_the_section() -> None:
    """A heading may open the paragraph that it names."""
    text = "（一）机关运行经费支出情况。2020年机关运行经费支出1万元。\n"
    assert sections(text) == {"agency_operation": ["2020年机关运行经费支出1万元。"]}


@given(st.lists(st.sampled_from(BODY.splitlines())))
def test_a_section_is_found_behind_lines_in_any_order(texts: list[str]) -> None:
    """Each line is in one section at most, and what follows its heading is in its section."""
    last = [
        "第二部分 2020年度部门决算情况说明",
        "九、国有资本经营预算支出决算情况说明",
        "无此项支出。",
    ]
    found = outline.sections(lines("\n".join(["目录", *texts, *last])))
    places = [line.locator for section in found.values() for line in section.lines]
    assert len(places) == len(set(places))
    assert [line.text for line in found["state_capital"].lines if line.text] == last[-1:]
