import { drawn } from "../drawn/elements.js";
import { textWidth } from "../drawn/lettering.js";

const WORDS_PX = 11.5;
const ASCENT_PX = 9;
const DESCENT_PX = 3;
const BESIDE_PX = 9;

/** Words on a plot: the levels' names and the days of changes, each where it covers nothing. */
export class Words {
  #room;
  #scale;
  #font;

  /**
   * @param {import("./room.js").Room} room
   * @param {ReturnType<import("../drawn/timescale.js").timeScale>} scale
   * @param {string} family The font of the page.
   */
  constructor(room, scale, family) {
    this.#room = room;
    this.#scale = scale;
    this.#font = `${WORDS_PX}px ${family}`;
  }

  /** The name of a level over its line, as far to the left as it is free; it stands in any case. */
  level(words, height) {
    const base = height - 10;
    const shown = this.#fitting(words);
    const width = textWidth(shown, this.#font);
    const row = rowOf(base);
    const left = this.#room.place(width, row, this.#scale.left, this.#scale.right) ?? this.#scale.left;
    this.#room.take({ ...row, left: left - 4, right: left + width + 4 });
    return drawnWords("level", shown, left, base);
  }

  /** The day of a change beside its sign, if there is room for it or for its year. */
  *change(label, x, y) {
    const base = y + 4;
    const row = rowOf(base);
    for (const words of new Set([label, label.split(" ").at(-1)])) {
      const width = textWidth(words, this.#font) + 2;
      const left = [x + BESIDE_PX, x - BESIDE_PX - width].find((start) => this.#isFree(start, width, row));
      if (left === undefined) continue;
      this.#room.take({ ...row, left: left - 4, right: left + width + 4 });
      yield drawnWords("day", words, left, base);
      return;
    }
  }

  #isFree(left, width, row) {
    const isInside = left >= this.#scale.left && left + width <= this.#scale.right;
    return isInside && this.#room.isFree({ ...row, left, right: left + width });
  }

  /** Words that are wider than the plot are cut; the points' notes have them whole. */
  #fitting(words) {
    const whole = this.#scale.right - this.#scale.left;
    if (textWidth(words, this.#font) <= whole) return words;
    let letters = Array.from(words);
    while (letters.length && textWidth(`${letters.join("")}…`, this.#font) > whole) letters = letters.slice(0, -1);
    return `${letters.join("").trimEnd()}…`;
  }
}

function rowOf(base) {
  return { top: base - ASCENT_PX, bottom: base + DESCENT_PX };
}

function drawnWords(kind, words, x, y) {
  const text = drawn("text", { class: kind, x, y });
  text.textContent = words;
  return text;
}
