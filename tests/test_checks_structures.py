"""Whole packages: a good one, a missing one, many problems at once, and what a build remembers."""

import subprocess
import sys
from pathlib import Path

import pytest
from example_package import broken, cell, edit_csv, edit_descriptor, example, set_cell

from publish import checks, packages
from publish.checks import Checked, Kind, PackageProblem, Place
from publish.errors import PackageError, Problem

REMEDY = "correct the path, or make the package with publish import"
FOLDER = "the folder of a package: datapackages/<department>/<year>"


def test_a_good_package_has_no_problem(tmp_path: Path) -> None:
    """The example has nine tables with twenty-four rows."""
    directory = example(tmp_path)
    assert checks.check(directory) == Checked(str(directory), 9, 24, ())


def test_a_package_is_checked_under_the_name_it_was_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From inside of its folder, too, its year and department are known."""
    monkeypatch.chdir(example(tmp_path))
    assert checks.check(Path()) == Checked(".", 9, 24, ())


@pytest.mark.parametrize(
    ("path", "found"), [("nowhere", "no such folder"), (".", "a folder without datapackage.json")]
)
def test_a_path_that_is_no_package_is_named(tmp_path: Path, path: str, found: str) -> None:
    """Missing, or a folder of something else."""
    directory = tmp_path / path
    problem = PackageProblem(Kind.PACKAGE, Place(), found, expected=FOLDER, remedy=REMEDY)
    assert checks.check(directory) == Checked(str(directory), 0, 0, (problem,))


def test_a_descriptor_that_is_not_json_is_the_only_problem(tmp_path: Path) -> None:
    """Nothing else can be said of such a package."""
    directory = example(tmp_path)
    (directory / packages.DESCRIPTOR).write_text("name: fire brigade\n")
    assert broken(directory) == [
        (
            "descriptor",
            "datapackage.json",
            "line 1, column 1: Expecting value",
            "one JSON object in UTF-8 without a byte order mark",
        )
    ]


def test_all_problems_come_at_once_and_each_cell_once(tmp_path: Path) -> None:
    """The descriptor first, then file by file and row by row."""
    directory = example(tmp_path)
    edit_csv(directory, "income", "institutional,1", "total,1")
    edit_csv(directory, "income", "total,1", "sum,1")
    set_cell(directory, "basic-expenditure", (3, "amount_wanyuan"), "55.7五")
    set_cell(directory, "official-travel", (2, "source_locator"), "L12")
    edit_descriptor(directory, lambda found: found.update(unit="元"))
    assert [found[:3] for found in broken(directory)] == [
        ("descriptor", "datapackage.json (unit)", "元"),
        ("number", cell("basic-expenditure", 3, "amount_wanyuan"), "55.7五"),
        ("constraint", "data/income.csv!A2 (key)", "sum"),
        ("locator", cell("official-travel", 2, "source_locator"), "L12"),
    ]


def test_every_problem_of_a_hand_edited_package_says_what_to_do(tmp_path: Path) -> None:
    """A remedy stands beside every one of them."""
    directory = example(tmp_path)
    path = directory / "data" / "income.csv"
    path.write_bytes(path.read_bytes().replace(b"institutional,1", b"total,0\n", 1))
    assert [found for found in checks.check(directory).problems if not found.remedy] == []


def test_the_same_package_gives_the_same_report(tmp_path: Path) -> None:
    """No clock, no order of sets."""
    directory = example(tmp_path)
    edit_csv(directory, "three-public", "-8.06", "-8.60")
    edit_csv(directory, "income", "total,1", "sum,1")
    reports = {checks.Report((checks.check(directory),)).json() for _run in range(3)}
    assert len(reports) == 1


def test_a_build_gets_the_problems_as_errors(tmp_path: Path) -> None:
    """They can be raised as they are."""
    directory = example(tmp_path)
    edit_csv(directory, "income", "total,1", "total,x")
    assert checks.structure(directory, tmp_path / "cache") == (
        Problem(
            f"{directory}/data/income.csv!B2 (statement)",
            "x",
            "a whole number in plain digits, as 12",
            "write the digits as the document prints them, the unit aside",
        ),
    )


def test_a_build_remembers_what_has_passed_and_nothing_else(tmp_path: Path) -> None:
    """The problems come again until they are mended, and again when they come back."""
    directory, cache = example(tmp_path), tmp_path / "cache"
    counts = []
    for label in ("", "", "合计", "合计", ""):
        set_cell(directory, "income", (2, "label"), label)
        counts.append(len(checks.structure(directory, cache)))
    assert counts == [1, 1, 0, 0, 1]


def test_a_second_build_does_not_load_frictionless(tmp_path: Path) -> None:
    """The verdict of the first one is enough."""
    directory, cache = example(tmp_path), tmp_path / "cache"
    program = (
        "import sys; from pathlib import Path; from publish import checks;"
        "assert checks.structure(Path(sys.argv[1]), Path(sys.argv[2])) == ();"
        "print('frictionless' in sys.modules)"
    )
    command = [sys.executable, "-c", program, str(directory), str(cache)]
    said = [
        subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
        for _run in range(2)
    ]
    assert said == ["True", "False"]


def test_a_memory_that_cannot_be_written_is_an_error(tmp_path: Path) -> None:
    """It names the place and ends in no traceback."""
    directory = example(tmp_path)
    (tmp_path / "cache").write_text("a file, not a folder")
    with pytest.raises(PackageError) as caught:
        checks.structure(directory, tmp_path / "cache")
    assert [problem.place for problem in caught.value.problems] == [
        str(tmp_path / "cache" / "checks")
    ]


def test_the_packages_to_check_are_those_named_or_all(tmp_path: Path) -> None:
    """What is named is taken as it is, also when it is no package."""
    directory = example(tmp_path)
    named = (tmp_path / "nowhere",)
    assert checks.directories(named, tmp_path) == named
    assert checks.directories((), tmp_path) == (directory,)


def test_without_any_package_there_is_nothing_to_check(tmp_path: Path) -> None:
    """A wrong working directory is not a pass."""
    with pytest.raises(PackageError) as caught:
        checks.directories((), tmp_path)
    assert caught.value.problems == (
        Problem(
            str(tmp_path),
            "no package",
            "packages in <department>/<year>",
            "run publish import, or name the packages to check",
        ),
    )
