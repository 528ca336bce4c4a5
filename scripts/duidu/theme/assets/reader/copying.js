/** Buttons that copy: each reference on the page, and each file for reference managers. */

import { copy } from "./clipboard.js";

/** @type {Record<string, { copy: string, copied: string, failed: string, named: string }>} */
const WORDS = {
  "zh-Hant": { copy: "複製", copied: "已複製", failed: "無法複製", named: "複製 {name}" },
  "zh-Hans": { copy: "复制", copied: "已复制", failed: "无法复制", named: "复制 {name}" },
  en: { copy: "Copy", copied: "Copied", failed: "Could not copy", named: "Copy {name}" },
};
const SHOWN = 1600; // milliseconds

/** Add the buttons. */
export function offerCopies() {
  const words = WORDS[document.documentElement.lang] ?? WORDS["zh-Hant"];
  for (const reference of document.querySelectorAll(".cite-reference")) {
    const text = reference.textContent ?? "";
    reference.append(" ", buttonFor(words, words.copy, async () => text));
  }
  for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll(".cite-files a"))) {
    const name = words.named.replace("{name}", link.textContent ?? "");
    link.after(" ", buttonFor(words, name, () => textOf(link.href)));
  }
}

/** @param {string} address @returns {Promise<string>} */
async function textOf(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${answer.status} ${address}`);
  return answer.text();
}

/**
 * @param {typeof WORDS[string]} words
 * @param {string} name what the button is called
 * @param {() => Promise<string>} text what it copies
 */
function buttonFor(words, name, text) {
  const around = document.createElement("span");
  around.className = "copy";
  around.lang = document.documentElement.lang;
  around.innerHTML = `<button type="button"></button><span role="status"></span>`;
  const [button, status] = /** @type {HTMLCollectionOf<HTMLElement>} */ (around.children);
  button.textContent = words.copy;
  button.ariaLabel = name;
  button.addEventListener("click", async () => {
    const copied = await text().then(copy, () => false);
    status.textContent = copied ? words.copied : words.failed;
    setTimeout(() => (status.textContent = ""), SHOWN);
  });
  return around;
}
