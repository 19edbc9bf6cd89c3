import { dayWords, rangeWords } from "../drawn/timescale.js";
import { totals } from "./reading.js";

/** One for all: to make one takes longer than to use it. */
const NUMBER = new Intl.NumberFormat("en-GB");
const NAMED_IN_CLUSTER = 6;

/** A number as it is written in English text: 1,430. */
export function numberWords(number) {
  return NUMBER.format(number);
}

/** How many of something that has a word for one and for many. */
function countWords(count, [one, many]) {
  return count === 1 ? `1 ${one}` : `${count ? numberWords(count) : "no"} ${many}`;
}

/** How many statements there are on an event. */
function statementWords(count) {
  return countWords(count, ["statement", "statements"]);
}

/** How many events. */
function eventCountWords(count) {
  return countWords(count, ["event", "events"]);
}

/** When an event was. */
function whenWords({ first, last, isOpen }) {
  return isOpen ? `from ${dayWords(first)}, end not recorded` : rangeWords(first, last);
}

/** What is said of an event; the first line is its head. */
export function eventLines(event) {
  return [event.title, whenWords(event), statementWords(event.count)];
}

/** An event in one line, as a screen reader reads it. */
export function eventName(event) {
  return `${whenWords(event)}: ${event.title}, ${statementWords(event.count)}`;
}

/** What is said of a bar or of an uncertain span. */
export function periodLines({ words, counts, total, told }, { stances, noun }) {
  if (told) return told;
  const each = counts.map((count, at) => [count, stances[at].words]).filter(([count]) => count);
  return [`${words}: ${countWords(total, noun)}`, ...each.map(([count, stance]) => `${stance}: ${numberWords(count)}`)];
}

/** What is said of events that share a mark. */
export function clusterLines({ events, first, last }) {
  const named = events.slice(0, NAMED_IN_CLUSTER).map(({ title }) => title);
  const more = events.length - named.length;
  const rest = more ? [`and ${numberWords(more)} more`] : [];
  return [`${eventCountWords(events.length)}, ${rangeWords(first, last)}`, ...named, ...rest];
}

/** What a drawing shows. */
export function shownWords(model) {
  const { events, counted } = totals(model);
  const happened = model.hasEvents ? `, ${eventCountWords(events)}` : "";
  return `Shown: ${rangeWords(model.since, model.until)}, ${countWords(counted, model.noun)}${happened}`;
}
