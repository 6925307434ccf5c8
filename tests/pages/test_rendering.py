"""Templates filled with values."""

from pathlib import Path

import pytest

from publish.errors import BuildError
from publish.pages import rendering

HEAD = {"title": "标题", "description": "说明"}


def made(folder: Path, template: str, **values: object) -> str:
    """Return the page that a template makes."""
    (folder / "page.md.j2").write_text(template, "utf-8")
    return rendering.page(rendering.environment(folder), "page.md.j2", {**HEAD, **values}).decode()


def test_everything_that_is_printed_is_escaped(tmp_path: Path) -> None:
    """A template need not think of the escape, in text, in an attribute and in a macro."""
    template = (
        '{% macro m(x) %}<i>{{ x }}</i>{% endmacro %}<p title="{{ a }}">{{ a }}</p>{{ m(a) }}'
    )
    page = made(tmp_path, template, a='*"<b>')
    assert page.endswith(
        '<p title="&#42;&#34;&#60;b&#62;">&#42;&#34;&#60;b&#62;</p><i>&#42;&#34;&#60;b&#62;</i>'
    )


def test_the_head_of_a_page_is_safe_for_the_theme(tmp_path: Path) -> None:
    """Title and description are escaped and stay what they are for YAML."""
    page = made(tmp_path, "", title='a: "b" <script>', description="c\n---\nd")
    assert page == (
        '---\ntitle: "a&#58; &#34;b&#34; &#60;script&#62;"\n'
        'description: "c &#45;&#45;&#45; d"\nkind: page\nhide: ["navigation", "toc"]\n---\n\n'
    )


@pytest.mark.parametrize(
    ("template", "expected"),
    [
        ("{{ missing }}", "'missing' is undefined"),
        ("{% for %}", "Expected"),
        ("{{ a.b }}", "no attribute"),
    ],
    ids=["a missing value", "wrong syntax", "a missing attribute"],
)
def test_a_wrong_template_is_a_clear_error(tmp_path: Path, template: str, expected: str) -> None:
    """The message names the template and what is wrong in it; nothing is printed as empty."""
    with pytest.raises(BuildError, match=expected) as caught:
        made(tmp_path, template, a="x")
    assert "page.md.j2" in str(caught.value)
