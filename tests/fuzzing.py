"""Mutated documents and packages through the whole chain, in this process.

A case is a seed and a number: the same two give the same bytes, whatever ran before. What a case
may do is stated here: raise a PublishError, or give a package that passes its own check and of
which pages can be made, within its time and memory.
"""

import atexit
import re
import resource
import shutil
import signal
import sys
import tempfile
import time
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from random import Random
from types import FrameType

import mutated_documents
import mutated_packages

import publish
from publish import importing, packages
from publish.errors import PublishError
from publish.importing import coverage, summaries
from publish.reconciliation import admission, finding_reports
from publish.website import build
from publish.website.build import Project

# Of one case, in CPU seconds of this process; the whole reference document takes one.
SECONDS = 8
# How much one case may make this process grow.
MEGABYTES = 300
# Every so many cases that are imported, the pages are made, too.
PAGES_EVERY = 4
# Documents of other years have other accounts.
YEARS = (2020, 2020, 2020, 2019, 2021, 2024, 2007, 1999, 2035)
_OURS = str(Path(publish.__file__).parent)


class TooSlowError(Exception):
    """A case took longer than its time."""


@dataclass(frozen=True, slots=True)
class Case:
    """One document or package: how to make it again."""

    seed: int
    number: int
    kind: str = "documents"

    def random(self) -> Random:
        """Return the random numbers of the case, from their beginning."""
        return Random(f"{self.kind} {self.seed} {self.number}")  # noqa: S311  no secret

    def __str__(self) -> str:
        return f"--{self.kind} --seed {self.seed} --case {self.number}"


@dataclass(frozen=True, slots=True)
class Fault:
    """What must not happen: what it is (the same for every case of one fault), and one case."""

    name: str
    case: Case
    told: str
    content: bytes = b""


@dataclass(slots=True)
class Counts:
    """How many cases ran and what became of them; each fault once."""

    cases: int = 0
    imported: int = 0
    refused: int = 0
    faults: dict[str, list[Fault]] = field(default_factory=dict)

    def note(self, fault: Fault) -> None:
        """Keep a fault beside those of the same name."""
        self.faults.setdefault(fault.name, []).append(fault)


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Raise TooSlowError in the block when it has taken so many CPU seconds."""

    def stop(_number: int, _frame: FrameType | None) -> None:
        raise TooSlowError

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def _peak() -> float:
    """Return the most memory that this process ever held, in MB."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / 2**20 if sys.platform == "darwin" else peak / 2**10


@cache
def _site() -> Path:
    """Return a project without packages, in which pages can be made."""
    root, place = _clean()
    site = Path(tempfile.mkdtemp(prefix="fuzz-"))
    atexit.register(shutil.rmtree, site, ignore_errors=True)
    shutil.copytree(root, site, dirs_exist_ok=True, ignore=lambda *_: [place.parts[0]])
    return site


def read_document(
    content: bytes, room: Path, year: int = 2020, *, with_pages: bool = True
) -> tuple[str, ...]:
    """Import a document, check the package, make its pages; return what the check says.

    Raises PublishError where the document is refused.
    """
    project = room / "project"
    directory = project / "datapackages" / "office" / str(year)
    result = importing.read(content, "document.txt", "office", year)
    result = replace(result, package=finding_reports.with_findings(result.package))
    packages.write(result.package, directory)
    summaries.import_lines(result, directory)
    summaries.coverage_lines(coverage.of(result.package))
    if problems := admission.check(directory).problems:
        return tuple(found.problem(str(directory)).text() for found in problems)
    finding_reports.reconcile(directory).text(finding_reports.Choice())
    if with_pages:
        shutil.copytree(_site(), project, dirs_exist_ok=True)
        build.documents(Project(project), (directory,), lambda _told: None)
    return ()


def _where(error: BaseException) -> str:
    """Return the innermost line of ours that an error went through."""
    ours = [at for at in traceback.extract_tb(error.__traceback__) if at.filename.startswith(_OURS)]
    return f"{Path(ours[-1].filename).name}:{ours[-1].lineno}" if ours else "outside"


def _problem_name(problem: str) -> str:
    """Return what a problem of a package is about, without its row."""
    place, found, *_rest = problem.split("\n")
    file = place.rpartition("!")[0].rpartition("/")[2] or place.rpartition("/")[2]
    column = place.rpartition("(")[2].strip(")")
    return f"check: {file} {column} {re.sub(r'[0-9.]+', '0', found.strip())[:24]}"


def _document(case: Case, counts: Counts) -> None:
    random = case.random()
    content = mutated_documents.mutated(random)
    year = random.choice(YEARS)
    counts.cases += 1
    before = _peak()
    try:
        with tempfile.TemporaryDirectory() as room, within(SECONDS):
            problems = read_document(
                content, Path(room), year, with_pages=case.number % PAGES_EVERY == 0
            )
    except PublishError:
        counts.refused += 1
    except TooSlowError as error:
        counts.note(Fault(f"too slow: {_where(error)}", case, traceback.format_exc(), content))
    except Exception as error:  # noqa: BLE001  whatever is not ours is the fault that we look for
        name = f"{type(error).__name__}: {_where(error)}"
        counts.note(Fault(name, case, traceback.format_exc(), content))
    else:
        counts.imported += 1
        for problem in problems[:1]:
            counts.note(Fault(_problem_name(problem), case, "\n".join(problems), content))
    if _peak() - before > MEGABYTES:
        counts.note(Fault("memory", case, f"{_peak() - before:.0f} MB", content))


@cache
def _clean() -> tuple[Path, Path]:
    """Return a project with a package that nothing has damaged, and the place of the package."""
    root = Path(tempfile.mkdtemp(prefix="fuzz-"))
    atexit.register(shutil.rmtree, root, ignore_errors=True)
    return root, mutated_packages.prepared(root).relative_to(root)


def _package(case: Case, counts: Counts) -> None:
    clean, place = _clean()
    counts.cases += 1
    with tempfile.TemporaryDirectory() as name:
        room = Path(name) / "project"
        shutil.copytree(clean, room, symlinks=True)
        done = mutated_packages.mutated(room / place, case.random())
        try:
            with within(SECONDS):
                is_good = mutated_packages.hold(room / place)
        except AssertionError as error:
            counts.note(Fault(_place_of(error), case, f"{done}\n{error}"))
        except TooSlowError as error:
            counts.note(Fault(f"too slow: {_where(error)}", case, f"{done}\n{error}"))
        else:
            counts.imported += is_good
            counts.refused += not is_good


def _place_of(error: AssertionError) -> str:
    """Return what a claim that does not hold is about: what was raised, and where."""
    cause = error.__cause__
    if isinstance(cause, TooSlowError):
        return f"too slow: {_where(cause)}"
    return f"{type(cause).__name__}: {_where(cause)}" if cause else str(error).partition("\n")[0]


def one(case: Case, counts: Counts) -> None:
    """Run a case and count what became of it."""
    (_package if case.kind == "packages" else _document)(case, counts)


def run(seed: int, seconds: float, most: int, kind: str = "documents") -> Counts:
    """Run cases until so many CPU seconds have passed or so many cases have run."""
    counts, start = Counts(), time.process_time()
    for number in range(most):
        if time.process_time() - start > seconds:
            break
        one(Case(seed, number, kind), counts)
    return counts
