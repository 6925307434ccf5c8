"""How fast the toolkit is: every command as a user runs it, on the committed packages.

Each build is timed beside a plain `mkdocs build` of the same finished pages, in turns, so that a
busy machine slows both; the ratio of the two is what must not grow. Nothing in the project is
touched: everything happens in a copy.
"""

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

PROJECT = Path(__file__).parent.parent
PUBLISH = (sys.executable, "-m", "publish")
# The theme prints an advertisement where MkDocs runs as a program.
QUIET = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
MKDOCS = (sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict", "--site-dir", "plain")
ROUNDS = 5
WARM_AT_MOST = 1.5
HELP_AT_MOST = 0.2


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


def said(what: str, value: float, most: float | None = None, unit: str = "s") -> None:
    """Print a measurement and, where there is one, what it aims at."""
    aim = "" if most is None else f"   aim: under {most:g}{'' if value < most else '  MISSED'}"
    print(f"{what:<42}{value:>7.2f} {unit}{aim}")


def main() -> None:
    """Measure and print everything."""
    with tempfile.TemporaryDirectory() as name:
        room = Path(name)
        project = room / "project"
        project.mkdir()
        for part in ("datapackages", "site"):
            shutil.copytree(PROJECT / part, project / part)
        shutil.copy(PROJECT / "mkdocs.yml", project)
        found = sorted((project / "datapackages").glob("*/*"))
        print(f"{len(found)} packages, median of {ROUNDS} runs")
        said("publish --help", median((*PUBLISH, "--help"), room), HELP_AT_MOST)
        said("publish import (one document)", imported(found[0], room))
        said("publish check", median((*PUBLISH, "check"), project))
        for count in (1, 10, 100):
            many = multiplied(found[0], room / f"times-{count}", count)
            time_taken = seconds((*PUBLISH, "check"), many)
            said(f"  of {count} packages, each", time_taken / count)
        cold, ratio = paired(project, cold=True)
        said("publish build, cold", cold)
        said("  against a plain mkdocs build", ratio, unit="x")
        warm, ratio = paired(project, cold=False)
        said("publish build, warm", warm)
        said("  against a plain mkdocs build", ratio, WARM_AT_MOST, "x")


if __name__ == "__main__":
    main()
