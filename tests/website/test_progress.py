"""How far long work has come."""

import sys

import pytest

from publish.website import progress


def test_without_a_terminal_each_step_is_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    """A log of continuous integration reads what was done, and standard output stays clean."""
    with progress.shown(2) as step:
        step("Checking")
        step("Writing")
    assert capsys.readouterr() == ("", "Checking\nWriting\n")


def test_on_a_terminal_it_is_a_bar(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A person sees how much is done and what is being done."""
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    with progress.shown(2) as step:
        step("Checking")
        step("Writing")
    shown = capsys.readouterr().err
    assert "50%" in shown
    assert "100%" in shown
    assert "Writing" in shown
