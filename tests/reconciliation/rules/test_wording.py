"""Wording: what the template left behind, and sentences that are not whole."""

import pytest
import reconciliation_cases as cases
from consistent_packages import Writer, money
from hypothesis import given
from hypothesis import strategies as st


def no_template_text_is_left(writer: Writer, *, broken: bool) -> None:
    """Write a sentence of the template."""
    writer.say("比上年" + ("增加（减少）" if broken else "增加") + "。")


def sentences_are_whole(writer: Writer, *, broken: bool) -> None:
    """Write a sentence."""
    writer.say("隐患排查整改" + ("。。" if broken else "。"))


def a_wrapped_text_breaks_lines_and_no_sentences(writer: Writer) -> None:
    """Lines of a page end where the page ends."""
    for _line in range(4):
        writer.say(
            "支出决算同上年相比略有增加。主要原因是职能调整以后人员增加和项目支出按照合同进度" * 2
        )


CASES = cases.of(globals())
ALLOWED = cases.allowed(globals())


@pytest.mark.parametrize("check", CASES)
def test_a_claim_that_holds_passes(check: str) -> None:
    """The check passes on its case, and no check finds anything."""
    cases.assert_passes(check, CASES[check])


@pytest.mark.parametrize("check", CASES)
def test_a_broken_claim_is_its_one_finding(check: str) -> None:
    """The approved finding alone, at places of the document with exactly its words."""
    cases.assert_found(check, CASES[check])


@pytest.mark.parametrize("write", ALLOWED)
def test_what_scope_explains_is_no_finding(write: str) -> None:
    """What scope, phase or form of the document explains is not flagged."""
    cases.assert_nothing_found(ALLOWED[write])


def test_words_of_no_text_are_unchecked() -> None:
    """Without a text nothing is known of its sentences: no check has passed."""
    unread = ("unchecked", "The source is no text that can be read by sentence.")
    assert [cases.said(cases.EMPTY, check) for check in CASES] == [[unread]] * len(CASES)


# What is printed, and what is found there.
WORDS = {
    "增加": [],
    "减少": [],
    "增加（减少）": ["no-template-text-is-left"],
    "大于（小于）": ["no-template-text-is-left"],
    "XX局": ["no-template-text-is-left"],
    "增加，，": ["sentences-are-whole"],
    "决算决算": ["sentences-are-whole"],
}


@given(st.sampled_from(list(WORDS)), cases.CENTS)
def test_a_slip_of_wording_is_found_beside_any_figure(words: str, cents: int) -> None:
    """What the template left and what stands twice is one finding each, whatever the amount."""
    writer = Writer()
    writer.say(f"支出比上年{words}{money(cents)}万元。")
    assert cases.contradicted(writer) == WORDS[words]
