"""The Content-Security-Policy in a browser: it is active, and nothing that is needed is blocked."""

from collections.abc import Iterator

import pytest
from example_site import DEPARTMENT, YEAR
from playwright.sync_api import Browser, Page

from browser import ask

YEAR_PAGES = f"{DEPARTMENT}/{YEAR}"
WATCH = """
    window.blocked = [];
    document.addEventListener("securitypolicyviolation", (event) => {
      window.blocked.push(`${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}`);
    });
"""


@pytest.fixture
def window(chromium: Browser) -> Iterator[Page]:
    """A page that writes down what its policy blocks."""
    with chromium.new_context(locale="zh-CN") as context:
        context.add_init_script(WATCH)
        yield context.new_page()


def blocked(page: Page) -> list[str]:
    """Return what the policy of the page has blocked."""
    return list(page.evaluate("window.blocked"))


def test_nothing_is_blocked_that_a_reader_does(home: str, window: Page) -> None:
    """Searching, switching the colours, sorting a table, walking through a chart."""
    window.goto(f"{home}{YEAR_PAGES}/three-public.html")
    ask(window, "公务接待")
    window.wait_for_selector(".md-search-result__item")
    window.keyboard.press("Escape")
    window.locator("label[for^=__palette]:visible").first.click()
    window.locator("button.sort").first.click()
    window.locator("figure").first.scroll_into_view_if_needed()
    window.wait_for_load_state("networkidle")
    assert blocked(window) == []


ATTACKS = {
    "script-src-elem": """
        const script = document.createElement("script");
        script.textContent = "window.ran = 1";
        document.body.append(script);
    """,
    "script-src-attr": """
        document.body.insertAdjacentHTML("beforeend", '<img src="" onerror="window.ran = 1">');
    """,
    "style-src-attr": """
        document.body.insertAdjacentHTML("beforeend", '<p style="color: red">');
    """,
    "img-src": """
        document.body.append(Object.assign(new Image(), { src: "http://127.0.0.1:9/x.png" }));
    """,
    "frame-src": """
        const frame = document.createElement("iframe");
        frame.src = "about.html";
        document.body.append(frame);
    """,
}


@pytest.mark.parametrize("directive", ATTACKS)
def test_what_is_injected_is_blocked(home: str, window: Page, directive: str) -> None:
    """A script, a handler, a style, a picture from elsewhere, a frame."""
    window.goto(f"{home}index.html")
    window.evaluate(f"() => {{ {ATTACKS[directive]} }}")
    window.wait_for_function("window.blocked.length > 0")
    assert {each.split()[0] for each in blocked(window)} == {directive}
    assert window.evaluate("window.ran") is None


def test_nothing_is_evaluated(home: str, window: Page) -> None:
    """No text becomes a program, in the page or in a function of it."""
    window.goto(f"{home}index.html")
    # from a timer of the page: what Playwright runs itself is exempt
    window.evaluate(
        "() => setTimeout(() => { try { eval('window.ran = 1') } catch { window.refused = 1 } })"
    )
    window.wait_for_function("window.ran || window.refused")
    assert window.evaluate("window.ran") is None


def test_data_in_a_page_is_read(home: str, window: Page) -> None:
    """The description of the year and the words of the scripts are data, and not blocked."""
    window.goto(f"{home}{YEAR_PAGES}/index.html")
    kinds = window.eval_on_selector_all(
        "script[type='application/ld+json'], #__texts",
        "all => all.map(each => typeof JSON.parse(each.textContent))",
    )
    assert kinds == ["object", "object"]
    assert blocked(window) == []
