import { earlier, later, stretched, whole } from "./reach.js";

/** What the buttons do now, by their names; undefined where there is nothing to do. */
export function actsOf(chart) {
  const { model, extent, chosen } = chart;
  const asking = (days) => days && (() => chart.ask(days));
  const { events } = model;
  const at = events.findIndex(({ id }) => id === chosen);
  const choosing = (event) => event && (() => chart.choose(event.id));
  return {
    earlier: asking(earlier(model, extent)),
    later: asking(later(model, extent)),
    wider: asking(stretched(model, extent, 2)),
    all: asking(whole(model, extent)),
    previous: choosing(at < 0 ? events.at(-1) : events[at - 1]),
    next: choosing(events[at + 1]),
  };
}

/** The buttons above the chart. One that would do nothing is marked so, and keeps the focus that it may have. */
export class Controls {
  #acts = new Map();

  /** @param {ShadowRoot} root */
  constructor(root) {
    this.root = root;
    for (const button of root.querySelectorAll(".controls button")) {
      const name = button.className;
      this.#acts.set(name, { button, act: undefined });
      button.addEventListener("click", () => this.#acts.get(name).act?.());
    }
  }

  /**
   * Let them act.
   * @param {Record<string, (() => void) | undefined>} acts By the name of the button; undefined where it does nothing.
   */
  serve(acts) {
    for (const [name, entry] of this.#acts) {
      entry.act = acts[name];
      entry.button.setAttribute("aria-disabled", String(!entry.act));
    }
  }

  /** In a compact chart only the way back to all years; steps through events only where it is about events. */
  shorten(isCompact, hasEvents) {
    for (const [name, { button }] of this.#acts) button.hidden = isCompact && name !== "all";
    this.root.querySelector(".steps").hidden = isCompact || !hasEvents;
  }
}
