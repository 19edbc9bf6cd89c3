/**
 * @typedef {{x: number, y: number, k: number}} Camera The middle of the picture in map units; k pixels are one unit.
 * @typedef {{width: number, height: number}} Stage Pixels.
 * @typedef {[number, number, number, number]} Box x, y, width and height in map units.
 */

/** The height of a box for each pixel of its width. */
export function ratioOf([, , width, height]) {
  return height / width;
}

/** The camera that shows the whole box. */
export function fitted([x, y, width, height], stage) {
  return { x: x + width / 2, y: y + height / 2, k: Math.min(stage.width / width, stage.height / height) };
}

/** Where a point of the map is on the stage. */
export function onStage(camera, stage, [x, y]) {
  return [(x - camera.x) * camera.k + stage.width / 2, (y - camera.y) * camera.k + stage.height / 2];
}

/** Which point of the map is at a place of the stage. */
export function onMap(camera, stage, [left, top]) {
  return [camera.x + (left - stage.width / 2) / camera.k, camera.y + (top - stage.height / 2) / camera.k];
}

/** Closer by a factor; what is at that place of the stage stays there. */
export function zoomed(camera, stage, factor, at) {
  const [x, y] = onMap(camera, stage, at);
  return { k: camera.k * factor, x: x + (camera.x - x) / factor, y: y + (camera.y - y) / factor };
}

/** Part of the way from one camera to another, as a steady zoom about one point. */
export function between(from, to, part) {
  const k = from.k * (to.k / from.k) ** part;
  const isPan = Math.abs(to.k / from.k - 1) < 1e-6;
  const way = isPan ? part : (1 / k - 1 / from.k) / (1 / to.k - 1 / from.k);
  return { k, x: from.x + (to.x - from.x) * way, y: from.y + (to.y - from.y) * way };
}

/** The nearest camera that does not look past the edges of a box; what is smaller than the stage is centred. */
export function bounded({ x, y, k }, stage, [left, top, width, height]) {
  return {
    k,
    x: within(x, left, width, stage.width / k / 2),
    y: within(y, top, height, stage.height / k / 2),
  };
}

function within(middle, start, length, half) {
  if (half * 2 >= length) return start + length / 2;
  return Math.min(Math.max(middle, start + half), start + length - half);
}

/** The smallest box around several. */
export function around(boxes) {
  const left = Math.min(...boxes.map(([x]) => x));
  const top = Math.min(...boxes.map(([, y]) => y));
  const right = Math.max(...boxes.map(([x, , width]) => x + width));
  const bottom = Math.max(...boxes.map(([, y, , height]) => y + height));
  return [left, top, right - left, bottom - top];
}
