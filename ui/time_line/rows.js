import { clusters } from "./clusters.js";
import { APART, candidates } from "./marks.js";
import { inTime } from "./reading.js";

const MOST_ROWS = 4;
/** So many of the most wanted find their place before the others fill the rows from left to right. */
const MOST_FIRST = 4;

/** One row of a lane: which of its pixels are taken. */
class Row {
  constructor(width) {
    this.taken = new Uint8Array(Math.ceil(width) + 1);
  }

  isFree(left, right) {
    const [from, to] = [Math.floor(left), Math.ceil(right)];
    if (from < 0 || to > this.taken.length) return false;
    for (let at = from; at < to; at++) if (this.taken[at]) return false;
    return true;
  }

  set(left, right, value = 1) {
    this.taken.fill(value, Math.max(0, Math.floor(left)), Math.ceil(right));
  }
}

/**
 * Places for the events of a lane so that no mark lies on another.
 *
 * While four rows last, each event has a mark of its own. Otherwise the most wanted have one, and the others share
 * marks in the last row.
 * @param {object[]} events
 * @param {object} scale
 * @param {(one: object, other: object) => number} byRank Most wanted first.
 * @param {{head: number, count: (words: string) => number}} widths Of the lane's name, and of a number.
 * @param {(mark: object, rows: Row[]) => void} onPlaced Called for each mark in turn; it may take more of the rows.
 * @returns {{rows: Row[], marks: object[]}}
 */
export function rowsOf(events, scale, byRank, widths, onPlaced) {
  const ranked = [...events].sort(byRank);
  const most = ranked.slice(0, MOST_FIRST);
  const others = ranked.slice(MOST_FIRST);
  const all = inRows([...most, ...[...others].sort(inTime)], scale, MOST_ROWS, { ...widths, onPlaced });
  if (!all.left.length) return all;
  const some = inRows(ranked, scale, MOST_ROWS - 1, { ...widths, onPlaced });
  const last = emptyRow(scale);
  const shared = clusters(some.left.sort(inTime), scale, widths, MOST_ROWS - 1);
  for (const mark of shared) last.set(mark.left - APART, mark.right + APART);
  return { rows: [...some.rows, last], marks: [...some.marks, ...shared] };
}

/** A row in which only the margins are taken. */
function emptyRow(scale, head = 0) {
  const row = new Row(scale.right);
  // What began before the range reaches the edge.
  row.set(0, head ? scale.left + head : scale.left - APART);
  return row;
}

function inRows(ordered, scale, most, { head, onPlaced }) {
  const rows = Array.from({ length: most }, (_, row) => emptyRow(scale, row ? 0 : head));
  const marks = [];
  const left = [];
  for (const event of ordered) {
    const mark = placeOf(event, scale, rows);
    if (!mark) {
      left.push(event);
      continue;
    }
    rows[mark.row].set(mark.left - APART, mark.right + APART);
    marks.push(mark);
    onPlaced(mark, rows);
  }
  return { rows, marks, left };
}

function placeOf(event, scale, rows) {
  for (const mark of candidates(event, scale)) {
    const row = rows.findIndex((each) => each.isFree(mark.left - APART, mark.right + APART));
    if (row >= 0) return { ...mark, row };
  }
}
