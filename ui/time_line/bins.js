import { calendar, dayOf } from "../drawn/timescale.js";

/** 1 January 1970 was a Thursday; weeks begin on Monday. */
const MONDAY_BEFORE = -3;

/** The whole bin that holds a day: first and last day. */
export function binOf(day, bin) {
  const [year, month] = calendar(day);
  if (bin === "year") return [dayOf(year, 1, 1), dayOf(year, 12, 31)];
  if (bin === "month") return [dayOf(year, month, 1), dayOf(year, month + 1, 1) - 1];
  if (bin === "day") return [day, day];
  const monday = day - ((((day - MONDAY_BEFORE) % 7) + 7) % 7);
  return [monday, monday + 6];
}

/** The bins of a range in order, the first and the last cut at its ends. */
function binsOf({ since, until, bin }) {
  const found = [];
  for (let day = since; day <= until; day = found.at(-1)[1] + 1) {
    const [first, last] = binOf(day, bin);
    found.push([Math.max(first, since), Math.min(last, until)]);
  }
  return found;
}

/**
 * The days that a drag from one place to another means: whole bins.
 *
 * A bin counts when the drag covers its middle, as drawn; a drag inside one bin means that bin.
 * @returns {[number, number]} First and last day, never beyond the range.
 */
export function daysBetween(from, to, range, scale) {
  const [left, right] = from < to ? [from, to] : [to, from];
  const isCovered = ([first, last]) => {
    const middle = (scale.x(first) + scale.x(last + 1)) / 2;
    return left <= middle && middle <= right;
  };
  const covered = binsOf(range).filter(isCovered);
  if (covered.length) return [covered[0][0], covered.at(-1)[1]];
  return clipped(binOf(scale.dayAt((left + right) / 2), range.bin), range);
}

/** The part of some days that lies in a range. */
export function clipped([first, last], { since, until }) {
  return [Math.max(first, since), Math.min(last, until)];
}
