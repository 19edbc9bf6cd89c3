/** In order of time; of two at the same time the one in the upper lane. */
export function inOrder(items) {
  const lane = (item) => item.lane ?? 0;
  const start = (item) => daysOf(item)[0];
  const compared = (one, other) => start(one) - start(other) || lane(one) - lane(other) || one.box[0] - other.box[0];
  return [...items].sort(compared);
}

/** The nearest in time in the next lane that way, or of the other kind. */
export function across(items, here, by) {
  const level = ({ lane, kind }) => lane ?? ["bar", "span"].indexOf(kind);
  const levels = [...new Set(items.map(level))].sort((one, other) => one - other);
  const wanted = levels[levels.indexOf(level(here)) + by];
  const far = (item) => Math.abs(middleOf(item) - middleOf(here));
  return items.filter((item) => level(item) === wanted).sort((one, other) => far(one) - far(other))[0];
}

/** The middle of what a bar, span or mark means, in days. */
export function middleOf(item) {
  const [first, last] = daysOf(item);
  return (first + last) / 2;
}

function daysOf({ period, event, first, last }) {
  const { first: begin, last: end } = period ?? event ?? { first, last };
  return [begin, end];
}
