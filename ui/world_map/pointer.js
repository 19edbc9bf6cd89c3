/** A finger or a mouse that moved farther than this drags; less is a click. */
const DRAG_PX = 5;
const DOUBLE_CLICK_ZOOM = 2;
/** Wheels report steps of 100 and more, trackpads a few at a time. */
const MOST_WHEEL = 40;
const WHEEL_LINE_PX = 16;

/** Mouse, pen and fingers: hover, choose, drag, pinch, wheel. */
export class Pointer {
  #map;
  #picture;
  #down = new Map();
  #wasDragged = false;

  /** @param {import("./world.js").WorldMap} map */
  constructor(map) {
    this.#map = map;
    this.#picture = map.picture;
    const { svg } = map.picture;
    const listen = (name, act, options) => svg.addEventListener(name, act.bind(this), options);
    listen("pointerdown", this.#pressed);
    listen("pointermove", this.#moved);
    listen("pointerup", this.#released);
    listen("pointercancel", this.#released);
    listen("pointerleave", () => map.picture.point(undefined));
    listen("click", this.#clicked);
    listen("dblclick", (event) => map.viewport.zoomBy(DOUBLE_CLICK_ZOOM, map.picture.at(event), true));
    listen("wheel", this.#wheeled, { passive: false });
    // Two fingers are for the map; one scrolls the page where `touch-action` says so.
    listen("touchmove", (event) => event.touches.length > 1 && event.preventDefault(), { passive: false });
  }

  #pressed(event) {
    if (event.button !== 0) return;
    if (!this.#down.size) this.#wasDragged = false;
    this.#down.set(event.pointerId, this.#picture.at(event));
  }

  #moved(event) {
    // The button may have been let go outside the map.
    if (!event.buttons) this.#down.delete(event.pointerId);
    if (this.#down.has(event.pointerId)) this.#dragged(event.pointerId, this.#picture.at(event));
    else if (event.pointerType !== "touch") this.#picture.point(this.#picture.actorAt(event), this.#picture.at(event));
  }

  #dragged(pointer, at) {
    if (!this.#wasDragged) {
      if (distance(at, this.#down.get(pointer)) < DRAG_PX) return;
      this.#wasDragged = true;
      for (const id of this.#down.keys()) this.#picture.svg.setPointerCapture(id);
      this.#picture.point(undefined);
    }
    const before = this.#spread();
    this.#down.set(pointer, at);
    const after = this.#spread();
    if (before.width) this.#map.viewport.zoomBy(after.width / before.width, before.middle);
    this.#map.viewport.dragBy(after.middle[0] - before.middle[0], after.middle[1] - before.middle[1]);
  }

  /** Where the fingers are, and how far apart two of them are. */
  #spread() {
    const [one, other = one] = [...this.#down.values()];
    return { middle: [(one[0] + other[0]) / 2, (one[1] + other[1]) / 2], width: distance(one, other) };
  }

  #released(event) {
    this.#down.delete(event.pointerId);
  }

  #clicked(event) {
    if (this.#wasDragged) return;
    // Assistive technology clicks on an element, not at a place.
    const actor = event.detail ? this.#picture.actorAt(event) : this.#picture.drawing.actorOf(event.target);
    // The sea and land of no actor keep the choice.
    if (actor) this.#map.choose(actor);
    this.#picture.point(actor, this.#picture.at(event));
  }

  #wheeled(event) {
    if (!event.ctrlKey && !event.metaKey) {
      this.#map.hint.show(`Hold ${isMac() ? "⌘" : "Ctrl"} while scrolling to zoom the map`);
      return;
    }
    event.preventDefault();
    const pixels = event.deltaY * (event.deltaMode === WheelEvent.DOM_DELTA_LINE ? WHEEL_LINE_PX : 1);
    const turned = Math.max(-MOST_WHEEL, Math.min(pixels, MOST_WHEEL));
    this.#map.viewport.zoomBy(Math.exp(-turned / 100), this.#picture.at(event));
  }
}

function distance([x1, y1], [x2, y2]) {
  return Math.hypot(x1 - x2, y1 - y2);
}

function isMac() {
  return navigator.platform.startsWith("Mac");
}
