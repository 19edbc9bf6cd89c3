import { drawn } from "../drawn/elements.js";

/** Strokes and dots of a hatch in a tile of so many pixels, turned by so many degrees. */
const HATCHES = {
  lines: { tile: 5, turn: -45, d: "M0 2.5H5", width: 1 },
  cross: { tile: 7, turn: -45, d: "M0 3.5H7M3.5 0V7", width: 1.1 },
  dots: { tile: 5, turn: 0, d: "M1.5 1.5h0M4 4h0", width: 1.5 },
  // The new colour takes two thirds, so that a change and its reverse can be told apart.
  stripes: { tile: 8, turn: -45, d: "M0 4H8", width: 2.7 },
  falling: { tile: 4, turn: 45, d: "M0 2H4", width: 0.8 },
};
/** The paint of disputed areas, over that of whoever holds them: no class has lines that fall. */
export const DISPUTED = { fill: "", pattern: "falling", ink: "text" };
const SPEAKS = /-(own|listed|borrowed)$|^count-/;

/**
 * @typedef {object} Look How a class is painted.
 * @property {string} onMap Paint for what is drawn in map units.
 * @property {string} onStage Paint for what is drawn in pixels.
 * @property {boolean} isOpen Too near to the ground to be seen without an outline.
 * @property {boolean} isSilent No position, or nothing of what is counted.
 */

/** Paints for classes: colours by the names of the theme, hatches made when first asked for. */
export class Looks {
  #defs;
  #looks = new Map();
  #scaled = [];
  #scale = 1;

  /** @param {SVGDefsElement} defs Where the hatches are kept. */
  constructor(defs) {
    this.#defs = defs;
  }

  /**
   * The look of a class; the same object each time.
   * @param {{fill: string, pattern: string, ink: string}} paint
   * @returns {Look}
   */
  of({ fill, pattern, ink }) {
    const key = [fill, pattern, ink].join(" ");
    if (!this.#looks.has(key)) this.#looks.set(key, this.#look(fill, pattern, ink));
    return this.#looks.get(key);
  }

  /** Keep hatches as wide as ever on a stage where `k` pixels are one unit of the map. */
  scaleTo(k) {
    this.#scale = 1 / k;
    for (const hatch of this.#scaled) hatch.setAttribute("patternTransform", this.#transform(hatch.turn, true));
  }

  #look(fill, pattern, ink) {
    const isSilent = !SPEAKS.test(fill);
    const isOpen = fill === "not-searched" || fill === "sea";
    if (!pattern) return { onMap: colour(fill), onStage: colour(fill), isOpen, isSilent };
    const [onMap, onStage] = [true, false].map((scales) => this.#hatch(HATCHES[pattern], fill, ink, scales));
    return { onMap, onStage, isOpen, isSilent };
  }

  #hatch({ tile, turn, d, width }, fill, ink, scales) {
    const id = `hatch-${this.#defs.childElementCount}`;
    const hatch = drawn("pattern", { id, width: tile, height: tile, patternUnits: "userSpaceOnUse" });
    if (fill) hatch.append(drawn("rect", { width: tile, height: tile, fill: colour(fill) }));
    hatch.append(drawn("path", { d, class: "hatch", stroke: colour(ink), "stroke-width": width }));
    hatch.turn = turn;
    if (scales) this.#scaled.push(hatch);
    hatch.setAttribute("patternTransform", this.#transform(turn, scales));
    this.#defs.append(hatch);
    return `url(#${id})`;
  }

  #transform(turn, scales) {
    return `scale(${scales ? this.#scale : 1}) rotate(${turn})`;
  }
}

/** A colour by its name in the theme. */
function colour(name) {
  return `var(--${name})`;
}
