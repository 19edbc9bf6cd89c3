import { made } from "../drawn/elements.js";

/** More would be read by nobody, and cost the browser with every letter that is typed. */
const MOST_LISTED = 40;

const number = new Intl.NumberFormat("en-GB");

/** What is said of those that are not listed. */
function moreWords(count, isNarrowed) {
  if (!count) return "No title holds all of these words.";
  const more = count - MOST_LISTED;
  return more > 0 ? `and ${number.format(more)} more: type ${isNarrowed ? "another word" : "words of a title"}` : "";
}

/** What is said to those who do not see the list. */
function spokenWords(count, isNarrowed) {
  if (count <= MOST_LISTED) return count ? `${count} ${count === 1 ? "issue" : "issues"}` : moreWords(0, isNarrowed);
  return `${number.format(count)} issues, the first ${MOST_LISTED} listed`;
}

/** The list below the box: titles to choose from, of which the keyboard is at one. */
export class List {
  #places = [];
  #at = -1;

  constructor(root, input, onChoose) {
    this.input = input;
    this.popup = root.querySelector(".popup");
    this.options = root.querySelector("[role=listbox]");
    this.more = root.querySelector(".more");
    this.status = root.querySelector("[role=status]");
    // The focus stays in the field.
    this.popup.addEventListener("mousedown", (event) => event.preventDefault());
    this.options.addEventListener("click", (event) => {
      const at = this.#under(event);
      if (at >= 0) onChoose(this.#places[at]);
    });
    // Not where the pointer rests while the list opens or changes below it.
    this.options.addEventListener("pointermove", (event) => this.#goTo(this.#under(event)));
  }

  get isOpen() {
    return !this.popup.hidden;
  }

  /** The place of the title that the keyboard is at, if any. */
  get place() {
    return this.#places[this.#at];
  }

  /**
   * @param {string[]} titles
   * @param {number[]} places Of those that fit.
   * @param {number} chosen
   * @param {boolean} isNarrowed Whether anything was typed.
   */
  open(titles, places, chosen, isNarrowed) {
    this.#places = places.slice(0, MOST_LISTED);
    const options = this.#places.map((place, at) =>
      made("div", { role: "option", id: `option-${at}`, "aria-selected": place === chosen, dir: "auto" }, titles[place]),
    );
    this.options.replaceChildren(...options);
    this.options.scrollTop = 0;
    this.more.textContent = moreWords(places.length, isNarrowed);
    this.more.hidden = !this.more.textContent;
    this.status.textContent = spokenWords(places.length, isNarrowed);
    this.#show(true);
    this.#at = -1;
    this.#goTo(isNarrowed ? 0 : this.#places.indexOf(chosen));
  }

  close() {
    this.#show(false);
    this.#at = -1;
    this.input.removeAttribute("aria-activedescendant");
    this.options.replaceChildren();
    this.status.textContent = "";
  }

  /** One on or back; from the last to the first. */
  step(by) {
    const count = this.#places.length;
    if (!count) return;
    this.#goTo(this.#at < 0 && by < 0 ? count - 1 : (this.#at + by + count) % count);
    this.options.children[this.#at].scrollIntoView({ block: "nearest" });
  }

  #show(isOpen) {
    this.popup.hidden = !isOpen;
    this.input.setAttribute("aria-expanded", isOpen);
  }

  #under(event) {
    return [...this.options.children].indexOf(event.target.closest("[role=option]"));
  }

  #goTo(at) {
    if (at === this.#at || !this.options.children[at]) return;
    this.options.children[this.#at]?.classList.remove("at");
    this.options.children[at].classList.add("at");
    this.input.setAttribute("aria-activedescendant", `option-${at}`);
    this.#at = at;
  }
}
