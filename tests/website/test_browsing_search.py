"""What a reader finds with the search of the website made from the committed packages."""

from collections.abc import Iterator

import pytest
from example_site import DEPARTMENT, YEAR
from playwright.sync_api import Browser, Page

from browser import ask

PATIENCE = 10_000
BEST = 3
NAME = "攀枝花市应急管理局"
# What a reader types, and the page of the year that must be among the first three.
QUESTIONS = {
    "三公经费": "three-public",
    "“三公”经费": "three-public",
    "公务接待": "three-public",
    "公务用车": "three-public",
    "因公出国": "three-public",
    "25.17": "three-public",
    "一般公共预算": "function",
    "行政运行": "function",
    "2491.62": "function",
    "2,491.62": "function",
    "２４９１．６２": "function",
    "住房公积金": "basic",
    "住房公积": "basic",
    "人员经费": "basic",
    "差旅费": "basic",
    "财政拨款收入": "income",
    "结转": "glossary",
    "年末结转和结余": "glossary",
    "机关运行经费": "procurement-assets",
    "政府采购": "procurement-assets",
    "小微企业": "procurement-assets",
    "固定资产": "procurement-assets",
    "绩效": "performance",
    "绩效自评": "performance",
    "应急救援能力提升": "project-p12",
    "安全生产专项资金": "project-p01",
    "森林防火": "profile",
    "名词解释": "glossary",
}


@pytest.fixture(scope="module")
def window(home: str, chromium: Browser) -> Iterator[Page]:
    """One window for all questions."""
    with chromium.new_context(locale="zh-CN") as context:
        page = context.new_page()
        page.goto(f"{home}index.html")
        yield page


def results(page: Page) -> list[tuple[str, str]]:
    """Return the title and the path of each page that was found, as they stand in the list."""
    page.wait_for_selector(".md-search-result__item", timeout=PATIENCE)
    found = page.eval_on_selector_all(
        ".md-search-result__item",
        "items => items.map(item => [item.querySelector('h1').innerText.replaceAll('\\u200b', ''),"
        " new URL(item.querySelector('a').href).pathname])",
    )
    return [(title, path) for title, path in found]


@pytest.mark.parametrize(("question", "wanted"), QUESTIONS.items())
def test_the_right_page_is_among_the_first_three(window: Page, question: str, wanted: str) -> None:
    """Terms, accounts, projects, and figures however they are typed."""
    ask(window, "")
    window.wait_for_selector(".md-search-result__item", state="detached")
    ask(window, question)
    paths = [path.removeprefix("/") for _, path in results(window)[:BEST]]
    assert f"{DEPARTMENT}/{YEAR}/{wanted}.html" in paths


def test_a_result_names_the_department_and_the_year(home: str, page: Page) -> None:
    """A reader sees where a page belongs before opening it; an address can hold the question."""
    page.goto(f"{home}index.html?q=政府采购")
    title = results(page)[0][0]
    assert NAME in title
    assert f"{YEAR}年" in title


def test_the_form_of_the_home_page_searches(home: str, page: Page) -> None:
    """What is typed there opens the search with its results."""
    page.goto(f"{home}index.html")
    page.fill("form[role=search] input[name=q]", "公务接待")
    page.press("form[role=search] input[name=q]", "Enter")
    assert len(results(page)) >= BEST


def test_the_index_is_fetched_when_somebody_types(home: str, page: Page) -> None:
    """A page that is only read costs no index; nothing is asked from another host."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{home}{DEPARTMENT}/{YEAR}/index.html")
    page.wait_for_load_state("networkidle")
    assert [url for url in asked if "documents.json" in url] == []
    ask(page, "结转")
    results(page)
    assert [url.removeprefix(home) for url in asked if "documents" in url] == [
        "search/documents.json"
    ]
    assert [url for url in asked if not url.startswith(home)] == []


def test_what_is_typed_on_is_searched_anew(home: str, page: Page) -> None:
    """The list follows the keys, and what nothing has says so."""
    page.goto(f"{home}index.html")
    ask(page, "政府采购")
    results(page)
    ask(page, "zzzz")
    page.wait_for_function(
        "() => document.querySelector('.md-search-result__meta').innerText.includes('没有找到')",
        timeout=PATIENCE,
    )
