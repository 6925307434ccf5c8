"""The one escape of the website."""

from html.parser import HTMLParser

import markdown
from hypothesis import example, given
from hypothesis import strategies as st
from markupsafe import Markup

from publish.texts import markup

HOSTILE = (
    "<script>alert(1)</script>",
    "*强调* _下划线_ **粗** ~~删~~ `代码`",
    "# 标题",
    "1. 列表",
    "- 列表",
    "| 表 | 格 |",
    "[链接](javascript:alert(1)) ![图](x.png)",
    "[^1] [[维基]] {{ 变量 }} {% 语句 %}",
    '--8<-- "秘密"',
    ":material-home: :smile:",
    "&amp; &#60; &lt;b&gt;",
    "a\n\n    代码\n",
    "\u0002wzxhzdk:0\u0003",
    "http://example.org <mailto:a@b.c>",
    "{ #id .class onclick=alert(1) }",
    "\\*转义\\*",
    "***",
    "=1+1",
)
EXTENSIONS = ["attr_list", "md_in_html", "tables", "toc", "footnotes", "abbr", "def_list"]
# What the escape is for: everything but line ends and control characters, which become others.
TEXT = st.text(
    st.characters(
        exclude_categories=("Cc", "Cs", "Cn", "Zl", "Zp"), exclude_characters=markup.TURNING
    ),
    min_size=1,
)


def shown(text: str) -> str:
    """Return the text with its blanks as the escape and a browser show them."""
    line = "".join(" " if letter.isspace() else letter for letter in text)
    return " ".join(line.split(" ")).strip()


class Page(HTMLParser):
    """The elements of a page and its texts, as a browser reads them."""

    def __init__(self, made: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.texts: list[str] = []
        self.titles: list[str | None] = []
        self.feed(made)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep the element and its title."""
        self.tags.append(tag)
        self.titles += [value for name, value in attrs if name == "title"]

    def handle_data(self, data: str) -> None:
        """Keep the text."""
        if data.strip():
            self.texts.append(shown(data))


@given(TEXT)
@example("".join(HOSTILE).replace("\n", " ").replace("\u0002", "").replace("\u0003", ""))
def test_a_text_in_a_paragraph_is_read_as_it_is(text: str) -> None:
    """Whatever a text holds, a reader of the paragraph sees that text and no element is made."""
    made = markdown.markdown(f"甲{markup.text(text)}乙", extensions=EXTENSIONS)
    page = Page(made)
    assert (page.tags, page.texts) == (["p"], [shown(f"甲{text}乙")])


@given(TEXT)
def test_a_text_at_the_beginning_of_a_line_begins_no_block(text: str) -> None:
    """A text cannot become a heading, a list, a table, a quotation or code."""
    made = markdown.markdown(str(markup.text(text.strip() or "甲")), extensions=EXTENSIONS)
    assert set(Page(made).tags) <= {"p"}


def test_hostile_texts_are_only_text_in_headings_and_in_blocks_of_html() -> None:
    """Every known trick stays text in a heading, in a block of HTML and in an attribute."""
    for text in HOSTILE:
        safe = markup.text(text)
        made = markdown.markdown(
            f'## {safe} {{ #id }}\n\n<div title="{safe}"><p>{safe}</p></div>\n',
            extensions=EXTENSIONS,
        )
        page = Page(made)
        seen = shown(text.replace("\u0002", "\ufffd").replace("\u0003", "\ufffd"))
        assert (page.tags, page.texts) == (["h2", "div", "p"], [seen, seen])
        assert [shown(str(title)) for title in page.titles] == [seen]


def test_markup_of_the_toolkit_is_not_escaped_again() -> None:
    """What has passed the escape, or is the toolkit's own, stays as it is."""
    assert markup.text(markup.text("a*b")) == Markup("a&#42;b")
    assert markup.text(markup.trusted("<b>")) == Markup("<b>")


def test_line_ends_and_control_characters_lose_their_power() -> None:
    """A line end becomes a blank, and what Markdown uses as a mark inside cannot come in."""
    assert markup.text("a\r\nb\u2028c\u0002\u0000") == "a  b c\ufffd\ufffd"


def test_no_text_turns_the_direction_of_what_follows() -> None:
    """The marks that spell a word backwards are seen as what they are: no letters."""
    assert markup.text("5\u200f 3 3\u061c") == "5\ufffd 3 3\ufffd"
    assert markup.text("预算\u202e万元\u2066a\u2069") == "预算\ufffd万元\ufffda\ufffd"


def test_numbers_and_words_stay_readable() -> None:
    """Letters, digits, the comma and the percent sign are not written as references."""
    assert markup.text("占比12,345%，公开01表") == "占比12,345%，公开01表"


def test_an_address_cannot_leave_its_attribute() -> None:
    """A quote, a blank or a bracket in an address is encoded."""
    assert markup.address('a b/"><c>.csv#L1') == "a%20b/%22%3E%3Cc%3E.csv#L1"


def test_a_figure_stays_on_one_line() -> None:
    """Its blanks are those that no line ends at; everything else is escaped as ever."""
    assert markup.unbroken("约 2,517 万元 <b>") == "约&nbsp;2,517&nbsp;万元&nbsp;&#60;b&#62;"
