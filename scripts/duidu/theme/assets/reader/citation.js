/**
 * A passage → the quotation of it with its source, as the page says that the article is cited.
 *
 * @typedef {import("./passage.js").Passage} Passage
 * @typedef {Pick<Passage, "pages" | "notes">} InPrint
 * @typedef {import("./article.js").Manner} Manner
 */

const LETTER = /\p{Script=Latin}|\d/u;

/** @param {Passage} passage @param {Manner} manner @param {string} address @returns {string} */
export function quotation(passage, manner, address) {
  return `${quoted(passage.paragraphs, manner)}\n${sourceOf(passage, manner)}${manner.end === "." ? " " : ""}${address}`;
}

/** @param {string[]} paragraphs @param {Manner} manner @returns {string} As in print, each begins with a mark, and the last one ends in one. */
export function quoted(paragraphs, { quotes }) {
  const [open, close] = quotes;
  return `${paragraphs.map((paragraph) => open + turned(paragraph, quotes)).join("\n")}${close}`;
}

/** @param {InPrint} passage @param {Manner} manner @returns {string} */
export function sourceOf(passage, manner) {
  const { source, before, end, alone } = manner;
  const place = placeOf(passage, manner);
  return place ? `${source}${source ? before : ""}${place}${end}` : alone;
}

/** @param {InPrint} passage @param {Manner} manner @returns {string} its page and note; empty where neither is known */
export function placeOf({ pages, notes }, manner) {
  const page = (pages.length > 1 ? manner.pages : manner.page).replace("{pages}", () => pages.join(manner.dash));
  const note = manner.note.replace("{note}", () => notes.join(manner.dash));
  return [pages.length ? page : "", notes.length ? note : ""].filter(Boolean).join(manner.comma);
}

/**
 * `text` with its quotation marks turned: those inside a quotation are the others.
 * @param {string} text
 * @param {string} quotes the outer pair, and the inner
 */
export function turned(text, quotes) {
  const [open, close, innerOpen, innerClose] = quotes;
  /** @type {Record<string, string>} */
  const turn = { [open]: innerOpen, [close]: innerClose, [innerOpen]: open, [innerClose]: close };
  let inside = 0; // single marks that are open
  return [...text]
    .map((sign, index, signs) => {
      if (sign === "‘") inside += 1;
      if (sign !== "’") return turn[sign] ?? sign;
      if (isApostrophe(signs[index - 1], signs[index + 1], inside)) return sign;
      inside -= 1;
      return turn[sign] ?? sign;
    })
    .join("");
}

/** @param {string | undefined} before @param {string | undefined} after @param {number} inside */
function isApostrophe(before, after, inside) {
  return inside === 0 || (LETTER.test(before ?? "") && LETTER.test(after ?? ""));
}
