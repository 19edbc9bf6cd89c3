// One small map an issue, drawn on canvases from the same file of outlines as the large map. Fills come by name from
// charts/matrix_maps.py and follow the page's light or dark scheme.

/** Below this many square pixels an actor with a position gets a dot instead of its outline. */
const SEEN_PX2 = 3;
const DOT_PX = 1.7;

/** Lives as long as the page: the outlines are asked for, and their paths made, once. */
const coming = new Map();

const make = (tag, attributes = {}, ...children) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
};

const outlinesAt = (address) => {
  if (!coming.has(address)) {
    const asked = ask(address);
    asked.catch(() => coming.delete(address));
    coming.set(address, asked);
  }
  return coming.get(address);
};

const ask = async (address) => {
  // The app may be served below a prefix; the page knows (api/base_url.py).
  const root = window.__streamlit?.BACKEND_BASE_URL ?? new URL(".", location.href).href;
  const response = await fetch(new URL(address.replace(/^\//, ""), root));
  if (!response.ok) throw new Error(`${response.status} ${response.statusText}`);
  const { views, shapes, dots, seats } = await response.json();
  const seated = new Set(seats.map(({ id }) => id));
  const every = new Path2D();
  const places = new Map();
  for (const { id, d, area, point } of shapes) {
    const path = new Path2D(d);
    every.addPath(path);
    // An authority stands at its seat, even where an outline has its id.
    if (!seated.has(id)) places.set(id, { path, area, point });
  }
  for (const { id, point } of [...dots, ...seats]) places.set(id, { area: 0, point });
  return { view: views.world, every, places };
};

// A custom property that says light-dark() is resolved only where it is used as a colour.
const colourIn = (probe) => (name) => {
  probe.style.color = `var(--${name})`;
  return getComputedStyle(probe).color;
};

const isPosition = (fill) => /-(own|listed|borrowed)$/.test(fill);

const draw = (canvas, { view, every, places }, fills, colour) => {
  const [left, top, width, height] = view;
  const density = devicePixelRatio || 1;
  const scale = canvas.clientWidth / width;
  canvas.width = Math.round(canvas.clientWidth * density);
  canvas.height = Math.round(canvas.clientWidth * (height / width) * density);
  const pen = canvas.getContext("2d");
  pen.scale(density * scale, density * scale);
  pen.translate(-left, -top);
  pen.fillStyle = colour("land");
  pen.fill(every);
  const dots = [];
  for (const [fill, actors] of Object.entries(fills)) {
    const whole = new Path2D();
    for (const place of actors.map((id) => places.get(id)).filter(Boolean)) {
      if (place.path) whole.addPath(place.path);
      if (place.area * scale * scale < SEEN_PX2 && isPosition(fill)) dots.push([place.point, fill]);
    }
    pen.fillStyle = colour(fill);
    pen.fill(whole);
  }
  pen.lineWidth = 0.4 / scale;
  pen.strokeStyle = colour("border");
  pen.stroke(every);
  for (const [[x, y], fill] of dots) {
    pen.beginPath();
    pen.arc(x, y, DOT_PX / scale, 0, 2 * Math.PI);
    pen.fillStyle = colour(fill);
    pen.fill();
    pen.stroke();
  }
};

const count = ({ sign, fill, number }) => {
  const swatch = make("span", { class: "swatch" }, sign);
  swatch.style.backgroundColor = `var(--${fill})`;
  swatch.style.color = `var(--on-${fill})`;
  return make("span", { class: "count" }, swatch, String(number));
};

const build = (root, maps) => {
  const items = maps.map((map) => {
    const canvas = make("canvas", { "aria-hidden": "true" });
    const counts = make("span", { class: "counts", "aria-hidden": "true" }, ...map.counts.map(count));
    if (!map.counts.length) counts.append("No position in view");
    const title = make("span", { class: "title", "aria-hidden": "true" }, map.title);
    const link = make("a", { href: map.href, "aria-label": `${map.label} Open the map.` }, title, canvas, counts);
    Object.assign(link, { map, canvas });
    return make("li", {}, link);
  });
  root.querySelector("ol").replaceChildren(...items);
};

const drawAll = async (root, address) => {
  const problem = root.querySelector(".problem");
  try {
    const outlines = await outlinesAt(address);
    const colour = colourIn(root.querySelector(".probe"));
    for (const { map, canvas } of root.querySelectorAll("a")) {
      // Runs of the script that change nothing here cost nothing here.
      const look = [canvas.clientWidth, devicePixelRatio, colour("land")].join(" ");
      if (canvas.look !== look) draw(canvas, outlines, map.fills, colour);
      canvas.look = look;
    }
    problem.hidden = true;
  } catch {
    problem.hidden = false;
  }
};

export default function ({ parentElement, data }) {
  const root = parentElement.querySelector(".small-maps");
  const told = JSON.stringify(data);
  if (root.told !== told) build(root, data.maps);
  root.told = told;
  const redraw = () => drawAll(root, data.address);
  // The scheme changes without a run of the script; this colour changes with it.
  root.querySelector(".scheme").ontransitionend = redraw;
  const resized = new ResizeObserver(redraw);
  resized.observe(root);
  return () => resized.disconnect();
}
