/**
 * On Simplified pages: a switch for seeing what a converted word was before, under the pointer or
 * with the focus. It is off until it is turned on, and then remembered.
 */

import { words } from "../words.js";
import { keep, recall } from "./store.js";
import { loadStyles } from "./styles.js";

/** Add the switch, if the page has converted words and a place for it. */
export async function showOriginals() {
  const line = document.querySelector(".about-link");
  const converted = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-original]"));
  if (!line || converted.length === 0) return;
  await loadStyles("originals.css");
  const label = document.createElement("label");
  label.className = "originals";
  label.innerHTML = `<input type="checkbox">`;
  label.append(" ", words.showOriginals);
  const box = /** @type {HTMLInputElement} */ (label.firstElementChild);
  const apply = () => {
    document.documentElement.toggleAttribute("data-originals", box.checked);
    for (const word of converted) {
      if (box.checked) word.tabIndex = 0;
      else word.removeAttribute("tabindex");
      word.ariaDescription = box.checked ? originalOf(word) : null;
    }
  };
  box.checked = recall("local", "originals") === true;
  box.addEventListener("change", () => {
    keep("local", "originals", box.checked);
    apply();
  });
  apply();
  line.append("\u00a0· ", label);
}

/** @param {HTMLElement} word */
function originalOf(word) {
  return words.original.replace("{word}", () => word.dataset.original ?? "");
}
