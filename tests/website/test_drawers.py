"""The drawer with the ways of the website on a phone, and who can get into it."""

from collections.abc import Callable

import pytest
import sights
from playwright.sync_api import Page, ViewportSize

pytestmark = pytest.mark.slow

PHONE = ViewportSize(width=390, height=800)
PATIENCE = 5_000  # milliseconds
Opened = Callable[[str, ViewportSize], Page]

TOGGLE = "document.querySelector('#__drawer').checked"
# Where the focus is: true inside the drawer, false elsewhere in the page, null when it has left it.
PLACE = """
() => document.activeElement === document.body ? null
  : Boolean(document.activeElement.closest(".md-sidebar--primary"))
"""


def walked(page: Page) -> list[bool]:
    """Press Tab until the focus leaves the page; return whether each stop is in the drawer."""
    stops: list[bool] = []
    for _ in range(300):
        page.keyboard.press("Tab")
        place = page.evaluate(PLACE)
        if place is None:
            return stops
        stops.append(place)
    pytest.fail("the walk does not end")


def test_nobody_gets_into_a_closed_drawer(opened: Opened) -> None:
    """Its links are there, but the Tab key passes them by, and comes to the end of the page."""
    page = opened("income", PHONE)
    assert page.locator(".md-sidebar--primary a[href]").count() > 3
    stops = walked(page)
    assert len(stops) > 20
    assert not any(stops)


def test_an_open_drawer_is_reached(opened: Opened) -> None:
    """What is in it gets the focus; closed again, it lets nobody in again."""
    page = opened("income", PHONE)
    page.click("label.md-header__button[for=__drawer]")
    page.wait_for_function(TOGGLE)
    sights.still(page)
    stops = walked(page)
    assert sum(stops) > 3
    page.evaluate("document.querySelector('#__drawer').click()")
    page.wait_for_function(f"!{TOGGLE}", timeout=PATIENCE)
    sights.still(page)
    assert not any(walked(page))


def test_a_search_that_has_the_focus_is_seen(opened: Opened) -> None:
    """It opens over the page by itself, and does not slide for who wants less motion."""
    page = opened("income", PHONE)
    page.emulate_media(reduced_motion="reduce")
    page.focus(".md-search__input")
    page.wait_for_function("document.querySelector('#__search').checked", timeout=PATIENCE)
    inner = page.locator(".md-search__inner")
    assert inner.evaluate("each => getComputedStyle(each).transitionDuration") == "0s"
    page.emulate_media(reduced_motion="null")
    sights.still(page)
    box = page.locator(".md-search__input").bounding_box()
    assert box is not None
    assert (box["x"], box["y"], box["width"]) == (0, 0, PHONE["width"])
