import { Agreement } from "../drawn/agreement.js";
import { dayNumber, isoDay } from "../drawn/timescale.js";
import { clipped } from "./bins.js";
import { Brush } from "./brush.js";
import { actsOf, Controls } from "./controls.js";
import { Keyboard } from "./keyboard.js";
import { legendOf } from "./legend.js";
import { Notes } from "./notes.js";
import { Picture } from "./picture.js";
import { Pointer } from "./pointer.js";
import { stretched } from "./reach.js";
import { reading } from "./reading.js";
import { eventName, shownWords } from "./words.js";

const NARROWEST_PX = 280;

/** The timeline on the page: takes drawings from Python, and tells Python what the reader chose. */
export class Chart {
  active = {};
  #choice = new Agreement("");
  #text = "";
  #width = 0;
  #drawnChosen;

  /** @param {ShadowRoot} root */
  constructor(root) {
    this.root = root;
    this.stage = root.querySelector(".stage");
    this.picture = new Picture(root);
    this.brush = new Brush(root);
    this.notes = new Notes(root, this.picture);
    this.controls = new Controls(root);
    this.pointer = new Pointer(this);
    this.keyboard = new Keyboard(this);
    this.resizing = new ResizeObserver(([{ contentRect }]) => this.#fit(contentRect.width));
    this.resizing.observe(this.stage);
  }

  /** The id of the chosen event; empty for none. */
  get chosen() {
    return this.#choice.value;
  }

  /** Take what Python sent, in the first run and in each that follows. */
  hear(data, send) {
    this.send = send;
    this.data = data;
    this.#choice.hear(data.chosen ?? "");
    const text = JSON.stringify([data.drawing, data.day, data.is_compact, data.extent]);
    const isNew = text !== this.#text;
    if (isNew) this.#read(data, text);
    // A run that changes nothing here leaves the reader's drag and note alone.
    if (isNew || this.chosen !== this.#drawnChosen) this.#draw();
  }

  leave() {
    this.resizing.disconnect();
    this.keyboard.leave();
    this.brush.hide();
  }

  /** The reader chooses an event; an empty id for none. */
  choose(id) {
    if (!this.#choice.say(id)) return;
    this.#draw();
    const event = this.model.events.find((each) => each.id === id);
    this.notes.say(event ? `Chosen: ${eventName(event)}` : "No event chosen");
    this.send("choose", id);
  }

  /** What a click or Enter does: an event is chosen, a bar or a mark of many events becomes the dates. */
  act(item) {
    if (item.kind === "event") {
      this.active.events = item.id;
      this.choose(item.id);
    } else if (item.kind === "cluster") this.#open(item);
    else this.take([item.period.first, item.period.last]);
  }

  /** The reader wants other dates; the brush keeps them in sight until they come. */
  take(days) {
    const inside = clipped(days, this.model);
    if (this.#isShown(inside)) return this.brush.hide();
    this.brush.show(inside, this.picture.layout);
    this.ask(inside);
  }

  /** Show fewer or more days about a day. */
  stretch(times, about) {
    const days = stretched(this.model, this.extent, times, about);
    if (days) this.ask(days);
  }

  /** The keyboard is on something of a list, or left the list. */
  focusOn(list, item) {
    if (item) this.active[list] = item.id;
    this.notes.focusOn(list, item);
  }

  #read(data, text) {
    const before = this.model;
    this.#text = text;
    this.model = reading(data.drawing);
    this.extent = data.extent.map(dayNumber);
    this.brush.hide();
    this.keyboard.forget();
    this.controls.shorten(data.is_compact, this.model.hasEvents);
    this.root.querySelector(".legend").replaceChildren(...(data.is_compact ? [] : legendOf(this.model)));
    const { since, until } = this.model;
    if (before && (before.since !== since || before.until !== until)) this.notes.say(shownWords(this.model));
  }

  #draw() {
    const { picture, data } = this;
    if (!this.#width || !this.model) return;
    this.#drawnChosen = this.chosen;
    const day = data.day ? dayNumber(data.day) : null;
    const focused = ["bars", "events"].find((list) => picture.layers[list].matches(":focus-visible"));
    picture.draw(this.model, { width: this.#width, chosen: this.chosen, day, isCompact: data.is_compact });
    this.controls.serve(actsOf(this));
    this.notes.hide();
    if (focused) this.focusOn(focused, this.keyboard.here(focused));
  }

  #fit(width) {
    const whole = Math.max(NARROWEST_PX, Math.floor(width));
    if (whole === this.#width) return;
    this.#width = whole;
    if (this.data) this.#draw();
  }

  /** Events that share a mark: their dates, or if these are shown already, one of them after the other. */
  #open({ events, first, last }) {
    const days = clipped([first, last], this.model);
    if (!this.#isShown(days)) return this.take(days);
    const at = events.findIndex(({ id }) => id === this.chosen);
    this.choose(events[(at + 1) % events.length].id);
  }

  #isShown([first, last]) {
    return first === this.model.since && last === this.model.until;
  }

  /** Ask for other dates; the chart stays, dimmed, until they come. */
  ask(days) {
    this.notes.hide();
    this.brush.wait();
    this.send("dates", days.map(isoDay));
  }
}
