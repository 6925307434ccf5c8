"""Tables as readers see them: on a screen, on a phone, by keyboard, without scripts, on paper."""

from collections.abc import Callable
from typing import Any

import pytest
from example_site import DEPARTMENT, YEAR
from playwright.sync_api import Browser, Locator, Page, ViewportSize

YEAR_PAGES = f"{DEPARTMENT}/{YEAR}"
WIDE = ViewportSize(width=1280, height=800)
TABLET = ViewportSize(width=700, height=800)
PHONE = ViewportSize(width=320, height=640)

Opened = Callable[[str, ViewportSize], Page]


def table(page: Page, unit: str) -> Locator:
    """Return the table with this caption."""
    return page.locator(f"table:has(> #{unit}-caption)")


def seen(rows: Locator) -> list[str]:
    """Return the texts of those that a reader sees."""
    return [each.inner_text() for each in rows.all() if each.is_visible()]


def names(of: Locator) -> list[str]:
    """Return the names of the rows that a reader sees."""
    return seen(of.locator("tbody th[scope=row]"))


def box(of: Locator) -> dict[str, Any]:
    """Return where something stands in the window."""
    found: dict[str, Any] = of.evaluate("each => each.getBoundingClientRect().toJSON()")
    return found


def tools(page: Page, unit: str) -> Locator:
    """Return what stands above a table to filter it."""
    return page.locator(f".table-tools:has(+ .table-region #{unit}-caption)")


def header(page: Page, unit: str, title: str) -> Locator:
    """Return the header of a column."""
    return table(page, unit).locator("thead th", has_text=title)


def scrolled_past(page: Page, of: Locator) -> None:
    """Scroll until some rows of a table are above the window."""
    of.evaluate("each => scrollTo(0, each.getBoundingClientRect().top + scrollY + 150)")
    page.wait_for_timeout(50)


@pytest.mark.parametrize("size", [PHONE, WIDE])
@pytest.mark.parametrize("name", ["basic", "function", "three-public", "performance", "downloads"])
def test_no_cell_is_beside_the_window(opened: Opened, name: str, size: ViewportSize) -> None:
    """Nothing is cut off and nothing has to be pushed aside, on a phone and on a screen."""
    page = opened(name, size)
    beside = page.locator(".table-region :is(th, td)").evaluate_all(
        """cells => cells.filter((each) => {
            const box = each.getBoundingClientRect();
            return box.width > 1 && (box.right > innerWidth + 1 || box.left < 0);
        }).length"""
    )
    assert beside == 0


def test_figures_of_a_column_end_on_one_line(opened: Opened) -> None:
    """Digits have one width and stand on the right, whatever sign stands beside them."""
    page = opened("function", WIDE)
    for column in (4, 5):
        figures = table(page, "items").locator(f"tbody tr > :nth-child({column}) a.figure")
        ends = {round(box(each)["right"]) for each in figures.all()}
        assert len(ends) == 1
    assert figures.first.evaluate("each => getComputedStyle(each).fontVariantNumeric") == (
        "tabular-nums"
    )


@pytest.mark.parametrize("size", [PHONE, WIDE])
def test_the_header_stays_below_that_of_the_website(opened: Opened, size: ViewportSize) -> None:
    """Who reads the twentieth row still sees what its numbers are."""
    page = opened("basic", size)
    scrolled_past(page, table(page, "basic"))
    above = box(page.locator(".md-header"))
    head = box(header(page, "basic", "金额"))
    assert head["top"] == pytest.approx(above["bottom"], abs=2)
    assert page.evaluate(
        """([x, y]) => document.elementFromPoint(x, y).closest("th")?.textContent""",
        [head["right"] - 12, head["bottom"] - 12],
    ).startswith("金额")


def test_the_first_column_stays_beside_a_table_that_scrolls(opened: Opened) -> None:
    """A table that is too wide for a tablet scrolls in its region; the page does not."""
    page = opened("performance", TABLET)
    region = page.locator(".table-region:has(table.evaluations)")
    assert region.get_attribute("tabindex") == "0"
    region.focus()
    region.evaluate("each => each.scrollTo(300, 0)")
    name = table(page, "self-evaluations").locator("tbody th").first
    assert box(name)["left"] == pytest.approx(box(region)["left"], abs=1)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_region_that_does_not_scroll_takes_no_focus(opened: Opened) -> None:
    """Nobody has to pass a region by keyboard in which there is nothing to do."""
    page = opened("function", WIDE)
    regions = page.locator(".table-region").all()
    assert [region.get_attribute("tabindex") for region in regions] == [None] * len(regions)


