/**
 * What the reader and Python last said about one thing, such as the chosen actor. Python hears of a choice, runs, and
 * comes back with it; meanwhile the reader may have gone on. So an echo changes nothing, only what is new to both does.
 */
export class Agreement {
  #heard;
  #unanswered = [];

  constructor(value) {
    this.value = value;
    this.#heard = value;
  }

  /** The reader's word. True when Python has to be told. */
  say(value) {
    if (value === this.value) return false;
    this.value = value;
    this.#unanswered.push(value);
    return true;
  }

  /** Python's word. True when the map has to follow it. */
  hear(value) {
    const isOld = value === this.#heard;
    const echo = this.#unanswered.indexOf(value);
    this.#heard = value;
    if (value === this.value) this.#unanswered = [];
    else if (echo >= 0) this.#unanswered.splice(0, echo + 1);
    if (isOld || echo >= 0 || value === this.value) return false;
    this.#unanswered = [];
    this.value = value;
    return true;
  }
}
