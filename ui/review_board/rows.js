/** What a row needs before it can be accepted, and what is asked of whoever leaves it out. */
const NEEDED = { actor: "whose statement it is", issue: "which issue it is on", stance: "which stance it takes", date: "its day" };
const TURNED = { support: "oppose", oppose: "support" };
const MOST_REMEMBERED = 200;

/** The names of the fields that a row lacks. */
export function lacking(row) {
  return Object.keys(NEEDED).filter((name) => !row[name]);
}

/** What a row lacks, in words; empty where it lacks nothing. */
export function lackingWords(row) {
  return lacking(row)
    .map((name) => NEEDED[name])
    .join(", ");
}

/** The statements under review, and what they were before each change. */
export class Rows {
  #past = [];
  #last;
  #onChange;

  constructor(onChange) {
    this.all = [];
    this.#onChange = onChange;
  }

  /** Begin anew with what Python hands over. */
  fill(rows) {
    this.all = rows;
    this.#past = [];
    this.#last = undefined;
  }

  get canUndo() {
    return this.#past.length > 0;
  }

  of(key) {
    return this.all.find((row) => row.key === key);
  }

  count(decision) {
    return this.all.filter((row) => row.decision === decision).length;
  }

  /** The rows that share their words and their issue with one: the names of a list. */
  listOf({ start, end, issue }) {
    return this.all.filter((row) => row.start === start && row.end === end && row.issue === issue);
  }

  /**
   * Change some rows in one step.
   * @param {number[]} keys
   * @param {(row: object) => object} make What is new in a row.
   * @param {string} [name] Of the change: those of one name that follow each other are one step back.
   */
  change(keys, make, name) {
    const wanted = new Set(keys);
    this.#put(this.all.map((row) => (wanted.has(row.key) ? { ...row, ...make(row) } : row)), name);
  }

  /** Add a row in its place in the text. */
  add(row) {
    const key = Math.max(0, ...this.all.map((each) => each.key)) + 1;
    const after = this.all.findIndex((each) => each.start > row.start);
    const at = after < 0 ? this.all.length : after;
    this.#put([...this.all.slice(0, at), { ...row, key }, ...this.all.slice(at)]);
    return key;
  }

  /** Accept all that lack nothing; returns those. */
  accept(keys) {
    const whole = keys.filter((key) => this.of(key).decision !== "accepted" && !lacking(this.of(key)).length);
    if (whole.length) this.change(whole, () => ({ decision: "accepted" }));
    return whole;
  }

  flip(key) {
    this.change([key], ({ stance }) => ({ stance: TURNED[stance] ?? stance }));
  }

  undo() {
    const before = this.#past.pop();
    if (!before) return false;
    this.all = before;
    this.#last = undefined;
    this.#onChange();
    return true;
  }

  #put(rows, name) {
    if (!name || name !== this.#last) this.#past.push(this.all);
    this.#last = name;
    if (this.#past.length > MOST_REMEMBERED) this.#past.shift();
    this.all = rows;
    this.#onChange();
  }
}
