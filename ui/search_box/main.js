import { mountedAt } from "../drawn/mounts.js";
import { SearchBox } from "./box.js";

/** Streamlit calls this with the data of each run, and what it returns when the box leaves the page. */
export default function mount({ parentElement, data }) {
  const [mounted, leave] = mountedAt(parentElement, () => new SearchBox(parentElement));
  mounted.take(data);
  return leave;
}
