/** The keys of the lines, which are one stop of the tab key: ARIA's list box with a group for each lane. */
export class Keyboard {
  #lines;

  /** @param {import("./lines.js").StanceLines} lines */
  constructor(lines) {
    this.#lines = lines;
    const { list } = lines;
    list.addEventListener("keydown", (event) => this.#pressed(event));
    list.addEventListener("focus", () => list.matches(":focus-visible") && lines.focusOn(this.#here()));
    list.addEventListener("blur", () => lines.focusOn(undefined));
  }

  #pressed(event) {
    const act = event.ctrlKey || event.metaKey || event.altKey || !this.#here() ? undefined : this.#actOf(event.key);
    if (!act) return;
    // Streamlit has shortcuts of its own.
    event.stopPropagation();
    event.preventDefault();
    act();
  }

  #actOf(key) {
    return {
      ArrowLeft: () => this.#step(-1),
      ArrowRight: () => this.#step(1),
      ArrowUp: () => this.#climb(-1),
      ArrowDown: () => this.#climb(1),
      Home: () => this.#go(this.#lane()[0]),
      End: () => this.#go(this.#lane().at(-1)),
      Enter: () => this.#lines.choose(this.#here()),
      " ": () => this.#lines.choose(this.#here()),
      Escape: () => this.#lines.choose(undefined),
    }[key];
  }

  /** The active point; at first the chosen one, or the first of all. */
  #here() {
    const { active, chosen } = this.#lines;
    const all = this.#lines.spots();
    return all.find(({ id }) => id === active) ?? all.find(({ id }) => id === chosen.value) ?? all[0];
  }

  #lane(lane = this.#here().lane) {
    return this.#lines.spots().filter((spot) => spot.lane === lane);
  }

  #step(by) {
    const lane = this.#lane();
    this.#go(lane[lane.findIndex(({ id }) => id === this.#here().id) + by]);
  }

  /** To the point nearest in time of the next lane that has any. */
  #climb(by) {
    const here = this.#here();
    const others = this.#lines.spots().filter(({ lane }) => (lane - here.lane) * by > 0);
    if (!others.length) return;
    const lane = by > 0 ? others[0].lane : others.at(-1).lane;
    const far = ({ x }) => Math.abs(x - here.x);
    this.#go(this.#lane(lane).sort((one, other) => far(one) - far(other))[0]);
  }

  #go(spot) {
    if (spot) this.#lines.focusOn(spot);
  }
}
