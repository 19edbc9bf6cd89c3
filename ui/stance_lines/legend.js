import { drawn, made } from "../drawn/elements.js";
import { flagOf, markOf, whiskerOf } from "./marks.js";

const SIGNS = {
  word: () => [at(markOf("word", "text", 4.5))],
  vote: () => [at(markOf("vote", "text", 4.5))],
  listed: () => [at(markOf("listed", "text", 4.5))],
  period: () => [whiskerOf(3, 22, 7, "text"), at(markOf("word", "text", 4.5), 21)],
  change: () => [drawn("path", { class: "riser", d: "M13 0V14" }), flagOf(13, 7)],
  held: () => [line("step", "M1 7H25")],
  open: () => [line("step open", "M1 7H25")],
  contested: () => [line("step", "M5 2V12M5 2H25M5 12H25", "contested-own")],
};

/** What the forms mean, in words; the colours stand for the levels, which have names of their own. */
export function writeLegend(list, signs) {
  const entries = signs.map(([sign, words]) => made("li", {}, swatchOf(sign), words));
  list.replaceChildren(...entries);
}

function swatchOf(sign) {
  const swatch = drawn("svg", { class: "sign", width: 26, height: 14, "aria-hidden": "true" });
  swatch.append(...SIGNS[sign]());
  return swatch;
}

function at(mark, x = 13) {
  const group = drawn("g", { transform: `translate(${x} 7)` });
  group.append(mark);
  return group;
}

function line(kind, path, fill = "text") {
  return drawn("path", { class: kind, d: path, style: `stroke: var(--${fill})` });
}
