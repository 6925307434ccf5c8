// Tables of class "sortable" get buttons in their headers and a field that filters their rows.
// Without this script they are the same tables, in the order of the document.
(() => {
  "use strict";

  const ORDER = new Intl.Collator("zh-Hans", { numeric: true });
  const WAYS = { ascending: "从小到大", descending: "从大到小" };

  const plain = (text) => text.normalize("NFKC").replace(/\s+/g, " ").trim().toLowerCase();

  // A row and the remarks below it stay together.
  const groups = (body) => {
    const found = [];
    for (const row of body.rows) {
      if (row.classList.contains("remark") && found.length) found.at(-1).push(row);
      else found.push([row]);
    }
    return found;
  };

  // "1,300" is a number, "—" is not stated; what is not stated stands last, either way.
  const value = (row, column, isNumber) => {
    const text = row.cells[column].textContent.trim();
    if (!isNumber) return text || null;
    const digits = text.replace(/,/g, "").replace("\u2212", "-").match(/^[+-]?\d+(\.\d+)?/);
    return digits ? Number(digits[0]) : null;
  };

  const compared = (one, other) =>
    typeof one === "number" ? one - other : ORDER.compare(one, other);

  const sorted = (rows, column, isNumber, way) =>
    [...rows].sort((one, other) => {
      const [a, b] = [one, other].map((group) => value(group[0], column, isNumber));
      if (a === null || b === null) return (a === null) - (b === null);
      return way === "descending" ? compared(b, a) : compared(a, b);
    });

  const element = (name, options) => Object.assign(document.createElement(name), options);

  const enhance = (table) => {
    const body = table.tBodies[0];
    const rows = groups(body);
    const headers = [...table.tHead.rows[0].cells];
    const label = table.caption ? table.caption.textContent.trim() : "";
    const status = element("p", { className: "table-status", role: "status" });

    const sort = (header, column) => {
      const isNumber = header.classList.contains("number");
      const [first, second] = isNumber ? ["descending", "ascending"] : ["ascending", "descending"];
      const way = { [first]: second, [second]: null }[header.getAttribute("aria-sort")];
      const next = way === undefined ? first : way;
      headers.forEach((other) => other.removeAttribute("aria-sort"));
      if (next) header.setAttribute("aria-sort", next);
      const order = next ? sorted(rows, column, isNumber, next) : rows;
      body.append(...order.flat());
      const name = header.textContent.trim();
      status.textContent = next ? `按“${name}”${WAYS[next]}排列` : "按原文的次序排列";
    };

    headers.forEach((header, column) => {
      const button = element("button", { type: "button", className: "sort" });
      button.append(...header.childNodes);
      header.append(button);
      button.addEventListener("click", () => sort(header, column));
    });

    const input = element("input", { type: "search", autocomplete: "off" });
    const field = element("label", { className: "table-filter" });
    field.append(element("span", { textContent: "筛选" }), input);
    input.setAttribute("aria-label", `筛选“${label}”的行`);
    input.placeholder = "项目名称或其他文字";
    const filter = () => {
      const words = plain(input.value).split(" ").filter(Boolean);
      let shown = 0;
      for (const group of rows) {
        const text = plain(group.map((row) => row.textContent).join(" "));
        const isShown = words.every((word) => text.includes(word));
        group.forEach((row) => { row.hidden = !isShown; });
        shown += isShown;
      }
      status.textContent = words.length ? `${rows.length} 行中有 ${shown} 行` : `共 ${rows.length} 行`;
    };
    input.addEventListener("input", filter);
    input.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      input.value = "";
      filter();
    });

    const tools = element("div", { className: "table-tools" });
    tools.append(field, status);
    table.closest(".table-region").before(tools);
    filter();
  };

  document.querySelectorAll("table.sortable").forEach(enhance);
})();
