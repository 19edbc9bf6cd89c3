import { daysBetween } from "./bins.js";

/** A pointer that moved farther than this drags; less is a click. */
const DRAG_PX = 5;
/** So far beside a mark a click still means it. */
const NEAR_PX = 9;

/** Mouse, pen and finger: hover, choose, select a stretch. A finger that moves up or down scrolls the page. */
export class Pointer {
  #chart;
  #down = null;
  #days = null;
  #wasDragged = false;

  /** @param {import("./chart.js").Chart} chart */
  constructor(chart) {
    this.#chart = chart;
    const { svg } = chart.picture;
    const listen = (name, act) => svg.addEventListener(name, act.bind(this));
    listen("pointerdown", this.#pressed);
    listen("pointermove", this.#moved);
    listen("pointerup", this.#released);
    listen("pointercancel", this.cancel);
    listen("pointerleave", () => chart.notes.point(undefined));
    listen("click", this.#clicked);
  }

  /** Whether a stretch is being selected. */
  get isDragging() {
    return this.#days !== null;
  }

  /** Leave the stretch that is being selected. */
  cancel() {
    if (this.isDragging) this.#chart.brush.hide();
    this.#down = this.#days = null;
  }

  #pressed(event) {
    if (event.button !== 0 || !event.isPrimary) return;
    this.#wasDragged = false;
    this.#down = { id: event.pointerId, at: this.#at(event) };
  }

  #moved(event) {
    const at = this.#at(event);
    if (this.#down?.id === event.pointerId && event.buttons) this.#dragged(event, at);
    else if (event.pointerType !== "touch") this.#chart.notes.point(this.#itemAt(at), at, this.#chart.model);
  }

  #dragged(event, at) {
    const { at: from } = this.#down;
    if (!this.isDragging) {
      if (Math.hypot(at[0] - from[0], at[1] - from[1]) < DRAG_PX) return;
      this.#wasDragged = true;
      this.#chart.picture.svg.setPointerCapture(event.pointerId);
      this.#chart.notes.point(undefined);
    }
    this.#days = daysBetween(from[0], at[0], this.#chart.model, this.#chart.picture.layout.scale);
    this.#chart.brush.show(this.#days, this.#chart.picture.layout);
  }

  #released(event) {
    if (this.#down?.id !== event.pointerId) return;
    const days = this.#days;
    this.#down = this.#days = null;
    if (days) this.#chart.take(days);
  }

  #clicked(event) {
    if (this.#wasDragged) return;
    const { picture } = this.#chart;
    // Assistive technology clicks on an element, not at a place.
    const owner = event.target.closest("[role=option]");
    const known = [...picture.bars, ...picture.events].find(({ element }) => element === owner);
    const item = event.detail ? this.#itemAt(this.#at(event)) : known;
    if (item) this.#chart.act(item);
  }

  /** A mark or its words if one is near, else the bar or span at that place. */
  #itemAt([x, y]) {
    const { bars, events } = this.#chart.picture;
    const outside = (at, from, to) => Math.max(from - at, 0, at - to);
    const far = ([left, top, right, bottom]) => Math.hypot(outside(x, left, right), outside(y, top, bottom));
    let [found, least] = [undefined, NEAR_PX];
    for (const item of events) {
      const distance = Math.min(far(item.hit), item.label ? far(item.label) + 0.1 : Infinity);
      if (distance < least) [found, least] = [item, distance];
    }
    return found ?? bars.find(({ hit }) => far(hit) === 0);
  }

  #at({ clientX, clientY }) {
    const { left, top } = this.#chart.picture.svg.getBoundingClientRect();
    return [clientX - left, clientY - top];
  }
}
