import { made } from "../drawn/elements.js";

/** The text under review: each run of words that statements rest on has the colour of their stance. */
export class Article {
  #onChoose;
  #rows = [];

  /**
   * @param {HTMLElement} element
   * @param {(key: number) => void} onChoose The reader pointed at the words of a statement.
   */
  constructor(element, onChoose) {
    this.element = element;
    this.nodes = [];
    this.#onChoose = onChoose;
    element.addEventListener("click", (event) => this.#pointed(event));
  }

  fill(text, language) {
    this.text = text;
    this.element.lang = language;
  }

  /** Draw the text with the words of these rows. */
  draw(rows, current) {
    const { scrollTop } = this.element;
    this.#rows = rows;
    this.nodes = [];
    const cuts = [...new Set([0, this.text.length, ...rows.flatMap(({ start, end }) => [start, end])])].sort((a, b) => a - b);
    const pieces = cuts.slice(0, -1).map((start, at) => this.#piece(start, cuts[at + 1], current));
    this.element.replaceChildren(...pieces);
    this.element.scrollTop = scrollTop;
  }

  /** Bring the words of a row into sight, without moving the page. */
  show({ start }) {
    const found = this.nodes.find((each) => each.start >= start);
    const mark = found?.node.parentElement;
    if (!mark) return;
    const [box, sheet] = [mark.getBoundingClientRect(), this.element.getBoundingClientRect()];
    if (box.top < sheet.top || box.bottom > sheet.bottom) this.element.scrollTop += box.top - sheet.top - sheet.height / 3;
  }

  #piece(start, end, current) {
    const node = document.createTextNode(this.text.slice(start, end));
    this.nodes.push({ node, start });
    const resting = this.#rows.filter((row) => row.start <= start && row.end >= end);
    if (!resting.length) return node;
    const stances = new Set(resting.filter(({ decision }) => decision !== "dropped").map(({ stance }) => stance));
    const stance = stances.size > 1 ? "several" : ([...stances][0] ?? "dropped");
    const isHere = resting.some(({ key }) => key === current);
    const isDone = resting.every(({ decision }) => decision !== "open");
    const mark = made("mark", { class: ["span", stance || "unset", isHere && "here", isDone && "settled"].filter(Boolean).join(" ") });
    mark.append(node);
    return mark;
  }

  #pointed({ target }) {
    // Whoever selects words points at nothing.
    const selection = this.element.getRootNode().getSelection?.() ?? document.getSelection();
    if (!selection.isCollapsed) return;
    const mark = target.closest?.("mark");
    const start = this.nodes.find(({ node }) => node.parentElement === mark)?.start;
    if (!mark || start === undefined) return;
    // Of several, the one with the fewest words is meant; an open one before what is settled.
    const resting = this.#rows.filter((row) => row.start <= start && row.end > start);
    resting.sort((a, b) => (a.decision !== "open") - (b.decision !== "open") || a.end - a.start - (b.end - b.start));
    this.#onChoose(resting[0].key);
  }
}
