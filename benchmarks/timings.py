"""How long the commands of the toolkit take, each as a user runs it.

A build is timed beside a plain `mkdocs build` of the same finished pages, in turns, so that a
busy machine slows both; the ratio of the two is what must not grow.
"""

import json
import os
import shutil
import statistics
import subprocess
import sys
import time
from pathlib import Path

PUBLISH = (sys.executable, "-m", "publish")
# The theme prints an advertisement where MkDocs runs as a program.
QUIET = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
MKDOCS = (sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict", "--site-dir", "plain")
ROUNDS = 5


def seconds(command: tuple[str, ...], folder: Path) -> float:
    """Run a command in a folder and return how long it took; it must succeed."""
    start = time.perf_counter()
    subprocess.run(command, cwd=folder, env=QUIET, check=True, capture_output=True)
    return time.perf_counter() - start


def median(command: tuple[str, ...], folder: Path) -> float:
    """Return the median time of several runs."""
    return statistics.median(seconds(command, folder) for _ in range(ROUNDS))


def paired(folder: Path, *, cold: bool) -> tuple[float, float]:
    """Return the median of a build, and of its ratio to a plain run of the generator."""
    builds, ratios = [], []
    for _ in range(ROUNDS):
        if cold:
            shutil.rmtree(folder / "build", ignore_errors=True)
        builds.append(seconds((*PUBLISH, "build"), folder))
        ratios.append(builds[-1] / seconds(MKDOCS, folder))
    return statistics.median(builds), statistics.median(ratios)


def imported(package: Path, room: Path) -> float:
    """Return how long the import of a package's document takes, into an empty folder."""
    (document,) = (package / "source").iterdir()
    department, year = package.parent.name, package.name
    command = (*PUBLISH, "import", str(document), "--department", department, "--year", year)
    times = []
    for turn in range(ROUNDS):
        folder = room / f"import-{turn}"
        folder.mkdir()
        times.append(seconds(command, folder))
    return statistics.median(times)


def multiplied(package: Path, room: Path, count: int) -> Path:
    """Return a folder with so many departments that all published the same document."""
    for number in range(count):
        department = f"department-{number}"
        folder = room / "datapackages" / department / package.name
        shutil.copytree(package, folder)
        path = folder / "datapackage.json"
        descriptor = json.loads(path.read_text("utf-8"))
        descriptor["department"]["slug"] = department
        descriptor["id"] = f"{department}/{package.name}"
        path.write_text(json.dumps(descriptor, ensure_ascii=False, indent=2) + "\n", "utf-8")
    return room
