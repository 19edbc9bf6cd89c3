// For pages that embed Démarche: gives each of its frames the height of what is in it. Sends and stores nothing.
(() => {
  const ours = new URL(document.currentScript.src).origin;
  const HIGHEST = 20000;
  addEventListener("message", ({ data, origin, source }) => {
    if (origin !== ours || data?.type !== "demarche:height") return;
    if (!Number.isFinite(data.height) || data.height <= 0) return;
    for (const frame of document.querySelectorAll("iframe")) {
      if (frame.contentWindow === source) frame.style.height = `${Math.min(Math.ceil(data.height), HIGHEST)}px`;
    }
  });
})();
