"""What a reader meets on every page of the website made from the committed packages.

Everything is measured in a real browser: boxes, colours, places on the screen, files on disk.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urldefrag, urljoin

import pytest
from example_site import DEPARTMENT, YEAR, whole
from playwright.sync_api import Browser, BrowserContext, Locator, Page

from publish import build
from publish.build import Project

WIDTHS = (320, 390, 1280)
SMALLEST_CHART = (300, 120)
WORDS = {"2": "两", "2 个": "两个"}  # the one number that documents write as a word
YEAR_PAGES = f"{DEPARTMENT}/{YEAR}"
TOPICS = (
    "totals",
    "income",
    "expenditure",
    "function",
    "basic",
    "three-public",
    "procurement-assets",
)
QUOTES = str.maketrans("", "", "“”")
TERMS = ("三公经费", "机关运行经费", "财政拨款", "政府采购", "公务接待", "应急管理", "住房公积金")


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A project with the committed packages, built."""
    made = whole(tmp_path_factory.mktemp("website"))
    build.run(made)
    return made


@pytest.fixture(scope="module")
def address(project: Project, site_server: Callable[[Path], str]) -> str:
    """The address of the website, with a closing slash."""
    return f"{site_server(project.site)}/"


@pytest.fixture(scope="module")
def paths(project: Project) -> tuple[str, ...]:
    """Every page of the website."""
    found = sorted(
        path.relative_to(project.site).as_posix() for path in project.site.rglob("*.html")
    )
    assert f"{YEAR_PAGES}/three-public.html" in found
    return tuple(found)


@pytest.fixture(scope="module")
def reader(chromium: Browser) -> Iterator[BrowserContext]:
    """A browser window that all pages are opened in, one after the other."""
    with chromium.new_context(locale="zh-CN") as context:
        yield context


def boxes(of: Locator) -> list[tuple[int, int]]:
    """Return width and height of everything that a reader sees of these."""
    found = (each.bounding_box() for each in of.all() if each.is_visible())
    return [(round(box["width"]), round(box["height"])) for box in found if box]


def test_no_request_leaves_the_host_and_nothing_is_wrong(
    reader: BrowserContext, address: str, paths: tuple[str, ...]
) -> None:
    """Every page loads from the website alone: no error in the console, no missing file."""
    page = reader.new_page()
    wrong: list[str] = []
    page.on(
        "request",
        lambda sent: sent.url.startswith((address, "data:", "blob:")) or wrong.append(sent.url),
    )
    page.on(
        "response",
        lambda got: got.ok or got.status == 304 or wrong.append(f"{got.status} {got.url}"),
    )
    page.on("console", lambda said: said.type in {"error", "warning"} and wrong.append(said.text))
    page.on("pageerror", lambda error: wrong.append(str(error)))
    for path in paths:
        page.goto(address + path, wait_until="networkidle")
    page.close()
    assert wrong == []


@pytest.mark.parametrize("width", WIDTHS)
def test_pages_fit_and_charts_are_seen(
    reader: BrowserContext, address: str, paths: tuple[str, ...], width: int
) -> None:
    """No page is wider than the screen, and every chart is a picture a reader can see."""
    page = reader.new_page()
    page.set_viewport_size({"width": width, "height": 800})
    room = min(SMALLEST_CHART[0], width - 40)
    wrong: dict[str, object] = {}
    for path in paths:
        page.goto(address + path)
        wide = page.evaluate("document.documentElement.scrollWidth")
        charts = page.locator("figure.chart")
        seen = boxes(charts.locator("svg"))
        small = [box for box in seen if box[0] < room or box[1] < SMALLEST_CHART[1]]
        if wide > width or small or len(seen) != charts.count():
            wrong[path] = (wide, small, len(seen), charts.count())
    page.close()
    assert wrong == {}


def test_every_topic_has_a_chart_a_sentence_and_a_table(
    reader: BrowserContext, address: str
) -> None:
    """A topic page of the real document has at least one of each."""
    page = reader.new_page()
    found = {}
    for topic in TOPICS:
        page.goto(f"{address}{YEAR_PAGES}/{topic}.html")
        found[topic] = all(
            page.locator(each).first.is_visible() for each in ("p.lead", "figure.chart", "table")
        )
    page.close()
    assert found == dict.fromkeys(TOPICS, True)


def test_without_javascript_everything_is_there(
    chromium: Browser, address: str, paths: tuple[str, ...]
) -> None:
    """Sentence, chart, table and the marked words of the document need no script."""
    with chromium.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        for topic in TOPICS:
            page.goto(f"{address}{YEAR_PAGES}/{topic}.html")
            for each in ("p.lead", "figure.chart svg.chart-wide", "table"):
                assert page.locator(each).first.is_visible(), (topic, each)
        page.goto(f"{address}{YEAR_PAGES}/three-public.html")
        page.locator("tr.total a.figure").first.click()
        assert (
            page.locator(":target").inner_text() == "2020年“三公”经费财政拨款支出决算为25.17万元，"
        )
        assert len(paths) > len(TOPICS)


def links(page: Page) -> list[tuple[str, str]]:
    """Return the text and the address of each figure of a page."""
    found: list[list[str]] = page.eval_on_selector_all(
        "a.figure", "found => found.map(each => [each.textContent, each.href])"
    )
    return [(text, href) for text, href in found]


