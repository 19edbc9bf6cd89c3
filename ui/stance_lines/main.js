import { StanceLines } from "./lines.js";

const mounts = new WeakMap();

/** Streamlit calls this with the data of each run, and what it returns when the lines leave the page. */
export default function mount({ parentElement, data, setTriggerValue }) {
  if (!mounts.has(parentElement)) mounts.set(parentElement, new StanceLines(parentElement, data.chosen));
  const lines = mounts.get(parentElement);
  lines.take(data, setTriggerValue);
  // When runs follow each other fast, Streamlit also calls this for a run that a later one overtook.
  return () => {
    if (parentElement.host.isConnected) return;
    mounts.delete(parentElement);
    lines.leave();
  };
}
