/**
 * Marks as readers take them along: with the words, where they stand in print, and what was noted. (As JSON, to be
 * brought back: annotations.js.)
 *
 * @typedef {import("./located.js").Located} Located
 * @typedef {import("../article.js").Manner} Manner
 *
 * @typedef {object} Saying how it is said
 * @property {string} title of the article
 * @property {Manner} manner how the article is cited on this page
 * @property {(lang: string) => Manner} mannerFor how words in a language are cited
 * @property {(mark: Located) => string} addressOf where they stand
 * @property {Record<string, string>} colours what they are called
 * @property {string} lost what is said of marks whose words are not found
 */

import { placeOf, quoted } from "../citation.js";

const SIGNS = /[\\`*_{}[\]#<>|~&]/g;

/** @param {Located[]} marks @param {Saying} saying @returns {string} Markdown: each mark with its page, its words, its note and its address */
export function markdownOf(marks, saying) {
  const { title, manner, colours, lost } = saying;
  const parts = marks.map((located) => {
    const { mark, stands, paragraphs, lang } = located;
    const place = escaped(placeOf(located, saying.mannerFor(lang)));
    const said = [place, colours[mark.colour], stands ? "" : lost].filter(Boolean).join(" · ");
    const words = paragraphs.map((paragraph) => `> ${escaped(paragraph)}`).join("\n>\n");
    return [`## ${said}`, words, mark.note.trim(), stands ? `<${saying.addressOf(located)}>` : ""].filter(Boolean).join("\n\n");
  });
  return `${[`# ${escaped(title)}`, escaped(manner.alone), ...parts].filter(Boolean).join("\n\n")}\n`;
}

/** @param {string} text @returns {string} the same words in Markdown; ASCII signs only, as Chinese has none that mean something */
function escaped(text) {
  return text.replace(SIGNS, "\\$&").replace(/^(\d+)([.)])|^([-+])/, "$1\\$2$3");
}

/**
 * @param {Record<string, any>[]} records of the article, as its CSL-JSON file has them
 * @param {Located[]} marks
 * @param {(lang: string) => Manner} mannerFor
 * @returns the same, with the marks as an annotation of it: in `note`, which reference managers show
 */
export function annotated([record, ...others], marks, mannerFor) {
  const notes = marks.map((located) => {
    const manner = mannerFor(located.lang);
    const place = placeOf(located, manner);
    return [`${quoted(located.paragraphs, manner)}${place ? ` (${place})` : ""}`, located.mark.note.trim()].filter(Boolean).join("\n");
  });
  return [{ ...record, note: [record.note, ...notes].filter(Boolean).join("\n\n") }, ...others];
}
