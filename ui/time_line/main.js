import { mountedAt, Painted } from "../drawn/mounts.js";
import { Chart } from "./chart.js";

/** Streamlit calls this with the data of each run, and what it returns when the chart leaves the page. */
export default function mount({ parentElement, data, setTriggerValue }) {
  const [mounted, leave] = mountedAt(parentElement, () => new Mount(parentElement));
  mounted.take(data, setTriggerValue);
  return leave;
}

/** A place on the page with its chart. */
class Mount {
  #painted = new Painted();

  constructor(root) {
    this.root = root;
    this.chart = new Chart(root);
  }

  take(data, send) {
    this.chart.hear(data, send);
    this.#painted.tell(data.step, send);
  }

  leave() {
    this.chart.leave();
  }
}
