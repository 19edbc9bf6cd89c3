/**
 * Who stood where once a frame was shown. The first frame holds everybody who ever changes, each later one what
 * changed since the one before; who is in no frame keeps the class of the drawing.
 * @returns {Map<string, number | null>} Class by actor; null where the actor is not drawn.
 */
export function classesAt({ actors, frames }, at) {
  const classes = new Map(Object.entries(actors).map(([id, actor]) => [id, actor.class]));
  for (const id of frames.flatMap((frame) => Object.keys(frame.classes))) if (classes.has(id)) classes.set(id, null);
  for (const frame of frames.slice(0, at + 1)) {
    for (const [id, changed] of Object.entries(frame.classes)) if (classes.has(id)) classes.set(id, changed);
  }
  return classes;
}

/** The last frame on or before a day; without a day the last of all. */
export function frameOf(frames, day) {
  const later = day ? frames.findIndex((frame) => frame.day > day) : -1;
  return later < 0 ? frames.length - 1 : Math.max(later - 1, 0);
}

/** What a frame shows, in words. */
export function frameWords({ label, count }) {
  if (!count) return `${label}: before the first change`;
  return `${label}: ${count.toLocaleString("en")} ${count === 1 ? "position" : "positions"} changed`;
}
