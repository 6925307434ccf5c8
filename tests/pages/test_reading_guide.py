"""The page that explains final accounts with the department's own figures."""

from dataclasses import replace
from pathlib import Path

from example_edition import edition

from publish.pages import reading_guide
from publish.pages.links import plain


def test_words_are_explained_with_figures_of_the_document(tmp_path: Path) -> None:
    """Each figure leads to its sentence; a word without figures is explained alone."""
    entries = reading_guide.guide_page(edition(tmp_path))["entries"]
    assert {entry.id: plain(entry.here) for entry in entries} == {
        "income-expenditure": "2020年收入总计 1,383.50 万元，比2019年增加 16.77 万元；"
        "支出总计 1,019.5 万元。",
        "appropriation": "",
        "accounts": "2020年“行政单位离退休”是一个项，属于“行政事业单位养老支出”这个款，"
        "再上面是“社会保障和就业”这个类，这一项约 54.2 万元。",
        "basic-project": "2020年人员经费约 113 万元。",
        "carry-over": "",
        "three-public": "2020年“三公”经费 3.6 万元，比2019年少 8.06 万元。",
        "performance": "",
    }
    assert all(entry.title and entry.text for entry in entries)


def test_a_document_without_figures_is_explained_all_the_same(tmp_path: Path) -> None:
    """Nothing is invented for it."""
    known = edition(tmp_path)
    empty = replace(known, package=replace(known.package, tables={}))
    assert {entry.here for entry in reading_guide.guide_page(empty)["entries"]} == {()}
