"""Kill each command many times inside its writing, and look at what stands afterwards.

    PYTHONPATH=tests python benchmarks/kills.py        # 100 of each
    PYTHONPATH=tests python benchmarks/kills.py 1000

The module `kills` of tests/ does the work; each command has a process of its own.
"""

import json
import subprocess
import sys
from pathlib import Path

KILLS = Path(__file__).parent.parent / "tests" / "kills.py"
COMMANDS = ("import", "import-by-moves", "check", "acknowledge", "build")


def main() -> None:
    """Print one line for each command; end with 1 when something was not whole."""
    count = sys.argv[1] if len(sys.argv) > 1 else "100"
    are_whole = True
    for name in COMMANDS:
        command = [sys.executable, str(KILLS), name, count]
        said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        found = json.loads(said.splitlines()[-1])
        faults = found["faults"]
        killed = f"{found['killed']:>5} kills over {found['steps']} steps"
        print(f"{name:<16} {killed}: {faults or 'whole'}")
        are_whole = are_whole and not faults
    sys.exit(0 if are_whole else 1)


if __name__ == "__main__":
    main()
