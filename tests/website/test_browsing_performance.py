"""What a reader meets on the pages of performance, of the department and of the terms.

They are made from the committed packages and read in a real browser.
"""

from collections.abc import Iterator

import pytest
from example_site import DEPARTMENT, YEAR
from playwright.sync_api import Browser, BrowserContext, Locator, Page

from publish import packages
from publish.packages import Package
from publish.website.build import Project

YEAR_PAGES = f"{DEPARTMENT}/{YEAR}"
MONEY = ("income", "function")


@pytest.fixture(scope="module")
def package(website: Project) -> Package:
    """The committed package."""
    return packages.load(website.packages / YEAR_PAGES)


@pytest.fixture(scope="module")
def address(home: str) -> str:
    """The address of the year, with a closing slash."""
    return f"{home}{YEAR_PAGES}/"


@pytest.fixture(scope="module")
def window(chromium: Browser) -> Iterator[BrowserContext]:
    """A browser window for all pages of this module."""
    with chromium.new_context(locale="zh-CN") as context:
        yield context


@pytest.fixture
def page(window: BrowserContext) -> Iterator[Page]:
    """A page of the window."""
    opened = window.new_page()
    yield opened
    opened.close()


def rows(of: Locator) -> list[str]:
    """Return the names of the rows that a reader sees."""
    return [each.inner_text() for each in of.all() if each.is_visible()]


def evaluations(page: Page) -> Locator:
    """Return the names in the table of the self-evaluations."""
    return page.locator("table.evaluations tbody th")


@pytest.mark.parametrize("number", ["p01", "p02", "p03", "p04"])
def test_a_project_shows_every_indicator_with_target_and_result(
    page: Page, address: str, package: Package, number: str
) -> None:
    """Each row of the table, in order, as text that is seen."""
    page.goto(f"{address}project-{number}.html")
    shown = [
        tuple(cell.inner_text() for cell in row.locator("th, a.cited").all())
        for row in page.locator("table.indicators tbody tr:not(.group)").all()
        if row.is_visible()
    ]
    wanted = [
        (row["indicator"], row["target_text"], row["actual_text"])
        for row in package.rows("performance-indicators")
        if row["project_id"] == number
    ]
    assert wanted
    assert shown == wanted


def test_every_project_of_the_self_evaluations_has_its_page(
    page: Page, address: str, package: Package
) -> None:
    """The name of each leads to a page with this name, what it cost and what is said of it."""
    page.goto(f"{address}performance.html")
    links = page.locator("table.evaluations tbody th a").all()
    paths = {link.inner_text(): str(link.get_attribute("href")) for link in links}
    assert list(paths) == [row["name"] for row in package.rows("self-evaluations")]
    for name, path in paths.items():
        page.goto(address + path)
        assert page.locator("h1").inner_text().strip() == name
        assert page.locator("#evaluation").is_visible()
        assert page.locator("p.lead").first.inner_text().startswith(f"{YEAR}年")


def test_a_term_opens_with_enter_and_closes_with_escape(page: Page, address: str) -> None:
    """The note is seen beside its term, holds the definition, and gives the focus back."""
    page.goto(f"{address}function.html")
    term = page.get_by_role("button", name="项目支出", exact=True).first
    note = page.get_by_role("dialog", name="项目支出")
    assert not note.is_visible()
    term.focus()
    page.keyboard.press("Enter")
    assert note.is_visible()
    assert "在基本支出之外为完成特定行政任务和事业发展目标所发生的支出" in note.inner_text()
    page.keyboard.press("Escape")
    assert not note.is_visible()
    assert term.evaluate("each => each === document.activeElement")


def test_a_term_opens_by_touch_and_without_a_script(chromium: Browser, address: str) -> None:
    """A finger on the term shows the note on a phone, and its button closes it."""
    phone = {"width": 390, "height": 800}
    with chromium.new_context(has_touch=True, java_script_enabled=False, viewport=phone) as context:
        page = context.new_page()
        page.goto(f"{address}three-public.html")
        page.locator("button.term").first.tap()
        note = page.locator(".note:popover-open")
        box = note.bounding_box()
        assert box
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 390
        note.get_by_role("button", name="关闭").tap()
        assert not note.is_visible()


