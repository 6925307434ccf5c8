"""Whatever is damaged in a package: the check says it, or the website can be built.

A run of a few seconds with other packages each time; it prints its seed. `make fuzz` runs longer.
"""

import random
import shutil
import time
from pathlib import Path

import mutated_packages
import pytest

pytestmark = pytest.mark.slow


SECONDS = 4  # of the processor
FEWEST = 10


def test_no_damaged_package_ends_in_a_traceback_or_stops_a_build_after_its_check(
    tmp_path: Path,
) -> None:
    """Neither the check nor the build raises anything but our own errors; and some pass."""
    first = random.SystemRandom().randrange(10**9)
    clean, work = tmp_path / "clean", tmp_path / "work"
    clean.mkdir()
    place = mutated_packages.prepared(clean).relative_to(clean)
    assert mutated_packages.hold(clean / place), "the package is good before it is damaged"
    start, count = time.process_time(), 0
    while time.process_time() - start < SECONDS or count < FEWEST:
        shutil.copytree(clean, work, symlinks=True)
        told = mutated_packages.mutated(work / place, random.Random(first + count))  # noqa: S311
        try:
            mutated_packages.hold(work / place)
        except AssertionError as error:
            raise AssertionError(f"seed {first + count}: {told}") from error
        shutil.rmtree(work)
        count += 1
    print(f"{count} packages from seed {first}")  # noqa: T201  shown with -s
