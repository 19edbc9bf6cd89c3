import { go, isConnected } from "../drawn/going.js";

// Takes plain clicks on links to our pages, and leaves all others to the browser.

/** Set once: the listener outlives the component, which Streamlit may put away and bring back. */
let places = null;

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

const follow = (event) => {
  const link = linkOf(event);
  if (!isPlain(event) || !isForUs(link) || !isConnected()) return;
  event.preventDefault();
  go(link.href);
};

/** Streamlit calls this with the data of each run; the listener stays for good. */
export default function mount({ data }) {
  if (places === null) document.addEventListener("click", follow);
  places = data.places;
}
