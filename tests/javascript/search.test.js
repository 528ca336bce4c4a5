/** The search without a page: how text is folded, how a query is read, what is found and in which order. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { Item } from "../../scripts/duidu/theme/assets/search/article.js";
import { answer, count, parse } from "../../scripts/duidu/theme/assets/search/engine.js";
import { Folding } from "../../scripts/duidu/theme/assets/search/fold.js";

// A table as site.json has it: 关 (U+5173) stands for 關 too, 系 (U+7CFB) for 係 and 繫.
const folding = new Folding(`${0x5173}關${0x7cfb - 0x5173}係繫`);

test("what differs by script, width, capitals or accents folds to the same", () => {
  for (const form of ["關係", "关系", "关\u200b係"]) assert.equal(folding.fold(form).text, "关系");
  for (const form of ["Café", "ＣＡＦÉ", "cafe\u0301"]) assert.equal(folding.fold(form).text, "cafe");
});

test("white space counts between words in letters or digits only", () => {
  assert.equal(folding.fold("於 1949 年").text, "於1949年");
  assert.equal(folding.fold("special \n relationship").text, "special relationship");
});

test("each unit of the folded text knows where it stood", () => {
  const { text, from, to } = folding.fold("a ﬁ 關");
  assert.equal(text, "a fi关");
  assert.equal(from.length, text.length);
  assert.deepEqual([from.at(-1), to.at(-1)], [4, 5]);
});

test("a text is simplified by the table, and by what is told of it", () => {
  assert.equal(folding.simplify("關係「著」", "3着"), "关系“着”");
});

test("a query is cut at spaces, but not inside quotation marks", () => {
  assert.deepEqual(parse("關係 “special relationship” 关系", folding), [
    { text: "关系", word: false },
    { text: "special relationship", word: true },
  ]);
  assert.deepEqual(parse("  ", folding), []);
});

/** @param {[kind: string, text: string][]} rows of one article */
function itemsOf(rows) {
  /** @type {Item[]} */ const items = [];
  let heading = 0;
  rows.forEach(([kind, text], index) => {
    if (kind === "t" || kind === "h") heading = index;
    const place = { article: { slug: "a", kinds: "", simplified: true }, items, heading, kind, id: `i-${index}`, label: "" };
    items.push(new Item({ place, folding, text, told: "", pages: ["1", "2"] }));
  });
  return items;
}

/** @param {Item[]} items @param {string} query */
const found = async (items, query) => (await answer(items, parse(query, folding))).map(({ item }) => item.place.id);

test("headings come before paragraphs, and notes last", async () => {
  const items = itemsOf([["t", "題目"], ["n", "關係"], ["p", "关系"], ["h", "關係"]]);
  assert.deepEqual(await found(items, "关系"), ["i-3", "i-2", "i-1"]);
});

test("a word in letters is found by its beginning, not inside another", async () => {
  const items = itemsOf([["t", "題目"], ["p", "nation"], ["p", "international"]]);
  assert.deepEqual(await found(items, "nat"), ["i-1"]);
});

test("words that stand closer come first, and in an excerpt the shortest stretch that has them", async () => {
  const items = itemsOf([["t", "題目"], ["p", "燈塔以外的關係"], ["p", "燈塔。其關係燈塔"]]);
  const answers = await answer(items, parse("燈塔 關係", folding));
  assert.deepEqual(answers.map(({ item, closest }) => [item.place.id, closest]), [["i-2", [4, 8]], ["i-1", [0, 7]]]);
});

test("words that only a section has together are scattered", async () => {
  const items = itemsOf([["h", "甲"], ["p", "燈塔"], ["p", "關係"], ["h", "乙"], ["p", "燈塔"]]);
  const answers = await answer(items, parse("燈塔 關係", folding));
  assert.deepEqual(count(answers), { body: 0, notes: 0, scattered: 1 });
  assert.equal(answers[0].missing, 1);
});

test("a place knows its printed page, across a page break too", () => {
  const [item] = itemsOf([["p", "前頁的字\f後頁的字"]]);
  assert.equal(item.pageAt(3), "1");
  assert.equal(item.pageAt(4), "2");
});
