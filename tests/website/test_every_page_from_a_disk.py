"""What holds on every page of a website that was built for a disk and is opened with no network.

The browser has no server to ask: every address begins with file://. The page 404 is left out: it
is what a server sends for an address that is not there, and its own addresses begin at the root.
"""

import shutil
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import pytest
import sights
import tours
from example_site import DEPARTMENT, YEAR, whole
from playwright.sync_api import Browser, BrowserContext, Page

from browser import ask
from publish.website import build, policies
from publish.website.build import Project

pytestmark = pytest.mark.slow

FOUND = ".md-search-result__item"
PATIENCE = 10_000  # milliseconds


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, website: Project) -> Path:
    """The folder of the website; its charts are those of the other one."""
    project = replace(whole(tmp_path_factory.mktemp("disk")), is_offline=True)
    shutil.copytree(website.cache, project.cache)
    return build.run(project).site


@pytest.fixture(scope="module")
def disk(site: Path) -> str:
    """The address of that folder, with a closing slash."""
    return f"{site.as_uri()}/"


@pytest.fixture(scope="module")
def reader(chromium: Browser) -> Iterator[BrowserContext]:
    """A window of a machine that is connected to nothing."""
    with chromium.new_context(locale="zh-CN", offline=True) as context:
        yield context


@pytest.fixture(scope="module")
def faults(reader: BrowserContext, disk: str, site: Path) -> tours.Faults:
    """What is wrong on any page, by claim."""

    def look(page: Page) -> Mapping[str, list[str]]:
        return {"charts": sights.unseen_charts(page), "wide": sights.too_wide(page)}

    paths = tuple(path for path in tours.pages(site) if path != policies.PLAIN_PAGE)
    return tours.through(reader, disk, paths, look)


def test_nothing_is_missed(faults: tours.Faults) -> None:
    """No request leaves the folder, none fails; no error, no warning, nothing blocked."""
    assert faults["heard"] == []


def test_every_chart_is_seen(faults: tours.Faults) -> None:
    """One drawing of each, large enough."""
    assert faults["charts"] == []


def test_styles_are_there(faults: tours.Faults) -> None:
    """No page is wider than the screen, as it would be without them."""
    assert faults["wide"] == []


def test_every_link_of_the_overview_is_a_file(reader: BrowserContext, disk: str) -> None:
    """No address ends at a folder, which a disk would show as a list of files."""
    page = reader.new_page()
    page.goto(f"{disk}{DEPARTMENT}/{YEAR}/index.html")
    ways = page.eval_on_selector_all("a[href]", "all => all.map(each => each.href.split('#')[0])")
    page.close()
    wrong = [way for way in set(ways) if not Path(way.removeprefix("file://")).is_file()]
    assert wrong == []


def test_the_search_finds(reader: BrowserContext, disk: str) -> None:
    """Typed in the header, and asked in the address as the form of the home page does."""
    with tours.window(reader, disk) as (page, ear):
        page.goto(f"{disk}{DEPARTMENT}/{YEAR}/index.html")
        ask(page, "行政运行")
        page.wait_for_selector(FOUND, timeout=PATIENCE)
        page.goto(f"{disk}index.html?q=25.17")
        page.wait_for_selector(FOUND, timeout=PATIENCE)
        first = page.eval_on_selector(f"{FOUND} a", "link => link.href")
        assert "three-public.html" in first
        assert ear.listen() == []
