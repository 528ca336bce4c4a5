/** What the search offers where it finds nothing: other spellings, other names, shorter questions, numbers of pages. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { Item } from "../../scripts/duidu/theme/assets/search/article.js";
import { answer, count, parse } from "../../scripts/duidu/theme/assets/search/engine.js";
import { Folding } from "../../scripts/duidu/theme/assets/search/fold.js";
import { otherQueries } from "../../scripts/duidu/theme/assets/search/otherwise.js";
import { referenceIn, targetsOf } from "../../scripts/duidu/theme/assets/search/references.js";
import { nearRuns, nearWords, slips, wordsOf } from "../../scripts/duidu/theme/assets/search/spelling.js";

const folding = new Folding("");

for (const [one, other, far] of [
  ["relationshp", "relationship", 1],
  ["realtionship", "relationship", 1],
  ["comonwealth", "commonwealth", 1],
  ["churchil", "churchill", 1],
  ["ab", "ba", 1],
  ["", "ab", 2],
  ["abc", "abc", 0],
  ["reagan", "thatcher", 3],
]) {
  test(`from ${one} to ${other} are ${far} slips`, () => {
    assert.equal(slips(String(one), String(other), 2), far);
    assert.equal(slips(String(other), String(one), 2), far);
  });
}

test("the nearest word is proposed first, and of two as near the more frequent one", () => {
  const counts = wordsOf(["nation station nation nations 1949"]);
  assert.deepEqual(nearWords("natiom", counts), ["nation", "nations"]);
  assert.deepEqual(nearWords("nat", counts), []); // so short a word may be any
});

test("of ideographs one may be another, missing, too many, or in another's place", () => {
  const text = "魁北克協定與租借法案";
  assert.deepEqual(nearRuns("魁北国協定", text, 3), ["魁北克協定"]);
  assert.deepEqual(nearRuns("魁克協定", text, 3), ["魁北克協定"]);
  assert.deepEqual(nearRuns("魁北的克協定", text, 3), ["魁北克協定"]);
  assert.deepEqual(nearRuns("魁北協克定", text, 3), ["魁北克協定"]);
});

const OTHERS = "阿八从大额发高和机开里马你平前人三他我下一在"; // of most initials of pinyin

test("at an end another character counts only if it sounds alike", () => {
  assert.deepEqual(nearRuns("邱吉耳", `邱吉尔说${OTHERS}`, 3), ["邱吉尔"]);
  assert.deepEqual(nearRuns("邱吉山", `邱吉尔说${OTHERS}`, 3), []);
});

test("two characters are another word if one sounds alike", () => {
  assert.deepEqual(nearRuns("冷占", `冷战冷却${OTHERS}`, 2), ["冷战"]);
});

test("signs of patterns are signs", () => {
  assert.deepEqual(nearRuns("協定(魁北克)", "協定[魁北克]，協定(魁克)", 3), ["協定(魁克)"]);
  assert.doesNotThrow(() => nearRuns("((*[", "((*[[甲", 3));
});

/** An engine of one article. @param {[kind: string, text: string, pages?: string[]][]} rows @param {string[][]} names @returns {any} */
function engineOf(rows, names = []) {
  /** @type {Item[]} */ const items = [];
  const article = { slug: "a", kinds: "", simplified: true };
  rows.forEach(([kind, text, pages = [""]], index) => {
    const id = `${kind === "n" ? "note" : "par"}-${index}`;
    const place = { article, items, heading: 0, kind, id, label: kind === "n" ? String(index) : "" };
    items.push(new Item({ place, folding, text, told: "", pages }));
  });
  return {
    site: async () => ({ folding, articles: [article], shards: 0 }),
    items: async () => items,
    get: async () => ({ json: async () => names }),
    /** @param {string} query */
    async search(query) {
      const found = await answer(items, parse(query, folding));
      return { counts: count(found), certain: true, ofMany: false, async *read() { yield found; } };
    },
  };
}

