import { Agreement } from "../drawn/agreement.js";
import { Axis, EDGE_PX } from "./axis.js";
import { Keyboard } from "./keyboard.js";
import { LaneView } from "./lane.js";
import { writeLegend } from "./legend.js";
import { Members } from "./members.js";
import { Pointer } from "./pointer.js";
import { dayNumber, timeScale } from "../drawn/timescale.js";
import { Tip } from "../drawn/tip.js";

/** The lines on the page: takes drawings from Python, and tells Python which statement the reader chose. */
export class StanceLines {
  #stage;
  #axis;
  #members;
  #tip;
  #legend;
  #lanes = [];
  #told;
  #pointed;
  #isWalked = false;
  #watch;

  /** @param {ShadowRoot} root */
  constructor(root, chosen) {
    this.root = root;
    this.list = root.querySelector(".lanes");
    this.chosen = new Agreement(chosen ?? "");
    this.#stage = root.querySelector(".stage");
    this.#axis = new Axis(root);
    this.#members = new Members(root.querySelector(".members"));
    this.#tip = new Tip(root.querySelector(".tip"));
    this.#legend = root.querySelector(".legend");
    new Pointer(this);
    new Keyboard(this);
    this.#watch = new ResizeObserver(() => this.#stage.clientWidth !== this.width && this.#draw());
    this.#watch.observe(this.#stage);
  }

  /** Take what Python sent, in the first run and in each that follows. */
  take({ drawing, chosen }, send) {
    this.send = send;
    this.chosen.hear(chosen ?? "");
    const told = JSON.stringify(drawing);
    if (told !== this.#told) this.#takeDrawing(drawing);
    this.#told = told;
    this.#mark();
  }

  leave() {
    this.#watch.disconnect();
  }

  /** The reader chooses a point; none for no choice. */
  choose(spot) {
    if (spot) this.active = spot.id;
    const id = spot?.id ?? "";
    if (!this.chosen.say(id)) return;
    this.#mark();
    this.send("choose", id);
  }

  /** The keyboard goes to a point, or elsewhere. */
  focusOn(spot) {
    this.#isWalked = Boolean(spot);
    this.active = spot?.id ?? this.active;
    this.#markActive();
    spot?.element.scrollIntoView({ block: "nearest" });
    this.#note(spot);
  }

  /** The pointer is on a point, or elsewhere. */
  point(spot) {
    if (spot?.id === this.#pointed) return;
    this.#pointed = spot?.id;
    this.list.classList.toggle("on-point", Boolean(spot));
    this.#only("pointed", spot);
    this.#note(spot);
  }

  /** All points in the order of lanes and time, and where they are on the stage in pixels. */
  spots() {
    const { top } = this.#stage.getBoundingClientRect();
    return this.#lanes.flatMap((lane) => lane.spots(top));
  }

  spotOf(elementId) {
    return this.spots().find(({ element }) => element.id === elementId);
  }

  /** A place on the screen as one on the stage. */
  at({ clientX, clientY }) {
    const { left, top } = this.#stage.getBoundingClientRect();
    return [clientX - left, clientY - top];
  }

  #takeDrawing(drawing) {
    this.drawing = drawing;
    this.#lanes = drawing.lanes.map((lane, at) => new LaneView(lane, at, lane.title !== drawing.lanes[at - 1]?.title));
    this.list.replaceChildren(...this.#lanes.map(({ element }) => element));
    this.list.setAttribute("aria-label", drawing.label);
    this.#members.take(drawing.spans, drawing.spans_title);
    writeLegend(this.#legend, drawing.signs);
    this.#draw();
  }

  #draw() {
    this.width = this.#stage.clientWidth;
    if (!this.width || !this.drawing) return;
    const { axis } = this.drawing;
    const family = getComputedStyle(this.#stage).fontFamily;
    const scale = timeScale(dayNumber(axis.since), dayNumber(axis.until), EDGE_PX, this.width - EDGE_PX);
    for (const lane of this.#lanes) lane.draw(scale, family);
    this.#axis.draw(axis, scale, family);
    this.#members.draw(scale);
    this.#mark();
    this.#markActive();
    this.point(undefined);
  }

  #mark() {
    for (const { id, element } of this.spots()) element.setAttribute("aria-selected", id === this.chosen.value);
  }

  /** What the keyboard is on; its element is another one after each drawing. */
  #markActive() {
    const spot = this.spots().find(({ id }) => id === this.active);
    if (spot) this.list.setAttribute("aria-activedescendant", spot.element.id);
    else this.list.removeAttribute("aria-activedescendant");
    this.#only("focused", this.#isWalked ? spot : undefined);
  }

  #only(name, spot) {
    const all = this.list.querySelectorAll("[role=option]");
    for (const element of all) element.classList.toggle(name, element === spot?.element);
  }

  #note(spot) {
    const { clientWidth: width, clientHeight: height } = this.#stage;
    if (spot) this.#tip.show(spot.lines, [spot.x, spot.y], { width, height });
    else this.#tip.hide();
  }
}
