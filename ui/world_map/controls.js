import { made } from "./elements.js";

const STEP_ZOOM = 1.8;

/** The buttons around the map: named views, closer, farther, the whole view. */
export class Controls {
  #views = new Map();

  /**
   * @param {ShadowRoot} root
   * @param {{key: string, words: string}[]} views
   * @param {(view: string) => void} onView
   * @param {() => import("./viewport.js").Viewport} viewport
   */
  constructor(root, views, onView, viewport) {
    for (const { key, words } of views) {
      const button = made("button", { type: "button" }, words);
      button.addEventListener("click", () => onView(key));
      this.#views.set(key, button);
    }
    root.querySelector(".views").replaceChildren(...this.#views.values());
    const act = (name, what) => root.querySelector(`.zoom .${name}`).addEventListener("click", what);
    act("closer", () => viewport().zoomBy(STEP_ZOOM, undefined, true));
    act("farther", () => viewport().zoomBy(1 / STEP_ZOOM, undefined, true));
    act("whole", () => onView(undefined));
  }

  /** Mark the view that is on the stage; none when the reader left it. */
  mark(view) {
    for (const [key, button] of this.#views) button.setAttribute("aria-pressed", key === view);
  }
}
