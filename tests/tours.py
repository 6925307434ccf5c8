"""A tour through every page of a website: one visit for all that is to be seen of a page.

What is wrong anywhere is collected, so that one run tells everything.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import (
    BrowserContext,
    ConsoleMessage,
    Dialog,
    Error,
    Page,
    Request,
    Response,
)

# A look at a page: what it sees, by the claim that does not hold.
Look = Callable[[Page], Mapping[str, list[str]]]
Faults = Mapping[str, list[str]]
Server = Callable[[Path], str]

LOCAL = ("data:", "blob:")

# What a policy blocks is told, also where the console would say nothing.
_LISTEN = """
addEventListener("securitypolicyviolation",
  event => console.error(`blocked: ${event.violatedDirective} ${event.blockedURI}`), true);
"""


def pages(site: Path) -> tuple[str, ...]:
    """Return every page of a website, as they lie on the disk; documents as published are none."""
    found = sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))
    return tuple(path for path in found if "/source/" not in path)


class Ear:
    """Hears what a window does and says while it is told to listen."""

    def __init__(self, page: Page, home: str) -> None:
        self.home, self.heard = home, list[str]()
        page.on("console", self._console)
        page.on("pageerror", self._error)
        page.on("dialog", self._dialog)
        page.on("request", self._request)
        page.on("response", self._response)
        page.on("requestfailed", self._failed)

    def _error(self, error: Error) -> None:
        self.heard.append(f"error: {error}")

    def _dialog(self, dialog: Dialog) -> None:
        self.heard.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def _console(self, said: ConsoleMessage) -> None:
        if said.type in {"error", "warning"}:
            self.heard.append(f"console: {said.text}")

    def _request(self, sent: Request) -> None:
        if not sent.url.startswith((self.home, *LOCAL)):
            self.heard.append(f"leaves the website: {sent.url}")

    def _response(self, got: Response) -> None:
        if got.status >= 400:
            self.heard.append(f"{got.status}: {got.url}")

    def _failed(self, sent: Request) -> None:
        if sent.failure != "net::ERR_ABORTED":  # the tour went on before it came
            self.heard.append(f"failed: {sent.url} {sent.failure}")

    def listen(self) -> list[str]:
        """Return what was heard since the last time, and forget it."""
        heard, self.heard = self.heard, []
        return heard


@contextmanager
def window(context: BrowserContext, home: str) -> Iterator[tuple[Page, Ear]]:
    """Give a page of its own, and the ear at it."""
    page = context.new_page()
    page.add_init_script(_LISTEN)
    yield page, Ear(page, home)
    page.close()


def through(context: BrowserContext, home: str, paths: tuple[str, ...], look: Look) -> Faults:
    """Visit every page, take a look, and return what is wrong by claim, with the page's path.

    What the ear hears while a page is open belongs to the claim `heard`.
    """
    found: dict[str, list[str]] = defaultdict(list)
    with window(context, home) as (page, ear):
        for path in paths:
            page.goto(home + path)
            seen = dict(look(page))
            seen["heard"] = ear.listen()
            for claim, faults in seen.items():
                found[claim] += [f"{path}: {fault}" for fault in faults]
    return found
