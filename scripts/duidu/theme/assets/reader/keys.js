/**
 * The keyboard: from paragraph to paragraph, whose links are no stops of Tab (there are too many), the reader's marks,
 * and `?`, which shows what the keys do. Loaded with the first of them that is pressed.
 */

import { words } from "../words.js";
import { hasText } from "./article.js";
import { isVertical, span } from "./flow.js";
import { loadStyles } from "./styles.js";

const LINKS = ".md-content__inner .permalink";

/** @param {KeyboardEvent} event one of those that reader.js knows */
export function followKey({ key }) {
  if (key === "?") showKeys();
  else if (key.startsWith("Arrow")) step(key === "ArrowDown" ? 1 : -1);
  else if (hasText()) import("./marks.js").then(({ openMarks }) => openMarks());
}

/** Go to the link of the next paragraph or heading, or of the one before. @param {1 | -1} way */
function step(way) {
  const links = /** @type {HTMLAnchorElement[]} */ ([...document.querySelectorAll(LINKS)]);
  const starts = (/** @type {Element} */ link) => span(/** @type {Element} */ (link.parentElement).getBoundingClientRect()).start;
  const focused = links.findIndex((link) => link === document.activeElement);
  const inSight = links.findIndex((link) => starts(link) >= -1);
  const first = inSight < 0 ? links.length : inSight;
  const link = links[focused >= 0 ? focused + way : way > 0 ? first : first - 1];
  link?.parentElement?.scrollIntoView();
  link?.focus({ preventScroll: true });
}

async function showKeys() {
  await loadStyles("keys.css");
  const dialog = document.createElement("dialog");
  Object.assign(dialog, { className: "keys", ariaLabel: words.keys });
  dialog.setAttribute("closedby", "any");
  dialog.innerHTML = `<h2></h2><dl></dl><form method="dialog"><button></button></form>`;
  const [title, list, { firstChild: close }] = dialog.children;
  title.textContent = words.keys;
  /** @type {Element} */ (close).textContent = words.close;
  const more = { ...(hasText() ? words.keysOfText : {}), ...(isVertical() ? words.keysVertical : {}) };
  for (const [key, said] of Object.entries({ ...words.keysListed, ...more })) {
    const [name, meaning] = [document.createElement("dt"), document.createElement("dd")];
    name.append(...key.split(" ").map((one) => Object.assign(document.createElement("kbd"), { textContent: one })));
    meaning.textContent = said;
    list.append(name, meaning);
  }
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
