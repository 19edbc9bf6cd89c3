/** Words without capitals and accents, in which they are compared. */
function plain(words) {
  return words.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "").replaceAll("ı", "i").trim();
}

/** How well a title fits: it is what was typed, begins with that, has it in one piece, or has all words of it. */
function rank(title, typed, words) {
  if (title === typed) return 0;
  const at = title.indexOf(typed);
  if (at >= 0) return at ? 2 : 1;
  return words.every((word) => title.includes(word)) ? 3 : null;
}

/** Titles to look for words in. */
export class Titles {
  #plain = null;

  constructor(titles) {
    this.titles = titles;
  }

  /**
   * The places of the titles that hold all words that were typed, wherever and in whatever order.
   * @param {string} typed
   * @returns {number[]} Those that fit best first, and else in the order of the titles.
   */
  find(typed) {
    // Not before somebody looks for something: some ten milliseconds for thousands of titles.
    this.#plain ??= this.titles.map(plain);
    const asked = plain(typed);
    const words = asked.split(/\s+/u);
    const ranks = [[], [], [], []];
    for (const [place, title] of this.#plain.entries()) ranks[rank(title, asked, words)]?.push(place);
    return ranks.flat();
  }
}
