"""Evaluation reports: titles, sections with their numerals, and the whole text."""

import re

from example_forms import lines, stated
from hypothesis import given
from hypothesis import strategies as st

from publish.importing import report_sections
from publish.importing.report_sections import EvaluationReport

ANNEX = """附件1
某市消防局
2020年部门整体支出绩效评价报告

一、部门概况
某市消防局有职工64人。
（一）资金情况。已支付5万元。
1.资金计划。
（1）资金使用情况。
支付会议费
（2） 其他资金情况
第二段。

附件2
消防培训项目
2020年绩效评价报告
一、项目概况
培训两期。
第五部分 附表
一、收入决算表
"""


def test_reports_begin_with_their_titles() -> None:
    """A title may stand on several lines; a report ends at the next annex, part or title."""
    found = [
        (report.title, [line.locator for line in report.title_lines], report.lines[-1].text)
        for report in report_sections.reports(lines(ANNEX))
    ]
    assert found == [
        ("某市消防局2020年部门整体支出绩效评价报告", ["L2", "L3"], ""),
        ("消防培训项目2020年绩效评价报告", ["L15", "L16"], "培训两期。"),
    ]


def test_a_title_follows_another_report_without_an_annex() -> None:
    """The lines of the next title are taken from the body before it."""
    text = "甲项目绩效评价报告\n一、概况\n完成。\n\n乙\n项目绩效自评报告\n一、概况"
    found = [
        (one.title, [line.text for line in one.lines])
        for one in report_sections.reports(lines(text))
    ]
    assert found == [
        ("甲项目绩效评价报告", ["一、概况", "完成。", ""]),
        ("乙项目绩效自评报告", ["一、概况"]),
    ]


def test_a_sentence_about_a_report_is_no_title() -> None:
    """Names in quotation marks, lists and cells of a table open no report."""
    text = "《甲项目绩效评价报告》\n见附件、绩效评价报告\n\t绩效评价报告\n1.绩效评价报告"
    assert report_sections.reports(lines(text)) == ()


def test_sections_have_the_numerals_above_them() -> None:
    """(1) stands below 1., and (2) behind (1) with it; text behind a heading is its own."""
    (report, _other) = report_sections.reports(lines(ANNEX))
    found = [
        (part.numerals, part.heading.title if part.heading else "", [at.text for at in part.lines])
        for part in report_sections.parts(report.lines)
    ]
    assert found == [
        ("一", "部门概况", ["某市消防局有职工64人。"]),
        ("一 （一）", "资金情况", ["已支付5万元。"]),
        ("一 （一） 1", "资金计划", []),
        ("一 （一） 1 （1）", "资金使用情况", ["支付会议费"]),
        ("一 （一） 1 （2）", "其他资金情况", ["第二段。", ""]),
    ]


def test_a_heading_renumbered_by_a_word_processor_keeps_its_level() -> None:
    """(2) between (一) and (三) is the second of them, numbered with Arabic numerals."""
    text = "一、资金\n（一）年初预算情况\n1.基本支出情况\n（2） 追加预算情况\n（三）专项资金情况"
    found = [part.numerals for part in report_sections.parts(lines(text))]
    assert found == ["一", "一 （一）", "一 （一） 1", "一 （2）", "一 （三）"]


def test_the_whole_text_is_kept() -> None:
    """Text before the first heading is a section of its own; each paragraph is a line."""
    report = EvaluationReport(
        "甲", (), lines("前言。\n\n一、概况\n第一段。\n 第二 段。\n（一）目标情况。后面。")
    )
    found = [stated(draft) for draft in report_sections.part_drafts(report, 7)]
    assert found == [
        {"position": 7, "report": "甲", "text": "前言。"},
        {
            "position": 8,
            "report": "甲",
            "section": "一",
            "heading": "概况",
            "text": "第一段。\n第二段。",
        },
        {
            "position": 9,
            "report": "甲",
            "section": "一 （一）",
            "heading": "目标情况",
            "text": "后面。",
        },
    ]


def test_a_line_is_quoted_once() -> None:
    """Also where heading and text share it."""
    report = EvaluationReport("甲", (), lines("（一）目标情况。后面。\n再后面。"))
    (draft,) = report_sections.part_drafts(report, 1)
    assert [place for span in draft.spans for place in span.places()] == [
        ("L1", "（一）目标情况。后面。"),
        ("L2", "再后面。"),
    ]


HEADINGS = [
    "一、概况",
    "二、资金情况",
    "（一）年初预算",
    "（二）实际支出",
    "1.培训情况。",
    "（1）会议情况。",
]
PARAGRAPHS = ["完成培训两期。", "支付会议费5万元。", "无其他情况，见附表。"]


@given(st.lists(st.sampled_from([*HEADINGS, *PARAGRAPHS]), max_size=12))
def test_every_line_is_in_one_section(texts: list[str]) -> None:
    """In any order of lines each heading opens a section, and each paragraph is in the last one."""
    report = EvaluationReport("甲", (), lines("\n".join(texts)))
    expected: list[tuple[str, str]] = []
    for text in texts:
        if text in HEADINGS:
            expected.append((re.split("[、）.]", text)[-1].rstrip("。"), ""))
        elif expected:
            heading, known = expected[-1]
            expected[-1] = (heading, f"{known}\n{text}".strip())
        else:
            expected.append(("", text))
    rows = [stated(draft) for draft in report_sections.part_drafts(report, 1)]
    assert [(row.get("heading", ""), row.get("text", "")) for row in rows] == expected
    assert [row["position"] for row in rows] == list(range(1, len(rows) + 1))
