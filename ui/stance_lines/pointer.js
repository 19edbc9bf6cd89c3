/**
 * Pixels, for a mouse and for a finger: so far from its middle a point is meant; points so little farther off than the
 * nearest are of its heap; a click no farther than this from the last one asks for the next of the same heap.
 */
const EXACT = { reach: 12, heap: 5, again: 4 };
const BLUNT = { reach: 22, heap: 9, again: 14 };

/** Mouse, pen and fingers: what is pointed at is told, what is clicked is chosen; clicks again go through a heap. */
export class Pointer {
  #lines;
  #last = null;

  /** @param {import("./lines.js").StanceLines} lines */
  constructor(lines) {
    this.#lines = lines;
    lines.list.addEventListener("pointermove", (event) => event.pointerType !== "touch" && this.#moved(event));
    lines.list.addEventListener("pointerleave", () => lines.point(undefined));
    lines.list.addEventListener("click", (event) => this.#clicked(event));
  }

  #moved(event) {
    const [nearest] = this.#meant(event);
    this.#lines.point(nearest);
  }

  #clicked(event) {
    // Assistive technology clicks on an element, not at a place.
    const spot = event.detail ? this.#next(event) : this.#lines.spotOf(event.target.closest("[role=option]")?.id);
    if (!spot) return;
    this.#lines.choose(spot);
    this.#lines.point(spot);
  }

  #next(event) {
    const { clientX: x, clientY: y } = event;
    const isAgain = this.#last && Math.hypot(x - this.#last.x, y - this.#last.y) <= precisionOf(event).again;
    const heap = isAgain ? this.#last.heap : this.#meant(event);
    const turn = isAgain ? (this.#last.turn + 1) % Math.max(1, heap.length) : 0;
    this.#last = { x, y, heap, turn };
    return heap[turn];
  }

  /** The point that is meant, then those that lie together with it, the nearest first. */
  #meant(event) {
    const [x, y] = this.#lines.at(event);
    const { reach, heap } = precisionOf(event);
    const found = this.#lines
      .spots()
      .map((spot) => ({ ...spot, far: Math.hypot(spot.x - x, spot.y - y) }))
      .filter(({ far }) => far <= reach)
      .sort((one, other) => one.far - other.far);
    return found.filter(({ far }) => far - found[0].far <= heap);
  }
}

function precisionOf({ pointerType }) {
  return pointerType === "touch" ? BLUNT : EXACT;
}
