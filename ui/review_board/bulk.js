import { made } from "../drawn/elements.js";
import { dayWords } from "./card.js";
import { lacking } from "./rows.js";

const UNDATED = "The article gives no day; dated by its publication.";

/** What can be done to many rows at once, and how far the review has come. */
export class Bulk {
  #rows;

  /**
   * @param {HTMLElement} root
   * @param {import("./rows.js").Rows} rows
   * @param {(words: string) => void} tell
   */
  constructor(root, rows, tell) {
    this.#rows = rows;
    this.progress = root.querySelector("progress");
    this.count = root.querySelector(".count");
    this.ways = root.querySelector(".bulk");
    this.tell = tell;
    this.ways.addEventListener("click", ({ target }) => this.#clicked(target.closest("button")));
  }

  draw(published) {
    const { all } = this.#rows;
    const open = all.filter(({ decision }) => decision === "open");
    const whole = open.filter((row) => !lacking(row).length);
    const undated = open.filter(({ date }) => !date);
    this.published = published;
    this.progress.max = Math.max(1, all.length);
    this.progress.value = all.length - open.length;
    this.count.textContent = `${this.#rows.count("accepted")} accepted, ${this.#rows.count("dropped")} dropped, ${open.length} open`;
    const ways = [];
    if (undated.length) ways.push(bulkButton("date", `Give ${undated.length} without a day that of the article, ${dayWords(published)}`));
    if (whole.length) ways.push(bulkButton("accept", whole.length === open.length ? `Accept all ${whole.length}` : `Accept the ${whole.length} that lack nothing`));
    if (this.#rows.canUndo) ways.push(bulkButton("undo", "Undo"));
    this.#replace(ways);
  }

  /** The focus stays at what does the same, or goes to the first way. */
  #replace(ways) {
    const active = this.ways.getRootNode().activeElement;
    const act = this.ways.contains(active) ? active.dataset.act : undefined;
    this.ways.replaceChildren(...ways);
    if (act) (ways.find((each) => each.dataset.act === act) ?? ways[0])?.focus({ preventScroll: true });
  }

  #clicked(button) {
    const open = this.#rows.all.filter(({ decision }) => decision === "open");
    const acts = {
      date: () => this.#date(open.filter(({ date }) => !date)),
      accept: () => this.tell(`Accepted ${this.#rows.accept(open.map(({ key }) => key)).length}.`),
      undo: () => this.undo(),
    };
    acts[button?.dataset.act]?.();
  }

  undo() {
    this.tell(this.#rows.undo() ? "The last change was taken back." : "There is nothing to take back.");
  }

  #date(rows) {
    this.#rows.change(
      rows.map(({ key }) => key),
      ({ doubt }) => ({ date: this.published, doubt: doubt || UNDATED }),
    );
    this.tell(`Dated ${rows.length} by the article, with that as their doubt.`);
  }
}

/** A button that does something to many rows. */
function bulkButton(act, label) {
  return made("button", { type: "button", "data-act": act }, label);
}
