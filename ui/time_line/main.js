import { Chart } from "./chart.js";

const mounts = new WeakMap();

/** Streamlit calls this with the data of each run, and what it returns when the chart leaves the page. */
export default function mount({ parentElement, data, setTriggerValue }) {
  if (!mounts.has(parentElement)) mounts.set(parentElement, new Mount(parentElement));
  const mounted = mounts.get(parentElement);
  mounted.take(data, setTriggerValue);
  return () => mounted.leave();
}

/** A place on the page with its chart. */
class Mount {
  constructor(root) {
    this.root = root;
    this.chart = new Chart(root);
  }

  take(data, send) {
    this.chart.hear(data, send);
    this.#tellWhenPainted(data.step, send);
  }

  /** When runs follow each other fast, Streamlit also calls this for a run that a later one overtook. */
  leave() {
    if (this.root.host.isConnected) return;
    mounts.delete(this.root);
    this.chart.leave();
  }

  /** Python may hold back the rest of the page until the reader sees what was waited for. */
  #tellWhenPainted(step, send) {
    if (step !== this.told) requestAnimationFrame(() => setTimeout(() => step && send("painted", step)));
    this.told = step;
  }
}
