"""The scores that Lighthouse gives a page: performance, accessibility, best practices, SEO.

Lighthouse comes by npm into benchmarks/node_modules, exactly as package-lock.json says, and drives
the Chromium that is there. Nothing of it is part of the website.
"""

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
PROGRAM = HERE / "node_modules" / ".bin" / "lighthouse"
LOCK, INSTALLED = HERE / "package-lock.json", HERE / "node_modules" / ".package-lock.json"
BEST = 100
# What else the machine does can only take points away, so the best of some runs is the page's own.
TURNS = 3
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
DEVICES: dict[str, tuple[str, ...]] = {"mobile": (), "desktop": ("--preset=desktop",)}
FLAGS = "--headless=new --no-sandbox --disable-gpu --disable-background-networking"


@dataclass(frozen=True, slots=True)
class Report:
    """What Lighthouse says of a page: points of 100 in each category, and what cost points."""

    scores: tuple[int, ...]
    losses: tuple[str, ...]


def missing() -> str:
    """Say why there is no Lighthouse to ask, after trying to install it; empty: it is there."""
    if not (shutil.which("node") and shutil.which("npm")):
        return "Lighthouse was not asked: it needs Node.js 18 or newer with npm (nodejs.org)."
    if INSTALLED.is_file() and INSTALLED.stat().st_mtime >= LOCK.stat().st_mtime:
        return ""
    command = ["npm", "ci", "--no-audit", "--no-fund"]
    done = subprocess.run(command, cwd=HERE, capture_output=True, text=True, check=False)
    return f"Lighthouse could not be installed:\n{done.stderr}" if done.returncode else ""


def _losses(found: dict[str, Any]) -> Iterator[str]:
    """Yield the audits that cost points."""
    for name in CATEGORIES:
        for each in found["categories"][name]["auditRefs"]:
            audit = found["audits"][each["id"]]
            if each["weight"] and audit["score"] is not None and audit["score"] < 1:
                yield f"{name}: {audit['title']} {audit.get('displayValue', '')}".strip()


def report(address: str, device: str, chromium: str) -> Report:
    """Ask Lighthouse about a page, on one of DEVICES."""
    command = [
        str(PROGRAM),
        address,
        "--quiet",
        "--output=json",
        f"--only-categories={','.join(CATEGORIES)}",
        f"--chrome-flags={FLAGS}",
        *DEVICES[device],
    ]
    environment = {**os.environ, "CHROME_PATH": chromium}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        return Report((0,) * len(CATEGORIES), (f"it failed: {done.stderr.strip()[-300:]}",))
    found = json.loads(done.stdout)
    scores = tuple(round(BEST * found["categories"][name]["score"]) for name in CATEGORIES)
    return Report(scores, tuple(_losses(found)) if min(scores) < BEST else ())


def best(address: str, device: str, chromium: str) -> Report:
    """Ask until the page is best in everything, or some times; return the best report."""
    reports: list[Report] = []
    while len(reports) < TURNS and not (reports and min(reports[-1].scores) == BEST):
        reports.append(report(address, device, chromium))
    return max(reports, key=lambda each: sum(each.scores))
