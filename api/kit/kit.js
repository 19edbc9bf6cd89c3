// Sorting and filtering of the statements; without this file all of them are there, newest first.
(() => {
  const table = document.querySelector("table.statements");
  const body = table?.tBodies[0];
  const rows = [...(body?.rows ?? [])];
  const words = new Map(rows.map((row) => [row, row.textContent.toLowerCase()]));
  const actor = (row) => row.cells[0].firstElementChild.textContent;
  const stance = (row) => row.cells[2].textContent;
  if (rows.length > 1) begin();

  for (const link of document.querySelectorAll("[data-filter]"))
    link.addEventListener("click", () => {
      const choice = document.getElementById("filter-actor");
      if (!choice) return;
      choice.value = link.dataset.filter;
      choice.dispatchEvent(new Event("input", { bubbles: true }));
    });

  // What a link leads to may lie in something that is folded up.
  addEventListener("hashchange", unfold);
  unfold();
  addEventListener("beforeprint", () => document.querySelectorAll("details").forEach((each) => (each.open = true)));

  function begin() {
    const form = document.createElement("div");
    form.className = "filters";
    form.setAttribute("role", "search");
    form.setAttribute("aria-label", "Filter the statements");
    const text = field("Words", "filter-words", document.createElement("input"));
    const who = field("Actor", "filter-actor", choice(rows.map(actor)));
    const side = field("Stance", "filter-stance", choice(rows.map(stance)));
    const status = document.createElement("p");
    status.setAttribute("role", "status");
    form.append(text.parentElement, who.parentElement, side.parentElement, status);
    table.before(form);
    const apply = () => {
      const sought = text.value.toLowerCase().split(/\s+/).filter(Boolean);
      let shown = 0;
      for (const row of rows) {
        const fits =
          (!who.value || actor(row) === who.value) &&
          (!side.value || stance(row) === side.value) &&
          sought.every((word) => words.get(row).includes(word));
        row.hidden = !fits;
        shown += fits;
      }
      status.textContent = `${shown.toLocaleString("en")} of ${rows.length.toLocaleString("en")} statements shown.`;
    };
    form.addEventListener("input", apply);
    apply();
    [...table.tHead.rows[0].cells].slice(0, -1).forEach(sortable);
  }

  function sortable(head, at) {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const way = head.getAttribute("aria-sort") === "ascending" ? -1 : 1;
      for (const other of head.parentElement.cells) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", way > 0 ? "ascending" : "descending");
      const value = (row) => row.cells[at].dataset.value ?? row.cells[at].textContent;
      const order = new Intl.Collator("en");
      body.append(...[...rows].sort((one, other) => way * order.compare(value(one), value(other))));
    });
  }

  function field(words, id, input) {
    const label = document.createElement("label");
    input.id = id;
    label.append(words, input);
    return input;
  }

  function choice(values) {
    const select = document.createElement("select");
    select.append(new Option("Any", ""));
    for (const value of [...new Set(values)].sort(new Intl.Collator("en").compare)) select.append(new Option(value, value));
    return select;
  }

  function unfold() {
    let id = location.hash.slice(1);
    try {
      id = decodeURIComponent(id);
    } catch {
      return;
    }
    const target = id && document.getElementById(id);
    const folded = target && target.closest("details:not([open])");
    if (!folded) return;
    folded.open = true;
    target.scrollIntoView();
  }
})();
