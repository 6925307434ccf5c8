"""What a reader meets on the pages of performance, of the department and of the terms.

They are made from the committed packages and read in a real browser.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from example_site import DEPARTMENT, YEAR, whole
from playwright.sync_api import Browser, BrowserContext, Locator, Page

from publish import build, packages
from publish.build import Project
from publish.packages import Package

YEAR_PAGES = f"{DEPARTMENT}/{YEAR}"
PAGES = (
    "performance",
    "reports",
    "project-p01",
    "project-p02",
    "project-p12",
    "profile",
    "glossary",
)
MONEY = ("totals", "expenditure", "function")
WIDTHS = (320, 390, 1280)
TABLE = "#self-evaluations-caption"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A project with the committed packages, built."""
    made = whole(tmp_path_factory.mktemp("performance"))
    build.run(made)
    return made


@pytest.fixture(scope="module")
def package(project: Project) -> Package:
    """The committed package."""
    return packages.load(project.packages / YEAR_PAGES)


@pytest.fixture(scope="module")
def address(project: Project, site_server: Callable[[Path], str]) -> str:
    """The address of the year, with a closing slash."""
    return f"{site_server(project.site)}/{YEAR_PAGES}/"


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
    return page.locator("table.sortable tbody th")


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
    links = page.locator("table.sortable tbody th a").all()
    paths = {link.inner_text(): str(link.get_attribute("href")) for link in links}
    assert list(paths) == [row["name"] for row in package.rows("self-evaluations")]
    for name, path in paths.items():
        page.goto(address + path)
        assert page.locator("h1").inner_text().strip() == name
        assert page.locator("#evaluation").is_visible()
        assert page.locator("p.lead").first.inner_text().startswith(f"{YEAR}年")


def test_a_table_is_sorted_by_the_keyboard_alone(page: Page, address: str) -> None:
    """Tab to a header, Enter: largest first, smallest first, the order of the document."""
    page.goto(f"{address}performance.html")
    before = rows(evaluations(page))
    header = page.locator("table.sortable thead th", has_text="金额")
    page.locator(".table-filter input").focus()
    for _ in range(4):  # the region that scrolls, then the headers
        page.keyboard.press("Tab")
    assert header.locator("button").evaluate("each => each === document.activeElement")
    page.keyboard.press("Enter")
    assert header.get_attribute("aria-sort") == "descending"
    largest = rows(evaluations(page))
    assert (largest[0], largest[-1]) == ("攀枝花市应急救援能力提升", "儿童福利支出")
    assert page.get_by_role("status").inner_text() == "按“金额（万元）”从大到小排列"
    page.keyboard.press("Space")
    assert header.get_attribute("aria-sort") == "ascending"
    assert rows(evaluations(page))[0] == "儿童福利支出"
    page.keyboard.press("Enter")
    assert header.get_attribute("aria-sort") is None
    assert rows(evaluations(page)) == before


def test_what_is_not_stated_stands_last_either_way(page: Page, address: str) -> None:
    """A dash is no number, neither the smallest nor the largest."""
    page.goto(f"{address}performance.html")
    button = page.locator("table.sortable thead button", has_text="执行率")
    cells = page.locator("table.sortable tbody td.number:nth-of-type(4)")
    for first in ("100", "1"):
        button.press("Enter")
        shown = rows(cells)
        assert shown[0].startswith(first)
        assert ["—" in text for text in shown] == [False] * 5 + [True] * 10


def test_a_table_is_filtered_by_the_keyboard_alone(page: Page, address: str) -> None:
    """Words are looked for in the whole row; the count is announced; Escape shows all again."""
    page.goto(f"{address}performance.html")
    total = len(rows(evaluations(page)))
    page.get_by_label("筛选“部门整体支出绩效自评：每一个项目”的行").focus()
    page.keyboard.insert_text("人才 100%")
    assert rows(evaluations(page)) == ["2020年人才专项经费", "人才专项经费第五批"]
    assert page.get_by_role("status").inner_text() == f"{total} 行中有 2 行"
    page.keyboard.press("Escape")
    assert len(rows(evaluations(page))) == total


def test_a_term_opens_with_enter_and_closes_with_escape(page: Page, address: str) -> None:
    """The note is seen beside its term, holds the definition, and gives the focus back."""
    page.goto(f"{address}expenditure.html")
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
    for path in ("income", "expenditure", "basic", "three-public", "procurement-assets"):
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


def test_no_request_leaves_the_host_and_nothing_is_wrong(page: Page, address: str) -> None:
    """The scripts are local, and no page has an error in the console."""
    host = address.removesuffix(f"{YEAR_PAGES}/")
    wrong: list[str] = []
    page.on("request", lambda sent: sent.url.startswith((host, "data:")) or wrong.append(sent.url))
    page.on("console", lambda said: said.type in {"error", "warning"} and wrong.append(said.text))
    page.on("pageerror", lambda error: wrong.append(str(error)))
    for path in PAGES:
        page.goto(f"{address}{path}.html", wait_until="networkidle")
    assert wrong == []


@pytest.mark.parametrize("width", WIDTHS)
def test_pages_fit(page: Page, address: str, width: int) -> None:
    """No page is wider than the screen."""
    page.set_viewport_size({"width": width, "height": 800})
    wide = {}
    for path in PAGES:
        page.goto(f"{address}{path}.html")
        wide[path] = page.evaluate("document.documentElement.scrollWidth")
    assert wide == dict.fromkeys(PAGES, width)


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
        page.goto(f"{address}expenditure.html")
        page.locator("button.term").first.click()
        note, ink = page.locator(".note:popover-open").evaluate(
            "each => [getComputedStyle(each).backgroundColor, getComputedStyle(each).color]"
        )
        assert note not in {"rgba(0, 0, 0, 0)", ink}
        assert note == page.locator("body").evaluate(
            "each => getComputedStyle(each).backgroundColor"
        )
