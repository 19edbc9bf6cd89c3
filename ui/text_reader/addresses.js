/**
 * The address at which something in the text is read.
 * @param {string} address Of the text, relative to the page.
 * @param {"hit" | "paragraph"} kind
 * @param {number} number
 */
export function addressOf(address, kind, number) {
  const url = new URL(address, document.baseURI);
  url.searchParams.set(kind, number);
  return url.href;
}

/** Let the page's own address name where the reader is, without a step of the history: Python reads it with its next run. */
export function nameInAddress(kind, number) {
  const url = new URL(location.href);
  url.searchParams.delete("hit");
  url.searchParams.delete("paragraph");
  url.searchParams.set(kind, number);
  url.hash = "";
  history.replaceState(history.state, "", url);
}