def test_terms_are_marked_once_in_a_section_and_never_in_a_link(
    page: Page, address: str, package: Package
) -> None:
    """Every mark has its note, and the terms of the document are the ones that are marked."""
    known = {row["term"] for row in package.rows("glossary")}
    found = set()
    for path in ("income", "function", "basic", "three-public", "procurement-assets"):
        page.goto(f"{address}{path}.html")
        marked = page.locator("button.term").all()
        found |= {each.inner_text() for each in marked}
        targets = [str(each.get_attribute("popovertarget")) for each in marked]
        assert all(page.locator(f"#{target}").count() == 1 for target in targets)
        assert page.locator("a button.term, td button.term").count() == 0
    assert found == known & {"财政拨款收入", "基本支出", "项目支出", "“三公”经费", "机关运行经费"}


def test_without_javascript_everything_is_there(chromium: Browser, address: str) -> None:
    """Sentences, charts, tables, reports and figures need no script; the sorting is left out."""
    with chromium.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{address}performance.html")
        assert len(rows(evaluations(page))) == 15
        assert page.locator("figure.chart svg.chart-wide").first.is_visible()
        assert page.locator(".table-tools, button.sort").count() == 0
        page.goto(f"{address}project-p02.html")
        for each in ("#goal", "table.indicators", "#problems", "#lines", ".narrative p"):
            assert page.locator(each).first.is_visible(), each
        page.goto(f"{address}profile.html")
        assert page.locator(".work-figure a").first.is_visible()


def ways(page: Page) -> set[str]:
    """Return the pages that links in the matter of a page lead to, the switcher left out."""
    hrefs = page.eval_on_selector_all(
        "article a:not(nav.sections a, nav.crumbs a)",
        "all => all.map(each => each.getAttribute('href').split('#')[0])",
    )
    return {href.removesuffix(".html") for href in hrefs}


def test_every_page_leads_from_the_evaluation_to_the_money_and_back(
    page: Page, address: str
) -> None:
    """Performance, reports and each project lead to the accounts, the accounts to performance."""
    projects = tuple(f"project-p{number:02}" for number in range(1, 16))
    for path in ("performance", "reports", *projects):
        page.goto(f"{address}{path}.html")
        assert set(MONEY) <= ways(page), path
        if path != "performance":
            assert "performance" in ways(page), path
    for path in MONEY:
        page.goto(f"{address}{path}.html")
        assert "performance" in ways(page), path


def test_cited_words_lead_to_the_same_words(page: Page, address: str) -> None:
    """The address of target and result is marked in the document, and holds their first words."""
    found = set()
    for number in ("p01", "p02", "p03", "p04"):
        page.goto(f"{address}project-{number}.html")
        cited = page.eval_on_selector_all(
            "a.cited", "all => all.map(each => [each.textContent, each.hash.slice(1)])"
        )
        found |= {(text, anchor) for text, anchor in cited}
    page.goto(f"{address}source.html")
    words = page.eval_on_selector_all(
        "[id]", "all => Object.fromEntries(all.map(each => [each.id, each.textContent]))"
    )
    assert len(found) > 100
    assert [(text, anchor) for text, anchor in found if text[:4] not in words.get(anchor, "")] == []


def test_reports_have_headings_that_the_contents_lead_to(page: Page, address: str) -> None:
    """Every line of a table of contents is a heading of the page, in the same order."""
    for path in ("reports", "project-p02"):
        page.goto(f"{address}{path}.html")
        lines = page.locator("nav.contents a").all()
        headings = page.locator("h3[id^=section], h4[id^=section], h5[id^=section]").all()
        assert [line.inner_text() for line in lines] == [
            each.inner_text().strip() for each in headings
        ]
        lines[-1].click()
        assert page.locator(":target").is_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_terms_and_words_stay_readable(chromium: Browser, address: str, scheme: str) -> None:
    """A note that is open stands on a ground of its own, and its text is the ink of the page."""
    with chromium.new_context(color_scheme=scheme) as context:
        page = context.new_page()
        page.goto(f"{address}function.html")
        page.locator("button.term").first.click()
        note, ink = page.locator(".note:popover-open").evaluate(
            "each => [getComputedStyle(each).backgroundColor, getComputedStyle(each).color]"
        )
        assert note not in {"rgba(0, 0, 0, 0)", ink}
        assert note == page.locator("body").evaluate(
            "each => getComputedStyle(each).backgroundColor"
        )
