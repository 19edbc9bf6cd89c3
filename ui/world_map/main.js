import { ratioOf } from "./camera.js";
import { Controls } from "./controls.js";
import { made } from "../drawn/elements.js";
import { mountedAt, Painted } from "../drawn/mounts.js";
import { outlinesAt } from "./outlines.js";
import { WorldMap } from "./world.js";

/** Streamlit calls this with the data of each run, and what it returns when the map leaves the page. */
export default function mount({ parentElement, data, setTriggerValue }) {
  const [mounted, leave] = mountedAt(parentElement, () => new Mount(parentElement));
  mounted.take(data, setTriggerValue);
  return leave;
}

/** A place on the page that becomes a map as soon as the outlines are there. */
class Mount {
  #map = null;
  #controls;
  #isAsking = false;
  #painted = new Painted();

  constructor(root) {
    this.root = root;
    this.stage = root.querySelector(".stage");
    this.drawing = root.querySelector(".drawing");
    this.failure = root.querySelector(".failure");
  }

  take(data, send) {
    this.data = data;
    this.send = send;
    if (this.#map) this.#map.take(data, send);
    else this.#ask();
    // The reader sees what was waited for, be it that the map failed.
    this.#painted.tell(data.step, send);
  }

  leave() {
    this.#map?.leave();
  }

  async #ask() {
    if (this.#isAsking) return;
    this.#isAsking = true;
    this.#prepare(this.data);
    try {
      this.#begin(await outlinesAt(this.data.shapes));
    } catch (error) {
      this.#fail(error);
    }
    this.#isAsking = false;
    this.drawing.removeAttribute("aria-busy");
  }

  /** What can stand before the outlines come stands, so that nothing jumps when they do. */
  #prepare({ views, view }) {
    const { box } = views.find(({ key }) => key === view);
    this.stage.style.setProperty("--ratio", ratioOf(box));
    this.#controls = new Controls(this.root, views);
    this.#controls.mark(view);
  }

  /** The data may be newer than when the outlines were asked for. */
  #begin(outlines) {
    if (!this.root.host.isConnected) return;
    this.failure.hidden = true;
    this.drawing.removeAttribute("hidden");
    this.#map = new WorldMap(this.root, outlines, this.data, this.#controls);
    this.#map.take(this.data, this.send);
  }

  #fail(error) {
    console.warn("The map's outlines did not come.", error);
    const again = made("button", { type: "button" }, "Try again");
    again.addEventListener("click", () => this.#ask());
    this.failure.replaceChildren(
      made("p", {}, "The outlines of the map did not arrive. What it shows also stands in the table below."),
      again,
    );
    this.failure.hidden = false;
    this.drawing.setAttribute("hidden", "");
  }
}
