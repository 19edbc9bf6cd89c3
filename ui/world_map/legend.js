import { drawn, made } from "../drawn/elements.js";
import { DISPUTED } from "./looks.js";

const SWATCH = { width: 26, height: 14 };

/** The key to the map: what each paint means, and how many actors have it. */
export class Legend {
  #list;
  #looks;
  #counts = [];
  #written = "";

  /** @param {(at: number | undefined) => void} onPoint Called with the class that the pointer is on, if any. */
  constructor(list, looks, onPoint) {
    this.#list = list;
    this.#looks = looks;
    this.onPoint = onPoint;
  }

  /**
   * Write the legend, unless it stands there already.
   * @param {object[]} classes As in the drawing.
   * @param {{hasSeats: boolean, disputed: {note: string}[]}} extras
   */
  take(classes, { hasSeats, disputed }) {
    const words = JSON.stringify([classes.map((each) => ({ ...each, count: 0 })), hasSeats]);
    if (words === this.#written) return;
    this.#written = words;
    this.onPoint(undefined);
    this.#counts = classes.map(() => made("b"));
    const entries = classes.map((each, at) => this.#classEntry(each, at));
    if (hasSeats) entries.push(entry(swatch(diamond()), "Diamond: an authority at its seat"));
    if (disputed.length) entries.push(this.#disputedEntry(disputed));
    this.#list.replaceChildren(...entries);
  }

  /**
   * Show counts, in the order of the classes. What nobody has is left out; but while frames play, only faint, so that
   * the legend does not jump.
   */
  count(counts, keepsAll) {
    for (const [at, count] of counts.entries()) {
      const item = this.#counts[at].closest("li");
      this.#counts[at].textContent = count.toLocaleString("en");
      item.classList.toggle("none", !count);
      item.hidden = !count && !keepsAll;
    }
  }

  #classEntry(paint, at) {
    const element = entry(swatch(block(this.#looks.of(paint).onStage)), `${paint.words} `, this.#counts[at]);
    element.addEventListener("pointerenter", ({ pointerType }) => pointerType === "mouse" && this.onPoint(at));
    element.addEventListener("pointerleave", () => this.onPoint(undefined));
    return element;
  }

  #disputedEntry(disputed) {
    const hatch = block(this.#looks.of(DISPUTED).onStage);
    hatch.setAttribute("class", "dashed");
    const element = entry(swatch(hatch), "Hatched outline: a disputed area, see borders");
    element.title = disputed.map(({ note }) => note).join("\n");
    return element;
  }
}

function entry(picture, ...words) {
  return made("li", {}, picture, made("span", {}, ...words));
}

function swatch(content) {
  const picture = drawn("svg", { ...SWATCH, class: "swatch", "aria-hidden": "true" });
  picture.append(content);
  return picture;
}

function block(paint) {
  const form = drawn("rect", { x: 0.5, y: 0.5, width: SWATCH.width - 1, height: SWATCH.height - 1, rx: 2 });
  form.style.fill = paint;
  return form;
}

function diamond() {
  return drawn("path", { d: "M13 1L19 7L13 13L7 7Z", class: "empty" });
}
