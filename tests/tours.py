"""A tour through every page of a website: one visit for all that is to be seen of a page.

What is wrong anywhere is collected, so that one run tells everything. What takes long to see is
looked for on samples: pages of every kind that have together whatever any page of the kind has.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from html.parser import HTMLParser
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


def kinds(site: Path, docs: Path) -> Mapping[str, str]:
    """Return the kind of each page: the name of its template, or of itself if a person wrote it."""
    return {path: _kind(path, docs / path.removesuffix(".html")) for path in pages(site)}


def _kind(path: str, beside: Path) -> str:
    source = beside.with_name(f"{beside.name}.md")
    front = source.read_text("utf-8").split("---\n")[1] if source.is_file() else ""
    stated = [line for line in front.splitlines() if line.startswith("kind: ")]
    return stated[0].removeprefix("kind: ") if stated else path


class _Shapes(HTMLParser):
    """Collects what a page is made of: every element with its classes and attributes."""

    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take an element, without what it says."""
        names = " ".join(sorted(name for name, _ in attrs))
        classes = dict(attrs).get("class") or ""
        self.found |= {f"{tag}.{each} {names}" for each in classes.split() or [""]}


def shapes(page: Path) -> frozenset[str]:
    """Return what a page is made of, each thing once."""
    parser = _Shapes()
    parser.feed(page.read_text("utf-8"))
    return frozenset(parser.found)


def samples(site: Path, kinds: Mapping[str, str]) -> tuple[str, ...]:
    """Return pages of every kind: the smallest, the largest, and one with each thing there is.

    A chart, a mark of a finding, a note, a table that folds: all is a shape, and a page without
    them is the smallest. A page of a new shape or kind is a sample without being named anywhere.
    """
    chosen = set[str]()
    for kind in set(kinds.values()):
        made = {path: shapes(site / path) for path in kinds if kinds[path] == kind}
        sizes = sorted(made, key=lambda path: ((site / path).stat().st_size, path))
        taken = {sizes[0], sizes[-1]}
        while missing := _all(made.values()) - _all(made[path] for path in taken):
            taken.add(max(sizes, key=lambda path: len(made[path] & missing)))
        chosen |= taken
    return tuple(sorted(chosen))


def _all(sets: Iterable[frozenset[str]]) -> frozenset[str]:
    return frozenset().union(*sets)


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


def through(context: BrowserContext, home: str, paths: tuple[str, ...], *looks: Look) -> Faults:
    """Visit every page, take the looks, and return what is wrong by claim, with the page's path.

    What the ear hears while a page is open belongs to the claim `heard`, but for what it hears
    after the first look: the others may bring things into the page that it complains about.
    """
    found: dict[str, list[str]] = defaultdict(list)
    with window(context, home) as (page, ear):
        for path in paths:
            page.goto(home + path)
            for number, look in enumerate(looks):
                seen = dict(look(page))
                heard = ear.listen()
                if number == 0:
                    seen["heard"] = heard
                for claim, faults in seen.items():
                    found[claim] += [f"{path}: {fault}" for fault in faults]
    return found
