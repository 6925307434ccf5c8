"""Places and problems, as a person and a machine read them."""

import pytest

from publish.checks.problems import PackageProblem, PlaceKind, ProblemPlace, letter
from publish.errors import Problem

CELL = PackageProblem(
    PlaceKind.NUMBER,
    ProblemPlace("data/income.csv", 7, "D", "amount_wanyuan"),
    "12a",
    expected="a plain decimal",
    remedy="write the digits",
)


@pytest.mark.parametrize(
    ("index", "name"), [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (702, "AAA")]
)
def test_columns_are_lettered_as_in_a_spreadsheet(index: int, name: str) -> None:
    """After Z comes AA, after ZZ comes AAA."""
    assert letter(index) == name


@pytest.mark.parametrize(
    ("place", "text"),
    [
        (ProblemPlace(), ""),
        (ProblemPlace("data/income.csv"), "data/income.csv"),
        (ProblemPlace("data/income.csv", 7), "data/income.csv!7"),
        (
            ProblemPlace("data/income.csv", 7, "D", "amount_wanyuan"),
            "data/income.csv!D7 (amount_wanyuan)",
        ),
        (ProblemPlace("datapackage.json", field="unit"), "datapackage.json (unit)"),
    ],
)
def test_a_place_says_what_is_known_of_it(place: ProblemPlace, text: str) -> None:
    """A file, a row, a cell and a property each have their form."""
    assert place.text() == text


def test_a_problem_becomes_an_error_of_the_command_line() -> None:
    """The package stands in front of the place."""
    assert CELL.problem("dept/2020") == Problem(
        "dept/2020/data/income.csv!D7 (amount_wanyuan)",
        "12a",
        "a plain decimal",
        "write the digits",
    )


def test_a_problem_of_the_whole_package_has_the_package_as_its_place() -> None:
    """No slash is left over."""
    problem = PackageProblem(PlaceKind.PACKAGE, ProblemPlace(), "no such folder")
    assert problem.problem("dept/2020") == Problem("dept/2020", "no such folder")


def test_control_characters_reach_no_terminal() -> None:
    """They are written out; Chinese and spaces stay as they are."""
    problem = PackageProblem(
        PlaceKind.NUMBER, ProblemPlace("data/a\n.csv"), "\x1b[2J决 算\t1\u202e"
    )
    assert problem.problem("dept/2020") == Problem(
        r"dept/2020/data/a\n.csv", r"\x1b[2J决 算\t1\u202e"
    )


def test_a_problem_for_machines_has_all_of_its_keys() -> None:
    """The keys are part of the interface."""
    assert CELL.json("dept/2020") == {
        "kind": "number",
        "package": "dept/2020",
        "file": "data/income.csv",
        "row": 7,
        "column": "D",
        "field": "amount_wanyuan",
        "found": "12a",
        "expected": "a plain decimal",
        "remedy": "write the digits",
    }


def test_what_is_not_known_of_a_place_is_null_for_machines() -> None:
    """A missing row is null and not row 0."""
    found = PackageProblem(PlaceKind.PACKAGE, ProblemPlace(), "no such folder").json("dept/2020")
    assert found == {
        "kind": "package",
        "package": "dept/2020",
        "file": None,
        "row": None,
        "column": None,
        "field": None,
        "found": "no such folder",
        "expected": "",
        "remedy": "",
    }
