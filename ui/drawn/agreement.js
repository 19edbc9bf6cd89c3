/** After so long no answer is expected: Python may have skipped this word for the next. */
const ANSWER_MS = 10_000;

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
    this.#unanswered.push({ value, at: performance.now() });
    return true;
  }

  /** Python's word. True when the map has to follow it. */
  hear(value) {
    if (value === this.#heard) return false;
    this.#heard = value;
    if (this.#isEcho(value)) return false;
    this.#unanswered = [];
    if (value === this.value) return false;
    this.value = value;
    return true;
  }

  /**
   * Whether Python repeats what the reader said, and then all before it is answered as well.
   *
   * What was said twice is first answered for the first time, also where it is the latest word: those in between are
   * still to come.
   */
  #isEcho(value) {
    const since = performance.now() - ANSWER_MS;
    this.#unanswered = this.#unanswered.filter(({ at }) => at >= since);
    const echo = this.#unanswered.findIndex((said) => said.value === value);
    this.#unanswered.splice(0, echo + 1);
    return echo >= 0;
  }
}
