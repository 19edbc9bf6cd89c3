import { Selected } from "../drawn/selection.js";
import { Adding, newRow } from "./adding.js";
import { Article } from "./article.js";
import { Bulk } from "./bulk.js";
import { rowWords } from "./card.js";
import { Cards } from "./cards.js";
import { Fields } from "./fields.js";
import { lackingWords, lacking, Rows } from "./rows.js";

/** Keys on a card, and what they do. */
const KEYS = { ArrowDown: "next", j: "next", ArrowUp: "previous", k: "previous", Home: "first", End: "last", Enter: "accept", a: "accept", f: "flip", x: "drop", Delete: "drop", e: "edit", l: "list", u: "undo" };

/** How long Python may take to hear of a change: a connection that broke is back by then. */
const PATIENCE_MS = 4_000;

/** An article beside the statements proposed from it. What the reviewer decides is told to Python as it is decided. */
export class Board {
  #version = null;
  #said = 0;
  #heard = 0;
  #waiting = 0;
  #send;
  #board = { facts: {}, told: {}, text: "" };
  #isPressed = false;
  #isWaiting = false;
  #isOnTheWay = false;
  #leaving = new AbortController();

  /** @param {ShadowRoot} root */
  constructor(root) {
    this.status = root.querySelector(".status");
    this.rows = new Rows(() => this.#changed());
    this.fields = new Fields((name, value) => this.#set(name, value));
    this.article = new Article(root.querySelector(".article"), (key) => this.#go(key));
    this.cards = new Cards(root.querySelector(".cards"), this.rows, this.fields, {
      act: (act, key) => this.#act(act, key),
      choose: (key) => this.#choose(key),
    });
    this.bulk = new Bulk(root, this.rows, (words) => this.#tell(words));
    this.adding = new Adding(root, this.article, (places) => this.#add(places));
    this.selected = new Selected(this.article, (places) => this.adding.select(places));
    root.querySelector(".component").append(this.fields.actors);
    root.addEventListener("keydown", (event) => this.#pressed(event));
    this.#heedPresses(root);
  }

  leave() {
    clearTimeout(this.#waiting);
    this.#leaving.abort();
    this.selected.leave();
  }

  /** A field that is left for a button reports its change while the button is pressed: drawn anew then, it would miss the click. */
  #heedPresses(root) {
    root.addEventListener("pointerdown", () => (this.#isPressed = true), { capture: true });
    root.addEventListener("click", () => (this.#isPressed = false), { capture: true });
    const letGo = () => setTimeout(() => this.#letGo());
    const { signal } = this.#leaving;
    for (const end of ["pointerup", "pointercancel"]) document.addEventListener(end, letGo, { capture: true, signal });
  }

  #letGo() {
    this.#isPressed = false;
    if (this.#isWaiting) this.#draw();
  }

  /** Take what Python sent: rows where they are of another article, and in any case what is known of them. */
  take(data, send) {
    this.#send = send;
    const { actors, issues, ...names } = data.words;
    const words = { ...names, actors: new Map(actors), issues: new Map(issues.map((each) => [each.id, each])) };
    this.#board = { ...data, words };
    this.fields.take(words);
    if (data.version !== this.#version) this.#begin(data);
    else if (data.heard > this.#said) this.#follow(data);
    this.#heard = data.heard;
    this.#joinHeld();
    this.#draw();
    this.#sayAgain();
  }

  /** Somebody went on with this review elsewhere: what they decided stands. */
  #follow({ rows, heard }) {
    this.#said = heard;
    this.rows.fill(rows);
    if (!this.rows.of(this.cards.current)) this.cards.current = rows[0]?.key ?? 0;
    this.#tell("This review was changed in another window, and is shown as it is there.");
  }

  /** What Python did not hear within some time is told once more. */
  #sayAgain() {
    clearTimeout(this.#waiting);
    if (this.#heard < this.#said) this.#waiting = setTimeout(() => this.#report(), PATIENCE_MS);
  }

  #begin({ version, rows, text, language, heard }) {
    this.#version = version;
    this.#said = this.#heard = heard;
    this.rows.fill(rows);
    this.article.fill(text, language);
    this.cards.current = (rows.find(({ decision }) => decision === "open") ?? rows[0])?.key ?? 0;
  }

  /** A source adds to what is held of the same stance, unless the reviewer said otherwise; `held.joined` in Python. */
  #joinHeld() {
    for (const row of this.rows.all) {
      const held = this.#board.told[row.key]?.held ?? [];
      const isKnown = held.some(({ id }) => id === row.held);
      if (row.held && !isKnown) row.held = "";
      if (!row.held && !row.is_further) row.held = held.find(({ stance }) => stance === row.stance)?.id ?? "";
    }
  }

  #draw() {
    this.#isWaiting = this.#isPressed || this.#isOnTheWay;
    if (this.#isWaiting) return;
    this.article.draw(this.rows.all, this.cards.current);
    this.cards.draw(this.#board);
    this.bulk.draw(this.#board.published);
  }

  #changed() {
    if (!this.rows.of(this.cards.current)) this.cards.current = this.rows.all[0]?.key ?? 0;
    this.#draw();
    this.#said += 1;
    this.#report();
  }

  #report() {
    this.#send("review", [this.#version, this.#said, this.rows.all]);
    this.#sayAgain();
  }

  #set(name, value) {
    const extra = name === "held" ? { is_further: value === "" } : {};
    // What was accepted and is changed so that it lacks something is open again.
    const make = (row) => {
      const now = { ...row, [name]: value, ...extra };
      return { ...now, decision: lacking(now).length && row.decision === "accepted" ? "open" : row.decision };
    };
    // A field reports a change on the way to the next one, or between the parts of a day: it is drawn when the focus has come.
    this.#isOnTheWay = true;
    this.rows.change([this.cards.current], make, `${name} of ${this.cards.current}`);
    this.#isOnTheWay = false;
    setTimeout(() => this.#isWaiting && this.#draw());
  }

  #add(places) {
    const before = this.rows.of(this.cards.current);
    const key = this.rows.add(newRow(places, { issue: before?.issue ?? "", date: this.#board.published }));
    this.#choose(key);
    this.cards.focusField("actor");
    this.#tell("A statement was added. Say whose it is.");
  }

  /** Make a card the current one. */
  #choose(key) {
    this.cards.current = key;
    this.#draw();
    this.article.show(this.rows.of(key));
  }

  #go(key) {
    this.#choose(key);
    this.cards.focus();
  }

  #act(act, key) {
    if (key !== this.cards.current) this.#choose(key);
    const acts = {
      accept: () => this.#accept(key),
      flip: () => this.#flip(key),
      drop: () => this.#drop(key),
      list: () => this.#acceptList(key),
      edit: () => this.cards.focusField(lacking(this.rows.of(key))[0] ?? "actor"),
      undo: () => this.bulk.undo(),
      next: () => this.#step(1),
      previous: () => this.#step(-1),
      first: () => this.#go(this.rows.all[0].key),
      last: () => this.#go(this.rows.all.at(-1).key),
    };
    acts[act]();
  }

  #accept(key) {
    const row = this.rows.of(key);
    if (row.decision === "accepted") return this.#decide(key, "open", "Open again");
    if (this.rows.accept([key]).length) return this.#settled("Accepted", key);
    this.#tell(`Say ${lackingWords(row)} first.`);
    return this.cards.focusField(lacking(row)[0]);
  }

  #acceptList(key) {
    const keys = this.rows.listOf(this.rows.of(key)).map((row) => row.key);
    const taken = this.rows.accept(keys);
    this.#tell(`Accepted ${taken.length} of ${keys.length}${taken.length < keys.length ? "; the others lack something or were settled before" : ""}.`);
  }

  #flip(key) {
    this.rows.flip(key);
    this.#tell(rowWords(this.rows.of(key), this.#board.words));
  }

  #drop(key) {
    const isDropped = this.rows.of(key).decision === "dropped";
    if (isDropped) this.#decide(key, "open", "Open again");
    else {
      this.rows.change([key], () => ({ decision: "dropped" }));
      this.#settled("Dropped", key);
    }
  }

  #decide(key, decision, words) {
    this.rows.change([key], () => ({ decision }));
    this.#tell(`${words}: ${rowWords(this.rows.of(key), this.#board.words)}`);
  }

  /** One is settled: on to the next open one. */
  #settled(words, key) {
    this.#tell(`${words}: ${rowWords(this.rows.of(key), this.#board.words)}. ${this.rows.count("open")} open.`);
    const at = this.rows.all.findIndex((row) => row.key === key);
    const next = [...this.rows.all.slice(at), ...this.rows.all.slice(0, at)].find(({ decision }) => decision === "open");
    this.#go(next?.key ?? key);
  }

  #step(by) {
    const { all } = this.rows;
    const at = all.findIndex(({ key }) => key === this.cards.current);
    this.#go(all[Math.min(all.length - 1, Math.max(0, at + by))].key);
  }

  #pressed(event) {
    // Streamlit has shortcuts of its own, which are not for readers who are here.
    event.stopPropagation();
    if (event.ctrlKey || event.metaKey || event.altKey || !this.rows.all.length) return;
    if (event.target.matches("input, textarea, select")) {
      if (event.key === "Escape" && this.cards.element.contains(event.target)) this.cards.focus();
      return;
    }
    const act = KEYS[event.key];
    // Enter on a button presses it.
    if (!act || !event.target.closest(".cards") || (event.key === "Enter" && event.target.matches("button"))) return;
    event.preventDefault();
    this.#act(act, this.cards.current);
  }

  #tell(words) {
    this.status.textContent = words;
  }
}
