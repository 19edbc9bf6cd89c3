import { isCopied } from "../drawn/clipboard.js";

const AWAY_PX = 6;
const SAID_MS = 1800;

/** Words of the text to take away: a passage or what the reader selected, in a panel beside them. */
export class Excerpts {
  #panel;
  #announce;
  #excerpt;
  #opener;

  /**
   * @param {HTMLElement} panel
   * @param {(words: string) => void} announce To a screen reader.
   */
  constructor(panel, announce) {
    this.#panel = panel;
    this.#announce = announce;
    this.#on("cite", (button) => this.#copy(button, this.#excerpt.citation));
    this.#on("link", (button) => this.#copy(button, this.#excerpt.link));
    this.#on("close", () => this.close());
    panel.addEventListener("keydown", ({ key }) => key === "Escape" && this.close());
    // A click on a button would otherwise take the selection away that it is about.
    panel.addEventListener("mousedown", (event) => event.target.closest("button") && event.preventDefault());
  }

  get isOpen() {
    return !this.#panel.hidden;
  }

  /** Whether the reader is at work in the panel, be it with another selection than that of the text. */
  get isBusy() {
    return this.#panel.contains(this.#panel.getRootNode().activeElement);
  }

  /** Whether what is shown was selected, and goes with its selection. */
  get isOfSelection() {
    return this.isOpen && !this.#opener;
  }

  /**
   * @param {{label: string, citation: string, link: string, original?: string}} excerpt
   * @param {DOMRect} at Where its last words are on the screen.
   * @param {HTMLElement} paragraph That they end in; the panel follows it in the order of the tab key.
   * @param {HTMLElement} [opener] The button that opened the panel, which takes the focus back.
   */
  open(excerpt, at, paragraph, opener) {
    this.#mark(false);
    this.#excerpt = excerpt;
    this.#opener = opener;
    this.#mark(true);
    this.#part("title").textContent = excerpt.label;
    this.#part("by-hand").hidden = true;
    const original = this.#part("original");
    original.hidden = !excerpt.original;
    if (excerpt.original) original.href = excerpt.original;
    if (paragraph.nextElementSibling !== this.#panel) paragraph.after(this.#panel);
    this.#panel.hidden = false;
    this.#place(at);
    if (opener) this.#part("cite").focus({ preventScroll: true });
    if (opener) this.#panel.scrollIntoView({ block: "nearest" });
  }

  close() {
    const isLeft = this.isBusy;
    this.#panel.hidden = true;
    this.#mark(false);
    if (isLeft) this.#opener?.focus();
    this.#opener = undefined;
  }

  #place(at) {
    const around = this.#panel.offsetParent.getBoundingClientRect();
    const left = Math.max(0, Math.min(at.left - around.left, around.width - this.#panel.offsetWidth));
    this.#panel.style.left = `${left}px`;
    this.#panel.style.top = `${at.bottom - around.top + AWAY_PX}px`;
  }

  #mark(isOpen) {
    this.#opener?.setAttribute("aria-expanded", isOpen);
  }

  async #copy(button, text) {
    if (await isCopied(text)) this.#say(button);
    else this.#offer(text);
  }

  #say(button) {
    const { textContent: before } = button;
    if (button.classList.contains("done")) return;
    button.style.minWidth = `${button.offsetWidth}px`;
    button.classList.add("done");
    button.textContent = "Copied";
    this.#announce("Copied.");
    setTimeout(() => {
      button.textContent = before;
      button.classList.remove("done");
    }, SAID_MS);
  }

  #offer(text) {
    const field = this.#part("by-hand").querySelector("textarea");
    this.#part("by-hand").hidden = false;
    field.value = text;
    field.focus();
    field.select();
  }

  #part(name) {
    return this.#panel.querySelector(`.${name}`);
  }

  #on(name, act) {
    const button = this.#part(name);
    button.addEventListener("click", () => act(button));
  }
}
