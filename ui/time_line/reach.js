/** The range before, of the same length, as far as the collection goes; undefined when there is none. */
export function earlier({ since, until }, [first]) {
  const length = until - since + 1;
  const begin = Math.max(first, since - length);
  return begin < since ? [begin, begin + length - 1] : undefined;
}

/** The range after, of the same length, as far as the collection goes; undefined when there is none. */
export function later({ since, until }, [, last]) {
  const length = until - since + 1;
  const end = Math.min(last, until + length);
  return end > until ? [end - length + 1, end] : undefined;
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
