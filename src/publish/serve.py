"""A web server on this machine that builds the website anew when something is saved.

The library owned here is watchdog. A rebuild that fails is reported and changes nothing: the last
good website goes on being served.
"""

from __future__ import annotations

from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from queue import Empty, Queue
from threading import Thread
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from publish import build, headers
from publish.errors import BuildError, Problem, PublishError
from publish.messages import _
from publish.pages.rendering import TEMPLATES
from publish.terminal import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from publish.build import Project

HOST = "127.0.0.1"
# Editors save in several steps; a build begins when nothing has moved for so many seconds.
QUIET = 0.3
# What only reads a file is no change of it.
READS = frozenset({"opened", "closed_no_write"})


class _Handler(SimpleHTTPRequestHandler):
    """Serves the website as it stands now, and writes no line for each request."""

    def end_headers(self) -> None:
        path = unquote(urlsplit(self.path).path)
        found = headers.sent(Path(self.directory), path)
        # What is looked at here is about to change, whatever its name promises.
        for name, value in {**found, "Cache-Control": "no-cache"}.items():
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


class _Changes(FileSystemEventHandler):
    """Puts the path of everything that is saved into a queue."""

    def __init__(self, saved: Queue[str]) -> None:
        self.saved = saved

    def on_any_event(self, event: FileSystemEvent) -> None:
        if event.event_type not in READS and not event.is_directory:
            self.saved.put(str(event.dest_path or event.src_path))


class _Settings(_Changes):
    """Heeds one file of a folder alone, also when an editor moves a new one into its place."""

    def __init__(self, saved: Queue[str], name: str) -> None:
        super().__init__(saved)
        self.name = name

    def on_any_event(self, event: FileSystemEvent) -> None:
        if any(str(path).endswith(self.name) for path in (event.src_path, event.dest_path)):
            super().on_any_event(event)


@contextmanager
def _watching(project: Project) -> Iterator[Queue[str]]:
    """Give the queue of what is saved: packages, what people wrote, settings, templates."""
    saved: Queue[str] = Queue()
    observer = Observer()
    for folder in (project.packages, project.website, TEMPLATES):
        observer.schedule(_Changes(saved), str(folder), recursive=True)
    settings = _Settings(saved, project.configuration.name)
    observer.schedule(settings, str(project.configuration.parent), recursive=False)
    observer.start()
    try:
        yield saved
    finally:
        observer.stop()
        observer.join()


@contextmanager
def _serving(site: Path, port: int) -> Iterator[str]:
    """Give the address at which the folder is served."""
    try:
        server = ThreadingHTTPServer((HOST, port), partial(_Handler, directory=str(site)))
    except OSError as error:
        problem = Problem(
            f"{HOST}:{port}",
            error.strerror or str(error),
            _("a port that is free"),
            _("stop the other program, or choose another port: publish serve --port 8001"),
        )
        raise BuildError(_("The website cannot be served."), [problem]) from error
    with server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.1})
        thread.start()
        try:
            yield f"http://{HOST}:{server.server_port}/"
        finally:
            server.shutdown()
            thread.join()


def _settled(saved: Queue[str]) -> set[str]:
    """Wait until something is saved and nothing has moved since; return what was saved."""
    changed = {saved.get()}
    while True:
        try:
            changed.add(saved.get(timeout=QUIET))
        except Empty:
            return changed


def _rebuild(project: Project) -> None:
    try:
        build.run(project)
    except PublishError as error:
        error.show()
        say(_("The last good website is still served; save again to try again."), err=True)
    else:
        say(_("The website is up to date."))


def run(project: Project, port: int) -> None:
    """Build and serve the website until it is interrupted; rebuild when something is saved.

    Raises BuildError when the first build fails or the port is taken.
    """
    build.run(project)
    with _watching(project) as saved, _serving(project.site, port) as address:
        say(_("The website is at {address} (stop with Ctrl-C).").format(address=address))
        try:
            while True:
                changed = sorted(_settled(saved))
                say(_("Saved: {files}").format(files=", ".join(changed)))
                _rebuild(project)
        except KeyboardInterrupt:
            say(_("Stopped."))
