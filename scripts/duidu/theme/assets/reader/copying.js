/** Buttons that copy: each reference on the page, and each file for reference managers. */

import { words } from "../words.js";
import { copy } from "./clipboard.js";
import { loadStyles } from "./styles.js";

const SHOWN = 1600; // milliseconds

/** Add the buttons. */
export async function offerCopies() {
  await loadStyles("copying.css");
  for (const reference of document.querySelectorAll(".cite-reference")) {
    const text = reference.textContent ?? "";
    reference.append(" ", buttonFor(words.copy, async () => text));
  }
  for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll(".cite-files a"))) {
    const name = words.copyNamed.replace("{name}", link.textContent ?? "");
    link.after(" ", buttonFor(name, () => textOf(link.href)));
  }
}

/** @param {string} address @returns {Promise<string>} */
async function textOf(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${answer.status} ${address}`);
  return answer.text();
}

/**
 * @param {string} name what the button is called
 * @param {() => Promise<string>} text what it copies
 */
function buttonFor(name, text) {
  const around = document.createElement("span");
  around.className = "copy";
  around.lang = document.documentElement.lang;
  around.innerHTML = `<button type="button"></button><span role="status"></span>`;
  const [button, status] = /** @type {HTMLCollectionOf<HTMLElement>} */ (around.children);
  button.textContent = words.copy;
  button.ariaLabel = name;
  button.addEventListener("click", async () => {
    const copied = await text().then(copy, () => false);
    status.textContent = copied ? words.copied : words.copyFailed;
    setTimeout(() => (status.textContent = ""), SHOWN);
  });
  return around;
}
