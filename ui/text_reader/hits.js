/** How many letters around a place are read out. */
const AROUND = 60;

/** The places found: how many, which one the reader is at, and the ways to the next and the one before. */
export class Hits {
  #steps;
  #count;
  #none;
  #sheet;
  #current = 0;

  /**
   * @param {ShadowRoot} root
   * @param {import("./sheet.js").Sheet} sheet
   * @param {(number: number) => void} onGo The reader wants to go to a place.
   */
  constructor(root, sheet, onGo) {
    this.#steps = root.querySelector(".steps");
    this.#count = root.querySelector(".count");
    this.#none = root.querySelector(".none");
    this.#sheet = sheet;
    this.onGo = onGo;
    root.querySelector(".previous").addEventListener("click", () => this.step(-1));
    root.querySelector(".next").addEventListener("click", () => this.step(1));
  }

  get count() {
    return this.#sheet.hits.size;
  }

  /** A text was written anew; there is no current place yet. */
  take(words) {
    this.#current = 0;
    this.#steps.hidden = !this.count;
    this.#none.hidden = !words || this.count > 0;
    this.#none.textContent = `“${words}” is not in this text.`;
    this.#write();
  }

  /** After the last place comes the first. */
  step(by) {
    if (!this.count) return;
    const from = this.#current || (by > 0 ? 0 : 1);
    this.onGo(((from - 1 + by + this.count) % this.count) + 1);
  }

  /** Make a place the current one; its mark, or undefined when there is no such place. */
  choose(number) {
    const hit = this.#sheet.hits.get(number);
    if (!hit) return undefined;
    for (const mark of this.#sheet.hits.get(this.#current)?.marks ?? []) mark.classList.remove("current");
    for (const mark of hit.marks) mark.classList.add("current");
    this.#current = number;
    this.#write();
    return hit.marks[0];
  }

  /** The current place in words for a screen reader. */
  words() {
    const { text } = this.#sheet;
    const { start, end } = this.#sheet.hits.get(this.#current);
    const around = text.slice(Math.max(0, start - AROUND), end + AROUND).replace(/\s+/g, " ");
    return `Place ${this.#current} of ${this.count}, paragraph ${this.#sheet.paragraphAt(start)}: …${around}…`;
  }

  #write() {
    const many = this.count.toLocaleString("en-GB");
    const named = this.count === 1 ? "1 place" : `${many} places`;
    this.#count.textContent = this.#current ? `${this.#current.toLocaleString("en-GB")} of ${many}` : named;
  }
}
