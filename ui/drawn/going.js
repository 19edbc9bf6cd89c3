/** Whether the server answers: without it the app could not follow, and the browser is to say what is wrong. */
export function isConnected() {
  return document.querySelector('[data-test-connection-state="CONNECTED"]') !== null;
}

/**
 * Change the page without loading the app anew: one step of the history, which Streamlit follows as it does the back button.
 * @param {string} address of a page of ours
 */
export function go(address) {
  const { pathname } = location;
  history.pushState({}, "", address);
  // Streamlit writes the new page into the old one, piece by piece: where the old one was scrolled to, it could stay.
  if (location.pathname !== pathname) document.querySelector('[data-testid="stMain"]')?.scrollTo(0, 0);
  window.dispatchEvent(new PopStateEvent("popstate", { state: {} }));
}