/** @param {any} engine @param {string} query */
async function offered(engine, query) {
  const offers = [];
  for await (const { reason, texts } of otherQueries(engine, query)) offers.push(`${reason} ${texts.join(" ")}`);
  return offers;
}

const ARTICLE = engineOf(
  [["t", "三環外交"], ["p", "柴契爾夫人與 special relationship 的理論"], ["n", "Anglo-American 關係"]],
  [["柴契爾", "撒切爾", "Thatcher"], ["工黨", "Labour Party"]],
);

for (const [query, first] of [
  ["三環外交理論", "shorter 三環外交"],
  ["三環外交 獨角獸", "shorter 三環外交"],
  ["三環外交 理論", "shorter 三環外交"], // both are there, but not in one place
  ["spcial relationship", "spelling special relationship"],
  ["Anglo-Amercian", "spelling anglo-american"],
  ['"special relationshp"', "spelling special relationship"],
  ["撒切爾夫人", "name 柴契爾夫人"],
  ["Margaret Thatcher", "name 柴契爾"],
  ["撒切耳", "name 柴契爾"],
]) {
  test(`${query} leads to ${first}`, async () => assert.equal((await offered(ARTICLE, query))[0], first));
}

test("nothing is offered that finds nothing, or is a part of what was offered", async () => {
  assert.deepEqual(await offered(ARTICLE, "工黨"), []);
  assert.deepEqual(await offered(ARTICLE, "獨角獸"), []);
  assert.deepEqual(await offered(ARTICLE, "special relationship 獨角獸"), ["shorter special relationship"]);
});

test("a question of very many words is not taken apart", async () => {
  assert.deepEqual(await offered(ARTICLE, "三環外交 ".repeat(100) + [..."甲乙丙丁戊己庚辛壬"].join(" ")), []);
  assert.deepEqual(await offered(ARTICLE, "獸".repeat(2000)), []);
});

for (const [query, reference] of Object.entries({
  "頁 83": "page 83", "頁83": "page 83", "第83頁": "page 83", "第 83 页": "page 83", "83頁": "page 83", "頁８３": "page 83",
  "第八十三頁": "page 83", "p. 83": "page 83", "pp. 83": "page 83", "p83": "id p83", "Page 083": "page 83",
  "註 12": "note 12", "注12": "note 12", "註十二": "note 12", "註釋12": "note 12", "脚注12": "note 12", "第12條註": "note 12",
  "註①": "note 1", "n. 12": "note 12", "note 12": "note 12", "fn. 12": "note 12", "footnote 12": "note 12", "註廿一": "note 21",
  "段 5": "id par-5", "第5段": "id par-5", "para. 5": "id par-5", "¶5": "id par-5", "par-5": "id par-5", "#note-12": "id note-12",
  "第三節": "id sec-3", "§ 3": "id sec-3", "sec-4-1": "id sec-4-1", "第一〇三頁": "page 103", "第一百零三頁": "page 103",
})) {
  test(`${query} is ${reference}`, () => {
    const { kind, number } = referenceIn(query) ?? {};
    assert.equal(`${kind} ${number}`, reference);
  });
}

for (const query of ["1949", "1949年", "註", "頁", "特殊關係", "八三", "page", "北約 12", "二十世紀", "2-3"]) {
  test(`${query} is a question for words`, () => assert.equal(referenceIn(query), null));
}

test("a page is where it begins, a note where it has its label", async () => {
  const engine = engineOf([["t", "題", ["[1]"]], ["p", "前\f後", ["[1]", "2"]], ["n", "註", ["2"]]]);
  const ids = async (/** @type {string} */ query) =>
    (await targetsOf(engine, /** @type {any} */ (referenceIn(query)), "a")).map(({ id, page }) => [id, page]);
  assert.deepEqual(await ids("頁 1"), [["p1", "[1]"]]);
  assert.deepEqual(await ids("頁 2"), [["p2", "2"]]);
  assert.deepEqual(await ids("註 2"), [["note-2", ""]]);
  assert.deepEqual(await ids("par-1"), [["par-1", ""]]);
  assert.deepEqual(await ids("頁 9"), []);
});
