import { made } from "../drawn/elements.js";
import { dayNumber } from "../drawn/timescale.js";

const FEW = 8;
const LEAST_BAR_PX = 3;

/** The organisations that the actor belonged to, each with its spells on the same axis. */
export class Members {
  #place;
  #list;
  #more;
  #isWhole = false;
  #rows = [];

  /** @param {HTMLElement} place */
  constructor(place) {
    this.#place = place;
    this.#list = place.querySelector("ul");
    this.#more = place.querySelector("button");
    this.#more.addEventListener("click", () => this.#toggle());
  }

  take(spans, title) {
    this.#place.hidden = !spans.length;
    this.#place.setAttribute("aria-label", title);
    this.#place.querySelector(".title").textContent = title;
    this.#rows = spans.map((span) => ({ span, bars: made("div", { class: "bars", "aria-hidden": "true" }) }));
    const items = this.#rows.map(({ span, bars }) =>
      made("li", {}, made("b", {}, span.name), made("span", {}, ` ${span.words}`), bars),
    );
    this.#list.replaceChildren(...items);
    this.#more.hidden = spans.length <= FEW;
    this.#show();
  }

  draw(scale) {
    for (const { span, bars } of this.#rows) bars.replaceChildren(...span.spells.map((spell) => barOf(spell, scale)));
  }

  #toggle() {
    this.#isWhole = !this.#isWhole;
    this.#show();
  }

  #show() {
    [...this.#list.children].forEach((item, at) => item.toggleAttribute("hidden", !this.#isWhole && at >= FEW));
    this.#more.textContent = this.#isWhole ? `Show only ${FEW}` : `Show all ${this.#rows.length}`;
    this.#more.setAttribute("aria-expanded", this.#isWhole);
  }
}

function barOf({ starts, ends, is_full: isFull }, scale) {
  const left = starts ? scale.within(dayNumber(starts)) : scale.left;
  const right = ends ? scale.within(dayNumber(ends) + 1) : scale.right;
  const width = Math.max(right - left, LEAST_BAR_PX);
  const kinds = ["bar", isFull ? "full" : "", starts ? "" : "unknown", ends ? "" : "lasting"];
  const place = `left: ${Math.min(left, scale.right - width)}px; width: ${width}px`;
  return made("div", { class: kinds.filter(Boolean).join(" "), style: place });
}
