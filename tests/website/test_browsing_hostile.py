"""A package whose every text tries to become a part of the page is shown as the texts it has.

Every page of its website is opened in a real browser.
"""

import csv
from collections.abc import Mapping
from pathlib import Path

import hostile_packages
import pytest
import sights
import tours
from example_site import DEPARTMENT, YEAR, whole
from playwright.sync_api import Browser, Page, ViewportSize

from publish.website import build
from publish.website.build import Project

pytestmark = pytest.mark.slow

PHONE = ViewportSize(width=390, height=800)

# What attacks would leave behind, and what the pages would lack after them.
_LEFT = """
() => {
  const foreign = `
    [onerror], [onload], [onfocus], [onclick], [autofocus], iframe, object, embed, base, s, td > b,
    td > i, a[href^='javascript:'], [action*='hostile'], [src*='hostile'], [src='x']`;
  const scripts = [...document.scripts]
    .filter(each => each.textContent.includes("hostile") && !each.type.endsWith("json"));
  const found = [...document.querySelectorAll(foreign), ...scripts]
    .map(each => each.outerHTML.slice(0, 90));
  if (window.hostile !== undefined) found.push(`a script ran: ${window.hostile}`);
  for (const part of ["h1", "main", "footer"])
    if (document.querySelectorAll(part).length !== 1) found.push(`not one ${part}`);
  const about = [...document.querySelectorAll("meta[content]")].map(each => each.content);
  const text = [document.title, ...about, document.body.textContent].join(" ");
  if (/[\\u202a-\\u202e\\u2066-\\u2069]/.test(text)) found.push("a text changes its direction");
  return found;
}
"""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A website that is built, without a complaint, from a hostile package."""
    made = whole(tmp_path_factory.mktemp("hostile"))
    hostile_packages.spoil(made.packages / DEPARTMENT / str(YEAR))
    build.run(made)
    return made


@pytest.fixture(scope="module")
def faults(project: Project, chromium: Browser, site_server: tours.Server) -> tours.Faults:
    """What is wrong on any page, by claim."""

    def look(page: Page) -> Mapping[str, list[str]]:
        return {"attacks": page.evaluate(_LEFT), "wide": sights.too_wide(page)}

    with chromium.new_context(locale="zh-CN", viewport=PHONE) as context:
        home = f"{site_server(project.site)}/"
        return tours.through(context, home, tours.pages(project.site), look)


def texts(path: Path) -> Mapping[str, str]:
    """Return all that stands in each column of a table."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return {name: "\n".join(row[name] for row in rows) for name in rows[0]}


def test_every_text_of_every_table_is_an_attack(project: Project) -> None:
    """Every column with Chinese in it, but for numbers, units and names of the classification."""
    attacks = tuple(hostile_packages.ATTACKS.values())
    tame = {
        f"{path.stem}.{name}"
        for path in (project.packages / DEPARTMENT / str(YEAR) / "data").glob("*.csv")
        for name, text in texts(path).items()
        if any("\u4e00" <= letter <= "\u9fff" for letter in text)
        and not any(attack in text for attack in attacks)
    }
    assert tame == {
        "economic-classification.name",
        "functional-classification.name",
        "evaluation-reports.section",
        "outline.number_as_printed",
        "budget-execution.unit_as_published",
        "expenditure-by-function.unit_as_published",
    }


def test_no_attack_becomes_a_part_of_a_page(faults: tours.Faults) -> None:
    """No script, picture, frame, form or link of theirs; no script ran; every page is whole."""
    assert faults["attacks"] == []


def test_nothing_is_blocked_because_nothing_is_tried(faults: tours.Faults) -> None:
    """No dialog, no request, no error: the policy has nothing to do."""
    assert faults["heard"] == []


def test_words_without_an_end_fit_on_a_phone(faults: tours.Faults) -> None:
    """10,000 letters in a row are broken, or scroll inside their own region."""
    assert faults["wide"] == []


def test_the_attacks_are_read_as_text(
    project: Project, site_server: tours.Server, page: Page
) -> None:
    """The name of the department stands on every page of the year as it stands in the package."""
    name = hostile_packages.attacked("攀枝花市应急管理局")
    home = site_server(project.site)
    for path in ("index.html", "project-p02.html", "quality.html", "source.html"):
        page.goto(f"{home}/{DEPARTMENT}/{YEAR}/{path}")
        assert name in page.locator("body").evaluate("body => body.textContent"), path
