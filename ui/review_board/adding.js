/** A statement that nobody proposed: by words that are selected in the text, or typed here. */
export class Adding {
  #article;
  #onAdd;
  #places;

  /**
   * @param {HTMLElement} root
   * @param {import("./article.js").Article} article
   * @param {(places: {start: number, end: number}) => void} onAdd
   */
  constructor(root, article, onAdd) {
    this.#article = article;
    this.#onAdd = onAdd;
    this.selected = root.querySelector(".selected");
    this.form = root.querySelector(".adding");
    this.input = this.form.querySelector("input");
    this.fault = this.form.querySelector(".fault");
    this.selected.addEventListener("pointerdown", (event) => event.preventDefault());
    this.selected.addEventListener("click", () => this.addSelected());
    this.form.addEventListener("submit", (event) => this.#typed(event));
    this.input.addEventListener("input", () => this.#refuse(""));
  }

  /** Words were selected, or none any more. */
  select(places) {
    this.#places = places;
    this.selected.hidden = !places;
  }

  /** Make a statement of the selected words, if any are. */
  addSelected() {
    if (!this.#places) return false;
    const { start, end } = this.#places;
    this.select(undefined);
    this.#onAdd({ start, end });
    return true;
  }

  #typed(event) {
    event.preventDefault();
    const found = placesOf(this.input.value.trim(), this.#article.text);
    if (!found) this.#refuse("Type or paste words of the text.");
    else if (!found.length) this.#refuse("These words are not in the text; copy them letter by letter.");
    else if (found.length > 1) this.#refuse("The text has these words more than once; take some more of it.");
    else {
      this.input.value = "";
      this.#onAdd(found[0]);
    }
  }

  #refuse(why) {
    this.fault.textContent = why;
    this.fault.hidden = !why;
    this.input.setAttribute("aria-invalid", Boolean(why));
  }
}

/** A row as it begins when somebody adds it. */
export function newRow({ start, end }, { issue, date }) {
  return { start, end, actor: "", issue, stance: "", date, precision: "day", speaker: "", kind: "statement", summary: "", doubt: "", held: "", is_further: false, attribution: "press", decision: "open" };
}

/** Where a text has some words, whatever white space parts them; undefined for none. */
function placesOf(words, text) {
  if (!words) return undefined;
  const parts = words.split(/\s+/u).map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  const found = [...text.matchAll(new RegExp(parts.join("\\s+"), "gu"))];
  return found.map(({ index, 0: { length } }) => ({ start: index, end: index + length }));
}
