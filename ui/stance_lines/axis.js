import { drawn } from "../drawn/elements.js";
import { textWidth } from "../drawn/lettering.js";
import { ticks } from "../drawn/ticks.js";
import { dayNumber } from "../drawn/timescale.js";

export const EDGE_PX = 8;
const AXIS_PX = 12;
const LINE_PX = 15;
const LEAST_BAND_PX = 3;

/** The axis of time over and under all lanes, its lines behind them, and the reader's own dates as a band. */
export class Axis {
  #back;
  #rows;
  #band;

  /** @param {ShadowRoot} root */
  constructor(root) {
    this.#back = root.querySelector(".back");
    this.#rows = root.querySelectorAll(".axis");
    this.#band = root.querySelector(".dates");
  }

  draw({ shaded, shaded_words: words }, scale, family) {
    const widthOf = (text) => textWidth(text, `${AXIS_PX}px ${family}`);
    const found = ticks(scale, widthOf, EDGE_PX);
    const lines = found.map(({ x }) => drawn("line", { x1: x, x2: x, y1: 0, y2: "100%" }));
    const band = shaded && bandOf(shaded, scale);
    this.#back.replaceChildren(...(band ? [drawn("rect", { ...band, y: 0, height: "100%" })] : []), ...lines);
    for (const row of this.#rows) this.#write(row, found);
    this.#name(band, words, scale, widthOf);
  }

  #write(row, found) {
    row.setAttribute("height", found.some(({ context }) => context) ? 2 * LINE_PX + 3 : LINE_PX + 3);
    const texts = found.flatMap(({ words, at, context, contextAt }) => [
      textAt(words, at, LINE_PX - 2),
      ...(context ? [textAt(context, contextAt, 2 * LINE_PX - 2)] : []),
    ]);
    row.replaceChildren(...texts);
  }

  /** The words stand over the band, within the plot. */
  #name(band, words, scale, widthOf) {
    this.#band.toggleAttribute("hidden", !band);
    if (!band) return;
    const half = widthOf(words) / 2;
    const middle = band.x + band.width / 2;
    const [least, most] = [half, scale.right + EDGE_PX - half];
    this.#band.replaceChildren(textAt(words, Math.max(least, Math.min(middle, most)), LINE_PX - 3));
  }
}

function bandOf([first, last], scale) {
  const [left, right] = [scale.within(dayNumber(first)), scale.within(dayNumber(last) + 1)];
  const width = Math.max(right - left, LEAST_BAND_PX);
  return { x: Math.min(left, scale.right - width), width };
}

function textAt(words, x, y) {
  const text = drawn("text", { x, y, "text-anchor": "middle" });
  text.textContent = words;
  return text;
}
