import { go, isConnected } from "../drawn/going.js";

// Takes plain clicks on links to our pages, and leaves all others to the browser.

/** How long a link waits for what is left in a field: an answer takes some 60 ms. */
const PATIENCE_MS = 400;

/** Set once: the listeners outlive the component, which Streamlit may put away and bring back. */
let places = null;

/**
 * The link that is pressed, and the field that was edited until then, if any. Links are written anew when an answer comes,
 * and a field sends what it holds when it is left: where that happens before the button is up, no click comes.
 */
let pressed = null;

/** Whether keys were pressed in the field that is edited, which may hold what nobody has heard of yet. */
let isTyped = false;

/** The app's root: it may be served below a prefix, and the page knows (api/base_url.py). */
const root = () => new URL(window.__streamlit?.BACKEND_BASE_URL ?? ".", location.href);

const isPlain = (event) =>
  event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || event.defaultPrevented);

/** A link inside a component is under its shadow, where only the path of the event leads. */
const linkOf = (event) => event.composedPath().find((element) => element instanceof HTMLAnchorElement);

const isForUs = (link) => {
  if (!link?.hasAttribute("href") || link.target || link.hasAttribute("download")) return false;
  const { origin, pathname } = root();
  return (
    link.origin === origin &&
    !link.hash &&
    link.pathname.startsWith(pathname) &&
    places.includes(link.pathname.slice(pathname.length))
  );
};

const isOurs = (event) => isPlain(event) && isForUs(linkOf(event)) && isConnected();

const isField = (element) => element.matches("input, textarea, [contenteditable]");

/** The link that stands where this one stood: links are written anew when a filter changes. */
const successor = (link) =>
  link.isConnected
    ? link
    : [...document.links].find((each) => each.pathname === link.pathname && each.text === link.text) ?? link;

/** Goes on when what the field held, if it was changed, stands in the links. */
const leave = async (field, link) => {
  const { href } = link;
  const end = performance.now() + PATIENCE_MS;
  field.blur();
  while (successor(link).href === href && performance.now() < end) await new Promise(requestAnimationFrame);
  forget();
  go(successor(link).href);
};

/** Enter hands over what was typed. The parts of a date are fields of their own, and typing leads from one to the next. */
const type = (event) => {
  if (isField(event.target)) isTyped = event.key !== "Enter";
};
const leaveField = (event) => {
  if (!event.relatedTarget || !isField(event.relatedTarget)) isTyped = false;
};

const press = (event) => {
  pressed = isOurs(event) ? { link: linkOf(event), field: isTyped ? document.activeElement : null } : null;
};

const forget = () => {
  pressed = null;
};

const release = (event) => {
  if (!pressed) return;
  if (!isOurs(event) || linkOf(event).text !== pressed.link.text) forget();
  else if (pressed.field) leave(pressed.field, pressed.link);
  else if (!pressed.link.isConnected) go(linkOf(event).href);
};

const follow = (event) => {
  if (!isOurs(event)) return;
  event.preventDefault();
  if (!pressed?.field) go(linkOf(event).href);
};

/** Streamlit calls this with the data of each run; the listeners stay for good. */
export default function mount({ data }) {
  if (places === null) {
    document.addEventListener("pointerdown", press);
    document.addEventListener("pointerup", release);
    document.addEventListener("pointercancel", forget);
    document.addEventListener("keydown", type, { capture: true });
    document.addEventListener("focusout", leaveField);
    document.addEventListener("click", follow);
  }
  places = data.places;
}
