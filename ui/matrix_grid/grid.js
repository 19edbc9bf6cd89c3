// The grid of positions: one tab stop, arrow keys within, Enter or a click chooses. Rows and words come from
// charts/matrix.py and charts/matrix_blocs.py; nothing here knows what a stance is.

const make = (tag, attributes = {}, ...children) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== null) element.setAttribute(name, value);
  }
  element.append(...children);
  return element;
};

const paint = (element, look) => {
  element.style.setProperty("--fill", `var(--${look.fill})`);
  if (look.pattern) {
    element.style.setProperty("--ink", `var(--${look.ink})`);
    element.dataset.pattern = look.pattern;
  }
  element.style.color = look.sign ? `var(--on-${look.fill})` : "";
  return element;
};

const swatch = (look) => {
  const sign = look.sign ? [make("span", { class: "sign" }, look.sign)] : [];
  return paint(make("span", { class: "swatch", "aria-hidden": "true" }, ...sign), look);
};

const legend = (keys) =>
  make("ul", { class: "legend" }, ...keys.map((key) => make("li", {}, swatch(key), key.words)));

// What a cell says: its words for screen reader and tip, and what stands in it.
const one = (cell, column, data) => {
  const [place, day] = cell;
  const look = data.classes[place];
  return { words: [column.words[place], day], content: [swatch(look)] };
};

const many = (parts, column, data, row) => {
  const told = parts.filter(([place]) => data.classes[place].sign);
  const count = told.reduce((sum, [, number]) => sum + number, 0);
  const bar = make("span", { class: "bar", "aria-hidden": "true" });
  for (const [place, number] of parts) {
    const part = make("span");
    part.style.width = `${(100 * number) / row.members}%`;
    bar.append(paint(part, data.classes[place]));
  }
  return {
    words: parts.map(([place, number]) => `${number} of ${row.members}: ${column.words[place]}`),
    content: [make("span", { class: "number" }, count ? String(count) : "–"), bar],
  };
};

const gridCell = (cell, row, column, data) => {
  const td = make("td", { role: "gridcell", tabindex: -1 });
  const told = cell && (data.blocs ? many : one)(cell, column, data, row);
  const words = told && told.words.some(Boolean) ? told.words.filter(Boolean) : ["Nothing in view"];
  td.setAttribute("aria-label", words.join(", "));
  td.tip = [row.name, column.title, ...words];
  if (told) {
    td.append(...told.content);
    td.choice = { cell: { actor: row.id, issue: column.id } };
  }
  return td;
};

const gridRow = (row, data) => {
  const name = make("th", { scope: "row", role: "rowheader", tabindex: -1 }, make("span", {}, row.name));
  name.choice = { actor: row.id };
  name.tip = [row.name, data.row_hint];
  const note = make("td", { role: "gridcell", tabindex: -1, class: "note", "aria-label": row.note_words }, row.note);
  note.tip = [row.name, row.note_words];
  const cells = data.columns.map((column, place) => gridCell(row.cells[place], row, column, data));
  return make("tr", { role: "row", "data-row": row.id }, name, note, ...cells);
};

const build = (root, data) => {
  const heads = data.columns.map((column) =>
    make("th", { scope: "col", role: "columnheader", "data-column": column.id }, make("span", {}, column.title)));
  const corner = [
    make("th", { scope: "col", role: "columnheader" }, make("span", {}, data.row_title)),
    make("th", { scope: "col", role: "columnheader", class: "note" }, make("span", {}, data.note_title)),
  ];
  const table = make(
    "table",
    { role: "grid", "aria-label": data.label, class: data.blocs ? "blocs" : "actors" },
    make("thead", { role: "rowgroup" }, make("tr", { role: "row" }, ...corner, ...heads)),
    make("tbody", { role: "rowgroup" }, ...data.rows.map((row) => gridRow(row, data))),
  );
  const box = make("div", { class: "box" }, table);
  root.replaceChildren(legend(data.legend), box, make("div", { class: "tip", hidden: "", "aria-hidden": "true" }));
  box.style.setProperty("--columns", data.columns.length);
  box.style.setProperty("--head", `${table.tHead.offsetHeight}px`);
  root.lines = [...table.tBodies[0].rows].map((line) => [...line.cells]);
};

