"""Findings on the website made from the committed packages, in a real browser."""

from collections.abc import Iterator
from urllib.parse import urldefrag

import pytest
from example_site import DEPARTMENT, YEAR
from playwright.sync_api import Browser, BrowserContext, Page

from publish import packages, reconciliation
from publish.pages import finding_marks
from publish.reconciliation import Outcome, Severity, Status
from publish.website.build import Project

HERE = f"{DEPARTMENT}/{YEAR}"
QUALITY, SOURCE = f"{HERE}/quality.html", f"{HERE}/source.html"
NARROW = 390


@pytest.fixture(scope="module")
def outcome(website: Project) -> Outcome:
    """What the checks find in the package."""
    return reconciliation.run(packages.load(website.packages / HERE))


@pytest.fixture(scope="module")
def reader(chromium: Browser) -> Iterator[BrowserContext]:
    """A browser without scripts: everything here works in it."""
    with chromium.new_context(locale="zh-CN", java_script_enabled=False) as context:
        yield context


@pytest.fixture(scope="module")
def quality(reader: BrowserContext, home: str) -> Page:
    """The page 数据核对."""
    page = reader.new_page()
    page.goto(home + QUALITY)
    return page


def addresses(page: Page, selector: str) -> list[tuple[str, str]]:
    """Return page and anchor that these links lead to, as the browser resolves them."""
    found = page.eval_on_selector_all(selector, "found => found.map(each => each.href)")
    return [(place, anchor) for place, anchor in map(urldefrag, found)]


def leading(outcome: Outcome) -> set[str]:
    """Return the findings that marks lead to: of each figure the heaviest."""
    return {found[0].id for found in finding_marks.of(outcome.findings).values()}


@pytest.fixture(scope="module")
def marked(
    reader: BrowserContext, home: str, paths: tuple[str, ...]
) -> dict[str, set[tuple[str, str, str]]]:
    """The marks of each page, by its path: what each is called, and page and anchor it leads to."""
    page, found = reader.new_page(), {}
    for path in paths:
        page.goto(home + path)
        names = page.eval_on_selector_all(
            "a.mark", "found => found.map(each => each.getAttribute('aria-label'))"
        )
        ways = addresses(page, "a.mark")
        found[path] = {(name, *way) for name, way in zip(names, ways, strict=True)}
    page.close()
    return found


def test_every_mark_leads_to_its_finding(
    home: str, quality: Page, marked: dict[str, set[tuple[str, str, str]]]
) -> None:
    """On every page: the finding is seen on the page 数据核对, and says what the mark says."""
    found = set().union(*marked.values())
    assert len(found) > 10
    for name, place, anchor in found:
        target = quality.locator(f"[id='{anchor}']")
        words = name.partition("：")[2].removesuffix("查看核对")
        assert place == home + QUALITY
        assert target.is_visible()
        assert words in target.locator(".finding-text").inner_text()


def test_figures_on_the_pages_carry_their_marks(
    outcome: Outcome, marked: dict[str, set[tuple[str, str, str]]]
) -> None:
    """What findings are about and a page shows is marked; every mark is one of theirs."""
    found = {anchor for path in marked if path.startswith(HERE) for *_, anchor in marked[path]}
    assert found <= leading(outcome)
    errors = {
        finding_marks.anchor(one) for one in outcome.findings if one.severity is Severity.ERROR
    }
    assert errors
    assert errors & leading(outcome) <= found


def test_a_click_on_a_mark_ends_at_its_finding(reader: BrowserContext, home: str) -> None:
    """The mark is a link of its own beside the figure; the finding is on the screen."""
    page = reader.new_page()
    page.set_viewport_size({"width": NARROW, "height": 800})
    page.goto(f"{home}{HERE}/function.html")
    cell = page.locator("td.number", has=page.get_by_text("161.64", exact=True))
    figure = cell.locator("a.figure").get_attribute("href")
    assert str(figure).startswith("source.html#L92")
    cell.locator("a.mark").click()
    page.wait_for_url("**/quality.html#f-*")
    box = page.locator(":target h3").bounding_box()
    assert "1161.64" in page.locator(":target").inner_text()
    assert box is not None
    assert 0 < box["y"] < 800
    page.close()