def test_no_header_hides_what_has_the_focus(opened: Opened) -> None:
    """Going back through a long table, each figure that has the focus is seen."""
    page = opened("basic", WIDE)
    table(page, "basic").locator("tbody a.figure").last.focus()
    for _ in range(16):
        page.keyboard.press("Shift+Tab")
        assert page.evaluate(
            """() => {
                const each = document.activeElement, box = each.getBoundingClientRect();
                const there = document.elementFromPoint(box.x + box.width / 2, box.y + 4);
                return each === there || each.contains(there);
            }"""
        )


def test_a_row_folds_into_a_list_on_a_phone(opened: Opened) -> None:
    """Below its name stands each cell behind the title of its column, and it is still a row."""
    page = opened("three-public", PHONE)
    row = table(page, "three-public").locator("tbody tr").nth(2)
    cells = row.locator("th, td").all()
    tops = [box(cell)["top"] for cell in cells]
    assert tops == sorted(set(tops))
    told = [cell.evaluate("each => getComputedStyle(each, '::before').content") for cell in cells]
    assert told[0] == "none"
    assert told[1:3] == ['"决算数（万元）" / ""', '"完成预算（%）" / ""']
    roles = [cell.get_attribute("role") for cell in cells]
    assert (row.get_attribute("role"), roles) == ("row", ["rowheader", *["cell"] * 5])


def test_a_table_is_sorted_by_the_keyboard_alone(opened: Opened) -> None:
    """Tab to a header, Enter: largest first, smallest first, the order of the document."""
    page = opened("performance", WIDE)
    evaluations = table(page, "self-evaluations")
    before, amount = names(evaluations), header(page, "self-evaluations", "金额")
    status = tools(page, "self-evaluations").get_by_role("status")
    tools(page, "self-evaluations").locator("input").focus()
    for _ in range(3):
        page.keyboard.press("Tab")
    assert amount.locator("button").evaluate("each => each === document.activeElement")
    page.keyboard.press("Enter")
    assert amount.get_attribute("aria-sort") == "descending"
    largest = names(evaluations)
    assert (largest[0], largest[-1]) == ("攀枝花市应急救援能力提升", "儿童福利支出")
    assert status.inner_text() == "按“金额（万元）”从大到小排列"
    page.keyboard.press("Space")
    assert amount.get_attribute("aria-sort") == "ascending"
    assert names(evaluations)[0] == "儿童福利支出"
    page.keyboard.press("Enter")
    assert amount.get_attribute("aria-sort") is None
    assert names(evaluations) == before


def test_totals_stay_and_parts_follow_their_row(opened: Opened) -> None:
    """A total is no competitor of its parts, and 其中 means nothing elsewhere."""
    page = opened("three-public", WIDE)
    header(page, "three-public", "决算数").locator("button").press("Enter")
    assert names(table(page, "three-public")) == [
        "“三公”经费合计",
        "公务用车购置及运行维护费",
        "公务用车运行维护费",
        "公务用车购置费",
        "公务接待费",
        "国内公务接待",
        "外事接待",
        "因公出国（境）费",
    ]


def test_a_remark_follows_its_row(opened: Opened) -> None:
    """The reason that a department gives stays below the figure that it is about."""
    page = opened("three-public", WIDE)
    rows = table(page, "three-public").locator("tbody tr")
    header(page, "three-public", "决算数").locator("button").press("Enter")
    texts = [row.inner_text() for row in rows.all()]
    at = next(at for at, text in enumerate(texts) if "缩减三公经费" in text)
    assert texts[at - 1].startswith("公务用车购置及运行维护费")


def test_what_is_not_stated_stands_last_either_way(opened: Opened) -> None:
    """A dash is no number, neither the smallest nor the largest."""
    page = opened("performance", WIDE)
    evaluations = table(page, "self-evaluations")
    cells = evaluations.locator("tbody td.number:nth-of-type(4)")
    for first in ("100", "1"):
        header(page, "self-evaluations", "执行率").locator("button").press("Enter")
        shown = seen(cells)
        assert shown[0].startswith(first)
        assert ["—" in text for text in shown] == [False] * 5 + [True] * 10


