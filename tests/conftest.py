"""What all tests share: the settings of the property tests, a browser, and a web server."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path

import example_site
import pytest
import shared
import tours
from example_package import example
from hypothesis import HealthCheck, settings
from hypothesis.database import DirectoryBasedExampleDatabase
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize

import browser as browsers
from publish import messages
from publish.website import build
from publish.website.build import Project

FOUND = Path(__file__).parents[1] / "build" / "hypothesis"
YEAR_PAGES = f"{example_site.DEPARTMENT}/{example_site.YEAR}"
SCREEN = ViewportSize(width=1280, height=800)

# Other examples in every run: what fails prints its example and how to repeat it, and the next run
# tries that first. The budget is the number of examples, never a time: a test whose examples cost
# more than some milliseconds says how many it takes. More of them: --hypothesis-profile=thorough.
settings.register_profile(
    "suite",
    max_examples=100,
    deadline=None,
    print_blob=True,
    database=DirectoryBasedExampleDatabase(FOUND),
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile("thorough", settings.get_profile("suite"), max_examples=2000)
settings.load_profile("suite")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what needs a browser or takes long, and begin with what takes longest.

    Examples at random say nothing about coverage, and what a browser shows was made before; both
    would take three times as long under the eyes of coverage, so they are not measured.
    """
    for item in items:
        fixtures = set(getattr(item, "fixturenames", ()))
        is_property = getattr(getattr(item, "obj", None), "is_hypothesis_test", False)
        if "chromium" in fixtures:
            item.add_marker("browser")
        if "website" in fixtures:
            item.add_marker("slow")
        if is_property or "chromium" in fixtures:
            item.add_marker("no_cover")
    slow = {item.path for item in items if item.get_closest_marker("slow")}
    seen = {item.path for item in items if item.get_closest_marker("browser")}
    items.sort(key=lambda item: (item.path not in slow, item.path not in seen))


@pytest.fixture(autouse=True)
def english() -> None:
    """Messages are in English, whatever the locale of the machine."""
    messages.use("en")


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One browser for the whole run; every test opens a context or a page of its own in it."""
    with browsers.launched() as browser:
        yield browser


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """An empty page that shares no cookie, cache or storage with another test."""
    with chromium.new_context(locale="zh-CN") as context:
        yield context.new_page()


@pytest.fixture(scope="session")
def site_server() -> Iterator[Callable[[Path], str]]:
    """Serves a directory until the end of the run: `site_server(directory)` is its address."""
    with ExitStack() as servers:
        yield lambda directory: servers.enter_context(browsers.serving(directory))


@pytest.fixture(scope="session")
def website(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    """The website of the committed packages, built once in a run; no test changes it."""
    made = Project(
        shared.once(tmp_path_factory, "website", lambda root: build.run(example_site.whole(root)))
    )
    before = shared.print_of(made.root)
    yield made
    assert shared.print_of(made.root) == before, "a test has changed what all of them share"


@pytest.fixture(scope="session")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The cache of a project whose only package is the small example: its charts are drawn."""

    def make(root: Path) -> None:
        made = example_site.bare(root)
        example(made.packages)
        build.run(made)

    return Project(shared.once(tmp_path_factory, "drawn", make)).cache


@pytest.fixture(scope="session")
def home(website: Project, site_server: Callable[[Path], str]) -> str:
    """The address of that website, with a closing slash."""
    return f"{site_server(website.site)}/"


@pytest.fixture(scope="session")
def paths(website: Project) -> tuple[str, ...]:
    """Every page of that website."""
    return tours.pages(website.site)


@pytest.fixture(scope="session")
def kinds(website: Project) -> Mapping[str, str]:
    """What kind each page of that website is of."""
    return tours.kinds(website.site, website.docs)


@pytest.fixture(scope="session")
def samples(website: Project, kinds: Mapping[str, str]) -> tuple[str, ...]:
    """Pages of every kind that have together whatever any page of the kind has."""
    return tours.samples(website.site, kinds)


@pytest.fixture(scope="module")
def window(chromium: Browser) -> Iterator[BrowserContext]:
    """A browser window for all pages of a module."""
    with chromium.new_context(locale="zh-CN") as context:
        yield context


@pytest.fixture
def opened(window: BrowserContext, home: str) -> Iterator[Callable[..., Page]]:
    """Opens a page of the year, by its name, in a window of a size."""
    page = window.new_page()

    def show(name: str, size: ViewportSize = SCREEN) -> Page:
        page.set_viewport_size(size)
        page.goto(f"{home}{YEAR_PAGES}/{name}.html")
        return page

    yield show
    page.close()