def test_errors_and_warnings_have_different_shapes(reader: BrowserContext, home: str) -> None:
    """Not the colour alone: another sign, another outline, another word."""
    page = reader.new_page()
    page.goto(f"{home}{HERE}/index.html")
    shapes = {}
    for kind in ("error", "warning"):
        mark = page.locator(f"a.mark-{kind}").first
        outline = mark.evaluate("each => getComputedStyle(each, '::before').clipPath")
        shapes[mark.inner_text()] = (outline, str(mark.get_attribute("aria-label"))[5:7])
    page.close()
    assert shapes == {
        "!": ("polygon(50% 0px, 100% 100%, 0px 100%)", "错误"),
        "?": ("none", "警告"),
    }


def test_every_finding_leads_to_its_sentences(
    reader: BrowserContext, home: str, quality: Page, outcome: Outcome
) -> None:
    """All findings are on the page, and every quote of theirs has its address in the document."""
    shown = [each.get_attribute("id") for each in quality.locator("article.finding").all()]
    assert sorted(map(str, shown)) == sorted(map(finding_marks.anchor, outcome.findings))
    source = reader.new_page()
    source.goto(home + SOURCE)
    known = set(source.eval_on_selector_all("[id]", "found => found.map(each => each.id)"))
    source.close()
    for finding in outcome.findings:
        ways = addresses(quality, f"[id='{finding_marks.anchor(finding)}'] .place")
        assert {place for place, _anchor in ways} == {home + SOURCE}
        assert {anchor for _place, anchor in ways} <= known
        assert len(ways) >= min(2, len(set(finding.places))), finding.id


def test_both_sides_of_an_error_are_seen_at_once(quality: Page) -> None:
    """Nothing has to be opened to read what does not agree."""
    for article in quality.locator("article.finding-error").all():
        sides = article.locator(".side")
        for side in sides.all():
            assert side.locator("q").first.is_visible()


def test_the_page_fits_and_is_complete_without_scripts(quality: Page) -> None:
    """Numbers, table, findings and the rule stand in the page; it is no wider than a telephone."""
    quality.set_viewport_size({"width": NARROW, "height": 800})
    assert quality.evaluate("document.documentElement.scrollWidth") == NARROW
    for each in ("p.lead", "table.tallies", "#findings", "#held", "#unchecked", "#rounding"):
        assert quality.locator(each).first.is_visible(), each
    quality.locator("details.held summary").first.click()
    assert "✓" in quality.locator("details.held").first.inner_text()


def test_every_finding_leads_to_the_help_of_its_check(
    reader: BrowserContext, home: str, website: Project, quality: Page
) -> None:
    """The page exists and says when it occurs, gives an example, and what to do."""
    ways = {place for place, _anchor in addresses(quality, ".finding-check a[href*='checks/']")}
    files = {website.site / place.removeprefix(home) for place in ways}
    assert all(file.is_file() for file in files)
    page = reader.new_page()
    page.goto(min(ways))
    terms = [each.inner_text() for each in page.locator("dl.facts dt").all()]
    page.close()
    assert terms == ["举例（均为虚构）", "怎么办", "依据", "程度", "把握", "编号"]


def test_the_overview_says_how_much_was_checked(
    reader: BrowserContext, home: str, outcome: Outcome
) -> None:
    """One sentence, which leads to the page."""
    page, counts = reader.new_page(), outcome.counts()
    failed = counts[Status.FAILED]
    compared = counts[Status.PASSED] + failed + counts[Status.EXPLAINED]
    for path in ("index.html", f"{HERE}/index.html"):
        page.goto(home + path)
        said = page.locator(".checked").inner_text()
        assert f"核对了 {compared:,} 次，{failed:,} 次对不上" in said
        assert addresses(page, ".checked a") == [(home + QUALITY, "")]
    page.close()
