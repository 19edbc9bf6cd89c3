import { drawn } from "../drawn/elements.js";
import { option } from "./bars.js";
import { labelOf, labelsOf, usedRows } from "./labels.js";
import { laneTops, NARROW_PX, ROW_PX } from "./layout.js";
import { rowsOf } from "./rows.js";
import { clusterLines, eventLines, eventName, numberWords } from "./words.js";

const NAME_GAP_PX = 10;

/** The lanes of a chart with every mark and label in its place. */
export function lanesOf(model, { scale }, lettering, chosen) {
  const bands = new Set(model.bands.map(({ id }) => id));
  const weight = ({ id, count }) => (id === chosen ? Infinity : bands.has(id) ? 1e9 + count : count);
  const byRank = (one, other) => compared(weight(other), weight(one)) || one.first - other.first;
  const widthFor = ({ id }) => (id === chosen ? lettering.chosen : lettering.label);
  const many = scale.right - scale.left < NARROW_PX ? 1 : 2;
  return model.lanes.map(({ name, events }) => {
    const widths = { head: lettering.name(name) + NAME_GAP_PX, count: lettering.count };
    const busiest = [...events].sort(byRank).slice(0, many).filter(({ count }) => count);
    const isFirst = (event) => event.id === chosen || bands.has(event.id) || busiest.includes(event);
    const first = new Map();
    // The words of the chosen event, of wars and of the busiest have their place before other marks take it.
    const lane = rowsOf(events, scale, byRank, widths, (mark, rows) => {
      if (isFirst(mark.event)) first.set(mark.id, labelOf(mark, rows, widthFor(mark.event)));
    });
    const found = [...first.values()].filter((label) => label && lane.marks.includes(label.mark));
    const labels = labelsOf(lane, found, scale.right - scale.left, byRank, widthFor);
    const marks = lane.marks.sort((one, other) => one.left - other.left);
    return { name, labels, marks, count: usedRows(marks, labels) };
  });
}

/**
 * Everything that is drawn of the lanes from a height on.
 * @returns {{items: object[], written: SVGElement[], ground: SVGElement[], bottom: number}} The items have an element,
 *     a box, words and the number of their lane.
 */
export function drawnLanes(lanes, { scale }, chosen, from) {
  const { tops, bottom } = laneTops(lanes.map(({ count }) => count), from);
  const items = [];
  const written = [];
  const ground = [];
  for (const [number, lane] of lanes.entries()) {
    const y = tops[number];
    ground.push(rule(scale, y - 4), words(lane.name, "lane", scale.left + 2, y + 13, "start"));
    const labels = new Map(lane.labels.map((label) => [label.mark, label]));
    for (const mark of lane.marks) {
      const item = laneItem(mark, `event-${items.length}`, number, y, chosen);
      items.push({ ...item, label: labelBox(labels.get(mark), y) });
    }
    for (const label of lane.labels) written.push(labelText(label, y, chosen));
  }
  return { items, written, ground, bottom };
}

function laneItem(mark, name, lane, top, chosen) {
  const y = top + mark.row * ROW_PX + ROW_PX / 2;
  const box = [mark.left, y - mark.radius, mark.right, y + mark.radius];
  const isCluster = mark.kind === "cluster";
  const element = isCluster ? cluster(mark, y, option(name, clusterLines(mark).join(", "))) : sign(mark, y, name);
  if (mark.id === chosen) {
    element.classList.add("chosen");
    element.setAttribute("aria-selected", "true");
  }
  // Thousands of marks have words, of which a reader asks for a few.
  const lines = () => (isCluster ? clusterLines(mark) : eventLines(mark.event));
  return { ...mark, lane, element, lines, box, hit: box };
}

/** The mark of an event: a dot that is the option itself, since there may be thousands, or a dot with its beam. */
function sign(mark, y, name) {
  const { event, beam: [from, to], radius, isCut } = mark;
  const read = eventName(event);
  if (to - from <= 2 * radius) return dot(mark, y, option(name, read, "circle"));
  const beam = drawn("rect", { class: "beam", x: from, y: y - 2.5, width: to - from, height: 5, rx: 2.5 });
  const both = option(name, read);
  // A dot says where it began; before the range, no dot can.
  both.append(beam, ...(isCut ? [] : [dot(mark, y, drawn("circle"))]));
  return both;
}

function dot({ event, x, radius }, y, circle) {
  circle.setAttribute("class", event.count ? "dot" : "dot hollow");
  circle.setAttribute("cx", x);
  circle.setAttribute("cy", y);
  circle.setAttribute("r", event.count ? radius : radius - 0.5);
  return circle;
}

function cluster({ left, right, events }, y, element) {
  const shape = drawn("rect", { class: "pill", x: left, y: y - 7.5, width: right - left, height: 15, rx: 7.5 });
  element.setAttribute("class", "cluster");
  element.append(shape, words(numberWords(events.length), "many", (left + right) / 2, y + 4, "middle"));
  return element;
}

function labelText({ mark, words: text, x, anchor, row }, top, chosen) {
  const kind = mark.id === chosen ? "label chosen" : "label";
  return words(text, kind, x, top + row * ROW_PX + ROW_PX / 2 + 4, anchor);
}

function labelBox(label, laneTop) {
  if (!label) return undefined;
  const { x, width, anchor, row } = label;
  const [top, bottom] = [laneTop + row * ROW_PX + 2, laneTop + (row + 1) * ROW_PX - 2];
  return anchor === "end" ? [x - width, top, x, bottom] : [x, top, x + width, bottom];
}

function rule({ left, right }, y) {
  return drawn("line", { class: "rule", x1: left, x2: right, y1: Math.round(y) + 0.5, y2: Math.round(y) + 0.5 });
}

function words(text, kind, x, y, anchor) {
  const element = drawn("text", { class: kind, x, y, "text-anchor": anchor });
  element.textContent = text;
  return element;
}

function compared(one, other) {
  return one === other ? 0 : one - other;
}
