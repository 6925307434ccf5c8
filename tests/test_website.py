"""What a reader meets on every page of the website made from the committed packages.

Everything is measured in a real browser: boxes, colours, places on the screen, files on disk.
"""

import codecs
import re
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from urllib.parse import urldefrag, urljoin

import pytest
from example_site import DEPARTMENT, YEAR
from playwright.sync_api import Browser, BrowserContext, Page

from publish.build import Project

WORDS = {
    "2": "两",
    "2\N{NO-BREAK SPACE}个": "两个",
}  # the one number that documents write as a word
YEAR_PAGES = f"{DEPARTMENT}/{YEAR}"
NAMELESS = (
    ".table-region:not([aria-label], [aria-labelledby]),"
    ".table-region table:not(:has(> caption)), .table-region th:not([scope])"
)
TOPICS = (
    "income",
    "function",
    "basic",
    "three-public",
    "procurement-assets",
)


@pytest.fixture(scope="module")
def reader(chromium: Browser) -> Iterator[BrowserContext]:
    """A browser window that all pages are opened in, one after the other."""
    with chromium.new_context(locale="zh-CN") as context:
        yield context


def test_every_topic_has_a_chart_a_sentence_and_a_table(reader: BrowserContext, home: str) -> None:
    """A topic page of the real document has at least one of each."""
    page = reader.new_page()
    found = {}
    for topic in TOPICS:
        page.goto(f"{home}{YEAR_PAGES}/{topic}.html")
        found[topic] = all(
            page.locator(each).first.is_visible() for each in ("p.lead", "figure.chart", "table")
        )
    page.close()
    assert found == dict.fromkeys(TOPICS, True)


def test_without_javascript_everything_is_there(
    chromium: Browser, home: str, paths: tuple[str, ...]
) -> None:
    """Sentence, chart, table and the marked words of the document need no script."""
    with chromium.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        for topic in TOPICS:
            page.goto(f"{home}{YEAR_PAGES}/{topic}.html")
            for each in ("p.lead", "figure.chart svg.chart-wide", "table"):
                assert page.locator(each).first.is_visible(), (topic, each)
        page.goto(f"{home}{YEAR_PAGES}/three-public.html")
        page.locator("tr.total a.figure").first.click()
        assert (
            page.locator(":target").inner_text() == "2020年“三公”经费财政拨款支出决算为25.17万元，"
        )
        assert len(paths) > len(TOPICS)


@pytest.fixture(scope="module")
def plain(chromium: Browser) -> Iterator[BrowserContext]:
    """A window without scripts, for what stands in the pages as they lie on the disk."""
    with chromium.new_context(locale="zh-CN", java_script_enabled=False) as context:
        yield context


def links(page: Page) -> list[tuple[str, str]]:
    """Return the text and the address of each figure of a page."""
    found: list[list[str]] = page.eval_on_selector_all(
        "a.figure", "found => found.map(each => [each.textContent, each.href])"
    )
    return [(text, href) for text, href in found]


def digits(text: str) -> str:
    """Return the digits of a figure as the document prints them."""
    return "".join(letter for letter in text if letter.isdigit() or letter == ".")


def states(words: str, figure: str) -> bool:
    """Whether the words hold a figure: its digits, its word, or what it was rounded from."""
    if figure.startswith("约"):
        unit = Decimal(10_000) if "亿" in figure else Decimal(1)
        exact = [Decimal(number) / unit for number in re.findall(r"\d+(?:\.\d+)?", words)]
        shown = Decimal(digits(figure))
        return any(number.quantize(shown, ROUND_HALF_UP) == shown for number in exact)
    return digits(figure) in words or WORDS.get(figure, figure) in words


def test_every_figure_leads_to_words_that_print_it(
    plain: BrowserContext, home: str, paths: tuple[str, ...]
) -> None:
    """On every page, for every figure: its address exists, and the words there hold its digits."""
    page = plain.new_page()
    found: dict[str, set[tuple[str, str]]] = {}
    for path in paths:
        page.goto(home + path)
        for text, href in links(page):
            place, anchor = urldefrag(href)
            found.setdefault(place, set()).add((text, anchor))
    assert sum(map(len, found.values())) > 200
    wrong = []
    for place, figures in found.items():
        page.goto(place)
        words = page.eval_on_selector_all(
            "[id]", "all => Object.fromEntries(all.map(each => [each.id, each.textContent]))"
        )
        wrong += [
            (text, anchor, words.get(anchor))
            for text, anchor in figures
            if not states(words.get(anchor) or "", text)
        ]
    page.close()
    assert wrong == []


