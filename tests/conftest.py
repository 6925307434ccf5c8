"""What all tests share: the settings of the property tests, a browser, and a web server."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import example_site
import pytest
import tours
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize

import browser as browsers
from publish import build, messages
from publish.build import Project

YEAR_PAGES = f"{example_site.DEPARTMENT}/{example_site.YEAR}"
SCREEN = ViewportSize(width=1280, height=800)

# The same examples in every run and no clock: a property test fails because of a change, or not at
# all. To look for new counterexamples, run pytest with --hypothesis-profile=default.
settings.register_profile(
    "ci", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("ci")


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
def website(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """The website of the committed packages, built once in a run; no test changes it."""
    made = example_site.whole(tmp_path_factory.mktemp("website"))
    build.run(made)
    return made


@pytest.fixture(scope="session")
def home(website: Project, site_server: Callable[[Path], str]) -> str:
    """The address of that website, with a closing slash."""
    return f"{site_server(website.site)}/"


@pytest.fixture(scope="session")
def paths(website: Project) -> tuple[str, ...]:
    """Every page of that website."""
    return tours.pages(website.site)


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
