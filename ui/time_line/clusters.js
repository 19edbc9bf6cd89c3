import { APART, LARGEST_PX, markAlone } from "./marks.js";
import { numberWords } from "./words.js";

/** Marks that several events share, and of events that are alone after all, by time from left to right. */
export function clusters(ordered, scale, widths, row) {
  const found = [];
  for (const event of ordered) {
    const last = found.at(-1);
    const at = scale.within(event.first) + Math.min(scale.perDay, scale.right) / 2;
    if (last && at - LARGEST_PX < last.right + 2 * APART) join(last, event, widths);
    else found.push(clusterAt(event, at, scale, row));
  }
  if (found.length) keepInside(found, scale, widths);
  return found.map((cluster) => finished(cluster, scale));
}

/** The last cluster may have grown over the right edge: it moves back, and takes in what it then would lie on. */
function keepInside(found, scale, widths) {
  const last = found.at(-1);
  const shift = () => Math.max(0, last.right + APART - scale.right);
  while (found.length > 1 && found.at(-2).right + 2 * APART > last.left - shift()) {
    const [before] = found.splice(-2, 1);
    last.events.unshift(...before.events);
    last.left = before.left;
    last.right = before.left + Math.max(2 * LARGEST_PX, widths.count(numberWords(last.events.length)) + 10);
  }
  const over = shift();
  last.left -= over;
  last.right -= over;
}

function clusterAt(event, at, scale, row) {
  const x = Math.max(scale.left + LARGEST_PX + APART, Math.min(at, scale.right - LARGEST_PX - APART));
  return { kind: "cluster", events: [event], left: x - LARGEST_PX, right: x + LARGEST_PX, row };
}

function join(cluster, event, widths) {
  cluster.events.push(event);
  cluster.right = Math.max(cluster.right, cluster.left + widths.count(numberWords(cluster.events.length)) + 10);
}

/** One event alone is no cluster. */
function finished(cluster, scale) {
  const { events, left, right, row } = cluster;
  if (events.length === 1) return { ...markAlone(events[0], cluster, scale), row };
  const [first, last] = [events[0].first, events.at(-1).first];
  return { ...cluster, id: `cluster ${events[0].id}`, first, last, x: (left + right) / 2, radius: LARGEST_PX };
}
