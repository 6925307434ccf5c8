"""What holds on every page of the website on a screen: by eye, by keyboard, on paper.

The pages are those that lie on the disk, so none is forgotten. Each is visited once.
"""

import re
from collections.abc import Mapping

import axe
import pytest
import sights
import tours
import walks
from playwright.sync_api import Browser, Page

WIDTH = 1280


def look(page: Page) -> Mapping[str, list[str]]:
    """See all that can be seen of a page in one visit."""
    sights.sized(page, WIDTH)
    page.emulate_media(color_scheme="light", reduced_motion="reduce")
    found = {
        "keyboard": walks.faults(page),
        "wide": sights.too_wide(page) + sights.too_wide_in_large_type(page),
        "charts": sights.unseen_charts(page),
    }
    axe.bring(page)
    found["axe"] = axe.violations(page)
    page.emulate_media(color_scheme="dark")
    sights.still(page)
    found["dark"] = axe.unreadable(page)
    found["paper"] = sights.on_paper(page)
    return found


@pytest.fixture(scope="module")
def faults(chromium: Browser, home: str, paths: tuple[str, ...]) -> tours.Faults:
    """What is wrong on any page, by claim."""
    with chromium.new_context(locale="zh-CN") as context:
        return tours.through(context, home, paths, look)


def test_every_page_was_seen(paths: tuple[str, ...]) -> None:
    """The tour goes through pages of every kind."""
    names = (path.rpartition("/")[2].removesuffix(".html") for path in paths)
    kinds = {re.sub(r"-p\d+$", "", name) for name in names}
    assert {"index", "404", "function", "three-public", "project", "quality", "source"} <= kinds


def test_auditors_find_nothing(faults: tours.Faults) -> None:
    """axe-core knows of no violation of WCAG 2.2 AA and of no practice that could be better."""
    assert faults["axe"] == []


def test_dark_colours_are_readable(faults: tours.Faults) -> None:
    """Text and links have enough contrast after the system has become dark."""
    assert faults["dark"] == []


def test_everything_is_reached_by_tab(faults: tours.Faults) -> None:
    """From the skip link to the last link of the footer: seen, with a ring, and no trap."""
    assert faults["keyboard"] == []


def test_no_page_is_wider_than_the_screen(faults: tours.Faults) -> None:
    """Also with all type at 200 %."""
    assert faults["wide"] == []


def test_every_chart_is_seen(faults: tours.Faults) -> None:
    """One drawing of each, large enough."""
    assert faults["charts"] == []


def test_paper_holds_everything_but_the_ways(faults: tours.Faults) -> None:
    """Printed on A4: tables whole, nothing cut off, no navigation."""
    assert faults["paper"] == []


def test_nothing_is_loaded_from_elsewhere_and_nothing_is_wrong(faults: tours.Faults) -> None:
    """No request leaves the website, none fails; no error, no warning, nothing blocked."""
    assert faults["heard"] == []


def test_no_script_that_somebody_brings_runs(
    chromium: Browser, home: str, paths: tuple[str, ...]
) -> None:
    """The policy of each page is at work: neither a script nor a handler in an attribute runs."""
    with chromium.new_context(locale="zh-CN") as context:
        found = tours.through(
            context, home, paths, lambda page: {"ran": sights.injected_scripts(page)}
        )
    assert found["ran"] == []
