const LOOSE_END = /([^\p{L}\p{N}]+(a|an|and|at|by|de|for|from|held|in|of|on|s|the|to|with))*[^\p{L}\p{N})"’”]*$/iu;
const MOST_KEPT = 20_000;

const widths = new Map();
let context;

/**
 * How wide words are, in pixels, without touching the page.
 * @param {string} words
 * @param {string} font As in CSS, such as "600 11px sans-serif".
 */
export function textWidth(words, font) {
  const key = `${font} ${words}`;
  if (!widths.has(key)) {
    if (widths.size > MOST_KEPT) widths.clear();
    context ??= document.createElement("canvas").getContext("2d");
    context.font = font;
    widths.set(key, context.measureText(words).width);
  }
  return widths.get(key);
}

/** The words, cut between two of them with an ellipsis where they have more letters than that. */
export function shortened(words, most) {
  if (words.length <= most) return words;
  const cut = words.slice(0, most + 1);
  const space = cut.lastIndexOf(" ");
  const whole = space > 0 ? cut.slice(0, space) : words.slice(0, most);
  return `${whole.replace(LOOSE_END, "") || whole}…`;
}
