import { dayNumber } from "../drawn/timescale.js";

/**
 * A drawing of charts.timeline with days as numbers, and its events in order of time.
 *
 * One that is not about events has null for lanes. `told` may hold other lines for bars than counts, by first day.
 * An event whose end is not recorded has its first day as the last and `isOpen`.
 */
export function reading(drawing) {
  const hasEvents = drawing.lanes !== null;
  const lanes = (drawing.lanes ?? []).map(({ name, events }) => ({ name, events: events.map(eventOf) }));
  return {
    ...drawing,
    since: dayNumber(drawing.since),
    until: dayNumber(drawing.until),
    bars: drawing.bars.map((row) => ({ ...periodOf("bar", row), told: drawing.told?.[row[0]] })).sort(inTime),
    spans: drawing.spans.map((row) => periodOf("span", row)).sort(inTime),
    bands: drawing.bands.map(bandOf),
    lanes,
    hasEvents,
    events: lanes.flatMap(({ events }) => events).sort(inTime),
  };
}

/** How many events the drawing has, and how many of what it counts. */
export function totals({ events, stances }) {
  return { events: events.length, counted: sum(stances.map(({ count }) => count)) };
}

/** By first day, then by last; then by id, so that the order is the same each time. */
export function inTime(one, other) {
  return one.first - other.first || one.last - other.last || (one.id < other.id ? -1 : 1);
}

function eventOf([id, title, start, end, count]) {
  return { id, title, first: dayNumber(start), last: dayNumber(end ?? start), isOpen: end === null, count };
}

function periodOf(kind, [starts, ends, words, counts]) {
  const days = { first: dayNumber(starts), last: dayNumber(ends) };
  return { id: `${kind} ${starts} ${ends}`, ...days, words, counts, total: sum(counts) };
}

function bandOf([id, title, starts, ends]) {
  return { id, title, first: dayNumber(starts), last: ends === null ? null : dayNumber(ends) };
}

function sum(numbers) {
  return numbers.reduce((one, other) => one + other, 0);
}
