import { made } from "../drawn/elements.js";
import { lackingWords } from "./rows.js";

const STATES = { accepted: "Accepted", dropped: "Dropped", open: "" };
const MOST_SHOWN = 280;
const known = (parts) => new Intl.DateTimeFormat("en-GB", { ...parts, timeZone: "UTC" });
const FORMATS = {
  day: known({ day: "numeric", month: "short", year: "numeric" }),
  month: known({ month: "short", year: "numeric" }),
  year: known({ year: "numeric" }),
};

/** A day in words, or as much of it as is known. */
export function dayWords(iso, precision = "day") {
  return iso ? FORMATS[precision].format(new Date(`${iso}T00:00:00Z`)) : "";
}

/** What a row says, in one line: who, what, on what, when. */
export function rowWords(row, words) {
  const issue = words.issues.get(row.issue);
  const stance = row.stance ? (issue?.[row.stance] ?? row.stance) : "";
  return [words.actors.get(row.actor) ?? "", stance, issue?.title ?? "", dayWords(row.date, row.precision)].filter(Boolean).join(" · ");
}

/** A piece of the text, cut where it is long. */
export function excerptOf(text, { start, end }) {
  const found = text.slice(start, end);
  return found.length > MOST_SHOWN ? `${found.slice(0, MOST_SHOWN)}…` : found;
}

/** One row as a card, with what can be done to it at once. */
export function cardOf(row, { text, words, facts, told, isCurrent, isInList }) {
  const issue = words.issues.get(row.issue);
  const lacks = lackingWords(row);
  const stance = row.stance ? (issue?.[row.stance] ?? row.stance) : "No stance yet";
  const when = dayWords(row.date, row.precision) || "no day";
  const head = made("p", { class: "head" }, made("strong", {}, words.actors.get(row.actor) ?? "Whose?"), ` ${stance}`);
  const about = made("p", { class: "about" }, isInList && !isCurrent ? when : `${issue?.title ?? "No issue yet"} · ${when}`);
  const element = made("li", {
    class: ["card", row.stance || "unset", row.decision, isInList && "member", isCurrent && "here"].filter(Boolean).join(" "),
    "data-key": row.key,
    "aria-label": `${rowWords(row, words) || "A statement"}${STATES[row.decision] && `, ${STATES[row.decision].toLowerCase()}`}`,
    tabindex: isCurrent ? 0 : -1,
  });
  if (isCurrent) element.setAttribute("aria-current", "true");
  element.append(head, about);
  if (!isInList) element.append(made("blockquote", { dir: "auto" }, excerptOf(text, row)));
  if (told?.held.length && row.stance) element.append(heldNote(row, told.held));
  if (lacks && row.decision === "open") element.append(made("p", { class: "lacks" }, `Say ${lacks}.`));
  element.append(waysOf(row, isCurrent));
  if (isCurrent && facts) element.append(made("p", { class: "why" }, whyWords(facts)));
  return element;
}

function heldNote(row, held) {
  const joined = held.find(({ id }) => id === row.held);
  return made("p", { class: "held" }, joined ? `Adds this source to what is held: ${joined.label}` : "A further statement, beside one that is held.");
}

function waysOf({ decision, stance }, isCurrent) {
  const ways = made("p", { class: "ways" });
  const offer = (act, label, keys, isPressed) =>
    ways.append(
      made("button", { type: "button", "data-act": act, "aria-keyshortcuts": keys, title: `${label} (${keys})`, tabindex: isCurrent ? 0 : -1, ...(isPressed === undefined ? {} : { "aria-pressed": isPressed }) }, label),
    );
  offer("accept", "Accept", "A", decision === "accepted");
  if (stance === "support" || stance === "oppose") offer("flip", "Flip stance", "F");
  offer("drop", "Drop", "X", decision === "dropped");
  return ways;
}

function whyWords({ rule, cues, confidence, basis }) {
  const fired = cues.length ? `, by the words ${cues.map((cue) => `“${cue}”`).join(", ")}` : "";
  const dated = { stated: "the day is stated", inferred: "the day is inferred from the article" }[basis] ?? "no day is given";
  return `Found as ${rule}${fired}; ${dated}. Confidence by rule: ${confidence}.`;
}
