import { MARK_PX } from "./drawing.js";

/** An outline under this many square pixels cannot be seen, let alone hit. */
const UNSEEN_PX2 = 16;
const REACH_PX = 12;

/** Which actors carry a mark at the present size, where the marks are, and which one a pointer means. */
export class Marks {
  #drawing;
  #places;
  #shown = [];

  constructor(drawing, places) {
    this.#drawing = drawing;
    this.#places = places;
  }

  /** Place all marks anew. */
  update(viewport) {
    this.#shown = [];
    for (const [id, element] of this.#drawing.marks) {
      const isShown = this.#drawing.isShown(id) && this.isNeeded(id, viewport.camera.k);
      element.style.display = isShown ? "" : "none";
      if (!isShown) continue;
      const [x, y] = viewport.place(this.#places.get(id).point);
      const radius = this.#drawing.radiusOf(id);
      element.setAttribute("transform", `translate(${x} ${y}) scale(${radius / MARK_PX})`);
      this.#shown.push({ id, x, y, radius });
    }
  }

  /** @returns {{id: string, x: number, y: number, radius: number}[]} In pixels; the topmost is last. */
  get shown() {
    return this.#shown;
  }

  /** Whether a place cannot be seen without a mark where `k` pixels are one unit of the map. */
  isNeeded(id, k) {
    return this.#places.get(id).area * k * k < UNSEEN_PX2;
  }

  /**
   * Which actor a pointer means: the nearest mark in reach, unless it points beside that mark at an outline that can
   * be seen; then the outline.
   * @param {string | undefined} under The actor whose outline is under the pointer.
   */
  meant([x, y], under, k) {
    const [nearest] = this.#shown
      .map((mark) => ({ ...mark, distance: Math.hypot(mark.x - x, mark.y - y) }))
      .filter(({ distance }) => distance <= REACH_PX)
      .sort((one, other) => one.distance - other.distance);
    if (!nearest) return under;
    const isBeside = nearest.distance > nearest.radius && under && !this.isNeeded(under, k);
    return isBeside ? under : nearest.id;
  }
}
