import { made } from "../drawn/elements.js";

const STEP_ZOOM = 1.8;

/** The buttons above the map: named views, closer, farther, the whole view. They stand there before the map does. */
export class Controls {
  #views;

  /**
   * @param {ShadowRoot} root
   * @param {{key: string, words: string}[]} views
   */
  constructor(root, views) {
    this.root = root;
    this.#views = new Map(views.map(({ key, words }) => [key, made("button", { type: "button" }, words)]));
    root.querySelector(".views").replaceChildren(...this.#views.values());
  }

  /**
   * Let them act.
   * @param {(view?: string) => void} goTo To a view; without one to the whole of the present one.
   * @param {(factor: number) => void} zoomBy
   */
  serve(goTo, zoomBy) {
    for (const [key, button] of this.#views) button.addEventListener("click", () => goTo(key));
    const act = (name, what) => this.root.querySelector(`.zoom .${name}`).addEventListener("click", what);
    act("closer", () => zoomBy(STEP_ZOOM));
    act("farther", () => zoomBy(1 / STEP_ZOOM));
    act("whole", () => goTo());
  }

  /** Mark the view that is on the stage; none when the reader left it. */
  mark(view) {
    for (const [key, button] of this.#views) button.setAttribute("aria-pressed", key === view);
  }
}