def test_a_click_on_a_figure_ends_at_the_marked_sentence(reader: BrowserContext, home: str) -> None:
    """The words are on the screen, marked, and hold the figure; the pointer needs no other step."""
    page = reader.new_page()
    page.set_viewport_size({"width": 390, "height": 800})
    for topic in TOPICS:
        page.goto(f"{home}{YEAR_PAGES}/{topic}.html")
        figure = page.locator("table a.figure").last
        text = digits(figure.inner_text())
        figure.click()
        page.wait_for_url("**/source.html#*")
        target = page.locator(":target")
        box = target.bounding_box()
        colour, around = target.evaluate(
            "each => [each, each.closest('.original')]"
            ".map(one => getComputedStyle(one).backgroundColor)"
        )
        assert text in target.inner_text(), topic
        assert box, topic
        assert 0 < box["y"] < 800, topic
        assert colour != around, topic
    page.close()


def test_figures_have_a_name_that_says_where_they_lead(reader: BrowserContext, home: str) -> None:
    """A screen reader hears the number, its unit, and the line of the document."""
    page = reader.new_page()
    page.goto(f"{home}{YEAR_PAGES}/three-public.html")
    assert page.locator("tr.total a.figure").first.get_attribute("aria-label") == (
        "25.17万元，查看原文第 103 行"
    )
    page.close()


def test_every_table_has_a_region_with_a_name_a_caption_and_scopes(
    plain: BrowserContext, home: str, paths: tuple[str, ...]
) -> None:
    """A screen reader hears what a table is, and which header a cell belongs to."""
    page = plain.new_page()
    for path in paths:
        page.goto(home + path)
        nameless = page.eval_on_selector_all(NAMELESS, "all => all.map(each => each.outerHTML)")
        assert (path, nameless) == (path, [])
    page.close()


def test_both_files_of_a_table_are_downloaded(
    reader: BrowserContext, home: str, website: Project, tmp_path: Path
) -> None:
    """The canonical CSV is the package's own, byte for byte; the other is made for Excel."""
    page = reader.new_page()
    page.goto(f"{home}{YEAR_PAGES}/income.html")
    saved = []
    for link in page.locator("a.download").all():
        with page.expect_download() as started:
            link.click()
        started.value.save_as(tmp_path / started.value.suggested_filename)
        saved.append(tmp_path / started.value.suggested_filename)
    page.close()
    canonical, excel = saved[::2], saved[1::2]
    assert "income.csv" in {path.name for path in canonical}
    assert [path.stem for path in excel] == [f"{path.stem}-excel" for path in canonical]
    for path, other in zip(canonical, excel, strict=True):
        package = website.packages / YEAR_PAGES / "data" / path.name
        assert path.read_bytes() == package.read_bytes()
        assert other.read_bytes().startswith(codecs.BOM_UTF8)


def test_links_between_pages_lead_somewhere(
    plain: BrowserContext, home: str, paths: tuple[str, ...], website: Project
) -> None:
    """Breadcrumbs, sections, cards and neighbours are files of the website."""
    page = plain.new_page()
    wrong = []
    for path in paths:
        page.goto(home + path)
        hrefs = page.eval_on_selector_all(
            "a[href]", "all => all.map(each => each.getAttribute('href'))"
        )
        for href in hrefs:
            target = urldefrag(urljoin(home + path, href)).url.partition("?")[0]
            file = website.site / target.removeprefix(home)
            if not (file / "index.html" if file.is_dir() else file).is_file():
                wrong.append((path, href))
    page.close()
    assert wrong == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_follows_the_system(chromium: Browser, home: str, scheme: str) -> None:
    """Light or dark as the system is; that it stays readable is claimed of every page elsewhere."""
    with chromium.new_context(color_scheme=scheme) as context:
        page = context.new_page()
        page.goto(f"{home}{YEAR_PAGES}/three-public.html")
        background = luminance(page, "body", "backgroundColor")
    assert (background < 0.2) == (scheme == "dark")


def luminance(page: Page, selector: str, which: str) -> float:
    """Return the relative luminance of a colour, as WCAG defines it."""
    colour = page.locator(selector).first.evaluate(
        f"""each => {{
            const paper = document.createElement("canvas").getContext("2d");
            paper.fillStyle = getComputedStyle(each).{which};
            paper.fillRect(0, 0, 1, 1);
            return [...paper.getImageData(0, 0, 1, 1).data].slice(0, 3);
        }}"""
    )
    parts = [value / 255 for value in colour]
    linear = [
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in parts
    ]
    return float(0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2])
