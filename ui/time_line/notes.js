import { rangeWords } from "../drawn/timescale.js";
import { Tip } from "../drawn/tip.js";
import { bandsAt } from "./ground.js";

/** What is told of the place where the pointer or the keyboard is: a ring around it, a note beside it. */
export class Notes {
  #tip;

  /**
   * @param {ShadowRoot} root
   * @param {import("./picture.js").Picture} picture
   */
  constructor(root, picture) {
    this.picture = picture;
    this.live = root.querySelector(".shown");
    this.#tip = new Tip(root.querySelector(".tip"));
  }

  /** The pointer is on something, or on nothing. */
  point(item, at, model) {
    const { svg, layout } = this.picture;
    this.picture.mark("pointed", item);
    svg.classList.toggle("on-item", item !== undefined);
    if (!item) return this.hide();
    const during = item.kind === "bar" ? bandsAt(model, layout, at[0]).map(({ title }) => `During: ${title}`) : [];
    this.#tip.show([...item.lines(), ...during], at, layout);
  }

  /** The keyboard is on something of a list, or left the list. */
  focusOn(list, item) {
    this.picture.mark("focused", item);
    if (!item) return this.hide();
    const [left, , right, bottom] = item.box;
    this.picture.layers[list].setAttribute("aria-activedescendant", item.element.id);
    this.#tip.show(item.lines(), [(left + right) / 2, bottom], this.picture.layout);
  }

  hide() {
    this.#tip.hide();
  }

  /** Tell readers of the screen; days are told as their words. */
  say(news) {
    this.live.textContent = Array.isArray(news) ? rangeWords(...news) : news;
  }
}
