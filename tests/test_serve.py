"""The server that builds anew, as a real process."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.request import urlopen

import pytest
from example_package import edit_csv, example
from example_site import bare

from publish import serve
from publish.build import Project
from publish.errors import BuildError

PATIENCE = 60


class Server:
    """`publish serve` in a project, and what it has said."""

    def __init__(self, project: Project) -> None:
        self.log = project.root / "log.txt"
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "publish", "serve", "--port", "0"],
                cwd=project.root,
                stdout=log,
                stderr=subprocess.STDOUT,
                env={**os.environ, "LANGUAGE": "en"},
            )
        self.address = ""

    def says(self, pattern: str) -> str:
        """Wait until the server has said this."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end and self.process.poll() is None:
            if found := re.search(pattern, self.log.read_text("utf-8")):
                return found[0]
            time.sleep(0.05)
        pytest.fail(f"The server never said {pattern}:\n{self.log.read_text('utf-8')}")

    def page(self, path: str) -> str:
        """Return a page as a browser gets it."""
        with urlopen(self.address + path) as answer:  # noqa: S310  our own server
            return str(answer.read().decode())

    def policy(self, path: str) -> str:
        """Return the Content-Security-Policy that a page is sent with."""
        with urlopen(self.address + path) as answer:  # noqa: S310  our own server
            return str(answer.headers["Content-Security-Policy"])


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project with the small example as its only package."""
    made = bare(tmp_path)
    example(made.packages)
    return made


@pytest.fixture
def server(project: Project) -> Iterator[Server]:
    """The server, which is stopped at the end whatever happened."""
    started = Server(project)
    try:
        started.address = started.says(r"http://127\.0\.0\.1:\d+/")
        yield started
    finally:
        started.process.kill()
        started.process.wait()


def test_what_is_saved_is_seen_and_a_mistake_changes_nothing(
    project: Project, server: Server
) -> None:
    """A saved page is rebuilt; a damaged package is told while the last good website stays."""
    about = project.website / "pages" / "about.md"
    about.write_text(about.read_text("utf-8") + "\n新的一行。\n", "utf-8")
    server.says("up to date")
    assert "新的一行。" in server.page("about.html")
    assert "script-src 'self' 'sha256-" in server.policy("about.html?q=1")
    before = server.page("fire-brigade/2020/income.html")
    edit_csv(project.packages / "fire-brigade" / "2020", "income", "1383.5", "12x")
    server.says("last good website is still served")
    assert "12x" in server.log.read_text("utf-8")
    assert server.page("fire-brigade/2020/income.html") == before
    server.process.send_signal(signal.SIGINT)
    assert server.process.wait(PATIENCE) == 0
    assert "Traceback" not in server.log.read_text("utf-8")


def test_a_package_and_the_settings_are_watched(project: Project, server: Server) -> None:
    """A new name in a descriptor, and a new name of the website, are seen."""
    descriptor = project.packages / "fire-brigade" / "2020" / "datapackage.json"
    text = descriptor.read_text("utf-8").replace('"name": "消防队"', '"name": "救援队"')
    descriptor.write_text(text, "utf-8")
    server.says("up to date")
    assert "救援队" in server.page("index.html")
    settings = project.configuration.read_text("utf-8").replace("部门决算公开", "决算网站", 1)
    project.configuration.write_text(settings, "utf-8")
    server.says("(?s)up to date.*up to date")
    assert "决算网站" in server.page("index.html")


def test_a_port_that_is_taken_is_a_clear_error(project: Project) -> None:
    """The message names the port and another way."""
    with socket.socket() as other:
        other.bind((serve.HOST, 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(BuildError, match=f"127.0.0.1:{port}"):
            serve.run(project, port)
