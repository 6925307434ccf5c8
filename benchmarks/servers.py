"""A web server on this machine that sends the website as a server in production does.

It compresses, keeps connections open, and adds the headers that the build has written.
"""

import gzip
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from publish.website import headers

HOST = "127.0.0.1"


class _Handler(SimpleHTTPRequestHandler):
    """Keeps the connection, compresses what can be made smaller, and writes no line."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Send a file; what is missing is the page 404 of the website."""
        site = Path(self.directory)
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        found = path.is_file()
        self._send(200 if found else 404, site, path if found else site / "404.html")

    def _send(self, status: int, site: Path, path: Path) -> None:
        kind = self.guess_type(path)
        content = path.read_bytes()
        compressed = _compressed(content) if kind in headers.COMPRESSED else None
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if "text" in kind else kind)
        for name, value in headers.sent(site, f"/{path.relative_to(site).as_posix()}").items():
            self.send_header(name, value)
        if compressed:
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(compressed or content)))
        self.end_headers()
        self.wfile.write(compressed or content)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@cache
def _compressed(content: bytes) -> bytes:
    """Compress as servers do while they send: at the middle level."""
    return gzip.compress(content, compresslevel=6, mtime=0)


@contextmanager
def serving(site: Path) -> Iterator[str]:
    """Give the address, without a closing slash, of a server of this folder."""
    handler = partial(_Handler, directory=str(site.resolve()))
    with ThreadingHTTPServer((HOST, 0), handler) as server:
        server.daemon_threads = True
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield f"http://{HOST}:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()
