"""The catalogue of the website's texts."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from publish import markup, texts


def test_a_text_is_filled_and_escaped() -> None:
    """Words and values are text on a page; what is Markup already stays as it is."""
    said = texts.say("sentences.absent.unit", department="<b>*甲*", year=Markup("<i>2020</i>"))
    assert said == "&#60;b&#62;&#42;甲&#42;<i>2020</i>年的文件没有公布这一部分。"


def test_a_text_without_a_page_is_plain() -> None:
    """Titles and messages are escaped later, where they are used."""
    said = texts.plain("sentences.absent.unit", department="<b>", year=2020)
    assert said == "<b>2020年的文件没有公布这一部分。"


@pytest.mark.parametrize("name", ["sentences.no.text", "sentences.absent", "none"])
def test_a_text_that_is_not_there_is_an_error(name: str) -> None:
    """A wrong name never gives an empty text."""
    with pytest.raises(KeyError):
        texts.pattern(name)


@given(st.text())
def test_a_value_is_never_syntax(value: str) -> None:
    """Whatever a document writes, it is escaped as everywhere else."""
    said = texts.say("sentences.part.all", label=value)
    assert said == f"全部是{markup.text(value)}"


def test_every_text_can_be_filled() -> None:
    """No pattern has a brace that is not a place, or a place without a plain name."""

    def walk(found: object) -> None:
        if isinstance(found, str):
            for _, place, _, conversion in string.Formatter().parse(found):
                assert place is None or (place.isidentifier() and not conversion), found
        elif isinstance(found, dict):
            for one in found.values():
                walk(one)
        else:
            pytest.fail(f"not a text: {found!r}")

    walk(texts._catalogue())  # noqa: SLF001  the whole catalogue, as it stands
