import { drawn } from "../drawn/elements.js";

/** The mark of a statement round a point of origin: a circle, for a vote a square, for a mere list a ring. */
export function markOf(form, fill, radius) {
  const paint = form === "listed" ? `stroke: var(--${fill})` : `fill: var(--${fill})`;
  const look = { class: `mark ${form}`, style: paint };
  if (form === "vote") return drawn("rect", { ...look, ...square(radius - 0.4) });
  return drawn("circle", { ...look, r: form === "listed" ? radius - 1 : radius });
}

/** A line round a mark that is farther out. */
export function ringOf(form, radius) {
  return form === "vote" ? drawn("rect", square(radius)) : drawn("circle", { r: radius });
}

/** The period in which a statement fell, up to its point. */
export function whiskerOf(from, x, y, fill) {
  const path = `M${from} ${y - 3.5}v7M${from} ${y}H${x}`;
  return drawn("path", { class: "period", d: path, style: `stroke: var(--${fill})` });
}

/** The sign of a change. */
export function flagOf(x, y) {
  return drawn("path", { class: "flag", d: `M${x} ${y - 5}l5 5l-5 5l-5-5z` });
}

/** A piece of the step line; a contested one is as many lines as stances, joined where it begins. */
export function pieceOf({ x1, x2, ys, fill, isOpen, stance }) {
  const across = ys.map((y) => `M${x1} ${y}H${x2}`).join("");
  const group = drawn("g", { style: `stroke: var(--${fill})` });
  group.append(drawn("path", { class: isOpen ? "step open" : "step", d: across }));
  const joined = `M${x1} ${Math.min(...ys)}V${Math.max(...ys)}`;
  if (stance === "contested") group.append(drawn("path", { class: "step", d: joined }));
  return group;
}

function square(half) {
  return { x: -half, y: -half, width: 2 * half, height: 2 * half };
}
