"""What holds on every page of the website on a phone, with scripts and without.

The pages are those that lie on the disk, so none is forgotten. Each is visited once with scripts
and once without; what takes long to see is looked for on samples of every kind.
"""

from collections.abc import Mapping

import axe
import pytest
import sights
import tours
import walks
from playwright.sync_api import Browser, Page, ViewportSize

pytestmark = pytest.mark.slow

SMALL, WIDTH = 320, 390
PHONE = ViewportSize(width=WIDTH, height=800)

Words = dict[str, list[str]]


@pytest.fixture(scope="module")
def tour(chromium: Browser, home: str, paths: tuple[str, ...]) -> tuple[tours.Faults, Words]:
    """What is wrong on any page, by claim; and the words of every page, by its address."""
    words: Words = {}

    def look(page: Page) -> Mapping[str, list[str]]:
        sights.sized(page, WIDTH)
        words[page.url] = sights.words(page)
        found = {"wide": sights.too_wide(page), "charts": sights.unseen_charts(page)}
        found["large"] = sights.too_wide_in_large_type(page)
        found["wide"] += sights.too_wide_at(page, SMALL)
        found["charts"] += sights.unseen_charts(page)
        return found

    with chromium.new_context(locale="zh-CN", viewport=PHONE, has_touch=True) as context:
        return tours.through(context, home, paths, look), words


@pytest.fixture(scope="module")
def faults(tour: tuple[tours.Faults, Words]) -> tours.Faults:
    """What is wrong on any page, by claim."""
    return tour[0]


def look_closely(page: Page) -> Mapping[str, list[str]]:
    """See what takes long to see of a page."""
    sights.sized(page, WIDTH)
    page.emulate_media(color_scheme="light", reduced_motion="reduce")
    axe.bring(page)
    found = {"axe": axe.violations(page)}
    page.emulate_media(color_scheme="dark")
    sights.still(page)
    found["dark"] = axe.unreadable(page)
    found["keyboard"] = walks.faults(page)
    return found


@pytest.fixture(scope="module")
def close(chromium: Browser, home: str, samples: tuple[str, ...]) -> tours.Faults:
    """What is wrong on any of the samples, by claim."""
    with chromium.new_context(locale="zh-CN", viewport=PHONE, has_touch=True) as context:
        return tours.through(context, home, samples, look_closely)


@pytest.fixture(scope="module")
def plain(
    chromium: Browser, home: str, paths: tuple[str, ...], tour: tuple[tours.Faults, Words]
) -> tours.Faults:
    """What is wrong on any page without scripts, by claim."""
    words = tour[1]

    def look(page: Page) -> Mapping[str, list[str]]:
        there = set(sights.words(page))
        return {
            "words": [word for word in words[page.url] if word not in there],
            "charts": sights.unseen_charts(page),
            "wide": sights.too_wide(page),
        }

    with chromium.new_context(locale="zh-CN", viewport=PHONE, java_script_enabled=False) as context:
        return tours.through(context, home, paths, look)


def test_auditors_find_nothing(close: tours.Faults) -> None:
    """axe-core knows of no violation of WCAG 2.2 AA and of no practice that could be better."""
    assert close["axe"] == []


def test_dark_colours_are_readable(close: tours.Faults) -> None:
    """Text and links have enough contrast after the system has become dark."""
    assert close["dark"] == []


def test_no_page_is_wider_than_a_phone(faults: tours.Faults) -> None:
    """Neither at 390 nor at 320 pixels: what is wide scrolls inside a region of its own."""
    assert faults["wide"] == []


def test_no_page_in_large_type_is_wider_than_a_phone(faults: tours.Faults) -> None:
    """At 390 pixels and 200 %: names, figures and fields go to the next line."""
    assert faults["large"] == []


def test_everything_is_reached_by_tab(close: tours.Faults) -> None:
    """As on a screen, also where the page is narrow or magnified: seen, with a ring, no trap."""
    assert close["keyboard"] == []


def test_every_chart_is_seen(faults: tours.Faults) -> None:
    """One drawing of each, large enough, also on the smallest phone."""
    assert faults["charts"] == []


def test_nothing_is_loaded_from_elsewhere_and_nothing_is_wrong(
    faults: tours.Faults, close: tours.Faults
) -> None:
    """No request leaves the website, none fails; no error, no warning, nothing blocked."""
    assert faults["heard"] + close["heard"] == []


def test_without_scripts_every_word_is_there(plain: tours.Faults) -> None:
    """Headings, first sentences and cells are those that are seen with scripts."""
    assert plain["words"] == []


def test_without_scripts_every_page_fits(plain: tours.Faults) -> None:
    """No page is wider than the phone."""
    assert plain["wide"] == []


def test_without_scripts_every_chart_is_seen(plain: tours.Faults) -> None:
    """A drawing is part of its page."""
    assert plain["charts"] == []


def test_without_scripts_nothing_is_wrong(plain: tours.Faults) -> None:
    """No request leaves the website, none fails."""
    assert plain["heard"] == []
