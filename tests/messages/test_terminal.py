"""What is printed: every letter is shown, none steers the terminal."""

import io
import json
import sys
from pathlib import Path

import pytest

from publish import messages
from publish.errors import PackageError, Problem
from publish.messages import terminal

FULL = Path("/dev/full")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("收入\t合计\n", "收入\t合计\n"),
        ("\x1b[2J", "\\x1b[2J"),
        ("a\rb\x00\x7f\x9b", "a\\x0db\\x00\\x7f\\x9b"),
        ("gnp.\u202eexe", "gnp.‹U+202E›exe"),
        ("\u2066\u2069\u200e\u200f\u061c", "‹U+2066›‹U+2069›‹U+200E›‹U+200F›‹U+061C›"),
        (b"\xff.txt".decode("utf-8", "surrogateescape"), "\\xff.txt"),
        ("\ud800", "‹U+D800›"),
        ("👍", "👍"),
    ],
)
def test_what_could_steer_is_shown(text: str, shown: str) -> None:
    """Controls, marks of direction and halves of letters by their numbers, all else as it is."""
    assert terminal.shown(text) == shown


def test_every_message_is_shown_so(capsys: pytest.CaptureFixture[str]) -> None:
    """What is said, and the problems of an error; a line end in a name begins no line."""
    terminal.say("\x1b[31m", err=True)
    PackageError("\u202eX", [Problem("a\nb", "\x1b")]).show()
    assert capsys.readouterr().err == ("\\x1b[31m\nError: ‹U+202E›X\n  a\\nb\n    found: \\x1b\n")


def test_machines_get_the_same_values(capsys: pytest.CaptureFixture[str]) -> None:
    """JSON has escapes of its own."""
    value = {"a": "\u202e收入\x9b\ud800"}
    terminal.say_json(json.dumps(value, ensure_ascii=False))
    said = capsys.readouterr().out
    assert said == '{"a": "\\u202e收入\\u009b\\ud800"}\n'
    assert json.loads(said) == value


def test_a_terminal_that_lacks_a_letter_shows_its_number(monkeypatch: pytest.MonkeyPatch) -> None:
    """An old Chinese or English terminal ends no command; JSON stays JSON."""
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, encoding="ascii"))
    terminal.say("收入 ok")
    terminal.say_json('"收👍"')
    assert raw.getvalue() == b'\\u6536\\u5165 ok\n"\\u6536\\ud83d\\udc4d"\n'


@pytest.mark.parametrize(("language", "said"), [("en", "No space left"), ("zh", "无法写出输出")])
def test_a_full_output_is_an_error_of_ours(
    monkeypatch: pytest.MonkeyPatch, language: str, said: str
) -> None:
    """It says why."""
    messages.use(language)
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(io.FileIO(FULL, "w"), encoding="utf-8"))
    with pytest.raises(terminal.OutputError, match=said):
        terminal.say("x")
    monkeypatch.setattr(sys.stdout, "close", lambda: None)
