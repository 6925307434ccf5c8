"""Whether a package may be published: sound, and at one with what is derived from it."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from example_package import edit_csv, edit_descriptor, example, package, seal, set_cell, set_source

from publish import packages
from publish.checks import PlaceKind
from publish.errors import PackageError, Problem
from publish.packages import contents
from publish.reconciliation import acknowledgements, admission, finding_reports

WRITE = "run: publish check --write"
STORED = "data/findings.csv"


def _told(directory: Path) -> list[tuple[str, str, str]]:
    return [
        (found.kind.value, found.place.text(), found.remedy)
        for found in admission.check(directory).problems
    ]


def _rewritten(change: Callable[[bytes], bytes]) -> Callable[[Path], None]:
    def damage(directory: Path) -> None:
        path = directory / STORED
        path.write_bytes(change(path.read_bytes()))
        seal(directory)

    return damage


def _without(directory: Path) -> None:
    """Let no findings be there at all, neither the file nor its resource."""
    (directory / STORED).unlink()
    edit_descriptor(directory, lambda found: found["resources"].pop())


def _named(directory: Path, change: Callable[[dict[str, Any]], object]) -> None:
    edit_descriptor(directory, lambda found: change(found["resources"][-1]))


DAMAGES: dict[str, Callable[[Path], object]] = {
    "one row less": _rewritten(lambda content: b"\n".join(content.split(b"\n")[:-2]) + b"\n"),
    "no row": _rewritten(lambda content: content.split(b"\n")[0] + b"\n"),
    "other words": _rewritten(lambda content: content.replace(b"error", b"info", 1)),
    "another id": _rewritten(lambda content: content.replace(b"balance-", b"balance-0", 1)),
    "emptied": _rewritten(lambda _content: b""),
    "no table": _rewritten(lambda _content: b"\xff\xfe\0"),
    "emptied and unsealed": lambda directory: (directory / STORED).write_bytes(b""),
    "file gone": lambda directory: (directory / STORED).unlink(),
    "absent": _without,
    "not named": lambda directory: edit_descriptor(directory, lambda d: d["resources"].pop()),
    "wrong seal": lambda directory: _named(directory, lambda found: found.update(bytes=1)),
    "wrong schema": lambda directory: _named(directory, lambda found: found.update(schema=1)),
}


def _without_history(files: dict[str, bytes]) -> dict[str, object]:
    """The published files; of the descriptor what is not about its versions."""
    descriptor = json.loads(files["datapackage.json"])
    kept = {
        name: value
        for name, value in descriptor.items()
        if name not in {"version", "modified", "changes"}
    }
    return {**files, "datapackage.json": kept}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_findings_that_are_not_those_of_today_are_a_problem_that_writing_mends(
    tmp_path: Path, damage: Callable[[Path], object]
) -> None:
    """The remedy is said, and afterwards all is as it was, but for the version."""
    directory = example(tmp_path)
    before = contents.published(directory)
    damage(directory)
    checked = admission.check(directory)
    assert {(found.kind, found.remedy) for found in checked.problems} == {
        (PlaceKind.FINDINGS, WRITE)
    }
    assert admission.is_mendable([checked])
    (mended,) = admission.written([directory], [checked])
    assert mended.problems == ()
    assert _without_history(contents.published(directory)) == _without_history(before)


def test_the_first_finding_that_differs_is_named(tmp_path: Path) -> None:
    """With the number of the line, and how many there should be."""
    directory = example(tmp_path)
    DAMAGES["one row less"](directory)
    (problem,) = admission.check(directory).problems
    assert problem.place.text() == STORED
    assert problem.found == "other findings from line 5 on"
    assert problem.expected == "what the checks find today: 4 findings"


def test_a_figure_that_changed_makes_the_findings_old(tmp_path: Path) -> None:
    """Nobody touched the findings; what they were found in is another amount."""
    directory = example(tmp_path)
    document = directory / "source" / "accounts.txt"
    set_source(directory, document.read_bytes().replace(b"1019.5", b"1383.5"))
    edit_csv(directory, "key-figures", "1019.5", "1383.5")
    edit_csv(directory, "key-figures", "1019.5", "1383.5")
    _rewritten(lambda content: content.replace(b"1019.5", b"1383.5"))(directory)
    assert _told(directory) == [("findings", STORED, WRITE)]


def test_what_else_is_wrong_is_mended_first(tmp_path: Path) -> None:
    """Findings of damaged rows would be nonsense: neither compared nor written."""
    directory = example(tmp_path)
    DAMAGES["wrong seal"](directory)
    set_cell(directory, "income", (2, "statement"), "x")
    (directory / STORED).write_bytes(b"")
    checked = admission.check(directory)
    assert {found.kind for found in checked.problems} == {
        PlaceKind.HASH,
        PlaceKind.HEADER,
        PlaceKind.NUMBER,
    }
    assert not admission.is_mendable([checked])


def test_findings_that_are_a_link_are_no_findings(tmp_path: Path) -> None:
    """The link is the problem, and writing does not follow it."""
    directory = example(tmp_path)
    stored = directory / STORED
    stored.rename(tmp_path / "findings.csv")
    stored.symlink_to(tmp_path / "findings.csv")
    assert [found[:2] for found in _told(directory)] == [("file", STORED)]


def test_the_page_and_the_download_have_one_source(tmp_path: Path) -> None:
    """What the pages find in the package with its findings is what is stored in it."""
    directory = example(tmp_path)
    found = finding_reports.findings_csv(packages.load(directory))
    assert found == contents.published(directory)[STORED]
    assert found == finding_reports.findings_csv(package())


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("[", "Invalid initial character for a key part (at end of document)"),
        ("acknowledgement = 1", "'int' object is not iterable"),
        ('[[acknowledgement]]\nid = "x"', "'note'"),
        (
            '[[acknowledgement]]\nid = "x"\nnote = 1\nby = "y"\nseen = "z"',
            "id, note, by, seen are not all texts",
        ),
        (f"a = {'[' * 100_000}", "brackets within brackets without end"),
        ("\0", "Invalid statement (at line 1, column 1)"),
    ],
)
def test_damaged_answers_are_named_by_the_check(tmp_path: Path, text: str, found: str) -> None:
    """They would stop the build otherwise."""
    directory = example(tmp_path)
    (directory / acknowledgements.FILE).write_text(text, "utf-8")
    (problem,) = admission.check(directory).problems
    assert (problem.kind, problem.place.text()) == (PlaceKind.FILE, acknowledgements.FILE)
    assert problem.found == found
    assert problem.remedy == "correct the file at this place, or restore it from version control"


def test_answers_in_another_encoding_are_named(tmp_path: Path) -> None:
    """A clerk's editor may have written them in GB18030."""
    directory = example(tmp_path)
    (directory / acknowledgements.FILE).write_bytes("# 已核实".encode("gb18030"))
    assert [found[:2] for found in _told(directory)] == [("file", acknowledgements.FILE)]


def test_a_build_gets_the_problems_as_errors(tmp_path: Path) -> None:
    """They can be raised as they are."""
    directory = example(tmp_path)
    edit_csv(directory, "income", "total,1", "total,x")
    assert admission.problems(directory, tmp_path / "cache") == (
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
        counts.append(len(admission.problems(directory, cache)))
    assert counts == [1, 1, 0, 0, 1]


def test_a_second_build_does_not_load_frictionless(tmp_path: Path) -> None:
    """The verdict of the first one is enough."""
    directory, cache = example(tmp_path), tmp_path / "cache"
    program = (
        "import sys; from pathlib import Path; from publish.reconciliation import admission;"
        "assert admission.problems(Path(sys.argv[1]), Path(sys.argv[2])) == ();"
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
        admission.problems(directory, tmp_path / "cache")
    assert [problem.place for problem in caught.value.problems] == [
        str(tmp_path / "cache" / "checks")
    ]
