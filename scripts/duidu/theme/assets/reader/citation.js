/**
 * A passage → the quotation of it with its source, as the page says that the article is cited.
 *
 * @typedef {import("./passage.js").Passage} Passage
 * @typedef {import("./article.js").Manner} Manner
 */

const LETTER = /\p{Script=Latin}|\d/u;

/** @param {Passage} passage @param {Manner} manner @param {string} address @returns {string} */
export function quotation(passage, manner, address) {
  const [open, close] = manner.quotes;
  // As in print, each paragraph begins with a mark, and the last one ends in one.
  const words = passage.paragraphs.map((paragraph) => open + turned(paragraph, manner.quotes)).join("\n");
  return `${words}${close}\n${sourceOf(passage, manner)}${manner.end === "." ? " " : ""}${address}`;
}

/** @param {Passage} passage @param {Manner} manner @returns {string} */
function sourceOf({ pages, notes }, manner) {
  const { source, before, dash, comma, end, alone } = manner;
  const page = (pages.length > 1 ? manner.pages : manner.page).replace("{pages}", () => pages.join(dash));
  const note = manner.note.replace("{note}", () => notes.join(dash));
  const details = [pages.length ? page : "", notes.length ? note : ""].filter(Boolean).join(comma);
  return details ? `${source}${source ? before : ""}${details}${end}` : alone;
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
