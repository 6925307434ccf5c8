"""What a reader meets on every page of the website made from the committed packages.

Everything is measured in a real browser: boxes, colours, places on the screen, files on disk.
"""

import codecs
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin

import pytest
from example_site import DEPARTMENT, YEAR
from playwright.sync_api import Browser, BrowserContext, Page

from publish.website.build import Project

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


@dataclass(frozen=True)
class Held:
    """What stands in a page: its figures (text, address), nameless tables, ways, anchors."""

    figures: list[list[str]]
    nameless: list[str]
    hrefs: list[str]
    words: dict[str, str]


_HELD = """
nameless => {
  const all = selector => [...document.querySelectorAll(selector)];
  return {
    figures: all("a.figure").map(each => [each.textContent, each.href]),
    nameless: all(nameless).map(each => each.outerHTML),
    hrefs: all("a[href]").map(each => each.getAttribute("href")),
    words: Object.fromEntries(all("[id]").map(each => [each.id, each.textContent])),
  };
}
"""


@pytest.fixture(scope="module")
def held(plain: BrowserContext, home: str, paths: tuple[str, ...]) -> Mapping[str, Held]:
    """What stands in each page, by its path."""
    page, found = plain.new_page(), {}
    for path in paths:
        page.goto(home + path)
        found[path] = Held(**page.evaluate(_HELD, NAMELESS))
    page.close()
    return found


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


def test_every_figure_leads_to_words_that_print_it(held: Mapping[str, Held], home: str) -> None:
    """On every page, for every figure: its address exists, and the words there hold its digits."""
    figures = {(text, href) for page in held.values() for text, href in page.figures}
    assert len(figures) > 200
    wrong = []
    for text, href in figures:
        place, anchor = urldefrag(href)
        there = held.get(place.removeprefix(home))
        words = there.words.get(anchor, "") if there else ""
        if not states(words, text):
            wrong.append((text, href, words))
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
    held: Mapping[str, Held],
) -> None:
    """A screen reader hears what a table is, and which header a cell belongs to."""
    assert [(path, page.nameless) for path, page in held.items() if page.nameless] == []


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
    held: Mapping[str, Held], home: str, website: Project
) -> None:
    """Breadcrumbs, sections, cards, neighbours are files of the website; parts of pages exist."""
    wrong = []
    for path, page in held.items():
        for href in page.hrefs:
            address, anchor = urldefrag(urljoin(home + path, href))
            file = website.site / address.partition("?")[0].removeprefix(home)
            if not (file / "index.html" if file.is_dir() else file).is_file():
                wrong.append((path, href))
            there = held.get(file.relative_to(website.site).as_posix())
            if anchor and there and unquote(anchor) not in {*there.words, "__search"}:
                wrong.append((path, href))
    assert all(page.hrefs for page in held.values())
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
