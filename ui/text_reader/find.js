/** The field for words to find in this text alone. */
export class Find {
  #field;
  #given;

  /**
   * @param {HTMLFormElement} form
   * @param {{ask: (words: string) => void, again: () => void}} on `again` where the same words are sent once more.
   */
  constructor(form, on) {
    this.#field = form.querySelector("input");
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const words = this.#field.value.trim();
      if (words && words === this.#given) on.again();
      else if (words !== this.#given) on.ask(words);
    });
    // The cross in the field empties it, and says so by this event alone.
    this.#field.addEventListener("search", () => !this.#field.value && this.#given && on.ask(""));
  }

  /** What a reader is typing is not undone by a run that knows only the words of before. */
  take(words) {
    if (words !== this.#given) this.#field.value = words;
    this.#given = words;
  }
}
