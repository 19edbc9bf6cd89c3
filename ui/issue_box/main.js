import { mountedAt } from "../drawn/mounts.js";
import { IssueBox } from "./box.js";

/** Streamlit calls this with the data of each run, and what it returns when the box leaves the page. */
export default function mount({ parentElement, data, setTriggerValue }) {
  const [mounted, leave] = mountedAt(parentElement, () => new IssueBox(parentElement));
  mounted.take(data, setTriggerValue);
  return leave;
}
