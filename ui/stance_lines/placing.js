import { dayNumber } from "../drawn/timescale.js";

/** From one level to the next. */
const PITCH_PX = 35;
/** From the top of a plot to its first level, with room for the words of that level. */
export const HEAD_PX = 22;
const FOOT_PX = 16;
const SILENCE_PX = 24;

/** How high a plot is, and at which height each stance lies on it. */
export function levelsOf(lane) {
  const heights = Object.fromEntries(lane.levels.map(({ stance }, at) => [stance, HEAD_PX + at * PITCH_PX]));
  const height = HEAD_PX + (lane.levels.length - 1) * PITCH_PX + FOOT_PX;
  return { heights, height: lane.silence ? SILENCE_PX : height };
}

/**
 * Where the points of a lane lie: on their level; those that would cover each other, just under or over it.
 * @param {object} lane As charts.stance_lines makes it.
 * @param {ReturnType<import("../drawn/timescale.js").timeScale>} scale
 * @param {Record<string, number>} heights
 * @param {number} radius
 * @returns {{point: object, x: number, y: number, from: number}[]} `from` is where the period known begins.
 */
export function placesOf(lane, scale, heights, radius) {
  const rows = [0, 2 * radius, -2 * radius];
  const lasts = {};
  return lane.points.map((point) => {
    const x = scale.within(dayNumber(point.ends));
    lasts[point.stance] ??= rows.map(() => -Infinity);
    const row = freest(lasts[point.stance], x, 2 * radius);
    lasts[point.stance][row] = x;
    const from = scale.within(dayNumber(point.starts));
    return { point, x, y: heights[point.stance] + rows[row], from };
  });
}

/** The first row in which nothing is covered, or that in which least is. */
function freest(lasts, x, apart) {
  const free = lasts.findIndex((last) => x - last >= apart);
  return free >= 0 ? free : lasts.indexOf(Math.min(...lasts));
}

/**
 * From which level to which a change goes; of contested ones between those next to each other.
 * @returns {{x: number, y1: number, y2: number, flag: number}} `flag` is the height of the change's sign.
 */
export function riserOf(change, scale, heights) {
  const pairs = change.from_levels.flatMap((from) => change.to_levels.map((to) => [heights[from], heights[to]]));
  const [[y1, y2]] = pairs
    .filter(([from, to]) => from !== to)
    .sort((one, other) => Math.abs(one[0] - one[1]) - Math.abs(other[0] - other[1]));
  const flag = y2 - (Math.sign(y2 - y1) * PITCH_PX) / 2;
  return { x: scale.within(dayNumber(change.day)), y1, y2, flag };
}

/** The pieces of the step line in pixels, one a level: those of one stance that follow each other are one. */
export function piecesOf(lane, scale, heights) {
  const pieces = [];
  lane.steps.forEach((step, at) => {
    const [x1, x2] = [scale.within(dayNumber(step.day)), endOf(step, scale)];
    const before = lane.steps[at - 1];
    const goesOn = before && step.until && before.fill === step.fill && before.stance === step.stance;
    if (goesOn && step.stance !== "contested") pieces.at(-1).x2 = x2;
    else pieces.push({ ...step, x1, x2, ys: step.levels.map((stance) => heights[stance]), isOpen: !step.until });
  });
  return pieces;
}

function endOf(step, scale) {
  return step.until ? scale.within(dayNumber(step.until) + 1) : scale.right;
}
