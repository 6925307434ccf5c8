"""Commands that are killed inside their writing, each time at another step of it.

A step is whatever the interpreter tells its audit hooks before it happens: a file opened for
writing, a rename, a folder made or removed, a lock, a call of the system. The run is a process of
its own, forked when everything is imported; at the chosen step it kills itself. Another way to die
is inside of the writing of a file, at a chosen size. Run as a program it prints what it found:

    python tests/kills.py import 100
"""

import json
import os
import resource
import shutil
import signal
import sys
import tempfile
import traceback
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

import example_package
import example_site

from publish import cli
from publish.packages import folders
from publish.reconciliation import finding_reports

STEPS = frozenset(
    {
        *("os.rename", "os.mkdir", "os.rmdir", "os.remove", "os.link", "os.symlink", "os.chmod"),
        *("fcntl.flock", "tempfile.mkdtemp", "shutil.rmtree", "shutil.copyfile", "ctypes.dlsym"),
    }
)
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT
SWAP = "ctypes.dlsym"
"""The step before two folders are swapped: steps beside it are always among those chosen."""
LONGEST = 4000
"""A size that every command goes beyond with one file at least."""
LEFT = ".new-*"


@dataclass(frozen=True, slots=True)
class Death:
    """When a run dies: before a step, counted from 1, or when a file reaches a size."""

    step: int = 0
    size: int = 0


@dataclass(frozen=True, slots=True)
class Command:
    """What is run, how the state before is restored, and the folder that must be whole.

    `gap`: for a moment nothing stands there, where a system can only move folders.
    `again`: after every so many deaths the command runs to its end.
    """

    act: Callable[[], object]
    restore: Callable[[int], object]
    whole: Path
    gap: bool = False
    again: int = 1


@dataclass(frozen=True, slots=True)
class Found:
    """How many steps the writing has, how often it was killed, and what was wrong afterwards."""

    steps: int
    killed: int
    faults: tuple[str, ...]


def _watch(told: list[str], step: int) -> None:
    """Write down each step, and die before the one that is given."""

    def hook(name: str, arguments: tuple[object, ...]) -> None:
        flags = arguments[2] if name == "open" else 0
        is_step = name in STEPS or (isinstance(flags, int) and bool(flags & WRITING))
        if is_step:
            told.append(name)
            if len(told) == step:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(hook)


def _live(act: Callable[[], object], death: Death, output: int) -> None:
    """Run in a process that was forked for it, and end it."""
    code, told = 1, list[str]()
    try:
        silence = os.open(os.devnull, os.O_RDWR)
        os.dup2(silence, 1)
        if death.size:
            signal.signal(signal.SIGXFSZ, signal.SIG_DFL)
            resource.setrlimit(resource.RLIMIT_FSIZE, (death.size, death.size))
        _watch(told, death.step)
        act()
        os.write(output, json.dumps(told).encode())
        code = 0
    except BaseException:  # noqa: BLE001  the process ends here, whatever it was
        traceback.print_exc()
    finally:
        os._exit(code)


def lived(act: Callable[[], object], death: Death = Death()) -> list[str] | None:
    """Return the steps of a run, None where it was killed. Raises RuntimeError where it failed."""
    ours, theirs = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(ours)
        _live(act, death, theirs)
    os.close(theirs)
    with os.fdopen(ours, "rb") as pipe:
        told = pipe.read()
    status = os.waitpid(child, 0)[1]
    if os.WIFSIGNALED(status):
        return None
    if status:
        message = "the command failed"
        raise RuntimeError(message)
    return list(json.loads(told))


