import { binOf, clipped } from "./bins.js";
import { across, inOrder, middleOf } from "./order.js";

const CLOSER = 0.5;
const FARTHER = 2;

/**
 * The keys of the chart: bars and events are a stop of the tab key each, ARIA's list boxes, their options in time.
 */
export class Keyboard {
  #chart;
  /** The bin where a selection began and the one where it ends now. */
  #stretch = null;

  /** @param {import("./chart.js").Chart} chart */
  constructor(chart) {
    this.#chart = chart;
    for (const list of ["bars", "events"]) {
      const layer = chart.picture.layers[list];
      layer.addEventListener("keydown", (event) => this.#pressed(event, list));
      layer.addEventListener("focus", () => layer.matches(":focus-visible") && chart.focusOn(list, this.here(list)));
      layer.addEventListener("blur", () => this.#left(list));
    }
    document.addEventListener("keydown", this.#escaped);
  }

  leave() {
    document.removeEventListener("keydown", this.#escaped);
  }

  /** What is drawn anew has no selection under way. */
  forget() {
    this.#stretch = null;
  }

  /** A drag is left by Escape wherever the focus is. */
  #escaped = (event) => {
    if (event.key === "Escape" && this.#chart.pointer.isDragging) this.#chart.pointer.cancel();
  };

  #pressed(event, list) {
    if (event.ctrlKey || event.metaKey || event.altKey || !this.#chart.picture[list].length) return;
    const act = event.shiftKey && list === "bars" ? this.#stretching(event.key) : undefined;
    const known = act ?? this.#actOf(event.key, list);
    if (!known) return;
    // Streamlit has shortcuts of one letter.
    event.stopPropagation();
    event.preventDefault();
    if (this.#chart.pointer.isDragging) this.#chart.pointer.cancel();
    else known();
  }

  #actOf(key, list) {
    const here = this.here(list);
    const row = this.#chart.picture[list];
    const to = (item) => () => this.#go(list, item);
    const enter = () => this.#enter(here);
    return {
      ArrowLeft: to(this.#beside(list, here, -1)),
      ArrowRight: to(this.#beside(list, here, 1)),
      ArrowUp: to(across(row, here, -1)),
      ArrowDown: to(across(row, here, 1)),
      Home: to(this.#ends(list, here)[0]),
      End: to(this.#ends(list, here).at(-1)),
      Enter: enter,
      " ": enter,
      Escape: () => this.#escape(list),
      "+": () => this.#chart.stretch(CLOSER, middleOf(here)),
      "=": () => this.#chart.stretch(CLOSER, middleOf(here)),
      "-": () => this.#chart.stretch(FARTHER, middleOf(here)),
    }[key];
  }

  #stretching(key) {
    const by = { ArrowLeft: -1, ArrowRight: 1 }[key];
    if (!by) return undefined;
    return () => {
      const { model } = this.#chart;
      const { period } = this.here("bars");
      const { from, to } = this.#stretch ?? { from: [period.first, period.last], to: [period.first, period.last] };
      const day = by < 0 ? to[0] - 1 : to[1] + 1;
      const isInside = model.since <= day && day <= model.until;
      this.#stretch = { from, to: isInside ? binOf(day, model.bin) : to };
      this.#show(this.#days());
    };
  }

  #show(days) {
    this.#chart.notes.hide();
    this.#chart.brush.show(days, this.#chart.picture.layout);
    this.#chart.notes.say(days);
  }

  #days() {
    const { from, to } = this.#stretch;
    return clipped([Math.min(from[0], to[0]), Math.max(from[1], to[1])], this.#chart.model);
  }

  #enter(here) {
    if (this.#stretch) this.#chart.take(this.#days());
    else this.#chart.act(here);
    this.#stretch = null;
  }

  #escape(list) {
    if (this.#stretch || list === "bars") this.#drop();
    else this.#chart.choose("");
  }

  #drop() {
    this.#stretch = null;
    this.#chart.brush.hide();
  }

  #left(list) {
    if (this.#stretch) this.#drop();
    this.#chart.focusOn(list, undefined);
  }

  #go(list, item) {
    if (this.#stretch) this.#drop();
    if (item) this.#chart.focusOn(list, item);
  }

  /** The active place; at first the chosen event, or the first of all. */
  here(list) {
    const { picture, active, chosen } = this.#chart;
    const row = picture[list];
    return row.find(({ id }) => id === active[list]) ?? row.find(({ id }) => id === chosen) ?? inOrder(row)[0];
  }

  /** Bars and spans are rows of their own; events of all lanes follow each other. */
  #ends(list, here) {
    const row = this.#chart.picture[list];
    return inOrder(list === "bars" ? row.filter(({ kind }) => kind === here.kind) : row);
  }

  #beside(list, here, by) {
    const row = this.#ends(list, here);
    return row[row.indexOf(here) + by];
  }
}
