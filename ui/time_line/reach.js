import { calendar, dayOf } from "../drawn/timescale.js";

/** The same range so many lengths later: whole months, and so whole years, are followed by as many whole months. */
function moved({ since, until }, lengths) {
  const [year, month, first] = calendar(since);
  const [pastYear, pastMonth, past] = calendar(until + 1);
  if (first !== 1 || past !== 1) {
    const length = until - since + 1;
    return [since + lengths * length, until + lengths * length];
  }
  const months = lengths * (12 * (pastYear - year) + pastMonth - month);
  return [dayOf(year, month + months, 1), dayOf(pastYear, pastMonth + months, 1) - 1];
}

/** The range before, of the same length, as far as the collection goes; undefined when there is none. */
export function earlier(range, [first]) {
  const [begin, end] = moved(range, -1);
  const short = Math.max(0, first - begin);
  return begin + short < range.since ? [begin + short, end + short] : undefined;
}

/** The range after, of the same length, as far as the collection goes; undefined when there is none. */
export function later(range, [, last]) {
  const [begin, end] = moved(range, 1);
  const beyond = Math.max(0, end - last);
  return end - beyond > range.until ? [begin - beyond, end - beyond] : undefined;
}

/** A range so many times as long about a day, never beyond the collection; undefined when that is the same. */
export function stretched({ since, until }, [first, last], times, about = (since + until) / 2) {
  const length = Math.max(1, Math.round((until - since + 1) * times));
  const share = (about - since + 0.5) / (until - since + 1);
  const begin = Math.max(Math.min(first, since), Math.round(about + 0.5 - share * length));
  const end = Math.min(Math.max(last, until), begin + length - 1);
  return begin === since && end === until ? undefined : [begin, end];
}

/** All years of the collection; undefined when that is what is shown. */
export function whole({ since, until }, [first, last]) {
  return since === first && until === last ? undefined : [first, last];
}
