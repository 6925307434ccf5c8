"""A browser and a web server, for the tests that measure what a reader sees.

The browser is the Chromium of this machine, driven by Playwright; Playwright's own browsers are
never downloaded. Both are used through `with`, and neither leaves a process, a thread or a socket.
"""

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome")

SEARCH = ".md-search__input"

# No sandbox: tests run as root in containers. The others keep Chromium from calling home.
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def executable() -> str:
    """The path of the browser: PUBLISH_CHROMIUM where that is set, else the first of NAMES."""
    chosen = os.environ.get("PUBLISH_CHROMIUM")
    candidates = (chosen,) if chosen else NAMES
    for candidate in candidates:
        if found := shutil.which(candidate):
            return found
    pytest.fail(
        f"The browser tests found no {' or '.join(candidates)} to run. Install Chromium and "
        "a Chinese font (on Debian: apt-get install chromium fonts-noto-cjk), or name a "
        "browser that is already there in the environment variable PUBLISH_CHROMIUM.",
        pytrace=False,
    )


@contextmanager
def launched() -> Iterator[Browser]:
    """A running browser, without a window."""
    path = executable()
    with (
        sync_playwright() as playwright,
        playwright.chromium.launch(executable_path=path, args=ARGUMENTS) as browser,
    ):
        yield browser


@contextmanager
def serving(directory: Path) -> Iterator[str]:
    """The address, without a closing slash, of a server on this machine that serves a directory."""
    handler = partial(_QuietHandler, directory=str(directory))
    with _Server(("127.0.0.1", 0), handler) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()


def ask(page: Page, question: str) -> None:
    """Type a question into the search of a page; an input method, too, ends with a key."""
    page.click(SEARCH)
    page.fill(SEARCH, question)
    page.press(SEARCH, "End")


class _QuietHandler(SimpleHTTPRequestHandler):
    """Serves files without writing a line for each."""

    timeout = 1  # seconds; browsers open connections in advance, and may never use them

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its name there
        """Write nothing."""


class _Server(ThreadingHTTPServer):
    """Waits for its threads, and takes a browser that hangs up for what it is: no error."""

    daemon_threads = False

    def handle_error(self, request: Any, client_address: Any) -> None:  # noqa: ANN401 - as there
        """Report what is an error of ours."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)
