import { Agreement } from "./agreement.js";
import { Controls } from "./controls.js";
import { Drawing } from "./drawing.js";
import { classesAt, frameOf } from "./frames.js";
import { Keyboard } from "./keyboard.js";
import { Legend } from "./legend.js";
import { Looks } from "./looks.js";
import { Marks } from "./marks.js";
import { Names } from "./names.js";
import { placesOf } from "./outlines.js";
import { Player } from "./player.js";
import { Pointer } from "./pointer.js";
import { Ring } from "./rings.js";
import { Hint, Tip } from "./tip.js";
import { Viewport } from "./viewport.js";

/** So long after its last move, the map is at rest. */
const REST_MS = 150;

/** The map on the page: takes drawings from Python, and tells Python what the reader chose. */
export class WorldMap {
  #resting = 0;

  /**
   * @param {ShadowRoot} root
   * @param {object} outlines The file of outlines.
   * @param {object} data As ui/world_map/__init__.py sends it.
   */
  constructor(root, outlines, data) {
    this.root = root;
    this.svg = root.querySelector(".drawing");
    this.outlines = outlines;
    this.places = placesOf(outlines);
    this.looks = new Looks(this.svg.querySelector("defs"));
    this.drawing = new Drawing(this.svg, outlines, this.places, this.looks);
    this.marks = new Marks(this.drawing, this.places);
    this.names = new Names(this.svg.querySelector(".names"), this.drawing, this.places);
    this.rings = this.#rings("pointed", "chosen", "focused");
    this.tip = new Tip(root.querySelector(".tip"));
    this.hint = new Hint(root.querySelector(".hint"));
    this.#agree(data);
    this.#wire(data);
  }

  /** Take what Python sent, in the first run and in each that follows. */
  take(data, send) {
    this.send = send;
    this.drawn = data.drawing;
    this.frames = data.drawing.frames ?? [];
    this.base = frameOf(this.frames, data.day);
    this.day.hear(data.day);
    this.player.take(this.frames, frameOf(this.frames, this.day.value));
    this.svg.setAttribute("aria-label", data.drawing.label);
    const hasSeats = this.outlines.seats.some(({ id }) => id in this.drawn.actors);
    this.legend.take(this.drawn.classes, { hasSeats, disputed: this.outlines.disputed });
    this.#paint();
    if (this.view.hear(data.view) || !this.viewport.camera) this.viewport.show(this.view.value);
    else this.#draw();
    this.chosen.hear(data.chosen ?? "");
    this.#markChosen();
  }

  leave() {
    clearTimeout(this.#resting);
    this.player.leave();
    this.viewport.leave();
  }

  /** The reader chooses an actor; an empty id for none. */
  choose(id) {
    if (id) this.active = id;
    if (!this.chosen.say(id)) return;
    this.#markChosen();
    this.send("choose", id);
  }

  /** The pointer is on an actor, or on none. */
  point(id, at) {
    this.svg.classList.toggle("on-actor", id !== undefined);
    this.rings.pointed.around(id);
    this.rings.pointed.update(this.viewport);
    if (id === undefined) this.tip.hide();
    else this.tip.show(this.linesOf(id), at, this.viewport.stage);
  }

  /** The keyboard is on an actor, or elsewhere. */
  focusOn(id) {
    this.rings.focused.around(id);
    this.#markFocused();
    if (id === undefined) return;
    this.active = id;
    this.svg.setAttribute("aria-activedescendant", this.drawing.elementOf(id).id);
    this.viewport.reveal(this.places.get(id).point);
  }

  /** The places of the actors that are on the map. */
  *placed() {
    for (const place of this.places.values()) if (this.drawing.isShown(place.id)) yield place;
  }

  nameOf(id) {
    return this.drawn.actors[id].lines[0];
  }

  /** What is known of an actor in lines; of one in another frame than Python's only the class. */
  linesOf(id) {
    if (this.player.at === this.base) return this.drawn.actors[id].lines;
    return [this.nameOf(id), this.drawn.classes[this.classes.get(id)].words];
  }

  #rings(...kinds) {
    const layer = this.svg.querySelector(".rings");
    return Object.fromEntries(kinds.map((kind) => [kind, new Ring(layer, kind, this)]));
  }

