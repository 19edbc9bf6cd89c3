import { Drawing } from "./drawing.js";
import { Looks } from "./looks.js";
import { Marks } from "./marks.js";
import { Names } from "./names.js";
import { placesOf } from "./outlines.js";
import { Ring } from "./rings.js";
import { Tip } from "../drawn/tip.js";
import { Viewport } from "./viewport.js";

/** So long after its last move, the map is at rest. */
const REST_MS = 150;

/** All that is seen on the stage: outlines, marks, names, the rings around single actors, and the note beside one. */
export class Picture {
  #names = new Map();
  #resting = 0;

  /**
   * @param {ShadowRoot} root
   * @param {object} outlines The file of outlines.
   * @param {import("./positions.js").Positions} positions
   * @param {{key: string, box: import("./camera.js").Box}[]} views
   */
  constructor(root, outlines, positions, views) {
    this.root = root;
    this.positions = positions;
    this.svg = root.querySelector(".drawing");
    this.places = placesOf(outlines);
    this.looks = new Looks(this.svg.querySelector("defs"));
    this.drawing = new Drawing(this.svg, outlines, this.places, this.looks);
    this.marks = new Marks(this.drawing, this.places);
    this.names = new Names(this.svg.querySelector(".names"), this.drawing, this.places);
    this.rings = this.#rings("pointed", "chosen", "focused");
    this.tip = new Tip(root.querySelector(".tip"));
    const boxes = Object.fromEntries(views.map(({ key, box }) => [key, box]));
    this.viewport = new Viewport(root.querySelector(".stage"), boxes, outlines, () => this.draw());
  }

  /** Called after each move of the viewport. */
  onDraw = () => {};

  /** Everything that depends on who stands where. */
  paint() {
    const { positions } = this;
    for (const id of this.places.keys()) {
      const paint = positions.paintOf(id);
      if (paint) this.drawing.paint(id, this.looks.of(paint), positions.linesOf(id).join(", "));
      else this.drawing.paint(id, null, "");
    }
    this.#names = new Map([...this.placed()].map(({ id }) => [id, positions.nameOf(id)]));
    const isGone = ({ id }) => id !== undefined && !this.drawing.isShown(id);
    if (isGone(this.rings.pointed)) this.point(undefined);
    if (isGone(this.rings.focused)) this.focusOn(undefined);
  }

  /** Everything that depends on what part of the map is on the stage. */
  draw() {
    const { viewport } = this;
    this.drawing.ground.setAttribute("transform", viewport.transform);
    this.looks.scaleTo(viewport.camera.k);
    this.marks.update(viewport);
    this.#write(false);
    clearTimeout(this.#resting);
    this.#resting = setTimeout(() => this.#write(true), REST_MS);
    for (const ring of Object.values(this.rings)) ring.update(viewport);
    this.svg.classList.toggle("free", viewport.isFree);
    if (this.rings.focused.id !== undefined) this.focusOn(this.rings.focused.id);
    this.onDraw();
  }

  leave() {
    clearTimeout(this.#resting);
    this.viewport.leave();
  }

  /** The places of the actors that are on the map. */
  *placed() {
    for (const place of this.places.values()) if (this.drawing.isShown(place.id)) yield place;
  }

  /** The actor that is meant by a place on the screen, or undefined. */
  actorAt({ clientX, clientY }) {
    const under = this.drawing.actorOf(this.root.elementFromPoint(clientX, clientY));
    return this.marks.meant(this.at({ clientX, clientY }), under, this.viewport.camera.k);
  }

  /** A place on the screen as one on the stage. */
  at({ clientX, clientY }) {
    const { left, top } = this.svg.getBoundingClientRect();
    return [clientX - left, clientY - top];
  }

  /** Mark what the pointer is on, with the note beside the pointer; undefined for none. */
  point(id, at) {
    this.svg.classList.toggle("on-actor", id !== undefined);
    this.rings.pointed.around(id);
    this.rings.pointed.update(this.viewport);
    this.#note(id, at);
  }

  /** Mark what the keyboard is on, with the note beside that; undefined for none. */
  focusOn(id) {
    this.rings.focused.around(id);
    this.rings.focused.update(this.viewport);
    if (id !== undefined) this.svg.setAttribute("aria-activedescendant", this.drawing.elementOf(id).id);
    this.#note(id, id && this.viewport.place(this.places.get(id).point));
  }

  /** Mark the chosen actor; an empty id for none. */
  choose(id) {
    this.svg.querySelector("[aria-selected]")?.removeAttribute("aria-selected");
    this.rings.chosen.around(id || undefined);
    this.rings.chosen.update(this.viewport);
    if (id && this.drawing.isShown(id)) this.drawing.elementOf(id).setAttribute("aria-selected", "true");
  }

  #rings(...kinds) {
    const layer = this.svg.querySelector(".rings");
    return Object.fromEntries(kinds.map((kind) => [kind, new Ring(layer, kind, this)]));
  }

  #note(id, at) {
    if (id === undefined) this.tip.hide();
    else this.tip.show(this.positions.linesOf(id), at, this.viewport.stage);
  }

  #write(atRest) {
    this.names.update(this.#names, this.marks.shown, this.viewport, atRest);
  }
}
