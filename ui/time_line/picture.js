import { drawn } from "../drawn/elements.js";
import { barItems, spanItems, spanNumbers } from "./bars.js";
import { axis, axisHeight, bands, dayLine, grid, title } from "./ground.js";
import { drawnLanes, lanesOf } from "./lanes.js";
import { HEAD_PX, layoutOf, letteringOf, SPAN_PX } from "./layout.js";

const SPANS_HEAD = "Dated by month or year only";
const GAP_PX = 14;

/** All that is drawn: built anew for each drawing and width, put into the page at once. */
export class Picture {
  bars = [];
  events = [];

  /** @param {ShadowRoot} root */
  constructor(root) {
    this.svg = root.querySelector(".plot");
    const layer = (name) => this.svg.querySelector(`.${name}`);
    const names = ["ground", "bars", "marked", "events", "written"];
    this.layers = Object.fromEntries(names.map((name) => [name, layer(name)]));
  }

  /**
   * @param {object} model From `reading`.
   * @param {{width: number, chosen: string, day: number | null, isCompact: boolean}} look
   */
  draw(model, { width, chosen, day, isCompact }) {
    const lettering = letteringOf(getComputedStyle(this.svg).fontFamily);
    const hasDay = day !== null && model.since <= day && day <= model.until;
    const layout = layoutOf(model, width, lettering, { isCompact, hasDay });
    const full = isCompact ? { ...model, spans: [], lanes: [] } : model;
    const spanTop = layout.barBottom + GAP_PX + (full.spans.length ? HEAD_PX : 0);
    const spans = spanItems(full, layout, spanTop);
    const spanBottom = spans.length ? Math.max(...spans.map(({ box }) => box[3])) + GAP_PX : layout.barBottom + GAP_PX;
    const lanes = drawnLanes(lanesOf(full, layout, lettering, chosen), layout, chosen, spanBottom);
    const bottom = full.lanes.length ? lanes.bottom : spans.length ? spanBottom : layout.barBottom;
    this.layout = { ...layout, bottom, height: bottom + axisHeight(layout) };
    this.bars = [...barItems(model, layout), ...spans];
    this.events = lanes.items;
    this.#put("ground", [
      ...bands(model, layout, bottom),
      ...axis(layout, bottom),
      ...grid(layout),
      ...(isCompact ? [] : [title(model.unit, layout.scale.left, layout.titleBase)]),
      ...(spans.length ? [title(SPANS_HEAD, layout.scale.left, spanTop - 6)] : []),
      ...lanes.ground,
    ]);
    this.#put("marked", hasDay ? dayLine(day, layout, bottom, lettering.name, isCompact ? "" : model.unit) : []);
    this.#putList("bars", this.bars, model.unit);
    this.#putList("events", this.events, "Events");
    this.#put("written", [...this.#nothing(model, layout), ...spanNumbers(spans, lettering.count), ...lanes.written]);
    this.#size(model.label);
  }

  /** Mark one place as that where the keyboard or the pointer is; undefined for none. */
  mark(kind, item) {
    this.svg.querySelector(`.ring.${kind}`)?.remove();
    if (!item) return;
    const [left, top, right, bottom] = item.box;
    const place = { x: left - 3, y: top - 3, width: right - left + 6, height: bottom - top + 6, rx: 4 };
    this.layers.written.append(drawn("rect", { class: `ring ${kind}`, ...place }));
  }

  #put(layer, elements) {
    const fragment = document.createDocumentFragment();
    fragment.append(...elements);
    this.layers[layer].replaceChildren(fragment);
  }

  /** A list box without options is none, and nothing to stop at. */
  #putList(layer, items, name) {
    this.#put(layer, items.map(({ element }) => element));
    const list = this.layers[layer];
    const attributes = { role: "listbox", tabindex: "0", "aria-label": name };
    for (const [attribute, value] of Object.entries(attributes))
      if (items.length) list.setAttribute(attribute, value);
      else list.removeAttribute(attribute);
    list.removeAttribute("aria-activedescendant");
  }

  #nothing(model, { scale, barTop, barBottom }) {
    if (this.bars.length) return [];
    const [x, y] = [(scale.left + scale.right) / 2, (barTop + barBottom) / 2 + 4];
    return [title(`No ${model.noun[1]} in these dates`, x, y, "nothing")];
  }

  #size(label) {
    const { width, height } = this.layout;
    this.svg.setAttribute("viewBox", `0 0 ${width} ${height}`);
    this.svg.setAttribute("height", height);
    this.svg.setAttribute("aria-label", label);
  }
}
