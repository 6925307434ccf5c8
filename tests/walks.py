"""A walk through a page with the Tab key, as somebody walks who has no mouse."""

from playwright.sync_api import Page

# A script may bring things into the page while somebody walks: more stops than at first.
MORE = 50

# Scripts decide what is a stop once they have seen how wide everything is: two frames later.
_SETTLED = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"

# What can be reached by Tab. A closed <details> hides what is in it, and `inert` takes it away.
_PREPARE = """
() => {
  const many = "a[href], button, input, select, textarea, summary, [tabindex], [contenteditable]";
  window.__walk = [...document.querySelectorAll(many)].filter(each =>
    each.tabIndex >= 0 && !each.disabled && !each.closest("[inert]") &&
    each.checkVisibility({visibilityProperty: true}));
  window.__met = new Set();
  window.__named = each => `<${each.tagName.toLowerCase()}> .${each.getAttribute("class")} ` +
    (each.getAttribute("aria-label") || each.textContent || each.name || "").trim().slice(0, 40);
  return window.__walk.length;
}
"""

# What is wrong with the place where the walk is now.
_LOOK = """
(here) => {
  // The theme hides a radio and shows the label after it; a bar's ring is its stroke.
  const shown = here.type === "radio" ? here.nextElementSibling : here;
  const wrong = [], style = getComputedStyle(shown);
  const outlined = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1;
  const stroked = here instanceof SVGElement && style.stroke !== "none"
    && parseFloat(style.strokeWidth) >= 2;
  if (!outlined && !stroked && style.boxShadow === "none") wrong.push("has no ring");
  const seen = [...shown.getClientRects()].map(box => [
    Math.max(box.left, 0), Math.max(box.top, 0),
    Math.min(box.right, innerWidth), Math.min(box.bottom, innerHeight),
  ]).filter(([left, top, right, bottom]) => right - left >= 1 && bottom - top >= 1);
  if (!seen.length) wrong.push("is not on the screen");
  else if (!seen.some(([left, top, right, bottom]) => {
    const hit = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    return hit && shown.contains(hit);
  })) wrong.push("is covered");
  if (!shown.checkVisibility({opacityProperty: true, visibilityProperty: true}))
    wrong.push("is not visible");
  return wrong.join(", ");
}
"""

# Where the walk is now: its name, and what is wrong with it. Null: it has left the page.
# On a phone the search opens once it has the focus: what is not yet there is looked at again.
_STOP = f"""
async () => {{
  const here = document.activeElement, look = {_LOOK};
  if (!here || here === document.body || window.__met.has(here)) return null;
  window.__met.add(here);
  if (look(here)) {{
    await ({_SETTLED})();
    await Promise.all(document.getAnimations().map(each => each.finished.catch(() => 0)));
  }}
  return [window.__named(here), look(here)];
}}
"""

_MISSED = """
() => window.__walk
  .filter(each => !window.__met.has(each) && each.checkVisibility({visibilityProperty: true}))
  .filter(each => each.type !== "radio" && each.tabIndex >= 0)
  .map(each => `${window.__named(each)} is never reached`)
"""


def _walk(page: Page, most: int) -> list[tuple[str, str]]:
    """Press Tab until the walk leaves the page, or so many times; return the stops."""
    stops: list[tuple[str, str]] = []
    while len(stops) < most:
        page.keyboard.press("Tab")
        stop = page.evaluate(_STOP)
        if stop is None:
            break
        stops.append(stop)
    return stops


def faults(page: Page) -> list[str]:
    """Walk through the whole page; return what a person without a mouse would complain about."""
    page.evaluate(_SETTLED)
    stops = _walk(page, page.evaluate(_PREPARE) + MORE)
    found = [] if "md-skip" in stops[0][0] else [f"begins at {stops[0][0]}, not at the skip link"]
    found += [f"{name} {wrong}" for name, wrong in stops if wrong]
    return [*found, *page.evaluate(_MISSED)]
