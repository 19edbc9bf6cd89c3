import { drawn, made } from "../drawn/elements.js";
import { flagOf, markOf, pieceOf, ringOf, whiskerOf } from "./marks.js";
import { HEAD_PX, levelsOf, piecesOf, placesOf, riserOf } from "./placing.js";
import { Room } from "./room.js";
import { Words } from "./words.js";

/** Points from this width of the plot on are as large as on a desk. */
const WIDE_PX = 600;

/** One issue of one actor: its title and note above, its plot below. */
export class LaneView {
  #plot = drawn("svg", { class: "plot", role: "none" });
  #marks = [];

  /**
   * @param {object} lane As charts.stance_lines makes it.
   * @param {number} number Its place among the lanes.
   * @param {boolean} isNewIssue Whether its title is to be shown.
   */
  constructor(lane, number, isNewIssue) {
    this.lane = lane;
    this.number = number;
    const label = [lane.title, lane.note].filter(Boolean).join(", ");
    this.element = made("div", { class: isNewIssue ? "lane first" : "lane", role: "group", "aria-label": label });
    if (isNewIssue) this.element.append(made("div", { class: "title", "aria-hidden": "true" }, lane.title));
    if (lane.note) this.element.append(made("div", { class: "note", "aria-hidden": "true" }, lane.note));
    this.element.append(this.#plot);
  }

  /** Draw for a width; points keep their ids. */
  draw(scale, family) {
    const { heights, height } = levelsOf(this.lane);
    this.radius = scale.right - scale.left < WIDE_PX ? 4 : 4.5;
    this.places = placesOf(this.lane, scale, heights, this.radius);
    this.#plot.setAttribute("height", height);
    const risers = this.lane.changes.map((change) => riserOf(change, scale, heights));
    const lineAt = (y) => drawn("path", { class: "level", d: `M${scale.left} ${y}H${scale.right}` });
    const parts = [
      ["ground", ...Object.values(heights).map(lineAt)],
      ["line", ...piecesOf(this.lane, scale, heights).map(pieceOf), ...risers.map(riserLine)],
      ["words", ...this.#words(new Words(this.#room(risers), scale, family), heights, risers)],
      ["flags", ...risers.map(({ x, flag }) => flagOf(x, flag))],
    ];
    const hidden = parts.map(([name, ...children]) => grouped(name, children, { "aria-hidden": "true" }));
    this.#marks = this.places.map((place, at) => this.#mark(place, at));
    this.#plot.replaceChildren(...hidden, grouped("points", this.#marks, { role: "none" }));
  }

  /** Its points in the order of time, and where they are under the upper edge of a screen. */
  spots(edge) {
    const top = this.#plot.getBoundingClientRect().top - edge;
    return this.places.map(({ point, x, y }, at) => ({
      id: point.id,
      lane: this.number,
      x,
      y: top + y,
      element: this.#marks[at],
      lines: point.lines,
    }));
  }

  #words(words, heights, risers) {
    if (this.lane.silence) return [words.level(this.lane.silence, HEAD_PX)];
    const levels = this.lane.levels.map((level) => words.level(level.words, heights[level.stance]));
    const days = risers.flatMap(({ x, flag }, at) => [...words.change(this.lane.changes[at].label, x, flag)]);
    return [...levels, ...days];
  }

  /** What words may not cover. */
  #room(risers) {
    const room = new Room();
    const reach = this.radius + 1;
    const around = (x, y, half) => ({ left: x - half, right: x + half, top: y - half, bottom: y + half });
    for (const { x, y } of this.places) room.take(around(x, y, reach));
    for (const { x, y1, y2, flag } of risers) {
      room.take({ left: x - 3, right: x + 3, top: Math.min(y1, y2), bottom: Math.max(y1, y2) });
      room.take(around(x, flag, 7));
    }
    return room;
  }

  #mark({ point, x, y, from }, at) {
    const mark = drawn("g", {
      id: `point-${this.number}-${at}`,
      role: "option",
      "aria-selected": "false",
      "aria-label": point.name,
      "data-id": point.id,
    });
    const group = drawn("g", { transform: `translate(${x} ${y})` });
    const ring = grouped("ring", [ringOf(point.form, this.radius + 3.5), ringOf(point.form, this.radius + 3.5)]);
    group.append(ring, markOf(point.form, point.fill, this.radius));
    if (from < x - this.radius) mark.append(whiskerOf(from, x, y, point.fill));
    mark.append(group);
    return mark;
  }
}

function riserLine({ x, y1, y2 }) {
  return drawn("path", { class: "riser", d: `M${x} ${y1}V${y2}` });
}

function grouped(name, children, attributes = {}) {
  const group = drawn("g", { class: name, ...attributes });
  group.append(...children);
  return group;
}
