import { Agreement } from "../drawn/agreement.js";
import { nameInAddress } from "./addresses.js";
import { Excerpts } from "./excerpts.js";
import { Find } from "./find.js";
import { goTo } from "./going_to.js";
import { Hits } from "./hits.js";
import { Numbers } from "./numbers.js";
import { Selected } from "../drawn/selection.js";
import { Sheet } from "./sheet.js";
import { Taking } from "./taking.js";

const TO_PASSAGE = /^#passage-(\d+)$/;

/** The text on the page: takes readings from Python, and tells Python which words the reader wants found. */
export class TextReader {
  #sheet;
  #hits;
  #numbers;
  #excerpts;
  #taking;
  #find;
  #selected;
  #status;
  #reading = {};
  /** Where the reader is, as in the address: "hit 3", "paragraph 12" or nothing. */
  #place = new Agreement("");
  #leaving = new AbortController();

  /** @param {ShadowRoot} root */
  constructor(root) {
    this.#status = root.querySelector(".status");
    this.#sheet = new Sheet(root.querySelector(".text"));
    this.#hits = new Hits(root, this.#sheet, (number) => this.#visit("hit", number));
    this.#numbers = new Numbers(this.#sheet.element, (number) => this.#visit("paragraph", number));
    this.#excerpts = new Excerpts(root.querySelector(".panel"), (words) => this.#announce(words));
    this.#taking = new Taking(this.#sheet, this.#excerpts);
    this.#selected = new Selected(this.#sheet, (places) => this.#taking.select(places));
    this.#find = new Find(root.querySelector("form"), {
      ask: (words) => this.send("find", words),
      again: () => this.#hits.step(1),
    });
    root.addEventListener("keydown", (event) => this.#pressed(event));
    // What rests on a passage stands beside the text and links to it, but no link looks below a shadow root.
    const { signal } = this.#leaving;
    document.addEventListener("click", (event) => this.#follow(event), { signal });
  }

  /** Take what Python sent, in the first run and in each that follows. */
  take(reading, send) {
    this.send = send;
    const isNew = reading.version !== this.#reading.version;
    const isAsked = this.#place.hear(reading.place) && reading.place !== "";
    this.#reading = reading;
    this.#taking.take(reading);
    this.#find.take(reading.words);
    if (isNew) this.#write();
    this.#sheet.light(reading.lit);
    if (isNew) this.#arrive();
    else if (isAsked) this.#go(...placeOf(reading.place));
  }

  leave() {
    this.#leaving.abort();
    this.#selected.leave();
  }

  #write() {
    this.#excerpts.close();
    this.#sheet.fill(this.#reading);
    this.#numbers.take(this.#sheet.paragraphs);
    this.#hits.take(this.#reading.words);
  }

  /** A reader who comes for a place is led there; one who comes for a statement finds it above the text. */
  #arrive() {
    const { place, lit } = this.#reading;
    const [, passage] = TO_PASSAGE.exec(location.hash) ?? [];
    if (place) this.#go(...placeOf(place));
    else if (passage) this.#go("passage", Number(passage));
    else if (this.#hits.count && !lit.length) this.#go("hit", 1);
  }

  /** The reader goes to a place by keys or buttons. */
  #visit(kind, number) {
    if (!this.#go(kind, number)) return;
    this.#place.say(`${kind} ${number}`);
    nameInAddress(kind, number);
  }

  #go(kind, number) {
    if (this.#excerpts.isOfSelection) this.#excerpts.close();
    const element = {
      hit: () => this.#hits.choose(number),
      paragraph: () => this.#numbers.of(number),
      passage: () => this.#sheet.passages.get(number)?.marks[0],
    }[kind]();
    if (!element) return false;
    if (kind === "paragraph") this.#numbers.stopAt(number);
    if (kind === "passage") this.#sheet.point(number);
    goTo(element, kind === "hit" ? "center" : "start");
    if (kind === "hit") this.#announce(this.#hits.words());
    return true;
  }

  #follow(event) {
    const link = event.composedPath().find((each) => each instanceof HTMLAnchorElement);
    const [, passage] = TO_PASSAGE.exec(link?.hash ?? "") ?? [];
    // After the browser has looked for the place by itself, and not found it.
    if (passage) setTimeout(() => this.#go("passage", Number(passage)));
  }

  #pressed(event) {
    // Streamlit has shortcuts of its own, which are not for readers who are typing.
    if (event.target.matches("input, textarea")) event.stopPropagation();
    else if (event.key === "n" || event.key === "p") this.#step(event);
  }

  #step(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || !this.#hits.count) return;
    event.preventDefault();
    event.stopPropagation();
    this.#hits.step(event.key === "n" ? 1 : -1);
  }

  #announce(words) {
    this.#status.textContent = words;
  }
}

function placeOf(text) {
  const [kind, number] = text.split(" ");
  return [kind, Number(number)];
}
