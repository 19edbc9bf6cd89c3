/** Where nothing stands yet: boxes of points, risers and words on one plot, so that no words cover anything. */
export class Room {
  #taken = [];

  /** @param {{left: number, top: number, right: number, bottom: number}} box */
  take(box) {
    this.#taken.push(box);
  }

  isFree(box) {
    return !this.#taken.some((other) => touches(box, other));
  }

  /**
   * The first place from the left where words of this width are free, between two edges; undefined if there is none.
   * @param {{top: number, bottom: number}} row
   */
  place(width, row, left, right) {
    const inRow = this.#taken.filter((other) => touches({ ...row, left, right }, other));
    const starts = [left, ...inRow.map((other) => other.right + 3).sort((one, other) => one - other)];
    const isClear = (start) => start >= left && start + width <= right;
    return starts.find((start) => isClear(start) && this.isFree({ ...row, left: start, right: start + width }));
  }
}

function touches(one, other) {
  const isAcross = one.left < other.right && other.left < one.right;
  return isAcross && one.top < other.bottom && other.top < one.bottom;
}
