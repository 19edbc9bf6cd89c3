import { calendar, dayOf, monthWords } from "./timescale.js";

/** Between the words of two ticks. */
const APART_PX = 10;
const MONDAY = 4;
/** What a tick names, how many of these lie between two ticks, and how near the ticks may come to each other. */
const STEPS = [
  ["day", 1, 22],
  ["day", 2, 36],
  ["day", 7, 60],
  ["month", 1, 34],
  ["month", 3, 34],
  ["month", 6, 34],
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500].map((many) => ["year", many, 38]),
];
const UNIT_DAYS = { day: 1, month: 28, year: 365 };
const UNITS = {
  day: { first: (day, many) => day - mod(day - MONDAY, many), next: (day, many) => day + many, end: (day) => day + 1 },
  month: {
    first: (day, many) => monthAt(day, many, 0),
    next: (day, many) => monthAt(day, many, 1),
    end: (day) => monthAt(day, 1, 1),
  },
  year: {
    first: (day, many) => yearAt(day, many, 0),
    next: (day, many) => yearAt(day, many, 1),
    end: (day) => yearAt(day, 1, 1),
  },
};

/**
 * The finest ticks whose words keep clear of each other: days, months or years, each in the middle of what it names.
 *
 * A second line names the month of days and the year of months, where they change.
 * @param {ReturnType<import("./timescale.js").timeScale>} scale
 * @param {(words: string) => number} widthOf How wide words are, in pixels.
 * @param {number} over So many pixels words may reach over either end of the scale.
 * @returns {{day: number, x: number, words: string, at: number, context: string, contextAt: number}[]} `x` is where
 *     the named day, month or year begins, or its middle where it is narrower than its words; `at` and `contextAt` are
 *     the middles of the words; `context` may be empty.
 */
export function ticks(scale, widthOf, over = 0) {
  for (const [unit, many, nearest] of STEPS) {
    if (UNIT_DAYS[unit] * many * scale.perDay < nearest) continue;
    const found = written([...unitsOf(scale, unit, many)], scale, widthOf, over);
    if (isClear(found, widthOf)) return found;
  }
  return [];
}

/** The days, months or years that begin or last in the scale. */
function* unitsOf(scale, unit, many) {
  const { first, next, end } = UNITS[unit];
  for (let day = first(scale.since, many); day <= scale.until; day = next(day, many)) {
    if (end(day) <= scale.since) continue;
    const [words, context] = wordsOf(day, unit);
    yield { day, end: end(day), words, context };
  }
}

function wordsOf(day, unit) {
  const [year, month, date] = calendar(day);
  if (unit === "day") return [`${date}`, `${monthWords(month)} ${year}`];
  return unit === "month" ? [monthWords(month).slice(0, 3), `${year}`] : [`${year}`, ""];
}

function written(units, scale, widthOf, over) {
  const kept = (x, width) => Math.max(scale.left - over + width / 2, Math.min(x, scale.right + over - width / 2));
  let before = "";
  const found = units.map(({ day, end, words, context }) => {
    const isNew = context !== before;
    before = context;
    const middle = (scale.within(day) + scale.within(end)) / 2;
    const [at, contextAt] = [words, context].map((text) => kept(middle, widthOf(text)));
    const isNarrow = (end - day) * scale.perDay < widthOf(words) + APART_PX;
    return { day, x: isNarrow ? middle : scale.within(day), words, at, context: isNew ? context : "", contextAt };
  });
  return withClearContexts(found, widthOf);
}

/** Of two that would touch, the later stays: it begins what is longer in view. */
function withClearContexts(found, widthOf) {
  let from = Infinity;
  for (const tick of [...found].reverse()) {
    if (!tick.context) continue;
    const half = widthOf(tick.context) / 2;
    if (tick.contextAt + half + APART_PX > from) tick.context = "";
    else from = tick.contextAt - half;
  }
  return found;
}

function isClear(found, widthOf) {
  return found.every(({ words, at }, number) => {
    const after = found[number + 1];
    return !after || at + widthOf(words) / 2 + APART_PX <= after.at - widthOf(after.words) / 2;
  });
}

function monthAt(day, many, later) {
  const [year, month] = calendar(day);
  return dayOf(year, (Math.floor((month - 1) / many) + later) * many + 1, 1);
}

function yearAt(day, many, later) {
  return dayOf((Math.floor(calendar(day)[0] / many) + later) * many, 1, 1);
}

function mod(number, by) {
  return ((number % by) + by) % by;
}
