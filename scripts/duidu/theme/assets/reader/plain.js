/** Copying from the article as readers mean it: its words, without the numbers of notes, in one script. */

import { selectedWords } from "./passage.js";

/** Have the system's own ways of copying do so. */
export function copyPlainly() {
  document.addEventListener("copy", (event) => {
    const { target, clipboardData } = event;
    if (!clipboardData || (target instanceof Element && target.closest("input, textarea"))) return;
    const pieces = selectedWords();
    if (pieces.length === 0) return;
    const kind = pieces.length > 1 ? "p" : "span"; // part of a paragraph is not to become one
    const html = pieces.map(({ words, lang }) => {
      const element = document.createElement(kind);
      Object.assign(element, { lang, textContent: words });
      return element.outerHTML;
    });
    clipboardData.setData("text/plain", pieces.map(({ words }) => words).join("\n\n"));
    clipboardData.setData("text/html", html.join(""));
    event.preventDefault();
  });
}
