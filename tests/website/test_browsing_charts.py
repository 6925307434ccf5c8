"""Charts as readers meet them: pointed at, walked through by keyboard, taken away."""

import struct
from collections.abc import Callable, Iterator

import axe
import pytest
from example_site import DEPARTMENT, YEAR
from playwright.sync_api import Browser, BrowserContext, Locator, Page, ViewportSize

from publish.website.build import Project

YEAR_PAGES = f"{DEPARTMENT}/{YEAR}"
SCREEN = ViewportSize(width=1280, height=800)
PHONE = ViewportSize(width=320, height=640)
TOOLS = "chart-tools.js"
PNG = b"\x89PNG\r\n\x1a\n"
FOCUSED = "document.activeElement.getAttribute('aria-label')"

Opened = Callable[..., Page]


@pytest.fixture(scope="module")
def window(chromium: Browser) -> Iterator[BrowserContext]:
    """A browser window for all pages of this module."""
    with chromium.new_context(
        locale="zh-CN", permissions=["clipboard-read", "clipboard-write"]
    ) as context:
        yield context


def chart(page: Page, number: int = 0) -> Locator:
    """Return a chart, brought into view and ready to answer."""
    figure = page.locator("figure.chart").nth(number)
    figure.scroll_into_view_if_needed()
    figure.locator(".chart-bar").first.wait_for(state="attached")
    return figure


def bars(figure: Locator) -> Locator:
    """Return the bars of the drawing that is shown."""
    return figure.locator("svg:visible .chart-bar")


def told(figure: Locator) -> str:
    """Return the note that is shown; nothing where there is none."""
    tip = figure.locator(".chart-tip")
    return tip.inner_text() if tip.is_visible() else ""


def test_the_tools_are_loaded_when_a_chart_comes_into_view(
    window: BrowserContext, home: str
) -> None:
    """Not before, once, and from this website; a page without a chart never loads them."""
    page = window.new_page()
    page.set_viewport_size(ViewportSize(width=1280, height=300))
    asked: list[str] = []
    page.on("request", lambda sent: sent.url.endswith(TOOLS) and asked.append(sent.url))
    page.goto(f"{home}{YEAR_PAGES}/downloads.html", wait_until="networkidle")
    page.goto(f"{home}{YEAR_PAGES}/function.html", wait_until="networkidle")
    assert page.locator("figure.chart").first.bounding_box()["y"] > 300  # type: ignore[index]
    assert asked == []
    chart(page, 0)
    chart(page, 1)
    page.wait_for_load_state("networkidle")
    page.close()
    assert asked == [f"{home}assets/js/{TOOLS}"]


@pytest.mark.parametrize("size", [SCREEN, PHONE], ids=["screen", "phone"])
def test_a_bar_that_is_pointed_at_says_what_it_is(opened: Opened, size: ViewportSize) -> None:
    """The note stands beside the bar, inside of the window, and goes away with the mouse."""
    page = opened("three-public", size)
    figure = chart(page)
    assert told(figure) == ""
    bars(figure).nth(1).hover()
    assert told(figure) == "公务接待费：3.6 万元，14%"
    box = figure.locator(".chart-tip").bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= size["width"]
    page.mouse.move(0, 0)
    page.wait_for_timeout(300)
    assert told(figure) == ""


def test_a_note_can_be_reached_and_dismissed(opened: Opened) -> None:
    """WCAG 1.4.13: the mouse may move onto it, and Escape closes it."""
    page = opened("three-public")
    figure = chart(page)
    bars(figure).first.hover()
    figure.locator(".chart-tip").hover()
    page.wait_for_timeout(300)
    assert told(figure) == "公务用车购置及运行维护费：21.57 万元，86%"
    page.keyboard.press("Escape")
    assert told(figure) == ""


def test_a_touch_opens_a_note_and_one_elsewhere_closes_it(chromium: Browser, home: str) -> None:
    """On a phone, without a mouse."""
    with chromium.new_context(locale="zh-CN", viewport=PHONE, has_touch=True) as context:
        page = context.new_page()
        page.goto(f"{home}{YEAR_PAGES}/three-public.html")
        figure = chart(page)
        bars(figure).first.tap()
        page.wait_for_timeout(300)
        assert told(figure) == "公务用车购置及运行维护费：21.57 万元，86%"
        page.locator("h1").first.tap()
        assert told(figure) == ""


def test_a_chart_is_one_stop_and_arrows_move_over_its_bars(opened: Opened) -> None:
    """Home and End go to the ends, nothing is beyond them, Tab goes on to what is below."""
    page = opened("three-public")
    figure = chart(page, 1)
    labels = [bar.get_attribute("aria-label") for bar in bars(figure).all()]
    assert len(labels) == 6
    bars(figure).first.focus()
    seen = []
    for key in ("ArrowDown", "ArrowRight", "ArrowUp", "End", "ArrowDown", "Home", "ArrowLeft"):
        page.keyboard.press(key)
        seen.append(labels.index(page.evaluate(FOCUSED)))
        assert told(figure) == labels[seen[-1]]
    assert seen == [1, 2, 1, 5, 5, 0, 0]
    assert figure.locator("svg:visible [tabindex='0']").count() == 1
    page.keyboard.press("End")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.matches('figcaption a')")
    page.keyboard.press("Shift+Tab")
    assert page.evaluate(FOCUSED) == labels[5]


