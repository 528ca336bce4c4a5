/** Where a query leads that is the number of a page, a note, a paragraph or a section, or an id: 「頁 83」, “n. 12”. */

/** @import { Engine } from "./engine.js" */
/** @import { Item } from "./article.js" */

/** @typedef {{ kind: "page" | "note" | "id", number: string }} Reference */
/** @typedef {{ item: Item, id: string, page: string }} Target an item, where it is on the page, and the page if one is asked for */

const NUMBER = "(\\d+|[〇零一二三四五六七八九十百廿卅]+)";
/** @type {[kind: Reference["kind"], prefix: string, before: string, after: string][]} */
const FORMS = [
  ["page", "", "(?:第\\s*)?[頁页]|pp?\\.?|pg\\.?|pages?", "[頁页]"],
  ["note", "", "(?:附|腳|脚|尾)?[註注](?:[釋释解])?(?:第)?|notes?|nn?\\.|fn\\.?|footnote|endnote", "(?:[條条個个]\\s*)?(?:附|腳|脚|尾)?[註注](?:[釋释解])?"],
  ["id", "par-", "段落?|para(?:graph|\\.)?|¶|par\\.?", "段落?"],
  ["id", "sec-", "節|节|section|sec\\.?|§", "[節节]"],
];
const ID = /^#?([a-z]+(?:-[a-z]+)*(?:-\d+)+|p\d+)$/;
const [DIGITS, TENS] = ["〇一二三四五六七八九", { 十: 10, 百: 100, 廿: 20, 卅: 30 }];

/** @param {string} query @returns {Reference | null} what it refers to, if it is no question for words */
export function referenceIn(query) {
  const asked = query.normalize("NFKC").trim().toLowerCase();
  const [, id] = ID.exec(asked) ?? [];
  if (id) return { kind: "id", number: id };
  for (const [kind, prefix, before, after] of FORMS) {
    const form = new RegExp(`^(?:(?:${before})\\s*${NUMBER}|第?\\s*${NUMBER}\\s*${after})$`);
    const [, first, second] = form.exec(asked) ?? [];
    if (first ?? second) return { kind, number: prefix + numberOf(first ?? second) };
  }
  return null;
}

/** @param {string} written in digits or Chinese @returns {string} in digits */
function numberOf(written) {
  if (/\d/.test(written)) return written.replace(/^0+(?=\d)/, "");
  const plain = written.replaceAll("零", "〇");
  if (!/[十百廿卅]/.test(plain)) return Array.from(plain, (sign) => DIGITS.indexOf(sign)).join("");
  let [sum, digit] = [0, 0];
  for (const sign of plain) {
    const tens = TENS[/** @type {keyof typeof TENS} */ (sign)];
    if (tens) sum += sign === "廿" || sign === "卅" ? tens : tens * (digit || 1);
    digit = tens ? 0 : DIGITS.indexOf(sign);
  }
  return String(sum + digit);
}

/** @param {Engine} engine @param {Reference} reference @param {string} here slug of the article that comes first @returns {Promise<Target[]>} one an article */
export async function targetsOf(engine, { kind, number }, here) {
  const { articles, shards } = await engine.site();
  const asked = articles.filter(({ slug }) => slug === here || !shards);
  const found = await Promise.all(
    asked.map(async (article) => {
      const items = await engine.items(article);
      if (kind === "page") return items.flatMap((item) => onPage(item, number)).slice(0, 1);
      const labelOf = (/** @type {Item} */ { place }) => (kind === "note" ? place.kind === "n" && place.label.normalize("NFKC") : place.id);
      return items.filter((item) => labelOf(item) === number).map((item) => ({ item, id: item.place.id, page: "" })).slice(0, 1);
    }),
  );
  const isHere = (/** @type {Target} */ { item }) => Number(item.place.article.slug === here);
  return found.flat().sort((a, b) => isHere(b) - isHere(a));
}

/** @param {Item} item @param {string} number @returns {Target[]} the page if it begins in the item, or is that of the first */
function onPage(item, number) {
  const page = item.pages.find((label) => label.replace(/[[\]]/g, "") === number);
  return page && item.place.kind !== "n" ? [{ item, id: `p${number}`, page }] : [];
}
