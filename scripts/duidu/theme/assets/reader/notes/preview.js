/**
 * The preview of a note, of a full reference, or of an entry: it shows while its link, or it itself, has the pointer or
 * the focus. It stands after the link in the page, so that Tab leads into it and screen readers read on in
 * it; and it is a popover, so that nothing lies over it.
 */

import { topOfText } from "../flow.js";
import { leadsToEntry, linkAt, shownFor, targetOf } from "./copy.js";
import { entryFor } from "./entries.js";
import { isFarFrom, isReadable } from "./margin.js";

const SOON = 120; // milliseconds; a pointer that only crosses a call wants nothing
const LATER = 350; // so with a term, which is larger, and stands amid the words
const WHILE = 300; // to get into the preview

/** @type {{ link: HTMLAnchorElement, box: HTMLElement } | null} */
let shown = null;
/** What is to be shown when it is there. @type {HTMLAnchorElement | null} */
let wanted = null;
/** The call to which the focus returns, which is no wish to see its note again. @type {Element | null} */
let returning = null;
let [opening, closing] = [0, 0];

/** Have calls and short references show what they stand for. */
export function offerPreviews() {
  if (!("popover" in HTMLElement.prototype)) return;
  document.addEventListener("pointerover", followPointer);
  document.addEventListener("pointerdown", ({ target }) => isOurs(target) || hide());
  document.addEventListener("focusin", followFocus);
  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    if (link?.matches(".footnote-backref")) returning = targetOf(link);
    if (link && isShownInstead(link, event)) {
      event.preventDefault();
      show(link);
    } else if (link) hide();
  });
  document.addEventListener("keydown", ({ key }) => {
    if (key !== "Escape") return;
    if (shown?.box.contains(document.activeElement)) returnTo(shown.link);
    hide();
  });
  // In vertical writing the text runs under it.
  document.addEventListener("scroll", ({ target }) => target !== document && !isOurs(target) && shown && place(shown), true);
}

/**
 * Whether a click on a call shows the preview instead of leading to the note, since that would lead away from
 * the call. The keyboard is led there: its focus goes with it.
 * @param {HTMLAnchorElement} link @param {MouseEvent} event
 */
function isShownInstead(link, { defaultPrevented, detail, ctrlKey, metaKey, shiftKey }) {
  const asked = detail > 0 && !defaultPrevented && !ctrlKey && !metaKey && !shiftKey;
  return asked && link === linkAt(link) && link.matches(".footnote-ref") && isFarFrom(link, targetOf(link));
}

/** Put the focus on a link, and show nothing. @param {HTMLElement} link */
export function returnTo(link) {
  returning = link;
  link.focus({ preventScroll: true });
  returning = null;
}

/** @param {EventTarget | null} target @returns {boolean} whether that is in the preview, or the link it is of */
function isOurs(target) {
  return shown !== null && target instanceof Node && (shown.box.contains(target) || shown.link.contains(target));
}

/** @param {PointerEvent} event */
function followPointer({ target, pointerType, buttons }) {
  if (pointerType === "touch" || buttons) return;
  const link = linkAt(target);
  clearTimeout(opening);
  if (link || isOurs(target)) {
    clearTimeout(closing);
    closing = 0;
    if (link && !isOurs(link)) opening = setTimeout(show, leadsToEntry(link) ? LATER : SOON, link);
  } else if (!shown) {
    wanted = null;
  } else if (!closing) {
    closing = setTimeout(() => isOurs(document.activeElement) || hide(), WHILE);
  }
}

/** @param {FocusEvent} event */
function followFocus({ target }) {
  const link = linkAt(target);
  if (link && link !== returning && link.matches(":focus-visible") && matchMedia("(hover: hover)").matches) show(link);
  else if (!isOurs(target)) hide();
  returning = null;
}

function hide() {
  clearTimeout(opening);
  clearTimeout(closing);
  closing = 0;
  shown?.box.remove();
  shown = wanted = null;
}

/** @param {HTMLAnchorElement} link */
async function show(link) {
  if (shown?.link === link) return;
  hide();
  if (isReadable(targetOf(link))) return;
  wanted = link;
  const found = leadsToEntry(link) ? await entryFor(link) : shownFor(link);
  if (!found || wanted !== link) return;
  const box = document.createElement("div");
  Object.assign(box, { className: "note-preview", popover: "manual", role: "group", ariaLabel: found.label });
  box.append(...found.content);
  link.after(box);
  box.showPopover();
  place((shown = { link, box }));
}

/** Under the link, or above it if there is no room, and wholly in sight. @param {NonNullable<typeof shown>} shown */
function place({ link, box }) {
  const edge = parseFloat(getComputedStyle(box).fontSize);
  const { left, top, bottom } = link.getBoundingClientRect();
  const { width, height } = box.getBoundingClientRect();
  const [above, below] = [top - topOfText() - edge, innerHeight - bottom - edge];
  const under = height <= below || below >= above;
  const most = under ? below : above;
  const furthest = document.documentElement.clientWidth - width - edge;
  box.style.maxHeight = `${most}px`;
  box.style.left = `${scrollX + Math.max(edge, Math.min(left - 2 * edge, furthest))}px`;
  box.style.top = `${scrollY + (under ? bottom : top - Math.min(height, most))}px`;
}
