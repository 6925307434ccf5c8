"""Mutated documents and packages through import, check and pages: `python benchmarks/fuzz.py`.

What runs stands in tests/ (`fuzzing`, `mutated_documents`, `mutated_packages`). Each fault is told
once, with the case that shows it again, and its document is saved below build/fuzz/.
"""

import argparse
import re
import secrets
import sys
from pathlib import Path

PROJECT = Path(__file__).parent.parent
sys.path.insert(0, str(PROJECT / "tests"))

import fuzzing  # noqa: E402  found where the tests are

SAVED = PROJECT / "build" / "fuzz"
EVERY = 10**9


def arguments() -> argparse.Namespace:
    """Return what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=60, help="CPU seconds for each kind")
    parser.add_argument("--cases", type=int, default=EVERY, help="at most so many of each kind")
    parser.add_argument("--seed", type=int, default=None, help="default: a new one each time")
    parser.add_argument("--case", type=int, default=None, help="only this case of the seed")
    parser.add_argument("--documents", action="store_true", help="only documents")
    parser.add_argument("--packages", action="store_true", help="only packages")
    return parser.parse_args()


def tell(counts: fuzzing.Counts, kind: str) -> None:
    """Print what became of the cases, each fault once, and save its document."""
    print(f"{kind}: {counts.cases} ran, {counts.refused} refused, {len(counts.faults)} faults")
    for name, faults in counts.faults.items():
        first = faults[0]
        path = SAVED / f"{re.sub(r'[^A-Za-z0-9.]+', '-', name)}.txt"
        SAVED.mkdir(parents=True, exist_ok=True)
        path.write_bytes(first.content)
        path.with_suffix(".why").write_text(f"{first.case}\n{first.told}\n", "utf-8")
        print(f"  {len(faults):>5} x {name}\n          {first.case}\n          {path}")


def main() -> int:
    """Run, print, and return how many kinds of faults there were."""
    asked = arguments()
    seed = secrets.randbelow(10**9) if asked.seed is None else asked.seed
    print(f"seed {seed}")
    both = not (asked.documents or asked.packages)
    kinds = [kind for kind in ("documents", "packages") if both or getattr(asked, kind)]
    found = 0
    for kind in kinds:
        if asked.case is None:
            counts = fuzzing.run(seed, asked.seconds, asked.cases, kind)
        else:
            counts = fuzzing.Counts()
            fuzzing.one(fuzzing.Case(seed, asked.case, kind), counts)
        tell(counts, kind)
        found += len(counts.faults)
    return min(found, 1)


if __name__ == "__main__":
    sys.exit(main())
