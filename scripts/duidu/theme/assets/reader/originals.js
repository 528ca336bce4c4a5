/**
 * On Simplified pages: a switch for seeing what a converted word was before, under the pointer or
 * with the focus. It is off until it is turned on, and then remembered.
 */

import { keep, recall } from "./store.js";

/** Add the switch, if the page has converted words and a place for it. */
export function showOriginals() {
  const line = document.querySelector(".about-link");
  const words = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-original]"));
  if (!line || words.length === 0) return;
  const label = document.createElement("label");
  label.className = "originals";
  label.innerHTML = `<input type="checkbox"> 显示原字`;
  const box = /** @type {HTMLInputElement} */ (label.firstElementChild);
  const apply = () => {
    document.documentElement.toggleAttribute("data-originals", box.checked);
    for (const word of words) {
      if (box.checked) word.tabIndex = 0;
      else word.removeAttribute("tabindex");
      word.ariaDescription = box.checked ? `原字：${word.dataset.original}` : null;
    }
  };
  box.checked = recall("local", "originals") === true;
  box.addEventListener("change", () => {
    keep("local", "originals", box.checked);
    apply();
  });
  apply();
  line.append(" · ", label);
}
