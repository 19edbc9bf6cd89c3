import { drawn } from "../drawn/elements.js";
import { rangeWords } from "../drawn/timescale.js";

/** So long the chosen stretch stays in sight if nothing new comes. */
const PATIENCE_MS = 5000;

/** The stretch of days that is being chosen: shaded, with its dates in words. */
export class Brush {
  #waiting = 0;

  /** @param {ShadowRoot} root */
  constructor(root) {
    this.stage = root.querySelector(".stage");
    this.layer = root.querySelector(".brush");
    this.words = root.querySelector(".stretch");
  }

  /** Show a stretch, over the whole height. */
  show([first, last], { scale, bottom, width }) {
    clearTimeout(this.#waiting);
    const [left, right] = [scale.within(first), scale.within(last + 1)];
    const shade = drawn("rect", { class: "shade", x: left, y: 0, width: Math.max(2, right - left), height: bottom });
    this.layer.replaceChildren(shade);
    this.words.textContent = rangeWords(first, last);
    this.words.hidden = false;
    const room = width - this.words.offsetWidth;
    this.words.style.left = `${Math.max(0, Math.min((left + right - this.words.offsetWidth) / 2, room))}px`;
  }

  /** Stay as it is, the chart dimmed, until something new is drawn. */
  wait() {
    this.stage.classList.add("waiting");
    clearTimeout(this.#waiting);
    this.#waiting = setTimeout(() => this.hide(), PATIENCE_MS);
  }

  hide() {
    clearTimeout(this.#waiting);
    this.stage.classList.remove("waiting");
    this.layer.replaceChildren();
    this.words.hidden = true;
  }
}
