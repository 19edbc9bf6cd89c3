const FRAME_MS = 900;
const WHOLE_RUN_MS = 45_000;

/** The bar below the map that steps and plays through the days on which something changed. */
export class Player {
  #frames = [];
  #at = 0;
  #next = 0;
  #isDragged = false;

  /**
   * @param {HTMLElement} bar
   * @param {(at: number) => void} onFrame Called for each frame that is to be shown.
   * @param {(at: number) => void} onRest Called with the frame on which the reader came to rest.
   */
  constructor(bar, onFrame, onRest) {
    this.bar = bar;
    this.onFrame = onFrame;
    this.onRest = onRest;
    this.#part("back").addEventListener("click", () => this.#step(-1));
    this.#part("forward").addEventListener("click", () => this.#step(1));
    this.#part("play").addEventListener("click", () => (this.isPlaying ? this.#rest() : this.#play()));
    this.#part("frame").addEventListener("input", ({ target }) => this.#drag(Number(target.value)));
    this.#part("frame").addEventListener("change", () => this.#rest());
    this.#dress();
  }

  get isPlaying() {
    return this.#next !== 0;
  }

  /** The frame that is shown. */
  get at() {
    return this.#at;
  }

  /** The frames of a drawing, and the one to show. Neither playing nor a drag is disturbed unless the frames differ. */
  take(frames, at) {
    const isSame = frames.length === this.#frames.length && frames.every(({ day }, n) => day === this.#frames[n].day);
    this.bar.hidden = !frames.length;
    this.#frames = frames;
    if (isSame && (this.isPlaying || this.#isDragged)) return;
    this.#stop();
    this.#part("frame").max = Math.max(frames.length - 1, 0);
    this.#at = at;
    this.#dress();
  }

  leave() {
    clearTimeout(this.#next);
  }

  #play() {
    if (this.#at === this.#frames.length - 1) this.#show(0);
    const pause = Math.min(FRAME_MS, WHOLE_RUN_MS / this.#frames.length);
    this.#next = setTimeout(() => this.#forward(pause), pause);
    this.#dress();
  }

  #forward(pause) {
    this.#show(this.#at + 1);
    if (this.#at === this.#frames.length - 1) this.#rest();
    else this.#next = setTimeout(() => this.#forward(pause), pause);
  }

  #step(by) {
    this.#stop();
    this.#show(Math.min(Math.max(this.#at + by, 0), this.#frames.length - 1));
    this.#rest();
  }

  #drag(at) {
    this.#stop();
    this.#isDragged = true;
    this.#show(at);
  }

  #rest() {
    this.#stop();
    this.#dress();
    this.onRest(this.#at);
  }

  #stop() {
    clearTimeout(this.#next);
    this.#next = 0;
    this.#isDragged = false;
  }

  #show(at) {
    this.#at = at;
    this.onFrame(at);
    this.#dress();
  }

  #dress() {
    const label = this.isPlaying ? "Pause" : "Play";
    this.bar.classList.toggle("playing", this.isPlaying);
    this.#part("play").title = label;
    this.#part("play").setAttribute("aria-label", label);
    // A reader by ear is told of the day on which it stops, not of each on the way.
    this.#part("day").setAttribute("aria-live", this.isPlaying ? "off" : "polite");
    if (!this.#frames.length) return;
    const words = frameWords(this.#frames[this.#at]);
    this.#part("day").textContent = words;
    this.#part("frame").value = this.#at;
    this.#part("frame").setAttribute("aria-valuetext", words);
    // A disabled button would lose the focus of whoever steps with the keyboard.
    this.#part("back").setAttribute("aria-disabled", this.#at === 0);
    this.#part("forward").setAttribute("aria-disabled", this.#at === this.#frames.length - 1);
  }

  #part(name) {
    return this.bar.querySelector(`.${name}`);
  }
}

/** What a frame shows, in words. */
function frameWords({ label, count }) {
  if (!count) return `${label}: before the first change`;
  return `${label}: ${count.toLocaleString("en")} ${count === 1 ? "position" : "positions"} new or changed`;
}