// The one cell that Tab reaches; it moves with the focus.
const rove = (root, cell) => {
  root.querySelectorAll('[tabindex="0"]').forEach((other) => other.setAttribute("tabindex", -1));
  cell?.setAttribute("tabindex", 0);
};

const mark = (root, chosen) => {
  root.querySelectorAll(".chosen").forEach((element) => element.classList.remove("chosen"));
  root.querySelectorAll("[aria-selected]").forEach((element) => element.removeAttribute("aria-selected"));
  root.querySelector(`[data-column="${CSS.escape(chosen.issue ?? "")}"]`)?.classList.add("chosen");
  root.querySelector(`[data-row="${CSS.escape(chosen.compared ?? "")}"]`)?.classList.add("chosen");
  const cell = root.lines.flat().find(
    ({ choice }) => choice?.cell?.actor === chosen.actor && choice?.cell?.issue === chosen.issue);
  cell?.classList.add("chosen");
  cell?.setAttribute("aria-selected", "true");
  if (!root.querySelector('[tabindex="0"]')) rove(root, cell ?? root.lines[0]?.[0]);
  if (cell && !root.contains(root.getRootNode().activeElement)) {
    root.querySelector(".box").scrollTop = cell.offsetTop - 260;
  }
};

const step = (lines, cell, key) => {
  const row = lines.findIndex((line) => line.includes(cell));
  const column = lines[row].indexOf(cell);
  const moves = {
    ArrowUp: [row - 1, column],
    ArrowDown: [row + 1, column],
    ArrowLeft: [row, column - 1],
    ArrowRight: [row, column + 1],
    Home: [row, 0],
    End: [row, lines[row].length - 1],
    PageUp: [Math.max(row - 10, 0), column],
    PageDown: [Math.min(row + 10, lines.length - 1), column],
  };
  const to = moves[key];
  return to && (lines[to[0]]?.[to[1]] ?? cell);
};

const showTip = (root, cell) => {
  const tip = root.querySelector(".tip");
  tip.hidden = !cell?.tip;
  if (tip.hidden) return;
  const [first, ...rest] = cell.tip;
  tip.replaceChildren(make("b", {}, first), ...rest.map((line) => make("div", {}, line)));
  const at = cell.getBoundingClientRect();
  const size = tip.getBoundingClientRect();
  const below = at.bottom + 6 + size.height < innerHeight;
  tip.style.top = `${below ? at.bottom + 6 : at.top - size.height - 6}px`;
  tip.style.left = `${Math.max(8, Math.min(at.left, innerWidth - size.width - 8))}px`;
};

const listen = (root, choose) => {
  const cellOf = (event) => event.target.closest("td, tbody th");
  root.onclick = (event) => choose(cellOf(event));
  root.onpointerover = (event) => event.pointerType === "mouse" && showTip(root, cellOf(event));
  root.onpointerleave = () => showTip(root, null);
  root.onfocusin = (event) => {
    const cell = cellOf(event);
    if (!cell) return;
    rove(root, cell);
    if (cell.matches(":focus-visible")) showTip(root, cell);
  };
  root.onfocusout = () => showTip(root, null);
  root.querySelector(".box").onscroll = () => showTip(root, null);
  root.onkeydown = (event) => {
    const cell = cellOf(event);
    if (!cell) return;
    if (event.key === "Enter" || event.key === " ") choose(cell);
    else if (event.key === "Escape") showTip(root, null);
    else step(root.lines, cell, event.key)?.focus();
    if (/^(Arrow|Page|Home|End|Enter| )/.test(event.key)) event.preventDefault();
  };
};

export default function ({ parentElement, data, setTriggerValue }) {
  const root = parentElement.querySelector(".matrix");
  const { chosen, ...table } = data;
  const drawn = JSON.stringify(table);
  if (root.drawn !== drawn) build(root, table);
  root.drawn = drawn;
  mark(root, chosen);
  listen(root, (cell) => {
    for (const [name, value] of Object.entries(cell?.choice ?? {})) setTriggerValue(name, value);
  });
}
