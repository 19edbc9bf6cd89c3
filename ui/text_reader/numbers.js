/** The numbers of the paragraphs: one stop of the tab key, arrow keys from one to the next. */
export class Numbers {
  #all = [];
  #here;

  /**
   * @param {HTMLElement} place
   * @param {(number: number) => void} onChoose
   */
  constructor(place, onChoose) {
    place.addEventListener("keydown", (event) => this.#pressed(event));
    place.addEventListener("click", (event) => {
      const at = this.#all.indexOf(event.target);
      if (at < 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      onChoose(at + 1);
    });
  }

  take(paragraphs) {
    this.#all = paragraphs.map((paragraph) => paragraph.firstElementChild);
    this.#here = undefined;
    this.stopAt(1);
  }

  /** Which paragraph the tab key stops at. */
  stopAt(number) {
    if (this.#here) this.#here.tabIndex = -1;
    this.#here = this.#all[number - 1];
    if (this.#here) this.#here.tabIndex = 0;
  }

  of(number) {
    return this.#all[number - 1];
  }

  #pressed(event) {
    const at = this.#all.indexOf(event.target);
    const last = this.#all.length - 1;
    const to = { ArrowUp: at - 1, ArrowDown: at + 1, Home: 0, End: last }[event.key];
    if (at < 0 || to === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    this.stopAt(Math.max(0, Math.min(to, last)) + 1);
    this.#here.focus();
  }
}
