"""Whatever goes wrong below, the command ends with a message and a code, never with a traceback."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

SCRIPT = (
    "import sys; from importlib.metadata import entry_points;"
    "sys.argv[0] = 'publish';"
    "(found,) = entry_points(group='console_scripts', name='publish'); sys.exit(found.load()())"
)
WAYS = {"module": ("-m", "publish"), "script": ("-c", SCRIPT)}
IMPORT = ("import", "x.txt", "--department", "fire-brigade", "--year", "2020")
BROKEN = """
import publish.documents

def again():
    return again()

def load(path):
    {fault}

publish.documents.load = load
"""


def run(
    root: Path,
    way: str,
    *arguments: str,
    fault: str = "",
    output: int = subprocess.PIPE,
    **said: str,
) -> subprocess.CompletedProcess[str]:
    """Run the command in a process of its own, in which reading a document ends in a fault."""
    if fault:
        (root / "sitecustomize.py").write_text(BROKEN.format(fault=fault), "utf-8")
    paths = os.pathsep.join([str(root), os.environ.get("PYTHONPATH", "")])
    return subprocess.run(
        [sys.executable, *WAYS[way], *arguments],
        cwd=root,
        env={**os.environ, "PYTHONPATH": paths, "LANGUAGE": "en", **said},
        stdout=output,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(
    ("fault", "found"),
    [
        ("raise RuntimeError('\\x1b[31m')", r"RuntimeError: \x1b[31m"),
        ("raise KeyError('year')", "KeyError: 'year'"),
        ("raise MemoryError", "MemoryError"),
        ("again()", "RecursionError: maximum recursion depth exceeded"),
    ],
)
def test_a_fault_of_the_program_asks_to_be_reported(
    tmp_path: Path, way: str, fault: str, found: str
) -> None:
    """The type, the last place in our code, what to do; no traceback and a code of its own."""
    ended = run(tmp_path, way, *IMPORT, fault=fault)
    lines = ended.stderr.splitlines()
    assert ended.returncode == 70
    assert lines[0] == "Error: A fault of the program, not of what you did."
    assert re.fullmatch(r"  publish/cli/__init__\.py:\d+", lines[1])
    assert lines[2] == f"    found: {found}"
    assert lines[3].startswith("    what to do: report these lines")
    assert len(lines) == 4


def test_a_fault_is_told_in_chinese(tmp_path: Path) -> None:
    """The same message in the language of the user."""
    ended = run(tmp_path, "module", "--lang", "zh", *IMPORT, fault="raise ValueError('x')")
    assert ended.stderr.startswith("错误：程序出了错")
    assert "ValueError: x" in ended.stderr


def test_who_asks_sees_every_step(tmp_path: Path) -> None:
    """PUBLISH_DEBUG adds the traceback."""
    ended = run(tmp_path, "module", *IMPORT, fault="raise ValueError('x')", PUBLISH_DEBUG="1")
    assert ended.stderr.startswith("Traceback (most recent call last):")
    assert ended.returncode == 70


@pytest.mark.parametrize("way", WAYS)
def test_an_interrupt_is_no_error(tmp_path: Path, way: str) -> None:
    """Ctrl-C ends a command with one word and the code that shells expect."""
    ended = run(tmp_path, way, *IMPORT, fault="raise KeyboardInterrupt")
    assert (ended.returncode, ended.stderr.strip()) == (130, "Stopped.")


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("arguments", [("--help",), ("--version",), ("coverage", "--help")])
def test_a_full_device_is_told(tmp_path: Path, way: str, arguments: tuple[str, ...]) -> None:
    """What cannot be printed is an error, and the interpreter adds nothing at its end."""
    with Path("/dev/full").open("w") as full:
        ended = run(tmp_path, way, *arguments, output=full.fileno())
    assert (ended.returncode, ended.stderr) == (
        1,
        "Error: The output could not be written: No space left on device\n",
    )


def test_a_full_device_for_errors_is_no_traceback(tmp_path: Path) -> None:
    """Where nothing can be told, the code alone tells it."""
    with Path("/dev/full").open("w") as full:
        ended = subprocess.run(
            [sys.executable, "-m", "publish", *IMPORT], cwd=tmp_path, stderr=full, check=False
        )
    assert ended.returncode == 1


@pytest.mark.parametrize("way", WAYS)
def test_a_closed_pipe_is_no_error(tmp_path: Path, way: str) -> None:
    """`publish --help | head -0` says nothing."""
    reading, writing = os.pipe()
    os.close(reading)
    try:
        ended = run(tmp_path, way, "--help", output=writing)
    finally:
        os.close(writing)
    assert (ended.returncode, ended.stderr) == (1, "")


def test_a_wrong_command_shows_and_does_not_send(tmp_path: Path) -> None:
    """What a user typed is quoted as it is seen."""
    ended = run(tmp_path, "module", "\x1b[2J\u202e")
    assert ended.returncode == 2
    assert "\x1b" not in ended.stderr
    assert "\u202e" not in ended.stderr
    assert "No such command" in ended.stderr


def test_an_error_of_ours_keeps_its_code(tmp_path: Path) -> None:
    """A document that is not there is no fault of the program."""
    ended = run(tmp_path, "module", *IMPORT)
    assert ended.returncode == 1
    assert "No such file" in ended.stderr
