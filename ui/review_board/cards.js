import { made } from "../drawn/elements.js";
import { cardOf, excerptOf } from "./card.js";

const FEWEST_OF_A_LIST = 3;

/** The rows as a list of cards, one of which is open to be corrected. */
export class Cards {
  #rows;
  #fields;
  #on;

  /**
   * @param {HTMLElement} element
   * @param {import("./rows.js").Rows} rows
   * @param {import("./fields.js").Fields} fields
   * @param {{act: (act: string, key: number) => void, choose: (key: number) => void}} on
   */
  constructor(element, rows, fields, on) {
    this.element = element;
    this.current = 0;
    this.#rows = rows;
    this.#fields = fields;
    this.#on = on;
    element.addEventListener("click", (event) => this.#clicked(event));
    element.addEventListener("focusin", ({ target }) => {
      if (target.matches(".card") && Number(target.dataset.key) !== this.current) on.choose(Number(target.dataset.key));
    });
  }

  /** Draw all anew; the focus stays where it was, and whoever is in a field goes on there. */
  draw(board) {
    const held = this.#focused();
    const cards = this.#rows.all.flatMap((row, at) => this.#entries(row, this.#rows.all[at - 1], board));
    const at = cards.findIndex((card) => card.dataset.key === `${this.current}` && card.matches(".card"));
    const kept = held?.field && held.key === this.current && at >= 0 ? this.#card() : undefined;
    if (kept) {
      renewAround(this.element, kept, cards, at);
      renewCard(kept, cards[at], held.field);
    } else {
      this.element.replaceChildren(...cards);
      if (held) this.#focus(held);
    }
  }

  /** Put the focus on the current card. */
  focus() {
    const card = this.#card();
    card?.focus({ preventScroll: true });
    card?.scrollIntoView({ block: "nearest" });
  }

  /** Put the focus into a field of the current card. */
  focusField(name) {
    const field = this.element.querySelector(`[data-field="${name}"]`);
    field?.focus();
    return Boolean(field);
  }

  #card() {
    return this.element.querySelector(`.card[data-key="${this.current}"]`);
  }

  #entries(row, before, board) {
    const list = this.#rows.listOf(row);
    const isInList = list.length >= FEWEST_OF_A_LIST;
    const isFirst = isInList && (!before || !list.includes(before));
    const isCurrent = row.key === this.current;
    const facts = board.facts[row.key];
    const told = board.told[row.key];
    const card = cardOf(row, { text: board.text, words: board.words, facts, told, isCurrent, isInList });
    if (isCurrent) card.append(this.#fields.of(row, told));
    return isFirst ? [this.#header(list, board), card] : [card];
  }

  #header(list, { text, words }) {
    const open = list.filter(({ decision }) => decision === "open").length;
    const names = list.map(({ actor }) => words.actors.get(actor) ?? "?").join(", ");
    const title = `A list of ${list.length} on ${words.issues.get(list[0].issue)?.title ?? "no issue yet"}`;
    const accept = made("button", { type: "button", "data-act": "list", "data-key": list[0].key, title: "Accept the list (L)" }, `Accept these ${list.length}`);
    if (!open) accept.setAttribute("aria-disabled", "true");
    return made("li", { class: "list" }, made("p", { class: "head" }, made("strong", {}, title)), made("p", {}, names), made("blockquote", { dir: "auto" }, excerptOf(text, list[0])), accept);
  }

  #clicked({ target }) {
    const button = target.closest("button[data-act]");
    const card = target.closest(".card");
    const key = Number((button?.dataset.key && button) ? button.dataset.key : card?.dataset.key);
    if (button && button.getAttribute("aria-disabled") !== "true") this.#on.act(button.dataset.act, key);
    else if (card && !target.closest(".fields")) this.#on.choose(key);
  }

  /** What has the focus, by what it is and not by its element. */
  #focused() {
    const active = this.element.getRootNode().activeElement;
    if (!active || !this.element.contains(active)) return undefined;
    const { field, act } = active.dataset;
    return { field, act, key: Number(active.closest("[data-key]")?.dataset.key) };
  }

  #focus({ field, act, key }) {
    const within = this.element.querySelector(`.card[data-key="${key}"]`);
    const wanted = (field && this.element.querySelector(`[data-field="${field}"]`)) || (act && within?.querySelector(`[data-act="${act}"]`)) || this.#card();
    wanted?.focus({ preventScroll: true });
  }
}

/** Put new elements in the place of all children of one, but for one of them, which stays in the page. */
function renewAround(element, kept, children, at) {
  for (const child of [...element.children]) if (child !== kept) child.remove();
  kept.before(...children.slice(0, at));
  kept.after(...children.slice(at + 1));
}

/** Make a card look like a new one, but for the field that somebody is in. */
function renewCard(card, fresh, field) {
  for (const { name, value } of fresh.attributes) card.setAttribute(name, value);
  const [fields, freshFields] = [card, fresh].map((each) => each.querySelector(".fields"));
  const [within, freshFocused] = [fields, freshFields].map((each) => each.querySelector(`[data-field="${field}"]`).closest(".field"));
  const children = [...freshFields.children];
  renewAround(fields, within, children, children.indexOf(freshFocused));
  const parts = [...fresh.children];
  renewAround(card, fields, parts, parts.indexOf(freshFields));
}
