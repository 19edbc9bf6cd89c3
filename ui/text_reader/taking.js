import { addressOf } from "./addresses.js";

/** What of the text is taken away, a passage or a selection: its words, where they stand, their citation and a link. */
export class Taking {
  #sheet;
  #excerpts;

  /**
   * @param {import("./sheet.js").Sheet} sheet
   * @param {import("./excerpts.js").Excerpts} excerpts
   */
  constructor(sheet, excerpts) {
    this.#sheet = sheet;
    this.#excerpts = excerpts;
    sheet.element.addEventListener("click", ({ target }) => this.#passage(target.closest(".take")));
  }

  /** @param {{passages: {href: string, original: string}[], address: string, citation: string[]}} reading */
  take(reading) {
    this.reading = reading;
  }

  /** The reader selected something, or nothing any more. */
  select(places) {
    if (this.#excerpts.isBusy) return;
    if (!places) {
      if (this.#excerpts.isOfSelection) this.#excerpts.close();
      return;
    }
    const link = addressOf(this.reading.address, "paragraph", this.#sheet.paragraphAt(places.start));
    this.#open("What you selected", { ...places, link }, places.at);
  }

  #passage(button) {
    if (!button) return;
    const number = Number(button.dataset.passage);
    const { href, original } = this.reading.passages[number - 1];
    const link = new URL(href, document.baseURI).href;
    const passage = { ...this.#sheet.passages.get(number), link, original };
    this.#open(`Passage ${number}`, passage, button.getBoundingClientRect(), button);
  }

  #open(name, { start, end, link, original }, at, opener) {
    const [first, last] = [start, end - 1].map((place) => this.#sheet.paragraphAt(place));
    const locator = first === last ? `paragraph ${first}` : `paragraphs ${first} to ${last}`;
    const [before, source, where] = this.reading.citation;
    const citation = `${before}${this.#sheet.text.slice(start, end)}${source}, ${locator}${where}${link}`;
    const excerpt = { label: `${name}, ${locator}`, citation, link, original };
    this.#excerpts.open(excerpt, at, this.#sheet.paragraphs[last - 1], opener);
  }
}
