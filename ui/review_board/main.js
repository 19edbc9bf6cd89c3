import { mountedAt } from "../drawn/mounts.js";
import { Board } from "./board.js";

/** Streamlit calls this with the data of each run, and what it returns when the board leaves the page. */
export default function mount({ parentElement, data, setTriggerValue }) {
  const [mounted, leave] = mountedAt(parentElement, () => new Board(parentElement));
  mounted.take(data, setTriggerValue);
  return leave;
}
