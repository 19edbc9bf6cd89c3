/** So much at either end of the screen may be covered. */
const OVER_PX = 100;

/**
 * Bring something of the text into sight, and the focus to it, so that keys and screen readers go on from there.
 * @param {HTMLElement} element
 * @param {"center" | "start"} block Where on the screen.
 */
export function goTo(element, block) {
  if (!element.hasAttribute("href")) element.tabIndex = -1;
  element.focus({ preventScroll: true });
  const { top, bottom } = element.getBoundingClientRect();
  // What is in sight already, clear of what lies over the text, stays where it is.
  if (top < OVER_PX || bottom > innerHeight - OVER_PX) element.scrollIntoView({ block });
}
