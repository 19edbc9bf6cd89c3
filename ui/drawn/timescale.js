const DAY_MS = 86_400_000;
const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** Days are whole numbers everywhere in a drawing: days since 1 January 1970. */
export function dayNumber(iso) {
  return Math.round(Date.parse(iso) / DAY_MS);
}

/** A day as ISO date. */
export function isoDay(day) {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** Year, month (from 1) and day of the month. */
export function calendar(day) {
  const moment = new Date(day * DAY_MS);
  return [moment.getUTCFullYear(), moment.getUTCMonth() + 1, moment.getUTCDate()];
}

/** The day with this date; a month beyond December is one of a later year. */
export function dayOf(year, month, date) {
  return Date.UTC(year, month - 1, date) / DAY_MS;
}

/** The name of a month, counted from 1. */
export function monthWords(month) {
  return MONTHS[month - 1];
}

/** A day in words, such as "31 March 2020". */
export function dayWords(day) {
  const [year, month, date] = calendar(day);
  return `${date} ${monthWords(month)} ${year}`;
}

/** From the first day to the last in words; what both share is said once: "1 to 5 March 2020". */
export function rangeWords(first, last) {
  const [year, month, date] = calendar(first);
  const [lastYear, lastMonth] = calendar(last);
  if (first === last) return dayWords(first);
  if (year !== lastYear) return `${dayWords(first)} to ${dayWords(last)}`;
  const begin = month === lastMonth ? date : `${date} ${monthWords(month)}`;
  return `${begin} to ${dayWords(last)}`;
}

/**
 * Days along a line: linear, each day as wide as the other.
 * @param {number} since The first day shown.
 * @param {number} until The last day shown; it takes its whole width.
 * @param {number} left Pixels where the first day begins.
 * @param {number} right Pixels where the last day ends.
 */
export function timeScale(since, until, left, right) {
  const perDay = (right - left) / (until + 1 - since);
  const kept = (x) => Math.max(left, Math.min(x, right));
  return {
    since,
    until,
    left,
    right,
    perDay,
    /** Where a day begins, be it outside. */
    x: (day) => left + (day - since) * perDay,
    /** Where a day begins; days outside lie at the edge. */
    within: (day) => kept(left + (day - since) * perDay),
    /** The day at a place; places outside mean the first and the last day. */
    dayAt: (x) => Math.min(until, Math.floor(since + (kept(x) - left) / perDay + 1e-9)),
  };
}