def state(root: Path) -> dict[str, bytes]:
    """Return every file below a folder, hidden ones, too."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file()
    }


def _deaths(steps: list[str], count: int) -> Iterator[Death]:
    """Yield deaths over the whole writing, around each swap, and inside of files."""
    near = {at + 1 + beside for at, name in enumerate(steps) if name == SWAP for beside in range(4)}
    sizes = count // 5
    chosen = sorted(step for step in near if step <= len(steps))[: count // 4]
    spread = count - sizes - len(chosen)
    yield from (Death(step=step) for step in chosen)
    yield from (Death(step=1 + number * len(steps) // spread) for number in range(spread))
    yield from (Death(size=1 + number * LONGEST // sizes) for number in range(sizes))


def run(command: Command, count: int) -> Found:
    """Kill the command so many times, and look at what stands after each."""
    command.restore(1)
    old = state(command.whole)
    steps = lived(command.act)
    new = state(command.whole)
    if steps is None or new == old:
        message = "the command changes nothing: nothing could be lost"
        raise RuntimeError(message)
    allowed = (old, new, {}) if command.gap else (old, new)
    killed, faults = 0, []
    for number, death in enumerate(_deaths(steps, count), start=1):
        command.restore(number)
        killed += lived(command.act, death) is None
        if state(command.whole) not in allowed:
            faults.append(f"{death}: neither the old nor the new state")
        if number % command.again == 0 or number == count:
            lived(command.act)
            left = sorted(str(path) for path in Path.cwd().rglob(LEFT))
            faults += [f"{death}: left behind: {left}"] if left else []
            if state(command.whole) != new:
                faults.append(f"{death}: not the new state after one more run")
    return Found(len(steps), killed, tuple(faults))


def _called(*arguments: str) -> Callable[[], object]:
    return lambda: cli.main(list(arguments), standalone_mode=False)


def _back(saved: Path, place: Path) -> None:
    """Let a folder stand as it was saved, its files by second names: nothing writes into them."""
    shutil.rmtree(place, ignore_errors=True)
    shutil.copytree(saved, place, copy_function=os.link)


DOCUMENT = Path(__file__).parent.parent.joinpath(
    *("datapackages", example_site.DEPARTMENT, str(example_site.YEAR), "source"),
    f"{example_site.DEPARTMENT}-{example_site.YEAR}.txt",
)


def _imported(root: Path) -> Path:
    """Import the beginning of a real document, with a note of somebody's; return the package."""
    lines = DOCUMENT.read_text("utf-8").splitlines()[:60]
    (root / "accounts.txt").write_text("\n".join(lines), "utf-8")
    who = ("--department", "bureau", "--year", "2020")
    _called("import", "accounts.txt", *who)()
    directory = root / "datapackages" / "bureau" / "2020"
    (directory / "notes").mkdir()
    (directory / "notes" / "plan.txt").write_text("notes", "utf-8")
    return directory


def _import(root: Path, *, gap: bool = False) -> Command:
    directory = _imported(root)
    saved = root / "saved"
    shutil.copytree(directory, saved)
    text = (root / "accounts.txt").read_text("utf-8")
    (root / "accounts.txt").write_text(text.replace("3852.43", "3852.44"), "utf-8")
    who = ("--department", "bureau", "--year", "2020", "--force")
    act = _called("import", "accounts.txt", *who)
    if gap:
        folders._exchange = lambda *_: False  # noqa: SLF001  as on a system that can only move
    return Command(act, lambda _: _back(saved, directory), directory, gap=gap)


def _check(root: Path) -> Command:
    directory = _imported(root)
    table = directory / "data" / "findings.csv"
    table.write_bytes(table.read_bytes().partition(b"\n")[0] + b"\n")
    example_package.seal(directory)
    saved = root / "saved"
    shutil.copytree(directory, saved)
    return Command(
        lambda: finding_reports.save(directory), lambda _: _back(saved, directory), directory
    )


def _acknowledge(root: Path) -> Command:
    directory = _imported(root)
    id_ = finding_reports.reconcile(directory).outcome.findings[0].id
    _called("acknowledge", id_, "--note", "旧", "--by", "财务科")()
    saved = root / "saved"
    shutil.copytree(directory, saved)
    act = _called("acknowledge", id_, "--note", "新" * LONGEST, "--by", "财务科")
    return Command(act, lambda _: _back(saved, directory), directory)


def _build(root: Path) -> Command:
    project = example_site.bare(root)
    example_package.example(project.packages)
    lived(_called("build"))  # in a process of its own: what draws the charts must not be forked
    saved = root / "saved"
    for name in ("docs", "site"):
        shutil.copytree(root / "build" / name, saved / name)
    about = project.website / "pages" / "about.md"
    about.write_text(about.read_text("utf-8") + "\n新的一行。\n", "utf-8")

    def restore(number: int) -> None:
        for name in ("docs", "site"):
            _back(saved / name, root / "build" / name)
        if number % 10 == 0:
            shutil.rmtree(project.cache, ignore_errors=True)  # charts are drawn anew

    return Command(_called("build"), restore, project.site, again=5)


COMMANDS: dict[str, Callable[[Path], Command]] = {
    "import": _import,
    "import-by-moves": lambda root: _import(root, gap=True),
    "check": _check,
    "acknowledge": _acknowledge,
    "build": _build,
}


def main() -> None:
    """Kill the command that is named as often as is said, and print what was found."""
    name, count = sys.argv[1], int(sys.argv[2])
    sys.dont_write_bytecode = True
    with tempfile.TemporaryDirectory() as room:
        os.chdir(room)
        found = run(COMMANDS[name](Path(room)), count)
        sys.stdout.write(f"\n{json.dumps(asdict(found))}\n")


if __name__ == "__main__":
    main()
