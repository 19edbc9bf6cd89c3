import { around, between, bounded, fitted, onMap, onStage, ratioOf, zoomed } from "./camera.js";
import { wantsRest } from "../drawn/elements.js";

const MOST_ZOOM = 60;
const GLIDE_MS = 500;
/** Nearer to an edge than this, a place that has to be seen is brought to the middle. */
const EDGE_PX = 28;

/** What part of the map is on the stage: a named view, or wherever the reader went from there. */
export class Viewport {
  #views;
  #bounds;
  #gliding = 0;

  /**
   * @param {HTMLElement} element The stage.
   * @param {Record<string, import("./camera.js").Box>} views
   * @param {{width: number, height: number}} outlines
   * @param {() => void} onMove Called after each move and each change of size.
   */
  constructor(element, views, outlines, onMove) {
    this.element = element;
    this.#views = views;
    this.#bounds = around([[0, 0, outlines.width, outlines.height], ...Object.values(views)]);
    this.onMove = onMove;
    this.#measure();
    this.observer = new ResizeObserver(() => this.#resized());
    this.observer.observe(element);
  }

  /** How many times as close as the world. */
  get zoom() {
    return this.camera.k / this.#least;
  }

  /** Whether the reader left the named view. */
  get isFree() {
    return this.view === null;
  }

  /** Go to a named view. */
  show(view, { glides = true } = {}) {
    this.element.style.setProperty("--ratio", ratioOf(this.#views[view]));
    this.#measure();
    this.#moveTo(() => this.#fit(view), view, glides && Boolean(this.camera));
  }

  /** Zoom about a place of the stage, by default its middle. */
  zoomBy(factor, at = this.middle, glides = false) {
    const k = Math.min(this.camera.k * factor, this.#least * MOST_ZOOM);
    if (k <= this.#least * 1.001) {
      // As far as it goes is the world, and on a phone one finger scrolls the page again.
      this.#moveTo(() => this.#fit("world"), "world", glides);
      return;
    }
    const target = this.#inBounds(zoomed(this.camera, this.stage, k / this.camera.k, at));
    this.#moveTo(() => target, null, glides);
  }

  /** Pull the map along by so many pixels. */
  dragBy(right, down) {
    const { x, y, k } = this.camera;
    const target = this.#inBounds({ x: x - right / k, y: y - down / k, k });
    if (target.x === x && target.y === y) return;
    this.#moveTo(() => target, null, false);
  }

  /** Bring a point of the map into sight if it is not. */
  reveal(point) {
    const [left, top] = this.place(point);
    const isSeen =
      Math.min(left, top, this.stage.width - left, this.stage.height - top) >= Math.min(EDGE_PX, this.stage.height / 6);
    if (isSeen) return;
    const target = this.#inBounds({ ...this.camera, x: point[0], y: point[1] });
    this.#moveTo(() => target, null, true);
  }

  /** Where a point of the map is on the stage. */
  place(point) {
    return onStage(this.camera, this.stage, point);
  }

  /** Which point of the map is at a place of the stage. */
  at(place) {
    return onMap(this.camera, this.stage, place);
  }

  /** Whether any of a box is on the stage. */
  sees([west, north, east, south]) {
    const [left, top] = this.place([west, north]);
    const [right, bottom] = this.place([east, south]);
    return left < this.stage.width && right > 0 && top < this.stage.height && bottom > 0;
  }

  get middle() {
    return [this.stage.width / 2, this.stage.height / 2];
  }

  /** What moves the map's own coordinates to where they are on the stage. */
  get transform() {
    const [left, top] = this.place([0, 0]);
    return `translate(${left} ${top}) scale(${this.camera.k})`;
  }

  leave() {
    this.observer.disconnect();
    cancelAnimationFrame(this.#gliding);
  }

  get #least() {
    return fitted(this.#views.world, this.stage).k;
  }

  #fit(view) {
    return this.#inBounds(fitted(this.#views[view], this.stage));
  }

  #inBounds(camera) {
    return bounded(camera, this.stage, this.#bounds);
  }

  #measure() {
    this.stage = { width: this.element.clientWidth || 1, height: this.element.clientHeight || 1 };
  }

  #moveTo(target, view, glides) {
    cancelAnimationFrame(this.#gliding);
    this.#gliding = 0;
    this.view = view;
    if (!glides || wantsRest()) this.#look(target());
    else this.#glide(this.camera, target, performance.now());
  }

  #glide(from, target, since) {
    this.#gliding = requestAnimationFrame((now) => {
      const part = Math.min((now - since) / GLIDE_MS, 1);
      this.#look(between(from, target(), 1 - (1 - part) ** 3));
      if (part < 1) this.#glide(from, target, since);
      else this.#gliding = 0;
    });
  }

  #look(camera) {
    this.camera = camera;
    this.onMove();
  }

  /** At another width the same part of the map stays in sight; a named view is fitted anew. */
  #resized() {
    const { width } = this.stage;
    this.#measure();
    // A glide takes the new size into its next step.
    if (!this.camera || this.#gliding) return;
    if (this.isFree) this.camera.k *= this.stage.width / width;
    this.#look(this.isFree ? this.#inBounds(this.camera) : this.#fit(this.view));
  }
}
