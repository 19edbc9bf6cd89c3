import { made } from "./elements.js";

/** How far from the pointer, so that it does not cover what is pointed at. */
const AWAY_PX = 14;
const HINT_MS = 1400;

/** The note beside the pointer or the focused place; it stays inside the stage. */
export class Tip {
  #element;

  constructor(element) {
    this.#element = element;
  }

  /**
   * @param {string[]} lines Plain text, the first in bold.
   * @param {[number, number]} at Pixels on the stage.
   */
  show(lines, [x, y], stage) {
    const tags = lines.map((line, number) => made(number ? "div" : "strong", {}, line));
    this.#element.replaceChildren(...tags);
    this.#element.hidden = false;
    const { offsetWidth: width, offsetHeight: height } = this.#element;
    const left = x + AWAY_PX + width <= stage.width ? x + AWAY_PX : x - AWAY_PX - width;
    const top = y + AWAY_PX + height <= stage.height ? y + AWAY_PX : y - AWAY_PX - height;
    this.#element.style.left = `${kept(left, width, stage.width)}px`;
    this.#element.style.top = `${kept(top, height, stage.height)}px`;
  }

  hide() {
    this.#element.hidden = true;
  }
}

function kept(start, length, whole) {
  return Math.max(0, Math.min(start, whole - length));
}

/** A word over the map that goes away by itself. */
export class Hint {
  #element;
  #going = 0;

  constructor(element) {
    this.#element = element;
  }

  show(words) {
    this.#element.textContent = words;
    this.#element.classList.add("seen");
    clearTimeout(this.#going);
    this.#going = setTimeout(() => this.#element.classList.remove("seen"), HINT_MS);
  }
}
