// Charts that answer: a note at each bar for mouse, touch and keyboard, and a button that copies.
// A chart is one stop of the Tab key; arrows, Home and End move over its bars, Escape leaves them.
// Every word stands in the page.
(() => {
  "use strict";

  const NEXT = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };
  const PATIENCE = 150; // milliseconds to come from a bar to its note

  // ------------------------------------------------------------------ the note of a figure

  const notes = (figure) => {
    const tip = document.createElement("div");
    tip.className = "chart-tip";
    tip.hidden = true;
    tip.setAttribute("aria-hidden", "true"); // the bar itself has these words
    figure.append(tip);
    let told = null;
    let waiting = 0;

    const hide = () => {
      clearTimeout(waiting);
      told?.classList.remove("is-told");
      told = null;
      tip.hidden = true;
    };
    const leave = () => {
      clearTimeout(waiting);
      waiting = setTimeout(hide, PATIENCE);
    };
    const show = (bar) => {
      hide();
      told = bar;
      bar.classList.add("is-told");
      tip.textContent = bar.getAttribute("aria-label");
      const [box, room] = [bar.getBoundingClientRect(), figure.getBoundingClientRect()];
      const above = box.top - room.top - tip.offsetHeight - 4;
      const fits = box.top - tip.offsetHeight - 4 > 0;
      tip.style.top = `${fits ? above : box.bottom - room.top + 4}px`;
      const middle = box.left - room.left + (box.width - tip.offsetWidth) / 2;
      tip.style.left = `${Math.max(0, Math.min(middle, room.width - tip.offsetWidth))}px`;
      tip.hidden = false;
    };
    tip.addEventListener("pointerenter", () => clearTimeout(waiting));
    tip.addEventListener("pointerleave", leave);
    document.addEventListener("keydown", (event) => { if (event.key === "Escape") hide(); });
    document.addEventListener("pointerdown", (event) => {
      if (told && !figure.contains(event.target)) hide();
    });
    return { show, hide, leave };
  };

  // ------------------------------------------------------------------ the bars of a drawing

  const bars = (drawing) => [...drawing.querySelectorAll("path > title")].map((title) => {
    const bar = title.parentNode;
    bar.setAttribute("role", "img");
    bar.setAttribute("aria-label", title.textContent);
    bar.classList.add("chart-bar");
    title.remove();
    return bar;
  });

  const enhance = (drawing, figure, note) => {
    const found = bars(drawing);
    if (!found.length) return;
    // An image hides what is in it: with bars to read it becomes a group, and its text is theirs.
    drawing.setAttribute("role", "group");
    drawing.setAttribute("aria-roledescription", figure.dataset.role);
    drawing.querySelectorAll("text").forEach((text) => text.setAttribute("aria-hidden", "true"));
    let stop = 0;

    const move = (at) => {
      found[stop].setAttribute("tabindex", "-1");
      stop = Math.max(0, Math.min(at, found.length - 1));
      found[stop].setAttribute("tabindex", "0");
    };
    const keys = (event) => {
      if (event.altKey || event.ctrlKey || event.metaKey) return;
      const ends = { Home: 0, End: found.length - 1 };
      const at = event.key in NEXT ? stop + NEXT[event.key] : ends[event.key];
      if (event.key === "Escape") found[stop].blur();
      if (at === undefined) return;
      event.preventDefault();
      move(at);
      found[stop].focus();
    };

    found.forEach((bar, at) => {
      bar.setAttribute("tabindex", at ? "-1" : "0");
      bar.addEventListener("focus", () => { move(at); note.show(bar); });
      bar.addEventListener("blur", note.hide);
      bar.addEventListener("keydown", keys);
      bar.addEventListener("pointerenter", () => note.show(bar));
      bar.addEventListener("pointerleave", note.leave);
      bar.addEventListener("click", () => note.show(bar));
    });
    const [first] = found;
    first.setAttribute("aria-description", figure.dataset.keys);
  };

  // ------------------------------------------------------------------ the code to embed

  const embed = (area) => {
    const { root, address, copy, copied } = area.dataset;
    if (location.protocol.startsWith("http")) {
      area.value = area.value.replaceAll(address, new URL(root, location.href).href);
      area.closest("details").querySelector(".chart-incomplete")?.remove();
    }
    const button = Object.assign(document.createElement("button"), {
      type: "button", className: "chart-copy", textContent: copy,
    });
    const said = document.createElement("span");
    said.className = "chart-copied";
    said.setAttribute("role", "status");
    button.addEventListener("click", async () => {
      area.select();
      try {
        await navigator.clipboard.writeText(area.value);
      } catch {
        document.execCommand("copy"); // from a disk there is no other way
      }
      said.textContent = ` ${copied}`;
    });
    area.after(button, said);
  };

  for (const figure of document.querySelectorAll("figure.chart")) {
    const note = notes(figure);
    figure.querySelectorAll("svg").forEach((drawing) => enhance(drawing, figure, note));
    figure.querySelectorAll("textarea").forEach(embed);
  }
})();
