import { drawn } from "../drawn/elements.js";
import { spanRows, SPAN_PX } from "./layout.js";
import { numberWords, periodLines } from "./words.js";

/** One statement among hundreds is still seen. */
const LOWEST_PX = 1.5;
const WIDEST_PX = 72;
const SHARE = 0.84;

/** The bars: items with their element, box and words. */
export function barItems(model, layout) {
  return model.bars.filter(({ total }) => total).map((bar, number) => barItem(bar, number, model, layout));
}

function barItem(bar, number, model, { scale, yOf, barBottom, barTop }) {
  const [from, to] = [scale.within(bar.first), scale.within(bar.last + 1)];
  const width = Math.max(1, Math.min(WIDEST_PX, (to - from) * (to - from > 5 ? SHARE : 1)));
  const left = (from + to - width) / 2;
  const lines = periodLines(bar, model);
  const element = option(`bar-${number}`, lines.join(", "));
  const top = Math.min(yOf(bar.total), barBottom - LOWEST_PX);
  const each = (barBottom - top) / bar.total;
  let foot = barBottom;
  for (const [at, count] of bar.counts.entries()) {
    if (!count) continue;
    foot -= count * each;
    element.append(segment(model.stances[at].fill, left, foot, width, count * each));
  }
  const box = [left, top, left + width, barBottom];
  return { kind: "bar", id: bar.id, period: bar, element, lines: () => lines, box, hit: [from, barTop, to, barBottom] };
}

/** The statements dated by month or year only, in a strip of their own. */
export function spanItems(model, layout, top) {
  return spanRows(model.spans, layout).map((place, number) => spanItem(place, number, model, top));
}

function spanItem({ span, row, left, right }, number, model, top) {
  const y = top + row * SPAN_PX;
  const [width, height] = [right - left, SPAN_PX - 3];
  const lines = periodLines(span, model);
  const element = option(`span-${number}`, [...lines, "day not known"].join(", "));
  element.classList.add("span");
  // One upon the other: side by side they would seem to follow each other in time.
  let foot = y + height;
  for (const [at, count] of span.counts.entries()) {
    if (!count) continue;
    const share = (count / span.total) * height;
    foot -= share;
    element.append(segment(model.stances[at].fill, left, foot, width, share));
  }
  element.append(drawn("rect", { class: "unsure", x: left, y, width, height }), bracket(left, right, y, height));
  const box = [left, y, right, y + height];
  return { kind: "span", id: span.id, period: span, element, lines: () => [...lines, "Day not known"], box, hit: box };
}

/** The number in each span that has room for it. */
export function spanNumbers(items, widthOf) {
  const roomy = ({ box: [left, , right], period }) => right - left >= widthOf(numberWords(period.total)) + 12;
  return items.filter(roomy).map(({ box: [left, y, right], period }) => {
    const text = drawn("text", { class: "count", x: (left + right) / 2, y: y + SPAN_PX / 2 + 2.5 });
    text.textContent = numberWords(period.total);
    return text;
  });
}

/** An option of a list box. */
export function option(id, name, tag = "g") {
  return drawn(tag, { id, role: "option", "aria-label": name });
}

function segment(fill, x, y, width, height) {
  return drawn("rect", { class: "segment", style: `fill: var(--${fill})`, x, y, width, height });
}

function bracket(left, right, y, height) {
  const [top, bottom] = [y - 0.5, y + height + 0.5];
  const d = `M${left + 2.5} ${top}H${left}V${bottom}h2.5M${right - 2.5} ${top}H${right}V${bottom}h-2.5`;
  return drawn("path", { class: "bracket", d });
}
