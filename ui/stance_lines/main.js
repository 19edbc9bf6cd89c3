import { mountedAt } from "../drawn/mounts.js";
import { StanceLines } from "./lines.js";

/** Streamlit calls this with the data of each run, and what it returns when the lines leave the page. */
export default function mount({ parentElement, data, setTriggerValue }) {
  const [mounted, leave] = mountedAt(parentElement, () => new StanceLines(parentElement, data.chosen));
  mounted.take(data, setTriggerValue);
  return leave;
}