def test_escape_leaves_a_chart(opened: Opened) -> None:
    """Nothing in it has the focus any more, and its note is gone."""
    page = opened("three-public")
    figure = chart(page)
    bars(figure).first.focus()
    page.keyboard.press("Escape")
    assert told(figure) == ""
    assert page.evaluate("document.activeElement === document.body")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_bar_with_the_focus_is_seen(opened: Opened, scheme: str) -> None:
    """A frame of 3 pixels in the colour of the website's focus; no other bar has one."""
    page = opened("three-public")
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    figure = chart(page)
    bars(figure).first.focus()
    page.keyboard.press("ArrowDown")
    strokes = [
        bar.evaluate("bar => [getComputedStyle(bar).stroke, getComputedStyle(bar).strokeWidth]")
        for bar in bars(figure).all()
    ]
    colour = {"light": "rgb(11, 92, 173)", "dark": "rgb(142, 197, 255)"}[scheme]
    assert (strokes[0][0], strokes[1]) == ("none", [colour, "3px"])
    page.emulate_media(color_scheme="null")


def test_every_bar_can_be_hit(opened: Opened) -> None:
    """WCAG 2.5.8: what is pointed at is at least 24 pixels high and does not meet another."""
    page = opened("performance", PHONE)
    for number in range(page.locator("figure.chart").count()):
        boxes = [bar.bounding_box() for bar in bars(chart(page, number)).all()]
        ends = [float("-inf")]
        for box in boxes:
            assert box is not None
            assert box["height"] >= 24
            assert box["y"] >= ends[-1] - 0.5
            ends.append(box["y"] + box["height"])


def test_a_chart_can_be_used_by_everybody(opened: Opened) -> None:
    """Axe finds nothing after the tools have come, with a note open and the code unfolded."""
    page = opened("three-public")
    figure = chart(page)
    figure.locator("summary").click()
    bars(figure).first.focus()
    axe.bring(page)
    assert axe.violations(page) == []


def test_notes_do_not_move_for_those_who_do_not_want_it(opened: Opened) -> None:
    """Reduced motion: they are there at once."""
    page = opened("three-public")
    page.emulate_media(reduced_motion="reduce")
    tip = chart(page).locator(".chart-tip")
    assert tip.evaluate("tip => getComputedStyle(tip).transitionDuration") == "0s"
    page.emulate_media(reduced_motion="null")


def test_the_code_to_embed_shows_the_picture(opened: Opened, home: str) -> None:
    """The script has put the address of this website in; copied, it is the same."""
    page = opened("three-public")
    figure = chart(page)
    figure.locator("summary").click()
    code = figure.locator("textarea").input_value()
    assert f'src="{home}{YEAR_PAGES}/charts/three-public.svg"' in code
    assert not figure.locator(".chart-incomplete").is_visible()
    figure.locator(".chart-copy").click()
    figure.get_by_text("已复制").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == code
    page.set_content(code)
    page.wait_for_function("document.images[0].complete")
    assert page.evaluate("document.images[0].naturalWidth") == 720


def test_without_a_script_the_files_and_the_code_are_there(chromium: Browser, home: str) -> None:
    """The code then tells what is to be filled in, and every bar has a title."""
    with chromium.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{home}{YEAR_PAGES}/three-public.html")
        figure = page.locator("figure.chart").first
        links = figure.locator(".chart-files a").all()
        assert [link.inner_text() for link in links] == [
            "数据（CSV）",
            "图片（SVG）",
            "图片（PNG）",
        ]
        assert figure.locator("svg:visible path > title").count() == 2
        figure.locator("summary").click()
        assert figure.locator(".chart-incomplete").is_visible()


def test_every_chart_has_its_files(website: Project) -> None:
    """Each picture has both forms; the PNG is as wide as it should be, the SVG an image."""
    folder = website.site / YEAR_PAGES / "charts"
    names = sorted(path.stem for path in folder.glob("*.svg"))
    assert names == sorted(path.stem for path in folder.glob("*.png"))
    assert {"income", "three-public", "performance-indicators", "project-p01"} <= set(names)
    found = (folder / "income.png").read_bytes()
    assert found[:8] == PNG
    assert struct.unpack_from(">I", found, 16) == (1440,)


def test_the_website_has_its_cards(website: Project) -> None:
    """One for the year, one for all other pages."""
    for place in ("card.png", f"{YEAR_PAGES}/card.png"):
        assert struct.unpack_from(">II", (website.site / place).read_bytes(), 16) == (1200, 630)
