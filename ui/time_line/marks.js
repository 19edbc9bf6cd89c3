/** Radii; the largest still leaves a row some air. */
export const LARGEST_PX = 8;
/** Air on each side of a mark. */
export const APART = 1;
const SMALLEST_PX = 3.5;
const GROWTH = 0.66;
const MOST_ASIDE = 40;

/** How large the mark of an event is: its area tells the statements, between what can be hit and what fits a row. */
function radiusOf({ count }) {
  return Math.min(LARGEST_PX, Math.max(SMALLEST_PX, GROWTH * Math.sqrt(count)));
}

/** At noon of the first day; where a day is wide, elsewhere on that day. */
export function* candidates(event, scale) {
  const radius = radiusOf(event);
  const kept = (x) => Math.max(scale.left + radius + APART, Math.min(x, scale.right - radius - APART));
  const noon = kept((scale.within(event.first) + scale.within(event.first + 1)) / 2);
  yield markAt(event, noon, radius, scale);
  if (event.last > event.first) return;
  const [from, to] = [scale.within(event.first), scale.within(event.first + 1)];
  const step = 2 * (radius + APART);
  for (let aside = step; aside <= MOST_ASIDE * step && noon - aside - radius > from; aside += step)
    for (const x of [noon + aside, noon - aside]) if (x + radius < to) yield markAt(event, x, radius, scale);
}

/** A mark is a dot, and for several days a beam from the first to the last. */
function markAt(event, x, radius, scale) {
  const beam = event.last > event.first ? [scale.within(event.first), scale.within(event.last + 1)] : [x, x];
  const [left, right] = [Math.min(beam[0], x - radius), Math.max(beam[1], x + radius)];
  const isCut = event.first < scale.since;
  return { kind: "event", id: event.id, event, x, radius, left, right, beam, isCut };
}

/** The mark of an event in the middle of a place, whatever its length. */
export function markAlone(event, { left, right }, scale) {
  const mark = markAt({ ...event, last: event.first }, (left + right) / 2, radiusOf(event), scale);
  return { ...mark, event };
}
