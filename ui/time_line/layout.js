import { ticks } from "../drawn/ticks.js";
import { timeScale } from "../drawn/timescale.js";
import { textWidth } from "../drawn/lettering.js";
import { numberWords } from "./words.js";

export const ROW_PX = 18;
export const SPAN_PX = 17;
export const HEAD_PX = 20;
const RIGHT_PX = 12;
const LANE_GAP_PX = 7;
const MOST_GRID_LINES = 4;
/** Phones are narrower. */
export const NARROW_PX = 600;

/** Measures of the words of a chart. */
export function letteringOf(family) {
  const measured = (font) => (words) => textWidth(words, `${font} ${family}`);
  return {
    label: measured("500 12px"),
    chosen: measured("700 12px"),
    name: measured("600 12px"),
    tick: measured("12px"),
    count: measured("600 11px"),
  };
}

/** The part of the chart whose place does not depend on lanes: axes, bars, strip of uncertain spans. */
export function layoutOf(model, width, lettering, { isCompact, hasDay }) {
  const top = Math.max(0, ...model.bars.map(({ total }) => total));
  const grid = gridLines(top, isCompact ? 2 : MOST_GRID_LINES);
  const left = Math.ceil(Math.max(24, ...grid.map((line) => lettering.tick(numberWords(line)))) + 10);
  const scale = timeScale(model.since, model.until, left, width - RIGHT_PX);
  const barTop = (isCompact ? 8 : HEAD_PX + 6) + (hasDay ? HEAD_PX : 0);
  const barBottom = barTop + (isCompact ? 64 : width < NARROW_PX ? 120 : 150);
  const high = Math.max(1, top, grid.at(-1));
  return {
    width,
    scale,
    grid,
    barTop,
    barBottom,
    titleBase: hasDay ? HEAD_PX + 12 : 12,
    yOf: (count) => barBottom - (count / high) * (barBottom - barTop),
    ticks: ticks(scale, lettering.tick, 8),
  };
}

/** Where spans lie that may overlap in time: rows under each other, each span in the first that is free. */
export function spanRows(spans, { scale }) {
  const ends = [];
  return spans.map((span) => {
    const left = scale.within(span.first);
    const right = Math.max(scale.within(span.last + 1), left + 3);
    let row = ends.findIndex((end) => end + 2 <= left);
    if (row < 0) row = ends.push(0) - 1;
    ends[row] = right;
    return { span, row, left, right };
  });
}

/** The tops of the lanes and where the last one ends. */
export function laneTops(rowCounts, from) {
  const tops = [];
  let at = from;
  for (const rows of rowCounts) {
    tops.push(at);
    at += rows * ROW_PX + LANE_GAP_PX;
  }
  return { tops, bottom: at };
}

/** Whole numbers at a round distance, from 0 to the first that is not below the highest bar. */
function gridLines(top, most) {
  if (!top) return [0];
  const round = [1, 2, 5].flatMap((step) => [0, 1, 2, 3, 4, 5, 6, 7].map((power) => step * 10 ** power));
  const step = round.sort((one, other) => one - other).find((each) => each * most >= top) ?? top;
  return Array.from({ length: Math.ceil(top / step) + 1 }, (_, number) => number * step);
}
