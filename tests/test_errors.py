"""Errors say place, found, expected and remedy, all problems at once."""

import pytest

from publish import messages
from publish.errors import PackageError, Problem

PROBLEMS = (
    Problem("data/income.csv!D7", "l383.5", "a number", "compare the cell with the document"),
    Problem("data/income.csv!D8", "x"),
)


def test_an_error_prints_every_problem() -> None:
    """Nothing is kept back for the next run."""
    assert PackageError("The package is damaged.", PROBLEMS).format_message() == (
        "The package is damaged.\n"
        "  data/income.csv!D7\n"
        "    found: l383.5\n"
        "    expected: a number\n"
        "    what to do: compare the cell with the document\n"
        "  data/income.csv!D8\n"
        "    found: x"
    )


def test_an_error_speaks_chinese(capsys: pytest.CaptureFixture[str]) -> None:
    """Under a Chinese locale the words around the problem are Chinese."""
    messages.use("zh")
    PackageError("X", PROBLEMS[1:]).show()
    assert capsys.readouterr().err == "错误：X\n  data/income.csv!D8\n    发现：x\n"


def test_a_problem_has_keys_for_machines() -> None:
    """The four parts of a problem have stable names."""
    assert PROBLEMS[0].json() == {
        "place": "data/income.csv!D7",
        "found": "l383.5",
        "expected": "a number",
        "remedy": "compare the cell with the document",
    }
