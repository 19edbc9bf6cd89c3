const mounts = new WeakMap();

/**
 * What is mounted at a place on the page: made once, and the same for all runs of the script.
 * @param {ShadowRoot} root
 * @param {() => {leave: () => void}} make
 * @returns {[object, () => void]} It, and what Streamlit is to call when it leaves the page.
 */
export function mountedAt(root, make) {
  if (!mounts.has(root)) mounts.set(root, make());
  const mounted = mounts.get(root);
  const leave = () => {
    // When runs follow each other fast, Streamlit also calls this for a run that a later one overtook.
    if (root.host.isConnected) return;
    mounts.delete(root);
    mounted.leave();
  };
  return [mounted, leave];
}

/** Python may hold back the rest of the page until the reader sees what was waited for; this tells it, once a step. */
export class Painted {
  #told;

  tell(step, send) {
    const { pathname } = location;
    // A reader who has gone on meanwhile wants another page: Streamlit would take this as a wish for the one that was left.
    const report = () => step && location.pathname === pathname && send("painted", step);
    if (step !== this.#told) requestAnimationFrame(() => setTimeout(report));
    this.#told = step;
  }
}
