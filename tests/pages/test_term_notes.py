"""Terms explained where they occur."""

import re

from example_performance import package, row, year
from hypothesis import given
from hypothesis import strategies as st

from publish.pages import glossaries, term_notes
from publish.pages.glossaries import Term
from publish.texts import markup

PAGE = """\
# 基本支出
## 基本支出构成 { #a }
<p class="lead">基本支出多。</p>
<p>基本支出</p>
## 二
<p class="reading">说基本支出，再说基本支出。</p>
## 三
<table><caption id="x">基本支出表</caption><td>基本支出</td></table>
"""
TAG = re.compile(r"</?button[^>]*>")


def terms(*names: str) -> tuple[Term, ...]:
    """Return terms with these names."""
    rows = (
        row(
            "glossary",
            number=number,
            term=name,
            definition="指。",
            source_locator="L24",
            source_quote="指",
        )
        for number, name in enumerate(names, start=1)
    )
    return glossaries.load(year(package(glossary=tuple(rows))))


def button(number: int, text: str) -> str:
    """Return the button that opens the note of a term."""
    return f'<button type="button" class="term" popovertarget="note-term-{number}">{text}</button>'


def test_a_term_is_marked_in_headings_sentences_readings_and_captions() -> None:
    """The first time in each section; other text and tables are left alone."""
    made, used = term_notes.explained(PAGE, terms("基本支出"))
    term = button(1, "基本支出")
    assert made.splitlines() == [
        "# 基本支出",
        f"## {term}构成 {{ #a }}",
        '<p class="lead">基本支出多。</p>',
        "<p>基本支出</p>",
        "## 二",
        f'<p class="reading">说{term}，再说基本支出。</p>',
        "## 三",
        f'<table><caption id="x">{term}表</caption><td>基本支出</td></table>',
    ]
    assert [one.name for one in used] == ["基本支出"]


def test_links_and_tags_are_never_marked() -> None:
    """A button in a link would be two things to press in one place."""
    link = '<a title="基本支出" href="#">基本支出</a>'
    page = f'<p class="lead">{link}和<b class="基本支出">基本支出</b></p>'
    made, _ = term_notes.explained(page, terms("基本支出"))
    assert made == page.replace(">基本支出</b>", f">{button(1, '基本支出')}</b>")


def test_the_longest_term_goes_first_and_quotation_marks_do_not_matter() -> None:
    """项目支出预算 is not 项目支出; 三公经费 is “三公”经费."""
    page = '<p class="lead">项目支出预算和三公经费，“三公”经费</p>'
    made, used = term_notes.explained(page, terms("项目支出", "项目支出预算", "“三公”经费"))
    marked = f"{button(2, '项目支出预算')}和{button(3, '三公经费')}，“三公”经费"
    assert made == f'<p class="lead">{marked}</p>'
    assert [one.name for one in used] == ["项目支出预算", "“三公”经费"]


def test_terms_that_are_no_words_are_not_looked_for() -> None:
    """A digit would be found inside of a numeric reference, a long text is no term."""
    page = '<p class="lead">&#40;40 支 长的话长的话长的话长的话长的话长的话长的话</p>'
    odd = terms("40", "支", "长的话" * 7)
    assert term_notes.explained(page, odd) == (page, ())
    assert term_notes.explained(page, ()) == (page, ())


@given(st.text(max_size=60), st.sampled_from(["基本支出", "“三公”经费", "a(支出)", "出国（境）费"]))
def test_marking_adds_buttons_and_changes_nothing_else(text: str, name: str) -> None:
    """Without the buttons the page is the one that came in, whatever the text."""
    page = f'## {markup.text(text + name)}\n<p class="lead">{markup.text(name + text)}</p>\n'
    made, used = term_notes.explained(page, terms(name))
    assert TAG.sub("", made) == page
    assert [one.name for one in used] == [name]
    assert made.count("<button") == 1
