/** A pause of the keyboard, after which a selection is taken to be meant. */
const PAUSE_MS = 250;

/** What the reader selects in the text, told when it is complete. */
export class Selected {
  #sheet;
  #onSelect;
  #isHeld = false;
  #waiting = 0;
  #leaving = new AbortController();

  /**
   * @param {{element: HTMLElement, nodes: {node: Text, start: number}[], text: string}} sheet
   * @param {(places: {start: number, end: number, at: DOMRect} | undefined) => void} onSelect Undefined for nothing.
   */
  constructor(sheet, onSelect) {
    this.#sheet = sheet;
    this.#onSelect = onSelect;
    const { signal } = this.#leaving;
    document.addEventListener("selectionchange", () => this.#wait(), { signal });
    sheet.element.addEventListener("pointerdown", () => (this.#isHeld = true), { signal });
    for (const end of ["pointerup", "pointercancel"])
      document.addEventListener(end, () => this.#letGo(), { signal, capture: true });
  }

  leave() {
    clearTimeout(this.#waiting);
    this.#leaving.abort();
  }

  #letGo() {
    if (this.#isHeld) this.#wait();
    this.#isHeld = false;
  }

  #wait() {
    clearTimeout(this.#waiting);
    this.#waiting = setTimeout(() => this.#isHeld || this.#onSelect(this.#places()), PAUSE_MS);
  }

  #places() {
    const range = rangeWithin(this.#sheet.element.getRootNode());
    if (!range || range.collapsed) return undefined;
    const inside = this.#sheet.nodes.filter(({ node }) => range.intersectsNode(node));
    if (!inside.length) return undefined;
    const [first, last] = [inside[0], inside.at(-1)];
    let start = first.start + (range.startContainer === first.node ? range.startOffset : 0);
    let end = last.start + (range.endContainer === last.node ? range.endOffset : last.node.length);
    const { text } = this.#sheet;
    while (start < end && !text[start].trim()) start += 1;
    while (start < end && !text[end - 1].trim()) end -= 1;
    return start < end ? { start, end, at: [...range.getClientRects()].at(-1) } : undefined;
  }
}

/** The selection as it is below a shadow root, where the document's own does not look. */
function rangeWithin(root) {
  const selection = root.getSelection?.() ?? document.getSelection();
  const [found] = selection.getComposedRanges?.({ shadowRoots: [root] }) ?? [];
  const { startContainer, startOffset, endContainer, endOffset } = found ?? (selection.rangeCount ? selection.getRangeAt(0) : {});
  if (!startContainer || !root.contains(startContainer) || !root.contains(endContainer)) return undefined;
  const range = document.createRange();
  range.setStart(startContainer, startOffset);
  range.setEnd(endContainer, endOffset);
  return range;
}
