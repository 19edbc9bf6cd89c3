// What a reader points at says what it is, and the arrow keys go from one thing to the next. Without this file each
// thing is still a link with a title, and the table below has all of them.
(() => {
  const NEAR = 18; // pixels: a finger is wider than the sign of a small state

  for (const figure of document.querySelectorAll("figure.drawn")) begin(figure);

  function begin(figure) {
    const tip = document.createElement("p");
    tip.className = "tip";
    tip.hidden = true;
    tip.setAttribute("aria-hidden", "true"); // every link has the same words as its name
    figure.append(tip);
    const links = [...figure.querySelectorAll(".drawing a")];
    for (const link of links) name(link);
    for (const drawing of figure.querySelectorAll(".drawing")) drawing.querySelector("a")?.setAttribute("tabindex", "0");
    let chosen = null;
    let isTouch = false;

    figure.addEventListener("pointerover", (event) => {
      const link = event.target.closest(".drawing a");
      if (event.pointerType === "mouse") link ? show(link, event) : hide();
    });
    figure.addEventListener("pointerleave", (event) => event.pointerType === "mouse" && hide());
    figure.addEventListener("pointerdown", (event) => (isTouch = event.pointerType !== "mouse"));
    figure.addEventListener("click", (event) => {
      const link = event.target.closest(".drawing a") ?? (isTouch ? nearest(event) : null);
      // A finger cannot hover: its first tap says what the second will open.
      if (isTouch && link !== chosen) event.preventDefault();
      if (isTouch) link ? show(link, event) : hide();
    });
    figure.addEventListener("focusin", (event) => {
      const link = event.target.closest(".drawing a");
      if (!link) return;
      for (const other of link.closest(".drawing").querySelectorAll('a[tabindex="0"]')) other.setAttribute("tabindex", "-1");
      link.setAttribute("tabindex", "0");
      if (link.matches(":focus-visible")) show(link, middle(link));
    });
    figure.addEventListener("focusout", hide);
    figure.addEventListener("keydown", (event) => {
      const link = event.target.closest(".drawing a");
      if (event.key === "Escape") hide();
      if (!link || event.altKey || event.ctrlKey || event.metaKey) return;
      const next = beside(link, event.key);
      if (next) next.focus();
      if (next || event.key.startsWith("Arrow")) event.preventDefault();
    });

    function show(link, at) {
      chosen = link;
      const [head, ...rest] = link.lines;
      const strong = document.createElement("b");
      strong.textContent = head;
      tip.replaceChildren(strong, ...rest.filter(Boolean).map(line), line(isTouch ? figure.dataset.tap : figure.dataset.open));
      tip.hidden = false;
      const box = figure.getBoundingClientRect();
      const [x, y] = [at.clientX - box.left, at.clientY - box.top];
      const left = Math.min(Math.max(x - tip.offsetWidth / 2, 0), box.width - tip.offsetWidth);
      tip.style.left = `${left}px`;
      tip.style.top = `${y - tip.offsetHeight - 14 < 0 ? y + 18 : y - tip.offsetHeight - 14}px`;
    }

    function hide() {
      tip.hidden = true;
      chosen = null;
    }

    function nearest({ clientX, clientY }) {
      const [away, link] = shown(links)
        .map((each) => [apart(middle(each), { clientX, clientY }), each])
        .reduce((best, each) => (each[0] < best[0] ? each : best), [Infinity, null]);
      return away <= NEAR ? link : null;
    }
  }

  function name(link) {
    const title = link.querySelector("title");
    link.lines = title.textContent.split("\n");
    link.setAttribute("aria-label", link.lines.filter(Boolean).join("; "));
    title.remove(); // or the browser's own tip would lie on ours
  }

  function line(words) {
    const element = document.createElement("span");
    element.textContent = words ?? "";
    return element;
  }

  function beside(link, key) {
    const all = shown([...link.closest(".drawing").querySelectorAll("a")]);
    if (key === "Home") return all[0];
    if (key === "End") return all.at(-1);
    const way = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[key];
    if (!way) return null;
    const here = middle(link);
    let best = [Infinity, null];
    for (const other of all) {
      const there = middle(other);
      const [x, y] = [there.clientX - here.clientX, there.clientY - here.clientY];
      const ahead = x * way[0] + y * way[1];
      const aside = Math.abs(x * way[1]) + Math.abs(y * way[0]);
      if (other !== link && ahead > 0.5 && ahead + 2 * aside < best[0]) best = [ahead + 2 * aside, other];
    }
    return best[1];
  }

  function shown(links) {
    return links.filter((link) => link.getBoundingClientRect().width > 0);
  }

  // A state is where its name would stand: the middle of France and its lands overseas lies in Mali.
  function middle(link) {
    const place = link.querySelector("[data-at]");
    if (place) {
      const [x, y] = place.dataset.at.split(" ");
      const point = new DOMPoint(x, y).matrixTransform(place.getScreenCTM());
      return { clientX: point.x, clientY: point.y };
    }
    const box = link.getBoundingClientRect();
    return { clientX: box.left + box.width / 2, clientY: box.top + box.height / 2 };
  }

  function apart(one, other) {
    return Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY);
  }
})();
