import { Agreement } from "../drawn/agreement.js";
import { Keyboard } from "./keyboard.js";
import { Legend } from "./legend.js";
import { Picture } from "./picture.js";
import { Player } from "./player.js";
import { Pointer } from "./pointer.js";
import { frameOf, Positions } from "./positions.js";
import { Hint } from "../drawn/tip.js";

/** The map on the page: takes drawings from Python, and tells Python what the reader chose. */
export class WorldMap {
  /**
   * @param {ShadowRoot} root
   * @param {object} outlines The file of outlines.
   * @param {object} data As ui/world_map/__init__.py sends it.
   * @param {import("./controls.js").Controls} controls
   */
  constructor(root, outlines, { views, view, chosen, day }, controls) {
    this.outlines = outlines;
    this.view = new Agreement(view);
    this.chosen = new Agreement(chosen ?? "");
    this.day = new Agreement(day);
    this.positions = new Positions();
    this.picture = new Picture(root, outlines, this.positions, views);
    this.viewport = this.picture.viewport;
    this.hint = new Hint(root.querySelector(".hint"));
    this.legend = new Legend(root.querySelector(".legend"), this.picture.looks, (at) => this.#light(at));
    this.player = new Player(root.querySelector(".player"), (at) => this.#show(at), (at) => this.#restAt(at));
    this.pointer = new Pointer(this);
    this.keyboard = new Keyboard(this);
    this.picture.onDraw = () => controls.mark(this.viewport.view);
    controls.serve((key) => this.goTo(key), (factor) => this.viewport.zoomBy(factor, undefined, true));
  }

  /** Take what Python sent, in the first run and in each that follows. */
  take(data, send) {
    this.send = send;
    this.#takeDrawing(data.drawing, data.day);
    const isElsewhere = this.view.hear(data.view) || !this.viewport.camera;
    if (isElsewhere) this.viewport.show(this.view.value);
    else this.picture.draw();
    const isNews = this.chosen.hear(data.chosen ?? "");
    this.picture.choose(this.chosen.value);
    if (isNews && !isElsewhere) this.#bringIntoSight(this.chosen.value);
  }

  leave() {
    this.player.leave();
    this.picture.leave();
  }

  /** The reader chooses an actor; an empty id for none. */
  choose(id) {
    if (id) this.active = id;
    if (!this.chosen.say(id)) return;
    this.picture.choose(id);
    this.send("choose", id);
  }

  /** The keyboard goes to an actor, or elsewhere. */
  focusOn(id) {
    this.picture.focusOn(id);
    if (id === undefined) return;
    this.active = id;
    this.viewport.reveal(this.picture.places.get(id).point);
  }

  /** The reader goes to a named view; without one to the whole of the present one. */
  goTo(view = this.view.value) {
    this.viewport.show(view);
    if (this.view.say(view)) this.send("view", view);
  }

  #takeDrawing(drawing, day) {
    this.frames = drawing.frames ?? [];
    this.day.hear(day);
    this.player.take(this.frames, frameOf(this.frames, this.day.value));
    this.positions.take(drawing, day, this.player.at);
    this.picture.svg.setAttribute("aria-label", drawing.label);
    const hasSeats = this.outlines.seats.some(({ id }) => id in drawing.actors);
    this.legend.take(drawing.classes, { hasSeats, disputed: this.outlines.disputed });
    this.#paint();
  }

  #paint() {
    this.picture.paint();
    this.legend.count(this.positions.counts, !this.positions.isPythons);
  }

  /** What was chosen elsewhere may be out of sight; a state of which a part is in sight is not. */
  #bringIntoSight(id) {
    const place = this.picture.places.get(id);
    if (place && !this.viewport.sees(place.box)) this.viewport.reveal(place.point);
  }

  #show(at) {
    this.positions.show(at);
    this.#paint();
    this.picture.draw();
    this.picture.drawing.flash(this.positions.changed(at));
  }

  #restAt(at) {
    const { day } = this.frames[at];
    if (this.day.say(day)) this.send("day", day);
  }

  #light(at) {
    const ids = [...this.picture.places.keys()].filter((id) => this.positions.classOf(id) === at);
    this.picture.drawing.light(at === undefined ? undefined : new Set(ids));
  }
}
