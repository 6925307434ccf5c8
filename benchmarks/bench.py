"""How fast the toolkit is, and how good the website, on the committed packages.

Nothing in the project is touched: everything happens in a copy. The module `browser` comes from
tests/, which `make bench` puts on the path.
"""

import shutil
import tempfile
from pathlib import Path

import lengths
import lighthouse
import servers
import timings
import weights

import browser as browsers

PROJECT = Path(__file__).parent.parent
YEAR = "panzhihua-emergency-management/2020"
PAGES = {
    "home": "index.html",
    "overview of a year": f"{YEAR}/index.html",
    "project": f"{YEAR}/project-p02.html",
}
WARM_AT_MOST = 1.5
HELP_AT_MOST = 0.2
PAGE_AT_MOST = 150


def said(what: str, value: float, most: float | None = None, unit: str = "s") -> None:
    """Print a measurement and, where there is one, what it aims at."""
    aim = "" if most is None else f"   aim: under {most:g}{'' if value < most else '  MISSED'}"
    print(f"{what:<42}{value:>7.2f} {unit}{aim}")


def copy(room: Path) -> Path:
    """Return a copy of the project that a website can be built in."""
    project = room / "project"
    project.mkdir()
    for part in ("datapackages", "site"):
        shutil.copytree(PROJECT / part, project / part)
    shutil.copy(PROJECT / "mkdocs.yml", project)
    return project


def commands(project: Path, room: Path) -> None:
    """Print how long everything takes; the website is built afterwards."""
    found = sorted((project / "datapackages").glob("*/*"))
    packages = "1 package" if len(found) == 1 else f"{len(found)} packages"
    print(f"{packages}, median of {timings.ROUNDS} runs")
    said("publish --help", timings.median((*timings.PUBLISH, "--help"), room), HELP_AT_MOST)
    said("publish import (one document)", timings.imported(found[0], room))
    said("publish check", timings.median((*timings.PUBLISH, "check"), project))
    for count in (1, 10, 100):
        many = timings.multiplied(found[0], room / f"times-{count}", count)
        said(
            f"  of {count} packages, each",
            timings.seconds((*timings.PUBLISH, "check"), many) / count,
        )
    cold, ratio = timings.paired(project, cold=True)
    said("publish build, cold", cold)
    said("  against a plain mkdocs build", ratio, unit="x")
    warm, ratio = timings.paired(project, cold=False)
    said("publish build, warm", warm)
    said("  against a plain mkdocs build", ratio, WARM_AT_MOST, "x")


def lengthen() -> None:
    """Print what longer documents cost, in CPU seconds and memory."""
    print("\nimport of longer documents, CPU seconds")
    found = lengths.costs()
    for times, cost in found.items():
        said(f"  {times} times the length ({cost.memory:.0f} MiB)", cost.seconds)
        if times in lengths.AT_MOST:
            ratio = cost.seconds / found[1].seconds
            said("    against that of one", ratio, lengths.AT_MOST[times], "times")


def weigh(address: str) -> None:
    """Print what the first view of each page weighs."""
    print("\nFirst view, compressed, without the tools of the charts")
    with browsers.launched() as browser:
        for name, path in PAGES.items():
            weight = weights.of(browser, f"{address}/{path}")
            said(name, weight.total, PAGE_AT_MOST, "KB")
            kinds = (f"{kind.lower()} {size:.1f}" for kind, size in weight.kinds.items())
            print(f"  {', '.join(kinds)}; then tools {weight.interactive:.1f}")


def judge(address: str) -> None:
    """Print what Lighthouse thinks of each page, or why it was not asked."""
    if reason := lighthouse.missing():
        print(f"\n{reason}")
        return
    print(f"\nLighthouse: {', '.join(lighthouse.CATEGORIES)}   aim: {lighthouse.BEST} in each")
    for name, path in PAGES.items():
        for device in lighthouse.DEVICES:
            report = lighthouse.best(f"{address}/{path}", device, browsers.executable())
            points = "".join(f"{score:>5}" for score in report.scores)
            print(f"{f'{name}, {device}':<42}{points}{'   MISSED' if report.losses else ''}")
            for loss in report.losses:
                print(f"  {loss}")


def main() -> None:
    """Measure and print everything."""
    with tempfile.TemporaryDirectory() as name:
        room = Path(name)
        project = copy(room)
        commands(project, room)
        lengthen()
        with servers.serving(project / "build" / "site") as address:
            weigh(address)
            judge(address)


if __name__ == "__main__":
    main()
