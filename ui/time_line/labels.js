import { shortened } from "../drawn/lettering.js";

const LENGTHS = [52, 40, 30, 24];
const SHORTEST = 16;
const BESIDE_PX = 5;
const LABEL_GAP_PX = 6;
/** Labels ask for so much room each; more would be a wall of words. */
const ROOM_PX = 230;
/** A mark does not move farther down than this for its words. */
const ROWS_FOR_LABELS = 3;
const FEWEST = 2;
const MOST_TRIED = 60;

/**
 * Words beside the marks of a lane, the most wanted first; they lie on nothing, and may move their mark to a free row.
 *
 * @param {{rows: object[], marks: object[]}} lane From `rowsOf`; rows and marks are changed.
 * @param {object[]} found The labels that there are already.
 * @param {number} length How long the axis is.
 * @param {(one: object, other: object) => number} byRank
 * @param {(event: object) => (words: string) => number} widthFor How the words of an event are measured.
 * @returns {{mark: object, words: string, width: number, x: number, anchor: string}[]}
 */
export function labelsOf(lane, found, length, byRank, widthFor) {
  const most = Math.max(FEWEST, Math.floor(length / ROOM_PX));
  const has = new Set(found.map(({ mark }) => mark.id));
  const wanted = lane.marks.filter(({ kind, id }) => kind === "event" && !has.has(id));
  const labels = [...found];
  for (const mark of wanted.sort((one, other) => byRank(one.event, other.event)).slice(0, MOST_TRIED)) {
    if (labels.length >= most) break;
    const label = labelOf(mark, lane.rows, widthFor(mark.event));
    if (label) labels.push(label);
  }
  return labels;
}

/** The words of a mark where there is room for them, in fewer letters if need be; undefined if there is none. */
export function labelOf(mark, rows, widthOf) {
  for (const words of wordings(mark.event.title)) {
    const width = widthOf(words);
    for (const row of rowsFor(mark, rows)) {
      const sides = [
        [mark.right + BESIDE_PX, mark.right + BESIDE_PX + width + LABEL_GAP_PX],
        [mark.left - BESIDE_PX - width - LABEL_GAP_PX, mark.left - BESIDE_PX],
      ];
      const side = sides.findIndex(([left, right]) => hasRoom(rows, mark, row, left, right));
      if (side < 0) continue;
      move(mark, rows, row);
      rows[row].set(...sides[side]);
      const place = side ? { x: mark.left - BESIDE_PX, anchor: "end" } : { x: mark.right + BESIDE_PX, anchor: "start" };
      return { mark, words, width, row, ...place };
    }
    const below = underBeam(mark, rows, width);
    if (below) return { mark, words, width, ...below };
  }
}

/** What lasts through most of the range has no room at its sides: its words stand below its beginning. */
function underBeam({ row, left, right }, rows, width) {
  const end = left + width + LABEL_GAP_PX;
  if (end > right || !rows[row + 1]?.isFree(left, end)) return undefined;
  rows[row + 1].set(left, end);
  return { row: row + 1, x: left + 1, anchor: "start" };
}

function wordings(title) {
  const all = LENGTHS.map((most) => shortened(title, most));
  return [...new Set(all)].filter((words) => words === title || words.length >= SHORTEST);
}

/** The mark's own row, then the others from the top. */
function rowsFor(mark, rows) {
  const others = rows.map((_, row) => row).filter((row) => row !== mark.row && row < ROWS_FOR_LABELS);
  return [mark.row, ...others];
}

/** Whether the words have room in a row, and the mark too if that is not its own. */
function hasRoom(rows, mark, row, left, right) {
  if (!rows[row].isFree(left, right)) return false;
  return row === mark.row || rows[row].isFree(mark.left - 1, mark.right + 1);
}

function move(mark, rows, row) {
  if (row === mark.row) return;
  rows[mark.row].set(mark.left - 1, mark.right + 1, 0);
  rows[row].set(mark.left - 1, mark.right + 1);
  mark.row = row;
}

/** Empty rows at the end of a lane are not drawn, nor is one between others: how many rows are left. */
export function usedRows(marks, labels) {
  const both = [...marks, ...labels];
  const used = [...new Set([0, ...both.map(({ row }) => row)])].sort((one, other) => one - other);
  for (const each of both) each.row = used.indexOf(each.row);
  return used.length;
}
