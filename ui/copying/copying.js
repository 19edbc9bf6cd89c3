import { isCopied } from "../drawn/clipboard.js";

// Set once: the listener outlives the component, which Streamlit may put away and bring back.
let isListening = false;

const SAID_FOR = 2000;

const select = (element) => {
  const range = document.createRange();
  range.selectNodeContents(element);
  const selection = window.getSelection();
  selection.removeAllRanges();
  selection.addRange(range);
};

/** Where a page may not write to the clipboard, as outside https, the text is selected for the reader's own keys. */
const copy = async (button, words) => {
  const source = button.previousElementSibling;
  const done = await isCopied(source.textContent);
  if (!done) select(source);
  const said = done ? words.done : words.selected;
  const status = document.querySelector(".copied");
  if (status) status.textContent = said;
  button.textContent = said;
  setTimeout(() => {
    button.textContent = words.idle;
    if (status) status.textContent = "";
  }, SAID_FOR);
};

export default function mount({ data: words }) {
  if (isListening) return undefined;
  isListening = true;
  document.addEventListener("click", ({ target }) => {
    const button = target instanceof Element ? target.closest("button.copy") : null;
    if (button?.previousElementSibling?.classList.contains("to-copy")) copy(button, words);
  });
  return undefined;
}