  #agree({ view, chosen, day }) {
    this.view = new Agreement(view);
    this.chosen = new Agreement(chosen ?? "");
    this.day = new Agreement(day);
  }

  #wire({ views }) {
    const boxes = Object.fromEntries(views.map(({ key, box }) => [key, box]));
    this.viewport = new Viewport(this.root.querySelector(".stage"), boxes, this.outlines, () => this.#draw());
    this.controls = new Controls(this.root, views, (view) => this.#goTo(view), () => this.viewport);
    this.legend = new Legend(this.root.querySelector(".legend"), this.looks, (at) => this.#light(at));
    this.player = new Player(this.root.querySelector(".player"), (at) => this.#show(at), (at) => this.#restAt(at));
    this.pointer = new Pointer(this);
    this.keyboard = new Keyboard(this);
  }

  /** To a named view; undefined for the whole of the present one. */
  #goTo(view = this.view.value) {
    this.viewport.show(view);
    if (this.view.say(view)) this.send("view", view);
  }

  #show(at) {
    this.#paint();
    this.#draw();
    this.drawing.flash(Object.keys(this.frames[at].classes).filter((id) => id in this.drawn.actors));
  }

  #restAt(at) {
    const { day } = this.frames[at];
    if (this.day.say(day)) this.send("day", day);
  }

  #markChosen() {
    this.svg.querySelector("[aria-selected]")?.removeAttribute("aria-selected");
    const id = this.chosen.value;
    this.rings.chosen.around(id || undefined);
    this.rings.chosen.update(this.viewport);
    if (id && this.drawing.isShown(id)) this.drawing.elementOf(id).setAttribute("aria-selected", "true");
  }

  #markFocused() {
    const { viewport } = this;
    const { id } = this.rings.focused;
    this.rings.focused.update(viewport);
    if (id === undefined) this.tip.hide();
    else this.tip.show(this.linesOf(id), viewport.place(this.places.get(id).point), viewport.stage);
  }

  #light(at) {
    this.drawing.light(at === undefined ? undefined : new Set(this.#ids().filter((id) => this.classes.get(id) === at)));
  }

  #ids() {
    return [...this.places.keys()];
  }

  /** Everything that depends on the drawing and its frame. */
  #paint() {
    const isBase = this.player.at === this.base;
    const own = Object.entries(this.drawn.actors).map(([id, actor]) => [id, actor.class]);
    this.classes = isBase ? new Map(own) : classesAt(this.drawn, this.player.at);
    const counts = this.drawn.classes.map(({ count }) => (isBase ? count : 0));
    for (const id of this.#ids()) {
      const at = this.classes.get(id) ?? null;
      if (at === null) this.drawing.paint(id, null, "");
      else this.drawing.paint(id, this.looks.of(this.drawn.classes[at]), this.linesOf(id).join(", "));
      if (at !== null && !isBase) counts[at] += 1;
    }
    this.legend.count(counts, !isBase);
    this.named = new Map([...this.placed()].map(({ id }) => [id, this.nameOf(id)]));
  }

  /** Everything that depends on what part of the map is on the stage. */
  #draw() {
    const { viewport } = this;
    this.drawing.ground.setAttribute("transform", viewport.transform);
    this.looks.scaleTo(viewport.camera.k);
    this.marks.update(viewport);
    this.names.update(this.named, this.marks.shown, viewport, false);
    clearTimeout(this.#resting);
    this.#resting = setTimeout(() => this.names.update(this.named, this.marks.shown, viewport, true), REST_MS);
    for (const ring of Object.values(this.rings)) ring.update(viewport);
    this.controls.mark(viewport.view);
    this.svg.classList.toggle("free", viewport.isFree);
    if (this.rings.focused.id !== undefined) this.#markFocused();
  }
}
