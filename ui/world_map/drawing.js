import { drawn, wantsRest } from "../drawn/elements.js";
import { DISPUTED } from "./looks.js";

export const MARK_PX = 5.5;
const SILENT_MARK_PX = 4;
const FLASH = [{ stroke: "var(--strong)", strokeWidth: "5px" }, {}];
const FLASH_MS = 800;
const DIAMOND = "M0 -7L7 0L0 7L-7 0Z";

/** The elements of the drawing: an outline for every land, and a mark for every place that an actor can have. */
export class Drawing {
  #places;
  #actors;
  #painted = new Map();

  /**
   * @param {SVGSVGElement} svg
   * @param {object} outlines
   * @param {Map<string, import("./outlines.js").Place>} places
   * @param {import("./looks.js").Looks} looks
   */
  constructor(svg, outlines, places, looks) {
    this.svg = svg;
    this.ground = svg.querySelector(".ground");
    this.outlines = new Map(outlines.shapes.map(({ id, d }) => [id, drawn("path", { d, class: "land" })]));
    svg.querySelector(".shapes").append(...this.outlines.values());
    svg.querySelector(".disputed").append(...outlines.disputed.map((area) => disputed(area, looks)));
    this.marks = new Map(inOrder(places).map((place) => [place.id, mark(place)]));
    svg.querySelector(".marks").append(...this.marks.values());
    this.#places = places;
    this.#actors = new Map([...places.keys()].map((id) => [this.elementOf(id), id]));
  }

  /** The element that stands for an actor: its outline, or its mark where it has none. */
  elementOf(id) {
    return this.outlineOf(id) ?? this.marks.get(id);
  }

  /** The outline in which an actor is drawn, or undefined. */
  outlineOf(id) {
    return this.#places.get(id)?.kind === "shape" ? this.outlines.get(id) : undefined;
  }

  /** Whose outline or mark this is, or undefined. */
  actorOf(element) {
    const id = this.#actors.get(element);
    return this.isShown(id) ? id : undefined;
  }

  /** Whether a place belongs to an actor at present; else it is land like any other. */
  isShown(id) {
    return Boolean(this.#painted.get(id)?.look);
  }

  isSilent(id) {
    return this.#painted.get(id).look.isSilent;
  }

  /** How far from its middle a mark is drawn, in pixels. */
  radiusOf(id) {
    return this.isSilent(id) ? SILENT_MARK_PX : MARK_PX;
  }

  /**
   * Paint an actor and word it for screen readers; what has not changed is not touched.
   * @param {string} id
   * @param {import("./looks.js").Look | null} look None: the actor is not on this map.
   * @param {string} words
   */
  paint(id, look, words) {
    const known = this.#painted.get(id) ?? {};
    if (known.look !== look) this.#repaint(id, look);
    if (known.words !== words || Boolean(known.look) !== Boolean(look)) this.#word(id, look && words);
    this.#painted.set(id, { look, words });
  }

  /** Let these stand out and the rest fade; undefined for all as usual. */
  light(ids) {
    this.svg.classList.toggle("dimming", Boolean(ids));
    for (const [id, element] of this.marks) {
      const isLit = Boolean(ids?.has(id));
      element.classList.toggle("lit", isLit);
      this.outlineOf(id)?.classList.toggle("lit", isLit);
    }
  }

  /** Draw the eye to those that changed. */
  flash(ids) {
    if (wantsRest()) return;
    for (const id of ids.filter((each) => this.isShown(each)))
      for (const element of [this.marks.get(id), this.outlineOf(id)]) element?.animate(FLASH, FLASH_MS);
  }

  #repaint(id, look) {
    const outline = this.outlineOf(id);
    if (outline) dress(outline, "land", look, look?.onMap);
    dress(this.marks.get(id), "mark", look, look?.onStage);
  }

  #word(id, words) {
    const element = this.elementOf(id);
    if (words) {
      for (const [name, value] of Object.entries({ id: `at-${id}`, role: "option", "aria-label": words }))
        element.setAttribute(name, value);
    } else for (const name of ["id", "role", "aria-label", "aria-selected"]) element.removeAttribute(name);
  }
}

function dress(element, name, look, paint) {
  const classes = look ? [name, "actor", ...(look.isOpen ? ["open"] : [])] : [name];
  element.setAttribute("class", classes.join(" "));
  element.style.fill = paint ?? "";
}

/** Seats below states, large below small, so that no mark is buried. */
function inOrder(places) {
  const rank = ({ kind, area }) => (kind === "seat" ? Infinity : area);
  return [...places.values()].sort((one, other) => rank(other) - rank(one) || (one.id < other.id ? -1 : 1));
}

function mark({ kind }) {
  const form = kind === "seat" ? drawn("path", { d: DIAMOND }) : drawn("circle", { r: MARK_PX });
  form.style.display = "none";
  return form;
}

function disputed({ d }, looks) {
  const area = drawn("path", { d });
  area.style.fill = looks.of(DISPUTED).onMap;
  return area;
}
