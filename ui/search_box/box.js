import { go, isConnected } from "../drawn/going.js";

/** The boxes on the page, those in view first asked. */
const boxes = new Set();

/** A key that is typed into something belongs there, also below a shadow root. */
function isTyped(event) {
  const target = event.composedPath()[0];
  return target instanceof HTMLElement && (target.isContentEditable || target.matches("input, textarea, select"));
}

function onKey(event) {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || isTyped(event)) return;
  const box = [...boxes].find((each) => each.isInView());
  if (!box) return;
  event.preventDefault();
  box.enter();
}

/** How long the results are waited for. */
const PATIENCE_MS = 20_000;

/** The first of what was found for these words; they stand on the list, since an older one may still be there. */
function firstHit(words) {
  const list = [...document.querySelectorAll("ol.hits")].find((each) => each.dataset.words === words);
  return list?.querySelector("a.hit");
}

/** Lead a reader who pressed Enter on to what was found: Enter again opens the first of it. */
function leadTo(words, until) {
  const hit = firstHit(words);
  if (hit) hit.focus();
  else if (performance.now() < until) requestAnimationFrame(() => leadTo(words, until));
}

/** One box: it sends its words to the page of results. */
export class SearchBox {
  #given;

  constructor(root) {
    this.input = root.querySelector("input");
    this.form = root.querySelector("form");
    this.form.addEventListener("submit", (event) => this.send(event));
    // Streamlit's own keys (r, c) are for readers who are not typing.
    this.form.addEventListener("keydown", (event) => event.stopPropagation());
    if (!boxes.size) document.addEventListener("keydown", onKey);
    boxes.add(this);
  }

  take({ address, words, hint, longest }) {
    this.address = address;
    this.input.placeholder = hint;
    this.input.maxLength = longest;
    // What a reader is typing is not undone by a run that knows only the words of before.
    if (words !== this.#given) this.input.value = words;
    this.#given = words;
  }

  isInView() {
    const { width, left } = this.input.getBoundingClientRect();
    return width > 0 && left >= 0;
  }

  enter() {
    this.input.focus();
    this.input.select();
  }

  send(event) {
    event.preventDefault();
    const words = this.input.value.trim();
    if (!words || !isConnected()) return;
    const address = new URL(this.address, location.href);
    address.searchParams.set("q", words);
    go(address.href);
    leadTo(words, performance.now() + PATIENCE_MS);
  }

  leave() {
    boxes.delete(this);
    if (!boxes.size) document.removeEventListener("keydown", onKey);
  }
}
