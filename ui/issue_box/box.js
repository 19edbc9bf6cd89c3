import { isConnected } from "../drawn/going.js";
import { Titles } from "./finding.js";
import { List } from "./list.js";

/** Keys that do something here, and not what they do in any field. */
const KEYS = { ArrowDown: "down", ArrowUp: "up", Enter: "enter", Escape: "escape" };

/** The box: it shows the title of the chosen issue, and while somebody types in it, the titles with these words. */
export class IssueBox {
  #version = null;
  #titles = new Titles([]);
  #ids = [];
  #chosen = "";
  #said = 0;
  #send;

  constructor(root) {
    this.input = root.querySelector("input");
    this.list = new List(root, this.input, (place) => this.choose(place));
    this.input.addEventListener("focus", () => this.input.select());
    this.input.addEventListener("blur", () => this.rest());
    this.input.addEventListener("click", () => this.list.isOpen || this.openWhole());
    this.input.addEventListener("input", () => this.open());
    this.input.addEventListener("keydown", (event) => this.press(event));
    const opener = root.querySelector(".opener");
    opener.addEventListener("mousedown", (event) => event.preventDefault());
    opener.addEventListener("click", () => this.toggle());
  }

  /** Python's word: it counts where Python has heard all that was chosen here. */
  take({ version, ids, titles, chosen, heard }, send) {
    this.#send = send;
    if (version !== this.#version) [this.#version, this.#ids, this.#titles] = [version, ids, new Titles(titles)];
    if (heard >= this.#said) [this.#said, this.#chosen] = [heard, chosen];
    // What a reader is typing is not undone.
    if (!this.list.isOpen) this.rest();
  }

  get #place() {
    return this.#ids.indexOf(this.#chosen);
  }

  /** Show what is chosen, and no list. */
  rest() {
    if (this.list.isOpen) this.list.close();
    const title = this.#titles.titles[this.#place] ?? "";
    if (this.input.value !== title) this.input.value = title;
  }

  /** List what fits the words in the field. */
  open() {
    const typed = this.input.value.trim();
    this.list.open(this.#titles.titles, typed ? this.#titles.find(typed) : this.#all(), this.#place, typed !== "");
  }

  /** List all, whatever is chosen. */
  openWhole() {
    this.input.select();
    this.list.open(this.#titles.titles, this.#all(), this.#place, false);
  }

  toggle() {
    this.input.focus();
    if (this.list.isOpen) this.rest();
    else this.openWhole();
  }

  /** "Every issue" comes first, then what is chosen, which may stand far below. */
  #all() {
    const places = [...this.#ids.keys()];
    if (this.#place > 1) places.splice(1, 0, ...places.splice(this.#place, 1));
    return places;
  }

  choose(place) {
    const id = this.#ids[place];
    if (id !== this.#chosen && isConnected()) {
      this.#said += 1;
      this.#chosen = id;
      this.#send("choose", [id, this.#said]);
    }
    this.rest();
    this.input.select();
  }

  press(event) {
    // Streamlit's own keys (r, c) are for readers who are not typing.
    event.stopPropagation();
    const act = KEYS[event.key];
    if (!act || event.isComposing || (act !== "down" && act !== "up" && !this.list.isOpen)) return;
    event.preventDefault();
    this[act]();
  }

  down() {
    if (this.list.isOpen) this.list.step(1);
    else this.openWhole();
  }

  up() {
    if (this.list.isOpen) this.list.step(-1);
    else this.openWhole();
  }

  enter() {
    if (this.list.place !== undefined) this.choose(this.list.place);
  }

  escape() {
    this.rest();
    this.input.select();
  }

  leave() {}
}
