"""Answers of staff: kept beside the package, shown while they fit, stale when figures change."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from consistent_packages import Writer
from full_disks import full
from hypothesis import given
from hypothesis import strategies as st
from reconciliation_cases import part_is_within_whole

from publish import reconciliation
from publish.errors import PackageError
from publish.reconciliation import Finding, acknowledgements
from publish.reconciliation.acknowledgements import Acknowledgement

D = Decimal


def _finding() -> Finding:
    writer = Writer()
    part_is_within_whole(writer, broken=True)
    (finding,) = reconciliation.run(writer.package()).findings
    return finding


def test_an_answer_is_kept_and_fits_its_finding(tmp_path: Path) -> None:
    """What was written is read again, and belongs to the finding."""
    finding = _finding()
    written = acknowledgements.acknowledge(tmp_path, finding, "口径不同，已说明。", "财务科")
    known = acknowledgements.load(tmp_path)
    assert known == (written,)
    assert acknowledgements.answers([finding], known).current == {finding.id: written}


def test_an_answer_is_stale_when_the_figures_change(tmp_path: Path) -> None:
    """The finding has the same id and another figure; the answer was not about that."""
    finding = _finding()
    written = acknowledgements.acknowledge(tmp_path, finding, "已知", "财务科")
    other = replace(finding.figures[0], value=D("99.99"))
    changed = replace(finding, figures=(other, *finding.figures[1:]))
    found = acknowledgements.answers([changed], [written])
    assert (found.current, found.stale) == ({}, (written,))


def test_an_answer_is_stale_when_its_finding_is_gone(tmp_path: Path) -> None:
    """Nothing is left to answer."""
    written = acknowledgements.acknowledge(tmp_path, _finding(), "已知", "财务科")
    assert acknowledgements.answers([], [written]).stale == (written,)


def test_a_new_answer_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    """One finding, one answer."""
    finding = _finding()
    acknowledgements.acknowledge(tmp_path, finding, "第一次", "甲")
    second = acknowledgements.acknowledge(tmp_path, finding, "第二次", "乙")
    assert acknowledgements.load(tmp_path) == (second,)


def test_no_file_is_no_answer(tmp_path: Path) -> None:
    """A package need not have answers."""
    assert acknowledgements.load(tmp_path) == ()


_TEXT = st.text(st.characters(exclude_categories=("Cs",)))


@given(st.lists(st.builds(Acknowledgement, _TEXT, _TEXT, _TEXT, _TEXT), max_size=3))
def test_every_text_survives_the_file(
    tmp_path_factory: pytest.TempPathFactory, written: list[Acknowledgement]
) -> None:
    """Quotes, line ends and marks in an answer are read as they were written."""
    directory = tmp_path_factory.mktemp("package")
    (directory / acknowledgements.FILE).write_text(
        acknowledgements.text(written), "utf-8", newline=""
    )
    assert sorted(acknowledgements.load(directory), key=lambda one: one.id) == sorted(
        written, key=lambda one: one.id
    )


@pytest.mark.parametrize(
    "content", ["[[acknowledgement]]\nid = 3", "[[", 'acknowledgement = ["x"]']
)
def test_a_damaged_file_is_an_error(tmp_path: Path, content: str) -> None:
    """The message names the file."""
    (tmp_path / acknowledgements.FILE).write_text(content, "utf-8")
    with pytest.raises(PackageError, match=acknowledgements.FILE):
        acknowledgements.load(tmp_path)


def test_a_folder_that_cannot_be_written_is_an_error(tmp_path: Path) -> None:
    """The message names the file."""
    with pytest.raises(PackageError, match=acknowledgements.FILE):
        acknowledgements.acknowledge(tmp_path / "absent", _finding(), "已知", "财务科")


EDITED = """# Answers to findings, written by publish acknowledge. seen: the figures it was said of.

# 2021-03-02: agreed with the finance office
[[acknowledgement]]
id = "other"
note = "已核实"
by = "甲"
seen = "0123456789abcdef"
date = 2021-03-02  # of the meeting
"""


def test_what_people_wrote_between_the_answers_stays(tmp_path: Path) -> None:
    """Comments and further lines are there after an answer was added, and after it was changed."""
    path, finding = tmp_path / acknowledgements.FILE, _finding()
    path.write_text(EDITED, "utf-8")
    first = acknowledgements.acknowledge(tmp_path, finding, "第一次", "甲")
    assert path.read_text("utf-8") == (
        f'{EDITED}\n[[acknowledgement]]\nid = "{finding.id}"\nnote = "第一次"\nby = "甲"\n'
        f'seen = "{first.seen}"\n'
    )
    other = replace(finding, id="other")
    second = acknowledgements.acknowledge(tmp_path, other, "第二次", "乙")
    assert "# 2021-03-02: agreed" in path.read_text("utf-8")
    assert "date = 2021-03-02  # of the meeting" in path.read_text("utf-8")
    assert acknowledgements.load(tmp_path) == (second, first)


def test_a_form_that_cannot_be_continued_is_left_alone(tmp_path: Path) -> None:
    """An answer as one inline table cannot be changed line by line: the message says so."""
    path, finding = tmp_path / acknowledgements.FILE, _finding()
    one = f'acknowledgement = [{{id = "{finding.id}", note = "x", by = "y", seen = "z"}}]\n'
    path.write_text(one, "utf-8")
    with pytest.raises(PackageError, match="write the answer into the file by hand"):
        acknowledgements.acknowledge(tmp_path, finding, "已知", "财务科")
    assert path.read_text("utf-8") == one


@pytest.mark.parametrize("words", [("\udcff", "财务科"), ("已知", "a\ud800b")])
def test_bytes_that_are_no_text_are_refused(tmp_path: Path, words: tuple[str, str]) -> None:
    """A terminal hands on any bytes; the message shows them, and the answers stay as they are."""
    path = tmp_path / acknowledgements.FILE
    acknowledgements.acknowledge(tmp_path, _finding(), "第一次", "甲")
    before = path.read_bytes()
    with pytest.raises(PackageError, match=r"found: '.*\\ud"):
        acknowledgements.acknowledge(tmp_path, _finding(), *words)
    assert path.read_bytes() == before


def test_a_full_disk_leaves_the_answers_whole(tmp_path: Path) -> None:
    """The message names the file; the room is beside the package and is gone."""
    directory = tmp_path / "2020"
    directory.mkdir()
    path = directory / acknowledgements.FILE
    acknowledgements.acknowledge(directory, _finding(), "第一次", "甲")
    before = path.read_bytes()
    with full(9999), pytest.raises(PackageError, match=f"{path}\n +found: File too large"):
        acknowledgements.acknowledge(directory, _finding(), "长" * 9999, "甲")
    assert path.read_bytes() == before
    assert [each.name for each in tmp_path.iterdir()] == ["2020"]
    assert [each.name for each in directory.iterdir()] == [path.name]
