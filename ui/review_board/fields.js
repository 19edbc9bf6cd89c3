import { made } from "../drawn/elements.js";

/** The fields of one row, for whoever corrects it. Each is named by what it changes. */
export class Fields {
  #words;
  #onChange;

  /** @param {(name: string, value: string) => void} onChange */
  constructor(onChange) {
    this.#onChange = onChange;
    this.actors = made("datalist", { id: "actors" });
  }

  /** Take the names that can be chosen. */
  take(words) {
    this.#words = words;
    this.actors.replaceChildren(...[...words.actors.values()].map((name) => made("option", { value: name })));
  }

  /** The fields of a row as elements. */
  of(row, told) {
    const issue = this.#words.issues.get(row.issue);
    const element = made(
      "div",
      { class: "fields", role: "group", "aria-label": "Correct it" },
      this.#actor(row),
      this.#choice("issue", "Issue", row.issue, [["", "Choose an issue"], ...[...this.#words.issues].map(([id, each]) => [id, each.title])]),
      this.#choice("stance", "Stance", row.stance, [
        ["", "Choose a stance"],
        ...["support", "oppose", "neutral"].map((stance) => [stance, issue?.[stance] ?? stance]),
      ]),
      this.#input("date", "Day", row.date, { type: "date", min: this.#words.first, max: this.#words.last }),
      this.#choice("precision", "What is known of it", row.precision, this.#words.precisions),
      this.#choice("kind", "Kind", row.kind, this.#words.kinds),
      this.#choice("attribution", "Attribution", row.attribution, this.#words.attributions),
      this.#input("speaker", "Speaker", row.speaker, { maxlength: 200, placeholder: "Not named" }),
      this.#summary(row, told),
      this.#input("doubt", "Doubt", row.doubt, { maxlength: 280, placeholder: "What is uncertain, if anything" }),
    );
    if (told?.held.length) element.append(this.#held(row, told.held));
    return element;
  }

  #field(name, label, control) {
    control.setAttribute("id", `field-${name}`);
    control.dataset.field = name;
    return made("div", { class: `field ${name}` }, made("label", { for: `field-${name}` }, label), control);
  }

  #input(name, label, value, attributes = {}) {
    const input = made("input", { autocomplete: "off", dir: "auto", ...attributes });
    input.value = value;
    // A day is reported with each digit: one of the first thousand years is not typed to its end.
    const isWhole = () => attributes.type !== "date" || !input.value || input.value >= "1000";
    input.addEventListener("change", () => isWhole() && this.#onChange(name, input.value));
    return this.#field(name, label, input);
  }

  #choice(name, label, value, options) {
    const select = made("select", {}, ...options.map(([id, title]) => made("option", { value: id }, title)));
    select.value = value;
    select.addEventListener("change", () => this.#onChange(name, select.value));
    return this.#field(name, label, select);
  }

  #actor(row) {
    const { actors } = this.#words;
    const input = made("input", { list: "actors", autocomplete: "off", placeholder: "Type a name" });
    input.value = actors.get(row.actor) ?? "";
    const ids = new Map([...actors].map(([id, name]) => [name.toLowerCase(), id]));
    input.addEventListener("change", () => {
      const id = ids.get(input.value.trim().toLowerCase());
      input.setCustomValidity(id || !input.value ? "" : "No actor of the collection has this name; choose one of the list.");
      if (id || !input.value) this.#onChange("actor", id ?? "");
      else input.reportValidity();
    });
    return this.#field("actor", "Actor", input);
  }

  #summary(row, told) {
    const area = made("textarea", { rows: 2, maxlength: 280, dir: "auto", placeholder: told?.summary ?? "" });
    area.value = row.summary;
    area.addEventListener("change", () => this.#onChange("summary", area.value));
    return this.#field("summary", "Summary, in your own words", area);
  }

  #held(row, held) {
    const options = [["", "A further statement"], ...held.map(({ id, label }) => [id, `Evidence for: ${label}`])];
    return this.#choice("held", "A statement like it is held already", row.held, options);
  }
}
