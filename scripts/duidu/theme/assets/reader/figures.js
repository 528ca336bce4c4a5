/**
 * A picture is enlarged to the whole window, by a click or by the keyboard, and closed by a click, by its
 * button or by Esc. Where this cannot be loaded its link leads to its file, as it does in another tab.
 */

import { words } from "../words.js";

// Where the whole window is no more than this times as wide as the picture on the page, it scrolls.
const WORTH = 1.5;
const LARGER = 2; // times as wide as on the page, then
const NOT_COPIED = ".permalink, .quote, sup:not(.raised)";

/** @param {HTMLAnchorElement} link of the picture, to which the focus returns */
export function enlarge(link) {
  const picture = /** @type {HTMLImageElement} */ (link.querySelector("img"));
  const box = document.createElement("dialog");
  box.className = "enlarged md-typeset";
  box.ariaLabel = picture.alt;
  box.lang = /** @type {HTMLElement} */ (link.closest("[lang]")).lang;
  box.innerHTML = `<div><img></div><div><span></span><button type="button" autofocus></button></div>`;
  const [view, line] = box.children;
  const large = /** @type {HTMLImageElement} */ (view.firstChild);
  Object.assign(large, { src: picture.src, alt: picture.alt });
  line.children[0].append(...caption(link));
  line.children[1].textContent = words.close;
  box.addEventListener("click", () => box.close());
  box.addEventListener("close", () => {
    box.remove();
    link.focus({ preventScroll: true });
  });
  document.body.append(box);
  box.showModal();
  const width = widthOf(picture, view);
  if (!width) return;
  large.width = width;
  Object.assign(view, { tabIndex: 0, role: "group", ariaLabel: picture.alt }); // it scrolls, by the keyboard too
}

/**
 * @param {HTMLImageElement} picture on the page
 * @param {Element} view which is to show it
 * @returns {number} how wide it is shown, if it is to scroll: a wide one gains nothing on a narrow screen; else 0
 */
function widthOf(picture, view) {
  const { naturalWidth, naturalHeight, clientWidth } = picture;
  const fitting = Math.min(view.clientWidth, (view.clientHeight * naturalWidth) / naturalHeight);
  const large = Math.min(naturalWidth, LARGER * clientWidth);
  return fitting < WORTH * clientWidth && large > fitting ? Math.round(large) : 0;
}

/** @param {Element} link @returns {Node[]} a copy of what the caption of its picture says */
function caption(link) {
  const copy = link.closest("figure")?.querySelector("figcaption")?.cloneNode(true);
  if (!(copy instanceof Element)) return [];
  for (const gone of copy.querySelectorAll(NOT_COPIED)) gone.remove();
  for (const named of copy.querySelectorAll("[id]")) named.removeAttribute("id");
  return [...copy.childNodes];
}
