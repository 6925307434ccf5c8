"""Watching folders: reports what is saved below them, and a folder that takes their place.

The library owned here is watchdog.
"""

from __future__ import annotations

from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from queue import Empty, Queue
from typing import TYPE_CHECKING

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from publish.errors import BuildError, Problem
from publish.messages import _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from watchdog.observers.api import ObservedWatch

# Editors save in several steps; a change is told when nothing has moved for so many seconds.
QUIET = 0.3
# What only reads a file is no change of it.
READS = frozenset({"opened", "closed_no_write"})
# A folder is modified with every file in it; the file tells it.
_NO_CHANGE_OF_A_FOLDER = READS | {"modified", "closed"}


@dataclass(frozen=True, slots=True)
class Watched:
    """What is watched: folders with all that is in them, and files in `root` itself."""

    root: Path
    folders: tuple[Path, ...]
    files: tuple[Path, ...]

    @property
    def names(self) -> frozenset[str]:
        """The entries of `root` that may change or be replaced."""
        return frozenset(
            path.name for path in (*self.folders, *self.files) if path.parent == self.root
        )


class _Changes(FileSystemEventHandler):
    """Puts the path of everything that is saved, moved or deleted into a queue."""

    def __init__(self, saved: Queue[str]) -> None:
        self.saved = saved

    def on_any_event(self, event: FileSystemEvent) -> None:
        unchanged = _NO_CHANGE_OF_A_FOLDER if event.is_directory else READS
        if event.event_type not in unchanged:
            self.saved.put(str(event.dest_path or event.src_path))


class _Named(_Changes):
    """Heeds a few entries of a folder alone, also when another takes the place of one of them."""

    def __init__(self, saved: Queue[str], names: frozenset[str]) -> None:
        super().__init__(saved)
        self.names = names

    def on_any_event(self, event: FileSystemEvent) -> None:
        unchanged = _NO_CHANGE_OF_A_FOLDER if event.is_directory else READS
        for path in (str(event.src_path), str(event.dest_path)):
            if event.event_type not in unchanged and Path(path).name in self.names:
                self.saved.put(path)


class Watch:
    """The watch over what is saved. A folder may be moved away, deleted and come back."""

    def __init__(self, watched: Watched) -> None:
        self.watched = watched
        self.observer = Observer()
        self._saved: Queue[str] = Queue()
        self._watches: dict[Path, ObservedWatch] = {}

    def start(self) -> None:
        """Begin to watch. Raises BuildError."""
        for folder in self.watched.folders:
            self._schedule(folder)
        named = _Named(self._saved, self.watched.names)
        self.observer.schedule(named, str(self.watched.root), recursive=False)
        self.observer.start()

    def settled(self) -> set[str]:
        """Wait until something is saved and nothing has moved since; return what was saved.

        A folder that another one has taken the place of is watched anew. Raises BuildError.
        """
        changed = {self._saved.get()}
        with suppress(Empty):
            while True:
                changed.add(self._saved.get(timeout=QUIET))
        for folder in self.watched.folders:
            if str(folder) in changed:
                self._unschedule(folder)
                self._schedule(folder)
        return changed

    def _schedule(self, folder: Path) -> None:
        changes = _Changes(self._saved)
        try:
            self._watches[folder] = self.observer.schedule(changes, str(folder), recursive=True)
        except OSError as error:
            if folder.exists():
                raise _unwatched(folder, error) from error

    def _unschedule(self, folder: Path) -> None:
        if folder in self._watches:
            with suppress(KeyError, OSError):  # it is gone, and its watch with it
                self.observer.unschedule(self._watches.pop(folder))


def _unwatched(folder: Path, error: OSError) -> BuildError:
    problem = Problem(
        str(folder),
        error.strerror or str(error),
        _("a folder that can be watched"),
        _("close other programs that watch folders, or build without serving: publish build"),
    )
    return BuildError(_("Changes cannot be watched."), [problem])


@contextmanager
def watching(watched: Watched) -> Iterator[Watch]:
    """Give the watch, which ends with the block. Raises BuildError."""
    watch = Watch(watched)
    watch.start()
    try:
        yield watch
    finally:
        watch.observer.stop()
        watch.observer.join()
