"""A web server on this machine that builds the website anew when something is saved.

A rebuild that fails, for whatever reason, is reported and changes nothing: the last good website
goes on being served.
"""

from __future__ import annotations

import signal
import sys
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Any, NoReturn
from urllib.parse import unquote, urlsplit

from publish import faults
from publish.errors import BuildError, Problem
from publish.messages import _
from publish.messages.terminal import say
from publish.pages.rendering import TEMPLATES
from publish.website import build, headers, watching

if TYPE_CHECKING:
    import io
    from collections.abc import Iterator

    from publish.website.build import Project

HOST = "127.0.0.1"
NAMES = (HOST, "localhost", "[::1]")
"""What a browser on this machine calls it; another name is another website that points here."""
STOPS = (signal.SIGINT, signal.SIGTERM)


class _Server(ThreadingHTTPServer):
    """A server that takes a browser which hangs up for what it is: no error."""

    def handle_error(self, request: Any, client_address: Any) -> None:  # noqa: ANN401, ARG002  as there
        """Report what is an error of ours."""
        error = sys.exception()
        if error and not isinstance(error, ConnectionError | TimeoutError):
            faults.tell(error)


class _Handler(SimpleHTTPRequestHandler):
    """Serves the website as it stands now, and writes no line for each request."""

    def _is_asked_here(self) -> bool:
        """Tell whether the browser means this machine; a foreign name may be made to lead here."""
        port = self.connection.getsockname()[1]
        asked = [name.lower() for name in self.headers.get_all("Host", ())]
        return asked in [[f"{name}:{port}"] for name in NAMES]

    def send_head(self) -> io.BytesIO | Any | None:  # noqa: ANN401  as there
        """Answer with a file of the website, to this machine."""
        if not self._is_asked_here():
            self.send_error(HTTPStatus.MISDIRECTED_REQUEST)
            return None
        try:
            return super().send_head()
        except ValueError:  # a path that no file can have: /%00
            self.send_error(HTTPStatus.NOT_FOUND)
            return None

    def list_directory(self, path: Any) -> None:  # noqa: ANN401, ARG002  as there
        """List no folder: no server that the website is meant for does."""
        self.send_error(HTTPStatus.NOT_FOUND)

    def end_headers(self) -> None:
        path = unquote(urlsplit(getattr(self, "path", "/")).path)  # none in a request that is none
        found = headers.sent(Path(self.directory), path)
        # What is looked at here is about to change, whatever its name promises.
        for name, value in {**found, "Cache-Control": "no-cache"}.items():
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def _serving(site: Path, port: int) -> Iterator[str]:
    """Give the address at which the folder is served."""
    try:
        server = _Server((HOST, port), partial(_Handler, directory=str(site)))
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


def _stop(_signal: int, _frame: object) -> NoReturn:
    raise KeyboardInterrupt


@contextmanager
def _stoppable() -> Iterator[None]:
    """Let SIGINT and SIGTERM alike end what runs inside, whatever the parent left behind.

    A shell lets the programs that it starts in the background ignore SIGINT.
    """
    before = {each: signal.signal(each, _stop) for each in STOPS}
    try:
        yield
    except KeyboardInterrupt:
        say(_("Stopped."))
    finally:
        for each, handler in before.items():
            signal.signal(each, handler)


def _rebuild(project: Project) -> None:
    try:
        build.run(project)
    except Exception as error:  # noqa: BLE001  the next save may mend it, whatever it is
        faults.tell(error)
        say(_("The last good website is still served; save again to try again."), err=True)
    else:
        say(_("The website is up to date."))


def run(project: Project, port: int) -> None:
    """Build and serve the website until it is interrupted; rebuild when something is saved.

    Raises BuildError when the first build fails or the port is taken.
    """
    with _stoppable():
        build.run(project)
        watched = watching.Watched(
            project.root,
            folders=(project.packages, project.website, TEMPLATES),
            files=(project.configuration,),
        )
        with watching.watching(watched) as watch, _serving(project.site, port) as address:
            say(_("The website is at {address} (stop with Ctrl-C).").format(address=address))
            while True:
                changed = watch.settled()
                say(_("Saved: {files}").format(files=", ".join(sorted(changed))))
                _rebuild(project)
