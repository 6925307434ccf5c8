// Tables in their regions: long ones get buttons in their headers and a field that filters rows, a
// header stays in sight where the table fits its region, and folded rows stay a table for screen
// readers. Without this script they are the same tables, whole and in the order of the document.
(() => {
  "use strict";

  const ENOUGH = 6; // rows to sort; fewer are seen at a glance
  const MANY = 12; // rows to filter; fewer fit a screen
  const ORDER = new Intl.Collator("zh-Hans", { numeric: true });
  const BYTES = { B: 1, KB: 1024, MB: 1024 ** 2, GB: 1024 ** 3 };

  const data = document.getElementById("__texts");
  const words = data ? JSON.parse(data.textContent).tables : null;
  if (!words) return;

  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
  const element = (name, options) => Object.assign(document.createElement(name), options);
  const plain = (text) =>
    text.normalize("NFKC").replace(/(\d),(?=\d{3})/g, "$1").replace(/\s+/g, " ").trim().toLowerCase();

  // ---------------------------------------------------------------- rows and what belongs to them

  // An entry is a row with the remarks on it and with the rows that are parts of it.
  const entries = (body) => {
    const found = [];
    for (const row of body.rows) {
      const last = found.at(-1);
      if (row.matches(".remark") && last) (last.parts.at(-1) ?? last).rows.push(row);
      else if (row.matches(".part") && last) last.parts.push({ rows: [row], parts: [] });
      else found.push({ rows: [row], parts: [] });
    }
    return found;
  };

  const isHeading = (entry) => entry.rows[0].matches(".group");
  const isPinned = (entry) => entry.rows[0].matches(".group, .total");
  const flat = (list) => list.flatMap((entry) => [...entry.rows, ...flat(entry.parts)]);
  const counted = (list) =>
    list.reduce((sum, entry) => sum + !isHeading(entry) + counted(entry.parts), 0);

  // A heading and the entries below it, up to the next heading.
  const runs = (list) => {
    const found = [];
    for (const entry of list) {
      if (isHeading(entry) || !found.length) found.push([]);
      found.at(-1).push(entry);
    }
    return found;
  };

  // ---------------------------------------------------------------- sorting

  // "1,300" and "2.1 KB" are numbers, "—" is not stated.
  const value = (entry, column, isNumber) => {
    const text = entry.rows[0].cells[column].textContent.trim();
    if (!isNumber) return text || null;
    const found = text.replace(/,/g, "").replace("\u2212", "-").match(/^([+-]?\d+(?:\.\d+)?)(?: ([KMG]?B)$)?/);
    return found ? Number(found[1]) * (BYTES[found[2]] ?? 1) : null;
  };

  const compared = (one, other) =>
    typeof one === "number" ? one - other : ORDER.compare(one, other);

  // What is not stated stands last, either way.
  const comparison = (column, isNumber, way) => (one, other) => {
    const [a, b] = [one, other].map((entry) => value(entry, column, isNumber));
    if (a === null || b === null) return (a === null) - (b === null);
    return way === "descending" ? compared(b, a) : compared(a, b);
  };

  // Totals and headings stay where they are; parts move with the row that they belong to.
  const sorted = (list, order) => {
    const movable = list.filter((entry) => !isPinned(entry)).sort(order);
    return list
      .map((entry) => (isPinned(entry) ? entry : movable.shift()))
      .map((entry) => ({ rows: entry.rows, parts: sorted(entry.parts, order) }));
  };

  const sortedBody = (list, order) => runs(list).flatMap((run) => sorted(run, order));

  const addSorting = (table, bodies, status) => {
    const headers = [...table.tHead.rows[0].cells];
    const sort = (header, column) => {
      const isNumber = header.matches(".number");
      const [first, second] = isNumber ? ["descending", "ascending"] : ["ascending", "descending"];
      const way = { [first]: second, [second]: null }[header.getAttribute("aria-sort")];
      const next = way === undefined ? first : way;
      headers.forEach((other) => other.removeAttribute("aria-sort"));
      if (next) header.setAttribute("aria-sort", next);
      const order = comparison(column, isNumber, next);
      bodies.forEach(({ body, list }) => body.append(...flat(next ? sortedBody(list, order) : list)));
      const told = next === "ascending" ? words.ascending : words.descending;
      status.textContent = next ? fill(told, { column: header.textContent.trim() }) : words.unsorted;
    };
    headers.forEach((header, column) => {
      if (header.querySelector("a")) return; // a link cannot stand in a button
      const button = element("button", { type: "button", className: "sort" });
      button.append(...header.childNodes);
      header.append(button);
      button.addEventListener("click", () => sort(header, column));
    });
  };

  // ---------------------------------------------------------------- filtering

  const show = (rows, isShown) => rows.forEach((row) => { row.hidden = !isShown; });

  // A row that fits shows its parts, and a part that fits shows the row that it belongs to.
  const filtered = (entry, fits, isPart) => {
    const own = isPart || fits(plain(entry.rows.map((row) => row.textContent).join(" ")));
    const below = entry.parts.map((part) => filtered(part, fits, own));
    const isShown = own || below.some((part) => part > 0);
    show(entry.rows, isShown);
    return isShown + below.reduce((sum, count) => sum + count, 0);
  };

  const filteredRun = (run, fits) => {
    const [heading, rest] = isHeading(run[0]) ? [run[0], run.slice(1)] : [null, run];
    const shown = rest.reduce((sum, entry) => sum + filtered(entry, fits, false), 0);
    if (heading) show(heading.rows, shown > 0);
    return shown;
  };

  const addFilter = (table, bodies, count, status) => {
    const label = table.caption ? table.caption.textContent.trim() : "";
    const input = element("input", { type: "search", autocomplete: "off", placeholder: words.hint });
    input.setAttribute("aria-label", fill(words.filter_label, { table: label }));
    const field = element("label", { className: "table-filter" });
    field.append(element("span", { textContent: words.filter }), input);
    const filter = () => {
      const wanted = plain(input.value).split(" ").filter(Boolean);
      const fits = (text) => wanted.every((word) => text.includes(word));
      const shown = bodies
        .flatMap(({ list }) => runs(list))
        .reduce((sum, run) => sum + filteredRun(run, fits), 0);
      status.textContent = fill(wanted.length ? words.some : words.all, { count, shown });
    };
    input.addEventListener("input", filter);
    input.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      input.value = "";
      filter();
    });
    filter();
    return field;
  };

  const enhance = (region, table) => {
    const bodies = [...table.tBodies].map((body) => ({ body, list: entries(body) }));
    const count = bodies.reduce((sum, { list }) => sum + counted(list), 0);
    if (count < ENOUGH) return;
    table.classList.add("sortable");
    const status = element("p", { className: "table-status", role: "status" });
    addSorting(table, bodies, status);
    const tools = element("div", { className: "table-tools" });
    if (count >= MANY) tools.append(addFilter(table, bodies, count, status));
    tools.append(status);
    region.before(tools);
  };

  // ---------------------------------------------------------------- regions

  // Browsers may take rows that CSS folds into lists for no rows at all: roles say what they are.
  const ROLES = {
    table: "table", THEAD: "rowgroup", TBODY: "rowgroup", TR: "row", TD: "cell",
    col: "columnheader", row: "rowheader", rowgroup: "rowheader",
  };
  const addRoles = (table) => {
    table.setAttribute("role", ROLES.table);
    table.querySelectorAll("thead, tbody, tr, th, td").forEach((each) => {
      each.setAttribute("role", ROLES[each.getAttribute("scope")] ?? ROLES[each.tagName]);
    });
  };

  // A region that scrolls takes the focus, and keeps the header from staying in sight below.
  const fit = (region) => {
    const fits = region.scrollWidth <= region.clientWidth;
    region.classList.toggle("fits", fits);
    if (fits) region.removeAttribute("tabindex");
    else region.tabIndex = 0;
  };

  const watcher = new ResizeObserver((changes) => changes.forEach(({ target }) => fit(target)));
  document.querySelectorAll(".table-region").forEach((region) => {
    const table = region.querySelector("table");
    if (!table?.tHead) return;
    if (table.matches(".folds")) addRoles(table);
    enhance(region, table);
    watcher.observe(region);
  });
})();
