const DIRECTIONS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const BY_NAME = new Intl.Collator("en");
const KEY_ZOOM = 1.6;
/** Letters that follow each other within this time are one word. */
const WORD_MS = 900;

/**
 * The keys of the map, which is one stop of the tab key: ARIA's list box, its options spread over a plane.
 */
export class Keyboard {
  #map;
  #word = "";
  #typedAt = -Infinity;

  /** @param {import("./world.js").WorldMap} map */
  constructor(map) {
    this.#map = map;
    const { svg } = map.picture;
    svg.addEventListener("keydown", (event) => this.#pressed(event));
    svg.addEventListener("focus", () => svg.matches(":focus-visible") && map.focusOn(this.#here()?.id));
    svg.addEventListener("blur", () => map.focusOn(undefined));
  }

  #pressed(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || !this.#all().length) return;
    // Within a word, a space or a hyphen is a part of it.
    const isWord = /^\p{L}$/u.test(event.key) || (/^[ '’.,()&-]$/.test(event.key) && this.#isTyping(event));
    const act = isWord ? () => this.#type(event) : this.#actOf(event.key);
    if (!act) return;
    // Streamlit has shortcuts of one letter.
    event.stopPropagation();
    event.preventDefault();
    if (!isWord) this.#word = "";
    act();
  }

  #actOf(key) {
    const { viewport } = this.#map;
    if (key in DIRECTIONS) return () => this.#go(next(this.#here(), this.#all(), DIRECTIONS[key]));
    return {
      Enter: () => this.#map.choose(this.#here().id),
      " ": () => this.#map.choose(this.#here().id),
      Escape: () => this.#map.choose(""),
      Home: () => this.#go(this.#byName()[0]),
      End: () => this.#go(this.#byName().at(-1)),
      "+": () => viewport.zoomBy(KEY_ZOOM, this.#focus(), true),
      "=": () => viewport.zoomBy(KEY_ZOOM, this.#focus(), true),
      "-": () => viewport.zoomBy(1 / KEY_ZOOM, this.#focus(), true),
      0: () => this.#map.goTo(),
    }[key];
  }

  /** Where the active place is on the stage. */
  #focus() {
    return this.#map.viewport.place(this.#here().point);
  }

  #all() {
    return [...this.#map.picture.placed()];
  }

  #byName() {
    const name = ({ id }) => this.#map.positions.nameOf(id);
    return this.#all().sort((one, other) => BY_NAME.compare(name(one), name(other)));
  }

  /** The active place; at first the chosen one, or what is nearest to the middle of the stage. */
  #here() {
    const all = this.#all();
    const known = all.find(({ id }) => id === this.#map.active) ?? all.find(({ id }) => id === this.#map.chosen.value);
    return known ?? closest(all, this.#map.viewport.camera);
  }

  #go(place) {
    if (place) this.#map.focusOn(place.id);
  }

  #isTyping({ timeStamp }) {
    return this.#word !== "" && timeStamp - this.#typedAt < WORD_MS;
  }

  #type(event) {
    this.#word = (this.#isTyping(event) ? this.#word : "") + plain(event.key);
    this.#typedAt = event.timeStamp;
    const names = this.#byName();
    const at = names.findIndex(({ id }) => id === this.#here().id);
    // One letter again and again goes through all names that begin with it; a longer word may already be there.
    const isOneLetter = [...this.#word].every((letter) => letter === this.#word[0]);
    const first = isOneLetter ? at + 1 : at;
    const start = isOneLetter ? this.#word[0] : this.#word;
    const inTurn = [...names.slice(first), ...names.slice(0, first)];
    this.#go(inTurn.find(({ id }) => plain(this.#map.positions.nameOf(id)).startsWith(start)));
  }
}

/** Small letters without accents. */
function plain(name) {
  return name.normalize("NFD").replace(/\p{M}/gu, "").replace(/’/g, "'").toLowerCase();
}

function closest(places, { x, y }) {
  const far = ({ point }) => Math.hypot(point[0] - x, point[1] - y);
  return [...places].sort((one, other) => far(one) - far(other))[0];
}

/** The nearest place in a direction: ahead if there is one, otherwise anywhere on that side. */
function next(here, places, [right, down]) {
  const ways = places
    .filter(({ id }) => id !== here.id)
    .map((place) => {
      const [x, y] = [place.point[0] - here.point[0], place.point[1] - here.point[1]];
      return { place, along: x * right + y * down, aside: Math.abs(x * down - y * right) };
    })
    .filter(({ along }) => along > 0);
  const ahead = ways.filter(({ along, aside }) => aside <= 2 * along);
  const cost = ({ along, aside }) => along + 2 * aside;
  return (ahead.length ? ahead : ways).sort((one, other) => cost(one) - cost(other))[0]?.place;
}
