const SVG = "http://www.w3.org/2000/svg";

/**
 * A new element of a drawing.
 * @param {string} tag
 * @param {Record<string, string | number>} [attributes]
 * @returns {SVGElement}
 */
export function drawn(tag, attributes = {}) {
  return withAttributes(document.createElementNS(SVG, tag), attributes);
}

/**
 * A new element of the page. Children are elements or plain text, never markup.
 * @param {string} tag
 * @param {Record<string, string | number>} [attributes]
 * @param {...(Node | string)} children
 * @returns {HTMLElement}
 */
export function made(tag, attributes = {}, ...children) {
  const element = withAttributes(document.createElement(tag), attributes);
  element.append(...children);
  return element;
}

function withAttributes(element, attributes) {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}

/** Whether the reader asked the system for less motion. */
export function wantsRest() {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}
