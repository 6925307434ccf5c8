"""Commands that are killed inside their writing leave the old state or the new one, whole.

A hundred kills of each are made by benchmarks/kills.py; PUBLISH_KILLS says how many are made here.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import kills
import pytest

pytestmark = pytest.mark.slow

COUNT = os.environ.get("PUBLISH_KILLS", "")
PROGRAM = Path(kills.__file__)

IN_PLACE = f"""
import json, os, sys
sys.path.insert(0, {str(PROGRAM.parent)!r})
import kills
from dataclasses import asdict
from pathlib import Path

place = Path.cwd() / "place"

def act():
    place.joinpath("file").write_text("new" * 3000)

def restore(_number):
    place.mkdir(exist_ok=True)
    place.joinpath("file").write_text("old")

print(json.dumps(asdict(kills.run(kills.Command(act, restore, place), 10))))
"""


def _said(command: list[str], folder: Path) -> kills.Found:
    ended = subprocess.run(
        [sys.executable, "-W", "error", *command],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    return kills.Found(**json.loads(ended.stdout.splitlines()[-1]))


@pytest.mark.parametrize(
    ("name", "count", "least"),
    [
        ("import", "12", 40),
        ("import-by-moves", "12", 40),
        ("check", "12", 40),
        ("acknowledge", "12", 8),
        ("build", "6", 400),
    ],
)
def test_whatever_dies_inside_its_writing_leaves_something_whole(
    tmp_path: Path, name: str, count: str, least: int
) -> None:
    """Every run was killed, nothing was torn, and one more run leaves nothing behind."""
    count = COUNT or count
    found = _said([str(PROGRAM), name, count], tmp_path)
    assert found.faults == []
    assert found.killed == int(count)
    assert found.steps >= least


def test_what_is_written_in_place_is_found_out(tmp_path: Path) -> None:
    """A file cut in the middle of its writing is neither old nor new: the kills would tell."""
    found = _said(["-c", IN_PLACE], tmp_path)
    assert found.killed > 0
    assert any("neither the old nor the new state" in fault for fault in found.faults)
