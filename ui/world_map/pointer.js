/** A finger or a mouse that moved farther than this drags; less is a click. */
const DRAG_PX = 5;
const DOUBLE_CLICK_ZOOM = 2;
/** Wheels report steps of 100 and more, trackpads a few at a time. */
const MOST_WHEEL = 40;

/** Mouse, pen and fingers: hover, choose, drag, pinch, wheel. */
export class Pointer {
  #map;
  #down = new Map();
  #wasDragged = false;

  /** @param {import("./main.js").WorldMap} map */
  constructor(map) {
    this.#map = map;
    const { svg } = map;
    const listen = (name, act, options) => svg.addEventListener(name, act.bind(this), options);
    listen("pointerdown", this.#pressed);
    listen("pointermove", this.#moved);
    listen("pointerup", this.#released);
    listen("pointercancel", this.#released);
    listen("pointerleave", () => map.point(undefined));
    listen("click", this.#clicked);
    listen("dblclick", (event) => map.viewport.zoomBy(DOUBLE_CLICK_ZOOM, this.#at(event), true));
    listen("wheel", this.#wheeled, { passive: false });
    // Two fingers are for the map; one scrolls the page where `touch-action` says so.
    listen("touchmove", (event) => event.touches.length > 1 && event.preventDefault(), { passive: false });
  }

  #at({ clientX, clientY }) {
    const { left, top } = this.#map.svg.getBoundingClientRect();
    return [clientX - left, clientY - top];
  }

  #actorAt(event) {
    const under = this.#map.drawing.actorOf(this.#map.root.elementFromPoint(event.clientX, event.clientY));
    return this.#map.marks.meant(this.#at(event), under, this.#map.viewport.camera.k);
  }

  #pressed(event) {
    if (event.button !== 0) return;
    if (!this.#down.size) this.#wasDragged = false;
    this.#down.set(event.pointerId, { at: this.#at(event) });
  }

  #moved(event) {
    const finger = this.#down.get(event.pointerId);
    if (finger) this.#dragged(event, finger);
    else if (event.pointerType !== "touch") this.#map.point(this.#actorAt(event), this.#at(event));
  }

  #dragged(event, finger) {
    if (!this.#wasDragged) {
      if (distance(this.#at(event), finger.at) < DRAG_PX) return;
      this.#wasDragged = true;
      for (const id of this.#down.keys()) this.#map.svg.setPointerCapture(id);
      this.#map.point(undefined);
    }
    const before = this.#spread();
    finger.at = this.#at(event);
    const after = this.#spread();
    if (before.width) this.#map.viewport.zoomBy(after.width / before.width, before.middle);
    this.#map.viewport.dragBy(after.middle[0] - before.middle[0], after.middle[1] - before.middle[1]);
  }

  /** Where the fingers are, and how far apart two of them are. */
  #spread() {
    const [one, other = one] = [...this.#down.values()].map(({ at }) => at);
    return { middle: [(one[0] + other[0]) / 2, (one[1] + other[1]) / 2], width: distance(one, other) };
  }

  #released(event) {
    this.#down.delete(event.pointerId);
  }

  #clicked(event) {
    if (this.#wasDragged) return;
    // Assistive technology clicks on an element, not at a place.
    const actor = event.detail ? this.#actorAt(event) : this.#map.drawing.actorOf(event.target);
    // The sea and land of no actor keep the choice.
    if (actor) this.#map.choose(actor);
    this.#map.point(actor, this.#at(event));
  }

  #wheeled(event) {
    if (!event.ctrlKey && !event.metaKey) {
      this.#map.hint.show(`Hold ${isMac() ? "⌘" : "Ctrl"} while scrolling to zoom the map`);
      return;
    }
    event.preventDefault();
    const turned = Math.max(-MOST_WHEEL, Math.min(event.deltaY, MOST_WHEEL));
    this.#map.viewport.zoomBy(Math.exp(-turned / 100), this.#at(event));
  }
}

function distance([x1, y1], [x2, y2]) {
  return Math.hypot(x1 - x2, y1 - y2);
}

function isMac() {
  return navigator.platform.startsWith("Mac");
}
