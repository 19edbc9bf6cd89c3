import { drawn } from "../drawn/elements.js";

/** Closer than this many times the world, places are named. */
const NAMED_FROM = 2.6;
const FONT_PX = 11.5;
const LINE_PX = 14;
const BESIDE_MARK_PX = 9;
/** How finely the visible part of an outline is searched for a place for its name. */
const COLUMNS = 16;
const ROWS = 9;

/** The names on the map: on outlines that have room for them, beside marks where nothing else is. */
export class Names {
  #layer;
  #drawing;
  #places;
  #texts = new Map();
  #widths = new Map();
  #ruler = document.createElement("canvas").getContext("2d");

  constructor(layer, drawing, places) {
    this.#layer = layer;
    this.#drawing = drawing;
    this.#places = [...places.values()].sort((one, other) => other.area - one.area);
  }

  /**
   * Write the names anew.
   * @param {Map<string, string>} names By actor, only of those on the map.
   * @param {{id: string, x: number, y: number}[]} marks
   * @param {boolean} atRest Only then is there time to look where an outline that runs off the stage can be named.
   */
  update(names, marks, viewport, atRest) {
    const written = viewport.zoom < NAMED_FROM ? [] : [...this.#placed(names, marks, viewport, atRest)];
    this.#layer.replaceChildren(...written);
  }

  *#placed(names, marks, viewport, atRest) {
    const marked = new Map(marks.map((mark) => [mark.id, mark]));
    const taken = marks.map(({ x, y }) => box(x, y, 12, 12));
    for (const place of this.#places) {
      const name = names.get(place.id);
      if (!name || !viewport.sees(place.box)) continue;
      const width = this.#widthOf(name);
      const mark = marked.get(place.id);
      const spots = mark ? besides(mark, width) : this.#onOutline(place, width, viewport, atRest);
      const spot = spots.find((each) => fits(each, viewport.stage) && !taken.some((other) => overlap(each, other)));
      if (!spot) continue;
      taken.push(spot);
      yield this.#text(place.id, name, spot);
    }
  }

  #onOutline(place, width, viewport, atRest) {
    if (!hasRoom(place, width, viewport.camera.k)) return [];
    const spot = box(...viewport.place(place.point), width, LINE_PX);
    if (fits(spot, viewport.stage) || !atRest) return [spot];
    return visibleSpots(this.#drawing.outlineOf(place.id), place, width, viewport);
  }

  #text(id, name, { left, right, top }) {
    if (!this.#texts.has(id)) this.#texts.set(id, drawn("text"));
    const text = this.#texts.get(id);
    text.textContent = name;
    text.setAttribute("x", (left + right) / 2);
    text.setAttribute("y", top + FONT_PX);
    return text;
  }

  #widthOf(name) {
    if (!this.#widths.has(name)) {
      this.#ruler.font = `600 ${FONT_PX}px ${getComputedStyle(this.#layer).fontFamily}`;
      this.#widths.set(name, this.#ruler.measureText(name).width + 4);
    }
    return this.#widths.get(name);
  }
}

function hasRoom({ area, box: [west, , east] }, width, k) {
  return area * k * k > width * LINE_PX && (east - west) * k > width * 0.85;
}

/** Where the part of an outline that is on the stage holds a name, the places with the most room around them first. */
function visibleSpots(outline, { box: [west, north, east, south] }, width, viewport) {
  const { stage } = viewport;
  const [left, top] = viewport.place([west, north]).map((edge) => Math.max(edge, 0));
  const [right, bottom] = viewport.place([east, south]);
  const [across, down] = [Math.min(right, stage.width) - left, Math.min(bottom, stage.height) - top];
  const holds = (x, y) => outline.isPointInFill(new DOMPoint(...viewport.at([x, y])));
  const middle = (n, of, start, length) => start + ((n + 0.5) / of) * length;
  const points = Array.from({ length: COLUMNS * ROWS }, (_, n) => [
    middle(n % COLUMNS, COLUMNS, left, across),
    middle(Math.floor(n / COLUMNS), ROWS, top, down),
  ]);
  const outer = points.filter(([x, y]) => !holds(x, y));
  return points
    .filter((point) => !outer.includes(point))
    .map(([x, y]) => ({ spot: box(x, y, width, LINE_PX), room: roomAt([x, y], outer, stage, width) }))
    .filter(({ room }) => room >= 1)
    .sort((one, other) => other.room - one.room)
    .map(({ spot }) => spot);
}

/** How many times a name could be as large, before it touches what is outside. */
function roomAt([x, y], outer, { width: right, height: bottom }, width) {
  const times = ([px, py]) => Math.max(Math.abs(px - x) / width, Math.abs(py - y) / LINE_PX) * 2;
  const edges = Math.min(x, right - x, (y * width) / LINE_PX, ((bottom - y) * width) / LINE_PX) / (width / 2);
  return Math.min(edges, ...outer.map(times));
}

/** Right, left, below or above a mark. */
function besides({ x, y }, width) {
  const aside = BESIDE_MARK_PX + width / 2;
  const away = BESIDE_MARK_PX + LINE_PX / 2;
  return [
    box(x + aside, y, width, LINE_PX),
    box(x - aside, y, width, LINE_PX),
    box(x, y + away, width, LINE_PX),
    box(x, y - away, width, LINE_PX),
  ];
}

function box(x, y, width, height) {
  return { left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 };
}

function overlap(one, other) {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}

function fits({ left, right, top, bottom }, stage) {
  return left >= 2 && top >= 2 && right <= stage.width - 2 && bottom <= stage.height - 2;
}
