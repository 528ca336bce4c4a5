/** Where one taps: a sheet at the bottom of the window with the note, full reference or entry of a link. */

import { words } from "../../words.js";
import { leadsToEntry, linkAt, shownFor, targetOf } from "./copy.js";
import { entryFor } from "./entries.js";
import { isReadable } from "./margin.js";
import { returnTo } from "./preview.js";

/** Have taps on calls, short references, terms and works open it. */
export function offerSheet() {
  document.addEventListener("click", async (event) => {
    const { ctrlKey, metaKey, shiftKey } = event;
    const link = linkAt(event.target);
    if (!link || ctrlKey || metaKey || shiftKey || !isTap(event)) return;
    if (isReadable(targetOf(link))) return;
    const waits = leadsToEntry(link);
    if (waits) event.preventDefault();
    const found = waits ? await entryFor(link) : shownFor(link);
    if (found) {
      event.preventDefault();
      open(found, link);
    } else if (waits) location.href = link.href;
  });
}

/** @param {MouseEvent} event */
function isTap(event) {
  const touched = event instanceof PointerEvent && event.pointerType === "touch";
  return touched || matchMedia("(hover: none)").matches;
}

/** @param {import("./copy.js").Shown} shown @param {HTMLAnchorElement} link to which the focus returns */
function open({ label, href, content }, link) {
  const sheet = document.createElement("dialog");
  sheet.className = "note-sheet md-typeset";
  sheet.ariaLabel = label;
  sheet.innerHTML = `<div class="note-sheet-head"><a></a><button type="button" autofocus></button></div><div class="note-sheet-text"></div>`;
  const [head, text] = sheet.children;
  const [way, button] = head.children;
  Object.assign(way, { href, textContent: label });
  button.textContent = words.close;
  text.append(...content);
  let leads = false; // somewhere else
  sheet.addEventListener("click", ({ target }) => {
    leads = target instanceof Element && target.closest("a") !== null;
    if (leads || target === sheet || target === button) sheet.close(); // the sheet itself is all around it
  });
  sheet.addEventListener("close", () => {
    sheet.remove();
    if (!leads) returnTo(link);
  });
  document.body.append(sheet);
  sheet.showModal();
}
