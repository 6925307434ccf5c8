"""axe-core, which judges whether a page can be used by everybody, run inside the browser.

The script comes with the package axe-playwright-python; nothing else of that package is used.
"""

from importlib.resources import files

from playwright.sync_api import Page

SCRIPT = (files("axe_playwright_python") / "axe.min.js").read_text("utf-8")

# WCAG 2.2 AA holds all that came before it; best practices are what auditors ask for beside it.
TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")

# The two rules that a change of the colours can break.
COLOURS = ("color-contrast", "link-in-text-block")

_RUN = """
async runOnly => {
  const found = await axe.run(document, {runOnly, resultTypes: ["violations"], preload: false});
  return found.violations.map(each => {
    const places = each.nodes.map(node => node.target.join(" "));
    return `${each.id}: ${places.length} × ${places[0]}: ${each.nodes[0].html.slice(0, 120)}`;
  });
}
"""


def bring(page: Page) -> None:
    """Put axe into a page that was just opened."""
    page.evaluate(SCRIPT)


def violations(page: Page) -> list[str]:
    """Return what is wrong for WCAG 2.2 AA or against best practice, one line for each rule."""
    return _violations(page, "tag", TAGS)


def unreadable(page: Page) -> list[str]:
    """Return what cannot be told from its ground, or from the words around it, by its colour."""
    return _violations(page, "rule", COLOURS)


def _violations(page: Page, kind: str, values: tuple[str, ...]) -> list[str]:
    found: list[str] = page.evaluate(_RUN, {"type": kind, "values": list(values)})
    return found
