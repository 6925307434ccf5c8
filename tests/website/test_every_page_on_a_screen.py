"""What holds on every page of the website on a screen: by eye, by keyboard, on paper.

The pages are those that lie on the disk, so none is forgotten. Each is visited once; what takes
long to see is looked for on samples of every kind.
"""

from collections.abc import Mapping

import axe
import pytest
import sights
import tours
import walks
from playwright.sync_api import Browser, Page

from publish.pages import rendering
from publish.website.build import Project

pytestmark = pytest.mark.slow

WIDTH = 1280


def look(page: Page) -> Mapping[str, list[str]]:
    """See what is quickly seen of a page."""
    sights.sized(page, WIDTH)
    page.emulate_media(color_scheme="light", reduced_motion="reduce")
    found = {
        "outline": sights.badly_built(page),
        "wide": sights.too_wide(page) + sights.too_wide_in_large_type(page),
        "charts": sights.unseen_charts(page),
    }
    found["paper"] = sights.on_paper(page)
    return found


def bring_scripts(page: Page) -> Mapping[str, list[str]]:
    """See which scripts run that somebody brings into the page."""
    return {"ran": sights.injected_scripts(page)}


def look_closely(page: Page) -> Mapping[str, list[str]]:
    """See what takes long to see of a page."""
    sights.sized(page, WIDTH)
    page.emulate_media(color_scheme="light", reduced_motion="reduce")
    found = {"keyboard": walks.faults(page)}
    axe.bring(page)
    found["axe"] = axe.violations(page)
    page.emulate_media(color_scheme="dark")
    sights.still(page)
    found["dark"] = axe.unreadable(page)
    return found


@pytest.fixture(scope="module")
def faults(chromium: Browser, home: str, paths: tuple[str, ...]) -> tours.Faults:
    """What is wrong on any page, by claim."""
    with chromium.new_context(locale="zh-CN") as context:
        return tours.through(context, home, paths, look, bring_scripts)


@pytest.fixture(scope="module")
def close(chromium: Browser, home: str, samples: tuple[str, ...]) -> tours.Faults:
    """What is wrong on any of the samples, by claim."""
    with chromium.new_context(locale="zh-CN") as context:
        return tours.through(context, home, samples, look_closely)


def test_every_template_is_seen(kinds: Mapping[str, str], samples: tuple[str, ...]) -> None:
    """Of each template at least one page is among the samples; one without a page is a fault."""
    templates = {path.name.removesuffix(".md.j2") for path in rendering.TEMPLATES.glob("*.md.j2")}
    assert len(templates) > 10
    assert templates <= {kinds[path] for path in samples}


def test_samples_have_whatever_a_page_has(
    website: Project, kinds: Mapping[str, str], samples: tuple[str, ...]
) -> None:
    """Every element of a page, with its classes and attributes, is on a sample of its kind."""
    seen = {(kinds[path], shape) for path in samples for shape in tours.shapes(website.site / path)}
    for path, kind in kinds.items():
        missed = {shape for shape in tours.shapes(website.site / path) if (kind, shape) not in seen}
        assert (path, missed) == (path, set())
    assert set(kinds.values()) == {kinds[path] for path in samples}


def test_every_page_is_called_and_ordered(faults: tours.Faults) -> None:
    """A title, one first heading, no level skipped, no id twice, no link without words."""
    assert faults["outline"] == []


def test_auditors_find_nothing(close: tours.Faults) -> None:
    """axe-core knows of no violation of WCAG 2.2 AA and of no practice that could be better."""
    assert close["axe"] == []


def test_dark_colours_are_readable(close: tours.Faults) -> None:
    """Text and links have enough contrast after the system has become dark."""
    assert close["dark"] == []


def test_everything_is_reached_by_tab(close: tours.Faults) -> None:
    """From the skip link to the last link of the footer: seen, with a ring, and no trap."""
    assert close["keyboard"] == []


def test_no_page_is_wider_than_the_screen(faults: tours.Faults) -> None:
    """Also with all type at 200 %."""
    assert faults["wide"] == []


def test_every_chart_is_seen(faults: tours.Faults) -> None:
    """One drawing of each, large enough."""
    assert faults["charts"] == []


def test_paper_holds_everything_but_the_ways(faults: tours.Faults) -> None:
    """Printed on A4: tables whole, nothing cut off, no navigation."""
    assert faults["paper"] == []


def test_nothing_is_loaded_from_elsewhere_and_nothing_is_wrong(
    faults: tours.Faults, close: tours.Faults
) -> None:
    """No request leaves the website, none fails; no error, no warning, nothing blocked."""
    assert faults["heard"] + close["heard"] == []


def test_no_script_that_somebody_brings_runs(faults: tours.Faults) -> None:
    """The policy of each page is at work: neither a script nor a handler in an attribute runs."""
    assert faults["ran"] == []
