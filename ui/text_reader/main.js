import { mountedAt } from "../drawn/mounts.js";
import { TextReader } from "./text_reader.js";

/** Streamlit calls this with the data of each run, and what it returns when the text leaves the page. */
export default function mount({ parentElement, data, setTriggerValue }) {
  const [mounted, leave] = mountedAt(parentElement, () => new TextReader(parentElement));
  mounted.take(data, setTriggerValue);
  return leave;
}
