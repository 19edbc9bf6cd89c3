/**
 * @typedef {object} Place Where an actor stands on the map, in map units.
 * @property {string} id
 * @property {"shape" | "dot" | "seat"} kind
 * @property {[number, number]} point Surely inside its largest outline.
 * @property {[number, number, number, number]} box West, north, east and south edge.
 * @property {number} area 0 without an outline.
 */

/** Lives as long as the page: a map that is taken away and comes back is drawn at once. */
const coming = new Map();

/**
 * The file of outlines, asked for once. A failure is forgotten, so that asking again can succeed.
 * @param {string} address Below the app's root.
 * @returns {Promise<object>} As data/shapes/README.md describes it.
 */
export function outlinesAt(address) {
  if (!coming.has(address)) {
    const asked = ask(address);
    asked.catch(() => coming.delete(address));
    coming.set(address, asked);
  }
  return coming.get(address);
}

async function ask(address) {
  // The app may be served below a prefix; the page knows (api/base_url.py).
  const root = window.__streamlit?.BACKEND_BASE_URL ?? new URL(".", location.href).href;
  const response = await fetch(new URL(address.replace(/^\//, ""), root));
  if (!response.ok) throw new Error(`${response.status} ${response.statusText}`);
  return response.json();
}

/**
 * Every place that an actor can have. An authority with a seat stands there, even where an outline has its id.
 * @returns {Map<string, Place>}
 */
export function placesOf({ shapes, dots, seats }) {
  const pointed = (kind) => ({ id, point }) => [id, { id, kind, point, box: [...point, ...point], area: 0 }];
  return new Map([
    ...shapes.map(({ id, point, box, area }) => [id, { id, kind: "shape", point, box, area }]),
    ...dots.map(pointed("dot")),
    ...seats.map(pointed("seat")),
  ]);
}
