import { drawn, made } from "../drawn/elements.js";
import { addressOf } from "./addresses.js";

const COPY_SIGN = "M5.5 5.5V2.5h8v8h-3M2.5 5.5h8v8h-8z";

/** The text on the page, and where everything in it is. Places are counted as JavaScript counts: from Python come pieces. */
export class Sheet {
  /** @param {HTMLElement} element */
  constructor(element) {
    this.element = element;
  }

  /**
   * Write a text anew.
   * @param {object} reading
   * @param {(string | {text: string, passages?: number[], ends?: number[], hit?: number})[][]} reading.paragraphs
   */
  fill({ paragraphs, language, address }) {
    this.paragraphs = [];
    this.hits = new Map();
    this.passages = new Map();
    this.nodes = [];
    this.starts = [];
    this.length = 0;
    this.element.lang = language;
    const written = paragraphs.map((pieces, at) => this.#paragraph(pieces, at + 1, address));
    this.text = this.nodes.map(({ node }) => node.data).join("");
    this.element.replaceChildren();
    // One by one: there is no limit to their number, but to that of arguments.
    for (const paragraph of written) this.element.append(paragraph);
  }

  /** The passages that the chosen statement rests on stand out. */
  light(numbers) {
    const marksOf = (number) => this.passages.get(number)?.marks ?? [];
    for (const number of this.passages.keys()) for (const mark of marksOf(number)) mark.classList.remove("lit");
    for (const number of numbers) for (const mark of marksOf(number)) mark.classList.add("lit");
  }

  /** A passage that a link led to is told from the others. */
  point(number) {
    for (const mark of this.element.querySelectorAll(".here")) mark.classList.remove("here");
    for (const mark of this.passages.get(number).marks) mark.classList.add("here");
  }

  /** In which paragraph, counted from 1, a place lies. */
  paragraphAt(place) {
    const after = this.starts.findIndex((start) => start > place);
    return after < 0 ? this.starts.length : after;
  }

  #paragraph(pieces, number, address) {
    this.starts.push(this.length);
    const label = { class: "number", href: addressOf(address, "paragraph", number), "aria-label": `Paragraph ${number}` };
    const words = made("p");
    for (const piece of pieces) words.append(...this.#piece(piece));
    // Last: a browser that already goes by the text's direction looks for it anew with every piece.
    words.dir = "auto";
    const element = made("div", { class: "paragraph" }, made("a", { ...label, tabindex: -1 }, `${number}`), words);
    this.paragraphs.push(element);
    return element;
  }

  #piece(piece) {
    if (typeof piece === "string") return [this.#node(piece)];
    const { text, passages = [], ends = [], hit = 0 } = piece;
    const start = this.length;
    const mark = made("mark", { class: [passages.length && "quoted", hit && "hit"].filter(Boolean).join(" ") });
    mark.append(this.#node(text));
    if (hit) gathered(this.hits, hit, mark, start, this.length);
    for (const passage of passages) gathered(this.passages, passage, mark, start, this.length);
    return [mark, ...ends.map(noteOf)];
  }

  #node(text) {
    const node = document.createTextNode(text);
    this.nodes.push({ node, start: this.length });
    this.length += text.length;
    return node;
  }
}

/** What is marked in several pieces is one thing with several marks. */
function gathered(things, number, mark, start, end) {
  const thing = things.get(number);
  if (!thing) things.set(number, { marks: [mark], start, end });
  else {
    thing.marks.push(mark);
    thing.end = end;
  }
}

/** After a passage: its number, which leads to what rests on it, and a button to take it away. */
function noteOf(number) {
  const claims = made("a", { href: `#claims-${number}`, title: `What rests on passage ${number}` }, `${number}`);
  claims.setAttribute("aria-label", `Passage ${number}: what rests on it`);
  const sign = drawn("svg", { viewBox: "0 0 16 16", width: 13, height: 13, "aria-hidden": "true" });
  sign.append(drawn("path", { d: COPY_SIGN }));
  const title = `Passage ${number}: copy it, or a link to it`;
  const take = made("button", { type: "button", class: "take", "data-passage": number, title, "aria-label": title }, sign);
  return made("span", { class: "note" }, made("sup", {}, claims), take);
}