def digits(text: str) -> str:
    """Return the digits of a figure as the document prints them."""
    return "".join(letter for letter in text if letter.isdigit() or letter == ".")


def test_every_figure_leads_to_words_that_print_it(
    reader: BrowserContext, address: str, paths: tuple[str, ...]
) -> None:
    """On every page, for every figure: its address exists, and the words there hold its digits."""
    page = reader.new_page()
    found: dict[str, set[tuple[str, str]]] = {}
    for path in paths:
        page.goto(address + path)
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
            if digits(text) not in (said := words.get(anchor) or "")
            and WORDS.get(text, text) not in said
        ]
    page.close()
    assert wrong == []


def test_a_click_on_a_figure_ends_at_the_marked_sentence(
    reader: BrowserContext, address: str
) -> None:
    """The words are on the screen, marked, and hold the figure; the pointer needs no other step."""
    page = reader.new_page()
    page.set_viewport_size({"width": 390, "height": 800})
    for topic in TOPICS:
        page.goto(f"{address}{YEAR_PAGES}/{topic}.html")
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


def test_figures_have_a_name_that_says_where_they_lead(
    reader: BrowserContext, address: str
) -> None:
    """A screen reader hears the number, its unit, and the line of the document."""
    page = reader.new_page()
    page.goto(f"{address}{YEAR_PAGES}/three-public.html")
    assert page.locator("tr.total a.figure").first.get_attribute("aria-label") == (
        "25.17万元，查看原文第 103 行"
    )
    page.close()


def test_tables_can_be_scrolled_by_keyboard_and_have_names(
    reader: BrowserContext, address: str, paths: tuple[str, ...]
) -> None:
    """Every table stands in a region with a name that takes the focus; headers have their scope."""
    page = reader.new_page()
    for path in paths:
        page.goto(address + path)
        for region in page.locator(".table-region").all():
            assert region.get_attribute("tabindex") == "0"
            named = region.get_attribute("aria-label") or region.get_attribute("aria-labelledby")
            assert named, path
        made = page.locator("table:not(:has(td[style])) th:not([scope])").count()
        assert (path, made) == (path, 0)
    page.close()


def test_both_files_of_a_table_are_downloaded(
    reader: BrowserContext, address: str, project: Project, tmp_path: Path
) -> None:
    """The canonical CSV is the package's own, byte for byte; the other is made for Excel."""
    page = reader.new_page()
    page.goto(f"{address}{YEAR_PAGES}/income.html")
    saved = []
    for link in page.locator("a.download").all():
        with page.expect_download() as started:
            link.click()
        started.value.save_as(tmp_path / started.value.suggested_filename)
        saved.append(tmp_path / started.value.suggested_filename)
    page.close()
    assert [path.name for path in saved] == ["income.csv", "income-excel.csv"]
    package = project.packages / YEAR_PAGES / "data" / "income.csv"
    assert saved[0].read_bytes() == package.read_bytes()
    assert saved[1].read_bytes().startswith("\ufeff键,".encode())


@pytest.mark.parametrize("term", TERMS)
def test_the_search_finds_what_citizens_ask_for(
    reader: BrowserContext, address: str, term: str
) -> None:
    """A term as it is typed has results, and the first of them leads to a page that has it."""
    page = reader.new_page()
    page.goto(f"{address}about.html")
    page.locator(".md-search__input").focus()
    page.keyboard.insert_text(term)
    page.keyboard.press("End")  # what an input method sends at the end of a word
    page.locator(".md-search-result__item a").first.click()
    page.wait_for_url(lambda url: "?h=" in url)
    text = page.locator("article").inner_text().translate(QUOTES)
    page.close()
    assert term in text


def test_links_between_pages_lead_somewhere(
    reader: BrowserContext, address: str, paths: tuple[str, ...], project: Project
) -> None:
    """Breadcrumbs, sections, cards and neighbours are files of the website."""
    page = reader.new_page()
    wrong = []
    for path in paths:
        page.goto(address + path)
        hrefs = page.eval_on_selector_all(
            "a[href]", "all => all.map(each => each.getAttribute('href'))"
        )
        for href in hrefs:
            target, _ = urldefrag(urljoin(address + path, href))
            file = project.site / target.removeprefix(address)
            if not (file / "index.html" if file.is_dir() else file).is_file():
                wrong.append((path, href))
    page.close()
    assert wrong == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_follows_the_system_and_stays_readable(
    chromium: Browser, address: str, scheme: str
) -> None:
    """Light or dark as the system is; text, figures and quiet words have enough contrast."""
    with chromium.new_context(color_scheme=scheme) as context:
        page = context.new_page()
        page.goto(f"{address}{YEAR_PAGES}/three-public.html")
        background = luminance(page, "body", "backgroundColor")
        assert (background < 0.2) == (scheme == "dark")
        for each in (
            "p.lead",
            "p.reading",
            "table a.figure",
            ".remark td",
            ".legend",
            ".unit-foot a",
        ):
            text = luminance(page, each, "color")
            light, dark = max(text, background), min(text, background)
            assert (light + 0.05) / (dark + 0.05) >= 4.5, each


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
