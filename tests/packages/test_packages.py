"""Packages: what is written is what is read, and the same value gives the same bytes."""

import json
import shutil
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import example_package
import pytest
from hypothesis import given
from hypothesis import strategies as st

from publish import packages, tables
from publish.errors import PackageError


def test_a_package_that_is_written_is_read_the_same(tmp_path: Path) -> None:
    """Writing and reading lose nothing."""
    directory = example_package.example(tmp_path)
    read = packages.load(directory, without=frozenset({"findings"}))
    assert dict(read.tables) == {
        name: tuple(
            {column.name: row.get(column.name) for column in tables.load()[name].fields}
            for row in rows
        )
        for name, rows in example_package.package().tables.items()
    }
    assert (read.department, read.fiscal_year, read.address) == (
        "fire-brigade",
        2020,
        "fire-brigade/2020",
    )


def test_the_same_package_gives_the_same_bytes() -> None:
    """No clock and no order of a set goes into the files."""
    assert packages.files(example_package.package()) == packages.files(example_package.package())


def test_csv_files_are_plain() -> None:
    """UTF-8 without BOM, line feeds, a header row, decimals as printed, empty for not stated."""
    content = packages.files(example_package.package())["data/income.csv"]
    lines = content.decode("utf-8").split("\n")
    assert lines[0].startswith("key,statement,label,amount_wanyuan,")
    assert lines[1].startswith("total,1,本年收入合计,1383.5,,")
    assert b"\r" not in content
    assert not content.startswith(b"\xef\xbb\xbf")


@given(st.decimals(allow_nan=False, allow_infinity=False, places=4))
def test_no_decimal_is_written_with_an_exponent(value: Decimal) -> None:
    """A spreadsheet and a script read the same plain digits."""
    text = packages.cell(value)
    assert Decimal(text) == value
    assert "E" not in text.upper()


def test_an_old_package_is_replaced_whole_and_the_notes_of_staff_stay(tmp_path: Path) -> None:
    """A table that the new package does not have is gone; a file that staff added stays."""
    directory = example_package.example(tmp_path)
    (directory / "acknowledgements.toml").write_text("# answers\n", "utf-8")
    old = example_package.package()
    smaller = {name: rows for name, rows in old.tables.items() if name != "income"}
    packages.write(replace(old, tables=smaller), directory)
    assert not (directory / "data" / "income.csv").exists()
    assert (directory / "acknowledgements.toml").read_text("utf-8") == "# answers\n"
    assert sorted(path.name for path in directory.parent.iterdir()) == ["2020"]


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    """Where a file stands in the way of a folder, the message names it and says what to do."""
    (tmp_path / "datapackages").write_text("", "utf-8")
    with pytest.raises(PackageError) as caught:
        packages.write(example_package.package(), tmp_path / "datapackages" / "a" / "2020")
    problem = caught.value.problems[0]
    assert problem.place == str(tmp_path / "datapackages" / "a")
    assert problem.expected == "a folder that can be written, with enough space"


def test_a_package_with_a_letter_in_an_amount_is_not_read(tmp_path: Path) -> None:
    """Reading stops at the cell, with its place."""
    directory = example_package.example(tmp_path)
    path = directory / "data" / "income.csv"
    path.write_text(path.read_text("utf-8").replace("1383.5", "l383.5"), "utf-8")
    with pytest.raises(PackageError) as caught:
        packages.load(directory)
    assert caught.value.problems[0].place == f"{path}: 2, amount_wanyuan"


def test_a_descriptor_that_is_not_json_is_said(tmp_path: Path) -> None:
    """The message leads to the command that lists every problem."""
    directory = example_package.example(tmp_path)
    (directory / "datapackage.json").write_text("{", "utf-8")
    with pytest.raises(PackageError, match="run: publish check"):
        packages.load(directory)


def test_packages_are_found_by_department_and_year(tmp_path: Path) -> None:
    """Hidden folders, such as one left by a killed import, are no packages."""
    directory = example_package.example(tmp_path)
    hidden = directory.parent / ".new-x"
    hidden.mkdir()
    (hidden / "datapackage.json").write_text(json.dumps({}), "utf-8")
    assert packages.find(directory.parent.parent) == (directory,)


@pytest.mark.parametrize("left", ["data", "source"])
def test_a_package_that_lost_its_descriptor_is_found(tmp_path: Path, left: str) -> None:
    """A year must not vanish from the website without a word."""
    directory = example_package.example(tmp_path)
    (directory / "datapackage.json").unlink()
    shutil.rmtree(directory / ("source" if left == "data" else "data"))
    assert packages.find(tmp_path) == (directory,)


def test_other_folders_are_no_packages(tmp_path: Path) -> None:
    """Notes beside the years, an empty folder, a file."""
    (tmp_path / "fire-brigade" / "notes").mkdir(parents=True)
    (tmp_path / "fire-brigade" / "2020").touch()
    assert packages.find(tmp_path) == ()


@pytest.mark.parametrize(
    "junk",
    [
        {"resources": 1},
        {"resources": [1]},
        {"resources": [{"name": ["income"]}]},
        {"resources": [{"name": "income", "path": ["x"]}]},
        {"resources": [], "sources": []},
        {"resources": [], "sources": [{"path": 1}]},
        {"resources": [], "sources": [{"path": "source/\0"}]},
        [],
    ],
)
def test_whatever_a_descriptor_holds_is_our_error(tmp_path: Path, junk: object) -> None:
    """No traceback, and the way to the command that names everything."""
    (tmp_path / "datapackage.json").write_text(json.dumps(junk), "utf-8")
    with pytest.raises(PackageError, match="run: publish check"):
        packages.load(tmp_path)


def test_a_corrected_version_has_the_date_of_its_correction() -> None:
    """`created` stays that of the first version; feed, sitemap and footer show the other."""
    first = example_package.package()
    assert first.modified == "2026-11-23T00:00:00Z"
    corrected = {**first.descriptor, "modified": "2027-01-02T00:00:00Z"}
    assert replace(first, descriptor=corrected).modified == "2027-01-02T00:00:00Z"


def test_resources_that_people_added_are_written_again() -> None:
    """They stand behind the tables; a table that is gone has no entry."""
    package = example_package.package()
    listed = [{"name": "photos", "path": "data/photos.csv"}, {"name": "receptions"}, "x"]
    told = packages.described(
        replace(package, descriptor={**package.descriptor, "resources": listed})
    )
    assert [entry["name"] for entry in told["resources"]] == [*package.tables, "photos"]


@pytest.mark.parametrize(
    "edit",
    [{"sources": []}, {"resources": [{"name": [], "path": "x"}]}, {"resources": None}],
)
def test_a_descriptor_of_another_form_is_said(tmp_path: Path, edit: dict[str, object]) -> None:
    """The message leads to the command that lists every problem."""
    directory = example_package.example(tmp_path)
    example_package.edit_descriptor(directory, lambda found: found.update(edit))
    with pytest.raises(PackageError, match="run: publish check"):
        packages.load(directory)
