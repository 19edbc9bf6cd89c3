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

/** Without its server the app could not follow; the browser then says what is wrong. */
const isConnected = () => document.querySelector('[data-test-connection-state="CONNECTED"]') !== null;

const follow = (event) => {
  const link = linkOf(event);
  if (!isPlain(event) || !isForUs(link) || !isConnected()) return;
  event.preventDefault();
  history.pushState({}, "", link.href);
  window.dispatchEvent(new PopStateEvent("popstate", { state: {} }));
};

export default function ({ data }) {
  if (places === null) document.addEventListener("click", follow);
  places = data.places;
}
