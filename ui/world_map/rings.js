import { MARK_PX } from "./drawing.js";
import { drawn } from "../drawn/elements.js";

/** How far outside a mark its ring runs. */
const GAP_PX = 3;
/** An outline of fewer square pixels would vanish under a broad ring. */
const SMALL_PX2 = 1200;

/** An outline around one actor, above everything else: a dark line on a light halo, or the reverse on dark ground. */
export class Ring {
  #places;
  #drawing;
  #marks;
  #outlines = ["halo", "line"].map((name) => drawn("path", { class: name }));
  #circles = ["halo", "line"].map((name) => drawn("circle", { class: name }));

  /**
   * @param {SVGGElement} layer
   * @param {string} name Its class, such as "chosen".
   * @param {import("./picture.js").Picture} picture
   */
  constructor(layer, name, { drawing, marks, places }) {
    this.#places = places;
    this.#drawing = drawing;
    this.#marks = marks;
    this.element = drawn("g", { class: `ring ${name}` });
    this.inMapUnits = drawn("g");
    this.inMapUnits.append(...this.#outlines);
    this.element.append(this.inMapUnits, ...this.#circles);
    layer.append(this.element);
  }

  /** Go around another actor; undefined for none. */
  around(id) {
    if (id === this.id) return;
    this.id = id;
    const d = this.#drawing.outlineOf(id)?.getAttribute("d") ?? "";
    for (const path of this.#outlines) path.setAttribute("d", d);
  }

  /** Follow the viewport. */
  update(viewport) {
    const isOn = this.id !== undefined && this.#drawing.isShown(this.id);
    this.element.style.display = isOn ? "" : "none";
    if (!isOn) return;
    this.element.classList.toggle("small", this.#places.get(this.id).area * viewport.camera.k ** 2 < SMALL_PX2);
    this.inMapUnits.setAttribute("transform", viewport.transform);
    const mark = this.#marks.shown.find(({ id }) => id === this.id);
    for (const circle of this.#circles) {
      circle.style.display = mark ? "" : "none";
      if (!mark) continue;
      circle.setAttribute("transform", `translate(${mark.x} ${mark.y})`);
      circle.setAttribute("r", MARK_PX + GAP_PX);
    }
  }
}