def test_sizes_of_files_are_compared_as_sizes(opened: Opened) -> None:
    """1.2 KB is more than 922 B."""
    page = opened("downloads", WIDE)
    header(page, "files", "CSV").locator("button").press("Enter")
    sizes = seen(table(page, "files").locator("tbody td:nth-of-type(2)"))
    units = [size.split()[-1] for size in sizes]
    assert units == sorted(units, key=["MB", "KB", "B"].index)


def test_a_table_is_filtered_by_the_keyboard_alone(opened: Opened) -> None:
    """Words are looked for in the whole row; the count is announced; Escape shows all again."""
    page = opened("performance", WIDE)
    evaluations = table(page, "self-evaluations")
    total = len(names(evaluations))
    page.get_by_label("筛选“部门整体支出绩效自评：每一个项目”的行").focus()
    page.keyboard.insert_text("人才 100%")
    assert names(evaluations) == ["2020年人才专项经费", "人才专项经费第五批"]
    status = tools(page, "self-evaluations").get_by_role("status")
    assert status.inner_text() == f"{total} 行中有 2 行"
    page.keyboard.press("Escape")
    assert len(names(evaluations)) == total


def test_a_filter_keeps_what_belongs_together(opened: Opened) -> None:
    """A part is shown below its row, a row with its parts, a figure as it is typed or printed."""
    page = opened("three-public", WIDE)
    tools(page, "counts").locator("input").fill("其他车辆")
    assert names(table(page, "counts")) == ["公务用车保有量", "其他车辆"]
    tools(page, "counts").locator("input").fill("公务用车保有量")
    assert names(table(page, "counts")) == [
        "公务用车保有量",
        "轿车",
        "越野车",
        "载客汽车",
        "其他车辆",
    ]
    page = opened("performance", WIDE)
    tools(page, "self-evaluations").locator("input").fill("1300")
    assert names(table(page, "self-evaluations")) == ["攀枝花市应急救援能力提升"]


def test_a_table_that_fits_a_screen_has_no_filter(opened: Opened) -> None:
    """Eight rows are sorted, and read at a glance."""
    page = opened("three-public", WIDE)
    assert tools(page, "three-public").count() == 1
    assert tools(page, "three-public").locator("input").count() == 0


def test_a_heading_without_rows_is_not_shown(opened: Opened) -> None:
    """A filtered table of indicators has the headings of those that are left."""
    page = opened("project-p01", WIDE)
    indicators = table(page, "indicators")
    headings = indicators.locator("tr.group")
    assert len(seen(headings)) > 1
    tools(page, "indicators").locator("input").fill("26人")
    assert len(seen(headings)) == 1
    assert len(names(indicators)) == 1


def test_a_short_table_has_no_buttons(opened: Opened) -> None:
    """Two rows are seen at a glance."""
    page = opened("income", WIDE)
    assert table(page, "totals").locator("tbody tr").count() > 1
    assert table(page, "totals").locator("button.sort").count() == 0
    assert tools(page, "totals").count() == 0


def test_a_table_says_what_a_dash_means(opened: Opened) -> None:
    """Not published and zero are told apart in words, in the cell and below the table."""
    page = opened("three-public", WIDE)
    missing = table(page, "three-public").locator("td.missing").first
    assert missing.inner_text().replace("\n", "") == "—未公布"
    assert "不等于零" in page.locator(".legend").first.inner_text()


def test_tables_are_whole_without_scripts(chromium: Browser, opened: Opened, home: str) -> None:
    """The same rows in the order of the document, and nothing to press that does nothing."""
    expected = names(table(opened("basic", WIDE), "basic"))
    with chromium.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{home}{YEAR_PAGES}/basic.html")
        assert names(table(page, "basic")) == expected
        assert page.locator("button.sort, .table-tools").count() == 0


def test_paper_has_what_a_reader_came_for(opened: Opened) -> None:
    """No way to click on and no control; at the end the data and the address of the page."""
    page = opened("three-public", WIDE)
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    gone = ".md-header, .crumbs, .sections, .pager, .table-tools, .unit-foot, .site-footer section"
    assert [each for each in page.locator(gone).all() if each.is_visible()] == []
    assert seen(page.locator(".colophon")) == [
        "数据：攀枝花市应急管理局2020年度部门决算，第 1.0.0 版，2026-11-23。",
        f"本页地址：{page.url}",
    ]
    figure = table(page, "three-public").locator("a.figure").first
    assert figure.evaluate("each => getComputedStyle(each).textDecorationLine") == "none"
    assert table(page, "three-public").evaluate("each => getComputedStyle(each.tHead).display") == (
        "table-header-group"
    )
    page.emulate_media(media="screen")
