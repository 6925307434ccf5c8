"""The files that a descriptor seals with size and checksum."""

from pathlib import Path

from publish import packages
from publish.checks import files
from publish.checks.files import File
from publish.checks.problems import PackageProblem, PlaceKind, ProblemPlace

AT = ProblemPlace("datapackage.json", field="resources.income.path")
CONTENT = b"key\ntotal\n"
SEALED = {
    "path": "data/income.csv",
    "bytes": len(CONTENT),
    "hash": packages.sha256(CONTENT),
}
RESTORE = "restore it from version control, or run publish import again with --force"


def _with_file(root: Path, content: bytes = CONTENT) -> Path:
    (root / "data").mkdir()
    (root / "data" / "income.csv").write_bytes(content)
    return root


def test_a_sealed_file_is_read(tmp_path: Path) -> None:
    """Size and checksum agree: nothing is wrong."""
    found = files.read(_with_file(tmp_path), "data", SEALED, AT)
    assert found == File("data/income.csv", CONTENT)


def test_a_file_changed_by_hand_is_read_and_both_seals_are_broken(tmp_path: Path) -> None:
    """The content is still checked, so that all problems come at once."""
    changed = CONTENT + b"basic\n"
    found = files.read(_with_file(tmp_path, changed), "data", SEALED, AT)
    expected = (f"{SEALED[name]}, as datapackage.json says" for name in ("bytes", "hash"))
    assert found == File(
        "data/income.csv",
        changed,
        tuple(
            PackageProblem(
                PlaceKind.HASH,
                ProblemPlace("data/income.csv", field=name),
                actual,
                expected=right,
                remedy="the file was changed by hand: restore it from version control, "
                "or run publish import again with --force",
            )
            for (name, actual), right in zip(
                (("bytes", "16"), ("hash", packages.sha256(changed))), expected, strict=True
            )
        ),
    )


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    """There is no content and one problem."""
    problem = PackageProblem(
        PlaceKind.FILE,
        ProblemPlace("data/income.csv"),
        "no such file",
        expected="a file that can be read",
        remedy=RESTORE,
    )
    assert files.read(tmp_path, "data", SEALED, AT) == File("data/income.csv", None, (problem,))


def test_a_folder_in_place_of_a_file_is_named(tmp_path: Path) -> None:
    """What is there is said."""
    (tmp_path / "data" / "income.csv").mkdir(parents=True)
    problem = PackageProblem(
        PlaceKind.FILE,
        ProblemPlace("data/income.csv"),
        "a folder",
        expected="a file that can be read",
        remedy=RESTORE,
    )
    assert files.read(tmp_path, "data", SEALED, AT) == File("data/income.csv", None, (problem,))


def test_a_refused_path_is_not_read(tmp_path: Path) -> None:
    """The problem stands at the property that names the path."""
    declared = {**SEALED, "path": "../income.csv"}
    problem = PackageProblem(
        PlaceKind.PATH,
        AT,
        "../income.csv: a path that leads out of the package",
        expected="a file of the package below data/",
        remedy="move the file into the package and name it with its path from there",
    )
    assert files.read(tmp_path, "data", declared, AT) == File("", None, (problem,))


def test_a_path_that_is_no_text_is_refused(tmp_path: Path) -> None:
    """A list of paths is legal elsewhere, and not here."""
    problem = PackageProblem(
        PlaceKind.PATH,
        AT,
        '["a.csv"]: not a path in text',
        expected="a file of the package below data/",
        remedy="move the file into the package and name it with its path from there",
    )
    found = files.read(tmp_path, "data", {**SEALED, "path": ["a.csv"]}, AT)
    assert found == File("", None, (problem,))
