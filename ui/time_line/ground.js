import { drawn } from "../drawn/elements.js";
import { dayWords } from "../drawn/timescale.js";
import { numberWords } from "./words.js";

const THINNEST_PX = 1.2;
const FADE_PX = 28;
const TICK_PX = 5;
const LINE_PX = 14;
/** Whole pixels and a half, so that a line of one pixel is sharp. */
const sharp = (at) => Math.round(at) + 0.5;

/** Bands of wars and blockades over the full height. */
export function bands(model, { scale }, bottom) {
  const shown = model.bands.filter(({ first, last }) => first <= model.until && (last ?? first) >= model.since);
  return shown.map(({ first, last }) => {
    const left = scale.within(first);
    const end = last === null ? Math.min(left + FADE_PX, scale.right) : scale.within(last + 1);
    const width = Math.max(THINNEST_PX, end - left);
    const kind = last === null ? "band open" : "band";
    return drawn("rect", { class: kind, x: Math.min(left, scale.right - THINNEST_PX), y: 0, width, height: bottom });
  });
}

/** The bands that lie at a place, or so near that they are meant. */
export function bandsAt(model, { scale }, x) {
  const near = ({ first, last }) => {
    const end = last === null ? scale.x(first) + FADE_PX : scale.x(last + 1);
    return scale.x(first) - 2 <= x && x <= Math.max(end, scale.x(first) + THINNEST_PX) + 2;
  };
  return model.bands.filter(near);
}

/** Lines of whole numbers behind the bars, each with its number at the left. */
export function grid({ grid: numbers, scale, yOf }) {
  return numbers.flatMap((number) => {
    const y = sharp(yOf(number));
    const line = drawn("line", { class: number ? "grid" : "base", x1: scale.left, x2: scale.right, y1: y, y2: y });
    const text = drawn("text", { class: "number", x: scale.left - 6, y: y + 4 });
    text.textContent = numberWords(number);
    return [line, text];
  });
}

/** The axis of time: a line at the foot, ticks down from it, light lines up through the chart. */
export function axis({ ticks, scale, barTop }, bottom) {
  const foot = drawn("line", { class: "base", x1: scale.left, x2: scale.right, y1: sharp(bottom), y2: sharp(bottom) });
  const parts = ticks.flatMap(({ x, words, at, context, contextAt }) => [
    drawn("line", { class: "grid", x1: sharp(x), x2: sharp(x), y1: barTop, y2: bottom }),
    drawn("line", { class: "base", x1: sharp(x), x2: sharp(x), y1: bottom, y2: bottom + TICK_PX }),
    tickText(words, at, bottom + TICK_PX + LINE_PX),
    ...(context ? [tickText(context, contextAt, bottom + TICK_PX + 2 * LINE_PX)] : []),
  ]);
  return [foot, ...parts];
}

/** How high the axis is with its words. */
export function axisHeight({ ticks }) {
  return TICK_PX + LINE_PX * (ticks.some(({ context }) => context) ? 2 : 1) + 5;
}

/** The line of the map's day, with its words at the top. */
export function dayLine(day, { scale, titleBase }, bottom, widthOf, unit) {
  const words = `Map: ${dayWords(day)}`;
  const half = widthOf(words) / 2;
  const x = (scale.x(day) + scale.x(day + 1)) / 2;
  const at = Math.max(scale.left + half, Math.min(x, scale.right - half));
  const text = drawn("text", { class: "day", x: at, y: 13 });
  text.textContent = words;
  const isUnderTitle = x < scale.left + widthOf(unit) + 4;
  return [drawn("line", { class: "day", x1: x, x2: x, y1: isUnderTitle ? titleBase + 5 : 18, y2: bottom }), text];
}

/** Words that begin at the left of the plot. */
export function title(words, x, y, kind = "title") {
  const text = drawn("text", { class: kind, x, y });
  text.textContent = words;
  return text;
}

function tickText(words, x, y) {
  const text = drawn("text", { class: "tick", x, y });
  text.textContent = words;
  return text;
}
