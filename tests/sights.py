"""What can be measured on a page that is open in a browser; each function returns what is wrong."""

from playwright.sync_api import Page

SMALLEST_CHART = (250, 100)
A4 = {"width": 794, "height": 1123}  # pixels at 96 dpi

# Colours and boxes that move slowly have arrived.
_STILL = "() => Promise.all(document.getAnimations().map(each => each.finished.catch(() => 0)))"

# Scripts that watch a size have answered.
_SETTLED = "() => new Promise(after => requestAnimationFrame(() => requestAnimationFrame(after)))"

# The first thing that reaches over the right edge names the cause. What scrolls inside a box of
# its own does not.
_WIDE = """
() => {
  const root = document.documentElement, room = root.clientWidth;
  if (root.scrollWidth <= room) return [];
  const inside = each => {
    for (let box = each.parentElement; box && box !== document.body; box = box.parentElement)
      if (getComputedStyle(box).overflowX !== "visible") return true;
    return false;
  };
  const guilty = [...document.querySelectorAll("body *")].find(each =>
    each.getBoundingClientRect().right > room + 1 && !inside(each));
  return [`${root.scrollWidth} of ${room} px: ${guilty ? guilty.outerHTML.slice(0, 90) : "?"}`];
}
"""

_CHARTS = """
([width, height]) => [...document.querySelectorAll("figure.chart")].flatMap((chart, number) => {
  if (!chart.checkVisibility()) return [];
  const seen = [...chart.querySelectorAll("svg, img")]
    .filter(each => each.checkVisibility({opacityProperty: true, visibilityProperty: true}))
    .map(each => each.getBoundingClientRect())
    .filter(box => box.width >= width && box.height >= height);
  return seen.length === 1 ? [] : [`chart ${number}: ${seen.length} drawings are seen`];
})
"""

# Words of the page that a reader sees; what scripts add (buttons, notices) is left out.
_WORDS = """
() => [...document.querySelectorAll(
    "article :is(h1, h2, h3, h4, th, td, p.lead, p.takeaway, figcaption p)")]
  .filter(each => each.checkVisibility({visibilityProperty: true}))
  .map(each => each.tagName + " " + each.textContent.replace(/[¶\\s]+/g, ""))
"""

# What is printed: no ways of the screen, nothing that a sheet of paper cannot scroll to.
_PAPER = """
() => {
  const name = each => each.outerHTML.slice(0, 90), shown = each => each.checkVisibility();
  const ways = "header.md-header, .md-sidebar, nav.sections, nav.crumbs, nav.years, nav.pager, " +
    ".md-search, .md-top, .table-tools, .chart-files, .skip, .md-skip";
  const left = [...document.querySelectorAll(ways)].filter(shown)
    .filter(each => each.getBoundingClientRect().height > 1);
  const cut = [...document.querySelectorAll("article *")].filter(shown).filter(each => {
    const style = getComputedStyle(each);
    return each.clientWidth > 1 && style.position !== "absolute"
      && (style.overflowX !== "visible" && each.scrollWidth > each.clientWidth + 1
      || style.overflowY !== "visible" && each.scrollHeight > each.clientHeight + 1);
  });
  return [...left.map(each => "printed: " + name(each)), ...cut.map(each => "cut: " + name(each))];
}
"""

# What a page is called, how its headings follow each other, and what its links could mean twice.
_OUTLINE = """
() => {
  const wrong = [], root = document.documentElement;
  if (!document.title.trim()) wrong.push("no title");
  if (!root.lang) wrong.push("no language");
  const heads = [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")]
    .filter(each => each.checkVisibility({visibilityProperty: true}))
    .map(each => [Number(each.tagName[1]), each.textContent.trim()]);
  if (heads.filter(([level]) => level === 1).length !== 1) wrong.push("not one h1");
  heads.forEach(([level, text], at) => {
    if (!text) wrong.push(`h${level} says nothing`);
    if (level > (at ? heads[at - 1][0] : 0) + 1) wrong.push(`h${level} ${text} skips a level`);
  });
  const ids = [...document.querySelectorAll("[id]")].map(each => each.id);
  const twice = ids.filter((id, at) => ids.indexOf(id) !== at);
  const named = each => (each.textContent + (each.getAttribute("aria-label") || "")
    + [...each.querySelectorAll("img")].map(one => one.alt).join("")).trim();
  const mute = [...document.querySelectorAll("a[href]")]
    .filter(each => each.checkVisibility() && !named(each));
  return [...wrong, ...twice.map(id => `twice: #${id}`),
    ...mute.map(each => "says nothing: " + each.outerHTML.slice(0, 90))];
}
"""

_INJECT = """
async () => {
  let blocked = 0;
  const both = new Promise(done => {
    addEventListener("securitypolicyviolation", () => { if (++blocked === 2) done(); });
    setTimeout(done, 2000);
  });
  const script = document.createElement("script");
  script.textContent = "window.__ran = 'a script'";
  document.body.append(script);
  const button = document.createElement("button");
  button.setAttribute("onclick", "window.__ran = 'a handler'");
  document.body.append(button);
  button.click();
  await both;
  return window.__ran || blocked !== 2 ? [`ran: ${window.__ran}, blocked: ${blocked} of 2`] : [];
}
"""


def still(page: Page) -> None:
    """Wait until nothing moves."""
    page.evaluate(_STILL)


def sized(page: Page, width: int, height: int = 800) -> None:
    """Give the window another size."""
    page.set_viewport_size({"width": width, "height": height})


def too_wide(page: Page) -> list[str]:
    """Return what makes the page wider than its window."""
    return list(page.evaluate(_WIDE))


def too_wide_at(page: Page, width: int) -> list[str]:
    """Return what makes the page wider than a window of this width."""
    sized(page, width)
    return [f"at {width} px: {each}" for each in too_wide(page)]


def too_wide_in_large_type(page: Page) -> list[str]:
    """Return what makes the page wider than its window when all type is twice as large."""
    size = page.evaluate(
        "() => { const root = document.documentElement;"
        "const size = parseFloat(getComputedStyle(root).fontSize);"
        "root.style.fontSize = `${2 * size}px`; return size; }"
    )
    page.evaluate(_SETTLED)
    found = [f"at 200 %: {each}" for each in too_wide(page)]
    page.evaluate("() => document.documentElement.style.removeProperty('font-size')")
    assert size > 0
    return found


def badly_built(page: Page) -> list[str]:
    """Return what is wrong with the title, the headings, the ids and the names of the links."""
    return list(page.evaluate(_OUTLINE))


def unseen_charts(page: Page) -> list[str]:
    """Return the charts of which not exactly one drawing is seen, large enough to read."""
    return list(page.evaluate(_CHARTS, list(SMALLEST_CHART)))


def words(page: Page) -> list[str]:
    """Return headings, first sentences and cells that are seen, in order."""
    return list(page.evaluate(_WORDS))


def on_paper(page: Page) -> list[str]:
    """Return what is wrong with the page as it is printed on A4."""
    page.emulate_media(media="print")
    page.set_viewport_size({"width": A4["width"], "height": A4["height"]})
    found = [*page.evaluate(_PAPER), *too_wide(page)]
    page.emulate_media(media="screen")
    return [f"on paper: {each}" for each in found]


def injected_scripts(page: Page) -> list[str]:
    """Return which of the scripts that somebody brings into the page ran or was not blocked."""
    return list(page.evaluate(_INJECT))
