import { made } from "../drawn/elements.js";
import { numberWords } from "./words.js";

/** What the colours and signs of a drawing mean, and how many statements have each colour. */
export function legendOf({ stances, bands, events }) {
  const rows = stances.map(({ words, fill, count }) => [swatch("stance", `background: var(--${fill})`), words, count]);
  if (bands.length) rows.push([swatch("war"), "War or blockade"]);
  if (events.length) rows.push([swatch("event"), "Event (larger: more statements, hollow: none)"]);
  return rows.map(([sign, words, count]) => {
    const item = made("li", {}, sign, words);
    if (count !== undefined) item.append(made("b", {}, numberWords(count)));
    return item;
  });
}

function swatch(kind, style = "") {
  return made("span", { class: `swatch ${kind}`, style, "aria-hidden": "true" });
}
