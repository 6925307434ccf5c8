"""The server that builds anew, as a real process."""

import os
import re
import shutil
import signal
import socket
import struct
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

import pytest
from example_package import edit_csv, example
from example_site import bare

from publish.errors import BuildError
from publish.website import serve
from publish.website.build import Project

pytestmark = pytest.mark.slow

PATIENCE = 60


class Server:
    """`publish serve` in a project, and what it has said."""

    def __init__(self, project: Project, before: str = "") -> None:
        self.log = project.root / "log.txt"
        command = [sys.executable, "-m", "publish", "serve", "--port", "0"]
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(
                ["sh", "-c", f'{before} exec "$@"', "sh", *command],  # noqa: S607  any shell
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

    def answers(self, path: str, **headers: str) -> int:
        """Return the status of an answer."""
        try:
            with urlopen(Request(self.address + path, headers=headers)) as answer:  # noqa: S310
                return int(answer.status)
        except HTTPError as error:
            with error:
                return error.code

    def sends(self, request: bytes) -> bytes:
        """Return what comes back for these bytes."""
        with socket.create_connection((serve.HOST, urlsplit(self.address).port)) as line:
            line.sendall(request)
            line.shutdown(socket.SHUT_WR)
            return line.recv(12)

    def hang_up(self) -> None:
        """Ask for a page and be gone before it comes."""
        with socket.create_connection((serve.HOST, urlsplit(self.address).port)) as line:
            line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            line.sendall(b"GET /search/documents.json HTTP/1.1\r\nHost: 127.0.0.1:")
            line.sendall(f"{urlsplit(self.address).port}\r\n\r\n".encode())

    def ends(self, how: int) -> int:
        """Send a signal and return the code with which the server ends."""
        self.process.send_signal(how)
        return self.process.wait(PATIENCE)


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
    assert server.ends(signal.SIGTERM) == 0
    assert "Stopped." in server.log.read_text("utf-8")
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


@pytest.mark.parametrize(
    ("before", "how"),
    [("", signal.SIGINT), ("trap '' INT;", signal.SIGINT), ("trap '' INT TERM;", signal.SIGTERM)],
)
def test_it_stops_whatever_its_parent_ignores(project: Project, before: str, how: int) -> None:
    """A program in the background of a shell inherits that SIGINT is ignored."""
    started = Server(project, before)
    try:
        started.says(r"http://127\.0\.0\.1:\d+/")
        assert started.ends(how) == 0
    finally:
        started.process.kill()
        started.process.wait()
    assert started.log.read_text("utf-8").splitlines()[-1] == "Stopped."


def test_any_error_of_a_rebuild_is_told_and_the_last_website_stays(
    project: Project, server: Server
) -> None:
    """A page in GBK, settings that are a list, a template with a slip: none ends the server."""
    about = project.website / "pages" / "about.md"
    main = project.website / "overrides" / "main.html"
    before = server.page("about.html")
    for number, (path, spoilt, named) in enumerate(
        [
            (about, "# 关于\n".encode("gbk"), "about.md"),
            (project.configuration, b"- a\n", "mkdocs.yml"),
            (main, b"{% if %}", "main.html"),
        ],
        start=1,
    ):
        good = path.read_bytes()
        path.write_bytes(spoilt)
        server.says("(?s)" + ".*".join(["last good website is still served"] * number))
        assert named in server.log.read_text("utf-8").split("up to date")[-1]
        assert server.page("about.html") == before
        path.write_bytes(good)
        server.says("(?s)" + ".*".join(["up to date"] * number))
    assert "Traceback" not in server.log.read_text("utf-8")
    assert "fault of the program" not in server.log.read_text("utf-8")


def test_only_this_machine_is_answered_and_no_folder_is_listed(server: Server) -> None:
    """A name that was made to lead here, none, two; a folder without a page; what is no path."""
    port = urlsplit(server.address).port
    hosts = ("127.0.0.1", "localhost", "LOCALHOST", "[::1]")
    assert [server.answers("", Host=f"{host}:{port}") for host in hosts] == [200] * 4
    foreign = ("evil.example", f"evil.example:{port}", "127.0.0.1:1", "127.0.0.1", "")
    assert [server.answers("", Host=host) for host in foreign] == [421] * 5
    assert server.sends(b"GET / HTTP/1.0\r\n\r\n") == b"HTTP/1.0 421"
    assert server.answers("fire-brigade/") == 200
    assert server.answers("fire-brigade/2020/data/") == 404
    assert server.answers("assets/") == 404
    assert server.answers("%00") == 404
    assert server.sends(b"\x16\x03 x y z\r\n\r\n") != b""
    for _ in range(20):
        server.hang_up()
    assert server.answers("") == 200
    assert server.log.read_text("utf-8").splitlines()[-1].startswith("The website is at")


def test_a_folder_that_was_replaced_is_watched_again(project: Project, server: Server) -> None:
    """Packages that were moved away and back, or deleted and made anew, are still watched."""
    aside = project.root / "aside"
    name = project.packages / "fire-brigade" / "2020" / "datapackage.json"
    project.packages.rename(aside)
    server.says("There is nothing to build a website from")
    aside.rename(project.packages)
    server.says("up to date")
    shutil.copytree(project.packages, aside)
    shutil.rmtree(project.packages)
    server.says("(?s)(There is nothing to build a website from.*){2}")
    shutil.copytree(aside, project.packages)
    server.says("(?s)(up to date.*){2}")
    name.write_text(
        name.read_text("utf-8").replace('"name": "消防队"', '"name": "救援队"'), "utf-8"
    )
    server.says(r"(?s)(up to date.*){2}Saved: \S+datapackage\.json.*up to date")
    assert "救援队" in server.page("index.html")


def test_a_port_that_is_taken_is_a_clear_error(project: Project) -> None:
    """The message names the port and another way."""
    with socket.socket() as other:
        other.bind((serve.HOST, 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(BuildError, match=f"127.0.0.1:{port}"):
            serve.run(project, port)
