// What stands in the page, shadow roots included: what only a payload could have made, and every text as it is seen.
// Given are the hosts that links of records may lead to.
(hosts) => {
  const made = [];
  const texts = [];
  const addresses = ["href", "src", "action", "formaction", "data", "srcset", "xlink:href", "ping", "poster"];

  function isKnown(element, text) {
    if (!URL.canParse(text, document.baseURI)) return false;
    const url = new URL(text, document.baseURI);
    if (url.protocol === "data:") return element.localName === "img" || text === "data:,";
    if (!["http:", "https:"].includes(url.protocol)) return url.protocol === "blob:" || url.href === location.href;
    if (url.host === location.host) return !url.pathname.startsWith("/canary");
    return ["a", "link"].includes(element.localName) && hosts.includes(url.hostname);
  }

  function isMade(element) {
    return (
      element.localName.includes("canary") ||
      [...element.attributes].some(
        ({ name, value }) =>
          name.includes("canary") ||
          (/^on|^style$/.test(name) && /canary|expression/.test(value)) ||
          (addresses.includes(name) && value && !isKnown(element, value)),
      )
    );
  }

  function read(node) {
    for (const child of node.childNodes) {
      if (child.nodeType === Node.TEXT_NODE) texts.push(child.data);
      if (child.nodeType !== Node.ELEMENT_NODE) continue;
      if (isMade(child)) made.push(child.outerHTML.slice(0, 300));
      if (["TEXTAREA", "INPUT"].includes(child.tagName)) texts.push(child.value);
      // What a grid draws stands in its canvas once more, links as the addresses that begin with a name (ui/tables.py).
      if (!["SCRIPT", "STYLE", "CANVAS"].includes(child.tagName)) read(child);
      if (child.shadowRoot) read(child.shadowRoot);
    }
  }

  read(document);
  return { made, fired: window.__fired ?? [], text: texts.join("") };
}
