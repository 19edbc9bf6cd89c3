/** Who stands where, in the frame that is shown: Python's own, or another one of those that came with the drawing. */
export class Positions {
  #drawing;
  #base = -1;
  #at = -1;
  #classes = new Map();

  /**
   * Take a drawing.
   * @param {object} drawing As charts.map makes it.
   * @param {string | null} day The day that its actors are drawn for.
   * @param {number} at The frame to show.
   */
  take(drawing, day, at) {
    this.#drawing = drawing;
    this.#base = frameOf(drawing.frames ?? [], day);
    this.show(at);
  }

  /** Show another frame. */
  show(at) {
    this.#at = at;
    this.#classes = this.isPythons ? ownClasses(this.#drawing) : classesAt(this.#drawing, at);
  }

  /** Whether the frame is the one that Python drew, and knows all about. */
  get isPythons() {
    return this.#at === this.#base;
  }

  /** The number of an actor's class; undefined or null when it is not on the map. */
  classOf(id) {
    return this.#classes.get(id);
  }

  paintOf(id) {
    return this.#drawing.classes[this.#classes.get(id)];
  }

  nameOf(id) {
    return this.#drawing.actors[id].lines[0];
  }

  /** What is known of an actor in lines; in another frame than Python's only its class. */
  linesOf(id) {
    return this.isPythons ? this.#drawing.actors[id].lines : [this.nameOf(id), this.paintOf(id).words];
  }

  /** How many actors each class has. */
  get counts() {
    const { classes } = this.#drawing;
    if (this.isPythons) return classes.map(({ count }) => count);
    const found = [...this.#classes.values()];
    return classes.map((_, number) => found.filter((each) => each === number).length);
  }

  /** Those that change with a frame. */
  changed(at) {
    return Object.keys(this.#drawing.frames[at].classes).filter((id) => this.#classes.has(id));
  }
}

/** The last frame on or before a day; without a day the last of all. */
export function frameOf(frames, day) {
  const later = day ? frames.findIndex((frame) => frame.day > day) : -1;
  return later < 0 ? frames.length - 1 : Math.max(later - 1, 0);
}

function ownClasses({ actors }) {
  return new Map(Object.entries(actors).map(([id, actor]) => [id, actor.class]));
}

/**
 * The first frame holds everybody who ever changes, each later one what changed since the one before. Who is in no
 * frame keeps the class of the drawing.
 */
function classesAt({ actors, frames }, at) {
  const classes = ownClasses({ actors });
  const put = (id, number) => classes.has(id) && classes.set(id, number);
  for (const frame of frames) for (const id of Object.keys(frame.classes)) put(id, null);
  for (const frame of frames.slice(0, at + 1))
    for (const [id, number] of Object.entries(frame.classes)) put(id, number);
  return classes;
}
