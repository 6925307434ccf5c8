"""Whole packages: a good one, a missing one, many problems at once, and what a build remembers."""

from pathlib import Path

import pytest
from example_package import broken, cell, edit_csv, edit_descriptor, example, set_cell

from publish import checks, packages
from publish.checks import Checked, PackageProblem, PlaceKind, ProblemPlace
from publish.errors import PackageError, Problem

REMEDY = "correct the path, or make the package with publish import"
FOLDER = "the folder of a package: datapackages/<department>/<year>"


def test_a_good_package_has_no_problem(tmp_path: Path) -> None:
    """The example has ten tables with twenty-eight rows."""
    directory = example(tmp_path)
    assert checks.check(directory) == Checked(str(directory), 11, 38, ())


def test_a_package_is_checked_under_the_name_it_was_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From inside of its folder, too, its year and department are known."""
    monkeypatch.chdir(example(tmp_path))
    assert checks.check(Path()) == Checked(".", 11, 38, ())


@pytest.mark.parametrize(
    ("path", "found"), [("nowhere", "no such folder"), (".", "a folder without datapackage.json")]
)
def test_a_path_that_is_no_package_is_named(tmp_path: Path, path: str, found: str) -> None:
    """Missing, or a folder of something else."""
    directory = tmp_path / path
    problem = PackageProblem(
        PlaceKind.PACKAGE, ProblemPlace(), found, expected=FOLDER, remedy=REMEDY
    )
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
    reports = {checks.ProblemReport((checks.check(directory),)).json() for _run in range(3)}
    assert len(reports) == 1


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
